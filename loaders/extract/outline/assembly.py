"""Bodies, units and statements out of the blocks once each of them is decided on."""

import re
from dataclasses import replace

from graph.proof import Span
from graph.said import Said
from loaders.extract.blocks.part import Part
from loaders.extract.document.text import trimmed
from loaders.extract.facts.draft import Asked, Draft, Reading
from loaders.extract.facts.owners import other_body
from loaders.extract.mentions.names import heading_at
from loaders.extract.outline.candidates import Body, first_mention
from loaders.extract.outline.institution_names import BUREAU, names_at
from loaders.extract.outline.lists import BodyList, UnitList, duties_of_each, institutions_in
from loaders.extract.outline.look import BRACKET, COUNTED, bracket_behind
from loaders.extract.outline.making import Maker
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.search import Decided
from loaders.extract.outline.state import State
from loaders.extract.outline.units import is_party

AND = re.compile(r"\s{0,3}(?:and )?(?:the )?")
STOP = re.compile("[。;]")
STOPS = " 。.;,:"
OF_ANOTHER = Said("units of another body")
EARLY = Said("text before the document begins")
# Why blocks of some roles give nothing.
ASIDE = {
    "figures": Said("another way of contact"),
    "attribute": Said("what a table says of a unit beside its name"),
    "noise": Said("surroundings of the page"),
    "person": Said("who heads a unit, and a grade"),
    "head": Said("head of a table"),
    "other heading": Said("heading of another section"),
    "stray heading": Said("heading of another section"),
    "label": Said("heading of a section"),
}
# Roles that name a unit, or stand below one.
OF_UNITS = ("unit", "unnamed", "duties of", "bodies", "label")


class Assembly:
    """Gathers a reading block by block."""

    def __init__(self, overview: Overview, decided: list[Decided]) -> None:
        self.overview, self.decided = overview, decided
        self.document, self.words = overview.document, overview.words
        self.make = Maker(overview.document, overview.words)
        self.bodies: dict[int, Draft] = {}
        self.by_role = {
            "text": self._text,
            "body": self._body,
            "field": self._field,
            "section": self._section,
            "duties of": self._unit,
            "unit": self._unit,
            "unnamed": self._unnamed,
            "units": self._units,
            "bodies": self._institutions,
            "announcement": self._announcement,
        }

    def assemble(self) -> Reading:
        """The reading of all blocks."""
        self._begin()
        for one in self.decided:
            self._around(one.before)
            if one.role.name in ASIDE:
                self._aside(one)
            elif one.block.line in self.overview.signed:
                self.make.ignore(one.block.span, ASIDE["noise"])
            else:
                self.by_role[one.role.name](one)
            if one.role.name not in OF_UNITS and not one.after.opened:
                self.make.unit = None
        return self.make.reading

    # --- which body

    def _begin(self) -> None:
        """The body that units in front of every heading belong to: the first that is begun, else the one spoken of."""
        first = next((one for one in self.decided if one.role.name == "body"), None)
        if first is not None:
            self._draft_of(first)
        else:
            self._spoken_of()
        for index, body in enumerate(self.overview.bodies):
            if body.spoken and (span := first_mention(self.document, body.name)):
                self._told_of(index, body, span)

    def _told_of(self, index: int, body: Body, span: Span) -> None:
        """A body that a sentence tells of, with the second names in the bracket behind it."""
        reading, text = self.make.reading, self.document.even[span.line - 1]
        draft = self.bodies.setdefault(index, self._draft(body, span))
        reading.spoken.append(body.name)
        reading.bodies += [draft] * (draft not in reading.bodies)
        behind = BRACKET.match(text, span.end)
        if behind and (inner := trimmed(span.line, text, *behind.span(1))):
            self.make.bracket(draft, text, inner)

    def _spoken_of(self) -> None:
        """The body of a document without a heading of one: that which it speaks of most, else one without a name."""
        spoken = next(iter(self.overview.bodies), None)
        span = first_mention(self.document, spoken.name) if spoken else None
        if spoken and span:
            draft = self._draft(spoken, span)
        else:
            draft = Draft("bureau", "unnamed", [], unnamed=True, printed="")
            draft.fields["key"] = f"unnamed-{self.document.sha256[:8]}"
        self.bodies[0] = draft
        self.make.reading.bodies.append(draft)

    def _around(self, state: State) -> None:
        if not (state.inside and self.make.body and self.make.body.owner):
            self.make.body = self.bodies.get(state.body) or self.make.reading.bodies[0]

    def _draft_of(self, one: Decided) -> Draft:
        named = one.role.named
        assert named
        draft = self.bodies.get(named.index)
        if draft is None:
            draft = self.bodies[named.index] = self._draft(named.body, named.name)
            if draft not in self.make.reading.bodies:
                number = one.block.number
                heads = number and one.role.kind != "sentence" and number.style not in ("article", "part")
                draft.number = number.printed if number and heads else None
                self.make.reading.bodies.append(draft)
        return draft

    def _draft(self, body: Body, span: Span) -> Draft:
        """A body by its full name, where the document prints one; the one that has it already."""
        name = self.words.grammar.bodies.whole_name(self.document, self.overview.places, body.name)
        known = next((one for one in self.make.reading.bodies if one.name == name), None)
        if known is not None:
            return known
        at = span if name == body.name else first_mention(self.document, name) or span
        lines = sorted({at.line, span.line})
        return Draft(body.kind, name, [self.document.quote(at, "body.heading")], lines=lines)

    # --- text and headings

    def _aside(self, one: Decided) -> None:
        block = one.block
        whole = one.role.name == "noise"
        span = trimmed(block.line, block.text, block.start, block.end) if whole else block.span
        if one.role.name == "label" and one.role.section:
            span = one.role.section.span
        self.make.ignore(span, ASIDE[one.role.name])

    def _text(self, one: Decided) -> None:
        block = one.block
        if one.before.body < 0:
            self._early(block)
            return
        if not one.after.opened:
            self.make.unit = None
        unit, bracket = self.make.unit, BRACKET.fullmatch(block.text.rstrip(STOPS))
        if unit and bracket and unit.lines[-1] == unit.at[0].span.line and not block.number:
            # The bracket of a heading stands in the next line.
            self.make.bracket(unit, block.text, Span(block.line, *bracket.span(1)))
            return
        label = one.before.label.strip("-") if block.behind_heading else ""
        self.make.say(block, label or one.after.section)

    def _early(self, part: Part) -> None:
        """Text in front of the body's heading; where it names the body it is about that as well."""
        bodies = self.make.reading.bodies
        about = next(
            (body for body in bodies if body.name in part.words and len(part.words) > len(body.name) + 20), None
        )
        if about:
            self.make.states(part.span, about, "general")
        else:
            self.make.ignore(part.span, EARLY)

    def _others(self, part: Part) -> bool:
        """Ask about units of another body that a sentence lists; False where they are this one's."""
        assert self.make.body
        other = other_body(self.words, self.make.body, part.line, part.text, part.begin, part.end)
        if other:
            self.make.reading.questions.append(Asked(other, OF_ANOTHER))
        return other is not None

    def _told_in(self, part: Part) -> Draft | None:
        """The body without a heading of its own whose units a sentence lists: "your bureau's X sets up"."""
        told = (body for body in self.make.reading.bodies if body.name in self.make.reading.spoken)
        front = self.words.grammar.bodies.OF_YOURS.match(part.text, part.begin, part.end)
        begin = front.end() if front else part.begin
        return next((one for one in told if part.text.startswith(one.name, begin)), None)

    def _field(self, one: Decided) -> None:
        owner = self.make.about if one.after.opened else self.make.body
        assert owner
        self.make.states(one.block.span, owner, "contacts", column=one.block.column)

    def _section(self, one: Decided) -> None:
        found, block = one.role.section, one.block
        assert found
        if one.after.inside and not one.before.inside and self.make.unit:
            self.make.body = self.make.unit
        if one.before.inside and not one.after.inside:
            self.make.body = self.bodies.get(one.after.body)
        self.make.unit = None
        if self.make.body and COUNTED.search(block.sub(found.span)):
            self.make.states(found.span, self.make.body, "heading")
        self.make.ignore(found.span, Said("heading of a section"))

    def _announcement(self, one: Decided) -> None:
        assert self.make.body
        if one.role.kind == "divisions" and (told := self._told_in(one.block)):
            self.make.body = told
        elif one.role.kind == "divisions" and self._others(one.block):
            return
        self.make.states(one.block.span, self.make.body, "announcement")
        self.make.unit = None
        if one.role.units:
            self._list_of_units(one.role.units, one.block, "divisions")

    def _body(self, one: Decided) -> None:
        block, named, draft = one.block, one.role.named, self._draft_of(one)
        assert named
        self.make.body, self.make.unit = draft, None
        if block.number and not draft.number and "简介" in block.text[named.rest : block.end]:
            # The document's title came first; this is the heading of the body itself.
            draft.at, draft.number = [self.document.quote(named.name, "body.heading")], block.number.printed
            draft.lines = [block.line]
        bracket = bracket_behind(self.words, block, named.rest)
        if bracket and (inner := trimmed(block.line, block.text, *bracket.span(1))):
            self.make.bracket(draft, block.text, inner)
        if one.role.kind == "sentence":
            self._sentence(one, draft)
        elif one.role.kind:
            self.make.ignore(block.span, Said("title"))

    def _sentence(self, one: Decided, draft: Draft) -> None:
        """A sentence that begins with the body's name; below units it is about the body all the same."""
        part, named = one.role.part, one.role.named
        assert part
        assert named
        if not named.announces:
            aside = one.after.section in ("divisions", "staffing")
            self.make.say(part, "general" if aside else one.after.section)
            return
        self.make.states(part.span, draft, "announcement")
        if one.role.units:
            self._list_of_units(one.role.units, part, "divisions")

    # --- units

    def _unit(self, one: Decided) -> None:
        part, heading, section = one.role.part, one.role.heading, one.after.section
        assert part
        assert heading
        unit = self.make.division(heading, part, section)
        if one.role.units:
            # Several units behind one number: what stands below is told of each.
            others = [
                self.make.division(other, replace(part, number=None), section) for other in one.role.units.names[1:]
            ]
            unit.beside = [unit, *others]
            for other in others:
                other.beside = unit.beside
            return
        rest = one.role.section.rest if one.role.section else heading.end
        while rest < part.end and part.text[rest] in " :。.,":
            rest += 1
        comma = part.text.find(",", heading.name.start, part.end)
        if unit.kind == "party_unit" and comma >= 0 and self._second(unit, part, rest, comma, section):
            return
        self.make.say(part.behind(rest), section)

    def _second(self, unit: Draft, part: Part, rest: int, comma: int, section: str) -> bool:
        """A second unit of the Party behind a comma."""
        joined = AND.match(part.text, comma + 1, part.end)
        begin = joined.end() if joined else comma + 1
        other = heading_at(self.words, part.line, part.text, begin, part.end)
        if other is None or not is_party(self.words, part.line, part.text, begin, part.end):
            return False
        self.make.say(part.behind(rest, comma), section)
        second = self.make.division(other, part.behind(begin), section)
        unit.beside = second.beside = [unit, second]
        self.make.say(part.behind(min(other.end + 1, part.end)), section)
        return True

    def _unnamed(self, one: Decided) -> None:
        self.make.unnamed(one.block, one.after.section)
        self.make.say(one.block.behind(one.block.begin), one.after.section)

    def _units(self, one: Decided) -> None:
        """Units in one line; behind a label they are those of the institution in front of it."""
        assert one.role.units
        body, unit = self.make.body, self.make.unit
        if self._others(one.block):
            return
        inside = one.before.label == "divisions" and unit is not None
        if inside:
            self.make.body = unit
        self._list_of_units(one.role.units, one.block, one.after.section)
        if inside:
            self.make.body, self.make.unit = body, unit

    def _list_of_units(self, units: UnitList, part: Part, section: str) -> None:
        self.make.states(units.said, self.make.about, "announcement")
        made = [self.make.division(heading, replace(part, number=None), section) for heading in units.names]
        self.make.unit = None
        said = self.words.grammar.outlining
        shared = duties_of_each(said, part.text, units.rest, len(made)) if units.rest else []
        for unit, span in zip(made, shared, strict=False):
            self.make.states(span, unit, section)
        if not shared:
            self.make.states(units.rest, self.make.about, "announcement")

    # --- institutions and branches

    def _institutions(self, one: Decided) -> None:
        assert one.role.bodies
        if one.before.inside and not one.after.inside:
            self.make.body = self.bodies.get(one.after.body)
        self._list_of_bodies(one.after, one.role.bodies, one.role.part or one.block)

    def _list_of_bodies(self, state: State, found: BodyList, part: Part) -> None:
        assert self.make.body
        self.make.states(trimmed(part.line, part.text, part.begin, found.begin), self.make.body, "heading")
        sent = (found.sent or state.section == "branches") and not found.affiliated
        kind = "branch" if sent or found.counted == "branches" else "institution"
        made = []
        for heading in found.names:
            bureau = (found.managed or state.managing) and BUREAU.search(heading.said(part.text))
            made.append(self.make.institution(heading, part, "bureau" if bureau else kind, state.section))
        for unit in made:
            unit.beside = made if len(made) > 1 else []
        behind = part.behind(found.stop)
        # Where words have no blanks between them one separates names.
        blank = not self.words.grammar.writing.GAP and part.text[found.stop : found.stop + 1] == " "
        if blank and (more := institutions_in(self.words, behind)):
            self._list_of_bodies(state, more, behind)
            return
        if behind.words.strip(STOPS):
            self._behind_bodies(state, behind)

    def _behind_bodies(self, state: State, part: Part) -> None:
        """What is said of an institution; the next sentence may name the next one."""
        stop = STOP.search(part.words)
        following = part.behind(part.begin + stop.end()) if stop else None
        if following and names_at(self.words, part.line, part.text, following.begin, part.end)[0]:
            more = institutions_in(self.words, following)
            assert more
            self.make.say(part.behind(part.begin, following.begin), state.section)
            self._list_of_bodies(state, more, following)
        else:
            self.make.say(part, state.section)
