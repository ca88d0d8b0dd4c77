"""Layout tells nothing by itself: one content as Markdown, as a table and as a page gives one record."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from loaders.extract.document.layout import laid_out
from loaders.extract.document.pages import text_of_page
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document

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


def test_a_cell_that_goes_down_keeps_its_column_in_the_rows_below() -> None:
    page = (
        "<html><table><tr><td>一<td rowspan=2>内设<td>办公室<tr><td>二<td>人事科<tr><td>三<td><td>财务科</table></html>"
    )
    assert text_of_page(page) == "一\t内设\t办公室\n二\t\t人事科\n三\t\t财务科\n"


def test_a_cell_that_goes_across_takes_as_many_columns() -> None:
    page = "<html><table><tr><td colspan=2>名称<td>电话<tr><td>办公室<td>张三<td>301</table></html>"
    assert text_of_page(page) == "名称\t\t电话\n办公室\t张三\t301\n"


def test_cells_may_be_left_open() -> None:
    assert text_of_page("<html><table><tr><td>办公室<td>负责文秘<tr><td>人事科<td>负责人事</table></html>") == (
        "办公室\t负责文秘\n人事科\t负责人事\n"
    )


def units(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every body and unit of a text with its second names."""
    pending = list(extract_document(decode(text.encode(), "one.txt"), "one.txt").record.bodies)
    found = []
    while pending:
        unit = pending.pop(0)
        found.append((unit.name, [(alias.kind, alias.name) for alias in unit.aliases]))
        pending += unit.units
    return found


def test_characters_that_only_hold_a_word_apart_are_no_part_of_it() -> None:
    text = "龙泉市水利局\n内设机构\n（一）办 公 室（督 查 科）\n负责文秘。\n（二）防\u00ad灾科\u200b。负责防汛。\n"
    document = decode(text.encode(), "one.txt")
    body = extract_document(document, "one.txt").record.bodies[0]
    assert [unit.name for unit in body.units] == ["办公室", "防灾科"]
    assert [unit.at[0].span.quoted(document.lines) for unit in body.units] == ["办 公 室", "防\u00ad灾科"]
    assert [alias.name for alias in body.units[0].aliases] == ["督查科"]


def test_articles_that_name_units_are_a_list_of_them() -> None:
    text = (
        "龙泉市水利局职能配置、内设机构和人员编制规定\n第一条 为规范职能，制定本规定。\n第二条 龙泉市水利局是市政府工作部门。\n"
        "第三条 办公室。负责文秘工作。\n第四条 防灾科。负责防汛。\n第五条 规划科（审批科）。负责规划。\n第六条 机关编制10名。\n"
    )
    assert units(text) == [
        ("龙泉市水利局", []),
        ("办公室", []),
        ("防灾科", []),
        ("规划科", [("bracket", "审批科")]),
    ]


def test_a_document_may_tell_of_several_bodies_one_by_one() -> None:
    text = (
        "龙泉市政府部门一览\n一、市教育局\n主要职责：负责教育工作。\n内设机构：办公室、人事科（督导室）。\n"
        "二、市水利局\n主要职责：负责水利工作。\n内设机构：办公室、防灾科。\n直属单位：市水文站。\n"
    )
    assert units(text) == [
        ("市教育局", []),
        ("市水利局", []),
        ("办公室", []),
        ("人事科", [("bracket", "督导室")]),
        ("办公室", []),
        ("防灾科", []),
        ("市水文站", []),
    ]


def test_a_heading_of_units_in_front_of_any_body_is_no_crash() -> None:
    text = "内设机构：办公室、人事科、财务科。\n龙泉市水利局负责水利工作。\n"
    assert units(text)[0][0] == "龙泉市水利局"


def test_headings_in_capitals_are_read_like_others() -> None:
    text = (
        "LONGQUAN CITY WATER BUREAU\nINTERNAL DEPARTMENTS\nOFFICE\nResponsible for documents.\nOFFICE OF PLANNING (APPROVAL SECTION)\n"
        "Responsible for planning.\nAFFILIATED UNITS\nLONGQUAN HYDROLOGICAL STATION\n"
    )
    (body, *_), *others = units(text)
    assert body.upper() == "LONGQUAN CITY WATER BUREAU"
    assert others == [
        ("OFFICE", []),
        ("OFFICE OF PLANNING", [("bracket", "APPROVAL SECTION")]),
        ("LONGQUAN HYDROLOGICAL STATION", []),
    ]


LISTS = {
    "a number in brackets": "机构设置：内设科室（3个）：办公室、人事科、财务科（审计科）。",
    "semicolons": "龙泉市教育局内设3个科室：办公室；人事科；财务科（审计科）。",
    "slashes": "内设科室：办公室/人事科/财务科（审计科）",
    "blanks": "内设科室：办公室　人事科　财务科（审计科）",
    "numbers": "内设机构：（1）办公室；（2）人事科；（3）财务科（审计科）。",
    "circled numbers": "内设机构：①办公室：负责文秘；②人事科：负责人事；③财务科（审计科）：负责财务。",
    "ordinals": "内设机构\n第一，办公室，负责文秘。\n第二，人事科，负责人事。\n第三，财务科（审计科），负责财务。",
    "numbers with colons": "内设机构\n1：办公室\n负责文秘。\n2：人事科\n负责人事。\n3：财务科（审计科）\n负责财务。",
    "dashes": "内设机构\n办公室——负责文秘。\n人事科——负责人事。\n财务科（审计科）——负责财务。",
    "headings in brackets": "内设机构\n【办公室】负责文秘。\n【人事科】负责人事。\n【财务科（审计科）】负责财务。",
    "duties of each": "科室职责\n一、办公室职责\n1、负责文秘。\n二、人事科职责\n1、负责人事。\n三、财务科（审计科）职责\n1、负责财务。",
    "lines alone": "内设机构\n办公室\n人事科\n财务科（审计科）",
    "a full stop": "龙泉市教育局设3个内设科室。办公室、人事科、财务科（审计科）。",
    "a sum in quotes": "局机关设有“一室两科”，即办公室、人事科、财务科（审计科）。",
    "no verb but had": "局机关科室有办公室、人事科、财务科（审计科）。",
    "parts with their duties": "机构设置及职能：\n1. 办公室\n负责文秘。\n2. 人事科\n负责人事。\n3. 财务科（审计科）\n负责财务。",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS.keys())
def test_lists_of_units_in_all_the_ways_they_are_printed(text: str) -> None:
    assert units(f"龙泉市教育局\n{text}\n") == [
        ("龙泉市教育局", []),
        ("办公室", []),
        ("人事科", []),
        ("财务科", [("bracket", "审计科")]),
    ]


MIXED = {
    "what is announced last follows": (
        "局机关设2个科室，包括：办公室、人事科。所属单位2个，分别是：\n1. 龙泉市教研室\n2. 龙泉市第一中学",
        ["办公室", "人事科"], ["龙泉市教研室", "龙泉市第一中学"],
    ),
    "one in a bracket behind its number": (
        "下设2个科室（办公室、人事科）和1个二级机构（市教研室）。", ["办公室", "人事科"], ["市教研室"],
    ),
    "the body among the units of its accounts": (
        "机构设置\n纳入决算汇编范围的独立核算单位共3个，具体如下：\n1 龙泉市教育局本级 行政单位\n2 龙泉市教研室 事业单位\n3 龙泉市电教馆 事业单位",
        [], ["龙泉市教研室", "龙泉市电教馆"],
    ),
    "an institution of the second level": (
        "市教育局内设办公室、人事科。市教育技术中心系市教育局二级机构，编制3名。", ["办公室", "人事科"], ["市教育技术中心"],
    ),
    "sorts of institutes behind the sections": (
        "市教育局将下设2科，分别为基础科、职教科。另外2个市级教学研究机构，分别为教研室、考试院。", ["基础科", "职教科"], ["教研室", "考试院"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "inside", "outside"), MIXED.values(), ids=MIXED.keys())
def test_units_and_institutions_of_one_text_are_told_apart(text: str, inside: list[str], outside: list[str]) -> None:
    record = extract_document(decode(f"龙泉市教育局\n{text}\n".encode(), "one.txt"), "one.txt").record
    found = [(unit.kind, unit.name) for body in record.bodies for unit in body.units]
    expected = [("division", name) for name in inside] + [("institution", name) for name in outside]
    assert sorted(found) == sorted(expected)


def test_articles_of_a_chapter_about_institutions_name_them() -> None:
    text = (
        "龙泉市教育局机构编制方案\n第一章 内设机构\n第一条 市教育局设下列内设机构：\n1.办公室。负责文秘。\n2.人事科。负责人事。\n"
        "第二章 所属事业单位\n第二条 市教研室，编制10名。\n第三条 市电教馆，编制5名。\n第三章 附则\n第四条 本方案自2020年起施行。\n"
    )
    assert [name for name, _ in units(text)] == ["龙泉市教育局", "办公室", "人事科", "市教研室", "市电教馆"]


def test_people_and_telephones_below_a_unit_are_its_own() -> None:
    text = (
        "龙泉市教育局\n内设机构\n（一）办公室\n主　任：吴某某　电话：0578-7120001\n负责文秘。\n（二）人事科\n负责人：李某某\n电话：0578-7120002\n"
        "负责人事。\n（三）财务科\n负责财务。\n"
    )
    body = extract_document(decode(text.encode(), "one.txt"), "one.txt").record.bodies[0]
    assert (body.heads, body.site) == ([], None)
    assert [[(head.post, head.name) for head in unit.heads] for unit in body.units] == [
        [("主任", "吴某某")],
        [("负责人", "李某某")],
        [],
    ]
    assert [unit.site and unit.site.phone for unit in body.units] == ["0578-7120001", "0578-7120002", None]


def test_a_sentence_behind_the_duties_that_begins_with_a_field_tells_how_to_reach_the_unit() -> None:
    text = (
        "龙泉市教育局\n龙泉市教育局是市政府工作部门。地址：龙泉市中山街3号，邮编：323700，联系电话：0578-7120000。\n内设机构\n"
        "（一）办公室。负责文秘。电话：0578-7120001\n（二）人事科。负责人事，公布咨询电话：另行通知。\n"
    )
    body = extract_document(decode(text.encode(), "one.txt"), "one.txt").record.bodies[0]
    assert body.site is not None
    assert (body.site.address, body.site.postcode, body.site.phone) == ("龙泉市中山街3号", "323700", "0578-7120000")
    assert [unit.site and unit.site.phone for unit in body.units] == ["0578-7120001", None]


def test_what_stands_behind_a_list_of_names_is_about_the_body() -> None:
    text = "龙泉市教育局\n内设机构\n办公室\n人事科\n财务科\n局长：王某某\n电话：0578-7120000\n"
    body = extract_document(decode(text.encode(), "one.txt"), "one.txt").record.bodies[0]
    assert [(head.post, head.name) for head in body.heads] == [("局长", "王某某")]
    assert body.site is not None
    assert body.site.phone == "0578-7120000"
    assert [(unit.heads, unit.site) for unit in body.units] == [([], None)] * 3


def test_a_label_below_unit_after_unit_leads_to_the_duties_of_each() -> None:
    text = (
        "龙泉市水利局\n内设机构\n（一）办公室\n工作职责：\n负责档案工作。\n（二）防灾科\n工作职责：\n负责防汛抗旱工作。\n"
        "（三）规划科\n工作职责：\n负责内部审计工作。\n"
    )
    body = extract_document(decode(text.encode(), "one.txt"), "one.txt").record.bodies[0]
    assert body.duties == []
    assert [[quote.span.line for duty in unit.duties for quote in duty.at] for unit in body.units] == [[5], [8], [11]]


ELSEWHERE = {
    "in a division of labour": (
        "龙泉市水利局\n主要职责\n（一）负责档案工作。\n（二）职责分工。\n"
        "1.与市应急管理局的职责分工。市应急管理局负责安全生产工作。市水利局负责内部审计工作。\n",
        {"archives", "internal-audit"},
    ),
    "behind a comma": (
        "龙泉市水利局\n主要职责\n（一）管理机关档案，疫情防控由卫健部门依法组织实施。\n（二）内部审计由市水利局承担。\n",
        {"archives", "internal-audit"},
    ),
    "in English": (
        "Longquan Municipal Water Bureau\nMain duties\n1. Manage the archives, and civil aviation is the responsibility of the aviation "
        "authority.\n2. Internal audit is carried out by the bureau.\n",
        {"archives", "internal-audit"},
    ),
}


@pytest.mark.parametrize(("text", "functions"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_falls_to_another_body_is_no_duty_of_this_one(text: str, functions: set[str]) -> None:
    body = extract_document(decode(text.encode(), "one.txt"), "one.txt").record.bodies[0]
    assert {code for duty in body.duties for code in duty.functions} == functions


def test_the_second_english_list_of_a_sentence_and_units_in_brackets_are_read() -> None:
    text = (
        "Zigong Intermediate People's Court\nZigong Intermediate People's Court has 4 trial departments: Criminal Division, "
        "Civil Division, Case Filing Division and Enforcement Bureau (with First Enforcement Section and Second Enforcement Section "
        "under it); 3 comprehensive departments: Political Department, General Office and Supervision Office.\n"
    )
    (court,) = extract_document(decode(text.encode(), "one.txt"), "one.txt").record.bodies
    assert {unit.name: [inner.name for inner in unit.units] for unit in court.units} == {
        "Criminal Division": [],
        "Civil Division": [],
        "Case Filing Division": [],
        "Enforcement Bureau": ["First Enforcement Section", "Second Enforcement Section"],
        "Political Department": [],
        "General Office": [],
        "Supervision Office": [],
    }
