"""Whatever the numbers, brackets, phrases and order of sections: the same facts are found, and nothing else."""

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.extract.facts.draft import Draft

CHINESE_NUMERALS = "一二三四五六七八九"
CHINESE_NUMBERS = {
    "bracketed": lambda n: f"（{CHINESE_NUMERALS[n]}）",
    "dotted": lambda n: f"{n + 1}.",
    "comma": lambda n: f"{n + 1}、",
    "arabic brackets": lambda n: f"({n + 1})",
    "full-width": lambda n: f"（{chr(0xFF11 + n)}）",
    "circled": lambda n: chr(0x2460 + n),
    "none": lambda n: "",
}
CHINESE_UNITS = ("办公室", "人事科", "政策法规科", "规划财务科", "行政审批科", "综合业务科", "监督管理科", "宣传教育科")
CHINESE_SIGNS = ("信访科", "督察科", "外事科", "信息中心")
CHINESE_SIGN_PHRASES = ("（加挂{}牌子）", "（挂{}牌子）", "（{}）", "（对外保留{}牌子）")
CHINESE_GROUPS = ("市安全生产委员会", "市乡村振兴工作领导小组", "市信用建设联席会议")
CHINESE_HOSTING = (
    "承担{}办公室日常工作",
    "承担{}办公室的具体工作",
    "{}办公室设在本科",
    "{}办公室的日常工作由该科承担",
    "负责{}办公室日常工作",
)
CHINESE_INSTITUTIONS = ("金华市信息中心", "金华市培训中心", "金华市检测所")

ENGLISH_NUMBERS = {
    "bracketed": lambda n: f"({n + 1}) ",
    "letters": lambda n: f"({'abcdefgh'[n]}) ",
    "dotted": lambda n: f"{n + 1}. ",
    "roman": lambda n: f"({('i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii')[n]}) ",
    "none": lambda n: "",
}
ENGLISH_UNITS = (
    "Office",
    "Personnel Section",
    "Regulations Section",
    "Finance Section",
    "Licensing Section",
    "Publicity Section",
)
ENGLISH_SIGNS = ("Petition Section", "Supervision Section", "Foreign Affairs Section")
ENGLISH_SIGN_PHRASES = (
    " (hanging the sign of {})",
    " (with the brand of {})",
    " ({})",
    " (adding the license plate of {})",
)
ENGLISH_GROUPS = (
    "Municipal Safety Committee",
    "Municipal Rural Work Leading Group",
    "Municipal Credit Joint Conference",
)
ENGLISH_HOSTING = (
    "undertake the daily work of the office of the {}",
    "the office of the {} is located in this section",
    "be responsible for the daily work of the office of the {}",
)
ENGLISH_INSTITUTIONS = ("Jinhua Information Center", "Jinhua Training Center", "Jinhua Testing Institute")


@dataclass(frozen=True)
class Unit:
    """A unit as it is written: its name, a second name with its phrase, a group whose office it hosts with a phrase."""

    name: str
    sign: tuple[str, str] | None
    hosting: tuple[str, str] | None


def units_of(names: tuple[str, ...], signs: tuple, groups: tuple) -> st.SearchStrategy[list[Unit]]:  # type: ignore[type-arg]
    """Up to six units with names of their own; a sign and a group stand on one unit each."""
    return st.builds(
        lambda chosen, sign, group, first, second: [
            Unit(name, sign if index == first else None, group if index == second else None)
            for index, name in enumerate(chosen)
        ],
        st.lists(st.sampled_from(names), min_size=3, max_size=6, unique=True),
        st.tuples(st.sampled_from(signs[0]), st.sampled_from(signs[1])),
        st.tuples(st.sampled_from(groups[0]), st.sampled_from(groups[1])),
        st.integers(0, 2),
        st.integers(1, 2),
    )


def facts(text: str) -> tuple[list[str], set[tuple[str, str]], set[tuple[str, str]], list[str]]:
    """Divisions, second names, hosted groups and institutions of the first body of a text."""
    reading = extract_document(decode(text.encode(), "generated"), "generated").reading
    body: Draft = reading.bodies[0]
    units = list(body.all())
    second = {(unit.name, alias["name"]) for unit in units for alias in unit.list_of("aliases")}
    hosts = {(unit.name, host["group"]["name"]) for unit in units for host in unit.list_of("hosts") if "group" in host}
    divisions = [unit.name for unit in units if unit.kind == "division"]
    return divisions, second, hosts, [unit.name for unit in units if unit.kind == "institution"]


def check(text: str, units: list[Unit], institutions: list[str]) -> None:
    divisions, second, hosts, found = facts(text)
    assert divisions == [unit.name for unit in units], text
    assert second == {(unit.name, unit.sign[0]) for unit in units if unit.sign}, text
    assert hosts == {(unit.name, unit.hosting[0]) for unit in units if unit.hosting}, text
    assert found == institutions, text


many = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@many
@given(
    units=units_of(CHINESE_UNITS, (CHINESE_SIGNS, CHINESE_SIGN_PHRASES), (CHINESE_GROUPS, CHINESE_HOSTING)),
    number=st.sampled_from(sorted(CHINESE_NUMBERS)),
    stop=st.sampled_from(("。", "：", "\n")),
    institutions=st.lists(st.sampled_from(CHINESE_INSTITUTIONS), min_size=1, max_size=3, unique=True),
    first=st.sampled_from(("duties", "divisions")),
    announced=st.booleans(),
)
def test_chinese(
    units: list[Unit], number: str, stop: str, institutions: list[str], first: str, announced: bool
) -> None:
    lines = []
    for index, unit in enumerate(units):
        sign = unit.sign[1].format(unit.sign[0]) if unit.sign else ""
        hosting = f"；{unit.hosting[1].format(unit.hosting[0])}" if unit.hosting else ""
        lines.append(f"{CHINESE_NUMBERS[number](index)}{unit.name}{sign}{stop}负责有关材料的审核和归档{hosting}。")
    announcement = [f"市教育局设{len(units)}个内设机构："] if announced else []
    sections = {
        "duties": ["主要职责", "贯彻执行教育工作的方针政策，拟订发展规划。"],
        "divisions": ["内设机构", *announcement, *lines],
    }
    order = [first, *(one for one in sections if one != first)]
    numbered = [
        [f"{CHINESE_NUMERALS[index]}、{sections[name][0]}", *sections[name][1:]] for index, name in enumerate(order)
    ]
    text = "\n".join(
        ["金华市教育局", *(line for section in numbered for line in section), "三、所属事业单位", *institutions]
    )
    check(f"{text}\n", units, institutions)


@many
@given(
    units=units_of(ENGLISH_UNITS, (ENGLISH_SIGNS, ENGLISH_SIGN_PHRASES), (ENGLISH_GROUPS, ENGLISH_HOSTING)),
    number=st.sampled_from(sorted(ENGLISH_NUMBERS)),
    stop=st.sampled_from((". ", ": ", "\n")),
    institutions=st.lists(st.sampled_from(ENGLISH_INSTITUTIONS), min_size=1, max_size=3, unique=True),
    first=st.sampled_from(("duties", "divisions")),
)
def test_english(units: list[Unit], number: str, stop: str, institutions: list[str], first: str) -> None:
    lines = []
    for index, unit in enumerate(units):
        sign = unit.sign[1].format(unit.sign[0]) if unit.sign else ""
        hosting = f"; {unit.hosting[1].format(unit.hosting[0])}" if unit.hosting else ""
        lines.append(
            f"{ENGLISH_NUMBERS[number](index)}{unit.name}{sign}{stop}To be responsible for the review of documents{hosting}."
        )
    sections = {
        "duties": ["Main responsibilities", "To carry out the policies on education and draw up the plan."],
        "divisions": ["Internal institutions", *lines],
    }
    order = [first, *(one for one in sections if one != first)]
    numerals = ("I", "II", "III")
    numbered = [[f"{numerals[index]}. {sections[name][0]}", *sections[name][1:]] for index, name in enumerate(order)]
    text = "\n".join(
        [
            "Jinhua Education Bureau",
            *(line for section in numbered for line in section),
            "III. Affiliated institutions",
            *institutions,
        ]
    )
    check(f"{text}\n", units, institutions)
