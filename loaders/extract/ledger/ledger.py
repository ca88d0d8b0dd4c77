"""Every clause of a document is claimed by a fact, set aside by a named reason, or an open question; none is lost in silence."""

import re
from collections.abc import Iterator

from graph.proof import Span
from graph.said import Said
from graph.schema.nodes import QuestionKind
from loaders.checks import proofs
from loaders.extract.document.numbering import ENGLISH
from loaders.extract.document.text import Document, clauses
from loaders.extract.facts.draft import Reading
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.ledger.alarms import Known, left, seen_in, told_in, too_long
from loaders.extract.ledger.covered import Covered
from loaders.record import LONGEST_NAME, Entry, Record, Remark, Unit

# A number in front of an item, which a full stop parts from it.
BARE_NUMBER = re.compile(
    r"\W{0,6}(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,5}|[一二三四五六七八九十]{1,3}|(?:" + "|".join(ENGLISH) + r"))\W{0,6}"
)
UNCLAIMED = Said("no rule claims this clause")
LOST = Said("a name that no fact took")
# Set aside with these words, a sentence may still hold names.
HOLDS_NAMES = ("announces a list", "text before the document begins")
UNTOLD = Said("a sign or an office that no fact took")
# What could change most, first.
ORDER: tuple[QuestionKind, ...] = ("lost_name", "two_readings", "unknown_place", "number", "duty_without_function")
# What is seen of an announced number; a sentence with its list is longer.
LONGEST_COUNT = 12
# Facts that tell of signs, offices and what became of them.
OFFICES = frozenset(("aliases", "hosts", "answers_to", "changes", "member_of", "acts_for"))


class Ledger:
    """The account of one document: what its record claims, and what remains."""

    def __init__(self, document: Document, reading: Reading, record: Record) -> None:
        self.document = document
        self.reading = reading
        self.words = lexicon(document.language)
        every = [(path, quote.span) for path, quote in proofs(record, ())]
        self.claimed = Covered(span for _, span in every)
        self.offices = Covered(span for path, span in every if OFFICES.intersection(map(str, path)))
        counts = (one for body in record.bodies for one in _counts_of(body))
        self.known = Known(_names_in(record), counts)

    def remarks(self) -> tuple[list[Remark], list[Remark]]:
        """What is set aside, and the open questions: first those that could change most."""
        ignored, asked = [], list(self._asked())
        for span, why in self.reading.ignored:
            quotes = self.document.quotes(span, "ignored")
            if any(self.claimed.touches(quote.span) for quote in quotes):
                continue
            ignored.append(Remark.because(why, at=quotes))
            text = self.document.even[span.line - 1]
            seen = seen_in(self.words, self.known, text, span)
            if why in HOLDS_NAMES:
                seen = seen or self._left(span)
            if seen:
                asked.append(self._question(span, LOST, "lost_name", seen))
        self.told, covered = self.claimed.copy(), self.claimed.copy()
        for remark in asked:
            for quote in remark.at:
                self.told.add(quote.span)
        for remark in (
            *(Remark.because(why, at=self.document.quotes(span, "ignored")) for span, why in self.reading.ignored),
            *asked,
        ):
            for quote in remark.at:
                covered.add(quote.span)
        asked += self._rest(covered)
        return sorted(ignored, key=lambda remark: remark.at), sorted(asked, key=_weight)

    def _asked(self) -> Iterator[Remark]:
        """What was asked while the document was read."""
        for span, why in self.reading.questions:
            yield self._question(span, why, *self._kind(span, why))
        for one in self.reading.about_place:
            yield self._question(one.span, one.why, one.kind, self.document.characters(one.span))

    def _kind(self, span: Span, why: str) -> tuple[QuestionKind, str | None]:
        counted = re.match(r"(\d+) (\w+) are announced, (\d+) were found", why)
        if counted:
            # A number without any name is often all that a document says of its institutions.
            more = int(counted[1]) > int(counted[3]) and (counted[2] == "divisions" or int(counted[3]) > 0)
            return ("lost_name" if more else "number"), self.document.characters(span)[:LONGEST_COUNT]
        if "division of labour" in why:
            return "duty_without_function", None
        return "lost_name", self.document.characters(span)

    def _rest(self, covered: Covered) -> Iterator[Remark]:
        """The clauses that nothing claims, and those whose sign or office no fact took."""
        for line, text in enumerate(self.document.even, 1):
            for clause in clauses(line, text):
                if BARE_NUMBER.fullmatch(text, clause.start, clause.end):
                    continue
                places = self.document.all_in_print(clause)
                if no_names := list(too_long(self.words, text, clause)):
                    yield from (self._question(one, LOST, "lost_name", text[one.start : one.end]) for one in no_names)
                elif not any(map(covered.touches, places)):
                    seen = seen_in(self.words, self.known, text, clause) or self._left(clause)
                    kind: QuestionKind = "lost_name" if seen else "duty_without_function"
                    yield self._question(clause, UNCLAIMED, kind, seen)
                elif (told := told_in(self.words, text, clause)) and not any(map(self.offices.touches, places)):
                    yield self._question(clause, UNTOLD, "lost_name", told)
                elif any(map(self.claimed.touches, places)):
                    for gap, name in left(self.words, self.known, text, self._gaps(clause)):
                        yield self._question(gap, LOST, "lost_name", name)

    def _left(self, span: Span) -> str | None:
        """The first name or number in a span that no fact took."""
        found = left(self.words, self.known, self.document.even[span.line - 1], [span])
        return next((name for _, name in found), None)

    def _gaps(self, clause: Span) -> Iterator[Span]:
        """The stretches of a clause that no fact and no question covers."""
        if self.document.unmoved(clause.line):
            yield from self.told.free(clause)
            return
        places = self.document.all_in_print(clause)
        free_places = [one for place in places for one in self.told.free(place)]
        if not free_places or free_places == places[:1] == places:
            # All of it is covered, or nothing: most clauses of a line whose characters have moved.
            yield from [clause] if free_places else ()
            return
        begin = None
        for at in range(clause.start, clause.end + 1):
            one = Span(clause.line, at, at + 1)
            free = at < clause.end and not any(map(self.told.touches, self.document.all_in_print(one)))
            if free and begin is None:
                begin = at
            elif not free and begin is not None:
                yield Span(clause.line, begin, at)
                begin = None

    def _question(self, span: Span, why: str, kind: QuestionKind, seen: str | None) -> Remark:
        quotes = self.document.quotes(span, "question")
        return Remark.because(why, at=quotes, kind=kind, seen=seen[:LONGEST_NAME] if seen else None)


def _weight(remark: Remark) -> tuple[int, list[object]]:
    return ORDER.index(remark.kind or ORDER[-1]), list(remark.at)


def _counts_of(unit: Unit) -> Iterator[int]:
    """The numbers of units that a unit, or one inside it, announces."""
    for count in (unit.stated_divisions, unit.stated_institutions, unit.stated_branches):
        if count:
            yield count.number
    for one in unit.units:
        yield from _counts_of(one)


def _names_in(record: Record) -> Iterator[str]:
    """Every name that a record holds, whatever has it."""
    waiting: list[object] = list(record.bodies)
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, Entry):
            for key, value in vars(one).items():
                if isinstance(value, str):
                    yield from [value] if key in ("name", "full_name") else ()
                elif value and isinstance(value, (list, Entry)):
                    waiting.append(value)
