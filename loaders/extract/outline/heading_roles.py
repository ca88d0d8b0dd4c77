"""Blocks that may be headings of bodies or sections, labels, or fields of contacts."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import Section, kinds_in, opener, section_at
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import heading_at, is_name
from loaders.extract.outline.bodies import Body, body_heading
from loaders.extract.outline.institution_names import UNDER
from loaders.extract.outline.list_roles import list_behind
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue, Named, Role, weighed

BRACKET = re.compile(r"\s{0,9}\(([^()]{1,90})\)")
CHAPTER = re.compile(r"[章节]$|^Chapter")

COUNTED = re.compile(
    r"\d|[一二三四五六七八九十两]个|\((?:two|three|four|five|six|seven|eight|nine|ten)\)", re.IGNORECASE
)
# How a sentence about a body goes on behind its name, where a title would not.
SENTENCE = re.compile(
    r"[,，]|(?:是|为|于|由|设(?!置(?!以下|下列|了|有|\d|[一二三四五六七八九十两]))|对|系|承担|承办|负责(?!人)|主管|贯彻|实行|履行|共有|现有|与|下辖|归口|代管|属(?!单位|机构)|下设(?!机构|单位|部门)|内设(?!机构|科室|处室|股室|部门|部室|司局)|加挂|挂|成立于|的?主要职责(?:[:是](?!$)))|\s{0,9}(?:is|was|works|belongs|hangs?|has|are|sets?|set)\b"
)
MAJOR = ("duties", "divisions", "institutions", "branches")
ORGANIZATION = re.compile(r"\b(?:organi[sz]ations?(?!['’]s)|structure|set ?up|settings?)\b", re.IGNORECASE)


def bracket_behind(words: Lexicon, part: Part, rest: int) -> re.Match[str] | None:
    """What stands in brackets, or in another language, directly behind the name of a body, as group 1."""
    found = BRACKET.match(part.text, rest, part.end)
    return found or words.grammar.names.GLOSS.match(part.text, rest, part.end)


class HeadingRoles:
    """Looks at the words of headings."""

    def __init__(self, overview: Overview) -> None:
        self.overview, self.words = overview, overview.words
        self.index = {body: index for index, body in enumerate(overview.bodies)}

    def body(self, block: Block, following: Block | None) -> Iterator[Role]:
        """The name of a body alone, in a title, or in front of a sentence about it."""
        found = self._named(block)
        if found is None:
            return
        body, name, rest = found
        in_row = bool(block.column) and not self.words.grammar.outlining.PLACE_TELLS
        if in_row and body.kind == "institution" and self.index[body]:
            return
        if self._is_longer(block, name):
            return
        named = Named(body, self.index[body], name, rest)
        bracket = bracket_behind(self.words, block, rest)
        rest = bracket.end() if bracket else rest
        front, said = block.text[block.begin : name.start].strip(), block.text[rest : block.end].strip(" 。.:")
        if not said and (not front or self.words.grammar.outlining.LABELLED):
            clue = ("title of what follows", 4.0) if following and self._titles(following) else ("name alone", 2.0)
            yield weighed("body", [clue], "", part=block, named=named)
        elif is_sentence(self.words, block.text, rest, block.end):
            yield self._sentence(block, named)
        else:
            kind = section_of_title(self.words, front, said) or "general"
            yield weighed("body", [("title", 5.0)], kind, part=block, named=named)

    def _is_longer(self, block: Block, body: Span) -> bool:
        """Whether a line is the name of an institution that begins with the body's: "X局机关服务中心"."""
        heading = heading_at(self.words, block.line, block.text, body.start, block.end)
        if heading is None or heading.name.end <= body.end or block.text[heading.end : block.end].strip(" 。;,"):
            return False
        return self.words.grammar.outlining.LONGER.search(block.sub(heading.name)) is not None

    def _sentence(self, block: Block, named: Named) -> Role:
        part = block.behind(named.name.start)
        announces = opener(self.words, part.text, part.begin, part.end) or ""
        units = list_behind(self.overview, part) if announces == "divisions" else None
        named = Named(named.body, named.index, named.name, named.rest, announces)
        return weighed("body", [("sentence", 3.0)], "sentence", part=part, named=named, units=units)

    def _titles(self, block: Block) -> bool:
        """Whether a block begins a part of a document about a body: a heading of a section, or a sentence about it."""
        if section_at(self.words, block):
            return True
        found = self._named(block)
        return found is not None and is_sentence(self.words, block.text, found[2], block.end)

    def _named(self, block: Block) -> tuple[Body, Span, int] | None:
        return body_heading(self.words, self.overview.bodies, block.line, block.text, block.begin, block.end)

    def field(self, part: Part) -> Role | None:
        """A field of contacts: its name and a colon."""
        found = self.words.fields.match(part.text, part.begin, part.end)
        kind = self.words.field(found[1]) if found else ""
        if not found or (kind == "head" and part.words.rstrip().endswith(("。", "."))):
            return None
        return Role("field", 6.0, kind=kind, part=part)

    def section(self, block: Block, part: Part) -> Iterator[Role]:
        """A heading of a section, of a unit whose duties follow, or a label inside a unit."""
        if block.behind_heading and not block.number:
            return
        section = section_at(self.words, part)
        if section is None:
            return
        if unit := self._duties_of(section, part):
            yield unit
            return
        clues = list(self._clues(section, part))
        yield weighed("section", clues, section.kind, part=part, section=section)
        follow = self.words.grammar.sections.units_below(self.words, self.overview.document, section, part)
        if follow is not None:
            yield weighed("section", [*clues, ("units below", follow)], "divisions", part=part, section=section)
        if not part.number:
            yield from self._label(section, part)

    def _duties_of(self, section: Section, part: Part) -> Role | None:
        """ "Responsibilities of the X" and "X职责" are the heading of X where X is a unit."""
        heading = (
            self.words.grammar.sections.named_in_duties(self.words, section, part) if section.kind == "duties" else None
        )
        name = heading.said(part.text) if heading else ""
        ours = name.lower() in self.overview.short_names or self.overview.is_body(name)
        if heading is None or ours or not is_name(self.words, name, "unit"):
            return None
        return weighed("duties of", [("unit named", 5.0)], part=part, heading=heading, section=section)

    def _clues(self, section: Section, part: Part) -> Iterator[Clue]:
        yield section.kind, 4.0
        if part.number:
            yield "numbered", 0.5
            if CHAPTER.search(part.number.printed):
                yield "chapter", 0.0
        if self.words.grammar.sections.is_of_bureaus(part.sub(section.span)):
            yield "of bureaus", 0.0

    def _label(self, section: Section, part: Part) -> Iterator[Role]:
        """A heading of duties below unit after unit, or a label with the text behind it in its line."""
        told = bool(part.text[part.end :].strip())
        repeated = self.overview.line_counts[part.text.strip()] > 1
        if told or section.kind == "duties":
            clue = "text behind" if told else "repeated" if repeated else "alone"
            weight = 5.0 if told or repeated or part.words.rstrip().endswith(":") else 3.0
            yield weighed("label", [(clue, weight)], section.kind, part=part, section=section)


def is_sentence(words: Lexicon, text: str, rest: int, end: int) -> bool:
    """Whether what stands behind a body's name from `rest` on makes it a sentence and no title."""
    whole = text[rest:end].strip()
    behind = whole.strip(" 。.:")
    title = len(behind) <= 24 and not COUNTED.search(behind) and kinds_in(words, behind)
    announces = not title and opener(words, text, rest, end)
    return bool(announces or len(behind) > 60 or words.grammar.sections.goes_on(whole) or SENTENCE.match(behind))


def section_of_title(words: Lexicon, front: str, behind: str) -> str:
    """The kind of section that a title begins, by the words in front of the name and behind it."""
    if UNDER.match(behind):
        return "institutions"
    title = f"{front} {behind}".strip()
    kinds = kinds_in(words, title)
    major = [kind for kind in kinds if kind in MAJOR]
    if words.grammar.sections.of_divisions(title, kinds):
        return "divisions"
    asked = [kind for kind in kinds_in(words, front) if kind in MAJOR]
    if behind.endswith("?") and len(asked) == 1:
        return asked[0]
    several = len(major) != 1 or "staffing" in kinds or (major == ["duties"] and ORGANIZATION.search(title))
    return "general" if several else major[0]
