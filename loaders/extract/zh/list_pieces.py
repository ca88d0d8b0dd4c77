"""Where the pieces of a list in a Chinese sentence begin and end."""

import re
from bisect import bisect_left
from functools import lru_cache

from loaders.extract.document.signs_of_numbers import EVERY
from loaders.extract.document.text import with_depth
from loaders.extract.grammar.lexicon import Lexicon

SEPARATOR = re.compile(r"[、,;]|(?<=[^\s\d])\s+(?=[^\s\d])|(?<=\))(?=[\u4e00-\u9fff]{2,12}[、,等和])|以及")

# "and every school of the towns": no names from here on.
REST = re.compile(r"(?:[和及与、]|以及)(?:各(?![自类])|其[他它余])")

LEAD = re.compile(
    rf"(?:\s|以及|[和及与、]){{0,9}}(?:[一二三四五六七八九十]{{1,2}}是|\d{{1,2}}[.、]\s?(?=[\u4e00-\u9fff])|[{EVERY}]|\(\d{{1,2}}\)(?=[\u4e00-\u9fff]))?"
)

STOP = re.compile("[;。]")

CLOSED = re.compile(r"\)")

PIECE = re.compile(r"[\u4e00-\u9fff]{2,20}")

BRACKETS = re.compile(r"\([^()]{0,60}\)")


def connected(text: str, begin: int, end: int) -> int:
    """Where a name begins behind "and"."""
    found = LEAD.match(text, begin, end)
    return found.end() if found else begin


def next_end(words: Lexicon, text: str, begin: int, end: int) -> int:
    """Where the piece that begins here ends: at the next separator that stands in no bracket."""
    separators = _separators(text)
    for index in range(bisect_left(separators, (begin, 0)), len(separators)):
        start, stop = separators[index]
        if start >= end or (stop >= end and text[start].isspace()):
            break
        glued = start == stop and not ends(words, text[begin : max(begin, text.rfind("(", begin, start))])
        if text.count("(", begin, start) == text.count(")", begin, start) and not glued:
            return start
    return end


@lru_cache(maxsize=4)
def _separators(text: str) -> list[tuple[int, int]]:
    """Where the separators of a line stand: behind every verb of it the next one is looked for."""
    return [found.span() for found in SEPARATOR.finditer(text)]


@lru_cache(maxsize=4)
def rests(text: str) -> list[int]:
    """Where the names of a line end because others follow that have none."""
    return [found.start() for found in REST.finditer(text)]


def closed(text: str, begin: int, end: int) -> int:
    """Where the bracket ends that is open at a place."""
    depths = with_depth(text, begin, CLOSED.finditer(text, begin, end))
    return next((one.start() for one, depth in depths if depth <= 0), end)


def behind_semicolons(words: Lexicon, text: str, begin: int, end: int) -> int:
    """Where a list ends whose names have semicolons between them: each piece is a name and nothing else."""
    while begin < end and text[end : end + 1] == ";":
        halt = STOP.search(text, end + 1)
        stop = halt.start() if halt else len(text)
        name = BRACKETS.sub("", text[end + 1 : stop]).strip()
        if not (PIECE.fullmatch(name) and ends(words, name)):
            break
        end = stop
    return end


def ends(words: Lexicon, name: str) -> bool:
    return words.ends(name, "unit") or words.ends(name, "body")
