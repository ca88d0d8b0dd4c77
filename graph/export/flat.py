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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import networkx

from graph.export.columns import Columns, links_of, nodes_of
from graph.plain_text import json_text

# Forbidden in XML, or (CR) read back as another one; a backslash in front of what looks like an escape.
ODD = re.compile("[^\\t\\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\\\\(?=u[0-9a-f]{4})")
HALVES = re.compile("[\ud800-\udfff]|\\\\(?=u(?:d[89a-f][0-9a-f]{2}|005c))")
NAMES = {bool: "boolean", int: "long", float: "double"}
Texts = dict[str, Sequence[str]]
"""Columns by name; an empty text is left out of a file."""


@dataclass(frozen=True)
class Flat:
    """Nodes and relationships, and the type of each attribute of them: string, long, …

    Columns are made as they are asked for: memory holds some thousands of rows.
    """

    nodes: Callable[[], Iterable[Columns]]
    links: Callable[[], Iterable[Columns]]
    node_types: Mapping[str, str]
    link_types: Mapping[str, str]


def flat(network: "networkx.MultiDiGraph[str]") -> Flat:
    """The network as tables, in its own order."""
    return Flat(
        lambda: nodes_of(network),
        lambda: links_of(network),
        _types(data for _, data in network.nodes(data=True)),
        {"key": "string", **_types(data for _, _, data in network.edges(data=True))},
    )


def texts(properties: Mapping[str, Sequence[Any]]) -> Texts:
    """What is not absent, as text; a column in which nothing is goes."""
    said = {name: texts_of(values) for name, values in properties.items()}
    return {name: column for name, column in said.items() if any(column)}


def texts_of(values: Sequence[Any]) -> Sequence[str]:
    """A column as text: most are of one kind, in which nothing needs an escape."""
    kinds = set(map(type, values))
    if kinds == {str}:
        return values
    if kinds == {list} and (plain := _plain_lists(values)):
        return plain
    return [value if type(value) is str else text(value) for value in values]


def _plain_lists(values: Sequence[list[Any]]) -> list[str] | None:
    """Lists of whole numbers, or of texts without quotes and backslashes, as JSON writes them; None for all others."""
    inside = list(chain.from_iterable(values))
    kinds = set(map(type, inside))
    if kinds == {int}:
        return list(map(str, values))
    together = "".join(inside) if kinds == {str} else "\n"
    if not together.isprintable() or '"' in together or "\\" in together:
        return None
    return [f'["{one[0]}"]' if len(one) == 1 else '["' + '", "'.join(one) + '"]' if one else "[]" for one in values]


def is_plain(column: Sequence[str], marks: str = "") -> bool:
    """Whether no text of a column holds one of some marks, a backslash or what does not print."""
    together = "".join(column)
    return together.isprintable() and not any(mark in together for mark in f"\\{marks}")


def filled(form: str, columns: Sequence[Sequence[Any]]) -> str:
    """The form once for each row of columns."""
    return "".join(map(form.__mod__, zip(*columns, strict=True)))


def text(value: Any) -> str:
    """A value as it stands in a file; empty where it is left out."""
    kind = type(value)
    if kind is str:
        return str(value)
    if value is None or (kind is float and not math.isfinite(value)):
        return ""
    if kind is bool:
        return "true" if value else "false"
    return json_text(value) if isinstance(value, list | dict) else str(value)


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
