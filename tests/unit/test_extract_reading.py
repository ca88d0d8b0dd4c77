"""Bytes become text, or a refusal that says what they are."""

import contextlib
from pathlib import Path

import pytest

from graph.errors import ContentError, GuapaiError, NotThereError, UsageError
from loaders.extract.document.reading import decode, read_document, text_of
from loaders.extract.extraction import extract, extract_document
from tests.extraction.miniatures import FOLDER, miniatures

CHINESE = "金华市教育局\n内设机构\n（一）办公室。负责机关文电、会务和信访工作。\n（二）基础教育处（挂督导处牌子）。负责中小学的管理。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding), "x").text == CHINESE


def test_big5_is_told_from_gb18030() -> None:
    text = "金門縣政府教育局\n內設機構\n辦公室負責文書、會議和機關的工作，主管全縣學校的管理，并指導有關單位。\n" * 3
    assert decode(text.encode("big5"), "x", "big5").text == text
    try:
        found = decode(text.encode("big5"), "x").text
    except ContentError as error:
        found = text if "--encoding" in error.todo else ""
    assert found == text


def test_an_encoding_that_is_given_overrules() -> None:
    assert decode(CHINESE.encode("utf-16-le"), "x", "utf-16-le").text == CHINESE
    with pytest.raises(ContentError, match="byte 0 is no ascii"):
        decode(CHINESE.encode(), "x", "ascii")
    with pytest.raises(UsageError, match="no encoding"):
        decode(CHINESE.encode(), "x", "klingon")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\xd0\xcf\x11\xe0rest", "Office"),
        (b"{\\rtf1 text", "RTF"),
        (b"\x89PNG\r\n", "image"),
        (b"abc\0\0\0def", "NUL"),
        (b"\xff\xff\xff\xfe\x81 \x81", "no text"),
        (b"the office of the bureau and the work of the \x07 committee", "control"),
        (b"a" * 200_000, "100,000 characters"),
        ("金华市教育局\n".encode() * 50_001, "50,000 lines"),
    ],
)
def test_what_is_no_document_is_refused_by_name(content: bytes, says: str) -> None:
    with pytest.raises(ContentError, match=says):
        decode(content, "x")


def test_a_page_in_another_language_is_refused() -> None:
    french = (
        "Le bureau de la ville est charg\u00e9 de la gestion des affaires de la commune et de ses habitants.\n" * 20
    )
    with pytest.raises(ContentError, match="neither Chinese nor English"):
        decode(french.encode(), "x")


def test_a_novel_names_no_bureau() -> None:
    novel = "It was the best of times and the worst of times for the old man in the house on the hill.\n" * 400
    with pytest.raises(ContentError, match=r"no place|no bureau"):
        extract_document(decode(novel.encode(), "x"), "x")


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(ContentError, match="larger than 64 MB"):
        read_document(large)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(NotThereError):
            read_document(path)


def test_html_gives_its_text_without_scripts() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>金华市教育局</title><style>p{}</style><script>var office = 1</script></head>"
        "<body><h1>金华市教育局</h1><p>内设机构</p><p>（一）办公室。负责机关&nbsp;文电、会务。</p></body></html>"
    )
    lines = text_of(page.encode(), "x").splitlines()
    assert lines == ["金华市教育局", "金华市教育局", "内设机构", "（一）办公室。负责机关 文电、会务。"]
    units = [unit.name for unit in extract_document(decode(page.encode(), "x"), "x").reading.units()]
    assert units == ["金华市教育局", "办公室"]


@pytest.mark.parametrize("path", miniatures("zh")[:6], ids=lambda path: path.stem)
def test_line_breaks_change_nothing_but_the_hash(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = extract(path).record
    for ends in ("\r\n", "\r"):
        other = extract_document(decode(text.replace("\n", ends).encode(), "x"), "x").record
        assert other.bodies == plain.bodies


def test_many_lines_and_odd_characters_are_read() -> None:
    text = CHINESE + "负责\u202e机关\u200b工作。\n" * 2_000
    record = extract_document(decode(text.encode(), "x"), "x").record
    assert record.document.line_count == 2_004


def test_the_place_is_given_where_the_text_names_none() -> None:
    text = "教育局\n内设机构\n（一）办公室。负责机关工作。\n"
    with pytest.raises(ContentError, match="place"):
        extract_document(decode(text.encode(), "x"), "x")
    with pytest.raises(NotThereError, match="Jinhau"):
        extract_document(decode(CHINESE.encode(), "x"), "x", "Jinhau")
    assert extract_document(decode(CHINESE.encode(), "x"), "x", "330700").record.place == "jinhua"


def test_errors_are_ours(tmp_path: Path) -> None:
    """Whatever the bytes are: a record, or an error of ours; any other error fails the test."""
    for path in sorted(FOLDER.glob("zh_*.txt"))[:5]:
        content = path.read_bytes()
        for cut in range(0, len(content), max(1, len(content) // 23)):
            with contextlib.suppress(GuapaiError):
                extract_document(decode(content[:cut], "x"), "x")
