"""The proof of what a sentence says is the clause that says it; that of a name in a bracket or heading is the name."""

from bisect import bisect_right
from collections import defaultdict
from typing import Any

from graph.proof import Quote, Span
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Reading

SAID = ("aliases", "hosts", "oversees", "acts_for", "answers_to", "member_of", "coordinates_with")

HEADINGS = ("heading", "bracket")
# So many clauses in front of a place are looked at: one that holds others begins further in front.
NEAR = 8


class Clauses:
    """The clauses of all statements of a reading, in print, to be found by what stands in them."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.by_line: dict[int, list[Span]] = defaultdict(list)
        for statement in reading.statements:
            if statement.section in HEADINGS:
                continue
            for clause in document.clauses(statement.span):
                for place in document.all_in_print(clause):
                    self.by_line[place.line].append(place)
        for places in self.by_line.values():
            places.sort()

    def around(self, span: Span) -> Span | None:
        """The clause that holds a span; None in a heading."""
        clauses = self.by_line[span.line]
        last = bisect_right(clauses, span.start, key=lambda one: one.start)
        return next((one for one in reversed(clauses[max(0, last - NEAR) : last]) if span.end <= one.end), None)


def read(document: Document, reading: Reading) -> None:
    """Widen the proofs of second names, offices and other bodies from their words to the clauses around them."""
    clauses = Clauses(document, reading)
    for unit in reading.units():
        for key in SAID:
            for fact in unit.list_of(key):
                _widen(document, clauses, fact)


def _widen(document: Document, clauses: Clauses, fact: dict[str, Any]) -> None:
    wordings = fact.get("wordings") or [None] * len(fact["at"])
    widened = [
        (_widened(document, clauses, quote), wording) for quote, wording in zip(fact["at"], wordings, strict=True)
    ]
    # Two words of one clause are one proof.
    once = list({(quote.span, wording): (quote, wording) for quote, wording in widened}.values())
    fact["at"] = [quote for quote, _ in once]
    if "wordings" in fact:
        fact["wordings"] = [wording for _, wording in once]


def _widened(document: Document, clauses: Clauses, quote: Quote) -> Quote:
    if (quote.rule or "").endswith("bracket"):
        return quote
    clause = clauses.around(quote.span)
    return Quote(clause, document.hash_at(clause), quote.rule) if clause else quote
