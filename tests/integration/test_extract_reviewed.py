"""The proof of extraction: the five documents against the records that people reviewed, fact by fact."""

from collections.abc import Iterator

import pytest

from graph.proof import quote_hash
from loaders.bureaus import printed
from loaders.checks import proofs
from loaders.record import Unit
from tests.extraction.facts import Score, facts_of, score
from tests.extraction.reviewed import FOLDER, NAMES, extraction_of, record_of

pytestmark = pytest.mark.skipif(not FOLDER, reason="GUAPAI_DOCUMENTS is not set: the source documents are not here")

# Least precision and recall of all five together. Names, hierarchy, signs, offices, institutions, counts, people and
# places are read as reviewed; what a clause means is read nearly as well; partners and what is overseen less so.
FLOORS = {
    "body": (0.95, 0.8),
    "division": (0.99, 0.99),
    "second_name": (0.99, 0.99),
    "hosted": (0.95, 0.95),
    "institution": (0.95, 0.95),
    "count": (0.99, 0.99),
    "head": (0.99, 0.99),
    "site": (0.95, 0.85),
    "answers_to": (0.95, 0.95),
    "coordinates": (0.85, 0.75),
    "acts_for": (0.75, 0.75),
    "oversees": (0.6, 0.35),
    "quota": (0.5, 0.5),
    "change": (0.35, 0.35),
    "duty": (0.65, 0.65),
}


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
