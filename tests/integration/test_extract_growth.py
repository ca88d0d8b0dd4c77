"""A line that its rules like least costs as many steps as it has characters, not their square."""

import sys
from types import FrameType

import pytest

from loaders.extract.claims.remarks import unread
from loaders.extract.document.reading import decode
from loaders.extract.document.text import LONGEST_SENTENCE, MOST_CLAUSES, TooLong
from loaders.extract.extraction import extract_document

HEAD = "金华市教育局\n内设机构\n（一）办公室。负责档案管理工作。\n（二）人事科。负责财务工作。\n"
ENGLISH = "Jinhua Education Bureau\nInternal divisions\n(1) Office. Keeps the archives.\n(2) Personnel Section. Pays.\n"
HOSTILE = (
    *(
        "设",
        "内设机构",
        "加挂牌子",
        "挂牌",
        "承担市领导小组办公室",
        "甲、",
        "科和",
        "下设科、",
        "一个办公室和",
        "学校、",
    ),
    *(
        "地址：",
        "金华市教育局、",
        "（市",
        "（一）",
        "（一）办公室。负责档案。",
        "甲科、乙科负责档案。",
        "1、",
        "设。",
        "学校；",
        "加挂牌子。",
        "division ",
        "hangs the sign of ",
        "and ",
    ),
    *("the office of the leading group. ", "("),
)
FEW, MANY = 500, 2000
# Four times as long: a square would be sixteen.
GROWTH = 7


def steps(text: str) -> int:
    """How many calls, of functions in Python or C, reading a text takes."""
    document, count = decode(text.encode(), "here"), 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        extract_document(document, "here", "jinhua")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("words", HOSTILE)
def test_reading_a_hostile_line_grows_with_its_length(words: str) -> None:
    extract_document(decode(HEAD.encode(), "here"), "here", "jinhua")
    head = ENGLISH if words.isascii() else HEAD
    few, many = (steps(head + words * (size // len(words)) + "\n") for size in (FEW, MANY))
    assert many <= GROWTH * few, f"{few} steps for {FEW} characters, {many} for {MANY}"


def test_a_sentence_without_end_is_read_no_further_than_its_first_characters_and_asked_about() -> None:
    text = f"{HEAD}{'设' * (LONGEST_SENTENCE + 5000)}。直属事业单位：金华市图书馆、金华市少年宫。\n"
    record = extract_document(decode(text.encode(), "here"), "here", "jinhua").record
    why = unread(TooLong(0, 0, LONGEST_SENTENCE + 5000))
    asked = [one for one in record.questions if (one.why, *one.fields) == (why.template, *map(str, why.fields))]
    assert [(one.at[0].span.line, one.at[0].span.start, one.at[0].span.end) for one in asked] == [
        (5, 0, LONGEST_SENTENCE)
    ]
    assert {unit.name for unit in record.bodies[0].units} >= {"金华市图书馆", "金华市少年宫"}
    longer = text.replace("设。", "设" * 80_000 + "。")
    assert steps(longer) < 2 * steps(text)


def test_a_row_of_too_many_cells_is_read_no_further_than_the_last_of_them() -> None:
    few, many = (steps(HEAD + "办公室\t人事科\t" * MOST_CLAUSES * times + "\n") for times in (1, 8))
    assert many < 2 * few


def test_a_line_of_too_many_clauses_is_read_no_further_than_the_last_of_them_and_asked_about() -> None:
    text = f"{HEAD}直属事业单位：金华市图书馆。{'教育；' * (MOST_CLAUSES + 1000)}直属事业单位：金华市少年宫。\n"
    record = extract_document(decode(text.encode(), "here"), "here", "jinhua").record
    names = {unit.name for unit in record.bodies[0].units}
    assert "金华市图书馆" in names
    assert "金华市少年宫" not in names
    (asked,) = (one for one in record.questions if one.why == unread(TooLong(0, 0, 0, 1)).template)
    assert asked.fields == [str(MOST_CLAUSES + 1002)]
    assert asked.at[0].span.line == 5
