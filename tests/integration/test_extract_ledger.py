"""Nothing is lost in silence: a name or a word of alarm in what is set aside, or claimed by something else, is asked about."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graph.proof import Span
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.extract.ledger.ledger import Ledger
from loaders.record import Record
from tests.extraction.english_shapes import shaped as english
from tests.extraction.losing import MISREAD, silent
from tests.extraction.miniatures import LANGUAGES, extracted, miniatures
from tests.extraction.shapes import shaped

HEAD = "遂宁市统计局\n内设机构\n（一）办公室。负责档案管理工作。\n（二）人事科。负责财务工作。\n"
# So few questions about names 180 miniatures raise: half of them name what no rule reads, announce more than they list, or
# name somebody else's unit in a sentence that no duty explains.
MOST = 62


def lost(text: str) -> list[tuple[str | None, list[int]]]:
    """The names that a document's record asks about, and where."""
    record = extract_document(decode(text.encode(), "here"), "here").record
    asked = (one for one in record.questions if one.kind == "lost_name")
    return [(one.seen, sorted({quote.span.line for quote in one.at})) for one in asked]


@pytest.mark.parametrize(
    ("text", "seen", "line"),
    [
        (f"资产管理处\n{HEAD}", "资产管理处", 1),
        (f"首页 | 资产管理处 | 版权所有\n{HEAD}", "资产管理处", 1),
        (f"{HEAD}四、其他事项\n审计中队、资产科。\n", "审计中队", 6),
        (f"{HEAD}四、其他事项\n全局共有12个科室。\n", "12个科室", 6),
        (f"{HEAD}四、其他事项\n本规定由遂宁市统计局负责解释，资产管理处，另行规定。\n", "资产管理处", 6),
        (f"{HEAD}五、领导分工\n张三：分管资产管理处、人事科。\n", "资产管理处", 6),
        ("遂宁市水务局\n内设办公室、工程科，下辖市供水公司，原有河道管理站。\n", "河道管理站", 2),
        ("遂宁市水务局\n遂宁市水务局内设办公室、工程科。所属事业单位4个：市供水站、市节水站。\n", "4个", 2),
        ("遂宁市水务局\n局机关设办公室、财务科2个。局属企业有市供水公司、市水泵厂2个。\n", "市供水公司", 2),
        ("丽水市林业局\n下设种苗站、果树站及林工商总公司。\n", "林工商总公司", 2),
        ("遂宁市河务局\n机关设办公室、工程科2个科室，下设东湾、西桥5个管理所。\n", "东湾、西桥5个管理所", 2),
        ("遂宁市水利局\n遂宁市水利局内设办公室，有南沟、北沟三座水库管理所。\n", "南沟、北沟三座水库管理所", 2),
        ("遂宁市工商局\n遂宁市工商局内置秘书、市管、合同2股。\n", "秘书、市管、合同2股", 2),
        (f"{HEAD}四、其他事项\n企业登记科加挂行政审批科牌子。\n", "企业登记科", 6),
    ],
)
def test_a_name_that_no_fact_took_is_asked_about_wherever_it_was_set_aside(text: str, seen: str, line: int) -> None:
    assert (seen, [line]) in lost(text)


@pytest.mark.parametrize("misread", MISREAD)
@pytest.mark.parametrize(
    "listed",
    [
        "内设办公室、南沟片区管理科、北沟片区管理科、西山片区管理科。",
        "内设综合办、督导办及一个副科级事业单位：水文站。",
        "内设办公室、工程科这2个部门。",
        "下属单位：\n- 遂宁市第一水电站\n- 遂宁市第二水电站\n- 遂宁市水利医院",
    ],
)
def test_names_that_differ_little_are_missed_one_by_one(listed: str, misread: str) -> None:
    text = f"遂宁市水利局\n遂宁市水利局{listed}\n"
    assert silent(extract_document(decode(text.encode(), "here"), "here"), misread) == []


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("机关设办公室、财务科2个。局属企业有市供水公司、市水泵厂2个", "2个"),
        ("现有干部30人，内设机构为三部一室", "三部一室"),
        ("现有干部30人，下属水文站、供水站等2个", "等2个"),
    ],
)
def test_a_number_of_units_that_no_fact_has_is_asked_about(said: str, seen: str) -> None:
    document = decode(f"遂宁市水利局\n遂宁市水利局{said}。\n".encode(), "here")
    extraction = extract_document(document, "here")
    bodies = [
        body.model_copy(update={"stated_divisions": None, "stated_institutions": None})
        for body in extraction.record.bodies
    ]
    record = extraction.record.model_copy(update={"bodies": bodies, "questions": [], "ignored": []})
    _, questions = Ledger(document, extraction.reading, record).remarks()
    assert any(seen in (one.seen or "") + one.at[0].span.quoted(document.lines) for one in questions)


def test_names_that_were_read_are_not_asked_about_again() -> None:
    assert lost(f"{HEAD}五、领导分工\n张三：分管办公室、人事科。\n主办：市信息中心　来源：宣传科\n") == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("全系统有职工45人，其中工程师7人", "figures of people, land or money"),
        ("1988年迁至新址", "what was in a year"),
        ("更新时间：10月8日", "surroundings of the page"),
    ],
)
def test_what_tells_of_no_unit_and_no_duty_is_set_aside_by_name(line: str, why: str) -> None:
    record = extract_document(decode(f"{HEAD}{line}。\n".encode(), "here"), "here").record
    assert [one.why for one in record.ignored if one.at[0].span.line == 5] == [why]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"{HEAD}五、其他\n本文介绍这个城市的农业与未来。\n", []),
        (f"{HEAD}五、其他\n研究制定珠算口诀。\n", ["研究制定珠算口诀"]),
        (f"{HEAD}五、其他\n下辖城东口岸等4个隶属口岸。\n", ["下辖城东口岸等4个隶属口岸"]),
        (f"{HEAD}五、其他\n以城东口岸名义往来。\n", ["以城东口岸名义往来"]),
        (
            "Suichang Statistics Bureau\nInternal institutions\n1. Office\nIt goes by what it is called in the county.\n",
            ["It goes by what it is called in the county"],
        ),
        (f"{HEAD}五、其他\n珠算口诀,统筹推进珠算普及。\n", ["珠算口诀,统筹推进珠算普及"]),
        ("遂宁市统计局\n主要职责\n(一)珠算口诀。\n", ["(一)珠算口诀"]),
    ],
)
def test_a_clause_without_a_function_is_asked_about_where_it_may_tell_a_duty(text: str, asked: list[str]) -> None:
    document = decode(text.encode(), "here")
    record = extract_document(document, "here").record
    duties = [one.at[0].span for one in record.questions if one.kind == "duty_without_function"]
    assert [document.characters(document.as_read(span)) for span in duties] == asked


@pytest.mark.parametrize(
    "line",
    [
        "维护水渠100公里",
        "推动全市基本情况汇总",
        "全系统有职工45人，行政编制9名",
        "1988年负责水渠",
    ],
)
def test_a_duty_a_quota_and_a_name_are_asked_about_whatever_figures_are_beside_them(line: str) -> None:
    record = extract_document(decode(f"{HEAD}{line}。\n".encode(), "here"), "here").record
    told = [*record.questions, *(quota for body in record.bodies for quota in body.quotas)]
    told += [duty for body in record.bodies for unit in (body, *body.units) for duty in unit.duties]
    assert any(quote.span.line == 5 for one in told for quote in one.at)


@pytest.mark.parametrize("heading", ["县水利局主要职责：", "青田县水利局主要职责：", "本局主要职责："])
def test_a_heading_that_names_the_body_by_its_level_asks_nothing(heading: str) -> None:
    assert lost(f"青田县水利局职能配置\n一、{heading}\n（一）负责水土保持工作。\n二、内设机构\n（一）办公室。\n") == []


def test_a_sign_that_is_given_up_is_no_lost_one() -> None:
    assert lost(f"{HEAD}四、其他事项\n不再保留资产管理处牌子。\n") == []


# What stays silent today in English, by kind.
KNOWN_SILENT = {
    (8, "department of party and mass work"): "'and' stands inside the name and behind it",
    (15, "library"): "one word is a name only where a list is read",
    (19, "library"): "one word is a name only where a list is read",
}


@pytest.mark.parametrize("misread", MISREAD)
def test_a_name_of_a_document_of_any_shape_is_asked_about_when_it_is_misread(misread: str) -> None:
    assert _unasked(shaped, 30, misread) == set()


@pytest.mark.parametrize("misread", MISREAD)
def test_a_name_of_an_english_document_of_any_shape_is_asked_about_when_it_is_misread(misread: str) -> None:
    assert _unasked(english, 20, misread) == KNOWN_SILENT.keys()


def _unasked(shapes: Callable[[int], Any], many: int, misread: str) -> set[tuple[int, str]]:
    """The seeds of documents and their names about which nothing is asked once they are gone."""
    return {
        (seed, name)
        for seed, document in ((seed, shapes(seed)) for seed in range(many))
        for name in silent(extract_document(decode(document.text.encode(), "shape"), "shape", document.place), misread)
    }


def test_the_miniatures_raise_few_questions_about_names() -> None:
    records = (extracted(path).record for language in LANGUAGES for path in miniatures(language))
    assert sum(one.kind == "lost_name" for record in records for one in record.questions) <= MOST


def test_questions_stand_by_what_they_could_change_and_hold_no_sentence() -> None:
    order = ["lost_name", "two_readings", "unknown_place", "number", "duty_without_function"]
    for record in _records():
        kinds = [order.index(one.kind or "") for one in record.questions]
        assert kinds == sorted(kinds)
        assert all(len(one.seen or "") < 60 for one in record.questions)


def _records() -> Iterator[Record]:
    return (extracted(path).record for language in LANGUAGES for path in miniatures(language))


@pytest.mark.parametrize(
    "end", ["已经市委、市政府批准，现予印发。", "已经市委编委同意，现印发给你们，请认真贯彻执行。"]
)
def test_a_notice_in_front_of_a_regulation_tells_of_no_unit(end: str) -> None:
    title = "《遂宁市统计局职能配置、内设机构和人员编制规定》"
    notice = f"关于印发{title}的通知\n各区县人民政府，市直各单位：\n{title}{end}\n"
    assert lost(notice + HEAD.replace("遂宁市统计局", "第一条 遂宁市统计局是市政府工作部门。")) == []


def test_what_a_unit_does_behind_its_name_is_asked_about_where_no_function_is_found() -> None:
    text = "牡丹江市史志办公室\n内设机构\n一、秘书科：承办文秘工作。\n二、编研科：承办金石拓片。\n"
    read = extract_document(decode(text.encode(), "a"), "a")
    asked = [(one.kind, [quote.span for quote in one.at]) for one in read.record.questions]
    assert asked == [("duty_without_function", [Span(4, 6, 12)])]


def test_a_rank_behind_a_post_is_not_that_of_the_body() -> None:
    text = "酒泉市司法局\n酒泉市司法局设局长1名，法制科科长1名（副处级）。\n"
    body = extract_document(decode(text.encode(), "a"), "a").record.bodies[0]
    assert body.rank is None


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("The plans of the Harbour Dredging Section are sent to the public every year.", "Harbour Dredging Section"),
        ("In spring the Tree Nursery Station opens its gates to visitors of all ages.", "Tree Nursery Station"),
    ],
)
def test_a_name_in_capitals_that_no_fact_took_is_asked_about(sentence: str, seen: str) -> None:
    text = f"Shaoxing Forestry Bureau\nInternal organs\n(1) Office. Responsible for documents.\nHistory\n{sentence}\n"
    assert seen in [name for name, _ in lost(text)]


def test_the_body_itself_and_other_bodies_are_not_asked_about() -> None:
    text = (
        "Shaoxing Forestry Bureau\nInternal organs\n(1) Office. Responsible for documents.\nHistory\n"
        "The Forestry Bureau moved in 1990 with the help of the Municipal People's Government and the State Council.\n"
    )
    assert lost(text) == []
