"""The Cypher that both stores write with, made from the closed list of labels and types only."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from graph.schema import NODE_BY_LABEL, NODES, RELATIONSHIP_BY_TYPE, RELATIONSHIPS, STORE_PROPERTIES
from graph.statement import NodeRow, RelationshipRow

BATCH_SIZE = 5_000
DOCUMENT_NODES = "MATCH (node) WHERE $document IN node.documents RETURN node ORDER BY node.id"
PROPERTIES = {name for one in (*NODES, *RELATIONSHIPS) for name in one.model_fields} | set(STORE_PROPERTIES)
Item = TypeVar("Item")
Rows = list[dict[str, Any]]


def ids_by_label(addresses: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """The ids to look for under each label, sorted by label."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for label, own_id in addresses:
        wanted[label].append(own_id)
    for label in sorted(wanted):
        yield label, wanted[label]


def nodes_by_id(label: str) -> str:
    """Nodes of one label by a list of ids."""
    return f"UNWIND $ids AS id MATCH (node:{known_label(label)}) WHERE node.id = id RETURN node"


def relationships_of_document(kind: str) -> str:
    """Relationships of one type that a document says, with their ends."""
    return (
        f"MATCH (origin)-[link:{known_type(kind)}]->(target) WHERE link.document = $document "
        "RETURN link, origin.id AS start, target.id AS finish, labels(origin) AS start_labels, labels(target) AS end_labels"
    )


def drop_relationships(rows: Iterable[RelationshipRow]) -> Iterator[tuple[str, Rows]]:
    """Statements with their rows that remove relationships."""
    for (kind, start, end), group in grouped(rows, lambda row: (row.type, row.start_label, row.end_label)):
        yield (
            f"UNWIND $rows AS row MATCH (origin:{known_label(start)})-[link:{known_type(kind)}]->(target:{known_label(end)}) "
            "WHERE origin.id = row.origin AND target.id = row.target AND link.document = row.document DELETE link",
            [{"origin": row.start, "target": row.end, "document": row.document} for row in group],
        )


def drop_nodes(rows: Iterable[NodeRow]) -> Iterator[tuple[str, Rows]]:
    """Statements with their rows that remove nodes and what still hangs on them."""
    for (label,), group in grouped(rows, lambda row: (row.labels[0],)):
        yield (
            f"UNWIND $rows AS row MATCH (node:{known_label(label)}) WHERE node.id = row.id DETACH DELETE node",
            [{"id": row.id} for row in group],
        )


def relabel(old: NodeRow, new: NodeRow) -> tuple[str, Rows]:
    """A statement with its row that gives a node the labels of another kind; its relationships stay."""
    removed = "".join(f" REMOVE node:{known_label(label)}" for label in old.labels)
    added = "".join(f" SET node:{known_label(label)}" for label in new.labels)
    text = f"UNWIND $rows AS row MATCH (node:{known_label(old.labels[0])}) WHERE node.id = row.id{removed}{added}"
    return text, [{"id": old.id}]


def new_nodes(rows: Iterable[NodeRow]) -> Iterator[tuple[str, Rows]]:
    """Statements with their rows that create nodes which are not there."""
    for labels, group in grouped(rows, lambda row: row.labels):
        names = ":".join(map(known_label, labels))
        yield f"UNWIND $rows AS row CREATE (node:{names} {_listed(group)})", [dict(row.properties) for row in group]


def new_relationships(rows: Iterable[RelationshipRow]) -> Iterator[tuple[str, Rows]]:
    """Statements with their rows that create relationships which are not there."""
    for (kind, start, end), group in grouped(rows, lambda row: (row.type, row.start_label, row.end_label)):
        yield (
            f"UNWIND $rows AS row MATCH (origin:{known_label(start)}) WHERE origin.id = row.origin_id "
            f"MATCH (target:{known_label(end)}) WHERE target.id = row.target_id "
            f"CREATE (origin)-[:{known_type(kind)} {_listed(group)}]->(target)",
            [{"origin_id": row.start, "target_id": row.end, **row.properties} for row in group],
        )


def _listed(rows: Iterable[NodeRow | RelationshipRow]) -> str:
    """The properties that some of the rows have, by name: engines take them faster than a map for each row."""
    names = sorted({name for row in rows for name in row.properties})
    return "{" + ", ".join(f"{known_property(name)}: row.{name}" for name in names) + "}"


def create_nodes(rows: Iterable[NodeRow]) -> Iterator[tuple[str, Rows]]:
    """Statements with their rows that create nodes or replace all their properties."""
    for labels, group in grouped(rows, lambda row: row.labels):
        more = "".join(f" SET node:{known_label(label)}" for label in labels[1:])
        yield (
            f"UNWIND $rows AS row MERGE (node:{known_label(labels[0])} {{id: row.id}}) SET node = row.properties{more}",
            [{"id": row.id, "properties": dict(row.properties)} for row in group],
        )


def create_relationships(rows: Iterable[RelationshipRow]) -> Iterator[tuple[str, Rows]]:
    """Statements with their rows that create relationships or replace all their properties."""
    kinds = grouped(rows, lambda row: (row.type, row.start_label, row.end_label, "document" if row.document else ""))
    for (kind, start, end, keyed), group in kinds:
        key = " {document: row.document}" if keyed else ""
        yield (
            f"UNWIND $rows AS row MATCH (origin:{known_label(start)}) WHERE origin.id = row.origin "
            f"MATCH (target:{known_label(end)}) WHERE target.id = row.target "
            f"MERGE (origin)-[link:{known_type(kind)}{key}]->(target) SET link = row.properties",
            [_relationship(row) for row in group],
        )


def _relationship(row: RelationshipRow) -> dict[str, Any]:
    return {"origin": row.start, "target": row.end, "document": row.document, "properties": dict(row.properties)}


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
        yield label, [*NODE_BY_LABEL[label].model_fields, *STORE_PROPERTIES]


def own_labels() -> Sequence[str]:
    """Every label that identifies a node: all but the common one of actors."""
    return [node.label for node in NODES if node.label != "Organization"]


def own_types() -> Sequence[str]:
    """Every relationship type that belongs to documents."""
    return [one.relation for one in RELATIONSHIPS]
