"""`guapai extract` as a user runs it."""

import json
from pathlib import Path

import pytest
import yaml

from guapai.cli.explaining import shown
from tests.extraction.miniatures import FOLDER
from tests.typed import guapai, in_a_process

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


def test_a_folder_goes_on_where_it_stopped_and_leaves_what_others_made(tmp_path: Path, home: Path) -> None:
    documents, records = tmp_path / "documents", tmp_path / "records"
    documents.mkdir()
    for name, body in (("a", "教育"), ("b", "水利"), ("c", "民政")):
        (documents / f"{name}.txt").write_text(CERTAIN.replace("教育", body), encoding="utf-8")
    assert guapai("extract", documents, "-o", records, home=home).returncode == 0
    whole = {path.name: path.read_bytes() for path in records.iterdir()}
    (records / "b.yaml").unlink()
    done = guapai("extract", documents, "-o", records, home=home)
    assert (done.returncode, "2 of 3 records are there already" in done.stderr) == (0, True)
    assert [line.partition(":")[0] for line in done.stderr.splitlines()[1:]] == ["b.txt"]
    assert {path.name: path.read_bytes() for path in records.iterdir()} == whole
    # Of another text, reviewed, or asked for with more than the text: refused as a whole, before anything is read.
    (records / "b.yaml").unlink()
    changed = CERTAIN.replace("人事科", "财务科")
    reviewed = whole["a.yaml"].replace(b"version: 2\n", b"version: 2\nreviewed: 2026-11-30\n")
    for document, record, more in (
        (changed.encode(), whole["a.yaml"], ()),
        (CERTAIN.encode(), reviewed, ()),
        (CERTAIN.encode(), whole["a.yaml"], ("--place", "jinhua")),
    ):
        (documents / "a.txt").write_bytes(document)
        (records / "a.yaml").write_bytes(record)
        done = guapai("extract", documents, "-o", records, *more, home=home)
        assert (done.returncode, "there already" in done.stderr, (records / "b.yaml").exists()) == (5, True, False)
        assert (records / "a.yaml").read_bytes() == record


def test_a_folder_needs_a_place_for_its_records(tmp_path: Path, home: Path) -> None:
    done = guapai("extract", FOLDER, home=home)
    assert done.returncode == 2
    assert "-o DIR" in done.stderr


def test_the_records_of_a_folder_go_into_no_file(tmp_path: Path, home: Path) -> None:
    (tmp_path / "mine.yaml").write_text("mine", encoding="utf-8")
    done = guapai("extract", FOLDER, "-o", tmp_path / "mine.yaml", "--force", home=home)
    assert (done.returncode, "this is no folder" in done.stderr) == (5, True)
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "mine"


# The first names no unit that is not read and a duty without a function, the others a unit that no rule takes.
CERTAIN = "金华市教育局\n内设机构\n（一）办公室。负责档案管理工作；负责绘制星图。\n（二）人事科。负责财务工作。\n"
LOST = CERTAIN + "四、其他事项\n招生科、考试中心 | 督导室\n"


@pytest.mark.parametrize(("text", "code"), [(CERTAIN, 0), (LOST, 1)], ids=["a duty", "a lost name"])
def test_strict_makes_open_questions_about_structure_an_error(text: str, code: int, tmp_path: Path, home: Path) -> None:
    document, record = tmp_path / "document.txt", tmp_path / "record.yaml"
    document.write_text(text, encoding="utf-8")
    assert guapai("extract", document, "-o", record, home=home).returncode == 0
    assert guapai("extract", document, "--strict", home=home).returncode == code
    assert guapai("questions", record, "--strict", home=home).returncode == code
    assert guapai("check", record, "--strict", home=home).returncode == code
    assert guapai("check", record, home=home).returncode == 0


def test_questions_are_listed_by_what_they_could_change_without_a_sentence(tmp_path: Path, home: Path) -> None:
    document, record = tmp_path / "document.txt", tmp_path / "record.yaml"
    document.write_text(LOST, encoding="utf-8")
    guapai("extract", document, "-o", record, home=home)
    listed = json.loads(guapai("questions", record, "--format", "json", home=home).stdout)
    assert [(one["kind"], one["seen"], one["lines"]) for one in listed] == [
        ("lost_name", "招生科", [6]),
        ("duty_without_function", None, [3]),
    ]
    assert "lost name 招生科" in guapai("check", record, home=home).stderr


def test_questions_of_a_folder_are_sorted_over_all_its_records(tmp_path: Path, home: Path) -> None:
    documents, records = tmp_path / "documents", tmp_path / "records"
    documents.mkdir()
    for name, text in (("a", CERTAIN), ("b", LOST), ("c", CERTAIN.replace("教育", "水利"))):
        (documents / f"{name}.txt").write_text(text, encoding="utf-8")
    guapai("extract", documents, "-o", records, home=home)
    listed = json.loads(guapai("questions", records, "--format", "json", home=home).stdout)
    assert [(one["record"], one["kind"]) for one in listed] == [
        ("b", "lost_name"), ("a", "duty_without_function"), ("b", "duty_without_function"), ("c", "duty_without_function")
    ]  # fmt: skip
    assert guapai("questions", records / "a.yaml", records / "c.yaml", "--strict", home=home).returncode == 0
    assert guapai("questions", records, "--strict", home=home).returncode == 1
    (tmp_path / "empty").mkdir()
    assert "the folder holds no record" in guapai("questions", tmp_path / "empty", home=home).stderr


def test_every_line_is_explained(tmp_path: Path, home: Path) -> None:
    record = tmp_path / "quzhou.yaml"
    done = guapai("extract", QUZHOU, "--explain", home=home)
    assert done.returncode == 0
    lines = QUZHOU.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.strip() and shown(line.strip()) not in done.stdout]
    assert "unit: " in done.stdout
    assert guapai("extract", QUZHOU, "--explain", "-o", record, home=home).returncode == 0
    page = record.with_suffix(".html").read_text(encoding="utf-8")
    assert page.count("<li value=") == sum(bool(line.strip()) for line in lines)


def test_markup_in_a_document_is_only_text_on_the_page(tmp_path: Path, home: Path) -> None:
    document = tmp_path / "hostile.txt"
    document.write_text(
        "金华市教育局\n内设机构\n（一）办公室。负责<script>alert(1)</script>机关工作。\n", encoding="utf-8"
    )
    assert guapai("extract", document, "--explain", "-o", tmp_path / "hostile.yaml", home=home).returncode == 0
    assert "<script>alert" not in (tmp_path / "hostile.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("locale", "seed"), [("C", "1"), ("C.UTF-8", "2"), ("zh_CN.UTF-8", "3")])
def test_the_record_is_the_same_on_any_locale_and_with_any_hash_seed(locale: str, seed: str, tmp_path: Path) -> None:
    record, usual = tmp_path / "record.yaml", tmp_path / "usual.yaml"
    strange = {"LC_ALL": locale, "PYTHONHASHSEED": seed}
    assert in_a_process("extract", QUZHOU, "-o", record, home=tmp_path, **strange).returncode == 0
    assert guapai("extract", QUZHOU, "-o", usual, home=tmp_path).returncode == 0
    assert record.read_bytes() == usual.read_bytes()


def test_a_page_that_explains_a_record_is_no_document_of_its_folder(tmp_path: Path, home: Path) -> None:
    documents, records = tmp_path / "documents", tmp_path / "records"
    documents.mkdir()
    (documents / "quzhou.txt").write_bytes(QUZHOU.read_bytes())
    assert guapai("extract", QUZHOU, "--explain", "-o", documents / "explained.yaml", home=home).returncode == 0
    assert (documents / "explained.html").is_file()
    assert guapai("extract", documents, "-o", records, home=home).returncode == 0
    assert [path.stem for path in records.iterdir()] == ["quzhou"]
