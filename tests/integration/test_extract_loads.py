"""Extracted records become graphs: every miniature loads, and what was read in two ways is asked for by a query."""

from pathlib import Path

import pytest

from graph.catalog.catalogue import ask
from graph.store.protocol import Store
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.load import document_rows, load
from loaders.reading import read_record
from loaders.record_writing import record_text
from tests.extraction.miniatures import LANGUAGES, extracted, miniatures

DOUBTFUL = """Jinhua Education Bureau
Internal institutions
(1) Office (formerly known as with the sign of Petition Office): responsible for documents.
(2) Personnel Section: responsible for the personnel of schools.
"""


def written(text: str, folder: Path, name: str) -> Path:
    record = folder / f"{name}.yaml"
    record.write_text(text, encoding="utf-8")
    return record


@pytest.mark.parametrize(
    "path", [path for language in LANGUAGES for path in miniatures(language)], ids=lambda path: path.stem
)
def test_every_miniature_gives_a_record_that_loads(path: Path, tmp_path: Path) -> None:
    record = written(record_text(extracted(path).record), tmp_path, path.stem)
    rows = document_rows(read_record(record))
    assert len(rows.nodes) > 5
    assert len(rows.relationships) > 5


def test_two_readings_of_one_place_are_both_kept_and_listed(store: Store, tmp_path: Path) -> None:
    extraction = extract_document(decode(DOUBTFUL.encode(), "doubtful"), "doubtful")
    load(store, read_record(written(record_text(extraction.record), tmp_path, "doubtful")))
    rows = ask(store, "quality.proposed").records()
    # A sign, or a former name that begins behind "formerly": no reader can tell, so both wait for one.
    assert [(row["unit"], row["relationship"], row["other"], row["lines"]) for row in rows] == [
        ("Office", "HANGS_SIGN", "Petition Office", [3]),
        ("Office", "KNOWN_AS", "known as with the sign of Petition Office", [3]),
    ]
