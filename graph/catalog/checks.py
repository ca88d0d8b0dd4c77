"""What a stored query must keep, checked without a database: parameters, columns, names, reading, bounds, order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.catalog import text as cypher
from graph.catalog.answers import flat_value
from graph.catalog.stored_query import PICTURE, StoredQuery, beside, query_files, read_query
from graph.catalog.types import PROOF
from graph.errors import ContentError, GuapaiError, did_you_mean
from graph.folders import bundled
from graph.said import Said
from graph.schema import NODES, RELATIONSHIPS
from graph.store.embedded_plans import forbidden
from graph.store.tokens import decoded

PATH = "path"  # the one column of a picture
LABELS = {node.label for node in NODES}
TYPES = {relationship.relation for relationship in RELATIONSHIPS}
PROPERTIES = {name for node in NODES for name in node.model_fields} | {
    name for one in RELATIONSHIPS for name in one.model_fields
} - {"start_id", "end_id"}


def check_query(query: StoredQuery) -> None:
    """Raise ContentError for the first promise that the query does not keep."""
    for problem in all_problems(query):
        raise problem


def everything_wrong(folder: Path | None) -> Iterator[GuapaiError]:
    """Everything that is wrong with a file, a folder of queries, or the queries of guapai."""
    for path in query_files(folder or bundled("queries")):
        try:
            query = read_query(path, path.stem)
        except GuapaiError as error:
            yield error
            continue
        yield from all_problems(query)


def all_problems(query: StoredQuery) -> Iterator[ContentError]:
    """Everything that is wrong with a query, its picture and its near misses."""
    yield from problems(query, query.text)
    if query.picture is not None:
        yield from picture_problems(replace(query, path=beside(query.path, PICTURE)), query.picture)
    if query.near is not None:
        yield from problems(query.near, query.near.text)


def problems(query: StoredQuery, text: str) -> Iterator[ContentError]:
    """Everything that is wrong with the text of a query."""
    masked = cypher.masked(text)
    yield from shared_problems(query, text)
    columns = cypher.return_columns(masked)
    if columns != [column.name for column in query.columns]:
        found = Said("the last RETURN gives {}", ", ".join(columns))
        yield ContentError(
            str(query.path),
            found,
            Said("the @column lines: {}", ", ".join(c.name for c in query.columns)),
            Said("write the columns of both in one order"),
        )
    yield from key_problems(query)


def key_problems(query: StoredQuery) -> Iterator[ContentError]:
    """Two columns that would give the same key of a row."""
    seen: dict[str, str] = {}
    for column in query.columns:
        for key, _ in flat_value(column.name, column.type, None):
            if column.type != PROOF and key in seen:
                found = Said("the columns {} and {} both give the key {}", seen[key], column.name, key)
                yield ContentError(
                    str(query.path), found, Said("keys that differ"), Said("give one of them another name")
                )
            seen[key] = column.name


def picture_problems(query: StoredQuery, text: str) -> Iterator[ContentError]:
    """Everything that is wrong with the text of a picture; `query` has the path of the picture."""
    if text.partition("\n")[0] != f"// {query.question}":
        yield ContentError(
            f"{query.path}:1",
            Said("the first line is another one"),
            f"// {query.question}",
            Said("copy the first line of the query"),
        )
    yield from shared_problems(query, text)
    columns = cypher.return_columns(cypher.masked(text))
    if columns != [PATH]:
        yield ContentError(
            str(query.path),
            Said("the last RETURN gives {}", ", ".join(columns)),
            f"RETURN {PATH}",
            Said("end with RETURN {}", PATH),
        )


def shared_problems(query: StoredQuery, text: str) -> Iterator[ContentError]:
    """What a picture and a query have in common: names, the declared parameters, sorted rows."""
    yield from names_problems(query, text)
    masked = cypher.masked(text)
    declared = {parameter.name for parameter in query.parameters}
    used = set(cypher.PARAMETER.findall(masked))
    for name in sorted(used - declared):
        position = masked.index(f"${name}")
        todo = did_you_mean(name, declared) or f"// @param {name} string -- …"
        yield _problem(
            query, masked, position, Said("${} is used and not declared", name), Said("an @param line for it"), todo
        )
    for parameter in query.parameters:
        things = {one.name for one in query.parameters if one.is_thing} - {parameter.name}
        if parameter.near is not None and (parameter.near not in things or parameter.type != "place"):
            found = Said("@param {} is near {}", parameter.name, parameter.near)
            todo = did_you_mean(parameter.near, things) or Said("= null, where it may be anywhere")
            yield ContentError(str(query.path), found, Said("a place near a parameter that takes a thing"), todo)
    for name in sorted(declared - used):
        yield ContentError(
            str(query.path),
            Said("@param {} is declared and not used", name),
            Said("${} in the text", name),
            Said("use it, or remove the line of @param {}", name),
        )
    last = [found.start() for found in cypher.RETURN.finditer(masked)][-1:]
    if not last or not re.search(r"\bORDER\s+BY\b", masked[last[0] :], re.IGNORECASE):
        yield ContentError(
            str(query.path),
            Said("the answer is not sorted"),
            Said("ORDER BY behind the last RETURN"),
            Said("sort by the columns that tell rows apart"),
        )


def names_problems(query: StoredQuery, text: str) -> Iterator[ContentError]:
    """Reading only, bounded, with names that the schema has."""
    masked = cypher.masked(text)
    yield from _outside(query, text)
    for pattern, found, expected, todo in (
        (
            cypher.WRITING,
            Said("writes"),
            Said("a query that only reads"),
            Said("guapai cypher --write, for a change that you mean"),
        ),
        (
            cypher.UNBOUNDED,
            Said("has a path without an upper bound"),
            Said("a bound such as *1..10"),
            Said("give the longest path"),
        ),
    ):
        match = pattern.search(masked)
        if match:
            yield _problem(query, masked, match.start(), Said("{} {}", repr(match[0].strip()), found), expected, todo)
    yield from _unknown(query, masked, cypher.RELATIONSHIP, "types", TYPES, Said("relationship type"))
    yield from _unknown(query, masked, cypher.NODE, "labels", LABELS, Said("label"))
    yield from _unknown(query, masked, cypher.LABEL_TEST, "labels", LABELS, Said("label"))
    yield from _unknown(query, masked, cypher.PROPERTY, "property", PROPERTIES | _own_keys(masked), Said("property"))


def _outside(query: StoredQuery, text: str) -> Iterator[ContentError]:
    """What no query may say, as the text stands and as a server reads it that decodes \\uXXXX first."""
    for form in dict.fromkeys((text, decoded(text))):
        for one in forbidden(form):
            yield ContentError(f"{query.path}:{cypher.line_of(form, one.position)}", one.found, one.expected, one.todo)


def _own_keys(masked: str) -> set[str]:
    """The keys of maps that the query builds itself."""
    return set(re.findall(r"[{,]\s*(\w+)\s*:", masked))


def _unknown(
    query: StoredQuery, masked: str, pattern: re.Pattern[str], group: str, known: set[str], what: str
) -> Iterator[ContentError]:
    for match in pattern.finditer(masked):
        for name in re.findall(r"\w+", match[group] or ""):
            if name not in known:
                todo = did_you_mean(name, known) or Said("guapai schema")
                yield _problem(
                    query,
                    masked,
                    match.start(),
                    Said("{} is no {} of the schema", repr(name), what),
                    Said("a known {}", what),
                    todo,
                )


def _problem(query: StoredQuery, masked: str, position: int, found: str, expected: str, todo: str) -> ContentError:
    return ContentError(f"{query.path}:{cypher.line_of(masked, position)}", found, expected, todo)
