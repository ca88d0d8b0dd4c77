"""Two hundred and fifty English documents in which ways of naming bodies and listing units are combined by chance are read right."""

import pytest

from tests.extraction.english_shapes import shaped


@pytest.mark.parametrize("seed", range(250))
def test_an_english_document_of_any_shape_is_read_right(seed: int) -> None:
    right = shaped(seed)
    found = right.found()
    assert found == right, right.text
