"""Values of parameters as a query takes them: the names of things become lists of ids, in one place for all queries."""

from collections.abc import Mapping
from typing import Any

from graph.catalog.finding import NATION, WITHIN, Found, around, resolve, within
from graph.catalog.parameters import Parameter
from graph.catalog.stored_query import StoredQuery
from graph.catalog.types import things_of
from graph.errors import NotThereError
from graph.messages import spoken
from graph.said import Said
from graph.store.protocol import Store

WIDE = WITHIN.keys()  # what lies within it is meant, too
SEVERAL = 3  # names that a remark shows
LENGTHS = (
    "MATCH (document:Document) WHERE document.id IN $ids AND document.line_count IS NOT NULL "
    "RETURN document.id AS id, document.line_count AS lines ORDER BY lines DESC, id"
)


def resolved(store: Store, query: StoredQuery, values: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The values with ids for the names of things, and what was taken where it was not the whole name.

    Raises NotThereError for a name that nothing has. A place that is the whole nation becomes null: everywhere.
    """
    bound, notes = dict(values), []
    for parameter in query.parameters:
        texts = bound.get(parameter.name)
        if parameter.is_thing and texts is not None:
            bound[parameter.name], said = ids_of(store, parameter, [texts] if isinstance(texts, str) else texts)
            notes += said
    for parameter in query.parameters:
        if parameter.near and bound[parameter.name] is None and bound[parameter.near] is not None:
            bound[parameter.name] = around(store, bound[parameter.near])
    for parameter in query.parameters:
        if parameter.name == "line" and bound["line"] is not None:
            _refuse_beyond(store, query, parameter, bound)
    return bound, notes


def _refuse_beyond(store: Store, query: StoredQuery, line: Parameter, bound: Mapping[str, Any]) -> None:
    """Raise NotThereError for a line that none of the documents has: it says nothing because it is not there."""
    ids = [one for parameter in query.parameters if parameter.type == "document" for one in bound[parameter.name] or ()]
    for longest in store.rows(LENGTHS, {"ids": ids})[:1] if ids else ():
        if bound[line.name] > longest["lines"]:
            name = str(longest["id"]).removeprefix("document/")
            count = longest["lines"]
            raise NotThereError(
                name, Said("it has {} lines", count), Said("a line from 1 to {}", count), line.example()
            )


def ids_of(store: Store, parameter: Parameter, texts: list[str]) -> tuple[list[str] | None, list[str]]:
    """The ids of what some texts name."""
    ids: dict[str, None] = {}
    notes = []
    for text in texts:
        found = resolve(store, text, parameter.type)
        notes += remarks(found)
        if NATION in found.ids and things_of(parameter.type) == ("place",):
            return None, notes
        ids |= dict.fromkeys(found.ids)
    for kind in sorted(WIDE & set(things_of(parameter.type))):
        ids |= dict.fromkeys(within(store, list(ids), kind))
    return sorted(ids), notes


def remarks(found: Found) -> list[str]:
    """A sentence where something else than an id or a whole name was taken."""
    names = list(dict.fromkeys(thing["name"] for thing in found.things))
    shown = ", ".join(names[:SEVERAL]) + " …" * (len(names) > SEVERAL)
    if found.way == "short":
        return [spoken(Said("{} is read as a short form of {}", repr(found.text), shown))]
    if found.way == "pinyin":
        return [spoken(Said("{} is read as the pinyin of {}", repr(found.text), shown))]
    if found.way == "part":
        return [spoken(Said("{} is read as a part of {}", repr(found.text), shown))]
    return []
