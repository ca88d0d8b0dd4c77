"""A line that its rules like least costs as many steps as it has characters, not their square."""

import sys
from types import FrameType

import pytest

from loaders.extract.extraction import extract_document
from loaders.extract.reading import decode

HEAD = "金华市教育局\n内设机构\n（一）办公室。负责档案管理工作。\n（二）人事科。负责财务工作。\n"
HOSTILE = ("设", "内设机构", "加挂牌子", "承担市领导小组办公室", "甲、", "科和", "下设科、", "一个办公室和")
FEW, MANY = 1000, 4000
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
    few, many = (steps(HEAD + words * (size // len(words)) + "\n") for size in (FEW, MANY))
    assert many <= GROWTH * few, f"{few} steps for {FEW} characters, {many} for {MANY}"
