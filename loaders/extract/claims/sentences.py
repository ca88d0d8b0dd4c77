"""Sentences that name second names and institutions, wherever they stand."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from graph.proof import Span
from loaders.extract.document.text import Document, trimmed
from loaders.extract.facts.aliases import add_second_name
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.facts.owners import Reader, same_body
from loaders.extract.grammar import NOTHING
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, inside_bracket, is_name, listed
from loaders.extract.mentions.second_names import SecondName, hung_elsewhere, in_bracket, in_sentence, wording_of
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch

# So far in front of a second name its unit is looked for.
FRONT = 120
# What is given up beside: another unit than the one in front.
GIVEN_UP_TOO = re.compile("(?<=.{4}),(?:同时|并|相应)?撤销(?=[^,。;]{2})")
SET_UP_INSTEAD = re.compile("撤销[^。;不]{2,60},((?:重新)?(?:组建|设立|成立|恢复|建立)[^,不撤]{3,60},(?![^,]{0,6}不))")
LISTING = re.compile(
    r"\b(?:including|such as|namely)\b|['’]s (?:secondary|second-level|affiliated|subordinate) (?:public )?(?:institution|unit)s?$",
    re.IGNORECASE,
)
# What stands between a unit that is set up and the second name in the next half sentence.
NEXT = re.compile(r",[^,;、]{0,8}")
SILENT = ("contacts", "staffing", "duties", "leaders")


class Sentences(Reader, ABC):
    """Reads statements for second names and institutions; a language says how its sentences tell of them."""

    BRACKETED: ClassVar[tuple[re.Pattern[str], ...]]
    """The name of a body in a sentence (`name`) with a bracket behind it (`inner`)."""
    SETS_UP: ClassVar[re.Pattern[str]] = NOTHING
    """What stands in front of a unit that a sentence sets up."""
    PARTNER: ClassVar[re.Pattern[str]] = NOTHING
    """What a clause is about (`name`) that names the body as the one it shares its staff with."""

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        super().__init__(document, words, reading)
        self.brackets: list[Statement] = []

    @abstractmethod
    def may_tell(self, statement: Statement) -> bool:
        """Whether a statement among duties or posts may tell of institutions."""

    @abstractmethod
    def tell(self, statement: Statement, text: str, clause: Span) -> None:
        """Add the institutions and units that a clause tells of, or note them until all is read."""

    @abstractmethod
    def add_noted(self) -> None:
        """Add what was noted."""

    def beside_names(self, statement: Statement) -> Iterator[Statement]:
        """A statement without sentences that are nothing but names."""
        yield statement

    def shortened(self, owner: Draft, _front: str) -> Draft:
        """Whom the words in front of a second name call by a short name; else the owner of the statement."""
        return owner

    def read(self) -> None:
        """Read every statement; institutions first, since second names may belong to them."""
        statements = self.reading.statements
        statements[:] = [one for statement in statements for one in self.beside_names(statement)]
        for statement in list(statements):
            if statement.section not in SILENT or self.may_tell(statement):
                self._institutions(statement)
        self.add_noted()
        for statement in self.brackets:
            self._institutions(statement)
        self.add_noted()
        self.reading.statements.extend(self.brackets)
        for statement in self.reading.statements:
            if statement.section not in ("contacts", "staffing"):
                self._second_names(statement)
        self._former_names()

    # --- second names

    def _former_names(self) -> None:
        for body in self.reading.bodies:
            about = [
                one
                for one in self.reading.statements
                if one.owner is body and one.section not in ("contacts", "staffing")
            ]
            for former in self.words.grammar.bodies.former_names(self.document, self.words, body, about):
                printed = self.document.printed(former.name)
                if not any(alias["name"].endswith(printed) for alias in body.list_of("aliases")):
                    add_second_name(self.document, body, former)

    def _second_names(self, statement: Statement) -> None:
        span = statement.span
        text = self.document.even[span.line - 1]
        for clause in self.document.sayings(span):
            if statement.owner is statement.owner.body:
                self._behind_own_name(statement, text, clause)
            there = set[Span]()
            for sign, place in hung_elsewhere(self.words, span.line, text, clause.start, clause.end):
                if host := self.owners.resolve(place, statement.owner):
                    add_second_name(self.document, host, sign)
                    there.add(sign.name)
            said = list(in_sentence(self.words, span.line, text, clause.start, clause.end))
            # A second name of a second name: 新闻出版局(版权局).
            behind = {one.name.end + 1 for one in said}
            for second in (one for one in said if one.name not in there):
                owner = self._subject(statement.owner, text, clause, second.name)
                if second.name.start in behind or not inside_bracket(text, clause.start, second.name.start):
                    self._second_name(owner, text, clause, second)

    def _second_name(self, owner: Draft, text: str, clause: Span, second: SecondName) -> None:
        """Add a second name that is not the owner's own; of two that share their staff the other."""
        found = self.PARTNER.match(text, clause.start, second.name.start) if second.rule.endswith("shared") else None
        if found and self._is_own(owner, second, text):
            second = replace(second, name=Span(clause.line, *found.span("name")))
        if not self._is_own(owner, second, text):
            add_second_name(self.document, owner, second)

    def _is_own(self, owner: Draft, second: SecondName, text: str) -> bool:
        """Whether a sign bears the name of who hangs it: "one agency under the signs of A and B"."""
        name = text[second.name.start : second.name.end]
        ends = second.rule.endswith("shared") or owner.name.endswith(name)
        return second.kind == "sign" and ends and same_body(self.words, owner.name, name)

    def _behind_own_name(self, statement: Statement, text: str, clause: Span) -> None:
        """Second names in a bracket behind a short form of the body's own name, in a sentence."""
        body = statement.owner.body
        for found in (hit for pattern in self.BRACKETED for hit in pattern.finditer(text, clause.start, clause.end)):
            content = trimmed(clause.line, text, *found.span("inner"))
            if content and same_body(self.words, body.name, found["name"]):
                for second in in_bracket(self.words, clause.line, text, content):
                    add_second_name(self.document, body, second)

    def _subject(self, owner: Draft, text: str, clause: Span, name: Span) -> Draft:
        """Whose second name it is: the unit named last in front of it in the clause, else the statement's own."""
        front = text[max(clause.start, name.start - FRONT) : name.start]
        named = [
            (start, len(unit.name), unit)
            for start, unit in self.owners.named_in(owner.body, front)
            if unit is not owner
            and (
                unit.kind in ("institution", "branch")
                or front.startswith(unit.name)
                or self._set_up(front, start, unit)
            )
        ]
        last = max(named, key=lambda found: found[:2])[2] if named else self.shortened(owner, front)
        if last.kind in ("institution", "branch") or owner.kind not in ("division", "party_unit"):
            return last
        return owner

    def _set_up(self, front: str, start: int, unit: Draft) -> bool:
        """Whether a half sentence sets up a unit of which the next one tells."""
        return bool(self.SETS_UP.search(front, 0, start) and NEXT.fullmatch(front, start + len(unit.name)))

    # --- institutions

    def _institutions(self, statement: Statement) -> None:
        span = statement.span
        text = self.document.even[span.line - 1]
        for clause in self.document.sayings(span):
            said = text[clause.start : clause.end]
            if self.words.matches("negative").search(said) and not re.search("加挂|挂", said):
                # What is set up instead stands behind.
                instead, too = SET_UP_INSTEAD.search(said), GIVEN_UP_TOO.search(said)
                if instead:
                    clause = replace(clause, start=clause.start + instead.start(1))
                elif too:
                    clause = replace(clause, end=clause.start + too.start())
                else:
                    continue
            self.tell(statement, text, clause)

    # --- units that a sentence names

    def _add(self, owner: Draft, line: int, text: str, start: int, end: int, kind: str) -> None:
        for heading in listed(self.words, line, text, start, end):
            self._add_heading(owner, heading, kind)

    def _add_heading(self, owner: Draft, heading: Heading, kind: str, listed: bool = False) -> None:
        name = self.document.printed(heading.name) + (self.document.printed(heading.tail) if heading.tail else "")
        kinds = ("unit",) if kind in ("division", "party_unit") else ("body",)
        if name in (owner.name, *self.reading.spoken) or self._is_itself(owner, name) or LISTING.search(name):
            return
        if not listed and not is_name(self.words, name, *kinds):
            return
        if re.match(
            r"\d|[是为由]|[一二三四五六七八九十]+个|(?:with|in|of|for|and|according|based|after|on|this|these|they|there|public institution) ",
            name,
            re.IGNORECASE,
        ):
            return
        if known := self.owners.printed.find(owner, name):
            if not known.list_of("aliases"):
                self._in_brackets(known, heading)
            return
        if kind in ("institution", "branch") and owner.owner and self.owners.printed.find(owner.owner, name):
            return  # "of these, A is a public institution": A stands beside the last one of the list
        party = kind == "division" and self.words.matches("party").search(name)
        self._unit(owner, heading, name, "party_unit" if party else kind)

    def _is_itself(self, owner: Draft, name: str) -> bool:
        """Whether a name is the owner's own: that of a bureau of the same kind in another place is not."""
        elsewhere = self.words.grammar.short_names.is_elsewhere(owner.name, name)
        return same_body(self.words, owner.name, name) and not elsewhere

    def _named_first(self, owner: Draft, heading: Heading) -> None:
        """A unit without a number that a sentence lists before the lines about it has the sentence for its first proof."""
        name = self.document.printed(heading.name).lower()
        unit = next((one for one in owner.units if one.name.lower() == name), None)
        if unit is None or unit.number or unit.at[0].span.line <= heading.name.line:
            return
        unit.at.insert(0, self.document.quote(heading.name, f"institution.{unit.kind}"))
        self._in_brackets(unit, heading)

    def _unit(self, owner: Draft, heading: Heading, name: str, kind: str) -> None:
        line = heading.name.line
        draft = Draft(kind, name, [self.document.quote(heading.name, f"institution.{kind}")], owner, lines=[line])
        if heading.tail:
            draft.at.append(self.document.quote(heading.tail, "unit.name"))
        owner.adopt(draft)
        self._in_brackets(draft, heading)

    def _in_brackets(self, draft: Draft, heading: Heading) -> None:
        """The second names behind a name, and what else its brackets say."""
        line, text = heading.name.line, self.document.even[heading.name.line - 1]
        for bracket in heading.brackets:
            said = self.words.grammar.second_names
            if said.SAID.search(text, bracket.start, bracket.end) or said.ONLY_SAID.match(
                text, bracket.start, bracket.end
            ):
                self.brackets.append(Statement(bracket, draft, "general"))
            for second in in_bracket(self.words, line, text, bracket):
                add_second_name(self.document, draft, second)


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read every statement for second names and institutions."""
    read_sign_lists(document, words, reading)
    words.grammar.institutions.SentenceReader(document, words, reading).read()


def read_sign_lists(document: Document, words: Lexicon, reading: Reading) -> None:
    """Make signs of the bodies in the lines below a heading of signs."""
    family = engine(words.language, "second_names.HEADING")
    for line, text in enumerate(document.even, 1):
        for claim in family.claims(Stretch(line, text, 0, len(text.rstrip()))) if reading.bodies else ():
            _below(document, words, reading, claim)


def _below(document: Document, words: Lexicon, reading: Reading, claim: Claim) -> None:
    named = {document.as_read(unit.at[0].span): unit for unit in reading.units() if unit.at and not unit.unnamed}
    by_line = {span.line: (span, unit) for span, unit in named.items()}
    line = claim.at.line + 1
    while line <= len(document.even):
        unread = _unread(document, words, line) if line not in by_line else None
        if unread is None and not (line in by_line and _alone(document, by_line[line][0])):
            return
        span, unit = (unread, None) if unread else by_line[line]
        above = (body for body in reversed(reading.bodies) if body.at and body.at[0].span.line < line)
        owner = _without(reading, unit) if unit else next(above, None)
        if owner is None:
            return
        add_second_name(document, owner, SecondName("sign", span, claim.rule.name, wording_of(words, claim)))
        owner.list_of("aliases")[-1]["at"].append(document.quote(claim.at.span, claim.rule.name))
        line += 1


def _unread(document: Document, words: Lexicon, line: int) -> Span | None:
    """The name of a body with its place that fills a line of which nothing was made."""
    text = document.even[line - 1]
    span = trimmed(line, text, 0, len(text), "。;, ")
    placed = span and words.grammar.short_names.PLACED_BODY.fullmatch(text, span.start, span.end)
    return span if placed else None


def _alone(document: Document, span: Span) -> bool:
    """Whether a name fills its line, apart from a number and stops."""
    text = document.even[span.line - 1]
    behind = trimmed(span.line, text, span.end, len(text), "。;, ")
    return behind is None and span.start < 8


def _without(reading: Reading, unit: Draft) -> Draft | None:
    """Take a unit that is a sign out of the reading: whose sign it is; what is below it is that one's."""
    if unit.owner is None:
        before = reading.bodies[: reading.bodies.index(unit)]
        if not before:
            return None
        owner = before[-1]
        reading.bodies.remove(unit)
    else:
        owner = unit.owner
        owner.give_up([unit])
    for inner in list(unit.units):
        inner.owner = owner.body
        owner.body.adopt(inner)
    reading.statements[:] = [replace(one, owner=owner.body) if one.owner is unit else one for one in reading.statements]
    return owner.body
