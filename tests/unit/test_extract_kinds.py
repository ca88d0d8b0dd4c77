"""Kinds of misreading that were mended: what small documents say of hosted offices, signs, partners, posts and changes."""

from collections.abc import Iterator

import pytest

from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.record import Unit

Fact = tuple[str, ...]


def units(text: str, place: str | None = None) -> Iterator[Unit]:
    """Every body and unit of a document."""
    waiting = list(extract_document(decode(text.encode(), "x"), "x", place).record.bodies)
    while waiting:
        unit = waiting.pop(0)
        yield unit
        waiting.extend(unit.units)


def hosted(text: str, place: str | None = None) -> set[Fact]:
    """Host, office, group behind it, and how it is said."""
    return {
        (unit.name, host.name, host.group.name if host.group else "", *host.wordings)
        for unit in units(text, place)
        for host in unit.hosts
    }


def names(text: str) -> set[Fact]:
    return {(unit.name, alias.kind, alias.name) for unit in units(text) for alias in unit.aliases}


HOSTED = {
    "a 领导组 is a leading group": (
        "咸阳市文物局\n内设机构\n（一）文物保护科。承担咸阳市古城保护工作领导组日常工作。\n（二）考古科。承担市考古工作领导小组日常工作。",
        {
            ("文物保护科", "咸阳市古城保护工作领导组", "", "daily_work"),
            ("考古科", "市考古工作领导小组", "", "daily_work"),
        },
    ),
    "a 领导组 with its office": (
        "三明市林业局\n内设机构\n（一）防火科。承担市森林防火领导组办公室日常工作。",
        {("防火科", "市森林防火领导组办公室", "市森林防火领导组", "daily_work")},
    ),
    "task forces and headquarters without an office": (
        "宜春市水利局\n内设机构\n（一）防汛科。负责市防汛抗旱指挥部的日常工作。\n（二）河长科。承办市清河行动专班具体事务。",
        {
            ("防汛科", "市防汛抗旱指挥部", "", "daily_work"),
            ("河长科", "市清河行动专班", "", "daily_work"),
        },
    ),
    "set in the body under its known short form": (
        "咸阳市妇女联合会\n市政府妇女儿童工作委员会办公室设在妇联。",
        {("咸阳市妇女联合会", "市政府妇女儿童工作委员会办公室", "市政府妇女儿童工作委员会", "located")},
    ),
    "an office in the body, and the work of its group": (
        "宜春市财政局\n（一）国库科\n市委财经委员会办公室设在市财政局，承担委员会日常工作。\n（二）监督科",
        {("宜春市财政局", "市委财经委员会办公室", "市委财经委员会", "located", "daily_work")},
    ),
    "set in a federation under its short form": (
        "三明市残疾人联合会\n市政府残疾人工作委员会秘书处也设在市残联。",
        {("三明市残疾人联合会", "市政府残疾人工作委员会秘书处", "市政府残疾人工作委员会", "located")},
    ),
    "联合 in the name of a union is no verb": (
        "汉中市教育局\n内设机构\n教材科\n督导室\n联合国教科文组织汉中项目委员会秘书处也设在市教育局。",
        {("汉中市教育局", "联合国教科文组织汉中项目委员会秘书处", "联合国教科文组织汉中项目委员会", "located")},
    ),
    "the office that is placed is that of the group whose work it does": (
        "南阳市财政局\n（一）办公室\n（二）预算科\n市政府金融工作办公室设在市财政局，承担市金融工作领导小组日常工作。",
        {("南阳市财政局", "市政府金融工作办公室", "市金融工作领导小组", "located", "daily_work")},
    ),
    "papers of the own office": (
        "南阳市人民政府办公室\n（一）秘书科\n负责起草办公室工作计划和工作总结；负责办公室的日常工作。\n（二）督查科\n负责督查办公室日常工作的落实。",
        set(),
    ),
    "reports and rules of an office": (
        "宜春市科学技术局\n内设机构\n（一）综合科。负责拟订办公室工作制度；起草委员会工作报告。",
        set(),
    ),
    "two bodies with one staff": (
        "绍兴市体育局与绍兴市体育总会合署办公。\n（一）办公室",
        {("绍兴市体育局", "绍兴市体育总会", "", "located")},
    ),
}  # fmt: skip
SIGNS = {
    "several signs on one body": (
        "南阳市城建档案馆\n南阳市城建档案馆与南阳市城建档案管理处、南阳市建设信息中心实行“三块牌子、一套人马”。",
        {
            ("南阳市城建档案馆", "sign", "南阳市城建档案管理处"),
            ("南阳市城建档案馆", "sign", "南阳市建设信息中心"),
        },
    ),
    "a short name without a bracket": (
        "宜春市水利局，简称市水利局，是市政府工作部门。\n内设机构\n办公室",
        {("宜春市水利局", "short_name", "市水利局")},
    ),
    "brackets that list work are no names": (
        "三明市档案馆\n内设机构\n（一）业务一科（档案接收）\n（二）业务二科（建设信息中心、网站维护）\n（三）业务三科（照片室、资料室）",
        {("业务三科", "bracket", "照片室"), ("业务三科", "bracket", "资料室")},
    ),
    "signs with and, and with quotation marks": (
        "宜春市商务局\n内设机构\n（一）综合科。加挂“市口岸办公室”牌子。\n（二）外贸科（挂市世贸事务科和市反倾销科牌子）",
        {
            ("综合科", "sign", "市口岸办公室"),
            ("外贸科", "sign", "市世贸事务科"),
            ("外贸科", "sign", "市反倾销科"),
        },
    ),
    "and inside the standard name of a department separates nothing": (
        "桐庐县农业农村局\n内设机构\n（一）综合科。对外挂县发展和改革局、县住房和城乡建设局牌子。",
        {("综合科", "sign", "县发展和改革局"), ("综合科", "sign", "县住房和城乡建设局")},
    ),
    "a list of signs below a heading": (
        "汉中市市场监督管理局\n内设机构\n办公室\n法规科\n汉中市市场监督管理局管理的行政机构\n汉中市知识产权局\n"
        "对外保留牌子\n汉中市质量发展委员会\n直属事业单位\n汉中市计量所",
        {("汉中市市场监督管理局", "sign", "汉中市质量发展委员会")},
    ),
    "a list of signs of an institution": (
        "三明市档案馆\n内设机构\n综合科\n利用科\n加挂牌子：\n三明市地方志编纂中心\n三明市电子文件备份中心\n",
        {
            ("三明市档案馆", "sign", "三明市地方志编纂中心"),
            ("三明市档案馆", "sign", "三明市电子文件备份中心"),
        },
    ),
}  # fmt: skip
OTHERS = {
    "departments stay departments as printed; the head is no body": (
        "绍兴市体育局\n内设机构\n（一）群体科。会同教育部门抓好学校体育工作；会同财政部门管理体育经费。\n"
        "（二）竞训科。协同公安部门、卫生部门做好赛事安全。\n（三）办公室。指导、协调全市体育协会。\n"
        "（四）法规科。监督和管理体育培训机构；完成局长交办的其他任务。",
        {
            ("群体科", "coordinates", "教育部门"),
            ("群体科", "coordinates", "财政部门"),
            ("竞训科", "coordinates", "公安部门"),
            ("竞训科", "coordinates", "卫生部门"),
            ("办公室", "oversees", "全市体育协会"),
            ("法规科", "oversees", "体育培训机构"),
        },
    ),
    "names that hold and are whole": (
        "三明市水利局\n内设机构\n（一）规划科。会同市发展和改革委员会、市住房和城乡建设局拟订规划；协助市自然资源和规划局、市农业农村局调查。",
        {
            ("规划科", "coordinates", "市发展和改革委员会"),
            ("规划科", "coordinates", "市住房和城乡建设局"),
            ("规划科", "coordinates", "市自然资源和规划局"),
            ("规划科", "coordinates", "市农业农村局"),
        },
    ),
    "who assigns work is a body and no doing": (
        "桐庐县文化和旅游局\n内设机构\n（一）办公室。完成县委宣传部、县文化和旅游局领导交办的任务；落实省人力资源和社会保障厅委托的事项。\n"
        "（二）督查科。完成督促检查交办事项；承办科长交办的事务。",
        {
            ("办公室", "acts_for", "县委宣传部"),
            ("办公室", "acts_for", "省人力资源和社会保障厅"),
        },
    ),
    "organs of the Party, courts and masses": (
        "宜春市司法局\n内设机构\n（一）普法科。会同市委宣传部、市中级人民法院和市妇联开展普法；联合市总工会、团市委表彰先进。\n（二）监督科。指导、考核律师协会和公证机构。",
        {
            ("普法科", "coordinates", "市委宣传部"),
            ("普法科", "coordinates", "市中级人民法院"),
            ("普法科", "coordinates", "市妇联"),
            ("普法科", "coordinates", "市总工会"),
            ("普法科", "coordinates", "团市委"),
            ("监督科", "oversees", "律师协会"),
            ("监督科", "oversees", "公证机构"),
        },
    ),
    "a union is no partner": (
        "汉中市教育局\n内设机构\n（一）外事科。承担联合国教科文组织全国委员会交流事务；参加联合会议。",
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江山市教育局下设办公室、人事科、计财科，另设教研室一个。", {"办公室", "人事科", "计财科", "教研室"}),
        ("江山市财政局内设三个科室：办公室、预算科、国库科，共设一办二科。", {"办公室", "预算科", "国库科"}),
    ],
)
def test_units_are_those_that_a_sentence_names_or_counts_by_name(text: str, expected: set[str]) -> None:
    assert {unit.name for unit in units(text) if unit.kind == "division"} == expected
    assert not extract_document(decode(text.encode(), "x"), "x").record.questions


@pytest.mark.parametrize(("text", "expected"), HOSTED.values(), ids=HOSTED)
def test_offices_are_hosted_where_the_text_says_so(text: str, expected: set[Fact]) -> None:
    assert hosted(text) == expected


@pytest.mark.parametrize(("text", "expected"), SIGNS.values(), ids=SIGNS)
def test_second_names_are_those_that_the_text_gives(text: str, expected: set[Fact]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), OTHERS.values(), ids=OTHERS)
def test_other_bodies_have_the_names_that_the_text_prints(text: str, expected: set[Fact]) -> None:
    found = {
        (unit.name, kind, mention.name or mention.id or "")
        for unit in units(text)
        for kind, mentions in (
            ("coordinates", unit.coordinates_with),
            ("oversees", unit.oversees),
            ("acts_for", unit.acts_for),
        )
        for mention in mentions
    }
    assert found == expected


QUOTAS = {
    "posts of a unit stay its own": (
        "沧州市水务局\n（一）办公室\n（二）信息公开办公室\n四、人员编制\n"
        "行政编制30名。其中：主任1名，副主任3名；信息公开办公室主任1名（副处级），机关党委专职副书记1名；正科级领导职数9名。",
        {
            ("沧州市水务局", "administrative", "30"),
            ("沧州市水务局", "director", "1"),
            ("沧州市水务局", "deputy_director", "3"),
            ("信息公开办公室", "director", "1"),
            ("沧州市水务局", "other", "1"),
            ("沧州市水务局", "division_heads", "9"),
        },
    ),
    "posts of a unit that no list names are other posts": (
        "三明市体育局\n内设机构\n（一）办公室\n人员编制\n核定局长1名、副局长2名，反兴奋剂中心主任1名；副科级领导职数3名。",
        {
            ("三明市体育局", "director", "1"),
            ("三明市体育局", "deputy_director", "2"),
            ("三明市体育局", "other", "1"),
            ("三明市体育局", "deputy_division_heads", "3"),
        },
    ),
    "the body's own name in front of its posts": (
        "宜春市统计局\n内设机构\n（一）综合科\n人员编制\n市统计局设局长一名，市统计局副局长三名。",
        {("宜春市统计局", "director", "1"), ("宜春市统计局", "deputy_director", "3")},
    ),
    "behind the last unit, without a heading": (
        "宜春市民政局\n（一）办公室。负责文电。\n（二）养老科。负责养老服务。\n"
        "机关行政编制35名。设局长1名，正副科长（主任）12名，副科长2名。",
        {
            ("宜春市民政局", "administrative", "35"),
            ("宜春市民政局", "director", "1"),
            ("宜春市民政局", "division_heads", "12"),
            ("宜春市民政局", "deputy_division_heads", "2"),
        },
    ),
    "in the line that lists the units": (
        "衡水市档案馆\n内设办公室、后勤科等5个科室。事业编制25名，设馆长1名，副馆长2名，科长2名、副科长1名。",
        {
            ("衡水市档案馆", "other", "25"),
            ("衡水市档案馆", "director", "1"),
            ("衡水市档案馆", "deputy_director", "2"),
            ("衡水市档案馆", "division_heads", "2"),
            ("衡水市档案馆", "deputy_division_heads", "1"),
        },
    ),
    "in a list of long ago": (
        "衡水市档案馆\n1984年8月，内设办公室、保管科，设馆长1名，副馆长2名。现设办公室、保管科、利用科3个科室，馆长1名。",
        {("衡水市档案馆", "director", "1")},
    ),
    "behind the last unit, in English": (
        "Jinhua Sports Bureau\nInternal organs:\n(1) Office. Responsible for documents.\n(2) Training Division. Guide training.\n"
        "The bureau has 35 administrative staff, including 1 director.",
        {("Jinhua Sports Bureau", "administrative", "35"), ("Jinhua Sports Bureau", "director", "1")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTAS.values(), ids=QUOTAS)
def test_numbers_of_posts_belong_to_whom_the_text_gives_them(text: str, expected: set[Fact]) -> None:
    assert {(unit.name, quota.kind, str(quota.number)) for unit in units(text) for quota in unit.quotas} == expected


@pytest.mark.parametrize(
    ("printed", "phone"),
    [
        ("0579-82000000", "0579-82000000"),
        ("0579—82000000", "0579-82000000"),
        ("0579——8200 0000", "0579-8200 0000"),
        ("０５７９－８２００００００", "0579-82000000"),
        ("（0579）82000000–8012、82000001", "(0579)82000000-8012、82000001"),
        ("+86－579－82000000转801", "+86-579-82000000转801"),
        ("0579﹣82000000", "0579-82000000"),
        ("0579一82000000、82000001", "0579-82000000、82000001"),
        ("0579 · 82000000", "0579-82000000"),
        ("0579_82000000；邮编321000", "0579-82000000"),
        ("12315（24小时）", "12315"),
    ],
)
def test_a_telephone_number_is_whole_whatever_the_dash(printed: str, phone: str) -> None:
    (body,) = units(f"金华市民政局\n联系电话：{printed}")
    assert body.site
    assert body.site.phone == phone


CHANGES = {
    "a merger in the year of Chinese numerals": (
        "金华市民政局\n内设机构\n办公室\n二〇一八年十二月，由原金华市民政局和原金华市老龄办合并组建金华市民政局。",
        {("merge", "2018-12", "原金华市民政局", "原金华市老龄办")},
    ),
    "standard names stay whole in a merger": (
        "三明市商务局\n内设机构\n办公室\n二○一〇年，由市发展和改革委员会、市经济和信息化局整合组建市产业发展局。",
        {("merge", "2010", "市发展和改革委员会", "市经济和信息化局")},
    ),
    "a founding with blanks around the numbers": (
        "宜春市档案馆\n内设机构\n办公室\n本馆成立于 1959 年 3 月。",
        {("found", "1959-03")},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHANGES.values(), ids=CHANGES)
def test_changes_have_their_dates_and_whole_names(text: str, expected: set[Fact]) -> None:
    found = {
        (one.kind, str(one.date), *(end.name or end.id or "" for end in one.before))
        for unit in units(text)
        for one in unit.changes
    }
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "衢州市统计局\n科室\t负责人\t联系电话\t办公地点\n办公室\t张三\t0570-3012345\t301\n核算科\t李四\t0570-3012346\t302",
        "衢州市统计局\n内设机构\n办公室（负责人：张三，电话：0570-3012345）\n核算科（负责人：李四，电话：0570—3012346）",
    ],
    ids=["below the words above their columns", "in brackets behind names"],
)
def test_heads_and_telephones_are_those_of_the_unit_beside(text: str) -> None:
    told = {
        unit.name: (unit.heads[0].post, unit.heads[0].name, unit.site.phone)
        for unit in units(text)
        if unit.heads and unit.site
    }
    assert told == {
        "办公室": ("负责人", "张三", "0570-3012345"),
        "核算科": ("负责人", "李四", "0570-3012346"),
    }
