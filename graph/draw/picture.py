"""A picture: the nodes and relationships of an answer's paths, each once, in an order that never changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.catalog.answers import UNPRINTED
from graph.draw.chart import BELOW
from graph.draw.style import caption
from graph.statement import Answer, node_key


@dataclass(frozen=True, order=True)
class Shape:
    """A node to be drawn: its key in the graph, its label, its caption."""

    key: str
    label: str
    caption: str


@dataclass(frozen=True, order=True)
class Arrow:
    """A relationship to be drawn between two shapes, by their keys; `sure` where a document states it outright."""

    start: str
    type: str
    end: str
    sure: bool = True


@dataclass(frozen=True)
class Picture:
    """Shapes sorted by key, arrows sorted by start, type and end; what it shows is said once."""

    shapes: tuple[Shape, ...]
    arrows: tuple[Arrow, ...]

    def numbers(self) -> dict[str, str]:
        """A short name that is safe everywhere for the key of each shape: n1, n2 …"""
        return {shape.key: f"n{number}" for number, shape in enumerate(self.shapes, 1)}


def picture_of_paths(answer: Answer, language: str) -> Picture:
    """The picture of an answer with one column of paths; captions in "zh" or "en"."""
    paths: list[Mapping[str, Any]] = [row[0] for row in answer.rows]
    shapes = {_shape(node, language) for path in paths for node in path["nodes"]}
    return Picture(tuple(sorted(shapes)), _each_once(arrow for path in paths for arrow in _arrows(path)))


def picture_of_network(network: Any, language: str) -> Picture:
    """The picture of a whole network, as `graph.export.network` makes them; captions in "zh" or "en"."""
    shapes = {
        Shape(key, data["labels"][0], caption(data["labels"][0], {**data, "id": key}, language))
        for key, data in network.nodes(data=True)
    }
    links = network.edges(data=True)
    return Picture(
        tuple(sorted(shapes)), _each_once(Arrow(start, data["type"], end, _is_sure(data)) for start, end, data in links)
    )


def picture_of_chart(chart: Mapping[str, Any], language: str) -> Picture:
    """The picture of a chart, as `chart_of` makes them: its things and what they hang by; captions in "zh" or "en"."""
    things: Mapping[str, Mapping[str, Any]] = chart["things"]
    shapes = {Shape(key, thing["kind"], _named(thing, language)) for key, thing in things.items()}
    pairs = ((key, child) for key, thing in things.items() for child in thing["children"])
    return Picture(tuple(sorted(shapes)), _each_once(_hanging(above, below, things[below]) for above, below in pairs))


def _named(thing: Mapping[str, Any], language: str) -> str:
    made = UNPRINTED if language in thing.get("made", ()) else ""
    return str(thing.get(language) or thing["printed"]) + made


def _hanging(above: str, below: str, thing: Mapping[str, Any]) -> Arrow:
    """From a host to what it hosts or hangs, else from what is below to what it is part of."""
    down = dict(BELOW)[thing["link"]]
    start, end = (above, below) if down else (below, above)
    return Arrow(start, thing["link"], end, not thing.get("inferred"))


def _shape(node: Mapping[str, Any], language: str) -> Shape:
    label = node["labels"][0]
    return Shape(node_key(node["id"], label), label, caption(label, node["properties"], language))


def _arrows(path: Mapping[str, Any]) -> set[Arrow]:
    keys = {node["id"]: node_key(node["id"], node["labels"][0]) for node in path["nodes"]}
    return {
        Arrow(keys[link["start"]], link["type"], keys[link["end"]], _is_sure(link["properties"]))
        for link in path["relationships"]
    }


def _is_sure(said: Mapping[str, Any]) -> bool:
    return said.get("status") in (None, "stated")


def _each_once(arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
    """Sorted; where one document states what another only lets infer, it is stated."""
    surest = {(arrow.start, arrow.type, arrow.end): arrow for arrow in sorted(arrows)}
    return tuple(sorted(surest.values()))
