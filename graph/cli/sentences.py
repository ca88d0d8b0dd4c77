"""The quoted sentences of facts, read from the user's own copies of documents."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from graph.messages import remark, spoken
from graph.proof import Quote, quote_hash, split_lines
from graph.reading import read_bytes
from graph.statement import Answer
from graph.store.protocol import Store

DOCUMENTS = "MATCH (document:Document) WHERE document.sha256 IS NOT NULL RETURN document.id, document.sha256 ORDER BY document.id"
OTHER = "(your copy differs here)"


def with_sentences(store: Store, answer: Answer, paths: Sequence[Path], *, for_people: bool) -> Answer:
    """The answer with a column `text`: what each fact quotes, where a copy of its document is among the files.

    A copy is recognised by its hash; a single file of another hash is used too, and each quote that differs says so.
    """
    from loaders.extract.reading import text_of

    by_hash = {sha256: own_id.removeprefix("document/") for own_id, sha256 in store.read(DOCUMENTS, {}).rows}
    texts: dict[str | None, list[str]] = {}
    for path in paths:
        content = read_bytes(path, "a document", "name a file that is there")
        own_id = by_hash.get(hashlib.sha256(content).hexdigest())
        if own_id and own_id not in {row[answer.columns.index("document")] for row in answer.rows}:
            remark(f"{path}: this is the document {own_id}, which says nothing here")
        texts[own_id] = split_lines(text_of(content, str(path)))
    document, spans, quotes = (answer.columns.index(name) for name in ("document", "spans", "quotes"))
    other = spoken(OTHER) if for_people else OTHER
    rows = []
    for row in answer.rows:
        lines = texts.get(row[document], texts.get(None))
        rows.append([*row, None if lines is None else _sentences(row[spans], row[quotes], lines, other)])
    return Answer([*answer.columns, "text"], rows)


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
