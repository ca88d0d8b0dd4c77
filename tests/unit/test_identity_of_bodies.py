"""One body, one id: whatever stands for "ours" in front of its name, and only there."""

import hashlib
from pathlib import Path

import pytest

from graph.identity import name_key
from loaders.context import Context
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.extract.facts.whose import place_of_body
from loaders.places import places
from loaders.reading import read_record

RECORDS = Path(__file__).parents[2] / "data" / "records"
DISTRICT, CITY, COUNTY, REGION, BANNER, PREFECTURE = (
    "chaoyang-220104",
    "nantong",
    "anji",
    "guangxi",
    "etuoke",
    "liangshan",
)
ZONE = "nantong-经济技术开发区"


@pytest.mark.parametrize(
    ("place", "key", "names"),
    [
        (DISTRICT, "民政局", ["民政局", "区民政局", "本区民政局", "朝阳区民政局", "长春市朝阳区民政局", "吉林省长春市朝阳区民政局", "长春朝阳区民政局"]),
        (DISTRICT, "市场监督管理局", ["区市场监督管理局", "朝阳区市场监督管理局", "市场监督管理局"]),
        (DISTRICT, "区划地名办公室", ["区划地名办公室", "区区划地名办公室", "朝阳区区划地名办公室"]),
        (DISTRICT, "区委宣传部", ["区委宣传部", "朝阳区委宣传部", "中共朝阳区委宣传部", "中共长春市朝阳区委宣传部"]),
        (DISTRICT, "civil-affairs-bureau", ["Civil Affairs Bureau", "District Civil Affairs Bureau", "Chaoyang District Civil Affairs Bureau",
                                            "the District Civil Affairs Bureau", "Civil Affairs Bureau of Chaoyang District, Changchun City",
                                            "Changchun City Chaoyang District Civil Affairs Bureau"]),
        (CITY, "市场监督管理局", ["市市场监督管理局", "南通市市场监督管理局", "南通市场监督管理局", "江苏省南通市市场监督管理局"]),
        (CITY, "民政局", ["市民政局", "南通市民政局", "本市民政局"]),
        (CITY, "政务服务中心", ["市政务服务中心", "南通市政务服务中心"]),
        (CITY, "市级机关事务管理局", ["市级机关事务管理局", "南通市级机关事务管理局"]),
        (CITY, "市民服务中心", ["市民服务中心"]),
        (CITY, "市容环境卫生管理处", ["市容环境卫生管理处", "南通市市容环境卫生管理处"]),
        (CITY, "bureau-of-statistics", ["Nantong Municipal Bureau of Statistics", "Municipal Bureau of Statistics", "Jiangsu Nantong Bureau of Statistics"]),
        (CITY, "city-management-bureau", ["Nantong City Management Bureau", "City Management Bureau"]),
        (COUNTY, "自然资源局", ["县自然资源局", "安吉县自然资源局", "浙江省湖州市安吉县自然资源局"]),
        (COUNTY, "县域经济发展中心", ["县域经济发展中心"]),
        (COUNTY, "城市管理局", ["县城市管理局", "安吉县城市管理局", "城市管理局"]),
        (COUNTY, "城乡建设局", ["县城乡建设局", "安吉县城乡建设局"]),
        (COUNTY, "县城区供水站", ["县城区供水站", "安吉县城区供水站"]),
        (COUNTY, "health-bureau", ["County Health Bureau", "Anji County Health Bureau", "Zhejiang Anji County Health Bureau"]),
        (REGION, "民政厅", ["自治区民政厅", "广西壮族自治区民政厅", "本自治区民政厅"]),
        (REGION, "transport-department", ["Guangxi Zhuang Autonomous Region Transport Department", "Guangxi Transport Department"]),
        (BANNER, "公安局", ["旗公安局", "鄂托克旗公安局", "鄂尔多斯市鄂托克旗公安局"]),
        (PREFECTURE, "教育局", ["州教育局", "凉山州教育局", "凉山彝族自治州教育局", "四川省凉山州教育局"]),
        (ZONE, "社会事业局", ["社会事业局", "南通经济技术开发区社会事业局", "开发区社会事业局"]),
        ("xiangyang", "民政局", ["襄阳市民政局", "襄樊市民政局"]),
    ],
)  # fmt: skip
def test_every_way_to_write_ours_gives_one_key(place: str, key: str, names: list[str]) -> None:
    assert {name: name_key(name, places().names(place)) for name in names} == dict.fromkeys(names, key)


@pytest.mark.parametrize(
    "name",
    [
        "市委",
        "区局",
        "市中心",
        "南通大学",
        "县医院",
        "District Office",
        "County Hospital",
        "市直机关工委",
        "省际协作办公室",
    ],
)
def test_only_what_leaves_a_whole_name_is_taken_off(name: str) -> None:
    front = ["南通市", "南通", "Nantong"]
    assert name_key(name, front) == name.lower().replace(" ", "-")


@pytest.mark.parametrize(
    "name",
    [
        "区划地名科",
        "市场科",
        "县区工作科",
        "市容科",
        "区民政科",
        "Municipal Affairs Division",
        "County Guidance Section",
    ],
)
def test_nothing_is_taken_off_the_name_of_a_unit(name: str) -> None:
    assert name_key(name) == name.lower().replace(" ", "-")
    text = f"长春市朝阳区民政局\n内设机构\n（一）{name}。负责日常工作。\n（二）综合科。负责综合工作。\n"
    record = extract_document(decode(text.encode(), "record"), "record").record
    assert record.bodies[0].units[0].key is None


@pytest.mark.parametrize(
    ("name", "place", "owner"),
    [
        ("市财政局", DISTRICT, "changchun"),
        ("长春市财政局", DISTRICT, "changchun"),
        ("省民政厅", DISTRICT, "jilin"),
        ("区财政局", DISTRICT, None),
        ("朝阳区财政局", DISTRICT, None),
        ("财政局", DISTRICT, None),
        ("市场监督管理局", DISTRICT, None),
        ("市委组织部", DISTRICT, "changchun"),
        ("市财政局", CITY, None),
        ("省财政厅", CITY, "jiangsu"),
        ("海门区财政局", CITY, "haimen"),
        ("Municipal Finance Bureau", DISTRICT, "changchun"),
        ("Municipal Finance Bureau", CITY, None),
        ("Provincial Finance Department", CITY, "jiangsu"),
        ("Finance Bureau", CITY, None),
    ],
)
def test_the_body_of_another_place_is_that_places(name: str, place: str, owner: str | None) -> None:
    assert place_of_body(name, place) == owner


IDS = {
    "changsha": "2fee46e89d9ec94a",
    "jinhua": "04332f3547d4fb35",
    "shanghai": "5ce133bce2f1b711",
    "tumen": "447fb7bfec37cde4",
    "zhengzhou": "40ad57c84cf95756",
}


@pytest.mark.parametrize("name", IDS)
def test_ids_of_the_bundled_records_stay(name: str) -> None:
    """A changed hash means that ids changed which people may have written down: give the unit its old id as `key`."""
    ids = "\n".join(placed.id for placed in Context(read_record(RECORDS / f"{name}.yaml")).placed)
    assert hashlib.sha256(ids.encode()).hexdigest()[:16] == IDS[name]


def test_bodies_of_a_new_record_have_their_key_written() -> None:
    text = "长春市朝阳区民政局\n内设机构\n（一）办公室。负责日常工作。\n直属事业单位\n长春市朝阳区救助站\n"
    body = extract_document(decode(text.encode(), "record"), "record").record.bodies[0]
    assert [(one.kind, one.key) for one in (body, *body.units)] == [
        ("bureau", "民政局"),
        ("division", None),
        ("institution", "救助站"),
    ]
