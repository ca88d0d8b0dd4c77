"""The properties of a declared type: what they hold, which values are allowed, whether they must be there."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from graph.schema.nodes import PartialDate

INTERNAL = ("start_id", "end_id")
TYPES = {str: "text", int: "whole number", float: "number", bool: "true or false"}
PARTIAL_DATE = "partial date"


@dataclass(frozen=True)
class Property:
    """One property: its type in words, the values it may have where the list is closed, and its meaning."""

    name: str
    type: tuple[str, ...]
    """Words of `TYPES`, `partial date`, or these behind `list of `; several where any of them may stand there."""
    values: tuple[str, ...]
    required: bool
    meaning: str


def properties(kind: type[BaseModel]) -> list[Property]:
    """Every property of a type, those it shares too."""
    fields = {name: field for name, field in kind.model_fields.items() if name not in INTERNAL}
    return [
        Property(
            name,
            tuple(dict.fromkeys(_types(field.annotation))),
            tuple(_values(field.annotation)),
            field.is_required(),
            field.description or "",
        )
        for name, field in fields.items()
    ]


def own_properties(kind: type[BaseModel]) -> list[Property]:
    """The properties that a type adds to those it shares."""
    shared: set[str] = set()
    for base in kind.__mro__[1:]:
        if isinstance(base, type) and issubclass(base, BaseModel):
            shared |= set(base.model_fields)
    return [one for one in properties(kind) if one.name not in shared]


def _types(annotation: Any) -> Iterator[str]:
    origin, inside = get_origin(annotation), get_args(annotation)
    if annotation == PartialDate:
        yield PARTIAL_DATE
    elif origin in (Union, UnionType):
        for one in inside:
            yield from _types(one)
    elif origin is list:
        yield from (f"list of {one}" for one in _types(inside[0]))
    elif origin is Literal:
        yield TYPES[str]
    elif annotation is not NoneType:
        yield TYPES[annotation]


def _values(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
        return
    for one in get_args(annotation):
        if isinstance(one, type) or get_origin(one):
            yield from _values(one)
