"""Constraints and indexes of the Neo4j store, made from the schema and compared with what is there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.schema import NODES

RANGE = (
    ("Organization", "id"),
    ("Organization", "name"),
    ("Organization", "place"),
    ("Organization", "document"),
    ("Alias", "name"),
)
TEXT = tuple((label, name) for label in ("Organization", "Alias") for name in ("name", "name_zh", "name_en"))
FULL_TEXT_NAME = "names"
FULL_TEXT = (("Organization", "Alias"), ("name", "name_zh", "name_en"))


def missing(known: Iterable[Mapping[str, Any]]) -> list[str]:
    """Statements for what is not there; an equal index under another name counts."""
    there = {
        (row["type"], tuple(row["labelsOrTypes"] or ()), tuple(row["properties"] or ()), _unique(row)) for row in known
    }
    return [text for key, text in _wanted() if key not in there]


def _unique(row: Mapping[str, Any]) -> bool:
    return row.get("owningConstraint") is not None


def _wanted() -> Iterator[tuple[tuple[str, tuple[str, ...], tuple[str, ...], bool], str]]:
    for node in NODES:
        if node.label != "Organization":
            text = f"CREATE CONSTRAINT IF NOT EXISTS FOR (node:{node.label}) REQUIRE node.id IS UNIQUE"
            yield ("RANGE", (node.label,), ("id",), True), text
    for kind, pairs in (("RANGE", RANGE), ("TEXT", TEXT)):
        for label, name in pairs:
            text = f"CREATE {kind} INDEX IF NOT EXISTS FOR (node:{label}) ON (node.{name})"
            yield (kind, (label,), (name,), False), text
    labels, names = FULL_TEXT
    properties = ", ".join(f"node.{name}" for name in names)
    yield (
        ("FULLTEXT", labels, names, False),
        f"CREATE FULLTEXT INDEX {FULL_TEXT_NAME} IF NOT EXISTS FOR (node:{'|'.join(labels)}) ON EACH [{properties}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
    )
