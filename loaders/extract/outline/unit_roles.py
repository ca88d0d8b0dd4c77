"""Blocks that may be headings of units."""

import re
from collections.abc import Iterator

from loaders.extract.bodies import NO_BEGINNING
from loaders.extract.en.clues import english_clues
from loaders.extract.names import Heading, heading_at, is_name
from loaders.extract.outline.blocks import Block
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue, Role, weighed
from loaders.extract.part import Part
from loaders.extract.sections import opener, section_at
from loaders.extract.text import without_brackets
from loaders.extract.units import CHINESE_PARTY, VERB_FIRST, Candidate, is_party
from loaders.extract.zh.clues import chinese_clues

TOLD = re.compile(
    r"\s{0,9}(?!其中)([\u4e00-\u9fff]{2,14}(?:[科处股室司部]|(?<![主承协督交查])办|党委|纪委|党总支|支部|工会|[大支]队|中心))"
    r"(?:则|还|主要|具体|专门|作为[^,。;]{2,16},){0,2}(?:负责|承担)"
)
UNIT_LABEL = re.compile(r"\s{0,9}(科室|处室|股室|部门|内设机构|单位|机构)(?:名\s{0,4}称|全称):\s{0,9}(?=\S)")
HEAD_ENDS = re.compile("[:。]")
SET_UP = re.compile("按|依|is |are |shall ")


def unit_roles(overview: Overview, part: Part, following: Block | None) -> Iterator[Role]:
    """A heading of a unit, a sentence that begins with one, or a number that has no name."""
    words = overview.words
    label = UNIT_LABEL.match(part.text, part.begin, part.end) if words.language == "zh" else None
    part = part.behind(label.end()) if label else part
    plain = without_brackets(part.text)
    # Behind the first stop a sentence may tell what the unit itself sets up.
    stop = HEAD_ENDS.search(plain, part.begin, part.end)
    heading = heading_at(words, part.line, part.text, part.begin, part.end)
    if heading is None or opener(words, plain, part.begin, stop.end() if stop else part.end) == "divisions":
        return
    section = section_at(words, part.line, part.text, part.begin, part.end, bool(part.number))
    if section is None and _of_party(overview, heading, part):
        yield weighed("unit", [("party", 4.0)], "party_unit", part=part, heading=heading)
        return
    if told := _told(overview, part):
        yield told
        return
    clues = dict(_clues(overview, heading, part, following))
    if section is not None:
        clues["words of a section"] = -2.5
    if label:
        clues["label of units"] = 0.0 if label[1] in ("单位", "机构") else 4.0
    yield weighed("unit", clues.items(), "division", part=part, heading=heading)
    bracketed = part.style in ("bracketed", "bracketed-chinese")
    if bracketed and VERB_FIRST[words.language].match(part.text, part.begin, part.end):
        yield weighed("unnamed", [("number without a name", -1.0)], "division", part=part)


def _clues(overview: Overview, heading: Heading, part: Part, following: Block | None) -> Iterator[Clue]:
    alone = not part.text[heading.end : part.end].strip(" -")
    below = following.text[following.begin : following.end] if following and alone else ""
    told = overview.words.grammar.names.TOLD.match(part.text[heading.end : part.end].lstrip(" -")) is not None
    counted = following is not None and following.number is not None
    one = Candidate(heading, part.text, part.begin, part.end, part.number, below, told, counted)
    if overview.words.language == "zh":
        yield from chinese_clues(overview, one, following)
    else:
        yield from english_clues(overview, one)


def _of_party(overview: Overview, heading: Heading, part: Part) -> bool:
    """Whether a unit of the Party is named, and nothing or its setting up stands behind the name."""
    after = part.text[heading.end : part.end].lstrip(" -")
    closed = not after or after[0] in "。:.,按(" or SET_UP.match(after) is not None
    return closed and is_party(overview.words, part.line, part.text, part.begin, part.end)


def _told(overview: Overview, part: Part) -> Role | None:
    """A Chinese sentence that begins with the name of a unit: "X科负责…"."""
    told = TOLD.match(part.text, part.begin, part.end) if overview.words.language == "zh" else None
    heading = heading_at(overview.words, part.line, part.text, part.begin, told.end(1)) if told else None
    if told is None or heading is None or NO_BEGINNING.match(told[1]) or not is_name(overview.words, told[1], "unit"):
        return None
    clues = [("told", 2.0)]
    if told[1] in overview.declared:
        clues.append(("listed elsewhere", 2.0))
    if CHINESE_PARTY.match(told[1]):
        clues.append(("party", 2.0))
    return weighed("unit", clues, "told", part=part, heading=heading)
