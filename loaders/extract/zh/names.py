"""Where Chinese names begin and end, and how lists of them are split."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from graph.proof import Span
from loaders.extract.document.numbering import number_at
from loaders.extract.document.text import trimmed
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import inside_bracket, without_brackets
from loaders.extract.rules.stretch import Stretch, bare
from loaders.extract.rules.vocabulary import vocabulary

SEPARATOR = re.compile(r"[、,;]")
QUOTES = "“”\"'‘’《》"
NAME = re.compile(
    rf"(?:《[^《》\s]{{1,20}}》(?=[\u4e00-\u9fff]))?(?:[^,。:;!?、()\s{QUOTES}|>/]|[“\"]\d{{2,5}}[”\"]){{2,45}}"
)
# A name with a bracket inside: 计划(财务)科, 纪检(监察)机构.
INNER = re.compile(
    r"([\u4e00-\u9fff]{1,12}(?<![科处股室司办局部会心队]))\([\u4e00-\u9fff、]{1,10}\)[\u4e00-\u9fff]{0,8}?(?:[科处股室司](?=[\s,。:;(、]|$)|机构(?=按|依))"
)
# Styles of numbers that the names of a list may have.
ITEMS = ("is", "dotted", "circled", "closed", "bracketed", "bracketed-chinese")
# How far a name may stand behind the verb in front of it.
LONGEST_LEAD = 6
# How far around "and" two names are looked for.
WINDOW = 240
# So many characters make a name that needs no look at the other.
WHOLE = 4
DIVISION = re.compile(r"[^和与及、]{2}[科处股室司部]$")
# What looks after places that are no names: 公园和广场管理处.
KEEPER = re.compile(r"(?:管理(?:[处所站局]|中心)|服务(?:中心|处))$")
BUREAUS = ("局", "委", "委员会", "厅", "部")
AND = re.compile(r"[和与及]|以及")
OTHERS = re.compile("(?<=[科处股室部队办所站])等$")
SPACE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
BRACKET = re.compile(r"\(([^()]*)\)$")
SPLIT = re.compile("[、,]|(?<=[局厅委会室心处科馆站])(?:以及|[和及])(?=[\u4e00-\u9fff]{2,20}[局厅委会室心处科馆站]$)")


@lru_cache(maxsize=20_000)
def standard(text: str) -> tuple[tuple[int, int], ...]:
    """Where standard names begin and end, which are known before any sentence is read: 市人力资源和社会保障局, 教育部门."""
    names = vocabulary("zh").pattern("(?:{department}{department_end}|{organ})")
    return tuple(found.span() for found in names.finditer(text))


def cuts(text: str, position: int) -> bool:
    """Whether a place in a text is inside a standard name: what stands there separates nothing."""
    return any(start < position < end for start, end in standard(text))


def is_commission(name: str) -> bool:
    """Whether a name that ends as a coordinating body does is that of a department: 市卫生健康委员会."""
    return vocabulary("zh").pattern("{commission}委员会$").search(name) is not None


def border(text: str) -> int:
    """Where the name in a text begins: behind the last verb or preposition that stands in no standard name."""
    begin = len(text) - len(text.lstrip("和及与并"))
    for found in vocabulary("zh").pattern("{no_name_begins}").finditer(text):
        held = any(start <= found.start() < end for start, end in standard(text))
        if found.start() <= begin + LONGEST_LEAD and not held and len(text) - found.end() > 1:
            begin = found.end()
    return begin


def told_from(_words: Lexicon, text: str, start: int, stop: int) -> int | None:
    """Where "and others" stands behind a name at the end of a list."""
    found = OTHERS.search(text, start, stop)
    return found.start() if found and found.end() == stop else None


def split(words: Lexicon, stretch: Stretch) -> list[Stretch]:
    """Pieces between signs; "and" separates two names and stands in no standard one."""
    pieces = stretch.split(SPLIT, lambda at: _held(str(stretch), at - stretch.start))
    return bare(name for piece in pieces for name in _and_bracket(words, piece))


def _held(text: str, position: int) -> bool:
    """Whether a sign stands inside a standard name or a bracket."""
    return cuts(text, position) or inside_bracket(text, 0, position)


def _and_bracket(words: Lexicon, piece: Stretch) -> Iterator[Stretch]:
    """A name, and the second one in a bracket behind it: a short form is none."""
    found = BRACKET.search(piece.text, piece.start, piece.end)
    yield replace(piece, end=found.start()) if found else piece
    if found and "简称" not in found[1] and (words.ends(found[1], "body") or words.ends(found[1], "unit")):
        yield from replace(piece, start=found.start(1), end=found.end(1)).split(SPLIT)


def split_bracket(words: Lexicon, stretch: Stretch) -> list[Stretch]:
    """A bracket is split as any list, and between two names with nothing but a space between them."""
    return [name for piece in split(words, stretch) for name in _spaced(words, piece)]


def _spaced(words: Lexicon, piece: Stretch) -> list[Stretch]:
    """The units on both sides of each space; the piece itself where a space stands inside a name."""
    names = bare(piece.split(SPACE))
    return names if all(words.ends(str(name), "unit") for name in names) else [piece]


def items(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Span]:
    """The names between two signs: "and" separates where names stand on both sides; numbers go."""
    for found in AND.finditer(text, start, end):
        if found.start() - start < 2 or end - found.end() < 2:  # one character is no name
            continue
        left = without_brackets(text[max(start, found.start() - WINDOW) : found.start()])
        right = without_brackets(text[found.end() : min(end, found.end() + WINDOW)])
        if min(len(left), len(right)) < 2:
            continue
        # "X和Y委员会" is one bureau: two of them end both so.
        if right.endswith(BUREAUS) and not left.endswith(BUREAUS) and not words.ends(right, "party"):
            continue
        bodies = words.ends(left, "body") and words.ends(right, "body")
        if (
            bodies
            and min(len(left), len(right)) < WHOLE
            and words.ends(KEEPER.sub("", right), "body")
            and KEEPER.search(right)
        ):
            continue
        if bodies or (DIVISION.search(left) and DIVISION.search(right)):
            return [
                *items(words, line, text, start, found.start()),
                *items(words, line, text, found.end(), end),
            ]
    number = number_at(text, start, end)
    span = trimmed(line, text, number.end if number and number.style in ITEMS else start, end, "。.;,")
    return [span] if span else []
