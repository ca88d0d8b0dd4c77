"""Parts of a stored graph: nodes and relationships of ours, found from ids, and read some thousands at a time as they are gone through."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from graph.export.asked import ACTOR_LABELS, ANY, Asked, own_labels
from graph.export.columns import Columns
from graph.export.said_lists import TYPES
from graph.schema import NODE_BY_LABEL
from graph.store.protocol import Store

AT_ONCE = 5_000  # nodes, with all that leads from them
FEW = 250  # nodes, of which one question is quicker than one for each type of what leads from them
MANY = 100_000  # nodes or relationships, of which one question holds too much
OTHER_LABELS = tuple(label for label in NODE_BY_LABEL if label not in {*ACTOR_LABELS, "Name"})
EVERY = "MATCH (node:{})"
NAMES = (
    f"MATCH (name:Name)-[link:NAMES]->(other:{ANY}) "
    "RETURN name.id AS name, other.id AS finish, link.document AS document"
)
FROM_IDS = "UNWIND $ids AS id MATCH (node:{} {{id: id}})"
Ids = Mapping[str, str]
"""The most special label of ours by id."""


@dataclass(frozen=True)
class Part:
    """Nodes of a store, and the relationships of some types between them; they are read whenever they are gone through."""

    reader: "Reader"
    ids: dict[str, str] = field(default_factory=dict)
    """The most special label by id, in the order of ids."""
    types: tuple[str, ...] = TYPES

    def nodes(self, *, as_text: bool = False) -> Iterator[Columns]:
        """The nodes, of one kind and some thousands at most together; one that is gone meanwhile is no longer in the part.

        With `as_text` values may be text already, an empty one where nothing is.
        """
        asked = Asked(self.reader.store, as_text)
        for some in _batches(self.ids):
            gone = set(some)
            for nodes in self.reader.nodes({one: self.ids[one] for one in some}, asked):
                gone.difference_update(nodes.keys[0])
                yield nodes
            for one in gone:
                del self.ids[one]

    def links(self, *, as_text: bool = False) -> Iterator[Columns]:
        """The relationships, of one type and from some thousands of nodes at most together."""
        asked = Asked(self.reader.store, as_text)
        for some in _batches(self.ids):
            yield from self.reader.links({one: self.ids[one] for one in some}, self.ids, self.types, asked)

    def names(self) -> Iterator[dict[str, Any]]:
        """The index of names, as far as it leads to these nodes: `name`, `finish` (the id) and `document` (None of data files)."""
        for found in self.reader.store.columns(NAMES, {}):
            for values in zip(*found.values(), strict=True):
                row = dict(zip(found, values, strict=True))
                if self._holds(row["finish"]):
                    yield row

    def _holds(self, own_id: str | None) -> bool:
        return own_id in self.ids

    def only(self, types: Sequence[str]) -> "Part":
        """The relationships of some types and the nodes at their ends."""
        chosen = replace(self, types=tuple(types))
        ends = {end for links in chosen.links() for side in links.keys[:2] for end in side}
        return Part(self.reader, dict(sorted(self._labels(ends).items())), tuple(types))

    def _labels(self, ids: Collection[str]) -> Ids:
        return {one: self.ids[one] for one in ids}


class Whole(Part):
    """All of a store: what is not too much is read kind by kind, without looking for each node; `ids` stays empty."""

    def nodes(self, *, as_text: bool = False) -> Iterator[Columns]:
        """See Part.nodes."""
        asked, store = Asked(self.reader.store, as_text), self.reader.store
        for group in (store.actors, *OTHER_LABELS):
            found = EVERY.format(group)
            if store.rows(f"{found} RETURN count(node) AS count", {})[0]["count"] <= MANY:
                yield from asked.nodes(found, {}, group)
            else:
                yield from Part(self.reader, dict(self.reader.labels(EVERY, {}, [group]))).nodes(as_text=as_text)

    def links(self, *, as_text: bool = False) -> Iterator[Columns]:
        """See Part.links."""
        asked, too_many = Asked(self.reader.store, as_text), []
        for kind in self.types:
            count = self.reader.store.rows(f"MATCH ()-[link:{kind}]->() RETURN count(link) AS count", {})[0]["count"]
            if count > MANY:
                too_many.append(kind)
            elif count:
                start, end = asked.ends_of_links(kind)
                yield from asked.links(f"MATCH (node:{start})-[link:{kind}]->(other:{end})", {}, kind, None)
        if too_many:
            every = dict(self.reader.labels(EVERY, {}, ("", *OTHER_LABELS)))
            yield from Part(self.reader, every, tuple(too_many)).links(as_text=as_text)

    def _holds(self, own_id: str | None) -> bool:
        return own_id is not None

    def _labels(self, ids: Collection[str]) -> Ids:
        return self.reader.known(sorted(ids))


class Reader:
    """Reads parts of the graph in a store; what is not of our labels and types is passed over."""

    types = "|".join(TYPES)

    def __init__(self, store: Store) -> None:
        self.store = store

    def everything(self) -> Part:
        """All nodes and the relationships between them."""
        return Whole(self)

    def induced(self, ids: Ids) -> Part:
        """These nodes and the relationships between them."""
        return Part(self, dict(sorted(ids.items())))

    def known(self, ids: Sequence[str]) -> dict[str, str]:
        """Those of the nodes that are there."""
        return dict(self.labels(FROM_IDS, {"ids": list(ids)}, ("", *OTHER_LABELS)))

    def in_place(self, places: Sequence[str]) -> Ids:
        """Every actor of these places."""
        text = "MATCH (place:Place) WHERE place.id IN $ids MATCH (place)<-[:IN_PLACE]-(other)"
        return self._ends(text, {"ids": list(places)})

    def neighbours(self, ids: Ids, types: str = "", *, against: bool | None = None) -> dict[str, str]:
        """The nodes that a relationship joins with these; only against its direction, or along it, where told."""
        found: dict[str, str] = {}
        sides = [f"-[link:{types or self.types}]->", f"<-[link:{types or self.types}]-"]
        for side in sides if against is None else sides[against : against + 1]:
            for label, own in self._groups(ids):
                found |= self._ends(f"{FROM_IDS.format(label)} MATCH (node){side}(other)", {"ids": own})
        return found

    def _ends(self, text: str, given: Mapping[str, Any]) -> dict[str, str]:
        rows = self.store.rows(f"{text} RETURN DISTINCT other.id AS id, labels(other) AS labels", given)
        return {row["id"]: labels[0] for row in rows if row["id"] and (labels := own_labels(row["labels"]))}

    def labels(self, start: str, given: Mapping[str, Any], groups: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The ids of the nodes of some groups of labels that are there, each with its most special label."""
        for group in groups:
            text = f"{start.format(group or self.store.actors)} RETURN node.id AS id, labels(node) AS labels"
            for found in self.store.columns(text, given):
                for one, labels in zip(found["id"], found["labels"], strict=True):
                    if one is not None:
                        yield one, own_labels(labels)[0]

    def nodes(self, ids: Ids, asked: Asked) -> Iterator[Columns]:
        """Those of the nodes that are there, with labels and properties; those that the store finds alike together."""
        for label, own in self._groups(ids):
            yield from asked.nodes(FROM_IDS.format(label), {"ids": own}, label)

    def links(self, ids: Ids, ends: Ids, types: Sequence[str], asked: Asked) -> Iterator[Columns]:
        """The relationships that lead from nodes to some of `ends`."""
        for label, own in self._groups(ids):
            given, start = {"ids": own}, FROM_IDS.format(label)
            pattern = f"{start} MATCH (node)-[link:{'|'.join(types)}]->(other:{ANY})"
            if len(own) < FEW:
                yield from asked.links_of_few(pattern, given, ends)
                continue
            kinds = self.store.rows(f"{pattern} RETURN DISTINCT type(link) AS type", given)
            for kind in sorted(row["type"] for row in kinds):
                end = asked.ends_of_links(kind)[1]
                yield from asked.links(f"{start} MATCH (node)-[link:{kind}]->(other:{end})", given, kind, ends)

    def _groups(self, ids: Ids) -> Iterable[tuple[str, list[str]]]:
        """Nodes in groups: those that the store finds by the same label, or labels."""
        groups: dict[str, list[str]] = {}
        for one, label in ids.items():
            groups.setdefault(self._found_by(label), []).append(one)
        return groups.items()

    def _found_by(self, label: str) -> str:
        """The label, or what the store finds actors by."""
        return self.store.actors if label in ACTOR_LABELS and label not in self.store.actors.split("|") else label


def _batches(ids: Ids) -> Iterator[list[str]]:
    waiting = iter(list(ids))
    while some := list(islice(waiting, AT_ONCE)):
        yield some
