"""A document as blocks: its lines, cut where a cell, a numbered item or the text behind a heading begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.proof import Span
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import section_at
from loaders.extract.blocks.tables import column_at, columns_of, counts_rows, heads_of_tables
from loaders.extract.document.numbering import inner_starts, number_at
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon

WORD = re.compile(r"\w")
# Kinds of lists of which several sorts may stand in one line, and how the heading of one looks there.
SORTED = ("institutions", "branches")
COUNTED_SORT = re.compile(r";(?=[^;:,。、()]{2,24}\d{1,3}[^;:,。、()]{0,2}:)")
# Who answers on a page of questions.
SPEAKER = re.compile(r"\s{0,9}(?:答(?:复|案)?|回[复答]|A|Answer)\s?:\s{0,9}(?=\S)")


@dataclass(frozen=True)
class Block(Part):
    """Text of one line that is one thing: a paragraph, an item with its number, a cell, a heading in front of its text."""

    cell: int = 0
    """Which cell of a row, from 0."""
    cells: int = 1
    """How many cells its line has."""
    column: str = ""
    """The word above the column that it stands in; empty where none is known."""
    head: str = ""
    """What the rows of a table are, where this is the line above them."""
    behind_heading: bool = False
    """Whether a heading stands in front of it in its line."""
    first: bool = True
    """Whether it begins its line."""


def blocks_of(document: Document, words: Lexicon) -> tuple[Block, ...]:
    """The blocks of a document in its order; lines without words give none."""
    heads = heads_of_tables(document, words)
    last: dict[str, int | None] = {}
    found: list[Block] = []
    columns: list[str] = []
    for line, text in enumerate(document.even, 1):
        if not WORD.search(text):
            continue
        columns = columns_of(text) if line in heads else columns if "\t" in text else []
        if head := heads.get(line):
            found.append(Block(line, text, head.span.start, head.span.start, head.span.end, None, head=head.kind))
            continue
        empty, numbered = text.startswith("\t"), False
        for block in _of_line(document, words, line, text, last):
            numbered = numbered or (block.cell == 0 and block.number is not None)
            block = replace(block, column=column_at(columns, block.cell, block.cells, numbered, empty))
            found.append(replace(block, number=None) if counts_rows(words, columns) else block)
            if block.number:
                last[block.number.style] = block.number.value
    return tuple(found)


def _of_line(document: Document, words: Lexicon, line: int, text: str, last: dict[str, int | None]) -> Iterator[Block]:
    cells = text.split("\t")
    begin = 0
    for index, cell in enumerate(cells):
        end = begin + len(cell)
        if WORD.search(cell):
            cuts = [begin, *inner_starts(text, begin, end, last), end]
            for start, stop in pairwise(cuts):
                if text[start:stop].strip():
                    block = _numbered(document, Block(line, text, start, start, stop))
                    block = replace(block, cell=index, cells=len(cells), first=not text[:start].strip())
                    yield from _behind_heading(words, block)
        begin = end + 1


def _numbered(document: Document, block: Block) -> Block:
    if speaker := SPEAKER.match(block.text, block.start, block.end):
        block = replace(block, begin=speaker.end())
    number = number_at(block.text, block.begin, block.end)
    if number is None:
        return block
    printed = document.printed(Span(block.line, number.start, number.start + len(number.printed)))
    return replace(block, begin=number.end, number=replace(number, printed=printed))


def _behind_heading(words: Lexicon, block: Block) -> Iterator[Block]:
    """The block; where a heading with a colon stands in front of its text, the heading and the text."""
    page = not block.number and words.matches("noise").search(block.words)
    if page or words.fields.match(block.text, block.begin, block.end):
        yield block
        return
    section = section_at(words, block)
    if section is None or not block.text[section.rest : block.end].strip() or section.rest <= block.begin:
        yield block
        return
    yield replace(block, end=section.rest)
    behind = Block(block.line, block.text, section.rest, section.rest, block.end, behind_heading=True, first=False)
    following = _next_sort(words, behind) if section.kind in SORTED else None
    yield replace(behind, end=following.start - 1) if following else behind
    yield from _behind_heading(words, following) if following else ()


def _next_sort(words: Lexicon, block: Block) -> Block | None:
    """The next heading of its own sort in a line: "…; institutions of another sort, 2 in number: C and D"."""
    for found in COUNTED_SORT.finditer(block.text, block.start, block.end):
        one = Block(block.line, block.text, found.start() + 1, found.start() + 1, block.end, first=False)
        section = section_at(words, one)
        if section and section.kind in SORTED:
            return one
    return None
