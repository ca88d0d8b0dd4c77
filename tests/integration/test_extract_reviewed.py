"""The proof of extraction: the five documents against the records that people reviewed, fact by fact."""

from collections import Counter
from collections.abc import Iterator

import pytest

from graph.proof import Span, quote_hash
from loaders.bureaus import printed
from loaders.checks import proofs
from loaders.record import Unit
from tests.extraction.facts import Found, Score, facts_of, score
from tests.extraction.reviewed import FOLDER, NAMES, extraction_of, record_of

pytestmark = pytest.mark.skipif(not FOLDER, reason="GUAPAI_DOCUMENTS is not set: the source documents are not here")

# Least precision and recall of all five together. What remains is judgement: a body that a document only mentions and its
# Party committee (Zhengzhou 42), an office shared by two commissions (Shanghai 47), a market described in a paragraph
# about its center (Zhengzhou 84), "it" and "them" for bodies named before (Changsha 101, Zhengzhou 34), a short name for
# a body named in full elsewhere (Zhengzhou 42), nouns that stand for verbs ("the audit of A and the filing of B"), and
# matters that are named only as what is audited, networked or listed (Zhengzhou 6, 24, 30).
FLOORS = {
    "body": (0.99, 0.8),
    "division": (0.99, 0.99),
    "second_name": (0.99, 0.99),
    "hosted": (0.97, 0.97),
    "institution": (0.99, 0.99),
    "count": (0.99, 0.99),
    "head": (0.99, 0.99),
    "site": (0.99, 0.85),
    "answers_to": (0.99, 0.99),
    "coordinates": (0.99, 0.99),
    "acts_for": (0.99, 0.99),
    "oversees": (0.98, 0.95),
    "quota": (0.99, 0.99),
    "change": (0.94, 0.94),
    "boundary": (0.99, 0.99),
    "duty": (0.985, 0.985),
}
# Of the facts that both readings have, those whose spans are the same, too.
SAME_SPANS = 0.9


def compared(kind: str, corrected: bool = True) -> tuple[Score, list[str]]:
    """How the two readings agree about one kind of fact, and where they do not."""
    found = [
        (name, *fact.key)
        for name in NAMES
        for fact in facts_of(extraction_of(name, corrected).record)
        if fact.kind == kind
    ]
    expected = [(name, *fact.key) for name in NAMES for fact in facts_of(record_of(name)) if fact.kind == kind]
    more = [f"+ {one}" for one in sorted(set(found) - set(expected), key=str)]
    fewer = [f"- {one}" for one in sorted(set(expected) - set(found), key=str)]
    return score(found, expected), more + fewer


@pytest.mark.parametrize("kind", FLOORS)
def test_two_readings_agree(kind: str) -> None:
    result, differences = compared(kind)
    print(f"{kind}: {result}", *differences, sep="\n")
    precision, recall = FLOORS[kind]
    assert result.precision >= precision
    assert result.recall >= recall


@pytest.mark.parametrize("kind", FLOORS)
def test_what_both_readings_say_is_proved_by_the_same_spans_and_hashes(kind: str) -> None:
    said, proved = Counter[tuple[object, ...]](), Counter[tuple[object, ...]]()
    for name in NAMES:
        mine, theirs = (
            [fact for fact in facts_of(record) if fact.kind == kind]
            for record in (extraction_of(name).record, record_of(name))
        )
        said += Counter((name, *fact.key) for fact in mine) & Counter((name, *fact.key) for fact in theirs)
        proved += Counter((name, *fact.key, proof_of(fact)) for fact in mine) & Counter(
            (name, *fact.key, proof_of(fact)) for fact in theirs
        )
    assert proved.total() >= SAME_SPANS * said.total(), sorted(map(str, set(said) - {key[:-1] for key in proved}))


def proof_of(fact: Found) -> frozenset[tuple[Span, str]]:
    return frozenset((quote.span, quote.hash) for quote in fact.at)


@pytest.mark.parametrize("name", NAMES)
def test_every_proof_quotes_the_document(name: str) -> None:
    extraction = extraction_of(name)
    for path, quote in proofs(extraction.record, ()):
        assert quote_hash(quote.span.quoted(extraction.document.lines)) == quote.hash, path


@pytest.mark.parametrize("name", NAMES)
def test_every_correction_matches_something(name: str) -> None:
    assert not extraction_of(name).document.unused


def headings(units: list[Unit]) -> Iterator[tuple[int, str]]:
    """The line of each unit's heading, from 1, and what the record prints there."""
    for unit in units:
        yield unit.at[0].span.line, printed(unit)
        yield from headings(unit.units)


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_stands_in_its_line(name: str) -> None:
    extraction = extraction_of(name)
    for record in (record_of(name), extraction.record):
        assert [
            (line, text) for line, text in headings(record.bodies) if text not in extraction.document.lines[line - 1]
        ] == []
