"""Parts of a stored graph: nodes and relationships of ours, found from ids, and read some thousands at a time as they are gone through."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import Any, NamedTuple

from graph.schema import ACTORS, NODE_BY_LABEL, NODES, RELATIONSHIP_BY_TYPE, RELATIONSHIPS
from graph.store.protocol import Store

KINDS = 5_000  # sets of labels and of names that are remembered
AT_ONCE = 5_000  # nodes, with all that leads from them
ACTOR_LABELS = {"Organization", *(actor.label for actor in ACTORS)}
# The index of names is in no export, and neither are the relationships that lead from it.
OTHER_LABELS = tuple(label for label in NODE_BY_LABEL if label not in {*ACTOR_LABELS, "Name"})
LABELS = {*ACTOR_LABELS, *OTHER_LABELS}
TYPES = tuple(one for one in RELATIONSHIP_BY_TYPE if one != "NAMES")
# Each name stands once in memory, however many things have it.
OF_NODES = {name: name for node in NODES for name in node.model_fields if name != "id"}
OF_LINKS = {name: name for link in RELATIONSHIPS for name in link.model_fields if name not in ("start_id", "end_id")}
TYPE_NAMES = {name: name for name in TYPES}
Ids = Mapping[str, str]
"""The most special label of ours by id."""


class Node(NamedTuple):
    """A node: its id, its labels with the most special one first, its properties by name."""

    id: str
    labels: list[str]
    properties: dict[str, Any]


class Link(NamedTuple):
    """A relationship: the ids of its ends; its key, which is its type, `TYPE@document` where several documents say it; its properties."""

    start: str
    end: str
    key: str
    type: str
    properties: dict[str, Any]


@dataclass(frozen=True)
class Part:
    """Nodes of a store, and the relationships of some types between them; they are read whenever they are gone through."""

    reader: "Reader"
    ids: dict[str, str]
    """The most special label by id, in the order of ids."""
    types: tuple[str, ...] = TYPES

    def nodes(self) -> Iterator[Node]:
        """The nodes by id; one that is gone meanwhile is no longer in the part."""
        for some in _batches(self.ids):
            found = {node.id: node for node in self.reader.nodes({one: self.ids[one] for one in some})}
            for one in some:
                if one in found:
                    yield found[one]
                else:
                    del self.ids[one]

    def links(self) -> Iterator[Link]:
        """The relationships by start, type, end and document."""
        for some in _batches(self.ids):
            yield from self.reader.links({one: self.ids[one] for one in some}, self.ids, self.types)

    def only(self, types: Sequence[str]) -> "Part":
        """The relationships of some types and the nodes at their ends."""
        chosen = Part(self.reader, self.ids, tuple(types))
        ends = {end for link in chosen.links() for end in (link.start, link.end)}
        return Part(self.reader, {one: label for one, label in self.ids.items() if one in ends}, tuple(types))


class Reader:
    """Reads parts of the graph in a store; what is not of our labels and types is passed over."""

    types = "|".join(TYPES)

    def __init__(self, store: Store) -> None:
        self.store = store

    def everything(self) -> Part:
        """All nodes and the relationships between them."""
        return self.induced(dict(self._labels("", {}, ("", *OTHER_LABELS))))

    def induced(self, ids: Ids) -> Part:
        """These nodes and the relationships between them."""
        return Part(self, dict(sorted(ids.items())))

    def known(self, ids: Sequence[str]) -> dict[str, str]:
        """Those of the nodes that are there."""
        return dict(self._labels("WHERE node.id IN $ids", {"ids": list(ids)}, ("", *OTHER_LABELS)))

    def in_place(self, places: Sequence[str]) -> Ids:
        """Every actor of these places."""
        text = "MATCH (place:Place) WHERE place.id IN $ids MATCH (place)<-[:IN_PLACE]-(other)"
        return self._ends(text, {"ids": list(places)})

    def neighbours(self, ids: Ids, types: str = "", *, against: bool | None = None) -> dict[str, str]:
        """The nodes that a relationship joins with these; only against its direction, or along it, where told."""
        found: dict[str, str] = {}
        sides = [f"-[link:{types or self.types}]->", f"<-[link:{types or self.types}]-"]
        for side in sides if against is None else sides[against : against + 1]:
            for pattern, own in self._groups(ids):
                text = f"MATCH (node:{pattern}) WHERE node.id IN $ids MATCH (node){side}(other)"
                found |= self._ends(text, {"ids": sorted(own)})
        return found

    def _ends(self, text: str, given: Mapping[str, Any]) -> dict[str, str]:
        rows = self.store.rows(f"{text} RETURN DISTINCT other.id AS id, labels(other) AS labels", given)
        return {row["id"]: labels[0] for row in rows if row["id"] and (labels := own_labels(row["labels"]))}

    def _labels(self, where: str, given: Mapping[str, Any], groups: Iterable[str]) -> Iterator[tuple[str, str]]:
        for group in groups:
            text = f"MATCH (node:{self._pattern(group)}) {where} RETURN node.id AS id, labels(node) AS labels"
            for row in self.store.each(text, given):
                if row["id"] is not None:
                    yield row["id"], own_labels(row["labels"])[0]

    def nodes(self, ids: Ids) -> Iterator[Node]:
        """Those of the nodes that are there, with their properties."""
        for pattern, own in self._groups(ids):
            text = (
                f"MATCH (node:{pattern}) WHERE node.id IN $ids "
                "RETURN node.id AS id, labels(node) AS labels, properties(node) AS properties"
            )
            for row in self.store.each(text, {"ids": own}):
                yield Node(row["id"], own_labels(row["labels"]), own_properties(row["properties"], of_nodes=True))

    def links(self, ids: Ids, ends: Collection[str], types: Iterable[str] = TYPES) -> Iterator[Link]:
        """The relationships that lead from nodes to some of `ends`, by start, type, end and document."""
        found: dict[str, list[Link]] = {}
        for pattern, own in self._groups(ids):
            text = (
                f"MATCH (node:{pattern}) WHERE node.id IN $ids MATCH (node)-[link:{'|'.join(types)}]->(other) "
                "RETURN node.id AS start, collect([other.id, type(link), properties(link), labels(other)]) AS links"
            )
            for row in self.store.each(text, {"ids": own}):
                ours = [one for one in row["links"] if one[0] in ends and _own_labels(tuple(one[3]))]
                found[row["start"]] = _sorted(row["start"], ours)
        for start in ids:
            yield from found.pop(start, ())

    def _groups(self, ids: Ids) -> Iterator[tuple[str, list[str]]]:
        """What the store finds the nodes by, group by group: one for all actors, one for every other label."""
        groups: dict[str, list[str]] = {}
        for one, label in ids.items():
            groups.setdefault("" if label in ACTOR_LABELS else label, []).append(one)
        return ((self._pattern(group), own) for group, own in groups.items())

    def _pattern(self, group: str) -> str:
        return group or self.store.actors


def _batches(ids: Ids) -> Iterator[list[str]]:
    waiting = iter(list(ids))
    while some := list(islice(waiting, AT_ONCE)):
        yield some


def _sorted(start: str, found: list[Sequence[Any]]) -> list[Link]:
    """What leads from one node, each with its key."""
    found.sort(key=lambda one: (one[1], one[0], str(one[2].get("document"))))
    pairs = [(one[1], one[0]) for one in found]
    several = {one for one, after in pairwise(pairs) if one == after} if len(set(pairs)) < len(pairs) else ()
    links = []
    for end, kind, given, _ in found:
        properties, key = own_properties(given), TYPE_NAMES[kind]
        if several and (kind, end) in several and "document" in properties:
            key = f"{kind}@{properties['document']}"
        links.append(Link(start, end, key, TYPE_NAMES[kind], properties))
    return links


def own_labels(labels: Iterable[str]) -> list[str]:
    """Those of the labels that are ours, the most special first."""
    return list(_own_labels(tuple(labels)))


@lru_cache(maxsize=KINDS)
def _own_labels(labels: tuple[str, ...]) -> tuple[str, ...]:
    ours = (label for label in labels if label in LABELS)
    return tuple(sorted(ours, key=lambda label: (label == "Organization", label)))


def own_properties(properties: Mapping[str, Any], *, of_nodes: bool = False) -> dict[str, Any]:
    """Those of the properties that are ours, by name, without what is absent."""
    own = {name: properties[name] for name in _own_names(tuple(properties), of_nodes)}
    return own if None not in own.values() else {name: one for name, one in own.items() if one is not None}


@lru_cache(maxsize=KINDS)
def _own_names(names: tuple[str, ...], of_nodes: bool) -> tuple[str, ...]:
    known = OF_NODES if of_nodes else OF_LINKS
    return tuple(sorted(known[name] for name in names if name in known))
