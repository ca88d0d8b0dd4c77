"""The lines of a Word document: paragraphs with their automatic numbers, of which the file holds only the list, and rows of tables."""

import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from graph.errors import ContentError
from graph.said import Said

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


MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEXT, TAB, BOX, PARAGRAPH, TABLE = W + "t", W + "tab", W + "txbxContent", W + "p", W + "tbl"
BREAKS = (W + "br", W + "cr")
# What was moved away, and the second form of what is there in two.
NOT_SHOWN = (W + "moveFrom", W + "del", MC + "Fallback")
# Blocks inside these stand in the text as if they were not there.
AROUND = (W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml", W + "smartTag")
NOTES = ("/footnotes", "/endnotes")
MOST_CELLS = 200


def lines_of_word(docx: ModuleType, content: bytes, where: str) -> list[str]:
    """Every paragraph and row of the body in order; deleted text is left out, inserted text is in.

    Raises ContentError where it is no document that can be read.
    """
    try:
        document = docx.Document(io.BytesIO(content))
        numbers = Numbers(_numbering(document))
        return [*_lines(document.element.body, numbers), *_notes(docx, document)]
    except ContentError:
        raise
    except Exception as error:  # a damaged archive fails in ways of zipfile, lxml and python-docx
        raise ContentError(
            where,
            Said("this Word file is damaged"),
            Said("a whole .docx file"),
            Said("open it in an office program and save it again"),
        ) from error


def _numbering(document: Any) -> Any:
    """The definitions of automatic numbers and of styles that carry them."""
    related = document.part.rels.values()
    part = next(
        (one.target_part for one in related if one.reltype.endswith("/numbering") and not one.is_external), None
    )
    return (part.element if part is not None else None, document.styles.element)


def _notes(docx: ModuleType, document: Any) -> Iterator[str]:
    """The paragraphs of footnotes and endnotes, behind the text; the lines that part them from it have no words."""
    for one in document.part.rels.values():
        if one.reltype.endswith(NOTES) and not one.is_external:
            for paragraph in docx.oxml.parse_xml(one.target_part.blob).iter(PARAGRAPH):
                if text := "".join(_pieces(paragraph, [])).strip():
                    yield text


def _lines(parent: Any, numbers: Numbers) -> Iterator[str]:
    for child in parent:
        if child.tag == PARAGRAPH:
            yield from _paragraph(child, numbers)
        elif child.tag == TABLE:
            yield from _rows(child, numbers)
        elif child.tag in AROUND:
            yield from _lines(child, numbers)


def _paragraph(paragraph: Any, numbers: Numbers) -> Iterator[str]:
    """The text of a paragraph behind its number, a line for each break in it; then the text boxes that hang on it."""
    boxes: list[Any] = []
    text = "".join(_pieces(paragraph, boxes))
    if text.strip():
        text = numbers.of(paragraph) + text
    yield from text.split("\n")
    for box in boxes:
        yield from _lines(box, numbers)


def _pieces(node: Any, boxes: list[Any]) -> Iterator[str]:
    for child in node:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag == TAB and child.getparent().tag == W + "r":
            yield "\t"
        elif child.tag in BREAKS:
            yield "\n"
        elif child.tag == W + "noBreakHyphen":
            yield "-"
        elif child.tag == BOX:
            boxes.append(child)
        elif child.tag not in NOT_SHOWN:
            yield from _pieces(child, boxes)


def _rows(table: Any, numbers: Numbers) -> Iterator[str]:
    """A line for each row; a cell that goes over several columns is followed by as many tabs."""
    for row in _inside(table, W + "tr"):
        cells: dict[int, str] = defaultdict(str)
        column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in _inside(row, W + "tc"):
            if not _continued(cell):
                cells[column] = " ".join(" ".join(_lines(cell, numbers)).split())
            column += _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        yield "\t".join(cells[index] for index in range(min(column, MOST_CELLS)))


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in AROUND:
            yield from _inside(child, tag)


def _number(node: Any, otherwise: int) -> int:
    text = node.get(W + "val") if node is not None else None
    return min(int(text), MOST_CELLS) if text and text.isdecimal() else otherwise


def _continued(cell: Any) -> bool:
    """Whether a cell only goes on with the one above it."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(W + "val") != "restart"
