"""Where the pieces of a list in a Chinese sentence begin and end."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from graph.proof import Span
from loaders.extract.document.numbering import EVERY, value_of
from loaders.extract.document.text import with_depth
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading

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


NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
STEM = r"(?![各其全])(?:(?![和及辖]|(?<![建施])设|(?<!国)有|内置)[\u4e00-\u9fff]){1,9}?"
# What all of them are, in front of the word that they share.
SORT = r"(?:行政|业务|职能|综合|内设|管理|中型|小型|大型|基层|国有|国营|直属|派出|个){0,3}"
HEAD = (
    r"(?:[\u4e00-\u9fff]{0,4}?(?:管理所|服务所|[^处场住]所|分局|分场|[林农牧茶苗]场|苗圃|营林[区点]|服务站|管理站|工作站|监测站|[^车]站|"
    r"分院|分校|分馆|分中心|(?:人民)?法庭|检察室|水厂|[支大中]队|支局)|[科处股室组部庭班])"
)
SHARED = re.compile(
    rf"(?P<stems>{STEM}(?:[、,和及]{STEM}){{1,30}}?)(?P<next>(?!))?(?P<sort>(?!))?,?(?P<more>等)?\s?(?:(?P<number>(?<!第){NUMBER}(?:[个所座处家]|(?=[科股组班])))|(?<=等)(?=[科股](?:[,。;和及(]|$)))"
    rf"(?P<noun>{SORT}(?P<head>{HEAD})室?)(?=$|[,。;:(和及]|以及)"
)
BRACKETED = re.compile(
    rf"(?P<number>{NUMBER})个(?:内设|职能|业务)?(?P<head>[科处股部]室?)\((?P<stems>[\u4e00-\u9fff]{{2,6}}(?:[、,][\u4e00-\u9fff]{{2,6}}){{1,20}})\)"
)
BETWEEN = re.compile("[、,和及]")
# An office needs no further word; what else ends as a name does is no stem.
WHOLE = re.compile("办公室$")
LONGEST = 200


def shared_names(
    words: Lexicon, line: int, text: str, begin: int, end: int
) -> tuple[list[Heading], re.Match[str]] | None:
    """The names of a list that begins here, each with the word that they share as its tail, and what counts them.

    The number decides: it is that of the names, with the office among them or without it.
    """
    found = SHARED.match(text, begin, min(end, begin + LONGEST))
    if found is None:
        return None
    head = Span(line, *found.span("head"))
    stems = list(_stems(line, found))
    offices = [one for one in stems if WHOLE.search(text, one.start, one.end)]
    if any(words.ends(text[one.start : one.end], "unit") for one in stems if one not in offices):
        return None
    number = value_of((found["number"] or "").rstrip("个所座处家")) or 0
    if not found["number"]:
        # "A, B等股" without a number.
        number = len(stems)
    if number not in (len(stems), len(stems) - len(offices)) and not (found["more"] and number > len(stems)):
        return None
    return [Heading(one, (), found.end(), None if one in offices else head) for one in stems], found


def in_brackets(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[list[Heading]]:
    """The units that a bracket names in short behind their number: 5个科室(综合、运行…)."""
    for found in BRACKETED.finditer(text, start, end):
        stems = list(_stems(line, found))
        told = sum(words.ends(text[one.start : one.end], "unit") for one in stems)
        if len(stems) == value_of(found["number"]) and told * 2 < len(stems):
            head = Span(line, found.start("head"), found.start("head") + 1)
            yield [Heading(one, (), one.end, head) for one in stems]


def _stems(line: int, found: re.Match[str]) -> Iterator[Span]:
    """Where the words in front of the shared one stand."""
    begin, stop = found.span("stems")
    for cut in BETWEEN.finditer(found.string, begin, stop):
        yield Span(line, begin, cut.start())
        begin = cut.end()
    yield Span(line, begin, stop)
