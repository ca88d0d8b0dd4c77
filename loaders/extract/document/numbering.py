"""Printed numbers in front of headings and items, in every shape that documents, translators and Unicode give them: ㈠ ⑴ ⒈ ① ❶ ⒜."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import cn2an

CHINESE = "一二三四五六七八九十百零〇两"
# Enclosed figures and letters, numbers with a stop or in brackets, the same for Chinese numerals.
BLOCKS = (
    (0x2460, 0x2500),
    (0x2776, 0x2794),
    (0x3220, 0x322A),
    (0x3248, 0x3260),
    (0x3280, 0x328A),
    (0x32B1, 0x32C0),
    (0x1F100, 0x1F16A),
)
ROMAN_SIGNS = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


def _every() -> Iterator[tuple[str, str, int]]:
    """Each sign with the style of the numbers that it looks like, and its value."""
    for sign in (chr(code) for begin, end in BLOCKS for code in range(begin, end)):
        shape = unicodedata.normalize("NFKC", sign)
        inner = shape.strip("(),.")
        value = unicodedata.numeric(sign, None)
        if len(inner) == 1 and inner.isascii() and inner.isalpha():
            value = ord(inner.lower()) - ord("a") + 1
        if value is None or value < 0:
            continue
        yield sign, _style(shape, inner), int(value)
    for index, sign in enumerate(ROMAN_SIGNS):
        yield sign, "roman", index % 12 + 1


def _style(shape: str, inner: str) -> str:
    if shape.startswith("("):
        return "bracketed-chinese" if inner[0] in CHINESE else "bracketed"
    return "dotted" if shape.endswith((".", ",")) else "circled"


SIGNS = {sign: (style, value) for sign, style, value in _every()}
BY_STYLE = {
    style: "".join(sign for sign, (one, _) in SIGNS.items() if one == style)
    for style in ("bracketed-chinese", "bracketed", "dotted", "circled", "roman")
}
EVERY = "".join(SIGNS)


ENGLISH = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth",
]  # fmt: skip
WORDS = "|".join(sorted((*ENGLISH, *ORDINALS), key=len, reverse=True))
ROMAN = re.compile(r"x{0,3}(ix|iv|v?i{0,3})\Z")
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}

# Style, pattern with one group: the characters of the number alone. Order matters: the first that fits wins.
# "6 internal institutions are set up": a number of units, and none in front of them.
COUNTED = (
    r"(?:[a-z-]+ ){0,4}(?:institutions|agencies|departments|divisions|sections|offices|units|organs|branches|schools|stations|"
    r"people|staff|members)\b"
)
STYLES: tuple[tuple[str, str], ...] = (
    ("article", rf"(第\s?[{CHINESE}\d]{{1,6}}\s?[章条节])"),
    ("article", rf"((?:Article|Chapter) (?:\d{{1,3}}|[IVX]{{1,5}}|(?i:{WORDS})))(?=\W)[.:]?"),
    ("part", rf"(第[{CHINESE}\d]{{1,3}}部分)[:、,]?"),
    ("unit", rf"(第[{CHINESE}]{{1,3}})[家个](?=\s)"),
    ("ordinal", rf"第([{CHINESE}]{{1,3}})[,、:]"),
    ("is", rf"([{CHINESE}]{{1,4}})是"),
    ("is", rf"(?:[Tt]he )?((?i:{WORDS})) is(?=\s)"),
    ("chinese", rf"([{CHINESE}]{{1,4}})[、.,](?!\d)"),
    ("chinese", rf"([{CHINESE}]{{1,3}})\s{{1,9}}(?=[\u4e00-\u9fff])"),
    ("bracketed-chinese", rf"\(\s?([{CHINESE}]{{1,4}})\s?\)[、.]?"),
    ("decimal", r"(\d{1,2}(?:\.\d{1,2}){1,3})(?!\d)[.、]?"),
    ("bracketed", r"\(\s?(\d{1,2}(?: \d)?)\s?\)[、.]?"),
    ("bracketed", rf"\(\s?((?i:{WORDS}|[ivx]{{1,5}}|[a-z]))\s?\)"),
    ("closed", r"(\d{1,2})\)"),
    ("dotted", r"(\d{1,2}(?: \d)?)\s?(?:[.、](?![\d年月])|、(?=\d{3,5}[\u4e00-\u9fff]{2}))"),
    ("dotted", r"(\d{1,2}):(?=\s?[\u4e00-\u9fff])"),
    ("dotted", r"(\d{1,2}),(?=\s?[A-Za-z])"),
    ("dotted", rf"(\d{{1,2}}) (?!{COUNTED})(?=[A-Za-z][a-z]+ |[A-Z][a-z]+(?:[,.:(]|$))"),
    ("dotted", r"(\d{1,2}):(?=\s?[A-Za-z]{3})"),
    ("dotted", r"(\d{1,2})\s{1,9}(?=[\u4e00-\u9fff]{2})"),
    ("step", r"(Step \d{1,2})[:.]?(?=\s)"),
    *((style, rf"([{signs}])[、.]?") for style, signs in BY_STYLE.items()),
    ("roman", r"([IVX]{1,5})[.、](?=\s|\D)"),
    ("roman", r"([IVX]{1,5}),(?=\s?(?:the )?[A-Z][a-z])"),
    ("letter", r"([A-Za-z])[.、)](?=\s?[^\W\d_]{2})"),
    ("letter", r"([A-HJ-Z]),(?=\s?[A-Za-z][a-z]{3})"),
    ("word", rf"((?i:{WORDS}))[.,](?=\s)"),
    # Online translators read the numeral 五 as the abbreviation of "verb".
    ("word", r"(Verb) \(abbreviation (?:of|for) verb\)"),
)
NUMBER = re.compile(r"(?:" + "|".join(f"(?:{pattern})" for _, pattern in STYLES) + r")\s*")
# In front of the name of a Chinese unit and what is told of it.
UNIT = r"(?=[\u4e00-\u9fff]{2,12}[科处股室司庭办局部队](?:[。:,(\s]|$))"
# Inside a line a number begins an item only behind the end of a sentence or a colon.
INSIDE = re.compile(
    rf"(?<=[。;:.])\s*(?:\(\s?(?:[{CHINESE}]{{1,4}}|\d{{1,2}}|[A-Za-z]|[ivx]{{1,5}}|{WORDS})\s?\)|\d{{1,2}}[.)](?= )|[{EVERY}]|"
    rf"(?:\d{{1,2}}[.、]|[{CHINESE}]{{1,3}}[、\s]){UNIT})"
    # Or behind a blank, in front of a capital letter: (1) General Office (2) Research Office;
    r"|(?<=[A-Za-z)])\s{1,3}\(\d{1,2}\)(?= [A-Z])"
    # Or behind a blank, in front of the name of a Chinese unit; directly behind the name of one, in front of the next.
    rf"|(?<=[\u4e00-\u9fff)])\s{{1,9}}(?:\d{{1,2}}[.、]|[{CHINESE}]{{1,3}}、|\([{CHINESE}]{{1,3}}\)){UNIT}"
    rf"|(?<=[科处股室部办庭])\([{CHINESE}]{{1,3}}\)(?=[\u4e00-\u9fff]{{2,14}}[科处股室部办庭](?:[\s(:。,]|$))"
)


@dataclass(frozen=True)
class Number:
    """A printed number: its style, its characters without brackets and stops and where they begin, its value
    (None: unclear), and where the text behind it begins."""

    style: str
    printed: str
    start: int
    value: int | None
    end: int


def number_at(text: str, start: int = 0, end: int | None = None) -> Number | None:
    """The number that the text begins with at `start`, blanks skipped; None where there is none."""
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    found = NUMBER.match(text, start, end)
    if found is None or found.lastindex is None:
        return None
    style = STYLES[found.lastindex - 1][0]
    printed = found[found.lastindex]
    return Number(style, printed, found.start(found.lastindex), value_of(printed), found.end())


@cache
def value_of(printed: str) -> int | None:
    """The value of a printed number; a decimal gives its last part; None where it cannot be told.

    >>> value_of("十二"), value_of("1 1"), value_of("sixteen"), value_of("XIII"), value_of("Step 4"), value_of("2.10")
    (12, 11, 16, 13, 4, 10)
    """
    text = printed.lower().removeprefix("step ").removeprefix("article ").removeprefix("chapter ").strip("第章条节")
    if text in ENGLISH:
        return ENGLISH.index(text) + 1
    if text in ORDINALS:
        return ORDINALS.index(text) + 1
    if printed in SIGNS:
        return SIGNS[printed][1]
    digits = text.rsplit(".", 1)[-1].replace(" ", "")
    if digits.isdecimal():
        return int(digits)
    if text == "verb":
        return 5
    if text and all(letter in CHINESE for letter in text):
        return _chinese(text)
    if text and ROMAN.match(text):
        return _roman(text)
    return None


def _chinese(text: str) -> int | None:
    try:
        return int(cn2an.cn2an(text, "smart"))
    except ValueError:
        return None


def _roman(text: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def inner_starts(text: str, start: int, end: int, before: Mapping[str, int | None]) -> list[int]:
    """Where, inside a line, items of a list begin: at numbers that begin a list or count on from the one before.

    `before` holds the last value of each style of number up to here.
    """
    last = dict(before)
    first = number_at(text, start, end)
    if first:
        last[first.style] = first.value
    starts: list[int] = []
    for found in INSIDE.finditer(text, start, end):
        number = number_at(text, found.start(), end)
        if number and _counts_on(number, last):
            starts.append(found.start())
            last[number.style] = number.value
    return starts


def _counts_on(number: Number, last: Mapping[str, int | None]) -> bool:
    if number.value == 1 or number.printed.lower() == "a":
        return True
    if number.style not in last:
        return False
    before = last[number.style]
    return before is None or number.value is None or number.value == before + 1
