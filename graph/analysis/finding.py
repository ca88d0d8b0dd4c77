"""What an analysis finds, and the parts of a network that analyses read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx

from graph.catalog.answers import ThingAnswer
from graph.catalog.stored_query import Column

Network = networkx.MultiDiGraph


@dataclass(frozen=True)
class Finding:
    """An answer with one row per thing, and per node the attributes that say the same in an exported network."""

    answer: ThingAnswer
    marks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def _repr_html_(self) -> str:
        """How a notebook shows it: as its answer."""
        return self.answer._repr_html_()

    def marked(self, network: "Network[str]") -> "Network[str]":
        """A copy of the network whose nodes carry the attributes."""
        copy = network.copy()
        for node, attributes in self.marks.items():
            copy.nodes[node].update(attributes)
        return copy


def links(network: "Network[str]", *types: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The relationships of some types: start, end, attributes; sorted, so that an analysis never depends on an order."""
    found = ((start, end, data) for start, end, data in network.edges(data=True) if data["type"] in types)
    yield from sorted(found, key=lambda link: (link[0], link[1], link[2]["type"], str(link[2].get("document"))))


def kind(network: "Network[str]", node: str) -> str:
    """The label that says what a node is."""
    return str(network.nodes[node]["labels"][0])


def name(network: "Network[str]", node: str) -> str:
    """What a node is called in its document."""
    return str(network.nodes[node].get("name") or node)


def thing(network: "Network[str]", node: str | None) -> dict[str, Any] | None:
    """A node as an answer holds it; None for one that the network lacks."""
    if node is None or node not in network:
        return None
    own = {key: value for key, value in network.nodes[node].items() if key != "labels"}
    return {"id": node, "labels": list(network.nodes[node]["labels"]), "properties": {"id": node, **own}}


def place_of(network: "Network[str]", node: str) -> dict[str, Any] | None:
    """The place that a unit belongs to."""
    return thing(network, network.nodes[node].get("place"))


def typed(rows: list[list[Any]], **kinds: str) -> ThingAnswer:
    """Rows of things under columns of these types, as a stored query answers."""
    return ThingAnswer(list(kinds), rows, types=tuple(Column(name, kind, "") for name, kind in kinds.items()))


def owners(network: "Network[str]") -> dict[str, str]:
    """What each unit is directly part of."""
    return {start: end for start, end, _ in links(network, "PART_OF", "AFFILIATED_WITH", "BRANCH_OF")}


def wider_functions(network: "Network[str]") -> dict[str, str]:
    """The wider function of each function."""
    return {start: end for start, end, _ in links(network, "WITHIN") if kind(network, start) == "Function"}


def field_of(function: str, wider: Mapping[str, str]) -> str:
    """The field of government that a function belongs to: the widest function above it."""
    return [function, *_chain(function, wider)][-1]


def within(node: str, other: str, above: Mapping[str, str]) -> bool:
    """Does one of the two lie in the other?"""
    return other in _chain(node, above) or node in _chain(other, above)


def _chain(node: str, above: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    while node in above and node not in seen:
        seen.add(node)
        node = above[node]
        yield node
