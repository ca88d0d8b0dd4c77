"""All stored queries by name, and the asking of one of them."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from graph.catalog.answers import ThingAnswer, settled
from graph.catalog.checks import check_query
from graph.catalog.finding import resolve
from graph.catalog.parameters import bind
from graph.catalog.stored_query import PICTURE, StoredQuery, query_files, read_query
from graph.catalog.things import resolved
from graph.errors import GuapaiError, NotThereError, did_you_mean
from graph.folders import bundled
from graph.said import Said
from graph.statement import Answer
from graph.store.protocol import MAX_ROWS, Store, cut_off

QUERY = ".cypher"


@cache
def names(folder: Path | None = None) -> dict[str, Path]:
    """The file of every stored query by name `topic.name`; nothing is read. Raises NotThereError for an empty folder."""
    root = folder or bundled("queries")
    inside = [(path, Path(path.name) if path == root else path.relative_to(root)) for path in query_files(root)]
    return {".".join(short.with_suffix("").parts): path for path, short in inside}


def all_names(own: Path | None = None) -> dict[str, Path]:
    """The queries of guapai and those of a folder of one's own, which come first where two have one name."""
    return {**names(), **(names(own) if own else {})}


def find_query(name: str, folder: Path | None = None) -> StoredQuery:
    """The stored query of this name, or of a file of your own (`mine.cypher`), checked.

    `folder` holds queries of one's own beside those of guapai. Raises NotThereError where there is none and
    ContentError for a file that is refused.
    """
    own = Path(name)
    mine = own.suffix == QUERY and os.path.exists(own)  # noqa: PTH110  a name that is too long is no error
    known = {name: own} if mine else all_names(folder)
    if name not in known:
        if own.suffix == QUERY:
            raise NotThereError(
                name, Said("there is no such file"), Said("a file with a query"), Said("guapai queries new mine")
            )
        todo = did_you_mean(name, known) or Said("guapai queries list")
        raise NotThereError(
            Said("query {}", repr(name)),
            Said("there is no such query"),
            Said("a name such as alias.hanging_signs"),
            todo,
        )
    query = read_query(known[name], own.stem if known[name] == own else name)
    check_query(query)
    return query


def is_own(query: StoredQuery) -> bool:
    """Is it a query of somebody's own, and none of those that come with the program?"""
    return not query.path.is_relative_to(bundled("queries"))


def catalogue(folder: Path | None = None) -> list[StoredQuery]:
    """Every stored query, checked, sorted by name; with `folder` only those of one's own."""
    return [find_query(name, folder) for name in names(folder)]


def readable(folder: Path | None = None, begun: str = "") -> tuple[list[StoredQuery], list[GuapaiError]]:
    """The queries whose names begin so that can be read, and what is wrong with the others: one broken file spoils no other."""
    good, bad = [], []
    for name in sorted(one for one in all_names(folder) if one.startswith(begun)):
        try:
            good.append(find_query(name, folder))
        except GuapaiError as error:  # of its content, or of what is no file to be read
            bad.append(error)
    return good, bad


def ask(store: Store, name: str, /, folder: Path | None = None, **parameters: Any) -> ThingAnswer:
    """Run a stored query by name; parameters are refused before the store is touched.

    Raises UsageError for parameters, NotThereError for an unknown query or thing or an empty graph.
    """
    query = find_query(name, folder)
    return run(store, query, bind(query.parameters, parameters, query.name))


def run(store: Store, query: StoredQuery, values: Mapping[str, Any]) -> ThingAnswer:
    """Run a stored query with bound parameters; its notes say what was taken where it was not the whole name."""
    bound, notes = resolved(store, query, values)
    answer = store.read(query.text, bound, rows=MAX_ROWS)
    _refuse_empty(store, answer)
    columns = [column.name for column in query.columns]
    cut = [note for note in answer.notes if note == cut_off(MAX_ROWS)]
    kinds = [column.type for column in query.columns]
    rows = [[settled(kind, value) for kind, value in zip(kinds, row, strict=True)] for row in answer.rows]
    return ThingAnswer(columns, rows, [*notes, *cut], query.columns, store)


def run_picture(store: Store, query: StoredQuery, values: Mapping[str, Any]) -> Answer:
    """The paths of a stored query's picture. Raises NotThereError for a query without one."""
    answer = store.read(picture_of(query), resolved(store, query, values)[0], rows=MAX_ROWS)
    _refuse_empty(store, answer)
    return answer


def picture_of(query: StoredQuery) -> str:
    """The text of the picture. Raises NotThereError for a query without one, naming those that have one."""
    if query.picture is None:
        others = [name for name, path in names().items() if path.with_name(path.stem + PICTURE).is_file()]
        raise NotThereError(
            Said("query {}", query.name),
            Said("it has no picture"),
            Said("one of {}", ", ".join(others)),
            Said("guapai query {} for its rows", query.name),
        )
    return query.picture


def near_misses(query: StoredQuery) -> StoredQuery:
    """The question for near misses of a query; raises NotThereError for a query without one."""
    if query.near is None:
        raise NotThereError(
            Said("query {}", query.name),
            Said("it has no near misses"),
            Said("a query with some"),
            Said("guapai queries list shows which have"),
        )
    return query.near


def _refuse_empty(store: Store, answer: Answer) -> None:
    if not answer.rows and store.is_empty():
        raise NotThereError(store.name, Said("nothing loaded"), Said("a loaded graph"), Said("guapai load"))


def place_ids(store: Store, name: str) -> Sequence[str]:
    """The ids of the loaded places that a name, a code or an id stands for; raises NotThereError."""
    return resolve(store, name, "place").ids
