"""Lines that were broken where a page ended: which of them are one paragraph. Text taken out of PDF files is so."""

import re
from collections.abc import Sequence

from loaders.extract.document.numbering import number_at
from loaders.extract.grammar.writing import Writing

# Columns: where a page ends, at least and at most; how far in front of it a Chinese line may be broken, and how far where
# pages keep their margin, which is so wide.
NARROWEST, WIDEST = 44, 160
SLACK, RAGGED, MARGIN = 4, 8, 12
# So many lines at the end of the page show that there is one; so many of a hundred may be longer, one always.
LEAST, LONGER = 3, 3
ENDED = re.compile(r"[。；;：:.!！?？]\s{0,9}$")
# An address of the web is broken nowhere.
ADDRESS = re.compile(r"://|\bwww\.")
# The last bracket of a line, which is not closed, and the rest of what stands in it at the beginning of the next one.
OPEN, CLOSED = re.compile(r"[(（][^()（）]{2,60}$"), re.compile(r"[^()（）]{1,40}[)）]")
# So much of the end of a line shows whether it is finished.
LAST_WORDS = 16
FIRST_WORD = re.compile(r"\s{0,99}(\S{1,40})")


def paragraphs(lines: Sequence[str], writing: Writing) -> list[list[int]]:
    """The indexes of the lines of each paragraph; every line is one of its own where no page's end is to be seen."""
    widths = [_width(line) for line in lines]
    edge = _edge(lines, widths, writing)
    found: list[list[int]] = []
    for index in range(len(lines)):
        if index and (_is_open(lines, index, writing) or (edge and _goes_on(lines, widths, found[-1], edge, writing))):
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _is_open(lines: Sequence[str], index: int, writing: Writing) -> bool:
    """Whether a line goes on in the next wherever the page ends: inside a bracket, or behind a word that nothing ends with."""
    line, following = lines[index - 1], lines[index].lstrip()
    if "\t" in line or "\t" in following or not following or number_at(following):
        return False
    bracket = OPEN.search(line.rstrip()) and CLOSED.match(following)
    return bool(bracket or writing.UNFINISHED.search(line.rstrip()[-LAST_WORDS:]))


def _width(line: str) -> int:
    """Columns up to the last character: two for a Chinese one, as many as it has bytes in the encoding of Chinese."""
    return len(line.rstrip().encode("gb18030", "replace"))


def _edge(lines: Sequence[str], widths: list[int], writing: Writing) -> int:
    """The column where the page ends; 0 where there is no such column."""
    filled = sorted(width for line, width in zip(lines, widths, strict=True) if width and not ADDRESS.search(line))
    edge = filled[-1 - max(1, len(filled) * LONGER // 100)] if len(filled) > 1 else 0
    if not NARROWEST <= edge <= WIDEST:
        return 0
    full = [index for index in range(len(lines) - 1) if _is_full(lines, widths, index, edge, writing)]
    broken = [index for index in full if not ENDED.search(lines[index])]
    if len(broken) < LEAST or (not writing.GAP and len(broken) * 2 < len(full)):
        return 0
    inside = sum(writing.is_inside(lines[index], lines[index + 1]) for index in broken)
    return edge if inside * 5 > len(broken) * 2 else 0


def _is_full(lines: Sequence[str], widths: list[int], index: int, edge: int, writing: Writing) -> bool:
    """Whether a line ends where the page does: the first word of the next one had no place in it."""
    following = lines[index + 1]
    if not lines[index].strip() or "\t" in lines[index] or not following.strip():
        return False
    word = FIRST_WORD.match(following)
    # Without blanks between words a line may break anywhere.
    if not writing.GAP or word is None:
        return widths[index] >= edge - (RAGGED if _indentation(lines[index]) > MARGIN else SLACK)
    return widths[index] > edge // 2 and widths[index] + 1 + len(word[1]) > edge


def _goes_on(lines: Sequence[str], widths: list[int], paragraph: list[int], edge: int, writing: Writing) -> bool:
    """Whether the line behind the last of a paragraph is the rest of it."""
    index = paragraph[-1]
    line, following = lines[index], lines[index + 1]
    if not _is_full(lines, widths, index, edge, writing) or ENDED.search(line):
        return False
    if number_at(following) or _indentation(following) > max(_indentation(line), 1):
        return False
    return writing.goes_on(" ".join(lines[one] for one in paragraph[-2:]), following)


def _indentation(line: str) -> int:
    return _width(line[: len(line) - len(line.lstrip())] + "|") - 1
