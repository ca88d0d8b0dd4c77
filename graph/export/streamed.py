"""A part of a store as tables that are read while they are written: types are those that the schema declares."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from graph.export.flat import Flat
from graph.export.parts import Part
from graph.schema import NODES, RELATIONSHIPS
from graph.schema.properties import properties

NAMES = {"whole number": "long", "number": "double", "true or false": "boolean"}
FITTING = {"long": (int,), "double": (float, int), "boolean": (bool,)}


class UndeclaredError(Exception):
    """A value has another type than the schema declares for it."""


@dataclass
class Size:
    """How many nodes and relationships were written."""

    nodes: int = 0
    relationships: int = 0


def streamed(part: Part) -> tuple[Flat, Size]:
    """The tables, and their size, which is known when they have been gone through; that may raise UndeclaredError."""
    size = Size()
    return Flat(lambda: _nodes(part, size), lambda: _links(part, size), NODE_TYPES, LINK_TYPES), size


def _nodes(part: Part, size: Size) -> Iterator[tuple[str, Mapping[str, Any]]]:
    size.nodes = 0
    for size.nodes, node in enumerate(part.nodes(), 1):
        yield node.id, {"labels": node.labels, **_checked(node.properties, NODE_CHECKS)}


def _links(part: Part, size: Size) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    size.relationships = 0
    for size.relationships, link in enumerate(part.links(), 1):
        data = _checked(link.properties, LINK_CHECKS)
        data["type"] = link.type
        yield link.start, link.end, link.key, data


def _checked(data: dict[str, Any], fitting: Mapping[str, tuple[type, ...]]) -> dict[str, Any]:
    for name, value in data.items():
        if name in fitting and type(value) not in fitting[name]:
            raise UndeclaredError(name)
    return data


def _declared(kinds: Iterable[type[BaseModel]]) -> dict[str, str]:
    """The type of each property by name; text where it may be of several, or is a list."""
    words: dict[str, set[str]] = {}
    for kind in kinds:
        for one in properties(kind):
            words.setdefault(one.name, set()).update(one.type)
    return {name: _type(found) for name, found in words.items() if name != "id"}


def _type(words: set[str]) -> str:
    if words == {"whole number", "number"}:
        return "double"
    return NAMES.get(next(iter(words)), "string") if len(words) == 1 else "string"


NODE_TYPES = {"labels": "string", **_declared(NODES)}
LINK_TYPES = {"type": "string", "key": "string", **_declared(RELATIONSHIPS)}
NODE_CHECKS, LINK_CHECKS = (
    {name: FITTING[kind] for name, kind in types.items() if kind in FITTING} for types in (NODE_TYPES, LINK_TYPES)
)
