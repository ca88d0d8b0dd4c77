"""Facts beside names and hierarchy: people, places, posts, changes, partners, divisions of labour, standing."""

import pytest

from loaders.extract.claims.contacts import opening_hours
from loaders.extract.document.reading import decode
from loaders.extract.document.text import clauses
from loaders.extract.explaining import marks
from loaders.extract.extraction import extract_document
from loaders.extract.grammar import Language
from loaders.extract.ledger.ledger import BARE_NUMBER
from loaders.record import Unit

CHINESE = """金华市民政局职能配置、内设机构和人员编制规定
第一条　金华市民政局是市人民政府工作部门，为正处级。
第二条　职责调整
1、将市卫生健康委员会承担的养老服务职责划入市民政局。
2、将殡葬执法的职责划给市综合行政执法局。
3、取消社会团体筹备审批。
4、加强社会救助体系建设。
第三条　内设机构
（一）办公室。负责文电、会务工作，完成市委、市政府交办的任务。
（二）社会救助科。会同有关部门拟订社会救助政策，指导养老服务机构的业务。
（三）双拥科。经市双拥工作领导小组同意，组织开展双拥活动。
第四条　与市教育局的职责分工。市教育局负责学生资助，市民政局负责临时救助。
第五条　市民政局行政编制20名。设局长1名，副局长3名，总会计师1名；科级领导职数9名（含机关党委专职副书记1名）。
第六条　暂不设派出机构。
第七条　本规定自2023年1月1日起施行。
负责人：方明　联系电话：0579-80000000
通讯地址：金华市婺城区双龙南街1号
邮政编码：
办公时间：星期一至星期五，上午8:30-12:00，下午14:00-17:30（法定节假日除外）
"""
ENGLISH = """Jinhua Education Bureau
Jinhua Education Bureau is a working department of the municipal government.
I. Adjustment of responsibilities
(1) Transferred in: the student loan duties undertaken by the Civil Affairs Bureau.
II. Internal institutions
(a) Office: responsible for documents; undertake other work entrusted by the Provincial Department of Education.
(b) Basic Education Section: in conjunction with the relevant departments, guide compulsory education.
III. Staffing
There are 25 administrative staff, 1 director, 2 deputy directors and 8 leaders at the section level.
IV. Division of responsibilities: the Municipal Finance Bureau is responsible for the budget, \
the Municipal Education Bureau is responsible for compulsory education.
"""


@pytest.fixture(scope="module")
def bureau() -> Unit:
    return extract_document(decode(CHINESE.encode(), "x"), "x").record.bodies[0]


@pytest.fixture(scope="module")
def english() -> Unit:
    return extract_document(decode(ENGLISH.encode(), "x"), "x").record.bodies[0]


def test_posts_and_what_a_number_includes(bureau: Unit, english: Unit) -> None:
    assert [(quota.kind, quota.number) for quota in bureau.quotas] == [
        ("administrative", 20),
        ("director", 1),
        ("deputy_director", 3),
        ("chief_accountant", 1),
        ("division_heads", 9),
    ]
    assert bureau.quotas[-1].of_which == {"机关党委专职副书记": 1}
    assert [(quota.kind, quota.number) for quota in english.quotas] == [
        ("administrative", 25),
        ("director", 1),
        ("deputy_director", 2),
        ("division_heads", 8),
    ]


def test_heads_and_places_with_what_is_left_blank(bureau: Unit) -> None:
    assert [(head.name, head.post) for head in bureau.heads] == [("方明", "负责人")]
    assert bureau.site is not None
    assert bureau.site.address == "金华市婺城区双龙南街1号"
    assert bureau.site.phone == "0579-80000000"
    assert bureau.site.hours == "Mo-Fr 08:30-12:00,14:00-17:30; PH off"
    assert bureau.site.blank == ["postcode"]


def test_responsibilities_that_moved_have_their_other_end(bureau: Unit, english: Unit) -> None:
    moved = [
        (one.kind, [end.name or end.id for end in one.before], [end.name or end.id for end in one.after])
        for one in bureau.changes
    ]
    assert moved == [
        ("transfer", ["市卫生健康委员会"], ["jinhua/民政局"]),
        ("transfer", ["jinhua/民政局"], ["市综合行政执法局"]),
        ("drop", ["jinhua/民政局"], []),
        ("strengthen", [], ["jinhua/民政局"]),
    ]
    assert [(one.kind, [end.name for end in one.before]) for one in english.changes] == [
        ("transfer", ["Civil Affairs Bureau"])
    ]


def test_partners(bureau: Unit, english: Unit) -> None:
    office, relief, support = bureau.units[:3]
    assert [one.name for one in office.acts_for] == ["市委", "市政府"]
    assert [(one.name, one.unnamed) for one in relief.coordinates_with] == [("有关部门", True)]
    assert [(one.name, one.roles) for one in relief.oversees] == [("养老服务机构", ["guides"])]
    assert [(one.name, one.form) for one in support.answers_to] == [("市双拥工作领导小组", "leading_group")]
    assert [one.name for one in english.units[0].acts_for] == ["Provincial Department of Education"]
    assert [one.unnamed for one in english.units[1].coordinates_with] == [True]


def test_a_division_of_labour_names_both_sides(bureau: Unit, english: Unit) -> None:
    shares = [[share.name or share.id for share in one.shares] for one in (*bureau.boundaries, *english.boundaries)]
    assert shares == [["市教育局", "jinhua/民政局"], ["Municipal Finance Bureau", "jinhua/education-bureau"]]


def test_whose_department_it_is_and_its_rank(bureau: Unit, english: Unit) -> None:
    assert bureau.rank == "正处级"
    assert bureau.organ_of is not None
    assert english.organ_of is not None


def test_the_bracket_behind_an_institution_says_its_rank_and_its_posts() -> None:
    text = "金华市民政局\n金华市民政局下属单位3个：市救助站（正科级，编制7名）、市福利院（副科级）、市殡仪馆（股级，事业编5个）。\n"
    body = extract_document(decode(text.encode(), "here"), "here").record.bodies[0]
    said = {unit.name: (unit.rank, [quota.number for quota in unit.quotas]) for unit in body.units}
    assert said == {"市救助站": ("正科级", [7]), "市福利院": ("副科级", []), "市殡仪馆": ("股级", [5])}


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("zh", "工作日上午9:00-12:00", "Mo-Fr 09:00-12:00"),
        ("en", "Monday to Friday, 9:00-12:00, 13:00-17:00 (except holidays)", "Mo-Fr 09:00-12:00,13:00-17:00; PH off"),
        ("zh", "夏令时8:30-11:30;冬令时9:00-12:00", '08:30-11:30 "summer"; 09:00-12:00 "winter"'),
        ("zh", "5月至9月8:00-12:00", None),
        ("zh", "全天", None),
    ],
)
def test_office_hours(language: Language, text: str, hours: str | None) -> None:
    assert opening_hours(language, text) == hours


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_every_clause_is_a_fact_ignored_or_a_question_and_says_by_which_rule(text: str) -> None:
    extraction = extract_document(decode(text.encode(), "document"), "document")
    marked = marks(extraction)
    assert all(mark.kind and mark.says for line in marked.values() for mark in line)
    left_over = [
        clause
        for line, even in enumerate(extraction.document.even, 1)
        for clause in clauses(line, even)
        if not BARE_NUMBER.fullmatch(even, clause.start, clause.end)
        and not any(
            mark.quote.span.start < clause.end and clause.start < mark.quote.span.end for mark in marked.get(line, [])
        )
    ]
    assert left_over == []


def test_a_second_name_that_is_a_body_of_the_document_is_linked_with_it() -> None:
    text = (
        "丽水市民政局\n内设机构\n（一）慈善科（市慈善总会）。负责慈善工作。\n（二）信访科（接待室）。负责信访。\n"
        "直属事业单位\n丽水市慈善总会\n丽水市福利院\n"
    )
    bureau = extract_document(decode(text.encode(), "x"), "x").record.bodies[0]
    linked = [(unit.name, alias.name, alias.denotes) for unit in bureau.units for alias in unit.aliases]
    assert linked == [("慈善科", "市慈善总会", "lishui/慈善总会"), ("信访科", "接待室", None)]
    assert [unit.name for unit in bureau.units if unit.key == "慈善总会"] == ["丽水市慈善总会"]
