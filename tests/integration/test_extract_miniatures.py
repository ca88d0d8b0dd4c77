"""Documents never seen by the word files: every kind of fact is found, and nothing else."""

import pytest

from loaders.record import Record
from loaders.record_writing import record_text
from tests.extraction.facts import score
from tests.extraction.miniatures import KINDS, LANGUAGES, expected_rows, extracted, found_rows, miniatures

GOAL = {"zh": 0.97, "en": 0.9}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_precision_and_recall(language: str, kind: str) -> None:
    found = [(path.stem, row) for path in miniatures(language) for row in found_rows(path, kind)]
    expected = [(path.stem, row) for path in miniatures(language) for row in expected_rows(path, kind)]
    result = score(found, expected)
    differences = [*sorted(set(found) - set(expected)), *sorted(set(expected) - set(found))]
    shown = "\n".join(str(one) for one in differences)
    assert min(result.precision, result.recall) >= GOAL[language], f"{result}\n{shown}"


@pytest.mark.parametrize(
    "path", [path for language in LANGUAGES for path in miniatures(language)], ids=lambda path: path.stem
)
def test_a_record_is_valid_and_written_as_it_is_read(path) -> None:  # type: ignore[no-untyped-def]
    import yaml

    record = extracted(path).record
    assert Record.model_validate(yaml.safe_load(record_text(record))) == record
