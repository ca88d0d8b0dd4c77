"""The outline: what each block of a document is, chosen for the document as a whole, and the steps that show it."""

from pathlib import Path

import pytest

from graph.errors import UsageError
from loaders.extract.blocks.block import blocks_of
from loaders.extract.document.reading import decode
from loaders.extract.document.text import Document
from loaders.extract.extraction import extract_document
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.mentions.where import place_of
from loaders.extract.outline.whole import Outline
from loaders.extract.steps import STEPS, shown


def document(*lines: str) -> Document:
    return decode("\n".join(lines).encode(), "x")


def roles(*lines: str) -> list[tuple[int, str]]:
    """Line and role of every block."""
    read = document(*lines)
    outline = Outline(read, lexicon(read.language), place_of(read, "x").forms)
    return [(one.block.line, one.role.name) for one in outline.decided]


def units(*lines: str) -> list[tuple[str, str | None]]:
    """Name and number of every unit inside the bodies."""
    reading = extract_document(document(*lines), "x").reading
    return [(unit.name, unit.number) for unit in reading.units() if unit.owner]


def test_a_line_is_cut_where_a_numbered_item_or_the_text_behind_a_heading_begins() -> None:
    read = document("三、内设机构：（一）办公室。负责文秘。（二）规划科。负责规划。", "| 财务科 | 0371-6789 |")
    blocks = blocks_of(read, lexicon("zh"))
    assert [block.words.strip() for block in blocks] == [
        "内设机构:",
        "办公室。负责文秘。",
        "规划科。负责规划。",
        "财务科",
        "0371-6789",
    ]
    assert [(block.number.style, block.number.value) for block in blocks if block.number] == [
        ("chinese", 3),
        ("bracketed-chinese", 1),
        ("bracketed-chinese", 2),
    ]


def test_one_heading_is_for_units_or_for_institutions_as_what_is_listed_below_it() -> None:
    front = ("曲靖市水务局", "机构设置")
    assert units(*front, "1.办公室", "2.规划科", "3.水政科") == [("办公室", "1"), ("规划科", "2"), ("水政科", "3")]
    listed = extract_document(document(*front, "1.曲靖市水文站", "2.曲靖市节水中心", "3.曲靖市水利设计院"), "x").reading
    assert [unit.kind for unit in listed.units() if unit.owner] == ["institution"] * 3


def test_numbers_below_units_without_a_number_are_those_of_duties() -> None:
    lines = ("曲靖市水务局", "规划科", "1.负责水利规划；", "2.统筹全市水利工程建设；", "水政科", "1.负责水政执法。")
    assert roles(*lines)[1:] == [(2, "unit"), (3, "text"), (4, "text"), (5, "unit"), (6, "text")]


def test_the_numbers_of_a_list_go_on_behind_its_duties_and_end_with_the_next_section() -> None:
    lines = (
        "曲靖市水务局",
        "二、内设机构",
        "（一）办公室",
        "1.负责文秘。",
        "（二）规划科",
        "1.负责规划。",
        "三、人员编制",
        "行政编制20名。",
    )
    assert [role for line, role in roles(*lines) if line > 1] == [
        "section", "unit", "text", "unit", "text", "section", "text"
    ]  # fmt: skip


def test_units_above_the_name_of_their_body_are_its_own() -> None:
    lines = ("内设机构", "（一）办公室", "（二）规划科", "（三）水政科", "曲靖市水务局是市政府工作部门。")
    assert [name for name, _ in units(*lines)] == ["办公室", "规划科", "水政科"]


def test_english_headings_without_a_number_in_front_of_the_first_number_are_no_units() -> None:
    front = "Jinhua City Water Bureau has the following internal organs:"
    numbered = ("(1) Office", "Responsible for documents.", "(2) Planning Section", "Responsible for planning.")
    assert [name for name, _ in units(front, "Office for documents", *numbered)] == ["Office", "Planning Section"]


@pytest.mark.parametrize(
    ("lines", "body", "other"),
    [
        (
            ("The Ministry of Tea is the highest house of tea.", "National Paper Board Bureau is responsible for paper."),
            "National Paper Board Bureau",
            "Ministry of Tea",
        ),
        (("曲靖市水务局负责水利工作。", "近日曲靖市林业局主要职责有调整。"), "曲靖市水务局", "曲靖市林业局"),
    ],
)  # fmt: skip
def test_a_body_for_which_little_more_speaks_than_for_another_is_asked_about(
    lines: tuple[str, ...], body: str, other: str
) -> None:
    record = extract_document(document(*lines), "x", "china" if body.isascii() else None).record
    asked = [(one.kind, one.seen) for one in record.questions if "nearly as much" in str(one.why)]
    assert [(one.name, one.confidence) for one in record.bodies] == [(body, 0.5)]
    assert asked == [("two_readings", other)]


def test_a_body_for_which_most_speaks_is_not_asked_about() -> None:
    record = extract_document(document("曲靖市水务局主要职责", "会同曲靖市林业局植树。"), "x").record
    assert [(one.name, one.confidence) for one in record.bodies] == [("曲靖市水务局", 1.0)]
    assert not [one for one in record.questions if one.kind == "two_readings"]


def test_the_step_of_bodies_shows_what_speaks_for_each(tmp_path: Path) -> None:
    path = tmp_path / "water.txt"
    path.write_text("曲靖市水务局主要职责\n会同曲靖市林业局植树。\n", encoding="utf-8")
    first, second = shown("bodies", path, None, None, None)
    assert first.split("\t")[1:5] == ["body", "1:0-6", "×1", "曲靖市水务局"]
    assert "zh.clue.title +6.0" in first
    assert second.split("\t")[1] == ""
    assert "zh.clue.other -3.0" in second


@pytest.mark.parametrize("step", STEPS)
def test_every_step_shows_the_lines_of_a_document(step: str, tmp_path: Path) -> None:
    path = tmp_path / "water.txt"
    path.write_text("曲靖市水务局\n内设机构\n（一）办公室。负责文秘档案。\n", encoding="utf-8")
    lines = list(shown(step, path, None, None, None))
    assert any(("曲靖市水务局" if step == "bodies" else "办公室") in line for line in lines)


def test_a_step_that_is_none_is_refused_before_anything_is_read() -> None:
    from guapai.cli.extracting import Job, _show

    with pytest.raises(UsageError, match="outlines is no step"):
        _show("outlines", Job(Path("nowhere.txt"), None, None, None), False)
