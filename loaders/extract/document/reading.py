"""Bytes become text: encodings are tried strictly, what is no text is refused by name, HTML gives its text."""

import hashlib
import re
from dataclasses import asdict, replace
from pathlib import Path

from graph.errors import ContentError, UsageError
from graph.proof import split_lines
from graph.reading import read_bytes
from graph.said import Said
from graph.streams import stdin_bytes
from loaders.extract.document.office_files import office_text
from loaders.extract.document.origins import origin_of_file, origin_of_page
from loaders.extract.document.pages import is_page, text_of_page
from loaders.extract.document.text import Document, Origin, language_of

# A record of more lines would take more than half a gigabyte of memory, which grows with what it holds.
LONGEST_LINE, MOST_LINES = 100_000, 50_000
KINDS = (
    (b"PK\x03\x04", Said("a zip archive or an Office file"), Said("open it and save it as plain text")),
    (b"\xd0\xcf\x11\xe0", Said("an old Office file"), Said("open it in an office program and save it as plain text")),
    (b"{\\rtf", Said("an RTF file"), Said("open it in an office program and save it as plain text")),
    (b"\x89PNG", Said("an image"), Said("a scanned page has no text: run OCR first")),
    (b"\xff\xd8\xff", Said("an image"), Said("a scanned page has no text: run OCR first")),
    (b"\x1f\x8b", Said("a gzip archive"), Said("gunzip it first")),
)
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CHINESE = ("gb18030", "big5")
# Characters that only common Chinese text has: they tell GB18030 and Big5 apart.
COMMON = frozenset(
    "的一是在不了有和人这中大为上国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面方后多定行学法所民得经"
    "等部度力理机制使点业本建体管统计市县区局科处办公室职责负承担组织工作监督务设置单位政府领导负责内信息安全服务"
)
STDIN = Path("-")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_document(path: Path, encoding: str | None = None) -> Document:
    """Read and decode a document file.

    Raises NotThereError where there is no such file, ContentError where its content is no text that can be read,
    UsageError for an encoding that does not exist or does not fit.
    """
    content = _content(path)
    document = decode(content, str(path), encoding)
    fetched = origin_of_file(path, hashlib.sha256(content).hexdigest()) if path != STDIN else Origin()
    known = {key: value for key, value in asdict(fetched).items() if value}
    return replace(document, origin=replace(document.origin, **known))


def _content(path: Path) -> bytes:
    if path == STDIN:
        return stdin_bytes("a document")
    return read_bytes(path, Said("a document"), Said("name a file that is there"))


def decode(content: bytes, where: str, encoding: str | None = None) -> Document:
    """The document in these bytes; `where` names it in errors."""
    if office := office_text(content, where):
        document = decode(office.text.encode(), where)
        return replace(document, origin=Origin(original_sha256=office.original_sha256, reader=office.reader))
    printed = _printed(content, where, encoding)
    text = text_of_page(printed) if is_page(printed) else printed
    if CONTROL.search(text):
        raise ContentError(
            where, Said("control characters stand in it"), Said("plain text"), Said("save it as plain text")
        )
    lines = split_lines(text)
    if len(lines) > MOST_LINES:
        raise ContentError(
            where,
            Said("it has more than 50,000 lines"),
            Said("one document: the longest of this kind have a few thousand"),
            Said("cut it into its documents"),
        )
    if max(map(len, lines), default=0) > LONGEST_LINE:
        raise ContentError(
            where,
            Said("one line has more than 100,000 characters"),
            Said("a document in lines"),
            Said("break the text into lines first"),
        )
    language = language_of(text)
    if language is None:
        raise ContentError(
            where,
            Said("the text is neither Chinese nor English"),
            Said("a document in one of the two"),
            Said("translate it first, or leave this document out"),
        )
    return Document(content, text, language, origin=origin_of_page(printed) if is_page(printed) else Origin())


def text_file(content: bytes, where: str) -> bytes:
    """What a record's hash and spans are of: the text of a Word or PDF file as UTF-8; any other content as it is."""
    office = office_text(content, where)
    return office.text.encode() if office else content


def text_of(content: bytes, where: str, encoding: str | None = None) -> str:
    """The text in these bytes, whatever it is about; spans of a record count its characters.

    Raises ContentError where the bytes are no text, UsageError for an encoding that does not exist.
    """
    printed = _printed(text_file(content, where), where, encoding)
    return text_of_page(printed) if is_page(printed) else printed


def _printed(content: bytes, where: str, encoding: str | None) -> str:
    """The characters in these bytes, with the tags of a page."""
    _refuse_other_kinds(content, where)
    return _with(content, where, encoding) if encoding else _decoded(content, where)


def _refuse_other_kinds(content: bytes, where: str) -> None:
    if not content.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise ContentError(
            where, Said("the file is empty"), Said("a document with text"), Said("save the document again")
        )
    for mark, kind, todo in KINDS:
        if content.startswith(mark):
            raise ContentError(where, Said("this is {}", kind), Said("plain text or HTML"), todo)


def _with(content: bytes, where: str, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except LookupError as error:
        raise UsageError(
            "--encoding",
            Said("{} is no encoding", repr(encoding)),
            Said("utf-8, gb18030, big5 or utf-16"),
            Said("leave --encoding out: it is found by itself"),
        ) from error
    except UnicodeDecodeError as error:
        found = Said("byte {} is no {}", error.start, encoding)
        raise ContentError(
            where, found, Said("a file in the encoding given"), Said("leave --encoding out to have it found")
        ) from error


def _decoded(content: bytes, where: str) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _with(content, where, encoding)
    if b"\0" in content[:4096]:
        raise ContentError(
            where,
            Said("NUL bytes stand in it: it is binary, or UTF-16 without a mark"),
            Said("plain text"),
            Said("--encoding utf-16-le, if it is text"),
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _chinese(content, where)


def _chinese(content: bytes, where: str) -> str:
    """Text in GB18030 or Big5: the one that decodes strictly; where both do, the one that gives common characters."""
    readings = {}
    for encoding in CHINESE:
        try:
            readings[encoding] = content.decode(encoding)
        except UnicodeDecodeError:
            continue
    if not readings:
        raise ContentError(
            where,
            Said("the bytes are no text in {}", _guess(content)),
            Said("UTF-8, GB18030, Big5 or UTF-16"),
            Said("name it with --encoding, or save the file as UTF-8"),
        )
    shares = sorted(((_share(text), encoding) for encoding, text in readings.items()), reverse=True)
    if len(shares) == 2 and shares[0][0] < shares[1][0] * 1.3 + 0.02:
        raise ContentError(
            where,
            Said("it can be read as GB18030 and as Big5"),
            Said("one reading"),
            Said("say which: --encoding gb18030 or --encoding big5"),
        )
    return readings[shares[0][1]]


def _share(text: str) -> float:
    chinese = [letter for letter in text[:20_000] if letter > "\u2e80"]
    return sum(letter in COMMON for letter in chinese) / max(len(chinese), 1)


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:100_000]).best()
    return f"UTF-8 or a Chinese encoding (perhaps {best.encoding})" if best else "any encoding that is known here"
