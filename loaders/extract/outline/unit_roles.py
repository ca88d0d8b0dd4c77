"""Blocks that may be headings of units."""

import re
from collections.abc import Iterator

from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import opener, section_at
from loaders.extract.document.text import without_brackets
from loaders.extract.mentions.names import Heading, heading_at
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue, Role, weighed
from loaders.extract.outline.units import Candidate, is_party

HEAD_ENDS = re.compile("[:。]")
SET_UP = re.compile("按|依|is |are |shall ")


def unit_roles(overview: Overview, part: Part, following: Block | None) -> Iterator[Role]:
    """A heading of a unit, a sentence that begins with one, or a number that has no name."""
    words = overview.words
    label = words.grammar.units.LABEL.match(part.text, part.begin, part.end)
    part = part.behind(label.end()) if label else part
    plain = without_brackets(part.text)
    # Behind the first stop a sentence may tell what the unit itself sets up.
    stop = HEAD_ENDS.search(plain, part.begin, part.end)
    heading = heading_at(words, part.line, part.text, part.begin, part.end)
    if heading is None or opener(words, plain, part.begin, stop.end() if stop else part.end) == "divisions":
        return
    section = section_at(words, part)
    if section is None and _of_party(overview, heading, part):
        yield weighed("unit", [("party", 4.0)], "party_unit", part=part, heading=heading)
        return
    if told := words.grammar.units.told(overview, part):
        yield told
        return
    clues = dict(_clues(overview, heading, part, following))
    if section is not None:
        clues["words of a section"] = -2.5
    if label:
        clues["label of units"] = 0.0 if label[1] in ("单位", "机构") else 4.0
    yield weighed("unit", clues.items(), "division", part=part, heading=heading)
    bracketed = part.style in ("bracketed", "bracketed-chinese")
    if bracketed and words.grammar.units.VERB_FIRST.match(part.text, part.begin, part.end):
        yield weighed("unnamed", [("number without a name", -1.0)], "division", part=part)


def _clues(overview: Overview, heading: Heading, part: Part, following: Block | None) -> Iterator[Clue]:
    alone = not part.text[heading.end : part.end].strip(" -")
    below = following.text[following.begin : following.end] if following and alone else ""
    told = overview.words.grammar.names.TOLD.match(part.text[heading.end : part.end].lstrip(" -")) is not None
    counted = following is not None and following.number is not None
    one = Candidate(heading, part.text, part.begin, part.end, part.number, below, told, counted)
    yield from overview.words.grammar.units.clues(overview, one, following)


def _of_party(overview: Overview, heading: Heading, part: Part) -> bool:
    """Whether a unit of the Party is named, and nothing or its setting up stands behind the name."""
    after = part.text[heading.end : part.end].lstrip(" -")
    closed = not after or after[0] in "。:.,按(" or SET_UP.match(after) is not None
    return closed and is_party(overview.words, part.line, part.text, part.begin, part.end)
