"""Word and PDF files give their text: line by line, each row of a table in one line with tabs between its cells."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from importlib.metadata import version
from types import ModuleType

from graph.errors import ContentError, NotThereError
from graph.installation import with_extra
from graph.said import Said

PDF, ZIP = b"%PDF", b"PK\x03\x04"
# A bracket bomb of a few kilobytes unpacks to gigabytes; the documents of bureaus have a few megabytes.
MOST_UNPACKED = 256 * 1024 * 1024
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True)
class OfficeText:
    """The text of such a file, the hash of the file, and what took the text out of it."""

    text: str
    original_sha256: str
    reader: str


def office_text(content: bytes, where: str) -> OfficeText | None:
    """The text of a Word or PDF file; None for any other content.

    Raises ContentError where it cannot be read or its pages are pictures, NotThereError without the extra `office`.
    """
    if content.startswith(PDF):
        from loaders.extract.document.pdf_files import lines_of_pdf

        return _text(content, "pypdfium2", lines_of_pdf(_library("pypdfium2"), content, where))
    if content.startswith(ZIP) and _is_word(content, where):
        from loaders.extract.document.word_files import lines_of_word

        return _text(content, "python-docx", lines_of_word(_library("docx"), content, where))
    return None


def _text(content: bytes, library: str, lines: list[str]) -> OfficeText:
    text = "".join(f"{CONTROL.sub('', line).rstrip()}\n" for line in lines)
    return OfficeText(text, hashlib.sha256(content).hexdigest(), f"{library} {version(library)}")


def _library(name: str) -> ModuleType:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise NotThereError(
            name, Said("it is not installed"), Said("the extra 'office'"), with_extra("office")
        ) from error


def _is_word(content: bytes, where: str) -> bool:
    """Whether a zip archive is a Word document of bearable size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ContentError(
            where, Said("this is a damaged zip archive or Office file"), Said("a whole file"), Said("save it again")
        ) from error
    if not any(part.filename == "word/document.xml" for part in parts):
        return False
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise ContentError(
            where,
            Said("it unpacks to more than 256 MB"),
            Said("a document of usual size"),
            Said("save its text alone in a new file"),
        )
    return True
