"""Lines of a width: no word is cut, Chinese stands in even parts, and no line begins with what closes one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guapai.cli.tables import beside, laid
from guapai.cli.wrapping import CLOSING, cells, least, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Social Welfare Section*", 10, ["Social", "Welfare", "Section*"]),
        ("云台县粮食和物资储备局*", 16, ["云台县粮食和", "物资储备局*"]),
        ("市水产养殖保险管理服务中心*", 16, ["市水产养殖保险", "管理服务中心*"]),
        ("苗圃技术交流部*", 8, ["苗圃技术", "交流部*"]),
        ("乡镇、街道（区）*", 10, ["乡镇、街", "道（区）*"]),
        ("云台县粮食储备大街2527号", 20, ["云台县粮食储", "备大街2527号"]),
        ("粮食局 (又名) 物资储备科", 14, ["粮食局 (又名)", "物资储备科"]),
        ("zhengzhou 42, 82 ?", 13, ["zhengzhou 42,", "82 ?"]),
        ("Unbreakable", 6, ["Unbrea", "kable"]),
        ("harbour/bureau/alias/grain-bureau", 24, ["harbour/bureau/", "alias/grain-bureau"]),
        ("7、、、处", 8, ["7、、、", "处"]),
        ("", 6, [""]),
    ],
)
def test_a_text_is_broken_where_a_reader_would_break_it(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(st.text(st.sampled_from("粮食局处（）、，*; aZ7"), max_size=60), st.integers(1, 30))
def test_nothing_is_lost_and_no_line_is_too_wide_or_begins_with_what_closes(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= max(width, 2) for line in lines)
    if width >= least(text, 8) and width >= cells("".join(text.split())) / 2:
        words = {word[0] for word in text.split()}
        assert all(line[:1] not in CLOSING or line[0] in words for line in lines if line)


def test_entries_of_a_list_stay_apart_in_a_narrow_cell() -> None:
    assert laid(["粮食科", "物资科"], 20) == ["粮食科; 物资科"]
    assert laid(["粮食科", "物资科"], 10) == ["粮食科", "物资科"]
    assert laid(["cadres and personnel", "logistics"], 12) == ["cadres and", "  personnel", "logistics"]


def test_lists_of_one_length_stand_line_by_line_beside_each_other() -> None:
    functions, roles = ["粮食储备与物资调拨", "价格监测"], ["负责", "指导"]
    assert beside([functions, roles, ["负责"]], [20, 20, 10]) == [functions, roles, ["负责"]]
    assert beside([["粮食", "物资"], roles, []], [20, 20, 10])[1] == ["负责; 指导"]
