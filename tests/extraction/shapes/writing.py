"""Writes a document of random shape: which body, how it is named, which parts, in which order."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tests.extraction.shapes import words
from tests.extraction.shapes.lists import INSTITUTION_TABLES, PAGES, PLAIN_LAYOUTS, TABLES, Write, below, said
from tests.extraction.shapes.shaped import UNNAMED, Fact, Item, Part, Shaped
from tests.extraction.shapes.words import CLERKS, SPECIAL, Family

SPECIAL_SHARE, PAGE_SHARE = 0.4, 0.15
NUMBERINGS = ("", "", "{}、", "{}、", "（{}）", "第{}部分 ")


@dataclass(frozen=True)
class Body:
    """The body of a document: its full name, who it is in sentences, its place."""

    family: Family
    name: str
    who: str
    place: str
    level: str
    called: str
    """How facts call it: its name, or that it has none."""


class Writer:
    """Writes one document; the same seed gives the same."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def write(self) -> Shaped:
        """The title, the first sentence, then the other parts in any order."""
        dice = self.dice
        family = dice.choice(CLERKS if dice.random() > SPECIAL_SHARE else SPECIAL)
        place, code, level = dice.choice(words.PLACES)
        core = _core(dice.choice(family.cores), place)
        name = family.front.format(place=place) + core
        way = dice.choice(WAYS)
        unnamed = way == "unnamed"
        body = Body(family, name, "", place, level, UNNAMED if unnamed else name)
        self.page = dice.random() < PAGE_SHARE
        self.numbering = dice.choice(NUMBERINGS)
        opening = self._opening(body, way)
        body = Body(family, name, self._who(body, core, way), place, level, body.called)
        middle = [self._units(body), *self._beside(body)]
        if body.who and not unnamed:
            dice.shuffle(middle)
        zone = family is SPECIAL[-1]
        place_id = f"{code}-{core.removesuffix('管理委员会')}" if zone and not unnamed else code
        about = Part(
            way,
            lambda _items: [],
            lambda _items: [("place", place_id, ""), ("body", "bureau" if unnamed else family.kind, body.called)],
            fixed=True,
        )
        parts = [*self._around("top"), about, *opening, *middle, *self._around("end")]
        asked = {kind for kind, open_ in (("unknown_place", zone), ("lost_name", unnamed)) if open_}
        return Shaped(tuple(parts), self.numbering, place if unnamed else None, self.page, frozenset(asked))

    # --- the body

    def _who(self, body: Body, core: str, way: str) -> str:
        """How sentences call the body: in full, in short, by a word, or not at all."""
        if way == "unnamed":
            return self.dice.choice(("", "", "局机关", "本单位"))
        short = core if core[-4:] in ("人民政府", "道办事处") else body.level + core
        return self.dice.choice((body.name, body.name, short, "本单位", "", "机关"))

    def _opening(self, body: Body, way: str) -> list[Part]:
        name, family = body.name, body.family
        kinds = {
            "title": [name],
            "title about units": [
                name + self.dice.choice(("机构设置", "内设机构", "机构概况", "主要职责和内设机构", "简介", "机构职能"))
            ],
            "rules": [
                name
                + self.dice.choice(
                    (
                        "主要职责内设机构和人员编制规定",
                        "职能配置、内设机构和人员编制规定",
                        "职能配置内设机构和人员编制方案",
                    )
                )
            ],
            "title below": [name, self.dice.choice(("机构设置", "机构职能", "部门职责"))],
            "field": [f"单位名称：{name}"],
            "notice": [f"关于印发{name}职能配置、内设机构和人员编制规定的通知"],
            "sentence": [f"{name}是{body.place}{family.under}，为{self.dice.choice(('正科级', '正处级'))}。"],
            "set up": [f"根据机构改革方案，设立{name}，为{body.place}{family.under}。"],
            "short": [f"{name}（以下简称{body.level}{name[len(body.place) :]}）是{body.place}{family.under}。"],
            "late": ["为进一步推进政务公开，现将有关情况公布如下。", f"{name}是{body.place}{family.under}。"],
            "unnamed": [],
        }
        lines = kinds[way]
        opening = [Part(way, lambda _items: lines, fixed=True)] if lines else []
        if way != "unnamed" and self.dice.random() < 0.3:
            opening.append(self._duties(body))
        return opening

    def _duties(self, body: Body) -> Part:
        """What the body itself does."""
        head = self.dice.choice(("{#}主要职责", "{#}主要职能", f"{body.name}的主要职责是："))
        shape = self.dice.choice(("（{c}）{duty}。", "{n}.{duty}；", "{n}、{duty}。"))
        duties = tuple(Item("", "", duty) for duty in self.dice.sample(words.DUTIES, 3))

        def write(items: Sequence[Item]) -> list[str]:
            return [head, *(shape.format(n=at, c="零一二三"[at], duty=item.duty) for at, item in enumerate(items, 1))]

        return Part("duties", write, items=duties, least=1)

    # --- units and what else there is

    def _units(self, body: Body) -> Part:
        dice, family = self.dice, body.family
        names = dice.sample(family.units, dice.randint(2, 6))
        if dice.random() < 0.6:
            names[0] = "办公室"
        items = tuple(self._item(body, name, self._second(name, names)) for name in names)
        return self._listed(
            body,
            "division",
            items,
            words.UNITS_SAID,
            words.HEADS,
            {**PLAIN_LAYOUTS, **TABLES, **(PAGES if self.page else {})},
        )

    def _beside(self, body: Body) -> list[Part]:
        dice = self.dice
        parts = []
        if dice.random() < 0.6:
            front = dice.choice((body.place, body.level, ""))
            services = [one for one in words.SERVICES if not body.name.endswith(one)]
            names = [front + one for one in dice.sample(services, dice.randint(2, 5))]
            items = tuple(
                self._item(body, name, front + dice.choice(words.SECOND_SERVICES), service=True) for name in names
            )
            parts.append(
                self._listed(
                    body,
                    "institution",
                    items,
                    words.INSTITUTIONS_SAID,
                    words.INSTITUTION_HEADS,
                    {**PLAIN_LAYOUTS, **INSTITUTION_TABLES},
                )
            )
        if body.family.branches and dice.random() < 0.3:
            names = [one + body.family.branches for one in dice.sample(words.TOWNS, dice.randint(2, 4))]
            items = tuple(Item(name, name, self._duty()) for name in names)
            parts.append(self._listed(body, "branch", items, words.BRANCHES_SAID, words.BRANCH_HEADS, PLAIN_LAYOUTS))
        if body.called != UNNAMED and dice.random() < 0.25:
            parts.append(self._sign(body))
        if dice.random() < 0.25:
            parts.append(self._staff(body))
        return parts

    def _listed(
        self,
        body: Body,
        kind: str,
        items: tuple[Item, ...],
        forms: dict[str, bool],
        heads: tuple[str, ...],
        layouts: dict[str, Write],
    ) -> Part:
        """Units, institutions or branches in a sentence or below a heading."""
        counted = False
        if self.dice.random() < 0.5:
            pattern = self.dice.choice(tuple(forms))
            counted, shape = forms[pattern], f"{kind}: {pattern}"
            write = said(self.dice, pattern, body.who, self.dice.choice(body.family.word))
        else:
            shape, write = below(self.dice, self.dice.choice(heads), layouts)

        def facts(items: Sequence[Item]) -> list[Fact]:
            numbers = (
                [(f"{kind}{'es' if kind == 'branch' else 's'} counted", body.called, str(len(items)))]
                if counted
                else []
            )
            return [*((kind, body.called, item.name) for item in items), *numbers]

        return Part(shape, write, facts, items, 2, fixed=body.called == UNNAMED and kind == "division")

    def _item(self, body: Body, name: str, second: str, *, service: bool = False) -> Item:
        """A unit with or without a bracket behind its name."""
        chance, duty = self.dice.random(), self._duty()
        if chance < 0.15 and second:
            pattern = self.dice.choice(tuple(words.BRACKETS))
            return Item(name, pattern.format(own=name, second=second), duty, ((words.BRACKETS[pattern], name, second),))
        if chance < 0.22:
            return Item(name, name + self.dice.choice(words.REMARKS[:2] if not service else words.REMARKS), duty)
        if chance < 0.27 and service:
            number = self.dice.randint(3, 40)
            return Item(
                name,
                f"{name}（{self.dice.choice(('编制', '事业编制', '核定编制'))}{number}名）",
                duty,
                (("quota", name, f"other {number}"),),
            )
        if chance < 0.35 and not service:
            office = self._office(body)
            return Item(name, name, f"{duty}；承担{office}日常工作", does=(("hosts", name, office),))
        return Item(name, name, duty)

    def _duty(self) -> str:
        return "；".join(self.dice.sample(words.DUTIES, self.dice.randint(1, 2)))

    def _second(self, name: str, names: Sequence[str]) -> str:
        second = self.dice.choice(words.SECOND) + ("科" if name == "办公室" else name[-1])
        return "" if second in names else second

    def _office(self, body: Body) -> str:
        dice = self.dice
        return dice.choice((body.level, body.place)) + dice.choice(words.GROUPS) + dice.choice(words.FORMS) + "办公室"

    def _sign(self, body: Body) -> Part:
        """A second name of the body in a sentence, or an office that it hosts."""
        if self.dice.random() < 0.4:
            office = self._office(body)
            line = self.dice.choice(words.SEATS).format(office=office, unit=body.name)
            return Part(f"office: {line}", lambda _items: [line], lambda _items: [("hosts", body.called, office)])
        second = body.place + self.dice.choice(
            ("老龄工作办公室", "粮食和物资储备局", "知识产权局", "乡村振兴局", "档案馆", "体育总会")
        )
        pattern = self.dice.choice(tuple(words.SIGNS_SAID))
        line = pattern.format(own=body.name, second=second, level=body.level)
        return Part(
            f"sign: {pattern}", lambda _items: [line], lambda _items: [(words.SIGNS_SAID[pattern], body.called, second)]
        )

    def _staff(self, body: Body) -> Part:
        number, head = self.dice.randint(8, 60), "主任" if body.name.endswith("委员会") else "局长"
        heading = self.dice.choice(("{#}人员编制", "", "{#}编制和领导职数"))
        line = f"{body.who or '机关'}行政编制{number}名。其中：{head}1名，副{head}3名。"
        facts = [
            ("quota", body.called, f"administrative {number}"),
            ("quota", body.called, "director 1"),
            ("quota", body.called, "deputy_director 3"),
        ]
        return Part("staff", lambda _items: [heading, line] if heading else [line], lambda _items: facts)

    def _around(self, where: str) -> list[Part]:
        if self.dice.random() > 0.35:
            return []
        line = self.dice.choice(words.AROUND[where])
        return [Part("around", lambda _items: [line])]


WAYS = (
    "title",
    "title",
    "title about units",
    "title about units",
    "rules",
    "title below",
    "field",
    "notice",
    "sentence",
    "set up",
    "short",
    "late",
    "unnamed",
)


def _core(core: str, place: str) -> str:
    """The name of a court by the level of its place."""
    level = "高级" if place.endswith("省") else "中级" if place in ("金华市", "岳阳市", "延边朝鲜族自治州") else ""
    return core.replace("人民法院", level + "人民法院")


def shaped(seed: int) -> Shaped:
    """The document of a seed."""
    return Writer(seed).write()
