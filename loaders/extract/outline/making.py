"""Makes the units, institutions and statements of a reading."""

import re

from graph.proof import Span
from graph.said import Said
from loaders.extract.blocks.part import Part
from loaders.extract.document.numbering import Number
from loaders.extract.document.text import Document, trimmed
from loaders.extract.facts.aliases import add_second_name
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading
from loaders.extract.mentions.second_names import in_bracket


class Maker:
    """Adds to a reading what is told of one body and the unit in it that was named last."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        self.document, self.words = document, words
        self.reading = Reading()
        self.body: Draft | None = None
        self.unit: Draft | None = None
        self.passing: dict[str, Draft] = {}
        """The units named last without a number, by name."""

    @property
    def about(self) -> Draft:
        """What a text here is about: the unit, else the body."""
        assert self.body
        return self.unit or self.body

    # --- text

    def ignore(self, span: Span | None, rule: str) -> None:
        """Set a span aside for a reason."""
        if span:
            self.reading.ignored.append((span, rule))

    def states(
        self, span: Span | None, owner: Draft, section: str, number: str | None = None, column: str = ""
    ) -> None:
        """Keep a text to be read."""
        if span:
            self.reading.statements.append(Statement(span, owner, section, number, column))

    def say(self, part: Part, section: str) -> None:
        """Keep a text about the unit or the body."""
        if part.span:
            self.about.saw(part.line)
            self.states(part.span, self.about, section, part.number.printed if part.number else None)

    # --- units

    def division(self, heading: Heading, part: Part, section: str) -> Draft:
        """A division or a unit of the Party in the body, with the second names in its brackets."""
        said = self.words.matches("said_of_unit").search(part.text, heading.name.start + 1, heading.name.end)
        end = said.start() if said else heading.name.end
        name = trimmed(part.line, part.text, heading.name.start, end) or heading.name
        draft = self._told_again(name, part.number, section) if not heading.tail else None
        if draft is None:
            assert self.body
            draft = self.child(self._kind(part.sub(name)), name, part.number, self.body, section)
            if part.number is None:
                self.passing[draft.name.lower()] = draft
        if heading.tail:
            draft.name = f"{draft.name} {self.document.printed(heading.tail)}"
            draft.at.append(self.document.quote(heading.tail, "unit.name"))
        self.brackets(draft, heading, part)
        return draft

    def _told_again(self, name: Span, number: Number | None, section: str) -> Draft | None:
        """The unit that a list named in passing, or one with a number, of which this heading begins to tell."""
        printed = self.document.printed(name)
        known = self._known(printed) or (None if number else self._numbered(printed))
        if known is None:
            return None
        self.unit = known
        known.saw(name.line)
        if number:
            known.at, known.number = [self.document.quote(name, f"unit.{section}")], number.printed
        elif known.at[0].span.line != name.line:
            known.at.append(self.document.quote(name, "unit.told"))
        return known

    def _known(self, name: str) -> Draft | None:
        """The unit of this name that a list without numbers named."""
        known = self.passing.get(name.lower())
        return known if known and self.body and known.owner is self.body else None

    def _numbered(self, name: str) -> Draft | None:
        """The unit of this name in a list with numbers."""
        if not self.words.grammar.units.RETOLD or self.body is None:
            return None
        return next((unit for unit in self.body.units if unit.number and unit.name == name), None)

    def _kind(self, name: str) -> str:
        if self.words.grammar.units.SENT.search(name):
            return "branch"
        party = self.words.matches("party").search(re.sub("[()]", "", name))
        return "party_unit" if party else "division"

    def unnamed(self, part: Part, section: str) -> None:
        """A division that has a number and no name."""
        span = trimmed(part.line, part.text, 0, part.number.end) if part.number else None
        assert span
        assert self.body
        draft = self.child("division", span, part.number, self.body, section)
        draft.name, draft.unnamed, draft.printed = f"{part.sub(span)} unnamed", True, part.sub(span)

    def institution(self, heading: Heading, part: Part, kind: str, section: str) -> Draft:
        """An institution or a branch of the body; one that is known is told of again."""
        owner = self.body
        assert owner
        while owner.kind == "institution" and owner.owner:
            owner = owner.owner
        name = self.document.printed(heading.name).lower()
        known = next((unit for unit in owner.units if unit.kind == kind and unit.name.lower() == name), None)
        if known is None:
            known = self.child(kind, heading.name, part.number, owner, section)
        elif self.words.grammar.units.RETOLD and known.at[0].span.line != heading.name.line:
            known.saw(heading.name.line)
            known.at.append(self.document.quote(heading.name, "unit.told"))
        self.unit = known
        self.brackets(known, heading, part)
        return known

    def child(self, kind: str, name: Span, number: Number | None, owner: Draft, section: str) -> Draft:
        """A new unit."""
        quote = self.document.quote(name, f"unit.{section}")
        draft = Draft(kind, self.document.printed(name), [quote], owner, lines=[name.line])
        draft.number = number.printed if number else None
        owner.adopt(draft)
        self.unit = draft
        return draft

    # --- brackets

    def brackets(self, owner: Draft, heading: Heading, part: Part) -> None:
        """What stands in the brackets behind a name."""
        for content in heading.brackets:
            self.bracket(owner, part.text, content)

    def bracket(self, owner: Draft, text: str, content: Span) -> None:
        """The second names in a bracket behind a name; one that says something is a statement about its owner."""
        brackets = self.words.grammar.second_names
        field = self.words.fields_anywhere.match(text, content.start, content.end)
        if field and field[0].endswith(":"):
            self.states(content, owner, "contacts")
            return
        if brackets.ONLY_SAID.match(text, content.start, content.end):
            self.states(content, owner, "bracket")
            return
        if brackets.SAID.search(text, content.start, content.end):
            self.states(content, owner, "bracket")
        for second in in_bracket(self.words, content.line, text, content):
            add_second_name(self.document, owner, second)
        self.ignore(content, Said("bracket behind a name"))
