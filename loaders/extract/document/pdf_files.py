"""The lines of a PDF file: the pieces of each line from left to right, a tab where a table has a gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import Any

from graph.errors import ContentError
from graph.said import Said

MOST_PAGES = 2000
# A page with fewer characters and a picture over this part of it is a scan.
LEAST_TEXT, SCANNED = 20, 0.4
# A gap of so many times the height of the letters parts two cells, a smaller one two words.
CELL, WORD = 1.2, 0.25
IMAGE = 3


@dataclass(frozen=True)
class Piece:
    """Letters that stand together, and where: from the left, from the bottom, in points."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        """Half its height above the bottom of the page."""
        return (self.bottom + self.top) / 2


def lines_of_pdf(pdfium: ModuleType, content: bytes, where: str) -> list[str]:
    """The lines of all pages in order.

    Raises ContentError for a damaged or locked file, and for one with pages that are pictures: they are named.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        found = Said("this PDF file is locked with a password") if locked else Said("this PDF file is damaged")
        raise ContentError(
            where, found, Said("a PDF file that can be read"), Said("open it in a viewer and save its text")
        ) from error
    try:
        if len(document) > MOST_PAGES:
            raise ContentError(
                where, Said("it has more than 2,000 pages"), Said("one document"), Said("cut it into its documents")
            )
        return _lines(pdfium, document, where)
    finally:
        document.close()


def _lines(pdfium: ModuleType, document: Any, where: str) -> list[str]:
    lines: list[str] = []
    scans: list[int] = []
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        pieces = list(_pieces(pdfium, text))
        if sum(len(piece.text.strip()) for piece in pieces) < LEAST_TEXT and _is_picture(page):
            scans.append(number)
        lines.extend(_shown(line) for line in _in_lines(pieces))
        text.close()
        page.close()
    if scans:
        named = ", ".join(map(str, scans[:10])) + (" …" if len(scans) > 10 else "")
        raise ContentError(
            where,
            Said("pages {} are scanned: pictures without text", named),
            Said("pages of text"),
            Said("run OCR first"),
        )
    return lines


def _is_picture(page: Any) -> bool:
    width, height = page.get_size()
    page_area, covered = float(width * height), 0.0
    for thing in page.get_objects(filter=[IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered > SCANNED * page_area


def _pieces(pdfium: ModuleType, text: Any) -> Iterator[Piece]:
    """Runs of characters that stand side by side; a blank is kept where it is printed or seen between two words."""
    piece, blank = None, False
    for index, sign in _characters(pdfium, text):
        if sign.isspace():
            blank = True
            continue
        left, bottom, right, top = text.get_charbox(index, loose=True)
        letter = Piece(left, bottom, right, top, sign)
        if piece and _goes_on(piece, letter):
            between = " " if blank or _is_word_gap(piece, letter) else ""
            piece = Piece(
                piece.left, piece.bottom, right, piece.top, piece.text + between * _western(piece, letter) + sign
            )
        else:
            if piece:
                yield piece
            piece = letter
        blank = False
    if piece:
        yield piece


def _characters(pdfium: ModuleType, text: Any) -> Iterator[tuple[int, str]]:
    """Every character with its index; one of two halves is read once."""
    high = 0
    for index in range(text.count_chars()):
        code = pdfium.raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
        elif 0xDC00 <= code < 0xE000:
            yield index, chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else " "
            high = 0
        else:
            yield index, chr(code)


def _goes_on(piece: Piece, letter: Piece) -> bool:
    height = min(piece.top - piece.bottom, letter.top - letter.bottom)
    return abs(piece.middle - letter.middle) < height / 2 and -height < letter.left - piece.right <= CELL * height


def _is_word_gap(piece: Piece, letter: Piece) -> bool:
    return letter.left - piece.right > WORD * min(piece.top - piece.bottom, letter.top - letter.bottom)


def _in_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each line, lines from the top, pieces from the left; what overlaps by half its height is one line."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.middle, one.left)):
        last = lines[-1][0] if lines else None
        if last and abs(last.middle - piece.middle) < min(last.top - last.bottom, piece.top - piece.bottom) / 2:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _shown(line: list[Piece]) -> str:
    shown = line[0].text
    for before, piece in pairwise(line):
        gap, height = piece.left - before.right, min(before.top - before.bottom, piece.top - piece.bottom)
        between = "\t" if gap > CELL * height else " " if gap > WORD * height and _western(before, piece) else ""
        shown += between + piece.text
    return shown


def _western(before: Piece, piece: Piece) -> bool:
    """Whether a blank stands between two words: not between two Chinese characters."""
    return before.text[-1:].isascii() or piece.text[:1].isascii()
