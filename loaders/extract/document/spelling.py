"""Spellings of Chinese that are read as the usual one: traditional characters, and pronunciation in brackets."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from graph.folders import bundled
from loaders.extract.document.numbering import value_of

# Characters that every document of this kind holds many of, in their traditional and their simplified form.
TRADITIONAL = re.compile("[機構設務職責辦內會單業縣區規劃組織處員]")
SIMPLIFIED = re.compile("[机构设务职责办内会单业县区规划组织处员]")

# Pages that garble their text on purpose print the pronunciation behind a character: 審計(jì)局.
PRONUNCIATION = re.compile(
    r"(?<=[\u3400-\u9fff])\((?=[a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)"
)

# The same character under another code point, as PDF files have it: radicals, and characters kept for old encodings.
RADICALS = dict(
    zip(
        map(ord, "⺁⺎⺟⺠⺮⺶⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻪⻬⻮⻰"),
        "厂兀母民竹羊月虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄黾齐齿龙",
        strict=True,
    )
)
SAME: dict[int, str] = RADICALS | {
    code: usual
    for begin, end in ((0x2F00, 0x2FD6), (0xF900, 0xFB00), (0x2F800, 0x2FA20))
    for code in range(begin, end)
    if len(usual := unicodedata.normalize("NFKC", chr(code))) == 1 and usual != chr(code)
}

# Characters that are not seen, blanks around a bracket, and names with blanks between all their characters: 办 公 室.
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]{1,9}")
SPACED = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]\s{1,3}){2,11}[\u4e00-\u9fff](?![\u4e00-\u9fff])")
# Where words are torn that every document of this kind has: 委员 会, 管理 局 keep together.
TORN = (
    ("技", "术"), ("委", "员"), ("员", "会"), ("政", "府"), ("民", "政"), ("办", "公"), ("公", "室"), ("管", "理"), ("理", "局"), ("监", "督"),
    ("督", "局"), ("开", "发"), ("发", "区"), ("机", "构"), ("职", "责"), ("负", "责"), ("人", "民"), ("事", "业"), ("服", "务"), ("中", "心"),
)  # fmt: skip
TORN_BLANK = re.compile("|".join(rf"(?<={first})\s(?={second})" for first, second in TORN))
AT_BRACKET = re.compile(r"(?<=[\u4e00-\u9fff])\s{1,2}(?=\()|(?<=\))\s{1,2}(?=[,;:。、])")
BLANKS = re.compile(r"\s{1,3}")
ZEROS = "〇○零O◯Ｏ"
DIGITS = {numeral: str(value) for value, numeral in enumerate("零一二三四五六七八九")} | dict.fromkeys(ZEROS, "0")
YEAR = rf"(?:[12]\d{{3}}|[一二][{''.join(DIGITS)}]{{3}})"
FIRST_MONTH = "元"
SMALL = r"(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2})"
DATE = re.compile(
    rf"(?<![\d{''.join(DIGITS)}])(?P<year>{YEAR})(?P<gap>\s{{0,2}})年(?:(?P<before>\s{{0,2}})(?P<month>{SMALL}|{FIRST_MONTH})(?P<after>\s{{0,2}})月"
    rf"(?:(?P<front>\s{{0,2}})(?P<day>{SMALL})(?P<behind>\s{{0,2}})日)?)?"
)


def gaps(text: str) -> list[tuple[int, int]]:
    """The spans of a line that only hold characters of one word apart, from left to right."""
    found = [one.span() for pattern in (UNSEEN, AT_BRACKET, TORN_BLANK) for one in pattern.finditer(text)]
    for run in SPACED.finditer(text):
        found += [one.span() for one in BLANKS.finditer(text, *run.span())]
    return sorted(set(found))


def is_traditional(text: str) -> bool:
    """Whether a text is printed in traditional characters."""
    sample = text[:20_000]
    found = len(TRADITIONAL.findall(sample))
    return found > 2 and found > len(SIMPLIFIED.findall(sample))


@cache
def _table() -> dict[int, str]:
    pairs = (bundled("data") / "words" / "traditional.txt").read_text(encoding="utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}


def simplified(text: str) -> str:
    """The text in simplified characters, one for one."""
    return text.translate(_table())


def spelled_out(line: str) -> Iterator[tuple[int, int, str]]:
    """What stands in a line for figures or for nothing in a date: begin, end and the figures, from left to right."""
    for found in DATE.finditer(line) if "年" in line else ():
        for group, printed in found.groupdict().items():
            meaning = _figures(group, printed or "")
            if printed and printed != meaning:
                yield (*found.span(group), meaning)


def _figures(group: str, printed: str) -> str:
    if group == "year":
        return "".join(DIGITS.get(one, one) for one in printed)
    if printed == FIRST_MONTH:
        return "1"
    if group in ("month", "day"):
        return printed if printed.isdecimal() else str(value_of(printed) or printed)
    return ""
