"""The quoted sentences of facts, read from the user's own copies of documents."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.catalog.answers import ThingAnswer
from graph.messages import remark, spoken
from graph.proof import Quote, quote_hash, split_lines
from graph.said import Said
from graph.store.protocol import Store
from guapai.records import document_bytes

DOCUMENTS = "MATCH (document:Document) WHERE document.sha256 IS NOT NULL RETURN document.id, document.sha256 ORDER BY document.id"
OTHER = Said("(your copy differs here)")


def sentences(store: Store, answer: ThingAnswer, paths: Sequence[Path], *, for_people: bool) -> list[str | None] | None:
    """What each fact of an answer of proof.facts quotes, where a copy of its document is among the files, or the graph
    keeps it (`load --keep-text`). None where nobody gives a text.

    A copy is recognised by its hash; a single file of another hash is used too, and each quote that differs says so.
    """
    from loaders.extract.document.reading import text_of
    from loaders.kept_text import kept_texts

    by_hash = {sha256: own_id.removeprefix("document/") for own_id, sha256 in store.read(DOCUMENTS, {}).rows}
    records = answer.records()
    texts: dict[str | None, list[str]] = {}
    for path in paths:
        content = document_bytes(path)
        own_id = by_hash.get(hashlib.sha256(content).hexdigest())
        if own_id and own_id not in {record["document"] for record in records}:
            remark(Said("{}: this is the document {}, which says nothing here", path, own_id))
        texts[own_id] = split_lines(text_of(content, str(path)))
    other = spoken(OTHER) if for_people else OTHER
    documents = {str(record["document"]) for record in records}
    kept = {one: kept_texts(store, one) for one in sorted(documents) if one not in texts}
    if not paths and not any(kept.values()):
        return None
    told: list[str | None] = []
    for record in records:
        known, lines = kept.get(record["document"]), texts.get(record["document"], texts.get(None))
        if known:
            told.append(_kept(record["spans"], record["quotes"], known))
        else:
            told.append(_sentences(record["spans"], record["quotes"], lines, other) if lines is not None else None)
    return told


def _kept(spans: Sequence[str], hashes: Sequence[str], known: Mapping[tuple[str, str], str]) -> str | None:
    return " … ".join(known[one] for one in zip(spans, hashes, strict=True) if one in known) or None


def _sentences(spans: Sequence[str], hashes: Sequence[str], lines: Sequence[str], other: str) -> str:
    return " … ".join(
        _sentence(Quote.parse(f"{span} {one}"), lines, other) for span, one in zip(spans, hashes, strict=True)
    )


def _sentence(quote: Quote, lines: Sequence[str], other: str) -> str:
    try:
        text = quote.span.quoted(lines)
    except ValueError:
        return other
    return text if quote_hash(text) == quote.hash else f"{text} {other}"
