"""The same text in other characters: numbers of lists, radicals, dates in numerals, pages, traditional Chinese."""

import pytest

from loaders.extract.document.numbering import SIGNS, number_at, value_of
from loaders.extract.document.pages import text_of_page
from loaders.extract.document.reading import decode
from loaders.extract.document.spelling import simplified
from loaders.extract.extraction import Extraction, extract_document

UNITS = ("办公室", "社会救助科（挂养老服务科牌子）", "人事科", "财务科")


def read(text: str) -> Extraction:
    return extract_document(decode(text.encode(), "here"), "here", "330700")


def numbered(numbers: str) -> Extraction:
    return read("金华市民政局\n内设机构\n" + "".join(f"{n}{unit}。\n" for n, unit in zip(numbers, UNITS, strict=True)))


@pytest.mark.parametrize(
    "numbers", ["㈠㈡㈢㈣", "⑴⑵⑶⑷", "⒈⒉⒊⒋", "①②③④", "❶❷❸❹", "⓵⓶⓷⓸", "㊀㊁㊂㊃", "⒜⒝⒞⒟", "ⒶⒷⒸⒹ", "ⅠⅡⅢⅣ", "ⅰⅱⅲⅳ"]
)
def test_a_sign_of_a_list_is_a_number_and_no_part_of_the_name(numbers: str) -> None:
    units = numbered(numbers).record.bodies[0].units
    assert [(unit.number, unit.name) for unit in units] == [
        (number, unit.split("（")[0]) for number, unit in zip(numbers, UNITS, strict=True)
    ]


def test_every_sign_of_a_list_begins_an_item_with_a_value() -> None:
    values = {sign: number.value for sign in SIGNS if (number := number_at(f"{sign}办公室"))}
    assert set(values) == set(SIGNS)
    assert [values[sign] for sign in "㈠⒈⑽㊿❿Ⓒ🄂ⅷ"] == [1, 1, 10, 50, 10, 3, 1, 8]
    assert [value_of(sign) for sign in "⒈㈩²"] == [1, 10, None]


@pytest.mark.parametrize("front", ["﹙一﹚", "〔一〕", "（一﹚", "一﹑", "［一］", "1﹒", "１．"])
def test_a_number_that_only_looks_different_is_one(front: str) -> None:
    [unit] = read(f"金华市民政局\n内设机构\n{front}办公室。\n").record.bodies[0].units
    assert unit.name == "办公室"


def test_radicals_and_compatibility_characters_are_the_usual_ones() -> None:
    usual = "金华市民政局\n内设机构\n（一）养老服务科（挂行政审批科牌子）。负责老年人福利。\n（二）长途客车科。\n"
    other = usual.translate(str.maketrans("金老行人长车", "⾦⽼⾏⼈⻓⻋"))
    compatible = usual.translate(str.maketrans("金老行", "\uf90a\uf934\ufa08"))
    for text in (other, compatible):
        found, wanted = read(text).record.bodies, read(usual).record.bodies
        assert [(one.name, one.name_zh, one.key) for one in found[0].units] == [
            (one.name, one.name_zh, one.key) for one in wanted[0].units
        ]
        assert found[0].name == wanted[0].name == "金华市民政局"
        assert [one.name for one in found[0].units[0].aliases] == ["行政审批科"]


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        *(
            (f"{year}年{month}", "2018-12")
            for year in ("二〇一八", "二○一八", "二零一八", "2018")
            for month in ("十二月", " 十二月")
        ),
        *((one, "2018-12") for one in ("2018 年 12 月", "2018年12月")),
        *((one, "1998-01") for one in ("1998年元月", "一九九八年元月", "一九九八年一月")),
        *((one, "2019-03-05") for one in ("2019年3月5日", "二〇一九年三月五日", "2019 年 3 月 5 日")),
        ("二〇一九年十月二十一日", "2019-10-21"),
    ],
)
def test_a_date_is_read_in_chinese_numerals_and_with_blanks(date: str, meant: str) -> None:
    changes = (
        read(f"金华市民政局\n{date}，由原金华市民政局和原金华市老龄办合并组建金华市民政局。\n").record.bodies[0].changes
    )
    assert [(change.kind, change.date) for change in changes] == [("merge", meant)]


@pytest.mark.parametrize(
    "front", ["\ufeff", "\ufeff\r\n<?xml version='1.0'?>\n", "<!-- saved from the web -->\n", "\n\n  "]
)
@pytest.mark.parametrize("first", ["<!DOCTYPE html><html><body>", "<p>", "<div class='a'>", "<meta charset='utf-8'>"])
def test_a_page_is_a_page_whatever_stands_in_front_and_nothing_comes_out_of_scripts(front: str, first: str) -> None:
    script = '<script>var a="加挂假科牌子";</script><style>p{content:"假局"}</style>'
    page = (
        front
        + first
        + script
        + "".join(f"<p>{line}</p>" for line in ("金华市民政局", "内设机构", "（一）办公室。", "（二）人事科。"))
    )
    record = read(page).record
    assert [unit.name for unit in record.bodies[0].units] == ["办公室", "人事科"]
    assert not any(unit.aliases for unit in record.bodies[0].units)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>救\n助管理科，\r\n办公室</p>", "救助管理科，办公室\n"),
        ("<p><span>救</span>\n<b>助</b>管理科</p>", "救助管理科\n"),
        ("<p>办公室 人事科</p>", "办公室 人事科\n"),
        ("<a>办公室</a>\n<a>人事科</a>", "办公室 人事科\n"),
        ("<p>the Civil\nAffairs Bureau</p>", "the Civil Affairs Bureau\n"),
    ],
)
def test_a_line_break_between_chinese_characters_of_a_page_is_nothing(page: str, text: str) -> None:
    assert text_of_page(page) == text


def test_variants_of_traditional_characters_are_simplified() -> None:
    assert simplified("爲閲説敍藴汙衆裏係儘") == "为阅说叙蕴污众里系尽"
    text = "金華市審計局\n內設機構\n（一）辦公室。爲機關服務，負責財務工作。\n（二）説明科（掛敍事科牌子）。\n"
    found = [(unit.name, [one.name for one in unit.aliases]) for unit in read(text).record.bodies[0].units]
    assert found == [("辦公室", []), ("説明科", ["敍事科"])]
