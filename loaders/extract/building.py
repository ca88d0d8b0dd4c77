"""Makes the bodies, units and institutions of a reading where the outline says that one begins."""

import re
from dataclasses import replace

from graph.proof import Span
from loaders.extract.bodies import Body
from loaders.extract.draft import Draft, Reading, Statement, is_new
from loaders.extract.institution_names import PLACED
from loaders.extract.lexicon import Lexicon
from loaders.extract.listings import names_in
from loaders.extract.names import Heading, heading_at, is_name, listed
from loaders.extract.numbering import Number
from loaders.extract.owners import other_body
from loaders.extract.part import Part
from loaders.extract.position import Position
from loaders.extract.second_names import SAID, TOLD_IN_BRACKET, add_second_name, in_bracket
from loaders.extract.text import Document, trimmed

SAID_OF_UNIT = re.compile(r"(?:按照|按|依照|的设置|are set|is set|shall be)")

# Behind the last unit of a list: "等12个科室", "，共8个", "8个科室".
LIST_ENDS = re.compile(
    r"等(?=\d|[一二三四五六七八九十]{1,3}个|科|处|内设|部门)|,(?=共|均|各|另|其中)|(?<=[科处股室司局部)])(?:\d{1,2}个|[;。]另)"
)
# What may stand in front of a list in its own line: "the bureau sets up".
# Names that nothing announces are units only where they look like nothing else.
PLAIN_UNIT = re.compile(r"[^设承负联]{1,12}[科处股室部]|[A-Z][\w -]{2,40} (?:Section|Division)")
LIST_FRONT = re.compile(
    r"[\u4e00-\u9fff()]{0,24}?(?:内设|下设|设有|设立|设)(?!(?:职能)?(?:科室|处室|股室|机构|部门))(?=[^、,;:。]{2,14}[、(,;])"
)

# A number of units or a verb in front: no name.
COUNTED_OF = re.compile(r"\d|[一二三四五六七八九十两]{1,3}个|(?:[下管直内]|代)[设辖管]")
BLANK_LIST = re.compile(
    r"\s{0,9}(?:(?!负责|承担)[^\s、,;。:()\d]{1,14}(?:[科处股室司庭部]|党委|纪委|工会|大队)(?:\([^()\s]{1,30}\))?(?:\s{1,20}|$)){2,40}"
)

# A committee of the Party for one matter, whose office a division is, is no unit of the Party.
NO_PARTY_UNIT = re.compile(
    r"人事|Personnel|party committee['’]?s? .{0,40}\b(?:committee|commission|group)\b(?!.{0,20}discipline)",
    re.IGNORECASE,
)

# The name of a group of units in front of those it holds.
GROUP_LABEL = re.compile(r"\s{0,9}[\u4e00-\u9fff]{0,8}(?:科室|处室|股室|部室|部门|机构)(?:\([^()]{1,12}\))?:")
# A line that is nothing but names: how much of it they are, and how many words each has.
LEAST_NAMED, LONGEST = 0.7, 9
LIST_BEGINS = re.compile(r":(?=.)|, (?:including|namely) |,?(?:分别为|分别是|即|包括|内设)(?=.)")


def list_in_sentence(text: str, start: int, end: int) -> re.Match[str] | None:
    """What stands last in front of the first names of a list: "has 8 sections, namely:" rather than "has"."""
    first = re.compile("[、;]").search(text, start, end)
    stop = first.start() if first else end
    found = [hit for hit in LIST_BEGINS.finditer(text, start, end) if hit.end() <= stop]
    return found[-1] if found else None


class Builder:
    """Adds to a reading at the position that it shares with the outline."""

    def __init__(self, document: Document, words: Lexicon, reading: Reading, here: Position) -> None:
        self.document = document
        self.words = words
        self.reading = reading
        self.here = here
        self.in_passing: dict[str, Draft] = {}
        """The units named last without a number, by name."""

    def body(self, body: Body, name: Span, part: Part) -> Draft:
        """A body of the document, which the following lines are about."""
        draft = Draft(body.kind, body.name, [self.document.quote(name, "body.heading")], lines=[part.line])
        draft.number = part.number.printed if part.number else None
        self.reading.bodies.append(draft)
        self.here.list_style, self.here.body_style = None, part.style
        self.here.enter("general", part.style)
        return draft

    def unnamed_body(self) -> Draft:
        """The body of a document that names none; its proof is the heading of its first unit."""
        draft = Draft("bureau", "unnamed", [], unnamed=True, printed="")
        draft.fields["key"] = f"unnamed-{self.document.sha256[:8]}"
        self.reading.bodies.append(draft)
        self.here.enter("general", None)
        return draft

    def unit(self, heading: Heading, part: Part) -> Draft:
        """A division or a unit of the Party in the current body, with the second names in its brackets."""
        assert self.here.body
        said = SAID_OF_UNIT.search(part.text, heading.name.start + 1, heading.name.end)
        end = said.start() if said else heading.name.end
        name = trimmed(part.line, part.text, heading.name.start, end) or heading.name
        number, self.here.stray, self.here.awaited = part.number or self.here.stray, None, False
        if part.number and part.number.value == 1 and part.number.style != "article":
            self.withdraw_headings()
        known = self._known(self.document.printed(name)) or (None if number else self._numbered(name))
        if known and not heading.tail:
            self.here.unit, self.here.below = known, None
            known.saw(name.line)
            if number:
                # The list named it in passing; this is its heading.
                known.at, known.number = [self.document.quote(name, f"unit.{self.here.section}")], number.printed
            self._brackets(known, heading, part)
            return known
        draft = self._child(self._kind(part.sub(name)), name, number, self.here.body)
        if part.number is None and number is None:
            self.in_passing[draft.name.lower()] = draft
        if heading.tail:
            draft.name = f"{draft.name} {self.document.printed(heading.tail)}"
            draft.at.append(self.document.quote(heading.tail, "unit.name"))
        self._brackets(draft, heading, part)
        return draft

    def _known(self, name: str) -> Draft | None:
        """The unit of this name that a list without numbers named: what follows is told of it."""
        known = self.in_passing.get(name.lower())
        body = self.here.body
        return known if known and body and known.owner is body and known in body.units else None

    def _numbered(self, name: Span) -> Draft | None:
        """The unit of this name in a Chinese list with numbers, where a heading without one tells of it again."""
        if self.words.language == "en" or self.here.body is None:
            return None
        printed = self.document.printed(name)
        return next((unit for unit in self.here.body.units if unit.number and unit.name == printed), None)

    def _kind(self, name: str) -> str:
        party = self.words.matches("party").search(re.sub("[()]", "", name)) and not NO_PARTY_UNIT.search(name)
        return "party_unit" if party or name == "监察室" else "division"

    def unnamed(self, part: Part) -> Draft:
        """A division that has a number and no name."""
        assert self.here.body
        assert part.number
        span = trimmed(part.line, part.text, 0, part.number.end)
        assert span
        draft = self._child("division", span, part.number, self.here.body)
        draft.name, draft.unnamed, draft.printed = f"{part.sub(span)} unnamed", True, part.sub(span)
        return draft

    def institution(self, heading: Heading, part: Part, kind: str) -> Draft:
        """An institution or a branch of the current body."""
        assert self.here.body
        owner = self.here.body
        while owner.kind == "institution" and owner.owner:
            owner = owner.owner
        name = self.document.printed(heading.name).lower()
        known = next((unit for unit in owner.units if unit.kind == kind and unit.name.lower() == name), None)
        if known:
            # It was in a list before and is told of now.
            self.here.unit, draft = known, known
            self.here.below = None
            known.saw(heading.name.line)
            quote = self.document.quote(heading.name, f"unit.{self.here.section}")
            if is_new(known.at, quote):
                known.at.append(quote)
            if part.number:
                self.here.list_style, self.here.list_value = part.style, part.number.value
        else:
            draft = self._child(kind, heading.name, part.number, owner)
        self._brackets(draft, heading, part)
        return draft

    def _child(self, kind: str, name: Span, number: Number | None, owner: Draft) -> Draft:
        quote = self.document.quote(name, f"unit.{self.here.section}")
        draft = Draft(kind, self.document.printed(name), [quote], owner, lines=[name.line])
        if number:
            draft.number = number.printed
            self.here.last[number.style] = number.value
            self.here.list_style, self.here.list_value = number.style, number.value
        owner.adopt(draft)
        self.here.unit, self.here.below = draft, None
        return draft

    def _brackets(self, owner: Draft, heading: Heading, part: Part) -> None:
        for content in heading.brackets:
            self.bracket(owner, part.text, content)

    def bracket(self, owner: Draft, text: str, content: Span) -> None:
        """The second names in a bracket behind a name; one that says something is a statement about its owner."""
        if TOLD_IN_BRACKET.match(text, content.start, content.end):
            self.reading.statements.append(Statement(content, owner, "bracket"))
            return
        if SAID.search(text, content.start, content.end):
            self.reading.statements.append(Statement(content, owner, "bracket"))
        for second in in_bracket(self.words, content.line, text, content):
            add_second_name(self.document, owner, second)
        self.reading.ignored.append((content, "bracket behind a name"))

    def unit_list(self, part: Part, least: int = 2) -> bool:
        """Several units named in one line: all of them end as units do."""
        if self.words.language == "zh" and BLANK_LIST.fullmatch(part.text, part.begin, part.end):
            return self._between_blanks(part, least)
        assert self.here.body
        if other_body(self.words, self.here.body, part.line, part.text, part.begin, part.end):
            return False
        front = LIST_FRONT.match(part.text, part.begin, part.end)
        if front:
            part = part.behind(front.end())
        if not re.search("[、,;和]", part.words) or re.search(
            r"\b(?:is|are|was|were|has|have|include|consists?|affiliated|subordinate)\b", part.words
        ):
            return False
        headings, stop = self._listed(part)
        names = [part.sub(heading.name) for heading in headings]
        if any(COUNTED_OF.match(name) or PLACED.search(name) for name in names):
            return False
        if (
            least > 2
            and not self._nothing_else(part, names)
            and not all(PLAIN_UNIT.fullmatch(name) and not self.words.matches("form").search(name) for name in names)
        ):
            return False
        if len(names) < max(least, 2) or not all(is_name(self.words, name, "unit", "body") for name in names):
            return False
        for heading in headings:
            self.unit(heading, replace(part, number=None))
        self.here.unit = None
        rest = trimmed(part.line, part.text, stop, part.end)
        if rest and re.search(r"\w", part.sub(rest)):
            self.reading.statements.append(Statement(rest, self.here.around, "announcement"))
        return True

    def _nothing_else(self, part: Part, names: list[str]) -> bool:
        """Whether a line in an English section about divisions holds names of units and nothing else."""
        if self.words.language == "zh" or self.here.section != "divisions" or self.words.duty.match(part.words):
            return False
        named = sum(map(len, names)) > LEAST_NAMED * len(re.sub(r"\([^()]*\)", "", part.words))
        return named and all(self.words.ends(name, "unit") and len(name.split()) <= LONGEST for name in names)

    def _between_blanks(self, part: Part, least: int) -> bool:
        """Names of units with nothing but blanks between them."""
        pieces = [found.span() for found in re.compile(r"\S+").finditer(part.text, part.begin, part.end)]
        if len(pieces) < max(least, 2):
            return False
        for start, end in pieces:
            heading = heading_at(self.words, part.line, part.text, start, end)
            if heading:
                self.unit(heading, replace(part, number=None))
        self.here.unit = None
        return True

    def _listed(self, part: Part) -> tuple[list[Heading], int]:
        """The names that a line lists, and where they end."""
        if self.words.language == "zh":
            label = GROUP_LABEL.match(part.text, part.begin, part.end)
            headings, stop = names_in(self.words, part.line, part.text, label.end() if label else part.begin, part.end)
            if headings and label and (said := trimmed(part.line, part.text, *label.span(), " :")):
                self.reading.statements.append(Statement(said, self.here.around, "announcement"))
            if headings:
                return headings, stop
        ends = LIST_ENDS.search(part.text, part.begin, part.end)
        stop = ends.start() if ends else part.end
        return listed(self.words, part.line, part.text, part.begin, stop), stop

    def _told_of(self, units: list[Draft]) -> bool:
        """Whether English units without a number are more than headings: most have a text of their own."""
        if self.words.language == "zh":
            return False
        told = {statement.owner for statement in self.reading.statements}
        return sum(unit in told for unit in units) * 2 > len(units)

    def withdraw_headings(self) -> None:
        """Lines without a number between a heading and the sentence that announces the list were headings too."""
        if self.here.section != "divisions" or self.here.body is None:
            return
        early = self.here.body.units[self.here.units_before :]
        if not early or any(unit.number for unit in early) or self._told_of(early):
            return
        self.here.body.give_up(early)
        statements, first = self.reading.statements, self.document.as_read(early[0].at[0].span)
        for index in range(len(statements) - 1, -1, -1):
            if statements[index].span < first:
                break
            if statements[index].owner in early:
                statements[index] = replace(statements[index], owner=self.here.body)
        headings = [self.document.as_read(unit.at[0].span) for unit in early]
        self.reading.ignored.extend((heading, "heading of another section") for heading in headings)
