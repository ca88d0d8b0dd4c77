"""Parts of a stored graph: nodes and relationships of ours, found from ids, and read some thousands at a time as they are gone through."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from graph.export.columns import Columns, columns
from graph.schema import ACTORS, NODE_BY_LABEL, NODES, RELATIONSHIP_BY_TYPE
from graph.store.protocol import Store

KINDS = 5_000  # sets of labels and of names that are remembered
AT_ONCE = 5_000  # nodes, with all that leads from them
FEW = 250  # nodes, of which one question is quicker than one for each type of what leads from them
ACTOR_LABELS = {"Organization", *(actor.label for actor in ACTORS)}
# The index of names is in no export, and neither are the relationships that lead from it.
OTHER_LABELS = tuple(label for label in NODE_BY_LABEL if label not in {*ACTOR_LABELS, "Name"})
LABELS = {*ACTOR_LABELS, *OTHER_LABELS}
ANY = "|".join(sorted(LABELS))
TYPES = tuple(one for one in RELATIONSHIP_BY_TYPE if one != "NAMES")
# Each name stands once in memory, however many things have it.
OF_NODES = {name: name for node in NODES for name in node.model_fields if name != "id"}
OF_LINKS = {
    kind: sorted(link.model_fields.keys() - {"start_id", "end_id"}) for kind, link in RELATIONSHIP_BY_TYPE.items()
}
TYPE_NAMES = {name: name for name in TYPES}
EVERY = "MATCH (node:{})"
ENDS = "node.id AS start, other.id AS finish"
NAMES = "MATCH (name:Name)-[link:NAMES]->(other) RETURN name.id AS name, other.id AS finish, link.document AS document"
FROM_IDS = "UNWIND $ids AS id MATCH (node:{} {{id: id}})"
# Properties whose values come again and again: each value stands in memory once.
SHARED = ("document", "confidence", "label", "level", "status")
Rows = list[dict[str, Any]]
Ids = Mapping[str, str]
"""The most special label of ours by id."""


@dataclass(frozen=True)
class Part:
    """Nodes of a store, and the relationships of some types between them; they are read whenever they are gone through."""

    reader: "Reader"
    ids: dict[str, str]
    """The most special label by id, in the order of ids."""
    types: tuple[str, ...] = TYPES

    def nodes(self) -> Iterator[Columns]:
        """The nodes, of one kind and some thousands at most together; one that is gone meanwhile is no longer in the part."""
        for some in _batches(self.ids):
            gone = set(some)
            for nodes in self.reader.nodes({one: self.ids[one] for one in some}):
                gone.difference_update(nodes.keys[0])
                yield nodes
            for one in gone:
                del self.ids[one]

    def links(self) -> Iterator[Columns]:
        """The relationships, of one type and from some thousands of nodes at most together."""
        shared: dict[Any, Any] = {}
        for some in _batches(self.ids):
            yield from self.reader.links({one: self.ids[one] for one in some}, self.ids, self.types, shared)

    def names(self) -> Iterator[dict[str, Any]]:
        """The index of names, as far as it leads to these nodes: `name`, `finish` (the id) and `document` (None of data files)."""
        return (row for row in self.reader.store.each(NAMES, {}) if row["finish"] in self.ids)

    def only(self, types: Sequence[str]) -> "Part":
        """The relationships of some types and the nodes at their ends."""
        chosen = Part(self.reader, self.ids, tuple(types))
        ends = {end for links in chosen.links() for side in links.keys[:2] for end in side}
        return Part(self.reader, {one: label for one, label in self.ids.items() if one in ends}, tuple(types))


class Reader:
    """Reads parts of the graph in a store; what is not of our labels and types is passed over."""

    types = "|".join(TYPES)

    def __init__(self, store: Store) -> None:
        self.store = store

    def everything(self) -> Part:
        """All nodes and the relationships between them."""
        return self.induced(dict(self._labels(EVERY, {}, ("", *OTHER_LABELS))))

    def induced(self, ids: Ids) -> Part:
        """These nodes and the relationships between them."""
        return Part(self, dict(sorted(ids.items())))

    def known(self, ids: Sequence[str]) -> dict[str, str]:
        """Those of the nodes that are there."""
        return dict(self._labels(FROM_IDS, {"ids": list(ids)}, ("", *OTHER_LABELS)))

    def in_place(self, places: Sequence[str]) -> Ids:
        """Every actor of these places."""
        text = "MATCH (place:Place) WHERE place.id IN $ids MATCH (place)<-[:IN_PLACE]-(other)"
        return self._ends(text, {"ids": list(places)})

    def neighbours(self, ids: Ids, types: str = "", *, against: bool | None = None) -> dict[str, str]:
        """The nodes that a relationship joins with these; only against its direction, or along it, where told."""
        found: dict[str, str] = {}
        sides = [f"-[link:{types or self.types}]->", f"<-[link:{types or self.types}]-"]
        for side in sides if against is None else sides[against : against + 1]:
            for start, own in self._groups(ids):
                found |= self._ends(f"{start} MATCH (node){side}(other)", {"ids": own})
        return found

    def _ends(self, text: str, given: Mapping[str, Any]) -> dict[str, str]:
        rows = self.store.rows(f"{text} RETURN DISTINCT other.id AS id, labels(other) AS labels", given)
        return {row["id"]: labels[0] for row in rows if row["id"] and (labels := own_labels(row["labels"]))}

    def _labels(self, start: str, given: Mapping[str, Any], groups: Iterable[str]) -> Iterator[tuple[str, str]]:
        for group in groups:
            text = f"{start.format(group or self.store.actors)} RETURN node.id AS id, labels(node) AS labels"
            for row in self.store.each(text, given):
                if row["id"] is not None:
                    yield row["id"], own_labels(row["labels"])[0]

    def nodes(self, ids: Ids) -> Iterator[Columns]:
        """Those of the nodes that are there, with labels and properties; those that the store finds alike together."""
        for start, own in self._groups(ids):
            text = f"{start} RETURN node.id AS id, labels(node) AS labels, properties(node) AS properties"
            rows = list(self.store.each(text, {"ids": own}))
            if rows:
                data = [{"labels": own_labels(row["labels"]), **own_properties(row["properties"])} for row in rows]
                yield columns(([row["id"] for row in rows],), data)

    def links(self, ids: Ids, ends: Collection[str], types: Iterable[str], shared: dict[Any, Any]) -> Iterator[Columns]:
        """The relationships that lead from nodes to some of `ends`; values that come again are taken from `shared`."""
        for start, own in self._groups(ids):
            given, pattern = {"ids": own}, f"{start} MATCH (node)-[link:{'|'.join(types)}]->(other:{ANY})"
            found = self._of_few(pattern, given) if len(own) < FEW else self._of_many(start, pattern, given)
            for kind, rows in found:
                if here := [row for row in rows if row["finish"] in ends]:
                    yield _links(kind, here, shared)

    def _of_few(self, pattern: str, given: Mapping[str, Any]) -> Iterator[tuple[str, Rows]]:
        """What leads from a few nodes, by type: one question for all of it."""
        found: defaultdict[str, Rows] = defaultdict(list)
        text = f"{pattern} RETURN {ENDS}, type(link) AS type, properties(link) AS properties"
        for row in self.store.each(text, given):
            found[row["type"]].append({**row["properties"], "start": row["start"], "finish": row["finish"]})
        return iter(sorted(found.items()))

    def _of_many(self, start: str, pattern: str, given: Mapping[str, Any]) -> Iterator[tuple[str, Rows]]:
        """What leads from many nodes: a question for each type of it, whose properties are columns of the answer."""
        kinds = self.store.each(f"{pattern} RETURN DISTINCT type(link) AS type", given)
        for kind in sorted(row["type"] for row in kinds):
            asked = ", ".join([ENDS, *(f"link.{name} AS {name}" for name in OF_LINKS[kind])])
            text = f"{start} MATCH (node)-[link:{kind}]->(other:{ANY}) RETURN {asked}"
            yield kind, list(self.store.each(text, given))

    def _groups(self, ids: Ids) -> Iterator[tuple[str, list[str]]]:
        """How the store finds nodes, group by group: those that it finds by the same label."""
        groups: dict[str, list[str]] = {}
        for one, label in ids.items():
            groups.setdefault(self._found_by(label), []).append(one)
        return ((FROM_IDS.format(label), own) for label, own in groups.items())

    def _found_by(self, label: str) -> str:
        """The label, or what the store finds actors by."""
        return self.store.actors if label in ACTOR_LABELS and label not in self.store.actors.split("|") else label


def _batches(ids: Ids) -> Iterator[list[str]]:
    waiting = iter(list(ids))
    while some := list(islice(waiting, AT_ONCE)):
        yield some


def _links(kind: str, rows: Rows, shared: dict[Any, Any]) -> Columns:
    """Rows of one type as columns, without those in which nothing is; each relationship gets its key."""
    found: dict[str, list[Any]] = {}
    for name in OF_LINKS[kind]:
        column = [row.get(name) for row in rows]
        if column.count(None) < len(rows):
            found[name] = [shared.setdefault(one, one) for one in column] if name in SHARED else column
    starts, ends = ([row[side] for row in rows] for side in ("start", "finish"))
    keys = [TYPE_NAMES[kind]] * len(rows)
    several = Counter(zip(starts, ends, strict=True))
    if len(several) < len(rows):
        for place, (start, end, document) in enumerate(zip(starts, ends, found.get("document", keys), strict=True)):
            if several[start, end] > 1 and "document" in found and document is not None:
                keys[place] = f"{kind}@{document}"
    return Columns((starts, ends, keys), {"type": [TYPE_NAMES[kind]] * len(rows), **found})


def own_labels(labels: Iterable[str]) -> list[str]:
    """Those of the labels that are ours, the most special first."""
    return list(_own_labels(tuple(labels)))


@lru_cache(maxsize=KINDS)
def _own_labels(labels: tuple[str, ...]) -> tuple[str, ...]:
    ours = (label for label in labels if label in LABELS)
    return tuple(sorted(ours, key=lambda label: (label == "Organization", label)))


def own_properties(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the properties that are ours, by name, without what is absent."""
    own = {name: properties[name] for name in _own_names(tuple(properties))}
    return own if None not in own.values() else {name: one for name, one in own.items() if one is not None}


@lru_cache(maxsize=KINDS)
def _own_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(OF_NODES[name] for name in names if name in OF_NODES))
