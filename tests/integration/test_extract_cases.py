"""Small documents in shapes that are easily misread: their structure as a careful reader writes it down."""

import pytest

from tests.extraction.outlines import Case, cases, outline_of


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_small_document_is_read_as_a_careful_reader_reads_it(case: Case) -> None:
    assert outline_of(case.read().record) == case.right
