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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx

from graph.plain_text import json_text

# Forbidden in XML, or (CR) read back as another one; a backslash in front of what looks like an escape.
ODD = re.compile("[^\\t\\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\\\\(?=u[0-9a-f]{4})")
HALVES = re.compile("[\ud800-\udfff]|\\\\(?=u(?:d[89a-f][0-9a-f]{2}|005c))")
NAMES = {bool: "boolean", int: "long", float: "double"}
Row = dict[str, Any]


@dataclass(frozen=True)
class Flat:
    """Nodes by id and relationships (id, start, end, attributes), and the type of each attribute: string, long, …"""

    nodes: list[tuple[str, Row]]
    edges: list[tuple[str, str, str, Row]]
    node_types: Mapping[str, str]
    edge_types: Mapping[str, str]


def flat(network: "networkx.MultiDiGraph[str]") -> Flat:
    """The network as tables, in its own order."""
    nodes = [(node, _row(data)) for node, data in network.nodes(data=True)]
    edges = [
        (f"e{number}", start, end, _row({**data, "key": key}))
        for number, (start, end, key, data) in enumerate(network.edges(keys=True, data=True))
    ]
    return Flat(nodes, edges, _types(row for _, row in nodes), _types(row for *_, row in edges))


def _row(data: Mapping[str, Any]) -> Row:
    scalars = ((name, json_text(one) if isinstance(one, list | dict) else one) for name, one in data.items())
    return {name: one for name, one in scalars if not _is_nothing(one)}


def _is_nothing(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, float) and not math.isfinite(value))


def _types(rows: Iterable[Row]) -> dict[str, str]:
    seen: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            seen.setdefault(name, set()).add(type(value))
    return {name: _type(kinds) for name, kinds in seen.items()}


def _type(kinds: set[type]) -> str:
    if kinds == {int, float}:
        return "double"
    return NAMES.get(next(iter(kinds)), "string") if len(kinds) == 1 else "string"


def text(value: Any) -> str:
    """A value as it stands in a file."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def allowed(said: str) -> str:
    """The text as it may stand in XML and RDF."""
    return ODD.sub(_escape, said)


def whole_characters(said: str) -> str:
    """The text as it may stand in UTF-8."""
    return HALVES.sub(_escape, said)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
