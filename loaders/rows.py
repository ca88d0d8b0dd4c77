"""Statements become rows: one node per id, one relationship per type, pair of ends and document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.errors import ContentError, did_you_mean
from graph.identity import document_id
from graph.proof import Span
from graph.said import Said, either
from graph.schema import Ends, Name, Node, Organization, Place, Relationship
from graph.statement import NodeRow, RelationshipRow, Value, node_key
from loaders.claims import claim_of, is_claimed
from loaders.context import Statement

Key = tuple[str, str, str, str]
PARALLEL = ("lines", "spans", "quotes", "rules")
UNITED = ("roles", "matters")
FIRMNESS = ("stated", "inferred", "proposed")
# What an index of Neo4j takes, with every character in four bytes.
LONGEST_ID = 2_000


@dataclass(frozen=True)
class Rows:
    """The rows of one document: nodes by `node_key`, relationships by key."""

    nodes: Mapping[str, NodeRow]
    relationships: Mapping[Key, RelationshipRow]

    @property
    def owned(self) -> int:
        """How many relationships belong to the document."""
        return sum(1 for row in self.relationships.values() if row.document)

    @property
    def size(self) -> tuple[int, int]:
        """How many nodes there are, and how many relationships belong to the document; the index of names is not counted."""
        nodes = sum(1 for row in self.nodes.values() if row.labels[0] != Name.label)
        return nodes, sum(1 for row in self.relationships.values() if row.document and row.type != "NAMES")


def rows_of(statements: Iterable[Statement], where: str) -> Rows:
    """Merge statements into rows.

    Raises ContentError where a relationship ends at nothing, or at a kind of node that its type does not allow.
    """
    nodes: dict[str, Node] = {}
    relationships: dict[Key, list[Relationship]] = {}
    for statement in statements:
        if isinstance(statement, Node):
            _add(nodes, statement)
        else:
            key = (statement.relation, statement.start_id, statement.end_id, statement.document or "")
            said = relationships.setdefault(key, [])
            if statement.proven or not said:
                said.append(statement)
    merged = {key: _relationship(said, nodes, where) for key, said in relationships.items()}
    return Rows({key: _node(node, where) for key, node in nodes.items()}, merged)


def with_claims(rows: Rows, document: str) -> Rows:
    """The rows, with what the document says of each node it shares on a relationship, and the place of each actor."""
    source = rows.nodes[document_id(document)]
    as_of = source.properties.get("as_of")
    added: list[RelationshipRow] = []
    for node in rows.nodes.values():
        if is_claimed(node):
            added.append(claim_of(node, document, str(as_of) if as_of else None))
        place = node.properties.get("place")
        if node.labels[-1] == Organization.label and place in rows.nodes:
            added.append(RelationshipRow("IN_PLACE", node.id, str(place), None, node.labels[0], Place.label, {}))
    return Rows(rows.nodes, {**rows.relationships, **{row.key: row for row in added}})


def _add(nodes: dict[str, Node], node: Node) -> None:
    key = node_key(node.id, node.label)
    known = nodes.get(key)
    if known is node:
        return
    if known is None or _weight(node) > _weight(known):
        nodes[key] = node


def _weight(node: Node) -> tuple[bool, bool, int]:
    """What is described outweighs what is named, a special label outweighs `External`, more outweighs less."""
    described = getattr(node, "document", None) is not None
    return described, node.label != "External", len(node.model_fields_set)


def _node(node: Node, where: str) -> NodeRow:
    if len(node.id) > LONGEST_ID:
        found = Said("the id {}... has {} characters", node.id[:40], len(node.id))
        raise ContentError(where, found, Said("at most {}", LONGEST_ID), Said("give a shorter key in the record"))
    return NodeRow(node.id, node.labels(), properties_of(node))


def properties_of(said: Node | Relationship) -> dict[str, Value]:
    """The properties that are there: neither null nor an empty list."""
    return {key: value for key, value in said.model_dump(exclude_none=True).items() if value != []}


def _relationship(said: list[Relationship], nodes: Mapping[str, Node], where: str) -> RelationshipRow:
    first = said[0]
    start = _end(first, first.start_id, first.start, nodes, where)
    end = _end(first, first.end_id, first.end, nodes, where)
    if start is end:
        raise ContentError(
            where,
            Said("{} leads from {} to itself", first.relation, start.id),
            Said("two different ends"),
            Said("correct the id or the name in the record"),
        )
    for node, allowed in ((start, first.start), (end, first.end)):
        if not isinstance(node, allowed):
            expected = either(kind.label for kind in allowed)
            raise ContentError(
                where,
                Said("{} between {} and {} meets a {}", first.relation, start.id, end.id, node.label),
                expected,
                Said("correct the id or the kind in the record"),
            )
    return RelationshipRow(
        first.relation, start.id, end.id, first.document, start.labels()[0], end.labels()[0], _united(said)
    )


def _end(relationship: Relationship, own_id: str, allowed: Ends, nodes: Mapping[str, Node], where: str) -> Node:
    key = node_key(own_id, allowed[0].label)
    if key in nodes:
        return nodes[key]

    raise ContentError(
        where,
        Said("{} names {}, which is nowhere in this record", relationship.relation, repr(own_id)),
        Said("the id of an organization of this record"),
        did_you_mean(own_id, nodes) or Said("describe it in this record, or give a name in place of the id"),
    )


def _united(said: list[Relationship]) -> dict[str, Value]:
    """The properties of all that is said, with one entry per span, in the order of the document."""
    properties = properties_of(said[0])
    if len(said) == 1 and len(said[0].spans or []) < 2:
        return properties
    parallel = [name for name in (*PARALLEL, "wordings") if properties.get(name)]
    entries = {tuple(values) for one in said for values in zip(*(getattr(one, name) for name in parallel), strict=True)}
    ordered = sorted(entries, key=lambda values: (Span.parse(values[parallel.index("spans")]), values))
    for index, name in enumerate(parallel):
        properties[name] = [values[index] for values in ordered]
    for name in UNITED:
        if properties.get(name):
            properties[name] = sorted({value for one in said for value in getattr(one, name) or []})
    properties["status"] = min((one.status or "stated" for one in said), key=FIRMNESS.index)
    properties["confidence"] = max((one.confidence or 0.0) for one in said)
    return properties
