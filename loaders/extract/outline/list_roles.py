"""Blocks that may name several units, or institutions, or announce such a list."""

import re
from collections.abc import Iterator

from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import opener
from loaders.extract.document.text import without_brackets
from loaders.extract.outline.lists import BodyList, UnitList, institutions_in, list_in_sentence, units_in
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue, Role, weighed

# What speaks against an institution of the body's own, behind a name without a heading above it.
OTHERWISE = re.compile("不|派驻|设在|设于")


class ListRoles:
    """Looks for lists in one line."""

    def __init__(self, overview: Overview) -> None:
        self.overview, self.words = overview, overview.words

    def roles(self, block: Block, part: Part) -> Iterator[Role]:
        """All that a block may be as a list or in front of one."""
        announced = opener(self.words, without_brackets(part.text), part.begin, part.end)
        if not part.number and (announced is None or block.behind_heading) and (units := units_in(self.words, part)):
            yield weighed("units", self._unit_clues(block, units), part=part, units=units)
        label = self.words.grammar.units.LABEL.match(part.text, part.begin, part.end)
        told = part.behind(label.end()) if label else part
        if bodies := institutions_in(self.words, told):
            clues = dict(self._body_clues(block, part, bodies))
            kind = next((one for one in ("run", "listed above", "placed") if one in clues), "")
            yield weighed("bodies", clues.items(), kind, part=told, bodies=bodies)
        kind = opener(self.words, part.text, part.begin, part.end) or ""
        if kind and not self.words.matches("negative").search(part.words):
            then = self.words.grammar.counting.YEAR_FIRST.match(part.text, part.begin, part.end)
            units = list_behind(self.overview, part) if kind == "divisions" and not then else None
            yield weighed("announcement", [(kind, 2.5)], kind, part=part, units=units)

    @staticmethod
    def _unit_clues(block: Block, units: UnitList) -> Iterator[Clue]:
        yield f"{len(units.names)} names", 3.0 if units.several else 0.0
        if block.behind_heading:
            yield "behind a heading", 1.0
            yield "nothing but names", float(units.plain)

    def _body_clues(self, block: Block, part: Part, bodies: BodyList) -> Iterator[Clue]:
        yield "names of bodies", 2.5
        begin = part.begin + len(part.words) - len(part.words.lstrip())
        if (part.line, begin) in self.overview.body_starts:
            yield "run", 1.5
        may_be = self.words.grammar.outlining.PLACE_TELLS or bool(block.column)
        placed = may_be and part.words.lstrip().startswith(self.overview.places)
        if placed and not OTHERWISE.search(part.text, bodies.stop, part.end):
            yield "placed", 1.0
            above = self.overview.document.even[: part.line - 1]
            if len(bodies.names) == 1 and any(part.sub(bodies.names[0].name) in text for text in above):
                yield "listed above", 0.0


def list_behind(overview: Overview, part: Part) -> UnitList | None:
    """The units that a sentence announces and names itself."""
    span = part.span
    for clause in (span, *overview.document.clauses(span)) if span else ():
        begin = list_in_sentence(part.text, clause.start, clause.end)
        if not begin or overview.words.grammar.counting.counts_others(part.text, clause.start, begin.start()):
            continue
        if opener(overview.words, part.text, clause.start, clause.end):
            units = units_in(overview.words, part.behind(begin.end(), clause.end))
            if units:
                return units
    return None
