"""Parts of a stored graph: nodes and relationships of ours, found from ids, never by reading everything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.schema import ACTORS, NODE_BY_LABEL, RELATIONSHIP_BY_TYPE
from graph.store.protocol import Store
from graph.store.statements import PROPERTIES

ACTOR_LABELS = {"Organization", *(actor.label for actor in ACTORS)}
# The index of names is in no export, and neither are the relationships that lead from it.
OTHER_LABELS = tuple(label for label in NODE_BY_LABEL if label not in {*ACTOR_LABELS, "Name"})
LABELS = {*ACTOR_LABELS, *OTHER_LABELS}
TYPES = tuple(one for one in RELATIONSHIP_BY_TYPE if one != "NAMES")
Ids = Mapping[str, str]
"""The most special label of ours by id."""


@dataclass(frozen=True)
class Link:
    """A relationship: its type, the ids of its ends, its properties."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True)
class Part:
    """Nodes (labels and properties by id) and relationships between them."""

    nodes: Mapping[str, tuple[list[str], Mapping[str, Any]]]
    links: Sequence[Link]


class Reader:
    """Reads parts of the graph in a store; what is not of our labels and types is passed over."""

    types = "|".join(TYPES)

    def __init__(self, store: Store) -> None:
        self.store = store

    def everything(self) -> Part:
        """All nodes and the relationships between them."""
        nodes = self._nodes("", {})
        return Part(nodes, self._between(nodes, "", {}))

    def induced(self, ids: Ids) -> Part:
        """These nodes and the relationships between them."""
        given = {"ids": sorted(ids)}
        nodes = self._nodes("WHERE node.id IN $ids", given, _groups(ids.values()))
        return Part(nodes, self._between(nodes, "WHERE node.id IN $ids", given, _groups(ids.values())))

    def known(self, ids: Sequence[str]) -> Ids:
        """Those of the nodes that are there."""
        nodes = self._nodes("WHERE node.id IN $ids", {"ids": list(ids)})
        return {one: labels[0] for one, (labels, _) in nodes.items()}

    def in_place(self, places: Sequence[str]) -> Ids:
        """Every actor of these places."""
        text = "MATCH (place:Place) WHERE place.id IN $ids MATCH (place)<-[:IN_PLACE]-(other)"
        return self._ends(text, {"ids": list(places)})

    def neighbours(self, ids: Ids, types: str = "", *, against: bool | None = None) -> dict[str, str]:
        """The nodes that a relationship joins with these; only against its direction, or along it, where told."""
        found: dict[str, str] = {}
        sides = [f"-[link:{types or self.types}]->", f"<-[link:{types or self.types}]-"]
        for side in sides if against is None else sides[against : against + 1]:
            for pattern in self._patterns(_groups(ids.values())):
                text = f"MATCH (node:{pattern}) WHERE node.id IN $ids MATCH (node){side}(other)"
                found |= self._ends(text, {"ids": sorted(ids)})
        return found

    def _ends(self, text: str, given: Mapping[str, Any]) -> dict[str, str]:
        rows = self.store.rows(f"{text} RETURN DISTINCT other.id AS id, labels(other) AS labels", given)
        return {row["id"]: labels[0] for row in rows if row["id"] and (labels := own_labels(row["labels"]))}

    def _nodes(
        self, where: str, given: Mapping[str, Any], groups: Iterable[str] = ("", *OTHER_LABELS)
    ) -> dict[str, tuple[list[str], Mapping[str, Any]]]:
        nodes = {}
        for pattern in self._patterns(groups):
            for row in self.store.rows(f"MATCH (node:{pattern}) {where} RETURN node", given):
                node = row["node"]
                if node["id"] is not None:
                    nodes[node["id"]] = own_labels(node["labels"]), own_properties(node["properties"])
        return dict(sorted(nodes.items()))

    def _between(
        self,
        nodes: Mapping[str, Any],
        where: str,
        given: Mapping[str, Any],
        groups: Iterable[str] = ("", *OTHER_LABELS),
    ) -> list[Link]:
        links: list[Link] = []
        for pattern in self._patterns(groups):
            text = (
                f"MATCH (node:{pattern}) {where} MATCH (node)-[link:{self.types}]->(other) "
                "RETURN link, type(link) AS type, node.id AS start, other.id AS target, labels(other) AS labels"
            )
            links += [
                Link(row["type"], row["start"], row["target"], own_properties(row["link"]["properties"]))
                for row in self.store.rows(text, given)
                if row["start"] in nodes and row["target"] in nodes and own_labels(row["labels"])
            ]
        return sorted(links, key=lambda one: (one.start, one.type, one.end, str(one.properties.get("document"))))

    def _patterns(self, groups: Iterable[str]) -> Iterable[str]:
        return (group or self.store.actors for group in groups)


def _groups(labels: Iterable[str]) -> set[str]:
    """What a store finds nodes by: one group, without a name, for all actors, and the label of every other node."""
    return {"" if label in ACTOR_LABELS else label for label in labels}


def own_labels(labels: Iterable[str]) -> list[str]:
    """Those of the labels that are ours, the most special first."""
    return sorted((label for label in labels if label in LABELS), key=lambda label: (label == "Organization", label))


def own_properties(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the properties that are ours, without the id and without what is absent."""
    known = ((name, properties[name]) for name in sorted(properties) if name in PROPERTIES and name != "id")
    return {name: value for name, value in known if value is not None}
