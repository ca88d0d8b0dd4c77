"""The lines of a Word document: paragraphs with their automatic numbers, rows of tables."""

import io
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from graph.errors import ContentError
from graph.said import Said
from loaders.extract.document.word_numbers import Numbers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
