"""A part of a store as tables that are read while they are written: types are those that the schema declares."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from graph.export.columns import Columns
from graph.export.flat import Flat
from graph.export.parts import Part
from graph.schema import NODES, RELATIONSHIPS
from graph.schema.properties import properties

NAMES = {"whole number": "long", "number": "double", "true or false": "boolean"}
NOTHING: type = type(None)
LOOKS = {
    "long": re.compile(r"-?\d+"),
    "double": re.compile(r"-?(\d+(\.\d+)?|inf|NaN)", re.IGNORECASE),
    "boolean": re.compile("true|false"),
}
FITTING: dict[str, set[type]] = {"long": {int, NOTHING}, "double": {float, int, NOTHING}, "boolean": {bool, NOTHING}}


class UndeclaredError(Exception):
    """A value has another type than the schema declares for it."""


@dataclass
class Size:
    """How many nodes and relationships were written."""

    nodes: int = 0
    relationships: int = 0


def streamed(part: Part, *, as_text: bool = True) -> tuple[Flat, Size]:
    """The tables, as text where that is quicker, and their size, which is known when they have been gone through; that may raise UndeclaredError."""
    size = Size()
    return Flat(lambda: _nodes(part, size, as_text), lambda: _links(part, size, as_text), NODE_TYPES, LINK_TYPES), size


def _nodes(part: Part, size: Size, as_text: bool) -> Iterator[Columns]:
    size.nodes = 0
    for nodes in part.nodes(as_text=as_text):
        size.nodes += len(nodes.keys[0])
        yield _checked(nodes, NODE_CHECKS)


def _links(part: Part, size: Size, as_text: bool) -> Iterator[Columns]:
    size.relationships = 0
    for links in part.links(as_text=as_text):
        size.relationships += len(links.keys[0])
        yield _checked(links, LINK_CHECKS)


def _checked(columns: Columns, fitting: Mapping[str, str]) -> Columns:
    """The columns with numbers as Python says them. Raises UndeclaredError for a value of another type."""
    said: dict[str, Sequence[Any]] = {}
    for name in fitting.keys() & columns.properties.keys():
        column, type_ = columns.properties[name], fitting[name]
        if set(map(type, column)) == {str}:
            values = {one: _as_declared(one, type_, name) for one in set(column)}
            said[name] = [values[one] for one in column]
        elif not set(map(type, column)) <= FITTING[type_]:
            raise UndeclaredError(name)
    return Columns(columns.keys, {**columns.properties, **said}) if said else columns


def _as_declared(said: str, type_: str, name: str) -> str:
    """A value that came as text, as it stands in a file; empty where it is no finite number."""
    if said and not LOOKS[type_].fullmatch(said):
        raise UndeclaredError(name)
    if type_ == "double" and said:
        return str(float(said)) if math.isfinite(float(said)) else ""
    return said


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
    {name: kind for name, kind in types.items() if kind in FITTING} for types in (NODE_TYPES, LINK_TYPES)
)
