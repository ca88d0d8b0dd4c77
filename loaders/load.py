"""Records become rows, rows become one batch, and one transaction writes it with the document's marker inside."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from graph.errors import NotThereError, RefusedError, did_you_mean
from graph.proof import Quote, split_lines
from graph.schema import Cites, Document
from graph.statement import Batch, NodeRow, RelationshipRow, node_key
from graph.store.protocol import Counters, Store
from graph.version import SCHEMA_VERSION
from loaders import bureaus, changes, divisions, functions, institutions, leading_groups, partners, people, signs
from loaders.checks import check_record
from loaders.claims import with_claim, without_claim
from loaders.context import Context, Statement
from loaders.reading import RecordFile
from loaders.rows import Rows, rows_of

LOSS_LIMIT = 0.2


@dataclass(frozen=True)
class Loaded:
    """What a load did with one document: `outcome` is loaded, changed, unchanged or forgotten."""

    document: str
    outcome: str
    counters: Counters
    nodes: int
    relationships: int


def statements(file: RecordFile) -> Iterator[Statement]:
    """Everything a record says, in the order of the document.

    Raises ContentError, naming file and line, where the record does not hold together.
    """
    context = Context(file)
    check_record(context)
    yield from _document(context)
    for placed in context.placed:
        yield from bureaus.statements(placed, context)
        yield from bureaus.managers(placed, context)
        yield from divisions.statements(placed, context)
        yield from institutions.statements(placed, context)
        for alias in placed.unit.aliases:
            yield from signs.statements(alias, placed.id, context)
        for hosting in placed.unit.hosts:
            yield from leading_groups.statements(hosting, placed, context)
        yield from leading_groups.memberships(placed, context)
        yield from partners.statements(placed, context)
        yield from functions.statements(placed, context)
        yield from people.statements(placed, context)
        yield from changes.statements(placed, context)


def _document(context: Context) -> Iterator[Statement]:
    source = context.record.document
    heading = source.heading.replace("{name}", context.record.bodies[0].name)
    yield Document(
        id=context.document,
        name=heading,
        heading=heading,
        sha256=source.sha256,
        language=source.language,
        machine_translated=source.machine_translated,
        line_count=source.line_count,
        as_of=source.as_of,
        extraction_key=source.extraction_key,
    )
    for citation in context.record.cites:
        cited = f"cited/{(citation.number or citation.name).lower().replace(' ', '-')}"
        yield Document(id=cited, name=citation.name, number=citation.number, external=True)
        yield Cites(start_id=context.document, end_id=cited, document=context.document)


def document_rows(file: RecordFile, text: str | None = None) -> Rows:
    """The rows of a record; with the document's text, every relationship also keeps what it quotes."""
    rows = rows_of(statements(file), file.where)
    if text is not None:
        lines = split_lines(text)
        kept = {key: _with_text(row, lines) for key, row in rows.relationships.items()}
        rows = Rows(rows.nodes, kept)
    marker = _marker(rows)
    key = node_key(file.document, "Document")
    document = rows.nodes[key]
    marked = replace(document, properties={**document.properties, "marker": marker})
    return Rows({**rows.nodes, key: marked}, rows.relationships)


def _with_text(row: RelationshipRow, lines: Sequence[str]) -> RelationshipRow:
    spans, hashes = row.properties.get("spans"), row.properties.get("quotes")
    if not isinstance(spans, list) or not isinstance(hashes, list):
        return row
    quotes = [Quote.parse(f"{span} {one}") for span, one in zip(spans, hashes, strict=True)]
    return replace(row, properties={**row.properties, "texts": [quote.span.quoted(lines) for quote in quotes]})


def _marker(rows: Rows) -> str:
    content = [SCHEMA_VERSION, *(_plain(rows.nodes[key]) for key in sorted(rows.nodes))]
    content += [_plain(rows.relationships[key]) for key in sorted(rows.relationships)]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _plain(row: NodeRow | RelationshipRow) -> list[Any]:
    if isinstance(row, NodeRow):
        return [row.id, list(row.labels), dict(row.properties)]
    return [*row.key, dict(row.properties)]


def load(store: Store, file: RecordFile, *, text: str | None = None, allow_loss: bool = False) -> Loaded:
    """Bring the store to what the record says, in one transaction; write nothing where it says so already.

    Raises RefusedError where a changed record would lose more than a fifth of its statements.
    """
    rows = document_rows(file, text)
    key = node_key(file.document, "Document")
    present = store.nodes([("Document", file.document)]).get(key)
    document = rows.nodes[key]
    size = (len(rows.nodes), len(rows.relationships))
    if present and present.properties.get("marker") == document.properties["marker"]:
        return Loaded(file.document, "unchanged", Counters(), *size)
    known = present is not None and not present.properties.get("external")
    before = _said(store, file.document) if known else Said()
    batch = plan(store, file.document, rows, before)
    if not allow_loss:
        _refuse_loss(file, before, batch)
    return Loaded(file.document, "changed" if known else "loaded", store.write(batch), *size)


def forget(store: Store, document: str) -> Loaded:
    """Take a document out again; what other documents use stays. Raises NotThereError for an unknown one."""
    present = store.nodes([("Document", document)]).get(node_key(document, "Document"))
    if present is None or present.properties.get("external"):
        raise not_loaded(store, document)
    batch = plan(store, document, Rows({}, {}), _said(store, document))
    return Loaded(document, "forgotten", store.write(batch), 0, 0)


def not_loaded(store: Store, document: str) -> NotThereError:
    """The error that names the documents which a store does hold, or the one that is meant."""
    known = [row[0] for row in store.read(LOADED_DOCUMENTS, {}).rows]
    todo = did_you_mean(document, known) or "loaded: " + (", ".join(known) or "nothing")
    return NotThereError(f"document {document!r}", "it is not loaded", "the id of a loaded document", todo)


LOADED_DOCUMENTS = "MATCH (document:Document) WHERE document.external IS NULL RETURN document.id AS id ORDER BY id"


@dataclass(frozen=True)
class Said:
    """What a store holds of a document: its nodes and relationships by key."""

    nodes: Mapping[str, NodeRow] = field(default_factory=dict)
    relationships: Mapping[tuple[str, str, str, str], RelationshipRow] = field(default_factory=dict)


def _said(store: Store, document: str) -> Said:
    nodes = {row.key: row for row in store.document_nodes(document)}
    return Said(nodes, {row.key: row for row in store.document_relationships(document)})


def plan(store: Store, document: str, rows: Rows, before: Said) -> Batch:
    """The difference between what a store holds of a document and what its rows say."""
    old_nodes, old_relationships = before.nodes, before.relationships
    others = store.nodes(row.address for key, row in rows.nodes.items() if key not in old_nodes)
    present = {**others, **old_nodes}
    merged = {
        key: _kept_date(with_claim(present.get(key), document, row), present.get(key), document)
        for key, row in rows.nodes.items()
    }
    gone = {key: without_claim(row, document) for key, row in old_nodes.items() if key not in rows.nodes}
    put = [row for key, row in merged.items() if row != present.get(key)] + [row for row in gone.values() if row]
    said = {key: _with_labels(row, merged) for key, row in rows.relationships.items()}
    changed = [row for key, row in said.items() if _is_news(row, old_relationships.get(key), present)]
    dropped = [row for key, row in old_relationships.items() if key not in said]
    return Batch(
        drop_relationships=tuple(sorted(dropped, key=lambda row: row.key)),
        drop_nodes=tuple(old_nodes[key] for key in sorted(gone) if gone[key] is None),
        put_nodes=tuple(sorted(put, key=lambda row: row.key)),
        put_relationships=tuple(sorted(changed, key=lambda row: row.key)),
    )


def _with_labels(row: RelationshipRow, nodes: Mapping[str, NodeRow]) -> RelationshipRow:
    """The relationship with the labels that its ends have in the graph: another document may describe them."""
    start, end = nodes[node_key(row.start, row.start_label)], nodes[node_key(row.end, row.end_label)]
    labels = (start.labels[0], end.labels[0])
    if labels == (row.start_label, row.end_label):
        return row
    return replace(row, start_label=labels[0], end_label=labels[1])


def _is_news(row: RelationshipRow, old: RelationshipRow | None, present: Mapping[str, NodeRow]) -> bool:
    """Does it have to be written? What data files say is there once both its ends are."""
    if row.document is None:
        return not all(key in present for key in (row.start, row.end))
    return old is None or dict(row.properties) != dict(old.properties)


def _kept_date(row: NodeRow, present: NodeRow | None, document: str) -> NodeRow:
    if row.id != document or row.labels[0] != "Document":
        return row
    first = present.properties.get("loaded_at") if present else None
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return replace(row, properties={**row.properties, "loaded_at": first or now})


def _refuse_loss(file: RecordFile, before: Said, batch: Batch) -> None:
    count = len(before.nodes) + len(before.relationships)
    lost = len(batch.drop_nodes) + len(batch.drop_relationships)
    if count and lost > LOSS_LIMIT * count:
        raise RefusedError(
            file.where,
            f"the record lost {lost} of {count} statements that are loaded",
            "a record that loses at most a fifth",
            "compare the two records, then guapai load --allow-loss",
        )


__all__ = ["Loaded", "document_rows", "forget", "load", "not_loaded", "plan", "statements"]
