"""The Cypher that the embedded store writes with, made from the closed list of labels and types only."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from graph.errors import RefusedError
from graph.said import Said
from graph.schema import ACTORS, NODE_BY_LABEL, NODES, RELATIONSHIP_BY_TYPE, RELATIONSHIPS
from graph.statement import NodeRow, RelationshipRow, differing

BATCH_SIZE = 5_000
PROPERTIES = {name for one in (*NODES, *RELATIONSHIPS) for name in one.model_fields}
# The kinds of actors as a pattern: the engine finds a node by its id under its first label only.
ANY_ACTOR = "|".join(actor.label for actor in ACTORS)
Item = TypeVar("Item")
Rows = list[dict[str, Any]]
Steps = Iterator[tuple[str, Rows]]


def drop_relationships(rows: Iterable[RelationshipRow]) -> Steps:
    """Statements with their rows that remove relationships."""
    for (kind, start, end), group in grouped(rows, _sides):
        yield (
            f"UNWIND $rows AS row MATCH {_between(kind, start, end)} WHERE link.document = row.document DELETE link",
            [_ends(row) for row in group],
        )


def new_nodes(rows: Iterable[NodeRow]) -> Steps:
    """Statements with their rows that create nodes which are not there."""
    for labels, group in grouped(rows, lambda row: row.labels):
        names = ":".join(map(known_label, labels))
        yield f"UNWIND $rows AS row CREATE (node:{names} {_listed(group)})", [dict(row.properties) for row in group]


def change_nodes(changes: Iterable[tuple[NodeRow, NodeRow]]) -> Steps:
    """Statements with their rows that set properties of nodes whose labels stay."""
    for (label,), group in grouped(changes, lambda change: (change[1].labels[0],)):
        yield (
            f"UNWIND $rows AS row MATCH (node:{known_label(label)} {{id: row.id}}) SET node += row.properties",
            [{"id": new.id, "properties": differing(old.properties, new.properties)} for old, new in group],
        )


def new_relationships(rows: Iterable[RelationshipRow]) -> Steps:
    """Statements with their rows that create relationships which are not there."""
    for (kind, start, end), group in grouped(rows, _sides):
        yield (
            f"UNWIND $rows AS row MATCH (origin:{known_label(start)} {{id: row.origin_id}}) "
            f"MATCH (target:{known_label(end)} {{id: row.target_id}}) "
            f"CREATE (origin)-[:{known_type(kind)} {_listed(group)}]->(target)",
            [{"origin_id": row.start, "target_id": row.end, **row.properties} for row in group],
        )


def change_relationships(changes: Iterable[tuple[RelationshipRow, RelationshipRow]]) -> Steps:
    """Statements with their rows that set properties of relationships."""
    for (kind, start, end), group in grouped(changes, lambda change: _sides(change[1])):
        yield (
            f"UNWIND $rows AS row MATCH {_between(kind, start, end)} WHERE link.document = row.document "
            "SET link += row.properties",
            [{**_ends(new), "properties": differing(old.properties, new.properties)} for old, new in group],
        )


def links(rows: Iterable[RelationshipRow]) -> Steps:
    """Statements with their rows that make what data files say, where it is not there yet."""
    for (kind, start, end), group in grouped(rows, _sides):
        yield (
            f"UNWIND $rows AS row MATCH (origin:{known_label(start)} {{id: row.origin}}) "
            f"MATCH (target:{known_label(end)} {{id: row.target}}) MERGE (origin)-[:{known_type(kind)}]->(target)",
            [_ends(row) for row in group],
        )


def _sides(row: RelationshipRow) -> tuple[str, str, str]:
    return row.type, row.start_label, row.end_label


def _between(kind: str, start: str, end: str) -> str:
    return (
        f"(origin:{known_label(start)} {{id: row.origin}})-[link:{known_type(kind)}]->"
        f"(target:{known_label(end)} {{id: row.target}})"
    )


def _ends(row: RelationshipRow) -> dict[str, Any]:
    return {"origin": row.start, "target": row.end, "document": row.document}


def _listed(rows: Iterable[NodeRow | RelationshipRow]) -> str:
    """The properties that some of the rows have, by name: engines take them faster than a map for each row."""
    names = sorted({name for row in rows for name in row.properties})
    return "{" + ", ".join(f"{known_property(name)}: row.{name}" for name in names) + "}"


def known_label(label: str) -> str:
    """The label itself; a KeyError for one that the schema does not have is an error of ours."""
    return NODE_BY_LABEL[label].label


def known_type(kind: str) -> str:
    """The type itself; a KeyError for one that the schema does not have is an error of ours."""
    return RELATIONSHIP_BY_TYPE[kind].relation


def known_property(name: str) -> str:
    """The name itself; a KeyError for one that the schema does not have is an error of ours."""
    if name not in PROPERTIES:
        raise KeyError(name)
    return name


def quoted(name: str) -> str:
    """A label or type that is not ours, as an identifier. Raises RefusedError for one that no text can hold."""
    if "\\" in name or not name.isprintable():
        raise RefusedError(
            Said("the graph"),
            Said("a label or type {} of others", repr(name)),
            Said("names of printable characters"),
            Said("rename it first"),
        )
    return "`" + name.replace("`", "``") + "`"


def grouped(
    rows: Iterable[Item], key: Callable[[Item], tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], list[Item]]]:
    """Rows that go into one statement, at most `BATCH_SIZE` of them; groups sorted by key."""
    groups: defaultdict[tuple[str, ...], list[Item]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    for name in sorted(groups):
        group = groups[name]
        for first in range(0, len(group), BATCH_SIZE):
            yield name, group[first : first + BATCH_SIZE]


def declared() -> Iterator[tuple[str, list[str]]]:
    """Every label that identifies a node, and the properties that its nodes may have."""
    for label in own_labels():
        yield label, list(NODE_BY_LABEL[label].model_fields)


def own_labels() -> Sequence[str]:
    """Every label that identifies a node: all but the common one of actors."""
    return [node.label for node in NODES if node.label != "Organization"]
