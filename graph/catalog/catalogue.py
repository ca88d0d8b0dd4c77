"""All stored queries by name, and the asking of one of them."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.catalog.checks import check_query
from graph.catalog.parameters import bind
from graph.catalog.stored_query import PICTURE, StoredQuery, read_query
from graph.errors import NotThereError, did_you_mean
from graph.folders import bundled
from graph.statement import Answer
from graph.store.protocol import MAX_ROWS, Store

PLACES = "MATCH (place:Place) RETURN place.id AS id, place.name_zh AS zh, place.name_en AS en ORDER BY id"


@cache
def names(folder: Path | None = None) -> dict[str, Path]:
    """The file of every stored query by name `topic.name`; nothing is read."""
    root = folder or bundled("queries")
    files = sorted(path for path in root.glob("*/*.cypher") if not path.name.endswith(PICTURE))
    if not files:
        raise NotThereError(
            str(root),
            "there is no stored query",
            "files <topic>/<name>.cypher",
            "install guapai again, or name a folder of queries",
        )
    return {f"{path.parent.name}.{path.stem}": path for path in files}


def find_query(name: str, folder: Path | None = None) -> StoredQuery:
    """The stored query of this name, or of a file of your own (`mine.cypher`), checked.

    Raises NotThereError where there is none and ContentError for a file that is refused.
    """
    own = Path(name)
    mine = own.suffix == ".cypher" and os.path.exists(own)  # noqa: PTH110  a name that is too long is no error
    known = {name: own} if mine else names(folder)
    if name not in known:
        todo = did_you_mean(name, known) or "guapai queries list"
        raise NotThereError(f"query {name!r}", "there is no such query", "a name such as alias.hanging_signs", todo)
    query = read_query(known[name], own.stem if known[name] == own else name)
    check_query(query)
    return query


def is_own(query: StoredQuery) -> bool:
    """Is it a query of somebody's own, and none of those that come with the program?"""
    return not query.path.is_relative_to(bundled("queries"))


def catalogue(folder: Path | None = None) -> list[StoredQuery]:
    """Every stored query, checked, sorted by name."""
    return [find_query(name, folder) for name in names(folder)]


def ask(store: Store, name: str, /, folder: Path | None = None, **parameters: Any) -> Answer:
    """Run a stored query by name; parameters are refused before the store is touched.

    Raises UsageError for parameters, NotThereError for an unknown query, place or an empty graph.
    """
    query = find_query(name, folder)
    return run(store, query, bind(query.parameters, parameters, query.name))


def run(store: Store, query: StoredQuery, values: Mapping[str, Any]) -> Answer:
    """Run a stored query with bound parameters."""
    return _run(store, query.text, values)


def run_picture(store: Store, query: StoredQuery, values: Mapping[str, Any]) -> Answer:
    """The paths of a stored query's picture. Raises NotThereError for a query without one."""
    return _run(store, picture_of(query), values)


def picture_of(query: StoredQuery) -> str:
    """The text of the picture. Raises NotThereError for a query without one, naming those that have one."""
    if query.picture is None:
        others = [one.name for one in catalogue(query.path.parents[1]) if one.picture is not None]
        raise NotThereError(
            f"query {query.name}",
            "it has no picture",
            "one of " + ", ".join(others),
            f"guapai query {query.name} for its rows",
        )
    return query.picture


def with_place_id(store: Store, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with the id of a place for its name; raises NotThereError where no loaded place has it."""
    bound = dict(values)
    if bound.get("place") is not None:
        bound["place"] = place_id(store, str(bound["place"]))
    return bound


def _run(store: Store, text: str, values: Mapping[str, Any]) -> Answer:
    answer = store.read(text, with_place_id(store, values), rows=MAX_ROWS)
    if not answer.rows and store.is_empty():
        raise NotThereError(store.name, "nothing loaded", "a loaded graph", "guapai load")
    return answer


def place_id(store: Store, name: str) -> str:
    """The id of a loaded place by id, Chinese or English name; raises NotThereError."""
    wanted = name.strip().lower()
    rows = store.read(PLACES, {}).rows
    for own_id, chinese, english in rows:
        if wanted in (own_id, chinese, (chinese or "")[:-1], (english or "").lower()):
            return str(own_id)
    if not rows and store.is_empty():
        raise NotThereError(store.name, "nothing loaded", "a loaded graph", "guapai load")
    known = [str(text) for row in rows for text in row if text]
    todo = did_you_mean(name, known) or "loaded: " + ", ".join(str(row[0]) for row in rows)
    raise NotThereError(f"place {name!r}", "no loaded place has this name", "an id, a Chinese or an English name", todo)
