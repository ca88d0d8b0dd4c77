"""Documents never seen by the word files: each is read as a reader reads it, but for the faults that are listed."""

from pathlib import Path

import pytest
import yaml

from loaders.record import Record
from loaders.record_writing import record_text
from tests.extraction.differences import differences, known_faults, listed_documents
from tests.extraction.miniatures import LANGUAGES, extracted, miniatures

EVERY = pytest.mark.parametrize(
    "path", [path for language in LANGUAGES for path in miniatures(language)], ids=lambda path: path.stem
)


@EVERY
def test_a_miniature_is_read_as_a_reader_reads_it_but_for_the_listed_faults(path: Path) -> None:
    found, known = differences(path), known_faults(path)
    assert sorted(found - known, key=str) == [], "new faults"
    assert sorted(known - found, key=str) == [], "these faults are gone: take them out of fixtures/faults.yaml"


def test_the_list_of_faults_names_miniatures_that_are_there() -> None:
    assert listed_documents() <= {path.stem for language in LANGUAGES for path in miniatures(language)}


@EVERY
def test_a_record_is_valid_and_written_as_it_is_read(path: Path) -> None:
    record = extracted(path).record
    assert Record.model_validate(yaml.safe_load(record_text(record))) == record
