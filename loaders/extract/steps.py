"""The value behind each step from a document to its record, as lines that a person reads."""

from collections.abc import Callable, Iterator
from pathlib import Path

from graph.proof import Span
from loaders.extract.blocks.block import Block
from loaders.extract.document.text import Document
from loaders.extract.explaining import marks
from loaders.extract.extraction import extract_document, prepared
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.mentions.names import is_name
from loaders.extract.mentions.where import place_of
from loaders.extract.outline.search import Decided
from loaders.extract.outline.whole import Outline
from loaders.record_writing import record_text

# What no fact was made of is in the record.
NO_FACTS = ("ignored", "question")


def shown(step: str, path: Path, encoding: str | None, place: str | None, words: Path | None) -> Iterator[str]:
    """The lines of one step; raises what reading the document raises."""
    document = prepared(path, encoding, words)
    yield from STEPS[step](document, str(path), place)


def _outline(document: Document, where: str, place: str | None) -> Outline:
    return Outline(document, lexicon(document.language), place_of(document, where, place).forms)


def _at(span: Span) -> str:
    return f"{span.line}:{span.start}-{span.end}"


def _document(document: Document, _where: str, _place: str | None) -> Iterator[str]:
    """The lines as they are read: even, corrected, paragraphs whole."""
    yield f"{document.language} {len(document.lines)} {document.sha256}"
    yield from (f"{number}\t{text}" for number, text in enumerate(document.even, 1) if text.strip())


def _blocks(document: Document, where: str, place: str | None) -> Iterator[str]:
    """Each block with its number's style and value, and its cell in a row."""
    for block in _outline(document, where, place).blocks:
        number = f"{block.number.style}={block.number.value}" if block.number else ""
        cell = f"cell {block.cell + 1}/{block.cells}" if block.cells > 1 else block.head
        yield "\t".join((_block(block), number, cell, block.words.strip()))


def _block(block: Block) -> str:
    return f"{block.line}:{block.start}-{block.end}"


def _mentions(document: Document, where: str, place: str | None) -> Iterator[str]:
    """Every name that is known before the outline: bodies, units, standard names of departments, places."""
    outline = _outline(document, where, place)
    found = {*_named(outline), *_standard(document), *_places(document)}
    for span, kind in sorted(found):
        yield "\t".join((_at(span), kind, span.quoted(document.even)))


def _named(outline: Outline) -> Iterator[tuple[Span, str]]:
    """Bodies of the document and names of units that begin a block."""
    for one in outline.seen:
        for role in one.roles:
            if role.named:
                yield role.named.name, "body"
            elif role.heading and is_name(outline.words, role.heading.name.quoted(outline.document.even), "unit"):
                yield role.heading.name, "unit"
            listed = role.units or role.bodies
            kind = "unit" if role.units else "institution"
            yield from ((heading.name, kind) for heading in (listed.names if listed else ()))


def _standard(document: Document) -> Iterator[tuple[Span, str]]:
    for line, text in enumerate(document.even, 1):
        yield from ((Span(line, *at), "standard name") for at in document.grammar.names.standard(text))


def _places(document: Document) -> Iterator[tuple[Span, str]]:
    yield from (
        (one.span, f"place {' '.join(one.ids) or one.unlisted or ''}")
        for one in document.grammar.places.mentions(document)
    )


def _bodies(document: Document, where: str, place: str | None) -> Iterator[str]:
    """Every name that may be that of the body, with what speaks for it: the clues of its best place and those of the whole document."""
    overview = _outline(document, where, place).overview
    about = {body.name for body in overview.bodies}
    for one in overview.candidates:
        best = max(one.mentions, key=lambda mention: mention.score)
        clues = ", ".join(f"{name} {weight:+.1f}" for name, weight in (*best.clues, *one.clues))
        kept = "body" if one.name in about else ""
        yield "\t".join((f"{one.score:+.1f}", kept, _at(best.at), f"×{len(one.mentions)}", one.name, clues))


def _decided(document: Document, where: str, place: str | None) -> Iterator[str]:
    """What each block is in the reading that fits best, by which clues, and in which section."""
    yield from (_role(one) for one in _outline(document, where, place).decided)


def _role(one: Decided) -> str:
    role, after = one.role, one.after
    what = f"{role.name} {role.kind}".strip()
    told = f"{after.section}/{after.opened or 'body'}"
    return "\t".join(
        (_block(one.block), what, f"{role.weight:+.1f}", ", ".join(role.clues), told, one.block.words.strip())
    )


def _claims(document: Document, where: str, place: str | None) -> Iterator[str]:
    """The texts that rules read: whom each is about and in which section."""
    for said in _outline(document, where, place).read().statements:
        yield "\t".join((_at(said.span), said.owner.name, said.section, said.span.quoted(document.even)))


def _facts(document: Document, where: str, place: str | None) -> Iterator[str]:
    """Every fact with the rule that found it and the place that proves it."""
    for found in marks(extract_document(document, where, place)).values():
        for mark in found:
            if mark.kind not in NO_FACTS:
                yield "\t".join((_at(mark.quote.span), mark.kind, mark.says, mark.quote.span.quoted(document.lines)))


def _record(document: Document, where: str, place: str | None) -> Iterator[str]:
    yield record_text(extract_document(document, where, place).record).rstrip("\n")


STEPS: dict[str, Callable[[Document, str, str | None], Iterator[str]]] = {
    "document": _document,
    "blocks": _blocks,
    "mentions": _mentions,
    "bodies": _bodies,
    "outline": _decided,
    "claims": _claims,
    "facts": _facts,
    "record": _record,
}
