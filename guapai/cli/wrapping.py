"""Lines of a given width: no word is cut, Chinese is broken between words of names, and into even parts."""

import re
from collections.abc import Iterator
from functools import cache

from graph.folders import bundled

# What a line never begins with, and what it never ends with; the marks of a table belong to what they stand behind.
CLOSING = "，。、；：！？）》」』】〕”’·%…,.;:!?)]}*"
OPENING = "（《「『【〔“‘([{"
# A piece is what stays together: a character that a line may end behind, or a run of those that it may not.
WIDE = r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
PIECE = (
    rf"[{re.escape(OPENING)}]*(?:{{words}}|{WIDE}|(?:(?!{WIDE}|[{re.escape(OPENING)}])\S)+|[{re.escape(OPENING)}])"
    rf"[{re.escape(CLOSING)}]*"
)

# A number, or the mark of a row, stays with the word before it, and an arrow with the word behind it.
BLANK = re.compile(r"(?<![A-Za-z\d>-]) +|(?<=[A-Za-z]) +(?![\d?])|(?<=\d) +(?!\?)")


@cache
def _piece() -> re.Pattern[str]:
    """What stays together; the words are data/words/unbroken.txt."""
    lines = (bundled("data") / "words" / "unbroken.txt").read_text(encoding="utf-8").splitlines()
    words = sorted((word for line in lines if not line.startswith("#") for word in line.split()), key=len, reverse=True)
    return re.compile(PIECE.replace("{words}", "|".join(words)))


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most this many cells; a word that is wider is cut.

    Text without blanks (Chinese) is cut into parts that are about as long as each other.
    """
    lines = list(_filled(text, width))
    if len(lines) < 2 or " " in text.strip():
        return lines
    # No narrower than what stays together; ids have slashes to break behind.
    together = least(text, 0) if re.search(WIDE, text) else 0
    narrower = range(max(-(-cells(text) // len(lines)), together), width)
    return next((even for even in (list(_filled(text, one)) for one in narrower) if len(even) == len(lines)), lines)


def least(text: str, most: int) -> int:
    """The width below which a word would be cut; for Chinese `most`, where it is longer."""
    return max((_least(word, most) for word in BLANK.split(text)), default=0)


def _least(word: str, most: int) -> int:
    if not re.search(WIDE, word):
        return cells(word)
    return max(*map(cells, _piece().findall(word)), min(cells(word), most))


def _filled(text: str, width: int) -> Iterator[str]:
    line, room = "", max(width, 1)
    for word in filter(None, BLANK.split(text)):
        blank = " " if line else ""
        pieces = (
            [word] if cells(word) <= room else [part for piece in _piece().findall(word) for part in _cut(piece, room)]
        )
        for piece in pieces:
            if line and cells(line + blank + piece) > room:
                yield line
                line, blank = "", ""
            line, blank = line + blank + piece, ""
    yield line


def _cut(piece: str, room: int) -> Iterator[str]:
    """A piece as it is; one that is too wide, as ids are, behind its slashes, and what is still too wide anywhere."""
    from rich.cells import chop_cells

    parts = [piece] if cells(piece) <= room else re.findall("[^/]*/|[^/]+", piece)
    for part in parts:
        yield from [part] if cells(part) <= room else chop_cells(part, room)


def cells(text: str) -> int:
    """How wide a text is on a terminal."""
    from rich.cells import cell_len

    return cell_len(text)
