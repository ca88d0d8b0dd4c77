"""A network as tables of text, for the formats that know neither lists nor absent values.

One rule for all of them: what is absent, an empty text and a number that is none are left out; lists are JSON; a partial
date stays the text that the document prints ("2008-06"); an attribute that is a number on some and text on others is text
everywhere. Every relationship has an id of its own (`e0`, `e1` …), its `type` and its `key`. What programs show as `label`
is the name of a node, the type of a relationship unless a property of it is called so.

One rule for characters that a format cannot hold: they are written as \\uXXXX, and a backslash that would look like that
is written so too. XML and RDF hold no control characters and no halves of characters (`allowed`), CSV no halves
(`whole_characters`); JSON has such escapes itself.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx

from graph.plain_text import json_text

# Forbidden in XML, or (CR) read back as another one; a backslash in front of what looks like an escape.
ODD = re.compile("[^\\t\\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\\\\(?=u[0-9a-f]{4})")
HALVES = re.compile("[\ud800-\udfff]|\\\\(?=u(?:d[89a-f][0-9a-f]{2}|005c))")
NAMES = {bool: "boolean", int: "long", float: "double"}
Cells = tuple[tuple[str, ...], list[str]]
"""The names of what a thing has, and their values as text, in the same order."""


@dataclass(frozen=True)
class Flat:
    """Nodes and relationships, and the type of each attribute of them: string, long, …

    Rows are made as they are asked for: memory holds one of them.
    """

    node_rows: Callable[[], Iterable[tuple[str, Mapping[str, Any]]]]
    edge_rows: Callable[[], Iterable[tuple[str, str, str, Mapping[str, Any]]]]
    node_types: Mapping[str, str]
    edge_types: Mapping[str, str]

    @property
    def nodes(self) -> Iterator[tuple[str, Cells]]:
        """Nodes by id, in their order."""
        return ((node, cells(data)) for node, data in self.node_rows())

    @property
    def edges(self) -> Iterator[tuple[str, str, str, Cells]]:
        """Relationships: start, end, key, attributes; the file gives them the ids `e0`, `e1` …"""
        return ((start, end, key, cells(data)) for start, end, key, data in self.edge_rows())


def flat(network: "networkx.MultiDiGraph[str]") -> Flat:
    """The network as tables, in its own order."""
    return Flat(
        lambda: iter(network.nodes(data=True)),
        lambda: iter(network.edges(keys=True, data=True)),
        _types(data for _, data in network.nodes(data=True)),
        {"key": "string", **_types(data for _, _, data in network.edges(data=True))},
    )


def cells(data: Mapping[str, Any]) -> Cells:
    """What is not absent, as text."""
    texts = [value if type(value) is str else text(value) for value in data.values()]
    if "" not in texts:
        return tuple(data), texts
    there = [(name, one) for name, one in zip(data, texts, strict=True) if one]
    return tuple(name for name, _ in there), [one for _, one in there]


def text(value: Any) -> str:
    """A value as it stands in a file; empty where it is left out."""
    kind = type(value)
    if kind is str:
        return str(value)
    if kind is list:
        return _list(value)
    if value is None or (kind is float and not math.isfinite(value)):
        return ""
    if kind is bool:
        return "true" if value else "false"
    return json_text(value) if isinstance(value, list | dict) else str(value)


def _list(values: list[Any]) -> str:
    """A list as JSON; most are so plain that nothing in them needs an escape."""
    if values and type(values[0]) is str:
        try:
            inside = values[0] if len(values) == 1 else '", "'.join(values)
        except TypeError:
            return json_text(values)
        if inside.isprintable() and "\\" not in inside and inside.count('"') == 2 * len(values) - 2:
            return f'["{inside}"]'
    elif len(values) == 1 and type(values[0]) is int:
        return f"[{values[0]}]"
    return json_text(values)


def _is_nothing(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, float) and not math.isfinite(value))


def _types(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The type of each attribute; a list is text by the time it is written."""
    seen: defaultdict[str, set[type]] = defaultdict(set)
    for row in rows:
        for name, value in row.items():
            if not _is_nothing(value):
                seen[name].add(str if isinstance(value, list | dict) else type(value))
    return {name: _type(kinds) for name, kinds in seen.items()}


def _type(kinds: set[type]) -> str:
    if kinds == {int, float}:
        return "double"
    return NAMES.get(next(iter(kinds)), "string") if len(kinds) == 1 else "string"


def allowed(said: str) -> str:
    """The text as it may stand in XML and RDF."""
    return ODD.sub(_escape, said)


def whole_characters(said: str) -> str:
    """The text as it may stand in UTF-8."""
    return HALVES.sub(_escape, said)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
