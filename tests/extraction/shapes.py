"""Documents of random shape whose contents are known: the ways in which pages list units and institutions, combined."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.record import Unit

# A place and what is said in front of its bodies' names in short.
PLACES = (("金华市", "市"), ("庐江县", "县"), ("双流区", "区"), ("满洲里市", "市"), ("贵州省", "省"), ("宜兴市", "市"))
BODIES = (
    "民政局", "教育局", "司法局", "发展和改革委员会", "卫生健康委员会", "住房和城乡建设局", "文化和旅游局", "残疾人联合会",
    "人力资源和社会保障局", "农业农村局", "退役军人事务局", "中级人民法院", "妇女联合会", "信访局", "科学技术协会", "审计局",
)  # fmt: skip
MATTERS = (
    "综合", "人事", "财务", "规划", "法规", "救助", "养老", "档案", "宣传", "监督", "项目", "统计", "基层政权", "社会事务",
    "行政审批", "计划财务", "组织人事", "产业发展", "城乡建设",
)  # fmt: skip
SECOND = ("信访", "督查", "安全监管", "审批服务", "双拥", "老龄工作", "法制", "应急")
SERVICES = (
    "救助站",
    "培训中心",
    "信息中心",
    "福利院",
    "档案馆",
    "服务中心",
    "研究所",
    "执法大队",
    "水文站",
    "林场",
    "博物馆",
)
DUTIES = ("负责机关文电和会务工作。", "承担法规起草和行政复议工作。", "指导基层业务工作。", "负责安全生产监督检查。")
WORDS = {"科": "科室", "处": "处室", "股": "股室"}
NUMERALS = "零一二三四五六七八九十"
NAMES_AT_MOST = 6


@dataclass
class Shaped:
    """A document and what a careful reader finds in it."""

    text: str = ""
    body: str = ""
    divisions: list[str] = field(default_factory=list)
    institutions: list[str] = field(default_factory=list)
    signs: set[tuple[str, str]] = field(default_factory=set)
    """Unit and second name."""
    announced: int | None = None

    def found(self) -> "Shaped":
        """What the program finds."""
        record = extract_document(decode(self.text.encode(), "shape.txt"), "shape").record
        every = [unit for body in record.bodies for unit in below(body)]
        stated = next((body.stated_divisions for body in record.bodies if body.stated_divisions), None)
        return Shaped(
            self.text,
            " and ".join(body.name for body in record.bodies),
            sorted(one.name for one in every if one.kind == "division"),
            sorted(one.name for one in every if one.kind == "institution" and one not in record.bodies),
            {(one.name, alias.name) for one in every for alias in one.aliases if alias.kind in ("sign", "bracket")},
            stated.number if stated else None,
        )


def below(unit: Unit) -> Iterator[Unit]:
    """A unit and all that is inside it."""
    yield unit
    for one in unit.units:
        yield from below(one)


class Writer:
    """Writes one document; the same seed gives the same."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.made = Shaped()
        self.place, self.level = self.dice.choice(PLACES)
        self.end = self.dice.choice(tuple(WORDS))

    def write(self) -> Shaped:
        """A title, a first sentence, the units and the institutions in either order."""
        body = self.dice.choice(BODIES)
        self.made.body = self.place + body
        self.subject = self.dice.choice((self.made.body, self.level + body, "本单位", ""))
        parts = [self._units(), self._institutions()]
        if self.subject and self.dice.random() < 0.5:
            parts.reverse()
        lines = [*self._title(), *parts[0], *parts[1]]
        self.made.text = "\n".join(lines) + "\n"
        self.made.divisions.sort()
        self.made.institutions.sort()
        return self.made

    def _title(self) -> list[str]:
        name = self.made.body
        return self.dice.choice((
            [name], [f"{name}机构设置"], [f"{name}主要职责内设机构和人员编制规定"], [name, "机构设置"],
            [f"根据机构改革方案，设立{name}，为{self.place}人民政府工作部门。"],
        ))  # fmt: skip

    def _with_second_name(self, name: str, ends: str) -> str:
        """A name with or without a bracket behind it."""
        second = self.dice.choice(SECOND) + ends
        if self.dice.random() > 0.2 or second == name:
            return name
        self.made.signs.add((name, second))
        return self.dice.choice((f"{name}（{second}）", f"{name}（挂{second}牌子）", f"{name}（加挂{second}牌子）"))

    def _units(self) -> list[str]:
        names = [matter + self.end for matter in self.dice.sample(MATTERS, self.dice.randint(2, NAMES_AT_MOST))]
        if self.dice.random() < 0.6:
            names[0] = "办公室"
        self.made.divisions = list(names)
        items = [self._with_second_name(name, self.end) for name in names]
        return self.dice.choice((self._in_a_sentence, self._below_a_heading))(items)

    def _in_a_sentence(self, items: list[str]) -> list[str]:
        listed = self.dice.choice(("、", "，")).join(items) if self.dice.random() < 0.3 else "、".join(items)
        number = self.dice.choice((str(len(items)), NUMERALS[len(items)]))
        word = self.dice.choice((WORDS[self.end], "内设机构", f"职能{WORDS[self.end]}"))
        forms: Mapping[str, bool] = {
            f"{self.subject}内设{number}个{word}：{'、'.join(items)}。": True,
            f"{self.subject}下设{'、'.join(items)}等{number}个{word}。": True,
            f"{self.subject}设{number}个{word}，分别为{'、'.join(items)}。": True,
            f"{self.subject}内设机构：{listed}。": False,
            f"{self.subject}内设机构有{listed}。": False,
        }
        sentence, counts = self.dice.choice(tuple(forms.items()))
        self.made.announced = len(items) if counts else None
        return [sentence]

    def _below_a_heading(self, items: list[str]) -> list[str]:
        head = self.dice.choice(("内设机构", "内设机构：", "二、内设机构", f"{self.subject}设下列内设机构："))
        duties = [self.dice.choice(DUTIES) for _ in items]
        pairs = list(enumerate(zip(items, duties, strict=True), 1))
        lists = (
            [f"{number}.{name}：{duty}" for number, (name, duty) in pairs],
            [f"（{NUMERALS[number]}）{name}。{duty}" for number, (name, duty) in pairs],
            [line for number, (name, duty) in pairs for line in (f"（{NUMERALS[number]}）{name}", duty)],
            [f"{name}：{duty}" for _, (name, duty) in pairs],
            ["序号\t科室名称\t主要职责", *(f"{number}\t{name}\t{duty}" for number, (name, duty) in pairs)],
        )
        return [head, *self.dice.choice(lists)]

    def _institutions(self) -> list[str]:
        front = self.dice.choice((self.place, self.level, ""))
        names = [front + one for one in self.dice.sample(SERVICES, self.dice.randint(2, 4))]
        self.made.institutions = list(names)
        items = [self._with_second_name(name, "中心") for name in names]
        listed, number = "、".join(items), len(items)
        return self.dice.choice((
            [f"{self.subject}下属事业单位{number}个：{listed}。"],
            [f"{self.subject}下辖{listed}等{number}个事业单位。"],
            [f"下属单位：{listed}。"],
            [f"所属事业单位有{listed}。"],
            ["三、所属事业单位", *(f"（{NUMERALS[place]}）{item}" for place, item in enumerate(items, 1))],
            ["直属单位", *(f"{place}.{item}" for place, item in enumerate(items, 1))],
        ))  # fmt: skip


def shaped(seed: int) -> Shaped:
    """The document of a seed."""
    return Writer(seed).write()
