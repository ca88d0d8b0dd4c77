"""What one clause says: roles by its verbs, bodies that are overseen, whose duty it is, and what proves it."""

import pytest

from loaders.extract.claims.matters import matters
from loaders.extract.claims.partners import overseen
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.extract.grammar import Language
from loaders.extract.rules.stretch import Stretch
from loaders.record import Unit


def bureau(text: str) -> Unit:
    return extract_document(decode(text.encode(), "x"), "x").record.bodies[0]


@pytest.mark.parametrize(
    ("clause", "roles"),
    [
        ("负责拟订就业政策,完善就业援助制度", ["drafts", "does"]),
        ("指导、组织城乡社区建设", ["guides"]),
        ("在主管部门指导和监督下负责殡葬管理工作", ["does"]),
        ("会同有关部门整治治丧秩序", ["joins", "does"]),
        ("指导劳动标准制定工作", ["guides"]),
        ("负责救助资金分配", ["does"]),
        ("Guide and coordinate the placement of employees", ["guides"]),
        ("Supervise and manage vocational training", ["supervises"]),
        ("Formulate measures for the supervision and management of funds", ["drafts"]),
        ("Responsible for the management, guidance and supervision of wages", ["guides", "supervises", "does"]),
        ("Responsible for formulating plans, and strengthen employment services", ["drafts", "does"]),
        ("In conjunction with relevant departments to carry out employment services", ["joins", "does"]),
        ("Assist the relevant departments to do a good job in employment services", ["participates"]),
        ("Responsible for petitions assigned and supervised by superiors", ["does"]),
        ("Coordinate the work of petitions", ["does"]),
        ("Guide the participation in mediation", ["participates", "guides"]),
    ],
)
def test_roles_follow_the_verbs_of_each_phrase(clause: str, roles: list[str]) -> None:
    assert matters("en" if clause.isascii() else "zh").duty(clause)[1] == roles


@pytest.mark.parametrize(
    ("language", "clause", "bodies"),
    [
        ("zh", "指导监督养老保险经办机构业务工作", [("养老保险经办机构", ["guides", "supervises"])]),
        ("zh", "对全市民办职业介绍机构进行资格审批和管理", [("民办职业介绍机构", ["approves", "manages"])]),
        (
            "zh",
            "承担全市社会团体、民办非企业单位登记管理",
            [("社会团体", ["licenses", "manages"]), ("民办非企业单位", ["licenses", "manages"])],
        ),
        ("zh", "负责对经批准设立的养老机构违法行为的处罚", [("养老机构", ["supervises"])]),
        ("zh", "指导督促企事业单位加强安全管理", [("企事业单位", ["guides", "supervises"])]),
        ("zh", "指导事业单位人事制度改革", []),
        ("zh", "指导有关部门开展工作", []),
        ("en", "To guide and supervise the work of medical insurance agencies", [("medical insurance agencies", ["guides", "supervises"])]),
        ("en", "Formulate measures for the management of medical institutions", []),
        ("en", "Supervise the total wages of state-owned enterprises", [("state-owned enterprises", ["supervises"])]),
        ("en", "Manage the funds of training institutions", []),
        ("en", "Guide the placement of employees in enterprises", []),
        ("en", "Guide enterprises to sign labor contracts", [("enterprises", ["guides"])]),
        (
            "en",
            "Responsible for the management and inspection of talent agencies, employment agencies and training institutions",
            [(name, ["supervises", "manages"]) for name in ("talent agencies", "employment agencies", "training institutions")],
        ),
        ("en", "Guide the work of districts, counties (cities) and major parks", [("districts, counties (cities) and major parks", ["guides"])]),
        ("en", "Guide the work of the Municipal Talent Association and the Municipal Training Center",
            [("Municipal Talent Association", ["guides"]), ("Municipal Training Center", ["guides"])]),
        ("en", "Responsible for the policy guidance and training of injury appraisal, ability appraisal and injury insurance agencies",
            [("injury insurance agencies", ["guides"])]),
        ("en", "Responsible for the qualification certification of medical institutions", [("medical institutions", ["licenses"])]),
        ("en", "Supervise the implementation of laws by the employing units", [("employing units", ["supervises"])]),
        (
            "en",
            "Guide the business work of rowing agencies in counties, hear of accidents there and supervise them",
            [("rowing agencies", ["guides"]), ("rowing agencies", ["supervises"])],
        ),
        ("en", "Guide the placement of rowers and supervise them", []),
        (
            "en",
            "Keep the accounts of private enterprises, and supervise the wages of the heads of enterprises",
            [("private enterprises", ["supervises"])],
        ),
        ("en", "Supervise the wages of the heads of enterprises", []),
        ("zh", "指导养老服务机构业务,并对其进行监督", [("养老服务机构", ["guides"]), ("养老服务机构", ["supervises"])]),
    ],
)  # fmt: skip
def test_bodies_that_are_overseen(language: Language, clause: str, bodies: list[tuple[str, list[str]]]) -> None:
    found = overseen(language, Stretch.whole(clause))
    assert [(clause[one.name.start : one.name.end], one.roles) for one in found] == bodies


def test_a_clause_that_begins_with_a_unit_tells_its_duty() -> None:
    body = bureau(
        "金华市民政局职能配置规定\n第一条　内设机构\n（一）办公室\n（二）社会救助科\n"
        "第二条　办公室主要负责文秘、会务。社会救助科负责低保工作。\n"
    )
    assert [(unit.name, [duty.functions for duty in unit.duties]) for unit in body.units] == [
        ("办公室", [["general-affairs"]]),
        ("社会救助科", [["social-assistance"]]),
    ]


def test_text_below_several_names_in_one_line_is_about_all_of_them() -> None:
    body = bureau(
        "Jinhua Social Insurance Bureau\nI. Internal institutions\n1. Office\nResponsible for documents.\n2. branches\n"
        "Jinhua East Branch, South Branch and West Branch.\n"
        "Responsible for the collection of endowment insurance premiums.\n"
    )
    branches = [unit for unit in body.units if unit.kind == "branch"]
    assert len(branches) == 3
    assert [len(unit.duties) for unit in branches] == [1, 1, 1]


def test_numbers_below_a_unit_go_on_under_it() -> None:
    body = bureau(
        "Jinhua Examination Center\n1. Responsible for examinations.\n2. Responsible for archives.\n"
        "(1) Responsibilities of the Office\n1. Responsible for documents and meetings.\n2. Responsible for vehicles.\n"
        "(2) Responsibilities of the Computer Room\nResponsible for computers.\n2. Responsible for software.\n"
    )
    assert [(unit.name, len(unit.duties)) for unit in body.units] == [("Office", 2), ("Computer Room", 2)]


def test_what_falls_to_the_body_itself_is_its_duty() -> None:
    body = bureau(
        "Jinhua Human Resources Bureau\nI. Internal institutions\n(a) Office: responsible for documents.\n"
        "II. Division of responsibilities: the placement of college graduates is the responsibility of the "
        "Municipal Education Bureau; employment of college graduates is led by the Municipal Human Resources Bureau and jointly "
        "made with the Municipal Education Bureau.\n"
    )
    assert [(duty.functions, duty.roles) for duty in body.duties] == [(["graduate-employment"], ["leads", "joins"])]
    assert [len(share.at) for share in body.boundaries[0].shares] == [2, 1]


def test_a_merger_that_is_told_twice_is_one_change() -> None:
    told = "after 20 10, the Grain Bureau and the Trade Bureau were merged into the Commerce Bureau"
    body = bureau(f"Jinhua Talent Center\nIt works under the bureau ({told}).\nIt serves talents ({told}).\n")
    (change,) = body.changes
    assert (change.kind, change.date, change.date_relation, len(change.at)) == ("merge", "2010", "after", 2)
    assert [one.name for one in (*change.before, *change.after)] == [
        "Grain Bureau", "Trade Bureau", "Commerce Bureau",
    ]  # fmt: skip
    chinese = bureau("金华市民政局职能配置规定\n2019年3月，由原市人事局、市劳动局合并组建市人力资源局。\n")
    assert [(one.kind, one.date, len(one.before)) for one in chinese.changes] == [("merge", "2019-03", 2)]


def test_the_competent_department_of_an_institution_is_its_bureau() -> None:
    body = bureau(
        "金华市民政局职能配置规定\n第一条　所属事业单位\n（一）金华市殡葬管理所\n主要职责：承办主管部门委托或授权的其他事项。"
        "在民政主管部门指导和监督下负责公墓管理工作。\n"
    )
    (place,) = body.units
    assert [(one.id, one.status) for one in place.acts_for] == [("jinhua/民政局", "inferred")]
    assert [(one.id, one.roles) for one in body.oversees] == [("jinhua/殡葬管理所", ["guides", "supervises"])]


def test_the_proof_of_a_sentence_is_its_clause_and_that_of_a_bracket_the_name() -> None:
    text = (
        "金华市民政局职能配置规定\n第一条　内设机构\n（一）办公室（信访科）。会同市财政局拟订规划；"
        "承担市老龄工作领导小组办公室日常工作。\n"
    )
    (office,) = bureau(text).units
    line = text.splitlines()[2]
    proofs = [
        fact.at[0].span.quoted(text.splitlines()) for fact in (*office.aliases, *office.coordinates_with, *office.hosts)
    ]
    assert proofs == ["信访科", "会同市财政局拟订规划", "承担市老龄工作领导小组办公室日常工作"]
    assert all(proof in line for proof in proofs)
