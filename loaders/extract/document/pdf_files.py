"""The lines of a PDF file: the pieces of each line from left to right, a tab where a table has a line or a gap."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from graph.errors import ContentError
from graph.said import Said
from loaders.extract.document.pieces import CELL, WORD, Piece, western
from loaders.extract.document.ruled_tables import Edge, edges, is_parted, with_tables

MOST_PAGES = 2000
# A page with fewer characters and a picture over this part of it is a scan.
LEAST_TEXT, SCANNED = 20, 0.4
IMAGE = 3


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
        across, down = edges(pdfium, page)
        pieces = list(_pieces(pdfium, text, down))
        if sum(len(piece.text.strip()) for piece in pieces) < LEAST_TEXT and _is_picture(page):
            scans.append(number)
        lines.extend(with_tables(pieces, across, down))
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


def _pieces(pdfium: ModuleType, text: Any, down: list[Edge]) -> Iterator[Piece]:
    """Runs of characters that stand side by side, no line between; a blank is kept where it is printed or seen between two words."""
    piece, blank = None, False
    for index, sign in _characters(pdfium, text):
        if sign.isspace():
            blank = True
            continue
        left, bottom, right, top = text.get_charbox(index, loose=True)
        letter = Piece(left, bottom, right, top, sign)
        if piece and _goes_on(piece, letter) and not is_parted(piece, letter, down):
            between = " " if blank or _is_word_gap(piece, letter) else ""
            piece = Piece(
                piece.left, piece.bottom, right, piece.top, piece.text + between * western(piece, letter) + sign
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
