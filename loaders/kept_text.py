"""The quoted text of the user's own documents, where the user asked to keep it."""

from collections.abc import Mapping
from dataclasses import replace

from graph.identity import document_id
from graph.proof import Quote, split_lines
from graph.statement import RelationshipRow
from graph.store import held
from graph.store.protocol import Asked
from loaders.rows import Rows


def with_text(rows: Rows, text: str) -> Rows:
    """The rows, every relationship with what it quotes of the document's text."""
    lines = split_lines(text)
    known = {quote: quote.span.quoted(lines) for row in rows.relationships.values() for quote in _quotes(row)}
    return _kept(rows, known)


def with_text_of(rows: Rows, before: Mapping[tuple[str, str, str, str], RelationshipRow]) -> Rows:
    """The rows with the text that was kept before: what quotes the same characters keeps it, what is new has none."""
    known: dict[Quote, str] = {}
    for row in before.values():
        known.update(zip(_quotes(row), _texts(row), strict=False))
    return _kept(rows, known)


def kept_texts(asked: Asked, document: str) -> dict[tuple[str, str], str]:
    """The text that a graph keeps of a document, by span and hash; empty where the user did not ask for it."""
    own_id = document_id(document)
    present = held.find(asked, [("Document", own_id)]).get(own_id)
    if present is None or not present.properties.get("text_kept"):
        return {}
    return {
        (str(quote.span), quote.hash): text
        for row in held.owned(asked, document)
        for quote, text in zip(_quotes(row), _texts(row), strict=False)
    }


def _texts(row: RelationshipRow) -> list[str]:
    texts = row.properties.get("texts")
    return [str(text) for text in texts] if isinstance(texts, list) else []


def _kept(rows: Rows, known: Mapping[Quote, str]) -> Rows:
    kept = {}
    for key, row in rows.relationships.items():
        quotes = _quotes(row)
        if quotes and "texts" not in row.properties and all(quote in known for quote in quotes):
            texts = [known[quote] for quote in quotes]
            row = replace(row, properties={**row.properties, "texts": texts})
        kept[key] = row
    return Rows(rows.nodes, kept)


def _quotes(row: RelationshipRow) -> list[Quote]:
    """What the relationship quotes; which rule found it does not matter here."""
    spans, hashes = row.properties.get("spans"), row.properties.get("quotes")
    if not isinstance(spans, list) or not isinstance(hashes, list):
        return []
    return [Quote.parse(f"{span} {one}") for span, one in zip(spans, hashes, strict=True)]
