"""What a graph holds of one document, as the rows that its record made."""

from collections.abc import Iterable

from graph.identity import document_id
from graph.schema import NODE_BY_LABEL
from graph.statement import NodeRow, RelationshipRow
from graph.store import held
from graph.store.protocol import Asked
from loaders.claims import said_by
from loaders.rows import Key, Rows

Address = tuple[str, str]
# A link of a data file leads on from what was found: from a unit to its place, from there to the wider places.
DATA_LINKS = (
    f"MATCH (origin:{{}} {{{{id: id}}}})-[link:{'|'.join(held.LINKS)}]->(target)",
    "MATCH (target:{} {{id: id}})<-[link:NAMES]-(origin) WHERE link.document IS NULL",
)


def held_rows(asked: Asked, document: str) -> Rows | None:
    """The rows of a document that is loaded, also of nodes that show what another document says; None for another."""
    own_id = document_id(document)
    present = held.find(asked, [("Document", own_id)])
    if own_id not in present:
        return None
    relationships = {row.key: row for row in held.owned(asked, document)}
    nodes = present | {row.ends[0]: said_by(row) for row in relationships.values() if row.type in held.CLAIMS}
    waiting = {row.address for row in nodes.values()}
    waiting |= {address for row in relationships.values() for address in _ends(row)}
    seen: set[Address] = set()
    while waiting:
        nodes |= {key: row for key, row in held.find(asked, waiting).items() if key not in nodes}
        links = _links(asked, waiting)
        relationships |= links
        seen |= waiting
        waiting = {address for row in links.values() for address in _ends(row)} - seen
    return Rows(nodes, {key: _labelled(row, nodes) for key, row in relationships.items()})


def _links(asked: Asked, addresses: Iterable[Address]) -> dict[Key, RelationshipRow]:
    found: dict[Key, RelationshipRow] = {}
    for label in sorted({label for label, _ in addresses}):
        ids = sorted(own_id for one, own_id in addresses if one == label)
        for link in DATA_LINKS:
            text = f"UNWIND $ids AS id {link.format(held.pattern(asked, label))} {held.FOUND}"
            found |= {row.key: row for row in map(held.relationship_row, asked.rows(text, {"ids": ids}))}
    return found


def _ends(row: RelationshipRow) -> tuple[Address, Address]:
    start, end = (NODE_BY_LABEL[label].labels()[-1] for label in (row.start_label, row.end_label))
    return (start, row.start), (end, row.end)


def _labelled(row: RelationshipRow, nodes: dict[str, NodeRow]) -> RelationshipRow:
    """The relationship with the labels that this document gives its ends."""
    start, end = (nodes[key].labels[0] for key in row.ends)
    return RelationshipRow(row.type, row.start, row.end, row.document, start, end, row.properties)
