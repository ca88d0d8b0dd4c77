"""Whose document it is: places in titles and sentences, several of one name, and those that no list has."""

import pytest

from graph.errors import ContentError, NotThereError, UsageError
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.extract.mentions.where import Where, place_of
from loaders.place_finding import find_place
from loaders.places import places

CHINESE = """{title}主要职责
一、主要职责
（一）负责相关工作。{clause}
（二）负责有关规划。{clause}
（三）负责统计工作。{clause}
（四）负责档案工作。{clause}
二、内设机构
（一）办公室。负责机关日常工作。
"""
ENGLISH = """{title}
The internal institutions are as follows.
(1) Office. Responsible for documents and meetings. {clause}
(2) Planning Division. Responsible for plans and statistics. {clause}
"""


def where(text: str, given: str | None = None) -> Where:
    return place_of(decode(text.encode(), "document"), "document", given)


def chinese(title: str, clause: str = "", given: str | None = None) -> Where:
    return where(CHINESE.format(title=title, clause=clause), given)


def english(title: str, clause: str = "", given: str | None = None) -> Where:
    return where(ENGLISH.format(title=title, clause=clause), given)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("浙江省金华市婺城区民政局", "wucheng-330702"),
        ("湖南省长沙市岳麓区教育局", "yuelu"),
        ("福建省龙岩市新罗区水利局", "xinluo"),
        ("吉林省长春市朝阳区司法局", "chaoyang-220104"),
        ("广东省广州市白云区财政局", "baiyun-440111"),
        ("四川省凉山彝族自治州西昌市交通运输局", "xichang"),
        ("内蒙古自治区呼伦贝尔市鄂伦春自治旗教育局", "elunchun"),
        ("湖南省长沙县农业农村局", "changsha-430121"),
        ("长春朝阳区民政局", "chaoyang-220104"),
        ("北京市朝阳区城市管理委员会", "chaoyang-110105"),
        ("江苏省朝阳市民政局", None),
        ("中共南通市海门区委宣传部", "haimen"),
        ("南通市市场监督管理局", "nantong"),
        ("南通市场监督管理局", "nantong"),
        ("南通市城市管理局", "nantong"),
        ("会同县财政局", "huitong"),
        ("和县水利局", "hexian"),
        ("公安县教育局", "gongan"),
        ("上海市浦东新区民政局", "pudongxin"),
        ("吉林市民政局", "jilin-220200"),
        ("凉山州民政局", "liangshan"),
        ("前郭县民政局", "qianguoerluosi"),
        ("海南州文化和旅游局", "hainan-632500"),
    ],
)
def test_a_chain_of_wider_names_belongs_to_the_last_one(title: str, place: str | None) -> None:
    if place is None:
        assert where(CHINESE.format(title=title, clause="")).place not in ("jiangsu", "chaoyang")
    else:
        assert chinese(title).place == place
        assert not chinese(title).questions


def test_a_page_of_a_chronicle_is_about_the_place_of_the_chronicle_and_not_of_the_portal() -> None:
    portal = "遂宁市人民政府地方志办公室门户网站\n"
    assert where(f"{portal}《射洪县志》\n第一节 机构\n县卫生局内设办公室、医政股。\n").place == "shehong"


@pytest.mark.parametrize(
    "clause",
    [
        "会同县财政局分配资金。", "负责办理县级事项。", "协调市和县直部门。", "指导公安县级机关。", "联系自然资源县级部门。", "开展健康县级创建。",
        "推进乡村振兴县建设。", "管理中心城区绿化。", "管理城区道路。", "会同会同县有关部门。", "与公安县处级单位联系。", "指导社区县区工作。",
        "会同县审计局、县民政局监督。", "服务和县域经济。", "汇总县应急部门情况。", "整理县志资料。", "传达县委决定。", "指导全国重点文物保护工作。",
        "配合市中区域协作。", "分管县城建设。",
    ],
)  # fmt: skip
def test_a_place_is_never_seen_across_words(clause: str) -> None:
    found = chinese("桐庐县民政局", clause)
    assert (found.place, found.questions) == ("tonglu", ())
    with pytest.raises(ContentError, match="no place is named"):
        where(f"（一）办公室。负责日常工作。\n（二）文秘科。负责文稿。{clause}\n（三）文秘科。{clause}")


def test_duties_that_begin_with_the_verb_that_a_county_is_called_name_no_place() -> None:
    duties = "（一）会同县民政局发放补助。\n（二）会同县教育局核定经费。\n"
    assert where(f"安吉县财政局主要职责\n一、主要职责\n{duties}二、内设机构\n（一）办公室。\n").place == "anji"


def test_a_title_outweighs_any_number_of_names_in_sentences() -> None:
    clauses = "会同安吉县财政局办理。" * 30
    assert chinese("桐庐县民政局", clauses).place == "tonglu"
    assert (
        english("Tonglu County Civil Affairs Bureau", "Work with the Anji County Finance Bureau. " * 30).place
        == "tonglu"
    )


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("朝阳区民政局", ["110105", "220104"]),
        ("鼓楼区教育局", ["320106", "320302", "350102", "410204"]),
        ("市中区卫生健康局", ["370103", "370402", "511002", "511102"]),
        ("通州区水务局", ["110112", "320612"]),
        ("郊区农业农村局", ["140311", "230811", "340711"]),
        ("普陀区文化和旅游局", ["310107", "330903"]),
    ],
)
def test_places_of_one_name_are_asked_about_with_their_codes(title: str, codes: list[str]) -> None:
    with pytest.raises(ContentError) as caught:
        chinese(title)
    assert all(code in caught.value.found for code in codes)
    assert "--place" in caught.value.todo
    assert chinese(title, given=codes[-1]).place == places().codes[codes[-1]]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Anji County Bureau of Education", "anji"),
        ("Changchun City Chaoyang District Civil Affairs Bureau", "chaoyang-220104"),
        ("Civil Affairs Bureau of Chaoyang District, Changchun City", "chaoyang-220104"),
        ("Sports Bureau of Baiyun District, Guiyang", "baiyun-520113"),
        ("Zhejiang Province Jinhua City Wucheng District Health Bureau", "wucheng-330702"),
        ("Guide County Education Bureau", "guide"),
        ("Jilin City Transport Bureau", "jilin-220200"),
        ("Jilin Provincial Transport Department", "jilin"),
        ("Liangshan Yi Autonomous Prefecture Education Bureau", "liangshan"),
    ],
)
def test_english_names_of_places_are_read_with_those_around_them(title: str, place: str) -> None:
    found = english(title)
    assert (found.place, found.questions) == (place, ())


@pytest.mark.parametrize(
    "title", ["Chaoyang District Sports Bureau", "Yulin City Health Bureau", "Taizhou Municipal Bureau of Justice", "Suzhou Education Bureau"]
)  # fmt: skip
def test_english_names_that_several_places_have_are_asked_about(title: str) -> None:
    with pytest.raises(ContentError, match=r"places are called .*\d{6}"):
        english(title)


@pytest.mark.parametrize(
    "text",
    [
        "The Municipal Sports Bureau has these internal organs:\n(1) Office. Responsible for documents.\n(2) Sports Division. Guide the sports associations.",
        "The County Health Bureau has these internal organs:\n(1) Office. Guide Township Hospitals and the office of health.\n(2) Section. Guide the work.",
        "（一）文物处。\n承担全国重点文物保护单位的推荐工作。\n（二）艺术处（挂非遗处牌子）。",
        "省水利厅\n内设机构\n办公室\n规划计划处\n直属事业单位\n省水利信息中心\n丽水市紧水滩水电站",
        "县林业局\n内设机构\n办公室\n造林科\n直属事业单位\n湖州市林木种苗站",
    ],
)
def test_a_document_that_names_no_place_of_its_own_is_asked_about(text: str) -> None:
    with pytest.raises(ContentError, match="no place is named"):
        where(text)


@pytest.mark.parametrize(
    ("title", "place", "name", "level"),
    [
        ("南通市青禾区民政局", "nantong-青禾区", "青禾区", "county"),
        ("浙江省湖州市云溪县水利局", "huzhou-云溪县", "云溪县", "county"),
        ("青禾县民政局", "青禾县", "青禾县", "county"),
        ("问：青禾县民政局有哪些内设机构？", "青禾县", "青禾县", "county"),
        ("南通经济技术开发区管理委员会", "nantong-经济技术开发区", "南通经济技术开发区", "zone"),
        ("宁波市高新区建设管理局", "ningbo-高新区", "宁波高新区", "zone"),
        ("苏州工业园区管委会", "suzhou-320500-工业园区", "苏州工业园区", "zone"),
        ("黄山风景区管理委员会", "huangshan-风景区", "黄山风景区", "zone"),
        ("上海市嘉定工业区管理委员会", "shanghai-嘉定工业区", "嘉定工业区", "zone"),
        ("平潭综合实验区行政审批局", "pingtan-综合实验区", "平潭综合实验区", "zone"),
        ("雁荡山风景名胜区宗教局", "雁荡山风景名胜区", "雁荡山风景名胜区", "zone"),
        ("陕西省西安市曲江新区管理委员会", "xian-曲江新区", "曲江新区", "zone"),
    ],
)
def test_a_place_that_no_list_has_is_read_with_a_question(title: str, place: str, name: str, level: str) -> None:
    found = chinese(title)
    node = places().node(found.place)
    assert (found.place, node.name, node.level, node.unlisted, node.code) == (place, name, level, True, None)
    assert [one.kind for one in found.questions] == ["unknown_place"]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Greenfield City Sports Bureau", "Greenfield-City"),
        ("Yunchuan City Sports Bureau", "Yunchuan-City"),  # a letter away from Yinchuan
        ("Hangzou City Sports Bureau", "Hangzou-City"),
        ("Yunchuan Municipal Sports Bureau", "Yunchuan-City"),
        ("Municipal Sports Bureau of Yunchuan City, Zhejiang Province", "zhejiang-Yunchuan-City"),
        ("Sports Bureau of Qinglan County, Jinhua City", "jinhua-Qinglan-County"),
        ("Yunshan Prefectural Sports Bureau", "Yunshan-Prefecture"),
        ("Nantong Economic and Technological Development Zone Management Committee", "nantong-Economic-and-Technological-Development-Zone"),
    ],
)  # fmt: skip
def test_an_english_place_that_no_list_has_is_read_with_a_question(title: str, place: str) -> None:
    found = english(title)
    assert (found.place, [one.kind for one in found.questions]) == (place, ["unknown_place"])


@pytest.mark.parametrize(
    ("title", "place", "code", "year"),
    [
        ("上海市闸北区民政局", "zhabei", "310108", 2015),
        ("卢湾区教育局", "luwan", "310103", 2010),
        ("北京市崇文区文化委员会", "chongwen", "110103", 2009),
        ("天津市塘沽区水务局", "tanggu", "120107", 2008),
        ("鄞县教育局", "yinxian", "330227", 2001),
    ],
)
def test_a_former_place_is_read_with_the_last_year_that_has_it(title: str, place: str, code: str, year: int) -> None:
    found = chinese(title)
    node = places().node(found.place)
    assert (found.place, node.code, node.code_year, node.former, node.unlisted) == (place, code, year, True, None)
    assert [one.kind for one in found.questions] == ["unknown_place"]


@pytest.mark.parametrize(
    ("title", "place"), [("垦利县水利局", "kenli"), ("襄樊市民政局", "xiangyang"), ("铜山县林业局", "tongshan-320312"), ("祁阳市司法局", "qiyang")]
)  # fmt: skip
def test_another_name_of_a_listed_place_is_that_place_with_a_question(title: str, place: str) -> None:
    found = chinese(title)
    assert (found.place, len(found.questions), places().node(place).former) == (place, 1, None)


def test_a_former_place_that_is_named_in_english_is_asked_about() -> None:
    found = english("Zhabei District Sports Bureau of Shanghai")
    assert (found.place, [one.kind for one in found.questions]) == ("zhabei", ["unknown_place"])


@pytest.mark.parametrize(
    "line",
    [
        "机构设置_桐庐县民政局",
        "首页 > 政务公开 > 桐庐县民政局",
        "内设机构 - 桐庐县民政局",
        "单位名称：桐庐县民政局",
        "名称 | 桐庐县民政局 |",
    ],
)
def test_a_body_behind_a_menu_or_a_label_is_the_subject(line: str) -> None:
    found = where(
        f"{line}\n内设机构\n（一）办公室。会同安吉县财政局、德清县财政局管理经费。\n（二）业务科。会同安吉县财政局管理经费。"
    )
    assert (found.place, found.questions) == ("tonglu", ())


def test_a_later_place_is_itself_and_no_part_of_its_city() -> None:
    found = chinese("杭州市临平区民政局")
    node = places().node(found.place)
    assert (found.place, node.code, node.code_year, node.unlisted, node.former) == (
        "linping",
        "330113",
        2021,
        None,
        None,
    )
    assert places().chain("linping") == ["linping", "hangzhou", "zhejiang", "china"]
    assert len(found.questions) == 1


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("jinhua", "jinhua"), ("金华市", "jinhua"), ("金华", "jinhua"), ("Jinhua", "jinhua"), ("330700", "jinhua"), ("长春市朝阳区", "chaoyang-220104"),
        ("Chaoyang District, Changchun", "chaoyang-220104"), ("chaoyang-110105", "chaoyang-110105"), ("朝阳", "chaoyang"), ("310108", "zhabei"),
        ("闸北区", "zhabei"), ("330113", "linping"), ("370521", "kenli"), ("china", "china"), ("中国", "china"), ("恭城县", "gongcheng"),
        ("Inner Mongolia", "neimenggu"), ("青禾市", "青禾市"), ("南通市青禾区", "nantong-青禾区"), ("南通开发区", "nantong-开发区"),
        ("nantong-青禾区", "nantong-青禾区"), ("Atlantis", "Atlantis"),
    ],
)  # fmt: skip
def test_a_place_is_named_by_id_code_or_any_name(name: str, place: str) -> None:
    assert find_place(name).place == place
    assert place in places()


@pytest.mark.parametrize("name", ["朝阳区", "鼓楼区", "Chaoyang District", "Taizhou City", "通州区"])
def test_a_name_of_several_places_is_refused_where_a_person_gives_it(name: str) -> None:
    with pytest.raises(ContentError, match=r"places are called .*\d{6}"):
        find_place(name)


@pytest.mark.parametrize(
    ("name", "meant"), [("Jinhau", "Jinhua"), ("Chongqin", "Chongqing"), ("华金市", "金华市"), ("呼和浩待市", "呼和浩特市"), ("石家市", "石家庄市")]
)  # fmt: skip
def test_a_slip_of_a_listed_name_is_no_new_place(name: str, meant: str) -> None:
    with pytest.raises(NotThereError) as caught:
        find_place(name)
    assert meant in caught.value.todo


def test_an_unknown_code_says_which_list_was_looked_in() -> None:
    with pytest.raises(NotThereError) as caught:
        find_place("999999")
    assert "2020" in caught.value.found


@pytest.mark.parametrize(
    "place",
    ["jinhau", "nowhere", "Jinhau", "", "a b", "nantong-", "nantong-x", "../青禾县", "青禾县/民政局", "青禾\u0000县"],
)
def test_a_slip_in_a_record_is_no_unlisted_place(place: str) -> None:
    assert place not in places()


def test_the_place_that_a_person_gives_overrules_the_title_with_a_question() -> None:
    found = chinese("桐庐县民政局", given="安吉县")
    assert (found.place, [one.kind for one in found.questions]) == ("anji", ["two_readings"])
    assert not chinese("桐庐县民政局", given="330122").questions
    assert "雁荡山风景名胜区" in chinese("雁荡山风景名胜区宗教局", given="温州市").forms


@pytest.mark.parametrize(
    "duty",
    [
        "承担市妇联的档案管理工作。",
        "配合市财政局做好工作。",
        "协同市水利局开展工作。",
        "1996年恢复市商务局,下设办公室。",
    ],
)
def test_a_verb_in_front_of_a_bureau_of_the_city_is_no_place(duty: str) -> None:
    assert chinese(f"您现在的位置:桐庐县妇女联合会>> 机构\n{duty}").place == "tonglu"
    with pytest.raises(ContentError, match="no place is named"):
        chinese(duty)


def test_the_word_for_a_zone_alone_is_no_place() -> None:
    assert chinese("第三节 开发区管理委员会\n本会位于桐庐县和平路。").place == "tonglu"


def test_two_places_that_are_named_as_often_are_asked_about() -> None:
    text = "（一）办公室。会同安吉县财政局工作。\n（二）业务科。会同德清县财政局工作。"
    assert "two_readings" in [one.kind for one in where(text).questions]


def test_every_place_of_other_years_has_an_id_of_its_own_or_that_of_a_known_place() -> None:
    from loaders.place_lists import others

    assert {one.id for one in others().names} <= places().entries.keys() | others().entries.keys()
    assert not others().entries.keys() & places().entries.keys()
    assert all(places().chain(place)[-1] == "china" for place in others().entries)


@pytest.mark.parametrize(
    "name", ["县", "A", "*", "…", "{}", "某\u202e县", "\u200b\u200b县", "330700\u202e", "\x1b[31m"]
)
def test_what_is_no_name_of_a_place_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no name of a place"):
        find_place(name)


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("和平区", "120101"),
        ("和县", "340523"),
        ("从化区", "440117"),
        ("会同县", "431225"),
        ("将乐县", "350428"),
        ("全州县", "450324"),
    ],
)
def test_a_place_whose_name_begins_as_a_verb_does_begins_the_names_of_its_bodies(place: str, code: str) -> None:
    text = f"{place}水利局\n内设机构\n办公室\n"
    record = extract_document(decode(text.encode(), "a"), "a", code).record
    assert [body.name for body in record.bodies] == [f"{place}水利局"]
    assert [unit.name for unit in record.bodies[0].units] == ["办公室"]


def test_a_body_of_the_state_council_is_one_of_the_nation() -> None:
    text = (
        "Tea Affairs Office of the State Council\nAddress: West District, Beijing\nDepartments\n1. Department of Law\n"
    )
    assert extract_document(decode(text.encode(), "a"), "a").record.place == "china"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("海关总署内设机构\n办公厅\n关税司\n地址：北京市东城区和平路1号\n", "china"),
        ("国务院办公厅\n内设机构\n秘书一局\n督查室\n", "china"),
        ("审计署概况\n内设机构：办公厅、法规司。\n", "china"),
        ("水利部信息中心机构设置\n内设综合处、网络处。\n", "china"),
        ("国家统计局遂宁调查队\n内设机构\n办公室\n农业科\n", "suining"),
        (
            "National Audit Office\nIt consists of these departments:\nGeneral Office\nDepartment of Personnel\n",
            "china",
        ),
    ],
)
def test_a_body_of_the_nation_needs_no_place_in_the_text(text: str, place: str) -> None:
    assert where(text).place == place
    assert not where(text).questions


def test_a_place_is_asked_for_where_a_body_of_the_nation_is_only_spoken_of() -> None:
    with pytest.raises(ContentError, match="no place is named"):
        where("县民政局内设机构\n办公室\n贯彻国务院办公厅和审计署的文件。\n")
