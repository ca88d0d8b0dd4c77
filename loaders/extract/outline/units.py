"""Whether a heading names a unit: by its last word, its number, and what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import opener, section_at
from loaders.extract.document.numbering import Number
from loaders.extract.document.text import without_brackets
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, heading_at
from loaders.extract.outline.lists import SEVERAL, UnitList
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue, Role, weighed

HEAD_ENDS = re.compile("[:。]")
SET_UP = re.compile("按|依|is |are |shall ")
# What stands behind each line of a list: 办公室、
AND, SIGNS = re.compile("[和及与]"), re.compile("[、,;]")
BULLET = re.compile(r"\s{0,9}[-–•·●*]\s")
PARTS = re.compile(r"[、,]|等[。;]?")


@dataclass(frozen=True)
class Candidate:
    """A heading that may name a unit, with the text around it."""

    heading: Heading
    text: str
    begin: int
    end: int
    number: Number | None
    following: str = ""
    """The next line with words, where the heading fills its own."""
    told: bool = False
    """Whether something is told of it right behind."""
    told_by_number: bool = False
    """Whether that line has a number."""

    @property
    def name(self) -> str:
        """The words of the heading."""
        return self.text[self.heading.name.start : self.heading.name.end]

    @property
    def after(self) -> str:
        """What follows the heading; what parts it from the name in the next line is nothing."""
        said = self.text[self.heading.end : self.end].lstrip(" -")
        return "" if PARTS.fullmatch(said) else said

    @property
    def closed(self) -> bool:
        """Whether the heading ends at a stop, a colon, a bracket or the end of the line, and is no first name of a list."""
        stops = "。.:;" if self.number else "。.:"
        bracketed = bool(self.heading.brackets) and self.after[:1] != "、"
        return not self.after or self.after[0] in stops or self.told or bracketed


def is_party(words: Lexicon, line: int, text: str, begin: int, end: int) -> bool:
    """Whether a unit of the Party is named, which stands in any section."""
    heading = heading_at(words, line, text, begin, end)
    if heading is None:
        return False
    name = heading.said(text)
    return not words.matches("no_party").search(name) and words.grammar.units.is_party(words, name)


def unit_roles(overview: Overview, part: Part, following: Block | None) -> Iterator[Role]:
    """A heading of a unit, a sentence that begins with one, or a number that has no name."""
    words = overview.words
    label = words.grammar.units.LABEL.match(part.text, part.begin, part.end)
    part = part.behind(label.end()) if label else part
    plain = without_brackets(part.text)
    # Behind the first stop a sentence may tell what the unit itself sets up.
    stop = HEAD_ENDS.search(plain, part.begin, part.end)
    several = _several(words, part)
    heading = several[0] if several else heading_at(words, part.line, part.text, part.begin, part.end)
    if heading is None or opener(words, plain, part.begin, stop.end() if stop else part.end) == "divisions":
        return
    section = section_at(words, part)
    if section is None and _of_party(overview, heading, part):
        yield weighed("unit", [("party", 4.0)], "party_unit", part=part, heading=heading)
        return
    if told := words.grammar.units.told(overview, part):
        yield told
        return
    told_of = part.behind(part.begin, heading.end) if several else part
    clues = dict(_clues_of(overview, heading, told_of, following))
    if section is not None:
        clues["words of a section"] = -2.5
    column = part.column if isinstance(part, Block) and not words.grammar.writing.GAP else ""
    if column in words.columns["divisions"] and clues.get("last word", 0.0) > 0:
        clues["column of units"] = 2.0
    if label:
        clues["label of units"] = 0.0 if label[1] in ("单位", "机构") else 4.0
    units = UnitList(tuple(several)) if several else None
    yield weighed("unit", clues.items(), "division", part=part, heading=heading, units=units)
    bracketed = part.style in ("bracketed", "bracketed-chinese")
    if bracketed and words.grammar.units.VERB_FIRST.match(part.text, part.begin, part.end):
        yield weighed("unnamed", [("number without a name", -1.0)], "division", part=part)


def _several(words: Lexicon, part: Part) -> list[Heading]:
    """Units that one number counts, "(三) X部、Y部", or two with "and" between them; none where anything else stands there."""
    item = part.number is not None or BULLET.match(part.text) is not None
    said = SEVERAL if item else AND
    if words.grammar.writing.GAP or not said.search(part.words) or (not item and SIGNS.search(part.words)):
        return []
    part = part.behind(part.begin, part.begin + len(part.words.rstrip(" 。").removesuffix("等")))
    found = words.grammar.outlining.listed(words, part)
    names = [heading.said(part.text) for heading in found[0]] if found else []
    alone = found is not None and not part.text[found[1] : part.end].strip(" 。:")
    return found[0] if found and alone and len(names) > 1 and all(words.ends(name, "unit") for name in names) else []


def _clues_of(overview: Overview, heading: Heading, part: Part, following: Block | None) -> Iterator[Clue]:
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
