"""Every block with all that it may be, seen without knowing what the blocks around it turn out to be: lists, headings, and the rest."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import Section, kinds_in, opener, section_at
from loaders.extract.document.text import without_brackets
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import heading_at, is_name
from loaders.extract.outline.candidates import Body, body_heading
from loaders.extract.outline.institution_names import UNDER
from loaders.extract.outline.lists import BodyList, UnitList, institutions_in, list_in_sentence, units_in
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue, Named, Role, Seen, weighed
from loaders.extract.outline.units import unit_roles

SENTENCE_END = re.compile(r"\.\s")
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
            follows = (units and announced_last(self.words, part)) or kind
            yield weighed("announcement", [(kind, 2.5)], follows, part=part, units=units)

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
        if begin and _of_institutions(overview, part, clause, begin.start()):
            continue
        if not begin or overview.words.grammar.counting.counts_others(part.text, clause.start, begin.start()):
            continue
        if opener(overview.words, part.text, clause.start, clause.end):
            units = units_in(overview.words, part.behind(begin.end(), clause.end))
            if units:
                return units
    return None


def _of_institutions(overview: Overview, part: Part, span: Span, at: int) -> bool:
    """Whether a list stands in a later sentence of a span, and that sentence announces something else than units."""
    *_, stop = (span.start, *(one.end() for one in SENTENCE_END.finditer(part.text, span.start, at)))
    return stop > span.start and opener(overview.words, part.text, stop, at + 1) in ("institutions", "branches")


def announced_last(words: Lexicon, part: Part) -> str:
    """What institutions or branches the last sentence of a part announces that names units itself: "sets up A, B. Under it are:"."""
    begin = max(part.begin, *(part.text.rfind(stop, part.begin, part.end - 1) + 1 for stop in "。;"))
    kind = opener(words, part.text, begin, part.end) or "" if part.words.rstrip().endswith(":") else ""
    return kind if kind in ("institutions", "branches") else ""


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
        announces = (units and announced_last(self.words, part)) or announces
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
    if announces or len(behind) > 60 or SENTENCE.match(behind):
        return True
    # Behind a number a heading may have a stop.
    heading = title and words.grammar.sections.kind_of_heading(words, behind) in MAJOR
    return not heading and words.grammar.sections.goes_on(whole)


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


# A cell with a number of a telephone or of a room.
FIGURES = re.compile(r"[\s\d+()、,;/转-]{1,60}")
# Fields that are told by the word above their column alone; an address there is a room.
BELOW_COLUMNS = ("head", "phone")
POST = r"(?:负责人|主任|书记|法定代表人|[局所站馆院校队处园]长)"
PERSON = re.compile(
    r"\s{0,9}(?P<name>[^-—–\s()]{2,30})(?:\s?[-—–]{1,2}\s?[\u4e00-\u9fff·]{2,6}[\s—–-]{1,3}[正副一二三四五六七八九十\d][\u4e00-\u9fff]?级"
    rf"|\({POST}[:\s]?[\u4e00-\u9fff·]{{2,6}}\)|\s{POST}\s[\u4e00-\u9fff·]{{2,6}}(?:\s[正副][\u4e00-\u9fff]级?)?)\s{{0,9}}"
)
# So long is no line of what stands around a page.
PROSE = 160
SIGNS = re.compile(r"[;；,。:.、]|\d{5,}")


def look(overview: Overview, blocks: tuple[Block, ...]) -> Iterator[Seen]:
    """Every block with what it may be."""
    headings, lists = HeadingRoles(overview), ListRoles(overview)
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        before = blocks[index - 1] if index else None
        if block.head:
            yield Seen(block, (Role("head", 9.0, kind=block.head),))
        elif block.line in overview.contents:
            yield Seen(block, (Role("noise", 9.0, part=block),))
        elif (named := overview.words.field_of_column(block.column)) and named[1] in BELOW_COLUMNS:
            yield Seen(block, (Role("field", 9.0, kind=named[1]),))
        elif block.cells > 1 and FIGURES.fullmatch(block.text, block.start, block.end):
            yield Seen(block, (Role("figures", 9.0),))
        elif block.column in overview.words.columns["attribute"]:
            yield Seen(block, (Role("attribute", 9.0),))
        elif before and _of_person(block, before):
            yield Seen(block, (Role("text", 0.0, part=block), Role("person", 9.0)))
        else:
            yield Seen(block, tuple(_roles(overview, headings, lists, block, following)))


def _of_person(block: Block, before: Block) -> bool:
    """A Chinese heading that is repeated with who heads it, mostly with a grade: "体育总会-李四 三级"."""
    found = PERSON.fullmatch(block.text, block.begin, block.end)
    return bool(found and found["name"].strip() in before.words)


def _roles(
    overview: Overview, headings: HeadingRoles, lists: ListRoles, block: Block, following: Block | None
) -> Iterator[Role]:
    yield Role("text", 0.0, part=block)
    yield from headings.body(block, following)
    begin = overview.words.grammar.outlining.behind_label(overview.words, block)
    part: Part = block.behind(begin) if begin else block
    if field := headings.field(part):
        yield field
        return
    yield from headings.section(block, part)
    # What stands under "duties" or "remarks" names no unit of its own.
    if block.column not in overview.words.columns["other"]:
        yield from unit_roles(overview, part, following)
    yield from lists.roles(block, part)
    yield from _set_aside(overview, part)


def _set_aside(overview: Overview, part: Part) -> Iterator[Role]:
    """What is no part of the document, and headings of which no word says what they are about."""
    words, printed = overview.words, part.text[part.start : part.end]
    # What announces a list is no surroundings, whatever words of theirs are in its names.
    sentence = "。" in printed
    duty = sentence and (len(printed) > PROSE or words.grammar.units.VERB_FIRST.match(part.text, part.begin, part.end))
    if (
        words.matches("noise_always" if sentence else "noise").search(printed)
        and not duty
        and not opener(words, part.text, part.begin, part.end)
    ):
        yield Role("noise", 3.0, part=part)
    span = part.span
    if span is None or SIGNS.search(part.sub(span)):
        return
    said = part.sub(span)
    if not part.number and is_name(words, said, "unit"):
        yield Role("stray heading", 0.1, part=part)
    if words.grammar.outlining.may_head(said, part.number is not None):
        yield Role("other heading", 0.3, part=part)
