"""Tables: the words above their columns, which tell what the rows are about."""

import re
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.document.text import Document, trimmed
from loaders.extract.grammar.lexicon import Lexicon

# What stands above a column of numbers.
NUMBERS = ("序号", "编号", "no", "serialnumber", "serialno")
# So many lines one after another may hold the words above the columns, where a page was copied cell by cell.
MOST = 8


# A label above a column: no figures, no stops; how many words an English one may have; what only a name holds.
LABEL = re.compile(r"[^\d,。;:、()]{1,30}")
MOST_WORDS = 5
NAMED = re.compile(r"^(?:负责|承担|组织|指导|管理)|^[^A-Za-z]{13}")


@dataclass(frozen=True)
class Head:
    """The words above the columns of a table in one line, and the kind of section that the table is."""

    span: Span
    kind: str


def heads_of_tables(document: Document, words: Lexicon) -> dict[int, Head]:
    """Every line that is (a part of) the head of a table, by its number."""
    found: dict[int, Head] = {}
    lines = document.even
    for index, text in enumerate(lines):
        if index + 1 in found:
            continue
        if "\t" in text.strip():
            first = index == 0 or "\t" not in lines[index - 1].strip()
            kind, last = _kind(words, text.split("\t"), sure=True), index + 1
            kind = kind or (_like(words, text.split("\t")) if first else "")
        elif _is_word(words, text):
            last = index + 1
            while last < len(lines) and last - index < MOST and _is_word(words, lines[last]):
                last += 1
            kind = _kind(words, lines[index:last], sure=False)
        else:
            continue
        for line in range(index + 1, last + 1) if kind else ():
            if span := trimmed(line, lines[line - 1], 0, len(lines[line - 1])):
                found[line] = Head(span, kind)
    return found


def columns_of(text: str) -> list[str]:
    """The words above the columns in a line of them, as they are compared."""
    return [_word(cell) for cell in text.split("\t")]


def column_at(columns: list[str], cell: int, cells: int, numbered: bool, empty: bool) -> str:
    """The word above a cell of a row of so many; empty where none fits.

    `numbered`: a number in front has become part of the first name behind it; `empty`: nothing stands in the first cell.
    Empty cells at the end of a row are not there.
    """
    if not columns or cells < 2:
        return ""
    if columns[0] in NUMBERS and not empty:
        columns = columns[1:] if numbered else columns[max(1, len(columns) - cells) :]
    fits = len(columns) >= cells if numbered or empty else len(columns) == cells
    return columns[cell] if fits else ""


def counts_rows(words: Lexicon, columns: list[str]) -> bool:
    """Whether numbers in front of rows stand beside sorts, which go down over several: they are none of the names."""
    return len(columns) > 2 and columns[0] in NUMBERS and columns[1] in words.columns["sort"]


def _word(text: str) -> str:
    return re.sub(r"[\s.:]", "", text).lower()


def _is_word(words: Lexicon, text: str) -> bool:
    return any(_word(text) in column for column in words.columns.values())


def _like(words: Lexicon, cells: list[str]) -> str:
    """What the rows below are where the first row of a table looks like a head: short labels, one of them for names."""
    printed = [re.sub(r"\([^()]*\)", "", cell).strip() for cell in cells if cell.strip()]
    if len(printed) < 2 or not all(LABEL.fullmatch(cell) and len(cell.split()) <= MOST_WORDS for cell in printed):
        return ""
    for kind in ("divisions", "institutions"):
        names = [cell for cell in printed if _word(cell) in words.columns[kind]]
        others = [cell for cell in printed if cell not in names]
        if len(names) == 1 and others and not any(words.ends(cell, "unit") or NAMED.search(cell) for cell in others):
            return kind
    return ""


def _kind(words: Lexicon, cells: list[str], sure: bool) -> str:
    """What the rows are, by the words above the columns: `sure` where these stand side by side; "" where none are."""
    printed = [_word(cell) for cell in cells if cell.strip()]
    if len(printed) < 2 or not all(_is_word(words, cell) for cell in printed):
        return ""
    if not sure and not any(cell in words.columns["only"] for cell in printed):
        return ""
    return next((kind for kind in ("divisions", "institutions") for cell in printed if cell in words.columns[kind]), "")
