"""What a graph holds, asked in the same words of every store: nodes by id, what a document says, who says it too.

Every question starts at an id, so that its cost does not grow with the graph.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.identity import document_id
from graph.schema import NODE_BY_LABEL, RELATIONSHIP_BY_TYPE, RELATIONSHIPS
from graph.statement import NodeRow, RelationshipRow
from graph.store.protocol import Asked

# What a document says of a node stands on these.
CLAIMS = ("NAMED_IN", "DESCRIBED_IN")
# What data files say; it belongs to no document.
LINKS = ("WITHIN", "GOVERNS", "IN_PLACE")
APART = (*CLAIMS, *LINKS, "RAISED_BY", "NAMES", "CITES")
FOUND = (
    "RETURN link, elementId(link) AS element, origin.id AS start, target.id AS finish, "
    "labels(origin) AS start_labels, labels(target) AS end_labels"
)
# What a document that only names an actor can say of it: many documents say the same of one that all of them name.
OF_NAMED = (
    "label", "name", "name_zh", "name_zh_source", "name_en", "name_en_source", "place", "form", "implied", "unnamed",
)  # fmt: skip


def by_document() -> str:
    """Every type of relationship that a document says between the nodes it names, as a pattern."""
    return "|".join(one.relation for one in RELATIONSHIPS if one.relation not in APART)


def find(asked: Asked, addresses: Iterable[tuple[str, str]]) -> dict[str, NodeRow]:
    """Those of the nodes that are there, by `NodeRow.key`; an address is `NodeRow.address`."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for label, own_id in addresses:
        wanted[label].append(own_id)
    found: list[dict[str, Any]] = []
    for label in sorted(wanted):
        text = (
            f"UNWIND $ids AS id MATCH (node:{pattern(asked, label)} {{id: id}}) RETURN node, elementId(node) AS element"
        )
        found += asked.rows(text, {"ids": wanted[label]})
    return {row.key: row for row in map(node_row, found)}


def pattern(asked: Asked, label: str) -> str:
    """The labels under which this store finds a node of a label by its id."""
    return asked.actors if label == "Organization" else NODE_BY_LABEL[label].label


def not_linked(asked: Asked, links: Iterable[RelationshipRow]) -> list[RelationshipRow]:
    """Those of the links that are not there, whoever says them: for what data files say between two nodes."""
    wanted: defaultdict[tuple[str, str], list[RelationshipRow]] = defaultdict(list)
    for row in links:
        wanted[row.type, row.start_label].append(row)
    missing: list[RelationshipRow] = []
    for (kind, start), rows in sorted(wanted.items()):
        text = (
            f"UNWIND $ids AS id MATCH (origin:{pattern(asked, start)} {{id: id}}) "
            f"MATCH (origin)-[:{RELATIONSHIP_BY_TYPE[kind].relation}]->(target) RETURN origin.id AS start, target.id AS finish"
        )
        found = asked.rows(text, {"ids": sorted({row.start for row in rows})})
        there = {(row["start"], row["finish"]) for row in found}
        missing += [row for row in rows if (row.start, row.end) not in there]
    return missing


def owned(asked: Asked, document: str) -> list[RelationshipRow]:
    """The relationships that a document says, found from the nodes it names."""
    rows: list[dict[str, Any]] = []
    for text in (*_said_texts(), _NAMES_TEXT):
        rows += asked.rows(f"{_EACH} {text} {FOUND}", _given([document]))
    return list({row.key: row for row in map(relationship_row, rows)}.values())


def count_owned(asked: Asked, documents: Iterable[str]) -> dict[str, tuple[int, int]]:
    """How many relationships each document says, found from the nodes it names; and how many of the index of names."""
    given = _given(documents)
    said, names = Counter[str](), Counter[str]()
    for text, count in (*((text, said) for text in _COUNTED), (_COUNTED_NAMES, names)):
        counted = f"{_EACH} MATCH {text} RETURN row.document AS document, count(*) AS count"
        count.update({one["document"]: int(one["count"]) for one in asked.rows(counted, given)})
    return {row["document"]: (said[row["document"]], names[row["document"]]) for row in given["rows"]}


def without_place(asked: Asked, documents: Iterable[str]) -> set[str]:
    """Those of the documents that name an actor which has lost its place."""
    text = (
        f"{_EACH} {_NAMED}(node) "
        "WHERE node.place IS NOT NULL AND NOT EXISTS { (node)-[:IN_PLACE]->(:Place) } "
        "RETURN row.document AS document, count(node) AS count"
    )
    return {str(one["document"]) for one in asked.rows(text, _given(documents)) if one["count"]}


def owned_anywhere(asked: Asked, document: str) -> list[RelationshipRow]:
    """The same, found by looking at every relationship: also what hangs on nothing that the document names."""
    rows: list[dict[str, Any]] = []
    for one in RELATIONSHIPS:
        text = f"MATCH (origin)-[link:{one.relation}]->(target) WHERE link.document = $document {FOUND}"
        rows += asked.rows(text, {"document": document})
    return list({row.key: row for row in map(relationship_row, rows)}.values())


_EACH = "UNWIND $rows AS row"
_NAMED = "MATCH (:Document {id: row.id})<-[:NAMED_IN|DESCRIBED_IN]-"
_NAMES_TEXT = f"{_NAMED}(target)<-[link:NAMES]-(origin) WHERE link.document = row.document"

# The same for counting: what is not called by a name is not fetched.
_COUNTED_NAMED = "(:Document {id: row.id})<-[:NAMED_IN|DESCRIBED_IN]-()"
_COUNTED_NAMES = f"{_COUNTED_NAMED}<-[:NAMES {{document: row.document}}]-()"
_COUNTED = (
    "(:Document {id: row.id})<-[:NAMED_IN|DESCRIBED_IN|RAISED_BY]-()",
    f"{_COUNTED_NAMED}-[:{by_document()} {{document: row.document}}]->()",
    "(:Document {id: row.id})-[:CITES]->()",
)


def _given(documents: Iterable[str]) -> dict[str, Any]:
    return {"rows": [{"id": document_id(document), "document": document} for document in documents]}


def _said_texts() -> Iterator[str]:
    yield "MATCH (target:Document {id: row.id})<-[link:NAMED_IN|DESCRIBED_IN|RAISED_BY]-(origin)"
    yield f"{_NAMED}(origin)-[link:{by_document()}]->(target) WHERE link.document = row.document"
    yield "MATCH (origin:Document {id: row.id})-[link:CITES]->(target)"


def claims(asked: Asked, nodes: Iterable[NodeRow], but: str) -> dict[str, list[RelationshipRow]]:
    """What documents other than `but` say of nodes, by key; of equal ones about an actor only the first document's."""
    found: defaultdict[str, list[RelationshipRow]] = defaultdict(list)
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for node in nodes:
        wanted[node.address[0]].append(node.id)
    for label, ids in sorted(wanted.items()):
        parameters = {"ids": ids, "document": but}
        actor = label == "Organization"
        start = f"UNWIND $ids AS id MATCH (origin:{pattern(asked, label)} {{id: id}})"
        types = "DESCRIBED_IN" if actor else "NAMED_IN"
        # The target is a document always; where its label is said, the embedded engine begins there, at all of them.
        text = f"{start}-[link:{types}]->(target) WHERE link.document <> $document {FOUND}"
        for row in map(relationship_row, asked.rows(text, parameters)):
            found[row.ends[0]].append(row)
        if actor:
            said = ", ".join(f"link.{name} AS {name}" for name in OF_NAMED)
            text = (
                f"{start}-[link:NAMED_IN]->() WHERE link.document <> $document "
                f"RETURN origin.id AS id, {said}, min(link.document) AS document"
            )
            for one in asked.rows(text, parameters):
                found[one["id"]].append(_named(one))
    return dict(found)


def _named(row: Mapping[str, Any]) -> RelationshipRow:
    said = {name: row[name] for name in (*OF_NAMED, "document") if row[name] is not None}
    document = row["document"]
    return RelationshipRow("NAMED_IN", row["id"], document_id(document), document, row["label"], "Document", said)


def own_labels_of(labels: Iterable[str]) -> tuple[str, ...]:
    """Those of the labels that are ours, the most special one first."""
    return tuple(sorted((one for one in labels if one in NODE_BY_LABEL), key=lambda one: one == "Organization"))


def node_row(row: Mapping[str, Any]) -> NodeRow:
    """A node that was found, with labels and properties of ours only."""
    node = row["node"]
    labels = own_labels_of(node["labels"])
    fields = NODE_BY_LABEL[labels[0]].model_fields
    properties = {name: value for name, value in node["properties"].items() if name in fields and value is not None}
    return NodeRow(properties["id"], labels, properties, row.get("element"))


def relationship_row(row: Mapping[str, Any]) -> RelationshipRow:
    """A relationship that was found, with properties of ours only."""
    link = row["link"]
    fields = RELATIONSHIP_BY_TYPE[link["type"]].model_fields
    properties = {name: value for name, value in link["properties"].items() if name in fields and value is not None}
    return RelationshipRow(
        link["type"],
        row["start"],
        row["finish"],
        properties.get("document"),
        own_labels_of(row["start_labels"])[0],
        own_labels_of(row["end_labels"])[0],
        properties,
        row.get("element"),
    )
