"""Records from Python: read from their files, or made of documents."""

import hashlib
from os import PathLike
from pathlib import Path

from graph.errors import UsageError
from graph.reading import read_bytes
from graph.said import Said
from loaders.reading import RecordFile, document_name, read_record

AnyPath = str | PathLike[str]


def load_record(path: AnyPath) -> RecordFile:
    """Read and check one record file (YAML); its `document` is the file's name without the ending.

    Raises NotThereError where there is no file, ContentError, which names file and line, where it is refused.
    """
    return read_record(Path(path))


def extract(
    path: AnyPath,
    *,
    encoding: str | None = None,
    place: str | None = None,
    words: AnyPath | None = None,
    source: str | None = None,
) -> RecordFile:
    """Read a document (text, HTML, Word, PDF) into a record; nothing is written, and no graph is asked.

    `encoding` overrules what the bytes look like; `place`, a GB/T 2260 code or a name, what the text says; `words` is a
    file of corrections of garbled words; `source` the address that the document came from. The record's `document` is the
    file's name without the ending; its lines count from 1, those of a Word or PDF file in the text that it gave.
    `record.questions` is what stayed open; `yaml()` is the record as a file for people to review.

    Raises NotThereError, ContentError for a document that is none or is about no bureau, UsageError for a place, words or
    an encoding that are none.
    """
    from loaders.extract.extraction import extract as extract_file
    from loaders.record_writing import record_text

    document = Path(path)
    name = document_name(document)
    extraction = extract_file(document, encoding, place, Path(words) if words is not None else None, source)
    digest = hashlib.sha256(record_text(extraction.record).encode()).hexdigest()
    return RecordFile(name, extraction.record, str(document), digest=digest)


def document_text(file: RecordFile, document: Path) -> str:
    """The text of the document that a record was made from; raises UsageError where it is another one."""
    from loaders.extract.document.reading import text_of

    content = document_bytes(document)
    if hashlib.sha256(content).hexdigest() != file.record.document.sha256:
        raise UsageError(
            str(document),
            Said("this is not the document of {}", file.where),
            Said("the document with the hash in the record"),
            Said("guapai check RECORD DOCUMENT shows what differs"),
        )
    return text_of(content, str(document))


def document_bytes(path: Path) -> bytes:
    """What the hash of a record is of: the bytes of a text file, the text that a Word or PDF file gives."""
    from loaders.extract.document.reading import text_file

    return text_file(read_bytes(path, Said("a document"), Said("name a file that is there")), str(path))
