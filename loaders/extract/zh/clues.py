"""What speaks for and against a Chinese heading of a unit."""

import re
from collections.abc import Iterator

from loaders.extract.institution_names import DECIDED
from loaders.extract.outline.blocks import Block
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue
from loaders.extract.runs import PLAIN
from loaders.extract.units import FIRST_UNITS, GROUP_OF_UNITS, LODGED, PAGE, SIGNED, VERB_FIRST, Candidate

CONTACTS = ("联系", "地址", "局长", "主任", "另设", "并设")
BESIDE = ("在", "由", "与")
# A sign, and where it hangs.
HUNG_ELSEWHERE = re.compile(r",在[^,。;]{2,30}(?:[加增]挂|挂(?:牌|其|该))")
TELEPHONE = re.compile(r":\s{0,3}\d")
DUTY_FOLLOWS = re.compile(r"\s{0,9}(?:(?:主要|工作)?(?:职责|职能)|负责|承担|1[.、]|\(一\)|[一1][、.])")
# Last words that institutions have more often than units; the level in front of their names.
SERVICE = re.compile(r"(?:中心|站|所|院|馆|校|学|园|队|局|台|社|场)$")
LEVEL = re.compile(r"[省市县区州旗]")
# Offices of coordinating bodies may be units, the bodies are none.
OFFICE = ("办公室", "秘书处", "科", "处", "股")
LONGEST, LONGEST_WITH_VERB = 20, 12


def chinese_clues(overview: Overview, one: Candidate, following: Block | None) -> Iterator[Clue]:
    """All clues of a heading, each with its weight."""
    suffixed = overview.words.ends(one.name, "unit") and not GROUP_OF_UNITS.search(one.name)
    yield from _of_name(one, suffixed)
    yield from _of_end(one, suffixed)
    yield from _of_document(overview, one, suffixed)
    if not one.after and following and DUTY_FOLLOWS.match(following.text, following.start, following.end):
        yield "duties follow", 1.0


def _of_name(one: Candidate, suffixed: bool) -> Iterator[Clue]:
    """By its words."""
    name = one.name
    yield "last word", 2.5 if suffixed else -1.5 if one.number else -4.0
    if GROUP_OF_UNITS.search(name):
        yield "word for units", -4.0
    if VERB_FIRST["zh"].match(name):
        sentence = not suffixed or len(name) > LONGEST_WITH_VERB or one.after[:1] == "。"
        yield "verb in front", -5.0 if sentence else -1.0
    if name in PAGE or name.startswith(CONTACTS):
        yield "no name", -9.0
    if LODGED.search(name) or name.startswith(BESIDE):
        yield "says where", -9.0
    if DECIDED.match(name):
        yield "decision", -9.0
    if len(name) > LONGEST:
        yield "long", -3.0 if one.number else -5.0
    if PLAIN.fullmatch(name) and suffixed:
        yield "plain", 0.5
    if name in FIRST_UNITS:
        yield "first of most lists", 1.5


def _of_end(one: Candidate, suffixed: bool) -> Iterator[Clue]:
    """By what stands behind it."""
    after, signed = one.after, SIGNED.match(one.after)
    by_blank = one.text[one.heading.end : one.heading.end + 1] == " "
    if one.heading.brackets:
        yield "bracket", 0.3
    if HUNG_ELSEWHERE.match(after):
        yield "a sign that hangs elsewhere", -9.0
    if TELEPHONE.match(after) and not one.number:
        yield "telephone", -9.0
    if by_blank and not one.number:
        yield "blank behind", -1.0
    comma = after[:1] == "," and not signed
    if not (one.closed or by_blank or signed or (comma and suffixed and one.number)):
        yield "goes on", -6.0
    elif comma:
        yield "comma", -1.0 if one.number else -3.0
    elif after[:1] == ";" or (after == "。" and not suffixed):
        yield "stop", -3.0


def _of_document(overview: Overview, one: Candidate, suffixed: bool) -> Iterator[Clue]:
    """By what the whole document shows."""
    name, words = one.name, overview.words
    if name in words.words["noise"]:
        yield "word of a page", -9.0
    if (one.heading.name.line, one.heading.name.start) in overview.unit_starts:
        yield "in a run of units", 3.0
    if name in overview.declared:
        yield "listed elsewhere", 3.0
    if overview.is_body(name):
        yield "the body itself", -9.0
    if words.matches("form").search(name) and not name.endswith(OFFICE):
        yield "coordinating body", -6.0
    if (one.heading.name.line, one.heading.name.start) in overview.body_starts:
        yield "in a run of bodies", -3.0
    elif suffixed and SERVICE.search(name):
        placed = name.startswith(overview.places) or LEVEL.match(name)
        yield "ends as institutions do", -2.5 if placed else -1.5
