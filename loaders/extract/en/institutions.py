"""Institutions, branches and units that English sentences tell of, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from graph.proof import Span
from loaders.extract.claims.sentences import Sentences
from loaders.extract.document.numbering import number_at, value_of
from loaders.extract.document.text import Document
from loaders.extract.en import sentences as said_of
from loaders.extract.en import verbs
from loaders.extract.en.counting import INSIDE, YEAR_FIRST, counts_in
from loaders.extract.en.lists import (
    APART,
    announced_lists,
    goes_on,
    names_alone,
)
from loaders.extract.en.units import VERB_FIRST
from loaders.extract.en.whose import (
    OF_BODIES,
    speaks_of_itself,
    speaks_of_other,
    subject_of,
    tells_of_body,
    unknown_unit,
)
from loaders.extract.facts.aliases import add_second_name
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, heading_at, is_name, listed
from loaders.extract.mentions.second_names import SecondName
from loaders.extract.outline.institution_names import BUREAU

# What sentences tell of, and of which kind it is.
TOLD = (
    (said_of.SETS_UP, "branch"),
    (said_of.NAMELY, "institution"),
    (said_of.THERE, "institution"),
    (said_of.AS_INSTITUTIONS, "institution"),
    (said_of.OPERATES, "institution"),
)
# Names of units inside, whatever a sentence says stands "under it".
INNER = re.compile(r"\b(?:bureau|office|division|section)\b", re.IGNORECASE)
# The units of a body, its office first.
OFFICE = re.compile(r"(?:general |administrative |comprehensive |general affairs )?office", re.IGNORECASE)
UNIT = re.compile(
    r"\b(?:office|division|section|department|party committee)$|^(?:ministry|department|division|section) of\b",
    re.IGNORECASE,
)
# So many headings of units are the whole list of them.
MANY = 3
SAID = re.compile(
    r",? etc\b|,\s\d|,\s(?:[\w-]{1,12}[ -]){1,3}level\b|,\s(?:an?|which|each|with|plus|hanging|adding|also)\b|"
    r"\s(?:is|are|was|were|also|belongs?|shall|has|have|handles?|hangs?|under the)\b|:|\.(?=\s|$)|;(?!\s*(?:the )?[A-Z])"
)
# A name has so many words at most.
LONGEST = 16


class SentenceReader(Sentences):
    """Reads English sentences; lists may go on in the next paragraph."""

    BRACKETED: ClassVar = said_of.BRACKETED

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        super().__init__(document, words, reading)
        # Kind and owner of a list that the next paragraph may go on with.
        self.carried: tuple[str, Draft] | None = None
        # What was set up in a year, which is read when all the rest has been.
        self.dated: list[tuple[int, Statement, Span]] = []

    def beside_names(self, statement: Statement) -> Iterator[Statement]:
        """A list of units in a later line than one that names several institutions is that of the body."""
        owner, span = statement.owner, statement.span
        text = self.document.even[span.line - 1]
        told = owner.beside or said_of.OF_BODY.search(text, span.start, span.end)
        later = owner.kind == "institution" and told and span.line > owner.at[0].span.line
        if later and owner.owner and next(announced_lists(self.words, span.line, text, span.start, span.end), None):
            statement = replace(statement, owner=owner.owner)
        yield statement

    def tell(self, statement: Statement, text: str, clause: Span) -> None:
        """What a clause tells; one that begins with a year is read last."""
        if statement.section == "leaders":
            self._led(statement, text, clause)
        elif not self._is_dated(statement, text, clause):
            self._english(statement, text, clause)

    def may_tell(self, statement: Statement) -> bool:
        """Whether an English sentence among the duties of a body lists what it consists of."""
        span, owner = statement.span, statement.owner
        if statement.section != "duties" or owner is not owner.body:
            return statement.section == "leaders"
        text = self.document.even[span.line - 1]
        announcing = (said_of.ANNOUNCES, said_of.FOUNDED, said_of.OPERATES)
        return any(one.search(text, span.start, span.end) for one in announcing) or any(
            tells_of_body(self.owners, text, saying, found.start)
            or speaks_of_itself(self.owners, text, saying, found.start)
            for saying in (replace(statement, span=clause) for clause in self.document.sayings(span))
            for found in announced_lists(self.words, span.line, text, saying.span.start, saying.span.end)
        )

    def add_noted(self) -> None:
        """Read the last of the clauses that begin with a year for a body that has no units else: what was before is no more."""
        last: dict[int, int] = {}
        for year, statement, _ in self.dated:
            body = statement.owner
            last[id(body)] = 0 if body.units else max(year, last.get(id(body), 0))
        for year, statement, clause in self.dated:
            text = self.document.even[clause.line - 1]
            if year == last[id(statement.owner)]:
                self._english(statement, text, clause)
                continue
            for what, number, start, end in counts_in(text, clause.start, clause.end):
                gone = value_of(number) or 0, Span(clause.line, start, end)
                self.reading.counted.append((None, what or "institutions", *gone))
        self.dated.clear()

    def _is_dated(self, statement: Statement, text: str, clause: Span) -> bool:
        """Whether an English clause tells what a body set up in a year; it is noted then, to be read last."""
        body = statement.owner is statement.owner.body
        year = YEAR_FIRST.match(text, clause.start, clause.end) if body else None
        if year and next(announced_lists(self.words, clause.line, text, clause.start, clause.end), None):
            self.dated.append((int(year["year"]), statement, clause))
            return True
        return False

    def _english(self, statement: Statement, text: str, clause: Span) -> None:
        body = statement.owner.body
        stands = said_of.STANDS.search(text, clause.start, clause.end) is not None
        if stands:
            self._english_standing(statement, text, clause)
        for found in said_of.BRANCHES.finditer(text, clause.start, clause.end):
            self._add(body, clause.line, text, *found.span("names"), "branch")
        announced = self._lists(statement, text, clause)
        under = said_of.UNDER.match(text, clause.start, clause.end) if stands else None
        if under and self.owners.resolve(under["owner"], statement.owner) is body:
            bureau = under["organ"] and BUREAU.search(under["names"])
            kind = "branch" if under["sent"] else "bureau" if bureau else "institution"
            self._add(body, clause.line, text, *under.span("names"), kind)
        self._founded(statement, text, clause)
        self._led(statement, text, clause)
        self._renamed(statement, text, clause)
        for pattern, kind in TOLD[:1] if announced else TOLD:
            for found in pattern.finditer(text, clause.start, clause.end):
                for heading in listed(self.words, clause.line, text, *found.span("names")):
                    inside = INNER.search(text, heading.name.start, heading.name.end)
                    self._add_heading(
                        body, heading, "division" if inside and pattern is said_of.AS_INSTITUTIONS else kind
                    )
        for found in said_of.PARTY_SET.finditer(text, clause.start, clause.end) if stands else ():
            self._party(body, clause.line, text, found.span(found.lastgroup or "names"))

    def _founded(self, statement: Statement, text: str, clause: Span) -> None:
        """The one unit that a body says it has set up."""
        for found in said_of.FOUNDED.finditer(text, clause.start, clause.end):
            begin = found.start("names")
            if text[begin].isupper() and speaks_of_itself(self.owners, text, statement, begin):
                self._add(statement.owner.body, clause.line, text, *found.span("names"), "division")

    def _led(self, statement: Statement, text: str, clause: Span) -> None:
        """The divisions that one of the leaders of the body looks after: names that end as these do, and nothing else."""
        found = (
            said_of.LED.fullmatch(text, clause.start, clause.end) if statement.owner is statement.owner.body else None
        )
        if not found or not said_of.POST.match(text[statement.span.start : clause.start]):
            return
        names = listed(self.words, clause.line, text, *found.span("names"))
        if all(is_division(self.words, one.said(text)) for one in names):
            self._listed("division", statement.owner, names)

    def _renamed(self, statement: Statement, text: str, clause: Span) -> None:
        """A unit of the body that got a new name, with the one that it had before."""
        body = statement.owner.body
        for found in said_of.RENAMED.finditer(text, clause.start, clause.end) if statement.owner is body else ():
            former, name = (Span(clause.line, *found.span(part)) for part in ("former", "name"))
            unit = is_name(self.words, found["name"], "unit") and not OF_BODIES.search(found["name"])
            heading = heading_at(self.words, clause.line, text, name.start, name.end) if unit else None
            if heading is None or any(
                self.owners.resolve(found[part], statement.owner) is body for part in ("former", "name")
            ):
                continue
            self._add_heading(body, heading, "division")
            if added := self.owners.printed.find(body, found["name"]):
                add_second_name(self.document, added, SecondName("former_name", former, "en.former.renamed"))

    def _english_standing(self, statement: Statement, text: str, clause: Span) -> None:
        """Names at the beginning of a clause of which it says what they are, whose, or who manages them."""
        body = statement.owner.body
        number = number_at(text, clause.start, clause.end)
        begin = number.end if number else clause.start
        if found := said_of.IS.match(text, begin, clause.end):
            inside = INSIDE.search(text, found.end("names"), found.end())
            self._add(body, clause.line, text, *found.span("names"), "division" if inside else "institution")
        if statement.section == "institutions" and (found := said_of.NEW.search(text, begin, clause.end)):
            above = body.owner if body.kind == "institution" else None
            self._add(above or body, clause.line, text, *found.span("names"), "institution")
        if (found := said_of.DOES.match(text, begin, clause.end)) and (
            not found["owner"] or self.owners.resolve(found["owner"], statement.owner) is body
        ):
            kind = "institution" if APART.search(found["names"]) else "division"
            self._add(body, clause.line, text, *found.span("names"), kind)
        found = said_of.MANAGES.match(text, begin, clause.end)
        if found and self.owners.resolve(found["owner"], statement.owner) is body:
            self._add(body, clause.line, text, *found.span("names"), "institution")
        if found := said_of.MANAGED.match(text, begin, clause.end):
            manager = self.owners.resolve(found["owner"], statement.owner)
            if manager is not None and manager in (body, body.owner):
                self._add(manager, clause.line, text, *found.span("names"), "bureau")

    def _lists(self, statement: Statement, text: str, clause: Span) -> bool:
        """The names of lists that a sentence about a body, or a bracket behind a unit, announces; whether there are any."""
        inner = statement.section == "bracket"
        carried, self.carried = self.carried, None
        of_unit = statement.owner.kind in ("division", "party_unit")
        for found in announced_lists(
            self.words, clause.line, text, clause.start, clause.end, inner, of_unit and not inner
        ):
            if not inner and speaks_of_other(self.owners, text, statement, found.start):
                continue
            owner = statement.owner if inner else self._subject_of(statement, text, clause, found.start)
            if (
                of_unit
                and not inner
                and found.kind != "division"
                and tells_of_body(self.owners, text, statement, found.start)
            ):
                owner = statement.owner.body
            elif of_unit and not inner and owner is not statement.owner:
                continue
            kind = found.kind
            if kind == "division" and not found.sure and self._of_section(statement, text, found.start):
                kind = "institution"
            elif kind in ("institution", "branch") and owner.kind in ("division", "party_unit"):
                kind = "division"
            units, others = _apart(kind, [(one, one.said(text)) for one in found.names])
            self._listed("division", owner, units)
            self.carried = (kind, owner)
            self._listed(*self.carried, others)
        announced = self.carried is not None
        if not of_unit and self.carried is None and said_of.BELOW.search(text, clause.start, clause.end):
            self.carried = ("institution", statement.owner.body)
        elif carried and self.carried is None:
            self._listed(*carried, names_alone(self.words, clause.line, text, clause.start, clause.end))
            self.carried = carried if goes_on(self.words, text, clause) else None
            if self.carried and (heading := heading_at(self.words, clause.line, text, clause.start, clause.end)):
                self._listed(*carried, [heading])
        return announced

    def _subject_of(self, statement: Statement, text: str, clause: Span, before: int) -> Draft:
        """Whom a list is about; a unit that only its own list names is one of the body."""
        unit = unknown_unit(self.owners, text, replace(statement, span=clause), before)
        if unit and (heading := heading_at(self.words, unit.line, text, unit.start, unit.end)):
            self._add_heading(statement.owner.body, heading, "division")
        return subject_of(self.owners, text, statement, before)

    def _of_section(self, statement: Statement, text: str, start: int) -> bool:
        """Whether "has 7 offices" in a section about institutions counts these: no heading in it has named any before."""
        own = statement.section == "institutions" and speaks_of_itself(self.owners, text, statement, start)
        body = statement.owner.body
        return own and not any(one.kind == "institution" and one.lines[0] < statement.span.line for one in body.units)

    def _listed(self, kind: str, owner: Draft, names: list[Heading]) -> None:
        """Add what a list names; where headings told of as many, the list only names them in other words."""
        for heading in names:
            self._named_first(owner, heading)
        told = [
            unit
            for unit in owner.units
            if unit.kind == kind and unit.at[0].rule.startswith("unit.") and not self._beside(unit, names)
        ]
        known = {_even(unit.name) for unit in told}
        same = sum(_even(one.said(self.document.even[one.name.line - 1])) in known for one in names)
        if (whole := len(told) >= max(len(names), MANY)) and same * 2 < len(names):
            return
        for heading in names:
            name = " ".join(self.document.printed(one) for one in (heading.name, heading.tail) if one)
            again = any(_even(name) in one or one in _even(name) for one in known) if whole else False
            if name != owner.name and not again and not any(_even(unit.name) == _even(name) for unit in owner.units):
                party = kind == "division" and self.words.matches("party").search(name)
                self._unit(owner, heading, name, "party_unit" if party else kind)

    def _beside(self, unit: Draft, names: list[Heading]) -> bool:
        """Whether another list of the line in which names are listed names a unit."""
        at = self.document.as_read(unit.at[0].span)
        here = [one.name for one in names if one.name.line == at.line]
        return bool(here) and not min(here).start <= at.start < max(here).end

    def _party(self, owner: Draft, line: int, text: str, span: tuple[int, int]) -> None:
        """Units of the Party and of retired cadres that a sentence says are there."""
        for heading in listed(self.words, line, text, *span):
            name = self.document.printed(heading.name)
            party = self.words.matches("party").search(name)
            if (party or said_of.RETIRED.search(name)) and not self.owners.has(owner, name):
                self._unit(owner, heading, name, "party_unit" if party else "division")


def _apart(kind: str, names: list[tuple[Heading, str]]) -> tuple[list[Heading], list[Heading]]:
    """The units inside that are in front of the institutions in a list of "subordinate institutions" that begins with an office."""
    inside = 0
    if kind == "institution" and names and OFFICE.fullmatch(names[0][1]):
        inside = next((at for at, (_, name) in enumerate(names) if not UNIT.search(name)), len(names))
    # A list that is nothing but offices tells of institutions that are called so.
    inside = inside if 2 < inside < len(names) else 0
    return [one for one, _ in names[:inside]], [one for one, _ in names[inside:]]


def is_division(words: Lexicon, name: str) -> bool:
    """By its last word, without a level of government in it or a verb in front."""
    return (
        UNIT.search(name) is not None
        and not OF_BODIES.search(name)
        and not verbs.no_name().match(name)
        and is_name(words, name, "unit")
    )


def is_institution(words: Lexicon, name: str) -> bool:
    """By its first or last word; no verb in front."""
    return (
        len(name.split()) <= LONGEST
        and is_name(words, name, "body")
        and not (VERB_FIRST.match(name) or verbs.SPEAKS.search(name))
    )


def _even(name: str) -> str:
    """A name as names are compared, whatever blanks its line has."""
    return " ".join(name.lower().split())
