"""Does a graph hold what its documents say? Markers, claims, labels, ends and use of every node, compared with each other."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from graph.identity import document_id
from graph.said import Said
from graph.schema import NODES, RELATIONSHIPS, Document, Function, Node, Place, Question
from graph.statement import NodeRow, RelationshipRow, differing
from graph.store import held
from graph.store.protocol import Asked
from graph.store.statements import own_labels
from loaders.claims import is_claimed, shown
from loaders.digests import changed, of_link, of_node, summed
from loaders.markers import NOTES, is_loaded
from loaders.places import NATION, places
from loaders.reference import functions
from loaders.removal import unused_anywhere
from loaders.rows import properties_of

REMOVE = Said("guapai cypher --write, and remove it")


@dataclass(frozen=True)
class GraphFinding:
    """What does not agree: where (a document or a node), what was found, and how it is repaired."""

    where: str
    found: str
    todo: str


def check_graph(asked: Asked) -> list[GraphFinding]:
    """Everything in a graph that does not agree, in the order of documents, then of nodes."""
    documents = {row.id: row for row in _nodes(asked, Document.label)}
    return [
        *_markers(asked, documents),
        *_ends(asked),
        *_claims(asked),
        *_data(asked),
        *_unused(asked),
        *_placeless(asked),
    ]


def _markers(asked: Asked, documents: Mapping[str, NodeRow]) -> Iterator[GraphFinding]:
    """Documents that own more or fewer relationships than they did when they were loaded, or others."""
    owned, there = _owned(asked, documents)
    loaded = {own_id.removeprefix("document/"): row for own_id, row in documents.items() if is_loaded(row)}
    for document, row in sorted(loaded.items()):
        wanted, count = row.properties.get("statements"), owned.pop(document, 0)
        if count != wanted:
            found = Said("{} relationships are there, {} were written", count, wanted)
            yield GraphFinding(document_id(document), found, _load_again(document))
        elif not row.properties.get(NOTES):
            found = Said("nothing tells whether what the document says was changed: an older guapai loaded it")
            yield GraphFinding(document_id(document), found, _load_again(document))
        elif names := _changed(row, there[document]):
            found = Said("what the document says is not as it was written: {}", ", ".join(names))
            yield GraphFinding(document_id(document), found, _load_again(document))
    for document, count in sorted(owned.items()):
        found = Said("{} relationships are of a document that is not loaded", count)
        yield GraphFinding(document_id(document), found, _load_again(document))


def _owned(asked: Asked, documents: Mapping[str, NodeRow]) -> tuple[Counter[str], defaultdict[str, Counter[str]]]:
    """How many relationships each document owns; and the sums over all that it says, by kind."""
    owned: Counter[str] = Counter()
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in RELATIONSHIPS:
        text = (
            f"MATCH (origin)-[link:{one.relation}]->(target) WHERE link.document IS NOT NULL "
            "RETURN link, link.document AS document, origin.id AS start, target.id AS finish"
        )
        for row in asked.rows(text, {}):
            owned[row["document"]] += 1
            sums[row["document"]].update(
                dict([of_link(row["link"]["type"], row["start"], row["finish"], row["link"]["properties"])])
            )
    for node in (*_nodes(asked, Question.label), *documents.values()):
        document = str(node.properties.get("document") or node.id.removeprefix("document/"))
        sums[document].update(dict([of_node(node.labels[0], node.properties)]))
    return owned, sums


def _changed(document: NodeRow, there: Mapping[str, int]) -> list[str]:
    """The kinds of what a document says that differ from what its load noted."""
    noted = document.properties.get(NOTES)
    return changed(map(str, noted if isinstance(noted, list) else [noted]), summed(there.items()))


def _ends(asked: Asked) -> Iterator[GraphFinding]:
    """Relationships of documents that end at what their type does not allow, and those that are there twice."""
    for one in RELATIONSHIPS:
        allowed = [{kind.label for kind in kinds} for kinds in (one.start, one.end)]
        text = (
            f"MATCH (origin)-[link:{one.relation}]->(target) WHERE link.document IS NOT NULL "
            "RETURN labels(origin) AS start_labels, labels(target) AS end_labels, link.document AS document, "
            "origin.id AS start, target.id AS finish, count(link) AS count"
        )
        for row in asked.rows(text, {}):
            sides = (row["start_labels"], row["end_labels"])
            if any(not kinds & set(labels) for kinds, labels in zip(allowed, sides, strict=True)):
                found = Said(
                    "{} between {} and {} meets a node of another kind", one.relation, row["start"], row["finish"]
                )
                yield GraphFinding(document_id(row["document"]), found, _anew(row["document"]))
            elif row["count"] > 1:
                found = Said(
                    "{} between {} and {} is there {} times", one.relation, row["start"], row["finish"], row["count"]
                )
                yield GraphFinding(document_id(row["document"]), found, _anew(row["document"]))


def _claims(asked: Asked) -> Iterator[GraphFinding]:
    """Nodes that show something else than what their documents say."""
    for label in _addressed():
        said: defaultdict[str, list[RelationshipRow]] = defaultdict(list)
        text = f"MATCH (origin:{label})-[link:NAMED_IN|DESCRIBED_IN]->(target:Document) {held.FOUND}"
        for claim in map(held.relationship_row, asked.rows(text, {})):
            said[claim.start].append(claim)
        for node in _nodes(asked, label):
            if not is_claimed(node) or node.id not in said:
                continue
            right = shown(node.id, said[node.id])
            if node == right:
                continue
            names = sorted(
                name
                for name in {*node.properties, *right.properties}
                if node.properties.get(name) != right.properties.get(name)
            )
            found = Said("the node differs from what its documents say: {}", ", ".join(names) or "labels")
            yield GraphFinding(node.id, found, _load_again(said[node.id][0].document))


def _data(asked: Asked) -> Iterator[GraphFinding]:
    """Places and functions that show something else than the data files say."""
    known: dict[str, Callable[[str], Node | None]] = {
        Place.label: lambda own_id: places().node(own_id) if own_id in places() else None,
        Function.label: functions().nodes.get,
    }
    for label, of in known.items():
        for node in _nodes(asked, label):
            right = of(node.id)
            wrong = sorted(differing(node.properties, properties_of(right))) if right else []
            if wrong:
                found = Said("the node differs from what the data files say: {}", ", ".join(wrong))
                yield GraphFinding(node.id, found, Said("guapai load, with the record of a document that names it"))


def _unused(asked: Asked) -> Iterator[GraphFinding]:
    """Nodes that no document uses, and nodes under our labels that have no id."""
    for label in _addressed():
        for row in asked.rows(f"MATCH (node:{label}) WHERE node.id IS NULL RETURN count(node) AS count", {}):
            if row["count"]:
                yield GraphFinding(label, Said("{} nodes without an id are not ours", row["count"]), REMOVE)
    for _, own_id in sorted(unused_anywhere(asked)):
        yield GraphFinding(own_id, Said("no document uses this node"), REMOVE)


def _placeless(asked: Asked) -> Iterator[GraphFinding]:
    """Actors that are in no place although they say one; places and functions that have lost the wider one."""
    text = (
        "MATCH (node:Organization) WHERE node.place IS NOT NULL AND NOT EXISTS { (node)-[:IN_PLACE]->(:Place) } "
        "OPTIONAL MATCH (node)-[link:NAMED_IN|DESCRIBED_IN]->() "
        "RETURN node.id AS id, min(link.document) AS document ORDER BY id"
    )
    for row in asked.rows(text, {}):
        yield GraphFinding(row["id"], Said("the actor is in no place"), _load_again(row["document"]))
    wider: dict[str, Container[object]] = {"Place": places(), "Function": functions().within}
    for label, known in wider.items():
        text = f"MATCH (node:{label}) WHERE NOT EXISTS {{ (node)-[:WITHIN]->() }} RETURN node.id AS id ORDER BY id"
        for row in asked.rows(text, {}):
            if row["id"] in known and row["id"] != NATION:
                yield GraphFinding(
                    row["id"],
                    Said("what it lies in is not there"),
                    Said("guapai forget a document below it, then load it"),
                )


def _load_again(document: str | None) -> str:
    return Said(
        "guapai load, with the record of {} alone: a load of one record compares all of it and repairs", document
    )


def _anew(document: str | None) -> str:
    return Said("guapai forget {}, then guapai load its record", document)


def _nodes(asked: Asked, label: str) -> Iterator[NodeRow]:
    text = f"MATCH (node:{label}) WHERE node.id IS NOT NULL RETURN node, elementId(node) AS element"
    yield from map(held.node_row, asked.rows(text, {}))


def _addressed() -> list[str]:
    """The label of each kind of node that never changes."""
    kinds = {node.label: node.labels()[-1] for node in NODES}
    return sorted({kinds[label] for label in own_labels()})


__all__ = ["GraphFinding", "check_graph"]
