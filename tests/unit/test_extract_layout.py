"""Layout tells nothing by itself: one content as Markdown, as a table and as a page gives one record."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from loaders.extract.extraction import extract_document
from loaders.extract.layout import laid_out
from loaders.extract.pages import text_of_page
from loaders.extract.reading import decode

Layout = Callable[[str, list[tuple[str, ...]]], str]
ROWS = {
    "zh": [
        ("序号", "科室名称", "主要职责", "电话"),
        ("1", "办公室（督查科）", "负责文秘和督查", "0578-7120001"),
        ("2", "防灾科", "承担市防汛指挥部办公室日常工作", "0578-7120002"),
        ("3", "规划科（挂审批科牌子）", "拟订水利规划", "0578-7120003"),
    ],
    "en": [
        ("No.", "Department", "Duties", "Telephone"),
        ("1", "Office (Supervision Section)", "Responsible for documents", "0578-7120001"),
        (
            "2",
            "Disaster Section",
            "Undertakes the daily work of the Municipal Flood Control Headquarters Office",
            "0578-7120002",
        ),
        (
            "3",
            "Planning Section (hanging the sign of Approval Section)",
            "Formulate water conservancy plans",
            "0578-7120003",
        ),
    ],
}
TITLE = {"zh": "龙泉市水利局内设机构", "en": "Internal institutions of Longquan City Water Conservancy Bureau"}
FOUND = {
    "zh": [
        ("办公室", [("bracket", "督查科")], []),
        ("防灾科", [], ["市防汛指挥部办公室"]),
        ("规划科", [("sign", "审批科")], []),
    ],
    "en": [
        ("Office", [("bracket", "Supervision Section")], []),
        ("Disaster Section", [], ["Municipal Flood Control Headquarters Office"]),
        ("Planning Section", [("sign", "Approval Section")], []),
    ],
}


def piped(title: str, rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([f"# {title}", "", lines[0], "| --- " * len(rows[0]) + "|", *lines[1:]])


def tabbed(title: str, rows: list[tuple[str, ...]]) -> str:
    return "\n".join([title, *("\t".join(row) for row in rows)])


def cell_by_cell(title: str, rows: list[tuple[str, ...]]) -> str:
    return "\n".join([title, *(cell for row in rows for cell in row)])


def page(title: str, rows: list[tuple[str, ...]]) -> str:
    cells = ("".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<html><body><table><tr><td><h1>{title}</h1><table>{table}</table></td></tr></table></body></html>"


def headings(title: str, rows: list[tuple[str, ...]]) -> str:
    return "\n\n".join([f"## {title}", *(f"### {number}. {name}\n\n{duty}" for number, name, duty, _ in rows[1:])])


def bullets(title: str, rows: list[tuple[str, ...]]) -> str:
    return "\n".join([f"**{title}**", *(f"- {name}：{duty}。" for _, name, duty, _ in rows[1:])])


@pytest.mark.parametrize("language", ROWS)
@pytest.mark.parametrize("layout", [piped, tabbed, cell_by_cell, page, headings, bullets])
def test_every_layout_gives_the_same_units(layout: Layout, language: str) -> None:
    text = layout(TITLE[language], ROWS[language])
    body = extract_document(decode(text.encode(), "table.txt"), "table.txt").record.bodies[0]
    found = [
        (
            unit.name,
            [(alias.kind, alias.name) for alias in unit.aliases],
            [host.name for host in unit.hosts],
        )
        for unit in body.units
    ]
    assert found == FOUND[language]


@given(some.text(alphabet="#*-|\t +_·•1一办公室.:() a", max_size=60).filter(lambda line: "\n" not in line))
def test_marks_are_taken_out_character_for_character(line: str) -> None:
    even = laid_out(line)
    assert len(even) == len(line)
    assert [one for one in even if one.isalpha()] == [one for one in line if one.isalpha()]


def test_a_cell_with_several_lines_ends_its_row() -> None:
    row = "<tr><td>1</td><td>办公室</td><td><p>负责文秘。</p><p>负责督查。</p></td><td>0578</td></tr>"
    assert text_of_page(f"<html><table>{row}</table></html>") == "1\t办公室\t负责文秘。\n负责督查。\n0578\n"


def test_cells_may_be_left_open() -> None:
    assert text_of_page("<html><table><tr><td>办公室<td>负责文秘<tr><td>人事科<td>负责人事</table></html>") == (
        "办公室\t负责文秘\n人事科\t负责人事\n"
    )
