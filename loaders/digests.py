"""What a document says, as one number for each kind of thing: a check finds what was changed without the record."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.schema import NODE_BY_LABEL, RELATIONSHIP_BY_TYPE, Document, Question
from graph.statement import Value
from loaders.markers import NOTED
from loaders.rows import Rows

SIZE = 2**64
Entry = tuple[str, int]


def digests(rows: Rows, own_id: str) -> list[str]:
    """`TYPE=digest` for each type of relationship that the document owns, for its questions and for itself, sorted."""
    entries = [
        of_link(row.type, row.start, row.end, row.properties) for row in rows.relationships.values() if row.document
    ]
    entries += [
        of_node(row.labels[0], row.properties) for row in rows.nodes.values() if row.labels[0] == Question.label
    ]
    return summed([*entries, of_node(Document.label, rows.nodes[own_id].properties)])


def of_link(kind: str, start: str, end: str, properties: Mapping[str, Any]) -> Entry:
    """What one relationship adds to the digest of its type; properties of others count nothing."""
    return kind, _number([start, end, *_said(properties, RELATIONSHIP_BY_TYPE[kind].model_fields)])


def of_node(label: str, properties: Mapping[str, Any]) -> Entry:
    """What one node adds to the digest of its label; what a load notes of itself counts nothing."""
    return label, _number(list(_said(properties, NODE_BY_LABEL[label].model_fields.keys() - NOTED)))


def summed(entries: Iterable[Entry]) -> list[str]:
    """Sums do not depend on the order in which a store tells what it has."""
    sums: dict[str, int] = {}
    for kind, number in entries:
        sums[kind] = (sums.get(kind, 0) + number) % SIZE
    return [f"{kind}={number:016x}" for kind, number in sorted(sums.items())]


def changed(noted: Iterable[str], there: Iterable[str]) -> list[str]:
    """The kinds of things that are not as they were written."""
    return sorted({entry.partition("=")[0] for entry in set(noted) ^ set(there)})


def _said(properties: Mapping[str, Any], names: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for name in sorted(set(names) & properties.keys()):
        if properties[name] is not None:
            yield name, _plain(properties[name])


def _plain(value: Value) -> Value:
    """A whole number is one, whether a store keeps it as a fraction or not."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _number(said: list[Any]) -> int:
    text = json.dumps(said, ensure_ascii=True, separators=(",", ":"))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
