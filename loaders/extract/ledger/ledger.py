"""Every clause of a document is claimed by a fact, set aside by a named reason, or an open question; none is lost in silence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.proof import Span
from graph.said import Said
from graph.schema.nodes import QuestionKind
from loaders.checks import proofs
from loaders.extract.claims.matters import TELLING, has_verb
from loaders.extract.document.numbering import ENGLISH, number_at
from loaders.extract.document.text import Document, clauses, trimmed
from loaders.extract.facts.draft import LONGEST_SEEN, Reading
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.ledger.alarms import LABELLED, Known, too_long, uncounted
from loaders.extract.ledger.mentioned import mentioned, stray, told
from loaders.questions import weight
from loaders.record import Record, Remark

# A number in front of an item, which a full stop parts from it.
BARE_NUMBER = re.compile(
    r"\W{0,6}(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,5}|[一二三四五六七八九十]{1,3}|(?:" + "|".join(ENGLISH) + r"))\W{0,6}"
)
# What stands between the name of a unit and what it does.
BEHIND = " :.,—-"
UNCLAIMED = Said("no rule claims this clause")
LOST = Said("a name that no fact took")
NEITHER = Said("tells of no unit and no duty")
# A clause is shown whole where it is no longer.
SHORT = 80
FREE = re.compile(b"\0+")


class Covered:
    """Which characters of each line something covers: a byte for each, as far as any is covered."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._lines: dict[int, bytearray] = defaultdict(bytearray)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Cover one span more."""
        line = self._lines[span.line]
        line.extend(bytes(max(0, span.end - len(line))))
        line[span.start : span.end] = b"\1" * (span.end - span.start)

    def touches(self, span: Span) -> bool:
        """Whether a character of the span is covered."""
        return self._lines[span.line].find(1, span.start, span.end) >= 0

    def free(self, span: Span) -> Iterator[Span]:
        """The stretches of a span that nothing covers, in order."""
        covered = self._lines[span.line][span.start : span.end].ljust(span.end - span.start, b"\0")
        begin = span.start
        yield from (Span(span.line, begin + one.start(), begin + one.end()) for one in FREE.finditer(covered))


class Ledger:
    """The account of one document: what its record claims, and what remains."""

    def __init__(self, document: Document, reading: Reading, record: Record) -> None:
        self.document = document
        self.reading = reading
        self.words = lexicon(document.language)
        self.every = proofs(record, ())
        self.claimed = Covered(quote.span for _, quote in self.every)
        self.told = Covered(quote.span for _, quote in self.every if not quote.rule.startswith("unit."))
        self.known = Known(self.words, record)
        telling = (one.span for one in reading.statements if one.section in TELLING)
        self.telling = Covered(place for span in telling for place in document.all_in_print(span))

    def remarks(self) -> tuple[list[Remark], list[Remark]]:
        """What is set aside, and the open questions: first those that could change most."""
        asked = list(self._asked())
        self.held = Covered(quote.span for remark in asked for quote in remark.at)
        aside = [Remark.because(why, at=self.document.quotes(span, "ignored")) for span, why in self.reading.ignored]
        covered = Covered(quote.span for remark in (*asked, *aside) for quote in remark.at)
        for _, quote in self.every:
            covered.add(quote.span)
        for remark in self._rest(covered):
            (asked if remark.kind else aside).append(remark)
        ignored = [one for one in aside if not any(self.claimed.touches(quote.span) for quote in one.at)]
        return sorted(ignored, key=lambda remark: remark.at), sorted(asked, key=_weight)

    def _asked(self) -> Iterator[Remark]:
        """What was asked while the document was read."""
        for asked in self.reading.questions:
            seen = self.document.characters(asked.span)[: asked.seen]
            yield self._question(asked.span, asked.why, asked.kind, seen)
        for one in self.reading.about_place:
            yield self._question(one.span, one.why, one.kind, self.document.characters(one.span))

    def _rest(self, covered: Covered) -> Iterator[Remark]:
        """The clauses that nothing claims, and those that hold a name, a number, a sign or an office that no fact took."""
        for line, text in enumerate(self.document.even, 1):
            said = (
                " " * len(text)
                if line in self.reading.signatures
                else LABELLED.sub(lambda found: " " * len(found[0]), text)
            )
            for clause in clauses(line, text):
                if BARE_NUMBER.fullmatch(text, clause.start, clause.end):
                    continue
                places = self.document.all_in_print(clause)
                lost = list(self._lost(said, clause))
                seen = text[lost[0].start : lost[0].end] if lost else None
                if no_names := list(too_long(self.words, text, clause)):
                    yield from (self._question(one, LOST, "lost_name", text[one.start : one.end]) for one in no_names)
                elif not any(map(covered.touches, places)):
                    yield self._unclaimed(clause, text, seen)
                elif lost:
                    shown = Span(line, lost[0].start, max(one.end for one in lost))
                    yield self._question(
                        clause if clause.end - clause.start <= SHORT else shown, LOST, "lost_name", seen
                    )
                elif not any(map(self.told.touches, places)) and (rest := self._behind_name(text, clause, covered)):
                    yield self._question(rest, UNCLAIMED, "duty_without_function", None)

    def _behind_name(self, text: str, clause: Span, covered: Covered) -> Span | None:
        """What a unit does, behind its name in one clause, where no function was found for it."""
        verbs = self.words.grammar.duties.VERBS
        for rest in (one for place in self.document.all_in_print(clause) for one in covered.free(place)):
            free = self.document.as_read(rest)
            begin = free.end - len(text[free.start : free.end].lstrip(BEHIND))
            if (span := trimmed(free.line, text, begin, free.end)) and verbs.match(text[span.start : span.end]):
                return span
        return None

    def _unclaimed(self, clause: Span, text: str, seen: str | None) -> Remark:
        """A clause that no fact and no section needs: asked about, but for what tells of no unit and of no duty."""
        why = None if seen else self._aside(clause, text)
        if why:
            return Remark.because(why, at=self.document.quotes(clause, "ignored"))
        return self._question(clause, UNCLAIMED, "lost_name" if seen else "duty_without_function", seen)

    def _aside(self, clause: Span, text: str) -> Said | None:
        """Why a clause without a name is no duty: it gives figures, tells of a year, labels a page or its parts, or has no verb of one."""
        patterns = self.words.grammar.alarms.ASIDE
        why = next((why for why, one in patterns.items() if one.match(text, clause.start, clause.end)), None)
        if why or any(map(self.telling.touches, self.document.all_in_print(clause))):
            return why
        number = number_at(text, clause.start, clause.end)
        said = text[number.end if number else clause.start : clause.end]
        may_tell = self.words.grammar.alarms.STRUCTURE.search(said) or any(
            has_verb(self.document.language, part.strip()) for part in said.split(",")
        )
        return None if may_tell else NEITHER

    def _lost(self, said: str, clause: Span) -> Iterator[Span]:
        """The names and the numbers of a clause that no fact and no question has, in order."""
        alarms, claims = self.words.grammar.alarms, self._claims
        names = {*mentioned(self.words, said, clause, anywhere=not claims(clause)), *told(self.words, said, clause)}
        alone = (one for one in stray(self.words, said, clause) if not self.known.ends_with(said[one.start : one.end]))
        names |= {one for one in alone if not any(one.start < other.end and other.start < one.end for other in names)}
        found = [
            one for one in names if not self.known.has(one.quoted(self.document.even), self.document.all_in_print(one))
        ]
        found += uncounted(alarms.SHARED, self.known, said, clause)
        part = self.words.grammar.counting.is_part
        found += (
            one
            for one in uncounted(alarms.NUMBERED, self.known, said, clause)
            if not claims(one) and not part(said, clause.start, one.start)
        )
        for one in sorted(found):
            phrase = max(clause.start, *(said.rfind(sign, 0, one.start) for sign in ",;"))
            gone = self.words.matches("negative").search(said, phrase, one.end)
            if not gone and any(True for place in self.document.all_in_print(one) for _ in self.held.free(place)):
                yield one

    def _claims(self, span: Span) -> bool:
        """Whether a fact is proved by any of a span."""
        return any(map(self.claimed.touches, self.document.all_in_print(span)))

    def _question(self, span: Span, why: str, kind: QuestionKind, seen: str | None) -> Remark:
        quotes = self.document.quotes(span, "question")
        return Remark.because(why, at=quotes, kind=kind, seen=seen[:LONGEST_SEEN] if seen else None)


def _weight(remark: Remark) -> tuple[int, list[object]]:
    return weight(remark.kind), list(remark.at)
