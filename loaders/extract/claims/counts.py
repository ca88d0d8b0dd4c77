"""Numbers of units, branches and institutions that a document announces."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from graph.proof import Span
from graph.said import Said
from graph.schema.nodes import QuestionKind
from loaders.extract.document.numbering import value_of
from loaders.extract.facts.draft import Announced, Asked, Draft, Statement
from loaders.extract.facts.owners import Reader

LISTED = {"division": "divisions", "institution": "institutions", "branch": "branches"}
OUTSIDE = ("institution", "branch", "bureau")
# Owner, kind and value of a number, and its line.
Line = tuple[str, str, int, int]
# So much is shown of an announced number, up to the end of a word; a sentence with its list is longer.
SEEN = re.compile(r"[\w'’ -]{0,39}\w(?!\w)|.{1,12}")
ANNOUNCING = ("bracket", "announcement", "heading", "general", "institutions", "branches", "other")


def _begins_one(text: str, every: list[str]) -> bool:
    """Whether one of sorted texts begins with a text."""
    at = bisect_left(every, text)
    return at < len(every) and every[at].startswith(text)


class Counts(Reader):
    """Reads the statements that may announce a number."""

    def read(self) -> None:
        """Give the announced numbers to who has what is counted; one that differs from what was found is asked about."""
        raw = [one for statement in self.reading.statements for one in self._of_statement(statement)]
        ordered, listed = self._without_parts([*raw, *self._and_more()])
        equal: dict[Line, list[Span]] = {}
        for one in ordered:
            equal.setdefault((*one.said, one.span.line), []).append(one.span)
        sorts = {said for said, spans in equal.items() if self._are_sorts(said[1], spans)}
        chosen = {
            (*one.said, one.span.start if (*one.said, one.span.line) in sorts else 0): one
            for one in (*reversed(ordered), *reversed(listed))
        }
        self.reading.announced = announced = sorted(chosen.values(), key=lambda one: one.span)
        for one in announced:
            field = f"stated_{one.what}"
            if field not in one.owner.fields:
                parts = self._parts(one, announced)
                quotes = [self.document.quote(part.span, "count.announced") for part in parts]
                one.owner.fields[field] = {"number": sum(part.number for part in parts), "at": quotes}
                self._compare(parts)
        self._said_again(raw)
        for statement in self.reading.statements:
            self._none(statement)

    def _of_statement(self, statement: Statement) -> Iterator[Announced]:
        """The numbers that a statement announces, each with its owner."""
        # In prose about what a body does it tells of its units, too.
        prose = statement.section == "duties" and not statement.number and statement.owner is statement.owner.body
        announcing = statement.section in ANNOUNCING or prose
        if not (announcing or statement.section == "divisions"):
            return
        counting, said = self.words.grammar.counting, self.stretch(statement.span)
        for what, printed, where in counting.found(said.line, said.text, said.start, said.end):
            number = value_of(printed)
            if number is not None and (
                announcing
                or (
                    (
                        what != "divisions"
                        or statement.owner is statement.owner.body
                        or counting.ABOVE.search(said.text, said.start, where.start)
                    )
                    and not counting.is_looked_after(self.owners, said.text, statement, where.start)
                )
            ):
                owner = self._counting(statement, what, where)
                meant = counting.meant(self.owners, said.text, statement, owner, what, where)
                yield Announced(owner, meant, number, where)

    def _without_parts(self, every: list[Announced]) -> tuple[list[Announced], list[Announced]]:
        """The numbers of sentences and lists in their order, and those of lists: a part of a number is none of its own."""
        taken = {(span.line, number) for _, _, number, span in self.reading.counted}
        # "5 departments", once more, where a list of them has shown that these are institutions.
        others = sorted(
            span.quoted(self.document.even) for _, kind, _, span in self.reading.counted if kind != "division"
        )
        # What is said of several parts holds what their lists say.
        sums = self.words.grammar.counting.SUM
        whole = {one.place for one in every if sums.fullmatch(one.span.quoted(self.document.even))}
        counted = [
            Announced(owner, LISTED[kind], number, span) for owner, kind, number, span in self.reading.counted if owner
        ]
        listed = [
            one
            for one in counted
            if one.what != "divisions"
            or not (one.place in whole or any(self._is_part_of(one, more, counted) for more in every))
        ]
        divided = {one.place for one in listed if one.what == "divisions"}
        beside = [
            one
            for one in every
            if (one.span.line, one.number) not in taken
            and not (
                one.what == "divisions"
                and (one.place in divided or _begins_one(one.span.quoted(self.document.even), others))
            )
        ]
        return sorted((*beside, *listed), key=lambda one: one.span), listed

    def _is_part_of(self, one: Announced, more: Announced, counted: list[Announced]) -> bool:
        """Whether a list holds a part of what is counted in front of it: "5 divisions, of which 3 …", or all lists make it up."""
        if one.place != more.place or more.number <= one.number or more.span.start >= one.span.start:
            return False
        beside = {other.span: other.number for other in counted if other.place == one.place}
        text, is_part = self.document.even[one.span.line - 1], self.words.grammar.counting.is_part
        parts = len(beside) > 1 and sum(beside.values()) <= more.number
        return parts or is_part(text, more.span.start, one.span.start)

    def _are_sorts(self, what: str, spans: list[Span]) -> bool:
        """Whether equal numbers of one line are of two sorts: of institutions or branches, one behind the other, called otherwise."""
        apart = all(left.end <= right.start for left, right in pairwise(spans))
        again = {self.words.grammar.counting.SAID_AGAIN.sub("", span.quoted(self.document.even)) for span in spans}
        return what != "divisions" and len(spans) > 1 and apart and len(again) > 1

    def _parts(self, first: Announced, announced: list[Announced]) -> list[Announced]:
        """The numbers that add up: of institutions and branches those of several sorts in one line, without parts of one."""
        if first.what == "divisions":
            return [first]
        text, is_part = self.document.even[first.span.line - 1], self.words.grammar.counting.is_part
        return [
            one
            for one in announced
            if (one.owner, one.what, one.span.line) == (first.owner, first.what, first.span.line)
            and (one is first or not is_part(text, first.span.start, one.span.start))
        ]

    def _said_again(self, ordered: list[Announced]) -> None:
        """The number of divisions that is said once more is one number with two proofs."""
        for one in ordered:
            stated = one.owner.fields.get("stated_divisions")
            if stated and one.what == "divisions" and stated["number"] == one.number:
                quote = self.document.quote(one.span, "count.announced")
                spans = [known.span for known in stated["at"]]
                if not any(span.line == quote.span.line and quote.span.start < span.end for span in spans):
                    stated["at"].append(quote)

    def _and_more(self) -> Iterator[Announced]:
        """ "and others, 12 in all" behind a list of institutions or branches."""
        for statement in self.reading.statements:
            said, more = self.stretch(statement.span), self.words.grammar.counting.AND_MORE
            listed = statement.section in ("institutions", "branches")
            found = more.match(said.text, said.start, said.end) if listed else None
            if found and (number := value_of(found[found.lastindex or 0])):
                owner = statement.owner.body
                yield Announced(owner.owner or owner, statement.section, number, Span(said.line, *found.span()))

    def _counting(self, statement: Statement, what: str, where: Span) -> Draft:
        """Whose number it is: an institution in a list announces no institutions or branches of its own."""
        if statement.section == "bracket":
            return statement.owner
        text = self.document.even[where.line - 1]
        body = self.words.grammar.counting.subject_of(self.owners, text, statement, where.start)
        inside = body.kind in ("division", "party_unit")
        return body.owner if not inside and what != "divisions" and body.owner else body

    def _compare(self, announced: list[Announced]) -> None:
        """Ask where more divisions, institutions or branches are announced than were found, or fewer divisions."""
        first, number = announced[0], sum(one.number for one in announced)
        kinds = [unit.kind for unit in first.owner.units]
        found = kinds.count(first.what[:-1] if first.what != "branches" else "branch")
        divisions = first.what == "divisions"
        most = found + kinds.count("party_unit") if divisions else sum(kind in OUTSIDE for kind in kinds)
        if number > most or (divisions and number < found):
            # A number without any name is often all that a document says of its institutions.
            lost = number > found and (divisions or found > 0)
            kind: QuestionKind = "lost_name" if lost else "number"
            seen = SEEN.match(self.document.characters(first.span))
            shown = seen.end() if seen else 0
            self.reading.questions.append(Asked(first.span, _differs(first.what, number, found), kind, shown))

    def _none(self, statement: Statement) -> None:
        """ "No internal units for now." """
        if statement.section not in ("divisions", "general", "other"):
            return
        for clause in map(self.stretch, self.document.clauses(statement.span)):
            for claim in self.claims("counting.NOTHING", clause):
                quote = self.document.quote(clause.span, claim.rule.name)
                statement.owner.body.fields.setdefault("no_divisions_stated", {"at": [quote]})


def _differs(what: str, number: int, found: int) -> str:
    if what == "institutions":
        return Said("{} institutions are announced, {} were found", number, found)
    if what == "branches":
        return Said("{} branches are announced, {} were found", number, found)
    return Said("{} divisions are announced, {} were found", number, found)
