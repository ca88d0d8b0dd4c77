"""Nodes that no document uses any more go; what others added to one keeps it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.schema import NODE_BY_LABEL, NODES, Document, External, Function, Organization, Place
from graph.statement import Batch, NodeRow, Value
from graph.store import held
from graph.store.protocol import Asked, Transaction

Address = tuple[str, str]
# What use is, by label: relationships that documents own, and for places and functions a node below that is used.
USES = {
    "Place": "(node)<-[:IN_PLACE|WITHIN|SERVES]-()",
    "Function": "(node)<-[:RESPONSIBLE_FOR|CONCERNS|WITHIN]-()",
    "Name": "(node)-[:NAMES]->()",
    "Question": "(node)-[:RAISED_BY]->()",
}
NAMED = "(node)-[:NAMED_IN|DESCRIBED_IN]->()"
# What data files say of a node, by label.
NAMES = "<-[link:NAMES]-(other) WHERE link.document IS NULL"
DATA_LINKS = {
    Organization.label: ("-[link:IN_PLACE|GOVERNS]->(other)",),
    Place.label: ("-[link:WITHIN]->(other)", NAMES),
    Function.label: ("-[link:WITHIN]->(other)", NAMES),
}


@dataclass(frozen=True)
class Removed:
    """How many nodes and relationships went, and how many nodes stayed because of what others added."""

    nodes: int = 0
    relationships: int = 0
    kept: int = 0

    def __add__(self, other: "Removed") -> "Removed":
        return Removed(self.nodes + other.nodes, self.relationships + other.relationships, self.kept + other.kept)


def remove_unused(transaction: Transaction, candidates: Iterable[Address], forgotten: NodeRow | None = None) -> Removed:
    """Remove those of the candidates that have no use, then what only they used; and the node of a forgotten document."""
    removed = Removed()
    waiting = set(candidates)
    if forgotten is not None:
        removed += remove(transaction, forgotten.address[0], [forgotten.id])
        waiting.discard(forgotten.address)
    while waiting:
        by_label: defaultdict[str, list[str]] = defaultdict(list)
        for label, own_id in sorted(waiting):
            by_label[label].append(own_id)
        waiting = set()
        for label, ids in by_label.items():
            unused = _unused(transaction, label, ids)
            count, ends = _remove_links(transaction, label, unused)
            removed += Removed(relationships=count) + remove(transaction, label, unused)
            waiting |= ends
    return removed


def unused_anywhere(asked: Asked) -> set[Address]:
    """Every node that no document uses, but those that stay because of others and have nothing but id and name."""
    found: set[Address] = set()
    for label in sorted({node.labels()[-1] for node in NODES}):
        only_cited = "node.external IS NOT NULL AND " if label == Document.label else ""
        text = (
            f"MATCH (node:{label}) WHERE node.id IS NOT NULL AND {only_cited}NOT EXISTS {{ {USES.get(label, NAMED)} }} "
            "RETURN node, EXISTS { (node)--() } AS linked"
        )
        for row in asked.rows(text, {}):
            if not row["linked"] or set(row["node"]["properties"]) - {"id", "name", "external"}:
                found.add((label, str(row["node"]["id"])))
    return found


def _unused(transaction: Transaction, label: str, ids: list[str]) -> list[str]:
    only_cited = "node.external IS NOT NULL AND " if label == Document.label else ""
    text = (
        f"UNWIND $ids AS id MATCH (node:{held.pattern(transaction, label)} {{id: id}}) "
        f"WHERE {only_cited}NOT EXISTS {{ {USES.get(label, NAMED)} }} RETURN node.id AS id"
    )
    return [row["id"] for row in transaction.rows(text, {"ids": ids})]


def _remove_links(transaction: Transaction, label: str, ids: list[str]) -> tuple[int, set[Address]]:
    """Remove what data files say of nodes; how much it was, and what it led to."""
    ends: list[Address] = []
    start = f"UNWIND $ids AS id MATCH (node:{held.pattern(transaction, label)} {{id: id}})"
    for link in DATA_LINKS.get(label, ()) if ids else ():
        found = transaction.rows(f"{start}{link} RETURN other.id AS id, labels(other) AS labels", {"ids": ids})
        if found:
            transaction.rows(f"{start}{link} DELETE link", {"ids": ids})
        ends += [(held.own_labels_of(row["labels"])[-1], row["id"]) for row in found]
    return len(ends), set(ends)


def remove(transaction: Transaction, label: str, ids: list[str]) -> Removed:
    """Delete nodes on which nothing hangs and to which others added nothing; the rest keeps id and name only."""
    if not ids:
        return Removed()
    start = f"UNWIND $ids AS id MATCH (node:{held.pattern(transaction, label)} {{id: id}})"
    text = f"{start} RETURN node, elementId(node) AS element, EXISTS {{ (node)--() }} AS linked"
    kept = []
    for row in transaction.rows(text, {"ids": ids}):
        node, ours = row["node"], held.node_row(row)
        theirs = set(node["properties"]) - set(NODE_BY_LABEL[ours.labels[0]].model_fields)
        if row["linked"] or theirs or set(node["labels"]) - set(ours.labels):
            kept.append((ours, _remains(ours)))
    transaction.write(Batch(change_nodes=tuple(kept)))
    gone = sorted(set(ids) - {old.id for old, _ in kept})
    transaction.rows(f"{start} DELETE node", {"ids": gone})
    return Removed(nodes=len(gone), kept=len(kept))


def _remains(node: NodeRow) -> NodeRow:
    """What stays of a node: id and name; an actor becomes an `External`, a document one that is only cited."""
    properties: dict[str, Value] = {"id": node.id, "name": node.properties["name"]}
    if node.labels[0] == Document.label:
        properties["external"] = True
    labels = External.labels() if node.labels[-1] == Organization.label else node.labels
    return NodeRow(node.id, labels, properties, node.element)
