"""Automatic numbers of Word paragraphs as they are shown: the file holds only which list a paragraph belongs to."""

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9


def _chinese(number: int) -> str:
    import cn2an

    text: str = cn2an.an2cn(number)
    return text.removeprefix("一") if number in range(10, 20) else text


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    signs = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCountingThousand",
         "taiwaneseCounting", "chineseLegalSimplified"),
        _chinese,
    ),
}  # fmt: skip


class Numbers:
    """Counts along a document: `of` is asked for each paragraph in order."""

    def __init__(self, definitions: tuple[Any, Any]) -> None:
        numbering, styles = definitions
        self.abstract: dict[str, Any] = {}
        self.lists: dict[str, str] = {}
        for one in numbering if numbering is not None else ():
            if one.tag == W + "abstractNum":
                self.abstract[one.get(W + "abstractNumId")] = one
            elif one.tag == W + "num" and (link := one.find(W + "abstractNumId")) is not None:
                self.lists[one.get(W + "numId")] = link.get(W + "val")
        self.styles = {style.get(W + "styleId"): style for style in styles.iterfind(W + "style")}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)

    def of(self, paragraph: Any) -> str:
        """The number of a paragraph as it is shown, with what follows it; an empty text where it has none."""
        listed = self._listed(paragraph.find(f"{W}pPr/{W}numPr")) or self._of_style(paragraph)
        if listed is None:
            return ""
        number, level = listed
        abstract = self.lists.get(number, "")
        counts = self.counts[abstract]
        counts[level] = counts.get(level, self._start(abstract, level) - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return self._shown(abstract, level)

    def _listed(self, properties: Any) -> tuple[str, int] | None:
        number = properties.find(W + "numId") if properties is not None else None
        if number is None or number.get(W + "val") not in self.lists:
            return None
        level = properties.find(W + "ilvl")
        text = level.get(W + "val") if level is not None else "0"
        return number.get(W + "val"), min(int(text), LEVELS - 1) if text.isdecimal() else 0

    def _of_style(self, paragraph: Any) -> tuple[str, int] | None:
        """The list of the paragraph's style, or of one that it is based on, unless the paragraph itself is out of it."""
        if paragraph.find(f"{W}pPr/{W}numPr/{W}numId") is not None:
            return None
        name = paragraph.find(f"{W}pPr/{W}pStyle")
        for _ in range(LEVELS):
            style = self.styles.get(name.get(W + "val")) if name is not None else None
            if style is None:
                return None
            if listed := self._listed(style.find(f"{W}pPr/{W}numPr")):
                return listed
            name = style.find(W + "basedOn")
        return None

    def _level(self, abstract: str, level: int) -> Any:
        known = self.abstract.get(abstract)
        levels = known.iterfind(W + "lvl") if known is not None else ()
        return next((one for one in levels if one.get(W + "ilvl") == str(level)), None)

    def _value(self, abstract: str, level: int, name: str, otherwise: str) -> str:
        found = self._level(abstract, level)
        value = found.find(W + name) if found is not None else None
        return (value.get(W + "val") or otherwise) if value is not None else otherwise

    def _start(self, abstract: str, level: int) -> int:
        text = self._value(abstract, level, "start", "1")
        return min(int(text), 10_000) if text.isdecimal() else 1

    def _shown(self, abstract: str, level: int) -> str:
        """The text of the level with the counts of the levels that it names: "第%1条", "%1.%2"."""

        found_level = self._level(abstract, level)
        # "Legal" numbering shows the counts of every level as 1, 2, 3.
        legal = found_level is not None and found_level.find(W + "isLgl") is not None

        def count(found: re.Match[str]) -> str:
            inner = int(found[1]) - 1
            style = str if legal else STYLES.get(self._value(abstract, inner, "numFmt", "decimal"))
            number = self.counts[abstract].get(inner, self._start(abstract, inner))
            return style(number) if style and number > 0 else str(number)

        if self._value(abstract, level, "numFmt", "decimal") in ("bullet", "none"):
            return ""
        shown = re.sub("%([1-9])", count, self._value(abstract, level, "lvlText", ""))
        return f"{shown} " if shown[-1:].isalnum() and shown.isascii() else shown
