"""The documents that growth is measured on: always the same, and records that hold against them."""

from pathlib import Path

import yaml

from benchmarks.counties import BUREAUS, counties, write
from graph.proof import split_lines
from loaders.checks import compare
from loaders.load import statements
from loaders.reading import read_record


def test_every_proof_of_every_bureau_stands_in_its_text(tmp_path: Path) -> None:
    write(tmp_path, 2, len(BUREAUS))
    for path in sorted((tmp_path / "records").iterdir()):
        file = read_record(path)
        text = (tmp_path / "documents" / f"{path.stem}.txt").read_text(encoding="utf-8")
        assert list(compare(file, split_lines(text))) == [], path.name
        assert len(list(statements(file))) > 150, path.name


def test_the_same_documents_come_out_each_time() -> None:
    assert [yaml.dump(one.record) for one in counties(3)] == [yaml.dump(one.record) for one in counties(3)]


def test_each_county_has_documents_of_its_own() -> None:
    found = [one.document for one in counties(40, 2)]
    assert len(found) == len(set(found)) == 80
