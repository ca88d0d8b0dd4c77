"""Which bodies a Chinese document is about where no heading says so: letters, news, several at once, lines without breaks."""

import pytest

from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.record import Unit


def read(text: str, place: str | None = None) -> list[Unit]:
    return extract_document(decode(text.encode(), "one.txt"), "one.txt", place).record.bodies


def names(units: list[Unit]) -> list[str]:
    return [unit.name for unit in units]


def test_bodies_that_are_opened_together_are_bodies_each() -> None:
    text = "昨日，龙泉市医疗保障局、龙泉市退役军人事务局正式揭牌成立。随后，龙泉市应急管理局也举行了挂牌仪式。\n"
    assert sorted(names(read(text))) == sorted(["龙泉市医疗保障局", "龙泉市退役军人事务局", "龙泉市应急管理局"])


def test_news_of_an_opening_are_about_what_is_opened() -> None:
    text = "本报讯（记者王某某）位于城西的市城乡融合示范区便民服务中心昨日上午揭牌，副市长李某某出席仪式。该中心进驻12个部门。\n"
    (body,) = read(text, "龙泉市")
    assert (body.name, body.stated_divisions) == ("市城乡融合示范区便民服务中心", None)


def test_committees_that_a_sentence_sets_up_have_the_units_that_are_told_of_them() -> None:
    text = (
        "龙泉市理顺园区体制\n该市设置龙泉市城北工业园管理委员会（以下简称城北管委会）、龙泉市城南度假区管理委员会"
        "（以下简称城南管委会）。\n城北管委会下设办公室、道路绿化办公室，分别在城北镇党政办、城建办挂牌；城南管委会下设综合科、招商科。\n"
    )
    found = {body.name: names(body.units) for body in read(text)}
    assert found == {
        "龙泉市城北工业园管理委员会": ["办公室", "道路绿化办公室"],
        "龙泉市城南度假区管理委员会": ["综合科", "招商科"],
    }


def test_a_letter_is_about_who_signs_it() -> None:
    text = (
        "市编委：\n根据改革方案的要求，经研究，对我局所属单位的类别请示如下：\n一、龙泉市水利技术中心（龙泉市灌溉试验站）、"
        "龙泉市水文所，为公益一类事业单位。\n二、龙泉市河道管理站更名为龙泉市河道事务中心，为公益一类事业单位。\n特此请示。\n"
        "龙泉市水利局\n二O一五年三月二日\n"
    )
    (body,) = read(text)
    assert (body.name, names(body.units)) == (
        "龙泉市水利局",
        ["龙泉市水利技术中心", "龙泉市水文所", "龙泉市河道事务中心"],
    )


def test_a_sign_belongs_to_the_unit_that_is_set_up_in_front_of_it() -> None:
    (body,) = read("龙泉市水利局近日设立防汛科，加挂抗旱科牌子，为局内设机构。\n")
    assert [(unit.name, names(unit.aliases)) for unit in body.units] == [("防汛科", ["抗旱科"])]
    assert body.aliases == []


@pytest.mark.parametrize(
    "text",
    [
        "龙泉市人民法院机构设置 1.立案庭(诉讼服务中心) 主要职能:负责立案工作。 2.执行局 主要职能:负责执行工作。 3.政治部 主要职能:负责干部工作。",
        "龙泉市人民法院内设下列机构：一、立案庭(诉讼服务中心)，负责立案工作。\n二、执行局，负责执行工作。\n三、政治部，负责干部工作。",
        "龙泉市人民法院内设机构 一、立案庭(诉讼服务中心) 二、执行局 三、政治部",
    ],
)
def test_items_of_a_list_may_stand_in_one_line(text: str) -> None:
    (body,) = read(text)
    assert names(body.units) == ["立案庭", "执行局", "政治部"]
    assert names(body.units[0].aliases) == ["诉讼服务中心"]


def test_a_way_of_contact_with_a_number_is_a_telephone() -> None:
    text = "龙泉市水利局\n内设机构\n办公室\n联系方式：0578-7120001\n规划科\n联系方式：7120002\n"
    (body,) = read(text)
    assert [(unit.name, unit.site and unit.site.phone) for unit in body.units] == [
        ("办公室", "0578-7120001"),
        ("规划科", "7120002"),
    ]


@pytest.mark.parametrize(
    ("text", "body", "units"),
    [
        (
            "满洲里海关概况\n满洲里海关内设办公室、法规处、监管处3个处室。\n",
            "满洲里海关",
            ["办公室", "法规处", "监管处"],
        ),
        ("海关职能\n一、义乌海关\n内设机构\n办公室\n监管科\n", "义乌海关", ["办公室", "监管科"]),
        (
            "花莲县政府地政处办事细则\n本处设地籍课、地价课、测量课三课及人事室、会计室。\n",
            "花莲县政府地政处",
            ["地籍课", "地价课", "测量课", "人事室", "会计室"],
        ),
        (
            "苗栗县头份镇公所组织规程\n镇公所设民政课、财政课及主计室。\n",
            "苗栗县头份镇公所",
            ["民政课", "财政课", "主计室"],
        ),
    ],
)
def test_customs_and_offices_of_taiwan_are_bodies_with_units(text: str, body: str, units: list[str]) -> None:
    (found,) = read(text)
    assert (found.name, names(found.units)) == (body, units)


def test_articles_of_a_statute_of_taiwan_set_up_units_one_by_one() -> None:
    text = (
        "- 第 1 条本规程依花莲县政府组织规程订定之。\n- 第 2 条花莲县政府财政局(以下简称本局)置局长。\n"
        "- 第 3 条本局设下列各科、室: 一 第一科:掌理财务行政。 二 第二科:掌理税务行政。\n- 第 4 条本局设会计室,置主任、科员,依法办理岁计。\n"
    )
    (body,) = read(text)
    assert (body.name, names(body.units)) == ("花莲县政府财政局", ["第一科", "第二科", "会计室"])


def test_a_court_is_called_without_the_word_for_the_people() -> None:
    text = "院情简介\n1950年成立龙泉市人民法院。龙泉市法院现设有立案庭、刑事审判庭、少年法庭、政治处、东溪法庭、西溪法庭6个部门。\n"
    (body,) = read(text)
    assert body.name == "龙泉市人民法院"
    assert [(unit.kind, unit.name) for unit in body.units] == [
        *(("division", name) for name in ("立案庭", "刑事审判庭", "少年法庭", "政治处")),
        *(("branch", name) for name in ("东溪法庭", "西溪法庭")),
    ]


def test_an_institution_that_was_listed_is_one_where_its_history_follows() -> None:
    text = (
        "龙泉市水利局是市政府工作部门，内设办公室、规划科、水政科。下属单位有龙泉市水文站和龙泉市水利设计院。\n"
        "龙泉市水文站\n1958年成立，1996年定为科级。\n龙泉市水利设计院\n1965年建立，1986年定为科级。\n"
    )
    (body,) = read(text)
    assert [unit.name for unit in body.units if unit.kind == "institution"] == ["龙泉市水文站", "龙泉市水利设计院"]


def test_parts_of_a_zone_are_no_institutions() -> None:
    text = "龙泉市城北开发区管委会\n城北开发区包括东溪工业园、西溪工业园。管委会内设办公室、招商科。\n"
    (body,) = read(text)
    assert names(body.units) == ["办公室", "招商科"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("5月13日，国家疾病预防控制局在北京挂牌。\n", "国家疾病预防控制局"),
        ("中国气象局2011年部门预算\n中国气象局内设办公室、人事司。\n", "中国气象局"),
        ("全国绿化委员会\n全国绿化委员会是国务院议事协调机构。\n地址：北京市西城区和平街1号\n", "全国绿化委员会"),
    ],
)
def test_a_body_of_the_nation_is_that_in_news_and_in_front_of_an_address(text: str, body: str) -> None:
    record = extract_document(decode(text.encode(), "one.txt"), "one.txt").record
    assert (record.place, record.bodies[0].name) == ("china", body)
