"""What one record says and another does not: node by node, relationship by relationship, property by property."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.statement import NodeRow, RelationshipRow
from graph.store.protocol import Store
from loaders.held_rows import held_rows
from loaders.load import document_rows, not_loaded
from loaders.markers import NOTED
from loaders.reading import RecordFile
from loaders.rows import Rows

Place = tuple[str | None, str | None, str, str | None]
# Where a document says something: it moves when lines are added above; and who says the name in the other language.
PROOF = frozenset(("lines", "spans", "quotes", "rules", "texts", "stated_lines", "name_zh_source", "name_en_source"))
OF_DATA_FILES = frozenset(("Place", "Function", "Government"))
# What a store and a loader note for themselves.
OWN = NOTED | {"id", "document"}
# What stands on these is compared with the nodes and at their ends.
NOT_COMPARED = frozenset(("NAMED_IN", "DESCRIBED_IN", "RAISED_BY", "NAMES"))


@dataclass(frozen=True)
class Difference:
    """One thing that only one record says, or that both say otherwise.

    `change` is added, removed or changed; a node has its label in `kind`, a relationship its type in `relationship` and
    the name of its end in `other`; `property` is what changed, `before` and `after` its values; `lines` are those of the
    record that says it, the newer one where both do.
    """

    change: str
    lines: tuple[int, ...]
    kind: str | None
    relationship: str | None
    name: str
    other: str | None
    property: str | None = None
    before: Any = None
    after: Any = None


def between(older: RecordFile, newer: RecordFile, *, proofs: bool = False) -> list[Difference]:
    """The differences between two records of one document, whatever their files are called."""
    same = replace(newer, document=older.document)
    return _in_order(_differences(document_rows(older), document_rows(same), proofs))


def from_loaded(store: Store, newer: RecordFile, *, proofs: bool = False) -> list[Difference]:
    """The differences between what a graph holds of a document and a record of it.

    Raises NotThereError where the document is not loaded.
    """
    before = held_rows(store, newer.document)
    if before is None:
        raise not_loaded(store, newer.document)
    return _in_order(_differences(before, document_rows(newer), proofs))


def _in_order(found: Iterator[Difference]) -> list[Difference]:
    """In the order of the document; what has no line comes first."""
    return sorted(found, key=lambda one: (one.lines[:1], one.relationship or "", one.name, one.other or ""))


def _differences(before: Rows, after: Rows, proofs: bool) -> Iterator[Difference]:
    names = {row.key: _name(row) for rows in (before, after) for row in rows.nodes.values()}
    for key in sorted({*before.nodes, *after.nodes}):
        old, new = before.nodes.get(key), after.nodes.get(key)
        label = next(row.labels[0] for row in (new, old) if row)
        if label not in OF_DATA_FILES:
            node: Place = (label.lower(), None, names[key], None)
            yield from _changes(old, new, node, proofs)
    links = {*before.relationships, *after.relationships}
    for link in sorted(link for link in links if link[-1] and link[0] not in NOT_COMPARED):
        said, says = before.relationships.get(link), after.relationships.get(link)
        start, end = next(row.ends for row in (says, said) if row)
        ends: Place = (None, link[0], names.get(start, link[1]), names.get(end, link[2]))
        yield from _changes(said, says, ends, proofs)


def _changes(
    old: NodeRow | RelationshipRow | None, new: NodeRow | RelationshipRow | None, place: Place, proofs: bool
) -> Iterator[Difference]:
    if old is None or new is None:
        yield Difference("removed" if new is None else "added", _lines(new or old), *place)
        return
    left_out = OWN if proofs else OWN | PROOF
    for name in sorted({*old.properties, *new.properties} - left_out):
        before, after = old.properties.get(name), new.properties.get(name)
        if before != after:
            yield Difference("changed", _lines(new), *place, name, before, after)


def _name(row: NodeRow) -> str:
    return str(row.properties.get("name") or row.properties.get("code") or row.id)


def _lines(row: NodeRow | RelationshipRow | None) -> tuple[int, ...]:
    properties: Mapping[str, Any] = row.properties if row else {}
    return tuple(dict.fromkeys(properties.get("lines", ())))
