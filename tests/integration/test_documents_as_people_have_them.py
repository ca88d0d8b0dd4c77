"""Word and PDF files, pages that were saved, the standard input and --place, as a user reads them."""

import hashlib
import json
import subprocess
from pathlib import Path

import docx
import pytest
import yaml

from tests.pdf import pdf_file
from tests.typed import GUAPAI, guapai

LINES = (
    "安吉县教育局主要职责",
    "一、内设机构",
    "（一）办公室。负责机关日常工作。",
    "（二）基教科（挂督导室牌子）。负责中小学管理。",
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with the same document as a Word and as a PDF file."""
    folder = tmp_path / "documents"
    folder.mkdir()
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(folder / "word.docx"))
    (folder / "paper.pdf").write_bytes(pdf_file([[(70, 780 - 20 * at, line) for at, line in enumerate(LINES)]]))
    return folder


def source_of(record: Path) -> dict[str, str]:
    content: dict[str, dict[str, str]] = yaml.safe_load(record.read_text(encoding="utf-8"))
    return content["document"]


def test_a_folder_of_word_and_pdf_files_gives_records_and_their_texts(
    documents: Path, tmp_path: Path, home: Path
) -> None:
    records = tmp_path / "records"
    done = guapai("extract", documents, "-o", records, home=home)
    assert done.returncode == 0, done.stderr
    for name, library in (("word", "python-docx"), ("paper", "pypdfium2")):
        text, source = records / f"{name}.txt", source_of(records / f"{name}.yaml")
        assert text.read_text(encoding="utf-8").splitlines() == list(LINES)
        assert source["sha256"] == hashlib.sha256(text.read_bytes()).hexdigest()
        assert source["reader"].startswith(library)
        original = next(documents.glob(f"{name}.*"))
        assert source["original_sha256"] == hashlib.sha256(original.read_bytes()).hexdigest()
        assert guapai("check", records / f"{name}.yaml", text, home=home).returncode == 0
        assert guapai("check", records / f"{name}.yaml", original, home=home).returncode == 0


def test_a_text_that_is_there_is_kept(documents: Path, tmp_path: Path, home: Path) -> None:
    (tmp_path / "word.txt").write_text("mine", encoding="utf-8")
    done = guapai("extract", documents / "word.docx", "-o", tmp_path / "word.yaml", home=home)
    assert (done.returncode, (tmp_path / "word.txt").read_text(encoding="utf-8")) == (5, "mine")
    assert not (tmp_path / "word.yaml").exists()


def test_a_document_comes_from_the_standard_input(tmp_path: Path, home: Path) -> None:
    record = tmp_path / "piped.yaml"
    command = [str(GUAPAI), "extract", "-", "-o", str(record), "--source", "https://example.org/a.html"]
    done = subprocess.run(command, input="\n".join(LINES).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert source_of(record)["source"] == "https://example.org/a.html"
    assert guapai("extract", "-", "-", "-o", tmp_path, home=home).returncode == 2
    assert guapai("extract", record, "--source", "ftp://example.org", home=home).returncode == 2


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- saved from url=(0033)https://example.org/page/one.html -->",
        '<link rel="canonical" href="https://example.org/page/one.html">',
        '<meta property="og:url" content="https://example.org/page/one.html"/>',
    ],
)
def test_a_saved_page_says_where_it_came_from(mark: str, tmp_path: Path, home: Path) -> None:
    page = "".join(f"<p>{line}</p>" for line in LINES)
    (tmp_path / "page.html").write_text(
        f"<!DOCTYPE html><html><head>{mark}</head><body>{page}</body></html>", encoding="utf-8"
    )
    done = guapai("extract", tmp_path / "page.html", home=home)
    assert yaml.safe_load(done.stdout)["document"]["source"] == "https://example.org/page/one.html"


def test_the_manifest_of_what_was_fetched_says_when(tmp_path: Path, home: Path) -> None:
    text = "\n".join(LINES).encode()
    (tmp_path / "a.txt").write_bytes(text)
    entry = {
        "address": "https://example.org/a",
        "file": "a.txt",
        "sha256": hashlib.sha256(text).hexdigest(),
        "retrieved": "2026-03-01T10:00:00Z",
    }
    (tmp_path / "manifest.jsonl").write_text(f"not json\n{json.dumps(entry)}\n", encoding="utf-8")
    source = yaml.safe_load(guapai("extract", tmp_path / "a.txt", home=home).stdout)["document"]
    assert (source["source"], source["retrieved"]) == ("https://example.org/a", "2026-03-01")


def test_place_takes_any_name_and_says_what_no_list_has(tmp_path: Path, home: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text(
        "教育局\n内设机构\n（一）办公室。负责机关日常工作。\n（二）基教科。负责中小学管理。\n", encoding="utf-8"
    )
    done = guapai("extract", document, "--place", "青禾县", home=home)
    assert (done.returncode, yaml.safe_load(done.stdout)["place"]) == (0, "青禾县")
    assert "青禾县" in done.stderr
    codes = {"朝阳区": 6, "Jinhau": 3, "999999": 3}
    assert {name: guapai("extract", document, "--place", name, home=home).returncode for name in codes} == codes
    assert "2020" in guapai("extract", document, "--place", "999999", home=home).stderr
