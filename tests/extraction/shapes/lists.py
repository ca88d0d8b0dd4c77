"""How a document lists units, institutions and branches: in a sentence, below a heading, in a table."""

import random
from collections.abc import Callable, Sequence

from tests.extraction.shapes.shaped import NUMERALS, Item

Write = Callable[[Sequence[Item]], list[str]]
JOINS = (("、", ""), ("、", ""), ("、", ""), ("、", "和"), ("、", "及"), ("、", "以及"), ("，", ""), ("；", ""))


def said(dice: random.Random, pattern: str, who: str, word: str) -> Write:
    """A sentence that lists all of them."""
    colon = "：{names}" in pattern
    sign, last = dice.choice(JOINS if colon else JOINS[:6])
    digits = dice.choice(("{}", *[NUMERALS[1:]] * 2, "一两" + NUMERALS[3:]))

    def write(items: Sequence[Item]) -> list[str]:
        names = [item.printed for item in items]
        listed = sign.join(names[:-1]) + last + names[-1] if last and len(names) > 1 else sign.join(names)
        number = digits[len(items) - 1] if len(digits) > len(items) else str(len(items))
        subject = who or ("本单位" if "{who}的" in pattern or "为{who}" in pattern else "")
        return [pattern.format(who=subject, n=number, word=word, names=listed)]

    return write


def below(dice: random.Random, head: str, layouts: dict[str, Write]) -> tuple[str, Write]:
    """A heading and the items below it, in one of many layouts."""
    name = dice.choice(tuple(layouts))
    return name, lambda items: [head, *layouts[name](items)]


def numbered(shape: str, duty: str) -> Write:
    """A line for each: its number, its name, what it does."""

    def write(items: Sequence[Item]) -> list[str]:
        return [
            (shape + duty).format(n=place, c=NUMERALS[place], name=item.printed, duty=item.duty)
            for place, item in enumerate(items, 1)
        ]

    return write


def nested(shape: str, duties: str) -> Write:
    """The name in a line of its own, its duties with numbers below it."""

    def write(items: Sequence[Item]) -> list[str]:
        return [
            line
            for place, item in enumerate(items, 1)
            for line in (
                shape.format(n=place, c=NUMERALS[place], name=item.printed),
                *(duties.format(n=at, c=NUMERALS[at], duty=duty) for at, duty in enumerate(item.duty.split("；"), 1)),
            )
        ]

    return write


def table(sep: str, front: str = "", rule: str = "", *columns: str) -> Write:
    """Rows whose columns a head names."""

    def row(cells: Sequence[str]) -> str:
        return front + sep.join(cells) + front.strip()[:1]

    def write(items: Sequence[Item]) -> list[str]:
        rows = [row([_cell(column, place, item) for column in columns]) for place, item in enumerate(items, 1)]
        return [row(columns), *([row([rule] * len(columns))] if rule else []), *rows]

    return write


def html(*columns: str) -> Write:
    """A table of a page."""

    def write(items: Sequence[Item]) -> list[str]:
        head = "".join(f"<th>{column}</th>" for column in columns)
        rows = [
            "<tr>" + "".join(f"<td>{_cell(column, place, item)}</td>" for column in columns) + "</tr>"
            for place, item in enumerate(items, 1)
        ]
        return [f"<table><tr>{head}</tr>", *rows, "</table>"]

    return write


def _cell(column: str, place: int, item: Item) -> str:
    if "名" in column or column in ("科室", "内设机构"):
        return item.printed
    cells = {
        "序号": str(place),
        "负责人": "王李张刘陈赵"[place % 6] + "建国",
        "联系电话": f"0579-8246{place:04}",
        "房间号": f"{300 + place}",
    }
    return cells.get(column, item.duty)


PLAIN_LAYOUTS: dict[str, Write] = {
    "1. name: duty": numbered("{n}.{name}", "：{duty}。"),
    "1. name. duty": numbered("{n}.{name}", "。{duty}。"),
    "1、 name": numbered("{n}、{name}", ""),
    "(一) name. duty": numbered("（{c}）{name}", "。{duty}。"),
    "(一) name": numbered("（{c}）{name}", ""),
    "(一) name;": numbered("（{c}）{name}；", ""),
    "name: duty": numbered("{name}", "：{duty}。"),
    "name": numbered("{name}", ""),
    "(1) name": numbered("({n}) {name}", ""),
    "① name": lambda items: ["①②③④⑤⑥⑦⑧⑨⑩"[at] + item.printed for at, item in enumerate(items)],
    "(一) name / duty": nested("（{c}）{name}", "{duty}。"),
    "1. name / duty": nested("{n}.{name}", "{duty}。"),
    "(一) name / 1. duties": nested("（{c}）{name}", "{n}.{duty}。"),
    "1、 name / (1) duties": nested("{n}、{name}", "（{n}）{duty}；"),
    "name / duty": nested("{name}", "{duty}。"),
    "name / 1. duties": nested("{name}", "{n}.{duty}。"),
    "in one line": lambda items: ["、".join(item.printed for item in items) + "。"],
}
TABLES: dict[str, Write] = {
    "tab: number, name, duty": table("\t", "", "", "序号", "科室名称", "主要职责"),
    "tab: name, head, telephone": table("\t", "", "", "科室名称", "负责人", "联系电话"),
    "bars: name, duty": table(" | ", "| ", "", "科室名称", "主要职责"),
    "Markdown: name, telephone, duty": table(" | ", "| ", "---", "科室名称", "联系电话", "工作职责"),
    "Markdown: number, name, head": table(" | ", "| ", "---", "序号", "内设机构名称", "负责人"),
}
PAGES: dict[str, Write] = {
    "page: number, name, duty": html("序号", "科室名称", "主要职责"),
    "page: name, head, telephone, room": html("科室名称", "负责人", "联系电话", "房间号"),
}
INSTITUTION_TABLES: dict[str, Write] = {
    "tab: unit, telephone, address": table("\t", "", "", "单位名称", "联系电话", "地址"),
    "Markdown: number, unit, head": table(" | ", "| ", "---", "序号", "单位名称", "负责人"),
}
