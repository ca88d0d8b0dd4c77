"""Numbers of units, branches and institutions that a document announces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.proof import Span
from graph.said import Said
from loaders.extract.document.numbering import value_of
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.facts.owners import Owners
from loaders.extract.grammar.lexicon import Lexicon

OUTSIDE = ("institution", "branch", "bureau")
ANNOUNCING = ("bracket", "announcement", "heading", "general", "institutions", "branches", "other")


@dataclass(frozen=True)
class Announced:
    """A number that a document announces: whose, of what (divisions, branches, institutions), where."""

    owner: Draft
    what: str
    number: int
    span: Span


def found_in(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[tuple[str, int, Span]]:
    """What is counted, the number and the span that announces it."""
    for what, printed, span in words.grammar.counting.found(line, text, start, end):
        number = value_of(printed.lower().replace("两", "二"))
        if number is not None:
            yield what, number, span


def read(document: Document, words: Lexicon, reading: Reading) -> list[Announced]:
    """The announced counts of every statement that can announce one; those of divisions go to their body.

    A number that differs from what was found becomes an open question.
    """
    owners = Owners(words, reading)
    raw = [
        _announced(document, owners, statement, what, number, where)
        for statement in reading.statements
        if statement.section in (*ANNOUNCING, "divisions")
        for what, number, where in found_in(words, statement.span.line, *_text(document, statement.span))
        if statement.section in ANNOUNCING
        or (what != "divisions" and not (words.grammar.counting.OF_OTHERS and statement.owner.kind == "division"))
    ]
    every: Iterable[Announced] = raw
    said = {"division": "divisions", "institution": "institutions", "branch": "branches"}
    listed = [Announced(owner, said[kind], number, span) for owner, kind, number, span in reading.counted if owner]
    taken = {(span.line, number) for _, _, number, span in reading.counted}
    every = (*every, *_and_more(document, words, reading))
    # What is said of several parts holds what their lists say.
    whole = {
        (one.span.line, one.owner.name)
        for one in every
        if words.grammar.counting.SUM.fullmatch(one.span.quoted(document.even))
    }
    listed = [one for one in listed if one.what != "divisions" or (one.span.line, one.owner.name) not in whole]
    # A part of a number that a list gave in the same line is no second number.
    divided = {(one.span.line, one.owner.name) for one in listed if one.what == "divisions"}
    every = (
        one
        for one in every
        if (one.span.line, one.number) not in taken
        and not (one.what == "divisions" and (one.span.line, one.owner.name) in divided)
    )
    ordered = sorted((*every, *listed), key=lambda one: one.span)
    chosen = {_same(one, ordered): one for one in (*reversed(ordered), *reversed(listed))}
    announced = sorted(chosen.values(), key=lambda one: one.span)
    for one in announced:
        field = f"stated_{one.what}"
        if field not in one.owner.fields:
            parts = _parts(document, one, announced)
            quotes = [document.quote(part.span, "count.announced") for part in parts]
            one.owner.fields[field] = {"number": sum(part.number for part in parts), "at": quotes}
            _compare(parts, reading)
    _said_again(document, raw)
    for statement in reading.statements:
        _none(document, words, statement)
    return announced


def _same(one: Announced, ordered: list[Announced]) -> tuple[str, str, int, int]:
    """What makes two numbers one: owner, kind and value, but for those of two sorts that stand in one line."""
    equal = [
        other.span
        for other in ordered
        if (other.owner.name, other.what, other.number, other.span.line)
        == (one.owner.name, one.what, one.number, one.span.line)
    ]
    sorts = (
        one.what != "divisions" and len(equal) > 1 and all(left.end <= right.start for left, right in pairwise(equal))
    )
    return one.owner.name, one.what, one.number, one.span.start if sorts else 0


def _parts(document: Document, first: Announced, announced: list[Announced]) -> list[Announced]:
    """The numbers that add up: of institutions and branches those of several sorts in one line, without parts of one."""
    if first.what == "divisions":
        return [first]
    text = document.even[first.span.line - 1]
    return [
        one
        for one in announced
        if (one.owner, one.what, one.span.line) == (first.owner, first.what, first.span.line)
        and (one is first or not document.grammar.counting.is_part(text, first.span.start, one.span.start))
    ]


def _said_again(document: Document, ordered: list[Announced]) -> None:
    """The number of divisions that is said once more is one number with two proofs."""
    for one in ordered:
        stated = one.owner.fields.get("stated_divisions")
        if stated and one.what == "divisions" and stated["number"] == one.number:
            quote = document.quote(one.span, "count.announced")
            spans = [known.span for known in stated["at"]]
            if not any(span.line == quote.span.line and quote.span.start < span.end for span in spans):
                stated["at"].append(quote)


def _and_more(document: Document, words: Lexicon, reading: Reading) -> Iterator[Announced]:
    """ "and others, 12 in all" behind a list of institutions or branches."""
    for statement in reading.statements:
        found = (
            words.grammar.counting.AND_MORE.match(*_text(document, statement.span))
            if statement.section in ("institutions", "branches")
            else None
        )
        number = value_of(found[found.lastindex or 0].lower().replace("两", "二")) if found else None
        if found and number:
            owner = statement.owner.body
            owner = owner.owner or owner
            yield Announced(owner, statement.section, number, Span(statement.span.line, *found.span()))


def _announced(
    document: Document, owners: Owners, statement: Statement, what: str, number: int, where: Span
) -> Announced:
    """A number with its owner; a unit has divisions, and what a section about institutions counts are these."""
    owner = _counting(document, owners, statement, what, where)
    text = document.even[where.line - 1]
    return Announced(owner, document.grammar.counting.meant(owners, text, statement, owner, what, where), number, where)


def _counting(document: Document, owners: Owners, statement: Statement, what: str, where: Span) -> Draft:
    """Whose number it is: an institution in a list announces no institutions or branches of its own."""
    if statement.section == "bracket":
        return statement.owner
    body = document.grammar.counting.subject_of(owners, document.even[where.line - 1], statement, where.start)
    if body.kind in ("division", "party_unit"):
        return body
    return body.owner if what != "divisions" and body.owner else body


def _text(document: Document, span: Span) -> tuple[str, int, int]:
    return document.even[span.line - 1], span.start, span.end


def _compare(announced: list[Announced], reading: Reading) -> None:
    """Ask where more divisions, institutions or branches are announced than were found, or fewer divisions."""
    first, number = announced[0], sum(one.number for one in announced)
    kinds = [unit.kind for unit in first.owner.units]
    found = kinds.count(first.what[:-1] if first.what != "branches" else "branch")
    divisions = first.what == "divisions"
    most = found + kinds.count("party_unit") if divisions else sum(kind in OUTSIDE for kind in kinds)
    if number > most or (divisions and number < found):
        reading.questions.append((first.span, _differs(first.what, number, found)))


def _differs(what: str, number: int, found: int) -> str:
    if what == "institutions":
        return Said("{} institutions are announced, {} were found", number, found)
    if what == "branches":
        return Said("{} branches are announced, {} were found", number, found)
    return Said("{} divisions are announced, {} were found", number, found)


def _none(document: Document, words: Lexicon, statement: Statement) -> None:
    """ "No internal units for now." """
    if statement.section not in ("divisions", "general", "other"):
        return
    for clause in document.clauses(statement.span):
        if words.grammar.counting.NONE.search(document.even[clause.line - 1], clause.start, clause.end):
            quote = document.quote(clause, "count.none")
            statement.owner.body.fields.setdefault("no_divisions_stated", {"at": [quote]})
