"""PDF files made for tests: text at places of a page, in Chinese and English, and pages that are pictures."""

from collections.abc import Sequence

Item = tuple[float, float, str] | tuple[float, float, str, int] | tuple[float, float, float, float]
"""From the left and from the bottom, in points; the text and how large it is; or the width and height of a rectangle that is drawn."""
SIZE = 12
SCAN = "q 595 0 0 842 0 0 cm /Picture Do Q"


def pdf_file(pages: Sequence[Sequence[Item] | None]) -> bytes:
    """A PDF file; a page that is None is a picture over the whole page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (6 + 2 * index) for index in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor "
        b"/FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /StemV 80 >> >>",
        _stream(
            b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
    ]
    for index, page in enumerate(pages):
        drawn = SCAN if page is None else "\n".join(map(_drawn, page))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> /XObject << /Picture 5 0 R >> >> >>" % (7 + 2 * index)
        )
        objects.append(_stream(drawn.encode("ascii")))
    return _file(objects)


def _drawn(item: Item) -> str:
    left, bottom, text, *more = item
    if isinstance(text, str):
        return f"BT /F1 {more[0] if more else SIZE} Tf {left} {bottom} Td <{text.encode('utf-16-be').hex()}> Tj ET"
    return f"{left} {bottom} {text} {more[0]} re S"


def _stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (more, len(content), content)


def _file(objects: list[bytes]) -> bytes:
    text, starts = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(text))
    return text + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + end
