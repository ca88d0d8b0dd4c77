"""A graph of schema 1 becomes one of schema 2: `documents` and `claims` on nodes become relationships of documents."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph.identity import document_id
from graph.schema import NODE_BY_LABEL, NODES, RELATIONSHIPS, Document
from graph.statement import NodeRow, RelationshipRow, Value
from graph.store import held
from graph.store.protocol import Asked, Store, Transaction
from loaders.digests import digests
from loaders.names import with_names
from loaders.places import places
from loaders.plan import plan
from loaders.reference import functions, place_statements
from loaders.removal import remove
from loaders.rows import Rows, rows_of, with_claims

OLD = ("documents", "claims", "marker")


def carry_over(store: Store) -> list[str]:
    """Write a graph of schema 1 anew, in one transaction; the documents that were in it. What others added stays."""
    return store.change(_carry_over, carrying=True)


def _carry_over(transaction: Transaction) -> list[str]:
    documents = dict(_documents(transaction))
    for one in RELATIONSHIPS:
        transaction.rows(f"MATCH (origin)-[link:{one.relation}]->(target) WHERE {_ours(one.relation)} DELETE link", {})
    for label in sorted({node.labels()[-1] for node in NODES}):
        found = transaction.rows(f"MATCH (node:{label}) WHERE node.documents IS NOT NULL RETURN node.id AS id", {})
        text = f"MATCH (node:{label}) WHERE node.documents IS NOT NULL SET node += {{documents: null, claims: null, marker: null}}"
        transaction.rows(text, {})
        remove(transaction, label, [row["id"] for row in found])
    for document, rows in sorted(documents.items()):
        transaction.write(plan(transaction, document, rows, {}, thorough=True).batch)
    return sorted(documents)


def _ours(relation: str) -> str:
    """Which relationships of a type were written by us: those of documents, and of data files between our nodes."""
    between = "origin.documents IS NOT NULL AND target.documents IS NOT NULL"
    return between if relation in held.LINKS else f"link.document IS NOT NULL AND {between}"


def _documents(asked: Asked) -> Iterator[tuple[str, Rows]]:
    """Every document of an old graph with the rows that it has in a new one."""
    claims: defaultdict[str, dict[str, NodeRow]] = defaultdict(dict)
    for node in _old_nodes(asked):
        for document, row in _claims_of(node).items():
            claims[document][row.id] = row
    said, links = _old_relationships(asked)
    for document, nodes in claims.items():
        own_id = document_id(document)
        if own_id not in nodes:
            continue
        between = {row.key: row for row in links if row.start in nodes and row.end in nodes}
        relationships = between | {row.key: row for row in said.get(document, ())}
        rows = with_names(with_claims(_with_data(Rows(nodes, relationships)), document), document)
        marked = replace(
            nodes[own_id],
            properties={**nodes[own_id].properties, "statements": rows.owned, "digests": digests(rows, own_id)},
        )
        yield document, Rows({**rows.nodes, own_id: marked}, rows.relationships)


def _with_data(rows: Rows) -> Rows:
    """The rows with what data files say today of their functions and of the places of all actors."""
    there = {str(row.properties["place"]) for row in rows.nodes.values() if "place" in row.properties}
    codes = sorted(row.id for row in rows.nodes.values() if row.labels[0] == "Function" and row.id in functions().nodes)
    said = [one for place in sorted(there) if place in places() for one in place_statements(place)]
    more = rows_of([*said, *(one for code in codes for one in functions().around(code))], "the graph")
    return Rows({**rows.nodes, **more.nodes}, {**rows.relationships, **more.relationships})


def _old_nodes(asked: Asked) -> Iterator[Mapping[str, Any]]:
    for label in sorted({node.labels()[-1] for node in NODES}):
        text = f"MATCH (node:{label}) WHERE node.documents IS NOT NULL RETURN node"
        yield from (row["node"] for row in asked.rows(text, {}))


def _claims_of(node: Mapping[str, Any]) -> dict[str, NodeRow]:
    """What each document says of an old node: `claims` run parallel to `documents` where they differ."""
    properties, labels = node["properties"], held.own_labels_of(node["labels"])
    documents = [str(document) for document in properties["documents"]]
    kept = properties.get("claims")
    if not kept:
        return {document: _new(node["id"], labels, properties) for document in documents}
    loaded = [json.loads(str(text)) for text in kept]
    return {
        document: _new(node["id"], tuple(claim["labels"]), claim["properties"])
        for document, claim in zip(documents, loaded, strict=True)
    }


def _new(own_id: str, labels: tuple[str, ...], properties: Mapping[str, Value]) -> NodeRow:
    fields = NODE_BY_LABEL[labels[0]].model_fields
    new_id = _new_id(own_id, labels[0])
    kept = {name: value for name, value in properties.items() if name in fields and name not in OLD}
    return NodeRow(new_id, labels, {**kept, "id": new_id})


def _new_id(own_id: str, label: str) -> str:
    loaded = label == Document.label and not own_id.startswith("cited/")
    return document_id(own_id) if loaded else own_id


def _old_relationships(asked: Asked) -> tuple[dict[str, list[RelationshipRow]], list[RelationshipRow]]:
    """The relationships of each document, and what data files said."""
    said: defaultdict[str, list[RelationshipRow]] = defaultdict(list)
    links: list[RelationshipRow] = []
    for one in RELATIONSHIPS:
        if one.relation in held.CLAIMS:
            continue
        text = f"MATCH (origin)-[link:{one.relation}]->(target) WHERE {_ours(one.relation)} {held.FOUND}"
        for row in map(held.relationship_row, asked.rows(text, {})):
            start, end = _new_id(row.start, row.start_label), _new_id(row.end, row.end_label)
            new = RelationshipRow(row.type, start, end, row.document, row.start_label, row.end_label, row.properties)
            if row.document:
                said[row.document].append(new)
            else:
                links.append(new)
    return said, links
