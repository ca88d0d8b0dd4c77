"""The five real documents beside their reviewed records; only where GUAPAI_DOCUMENTS says where the documents are."""

import hashlib
import os
from functools import cache
from pathlib import Path

from guapai.opening import record_paths
from loaders.extract.document.reading import read_document
from loaders.extract.extraction import Extraction, extract_document
from loaders.reading import read_record
from loaders.record import Record

FOLDER = os.environ.get("GUAPAI_DOCUMENTS")
NAMES = tuple(path.stem for path in record_paths())


@cache
def _documents() -> dict[str, Path]:
    """The files of the folder, by the hash of their bytes."""
    files = Path(FOLDER or "").glob("*.txt")
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in files}


@cache
def record_of(name: str) -> Record:
    """A reviewed record."""
    return next(read_record(path).record for path in record_paths() if path.stem == name)


@cache
def extraction_of(name: str, corrected: bool = True) -> Extraction:
    """The document of a record as the program reads it, with the word file that belongs to it or without."""
    from dataclasses import replace

    from loaders.extract.document.corrections import bundled_corrections

    document = read_document(_documents()[record_of(name).document.sha256])
    corrections = bundled_corrections(document.sha256) if corrected else ()
    return extract_document(replace(document, corrections=corrections), name)
