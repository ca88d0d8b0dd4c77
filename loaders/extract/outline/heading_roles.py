"""Blocks that may be headings of bodies or sections, labels, or fields of contacts."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import Section, opener, section_at
from loaders.extract.mentions.names import heading_at, is_name
from loaders.extract.outline.bodies import body_heading
from loaders.extract.outline.list_roles import list_behind
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue, Named, Role, weighed
from loaders.extract.outline.titles import is_sentence, section_of_title

BRACKET = re.compile(r"\s{0,9}\(([^()]{1,90})\)")
CHAPTER = re.compile(r"[章节]$|^Chapter")


class HeadingRoles:
    """Looks at the words of headings."""

    def __init__(self, overview: Overview) -> None:
        self.overview, self.words = overview, overview.words
        self.index = {body: index for index, body in enumerate(overview.bodies)}

    def body(self, block: Block, following: Block | None) -> Iterator[Role]:
        """The name of a body alone, in a title, or in front of a sentence about it."""
        found = body_heading(self.words, self.overview.bodies, block.line, block.text, block.begin, block.end)
        if found is None:
            return
        body, name, rest = found
        in_row = bool(block.column) and not self.words.grammar.outlining.PLACE_TELLS
        if in_row and body.kind == "institution" and self.index[body]:
            return
        if self._is_longer(block, name):
            return
        named = Named(body, self.index[body], name, rest)
        behind = self.words.grammar.names.GLOSS
        bracket = BRACKET.match(block.text, rest, block.end) or behind.match(block.text, rest, block.end)
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
        begin, end = block.begin, block.end
        if section_at(self.words, block.line, block.text, begin, end, bool(block.number)):
            return True
        found = body_heading(self.words, self.overview.bodies, block.line, block.text, begin, end)
        return found is not None and is_sentence(self.words, block.text, found[2], end)

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
        section = section_at(self.words, part.line, part.text, part.begin, part.end, bool(part.number))
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
        name = part.sub(heading.name) if heading else ""
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
