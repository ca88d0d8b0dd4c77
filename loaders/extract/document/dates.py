"""Dates in Chinese numerals, and dates with blanks inside, as others print them: 二〇一八年十月, 2018 年 10 月."""

import re
from collections.abc import Iterator

from loaders.extract.document.numbering import value_of

ZEROS = "〇○零O◯Ｏ"
DIGITS = {numeral: str(value) for value, numeral in enumerate("零一二三四五六七八九")} | dict.fromkeys(ZEROS, "0")
YEAR = rf"(?:[12]\d{{3}}|[一二][{''.join(DIGITS)}]{{3}})"
SMALL = r"(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2})"
DATE = re.compile(
    rf"(?<![\d{''.join(DIGITS)}])(?P<year>{YEAR})(?P<gap>\s{{0,2}})年(?:(?P<before>\s{{0,2}})(?P<month>{SMALL})(?P<after>\s{{0,2}})月"
    rf"(?:(?P<front>\s{{0,2}})(?P<day>{SMALL})(?P<behind>\s{{0,2}})日)?)?"
)


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
    if group in ("month", "day"):
        return printed if printed.isdecimal() else str(value_of(printed) or printed)
    return ""
