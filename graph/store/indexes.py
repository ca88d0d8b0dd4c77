"""Constraints and indexes of the Neo4j store, made from the schema and compared with what is there.

Range on ids and keys, TEXT on names (exact for Chinese of any length), and one full-text index over all names.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.schema import NODES

RANGE = (
    ("Organization", "id"),
    ("Organization", "name"),
    ("Organization", "place"),
    ("Organization", "document"),
    ("Alias", "name"),
    ("Document", "sha256"),
)
TEXT = tuple((label, name) for label in ("Organization", "Alias") for name in ("name", "name_zh", "name_en"))
FULL_TEXT_NAME = "names"
FULL_TEXT = (("Organization", "Alias"), ("name", "name_zh", "name_en"))
ANALYZER = "cjk"
# The node that holds the version of the schema, and what tells a graph of the first version, which had none.
GUAPAI = "Guapai"
VERSION = f"MATCH (node:{GUAPAI}) RETURN node.schema_version AS version"
SET_VERSION = f"MATCH (node:{GUAPAI}) SET node.schema_version = $version"
OLD = "MATCH (node:Document) WHERE node.documents IS NOT NULL RETURN count(node) AS count"
KNOWN = "SHOW INDEXES YIELD *"  # with the options, which SHOW INDEXES alone leaves out
Key = tuple[str, frozenset[str], frozenset[str], str]


def missing(known: Iterable[Mapping[str, Any]]) -> list[str]:
    """Statements for what is not among the rows of `KNOWN`; an equal index under another name counts."""
    there = {_key(row) for row in known}
    return [text for key, text in _wanted() if key not in there]


def _key(row: Mapping[str, Any]) -> Key:
    """What an index is: its type, labels and properties, and whether it is unique or how it takes text apart."""
    special = "unique" if row.get("owningConstraint") else ""
    if row["type"] == "FULLTEXT":
        special = row["options"]["indexConfig"]["fulltext.analyzer"]
    return row["type"], frozenset(row["labelsOrTypes"] or ()), frozenset(row["properties"] or ()), special


def _wanted() -> Iterator[tuple[Key, str]]:
    for label in (GUAPAI, *(node.label for node in NODES if node.label != "Organization")):
        text = f"CREATE CONSTRAINT IF NOT EXISTS FOR (node:{label}) REQUIRE node.id IS UNIQUE"
        yield ("RANGE", frozenset({label}), frozenset({"id"}), "unique"), text
    for kind, pairs in (("RANGE", RANGE), ("TEXT", TEXT)):
        for label, name in pairs:
            text = f"CREATE {kind} INDEX IF NOT EXISTS FOR (node:{label}) ON (node.{name})"
            yield (kind, frozenset({label}), frozenset({name}), ""), text
    labels, names = FULL_TEXT
    properties = ", ".join(f"node.{name}" for name in names)
    yield (
        ("FULLTEXT", frozenset(labels), frozenset(names), ANALYZER),
        f"CREATE FULLTEXT INDEX {FULL_TEXT_NAME} IF NOT EXISTS FOR (node:{'|'.join(labels)}) ON EACH [{properties}] "
        f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}",
    )
