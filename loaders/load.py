"""Records become rows, and one transaction under the graph's lock reads, decides and writes what a document says."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph.errors import GuapaiError, NotThereError, OutcomeUnknownError, did_you_mean
from graph.identity import document_id
from graph.said import Said
from graph.schema import Cites, Document, Question, RaisedBy
from graph.statement import NodeRow, RelationshipRow, Value
from graph.store import held
from graph.store.protocol import Asked, Counters, Store, Transaction
from loaders import bureaus, changes, divisions, functions, institutions, leading_groups, partners, people, signs
from loaders.checks import check_record
from loaders.context import Context, Statement
from loaders.digests import digests
from loaders.kept_text import with_text, with_text_of
from loaders.markers import is_loaded, is_unchanged, record_marker
from loaders.names import with_names
from loaders.plan import MARKS, Planned, plan
from loaders.reading import RecordFile, file_digest, read_record
from loaders.reference import place_statements
from loaders.refusals import Allowed, refuse
from loaders.removal import Removed, remove_unused, unused_anywhere
from loaders.rows import Rows, rows_of, with_claims

Relationships = Mapping[tuple[str, str, str, str], RelationshipRow]


@dataclass(frozen=True)
class Loaded:
    """What a load did with one document: `outcome` is loaded, changed, unchanged or forgotten.

    `nodes` are how many the record makes (not known of what is unchanged), `relationships` how many it owns. `kept` is
    how many nodes stayed because others added something to them.
    """

    document: str
    outcome: str
    counters: Counters
    nodes: int | None
    relationships: int
    kept: int = 0


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
    source, own_id = context.record.document, document_id(context.document)
    heading = source.heading.replace("{name}", context.record.bodies[0].name)
    yield Document(
        id=own_id,
        name=heading,
        heading=heading,
        sha256=source.sha256,
        original_sha256=source.original_sha256,
        reader=source.reader,
        source=source.source,
        retrieved=source.retrieved,
        language=source.language,
        machine_translated=source.machine_translated,
        line_count=source.line_count,
        as_of=source.as_of,
        extraction_key=source.extraction_key,
        reviewed=context.record.reviewed,
    )
    yield from place_statements(context.record.place)
    for citation in context.record.cites:
        cited = f"cited/{(citation.number or citation.name).lower().replace(' ', '-')}"
        yield Document(id=cited, name=citation.name, number=citation.number, external=True)
        yield Cites(start_id=own_id, end_id=cited, document=context.document)
    for number, question in enumerate(context.record.questions, 1):
        asked = f"{own_id}/question/{number}"
        lines = sorted({quote.span.line for quote in question.at})
        name = f"{question.kind or 'question'} {number}"
        yield Question(
            id=asked, name=name, kind=question.kind, seen=question.seen, document=context.document, lines=lines
        )
        yield RaisedBy(start_id=asked, end_id=own_id, document=context.document)


def document_rows(file: RecordFile, text: str | None = None) -> Rows:
    """The rows of a record; with the document's text, every relationship also keeps what it quotes."""
    rows = with_names(with_claims(rows_of(statements(file), file.where), file.document), file.document)
    return with_text(rows, text) if text is not None else rows


def load_path(
    store: Store, path: Path, *, text: str | None = None, allowed: Allowed | None = None, whole: bool = False
) -> Loaded:
    """Load a record file. Whether it is unchanged is known from its hash and by counting, before it is parsed.

    `whole` compares every property as well, and repairs what somebody changed in the graph.
    """
    digest = None if whole else file_digest(path)
    if digest and text is None and (same := is_unchanged(store, path.stem, record_marker(digest))):
        return Loaded(path.stem, "unchanged", Counters(), None, same)
    return load(store, read_record(path), text=text, allowed=allowed)


def load(
    store: Store,
    file: RecordFile,
    *,
    text: str | None = None,
    allow_loss: bool = False,
    allowed: Allowed | None = None,
) -> Loaded:
    """Bring the store to what the record says, in one transaction; write nothing where it says so already, property by
    property.

    Raises RefusedError where the record lost more than a fifth of its statements, would replace a reviewed one, or
    where its text is loaded under another id.
    """
    rows, allows = document_rows(file, text), allowed or Allowed(loss=allow_loss)
    return bring(store, file.document, rows, record_marker(file.sha256), file.where, allows)


def bring(store: Store, document: str, rows: Rows, marker: str, where: str, allowed: Allowed) -> Loaded:
    """Bring the store to the rows of a document. Where nobody knows how a commit ended, its marker may tell.

    What is unchanged is known by reading alone, so that it takes no lock and a read-only database lets it pass.
    """
    if is_unchanged(store, document, marker):
        found = _differences(store, document, rows, marker, where, allowed)
        if found.is_none():
            return Loaded(document, "unchanged", Counters(), *rows.size)
    try:
        return store.change(lambda transaction: _bring(transaction, document, rows, marker, where, allowed))
    except OutcomeUnknownError:
        with suppress(GuapaiError):
            if is_unchanged(store, document, marker):
                return Loaded(document, "loaded", Counters(), *rows.size)
        raise


@dataclass(frozen=True)
class _Differences:
    """What has to be written for a document, whether it is there already, and whether what it said had to be searched for."""

    planned: Planned
    known: bool
    damaged: bool

    def is_none(self) -> bool:
        """Whether the graph says all of it, property by property."""
        return self.known and not self.damaged and self.planned.only(MARKS - {"digests"})


def _differences(asked: Asked, document: str, rows: Rows, marker: str, where: str, allowed: Allowed) -> _Differences:
    """Compare a graph with the rows of a document. Raises RefusedError for what is not allowed."""
    own_id = document_id(document)
    present = held.find(asked, [("Document", own_id)]).get(own_id)
    known = present is not None and is_loaded(present)
    said = {row.key: row for row in held.owned(asked, document)} if known else {}
    damaged = present is not None and known and len(said) != present.properties.get("statements")
    if damaged:
        said = {row.key: row for row in held.owned_anywhere(asked, document)}
    kept = with_text_of(rows, said) if present and present.properties.get("text_kept") else rows
    most = refuse(asked, document, kept, present if known else None, said, where, allowed)
    finished = marked(kept, own_id, present, {"record_sha256": marker, **most})
    return _Differences(plan(asked, document, finished, said, thorough=known), known, damaged)


def _bring(transaction: Transaction, document: str, rows: Rows, marker: str, where: str, allowed: Allowed) -> Loaded:
    found = _differences(transaction, document, rows, marker, where, allowed)
    planned = found.planned
    transaction.write(planned.batch)
    if found.known and planned.only(MARKS):
        return Loaded(document, "unchanged", Counters(), *rows.size)
    searched = unused_anywhere(transaction) if found.damaged else set()
    removed = remove_unused(transaction, planned.candidates | searched)
    counters = _counters(planned.batch, removed)
    return Loaded(document, "changed" if found.known else "loaded", counters, *rows.size, removed.kept)


def marked(rows: Rows, own_id: str, present: NodeRow | None, marks: Mapping[str, Value]) -> Rows:
    """The rows with what the document's node says of the load itself."""
    node = rows.nodes[own_id]
    first = present.properties.get("loaded_at") if present else None
    texts = any("texts" in row.properties for row in rows.relationships.values())
    said: dict[str, Any] = {
        **node.properties,
        **marks,
        "loaded_at": first or datetime.now(UTC).isoformat(timespec="seconds"),
        "statements": rows.owned,
    }
    if texts:
        said["text_kept"] = True
    said["digests"] = digests(rows, own_id)
    return Rows({**rows.nodes, own_id: replace(node, properties=said)}, rows.relationships)


def _counters(batch: Any, removed: Removed) -> Counters:
    return Counters(
        nodes_created=len(batch.put_nodes),
        nodes_deleted=removed.nodes,
        relationships_created=len(batch.put_relationships) + len(batch.links),
        relationships_deleted=len(batch.drop_relationships) + removed.relationships,
        properties_set=len(batch.change_nodes) + len(batch.change_relationships),
    )


def forget(store: Store, document: str) -> Loaded:
    """Take a document out again; what other documents use stays. Raises NotThereError for an unknown one."""
    done = store.change(lambda transaction: _forget(transaction, document))
    if done is None:
        raise not_loaded(store, document)
    return done


def _forget(transaction: Transaction, document: str) -> Loaded | None:
    own_id = document_id(document)
    present = held.find(transaction, [("Document", own_id)]).get(own_id)
    if present is None or not is_loaded(present):
        return None
    owned = held.owned(transaction, document)
    damaged = len(owned) != present.properties.get("statements") or held.without_place(transaction, [document])
    if damaged:
        owned = held.owned_anywhere(transaction, document)
    planned = plan(transaction, document, Rows({}, {}), {row.key: row for row in owned}, thorough=True)
    transaction.write(planned.batch)
    candidates = planned.candidates | (unused_anywhere(transaction) if damaged else set())
    removed = remove_unused(transaction, candidates, forgotten=present)
    return Loaded(document, "forgotten", _counters(planned.batch, removed), 0, 0, removed.kept)


def not_loaded(store: Store, document: str) -> NotThereError:
    """The error that names the documents which a store does hold, or the one that is meant."""
    known = loaded_documents(store)
    todo = did_you_mean(document, known) or Said("loaded: {}", ", ".join(known) or Said("nothing"))
    return NotThereError(
        Said("document {}", repr(document)), Said("it is not loaded"), Said("the id of a loaded document"), todo
    )


LOADED_DOCUMENTS = "MATCH (document:Document) WHERE document.external IS NULL RETURN document.id AS id ORDER BY id"


def loaded_documents(asked: Asked) -> list[str]:
    """The documents that are loaded, by the names that commands use."""
    return [str(row["id"]).removeprefix("document/") for row in asked.rows(LOADED_DOCUMENTS, {})]


__all__ = [
    "Loaded",
    "bring",
    "document_rows",
    "forget",
    "load",
    "load_path",
    "loaded_documents",
    "not_loaded",
    "statements",
]
