"""The answer of a stored query: rows of things, and the flat rows of plain values that JSON and CSV are made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.catalog.types import BY_ID, KIND, NAMED, PATH, PHRASE, PROOF, is_list, is_set, item
from graph.statement import Answer

if TYPE_CHECKING:
    from graph.catalog.stored_query import Column
    from graph.store.protocol import Store

Thing = Mapping[str, Any]
LANGUAGES = ("zh", "en")
PRINTED = (None, "printed")
# What stands behind a name that no document prints, and behind what is inferred or proposed.
UNPRINTED, UNSURE = "*", "?"
# Names of these are ours in every language: no document prints a function, and every document of a place its name.
OURS = {"Function", "Place", "Government", "Document"}
MOST_SHOWN = 50  # rows in a notebook
ORDER = (None, "stated", "inferred", "proposed")  # of a row that rests on several facts, the weakest counts


@dataclass(frozen=True)
class ThingAnswer(Answer):
    """Rows of nodes, relationships, paths and plain values, with the types of their columns.

    `records()` gives flat rows: a node becomes its name and id in several keys, a proof document, lines and status.
    """

    types: tuple["Column", ...] = ()
    store: "Store | None" = field(default=None, repr=False, compare=False)
    """Where the answer was found, and what lies between its things; None for one that was computed."""

    def records(self) -> list[dict[str, Any]]:
        """One flat mapping per row."""
        return [dict(self._flat(row)) for row in self.rows]

    @cached_property
    def keys(self) -> list[str]:
        """The keys of every flat row, also where there is no row."""
        return list(dict(self._flat([None] * len(self.types))))

    def flat(self) -> Answer:
        """The flat rows as an answer of plain values."""
        return Answer(self.keys, [list(record.values()) for record in self.records()], self.notes)

    def _flat(self, row: list[Any]) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        first = True
        for column, value in zip(self.types, row, strict=True):
            kind = (
                PROOF if column.type == PROOF and first else f"further {PROOF}" if column.type == PROOF else column.type
            )
            first = first and column.type != PROOF
            for key, one in flat_value(column.name, kind, value):
                if key not in seen:
                    yield key, one
                seen.add(key)

    def things(self) -> Iterator[Thing]:
        """Every node in the rows, those of paths too, with repetitions."""
        for row in self.rows:
            for value in row:
                yield from nodes_in(value)

    def network(self) -> Any:
        """The things of the answer and every relationship between them as a `networkx.MultiDiGraph`, read while the graph is open.

        The same as `graph.network(query=…)`; what was computed has its things alone.
        """
        from graph.export.network import as_network, of_things
        from graph.export.shown_network import ShownNetwork

        if self.store is not None:
            return as_network(of_things(self.store, self.things()))
        network = ShownNetwork()
        for thing in self.things():
            properties = {name: value for name, value in thing["properties"].items() if name != "id"}
            network.add_node(thing["id"], labels=thing["labels"], **properties)
        return network

    def to_frame(self) -> Any:
        """The flat rows as a `pandas.DataFrame`; pandas is not part of guapai."""
        import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]  # pyright: ignore

        return pandas.DataFrame(self.records(), columns=self.keys)

    def _repr_html_(self) -> str:
        """How a notebook shows it: names as printed, proofs as document and lines."""
        from graph.html import rows_as_table

        kinds = [column.type for column in self.types]
        rows = [
            [in_words(kind, value) for kind, value in zip(kinds, row, strict=True)] for row in self.rows[:MOST_SHOWN]
        ]
        return rows_as_table(self.columns, [*rows, *self.rows[MOST_SHOWN:]], MOST_SHOWN)


def in_words(kind: str, value: Any) -> str:
    """A value of a typed column as one text."""
    if value is None:
        return ""
    if kind == PROOF:
        proofs = proofs_of(value)
        documents = dict.fromkeys(document for document, _, _ in proofs if document)
        return "; ".join(f"{one} {', '.join(map(str, lines_in(proofs, one)))}".strip() for one in documents)
    if is_path(value):
        return " ".join(steps(value))
    if is_node(value):
        return str(value["properties"].get("name") or value["id"])
    shown = plain(kind, value)
    return ", ".join(in_words(item(kind), one) for one in shown) if isinstance(shown, list) else str(shown)


def flat_value(name: str, kind: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The keys and plain values that a value of a typed column becomes."""
    if item(kind) in (*NAMED, *BY_ID):
        yield from _flat_nodes(name, kind, value)
    elif kind.endswith(PROOF):
        yield from _flat_proof("" if kind == PROOF else f"{name}_", value)
    elif kind == PATH:
        yield name, None if value is None else steps(value)
        yield f"{name}_ids", None if value is None else [node["id"] for node in value["nodes"]]
    elif kind == PHRASE:
        said = value or {}
        yield name, said.get("text")
        yield from ((f"{name}_{language}", said.get(language)) for language in LANGUAGES)
    else:
        yield name, plain(kind, value)


def plain(kind: str, value: Any) -> Any:
    """The value of a column that holds no thing: labels as the kind of a unit, a phrase as it was first written."""
    if kind == PHRASE:
        return value.get("text") if value else None
    return special_label(value) if kind == KIND else value


def settled(kind: str, value: Any) -> Any:
    """The value of a column as every engine gives it: a set distinct and sorted, things by their ids."""
    if not is_set(kind) or value is None:
        return value
    if item(kind) not in (*NAMED, *BY_ID):
        return sorted(set(value))
    things = {one["id"]: one for one in value if one is not None}
    return [things[key] for key in sorted(things)]


def _flat_nodes(name: str, kind: str, value: Any) -> Iterator[tuple[str, Any]]:
    own = _by_name if item(kind) in NAMED else _by_id
    if not is_list(kind):
        yield from own(name, value).items()
        return
    rows = [own(name, one) for one in value or []]
    for key in own(name, None):
        yield key, [row[key] for row in rows]


def _by_name(name: str, node: Thing | None) -> dict[str, Any]:
    own: Mapping[str, Any] = node["properties"] if node else {}
    unprinted = [one for one in LANGUAGES if is_unprinted(node, one)]
    return {
        name: own.get("name"),
        f"{name}_zh": own.get("name_zh"),
        f"{name}_en": own.get("name_en"),
        f"{name}_id": node["id"] if node else None,
        f"{name}_unprinted": " ".join(unprinted),
    }


def _by_id(name: str, node: Thing | None) -> dict[str, Any]:
    own: Mapping[str, Any] = node["properties"] if node else {}
    return {
        name: node["id"].removeprefix("document/") if node else None,
        f"{name}_name": own.get("name"),
        f"{name}_zh": own.get("name_zh"),
        f"{name}_en": own.get("name_en"),
    }


def is_unprinted(node: Thing | None, language: str) -> bool:
    """Has this node a name in this language that no document prints?"""
    return bool(node) and node["properties"].get(f"name_{language}_source") not in PRINTED  # type: ignore[index]


def _flat_proof(prefix: str, value: Any) -> Iterator[tuple[str, Any]]:
    proofs = proofs_of(value)
    documents = sorted({document for document, _, _ in proofs if document})
    yield f"{prefix}document", " | ".join(documents) or None
    inside: list[str | None] = [*documents] or [None]
    yield f"{prefix}lines", [line for document in inside for line in lines_in(proofs, document)]
    yield f"{prefix}status", weakest(status for _, _, status in proofs)


Proof = tuple[str | None, list[int], str | None]


def proofs_of(value: Any) -> list[Proof]:
    """Document, lines and status of a relationship, of a node that says them, of a map, or of a list of these."""
    if value is None:
        return []
    if isinstance(value, list):
        return [proof for one in value for proof in proofs_of(one)]
    if is_path(value):
        return proofs_of(value["relationships"])
    own: Mapping[str, Any] = value.get("properties", value)
    return [(own.get("document"), list(own.get("lines") or []), own.get("status"))]


def lines_in(proofs: Iterable[Proof], document: str | None) -> list[int]:
    """The lines of one document, distinct and ascending."""
    return sorted({line for own, lines, _ in proofs if own == document for line in lines})


def weakest(statuses: Iterable[str | None]) -> str | None:
    """The status of what rests on all of these."""
    return max(statuses, key=ORDER.index, default=None)


def steps(path: Thing) -> list[str]:
    """The names of the nodes of a path and the types of its relationships in turn."""
    names = [node["properties"].get("name") for node in path["nodes"]]
    kinds = [link["type"] for link in path["relationships"]]
    return [one for pair in zip(names, [*kinds, None], strict=True) for one in pair if one is not None]


def special_label(labels: Any) -> Any:
    """What kind of node it is, in lower case: the label that is not the common one of actors."""
    if not isinstance(labels, list):
        return labels
    return next((label.lower() for label in labels if label != "Organization"), "organization")


def is_path(value: Any) -> bool:
    """Is this a path of a store?"""
    return isinstance(value, Mapping) and value.keys() == {"nodes", "relationships"}


def is_node(value: Any) -> bool:
    """Is this a node of a store?"""
    return isinstance(value, Mapping) and value.keys() == {"id", "labels", "properties"}


def nodes_in(value: Any) -> Iterator[Thing]:
    """The nodes in a value: itself, those of a list or of a path."""
    if is_node(value):
        yield value
    elif is_path(value):
        yield from value["nodes"]
    elif isinstance(value, list):
        for one in value:
            yield from nodes_in(one)
