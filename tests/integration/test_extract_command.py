"""`guapai extract` as a user runs it."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from graph.cli.explaining import shown
from tests.extraction.miniatures import FOLDER
from tests.integration.test_command_line import GUAPAI, guapai

QUZHOU = FOLDER / "zh_quzhou_civil_affairs.txt"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_a_record_goes_to_stdout_and_loads(tmp_path: Path, home: Path) -> None:
    done = guapai("extract", QUZHOU, home=home)
    assert done.returncode == 0, done.stderr
    record = tmp_path / "quzhou.yaml"
    record.write_text(done.stdout, encoding="utf-8")
    assert yaml.safe_load(done.stdout)["place"] == "quzhou"
    assert guapai("check", record, QUZHOU, home=home).returncode == 0
    assert guapai("load", record, "--store", tmp_path / "graph.kgl", home=home).returncode == 0


def test_a_file_that_is_there_is_kept(tmp_path: Path, home: Path) -> None:
    record = tmp_path / "quzhou.yaml"
    record.write_text("mine", encoding="utf-8")
    done = guapai("extract", QUZHOU, "-o", record, home=home)
    assert done.returncode == 5
    assert "--force" in done.stderr
    assert record.read_text(encoding="utf-8") == "mine"
    assert guapai("extract", QUZHOU, "-o", record, "--force", home=home).returncode == 0
    assert record.read_text(encoding="utf-8").startswith("version: 2")


def test_a_folder_with_one_bad_file_gives_the_others(tmp_path: Path, home: Path) -> None:
    documents, records = tmp_path / "documents", tmp_path / "records"
    documents.mkdir()
    for path in sorted(FOLDER.glob("*.txt"))[:4]:
        (documents / path.name).write_bytes(path.read_bytes())
    (documents / "scan.pdf").write_bytes(b"%PDF-1.4")
    done = guapai("extract", documents, "-o", records, home=home)
    assert done.returncode == 6
    assert "1 of 5 documents were not extracted: scan.pdf" in done.stderr
    assert sorted(path.stem for path in records.iterdir()) == sorted(path.stem for path in documents.glob("*.txt"))


def test_a_folder_needs_a_place_for_its_records(tmp_path: Path, home: Path) -> None:
    done = guapai("extract", FOLDER, home=home)
    assert done.returncode == 2
    assert "-o DIR" in done.stderr


def test_strict_makes_open_questions_an_error(home: Path) -> None:
    done = guapai("extract", QUZHOU, "--strict", home=home)
    questions = yaml.safe_load(done.stdout).get("questions", [])
    assert (done.returncode == 1) == bool(questions)


def test_every_line_is_explained(tmp_path: Path, home: Path) -> None:
    record = tmp_path / "quzhou.yaml"
    done = guapai("extract", QUZHOU, "--explain", home=home)
    assert done.returncode == 0
    lines = QUZHOU.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.strip() and shown(line.strip()) not in done.stdout]
    assert "unit: " in done.stdout
    assert guapai("extract", QUZHOU, "--explain", "-o", record, home=home).returncode == 0
    page = record.with_suffix(".html").read_text(encoding="utf-8")
    assert page.count("<li ") == sum(bool(line.strip()) for line in lines)


def test_markup_in_a_document_is_only_text_on_the_page(tmp_path: Path, home: Path) -> None:
    document = tmp_path / "hostile.txt"
    document.write_text(
        "金华市教育局\n内设机构\n（一）办公室。负责<script>alert(1)</script>机关工作。\n", encoding="utf-8"
    )
    assert guapai("extract", document, "--explain", "-o", tmp_path / "hostile.yaml", home=home).returncode == 0
    assert "<script>" not in (tmp_path / "hostile.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "zh_CN.UTF-8"])
def test_the_record_is_the_same_on_any_locale_and_with_any_hash_seed(locale: str, tmp_path: Path) -> None:
    records = []
    for seed in ("1", "2"):
        record = tmp_path / f"{seed}.yaml"
        subprocess.run(
            [GUAPAI, "extract", QUZHOU, "-o", record],
            check=True,
            capture_output=True,
            env={**os.environ, "LC_ALL": locale, "PYTHONHASHSEED": seed, "GUAPAI_HOME": str(tmp_path)},
        )
        records.append(record.read_bytes())
    usual = tmp_path / "usual.yaml"
    assert guapai("extract", QUZHOU, "-o", usual, home=tmp_path).returncode == 0
    assert records == [usual.read_bytes()] * 2
