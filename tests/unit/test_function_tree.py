"""The tree of functions holds every field of government, and clauses of each field find their way to it."""

import pytest

from loaders.extract.claims.matters import matters
from loaders.reference import functions

FIELDS = {code for code in functions().nodes if code not in functions().within}
# The classes of the UN classification of the functions of government: divisions 01 to 10 with their groups.
COFOG_GROUPS = {"01": 8, "02": 5, "03": 6, "04": 9, "05": 6, "06": 6, "07": 6, "08": 6, "09": 8, "10": 9}


def depth(code: str) -> int:
    steps = 0
    while code in functions().within:
        code, steps = functions().within[code].end_id, steps + 1
    return steps


def field_of(code: str) -> str:
    while code in functions().within:
        code = functions().within[code].end_id
    return code


def test_each_field_of_government_has_at_least_twelve_matters() -> None:
    # Personnel, labour and veterans are parts of one field in most cities; they stand apart since the first version.
    small = {"personnel", "labour", "veterans"}
    counts = {field: sum(field_of(code) == field for code in functions().nodes) - 1 for field in FIELDS - small}
    assert {field: count for field, count in counts.items() if count < 12} == {}


def test_no_function_lies_deeper_than_two_levels_below_its_field() -> None:
    assert {code for code in functions().nodes if depth(code) > 2} == set()


def test_classes_of_the_un_classification_exist() -> None:
    classes = {node.cofog for node in functions().nodes.values() if node.cofog}
    wrong = {one for one in classes if not 0 < int((one + ".1").split(".")[1]) <= COFOG_GROUPS.get(one[:2], 0)}
    assert wrong == set()


@pytest.mark.parametrize(
    ("clause", "codes"),
    [
        ("负责幼儿园审批和控辍保学工作", {"preschool-education", "compulsory-education"}),
        ("负责教师资格认定", {"teachers"}),
        ("指导校车和学校食堂的管理", {"school-safety"}),
        ("负责结核病防治和预防接种", {"infectious-disease-control", "immunization"}),
        ("负责执业医师注册", {"health-professionals"}),
        ("负责农村公路养护", {"rural-roads", "road-maintenance"}),
        ("承担网约车许可", {"taxis"}),
        ("负责电梯和锅炉的监察", {"special-equipment"}),
        ("组织反不正当竞争执法", {"competition"}),
        ("负责高标准农田建设", {"farmland-protection"}),
        ("负责屠宰环节管理", {"slaughter"}),
        ("负责公租房分配", {"public-rental-housing"}),
        ("负责工程造价管理", {"project-cost"}),
        ("指导律师和公证工作", {"lawyers", "notaries"}),
        ("负责政府债务和非税收入", {"government-debt", "non-tax-revenue"}),
        ("负责招商引资", {"investment-promotion"}),
        ("负责森林防火", {"forest-fires"}),
        ("负责排污许可证核发", {"discharge-permits"}),
        ("负责不动产登记", {"property-registration"}),
        ("落实河长制", {"river-chiefs"}),
        ("负责非物质文化遗产保护", {"intangible-heritage"}),
        ("负责旅行社和导游管理", {"tourism-market"}),
        ("负责技术合同登记", {"technology-transfer"}),
        ("负责看守所管理", {"police-detention"}),
        ("负责民族团结进步创建", {"unity-progress"}),
        ("指导社会体育指导员工作", {"mass-sports"}),
        ("负责因公出国团组审核", {"visits-abroad"}),
        ("维护妇女权益", {"women-federation"}),
        ("负责机构编制管理", {"establishment-management"}),
        ("建设院士专家工作站", {"science-association"}),
        ("推广手语和盲文", {"disabled-federation"}),
        ("做好财产保全工作", {"court-enforcement"}),
        ("负责接待查档", {"archives"}),
        ("组织全民健身活动", {"mass-sports"}),
    ],
)
def test_a_chinese_clause_of_each_field_names_its_matter(clause: str, codes: set[str]) -> None:
    assert set(matters("zh").duty(clause)[0]) == codes


@pytest.mark.parametrize(
    ("clause", "codes"),
    [
        ("Responsible for kindergartens and compulsory education", {"preschool-education", "compulsory-education"}),
        ("Manage vaccination and tuberculosis control", {"immunization", "infectious-disease-control"}),
        ("Supervise taxis", {"taxis"}),
        ("Responsible for elevators and boilers", {"special-equipment"}),
        ("Guide farmers' cooperatives", {"farmer-cooperatives"}),
        ("Responsible for low-rent housing", {"public-rental-housing"}),
        ("Guide lawyers and notaries", {"lawyers", "notaries"}),
        ("Responsible for government debt", {"government-debt"}),
        ("Responsible for soil and water conservation", {"soil-water-conservation"}),
        ("Issue pollution discharge permits", {"discharge-permits"}),
        ("Manage intangible cultural heritage", {"intangible-heritage"}),
        ("Promote the transformation of technological achievements and technology transfer", {"technology-transfer"}),
        ("Responsible for religious venues", {"religious-sites"}),
        ("Organize mass sports", {"mass-sports"}),
        ("Handle passports and visas", {"visits-abroad"}),
    ],
)
def test_an_english_clause_of_each_field_names_its_matter(clause: str, codes: set[str]) -> None:
    assert set(matters("en").duty(clause)[0]) == codes
