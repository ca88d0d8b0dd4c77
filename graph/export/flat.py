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
from collections.abc import Iterable, Iterator, Mapping
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
    """A network, and the type of each attribute of its nodes and relationships: string, long, …

    Rows are made as they are asked for: beside the network itself, memory holds one of them.
    """

    network: "networkx.MultiDiGraph[str]"
    node_types: Mapping[str, str]
    edge_types: Mapping[str, str]

    @property
    def nodes(self) -> Iterator[tuple[str, Row]]:
        """Nodes by id, in the order of the network."""
        return ((node, _row(data)) for node, data in self.network.nodes(data=True))

    @property
    def edges(self) -> Iterator[tuple[str, str, str, Row]]:
        """Relationships: id, start, end, attributes."""
        for number, (start, end, key, data) in enumerate(self.network.edges(keys=True, data=True)):
            yield f"e{number}", start, end, {**_row(data), "key": key}


def flat(network: "networkx.MultiDiGraph[str]") -> Flat:
    """The network as tables, in its own order."""
    edges = ({**data, "key": key} for _, _, key, data in network.edges(keys=True, data=True))
    return Flat(network, _types(data for _, data in network.nodes(data=True)), _types(edges))


def _row(data: Mapping[str, Any]) -> Row:
    scalars = ((name, json_text(one) if isinstance(one, list | dict) else one) for name, one in data.items())
    return {name: one for name, one in scalars if not _is_nothing(one)}


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
