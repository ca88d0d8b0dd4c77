"""A record file becomes a checked `Record`, or an error that names file and line."""

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.errors import ContentError, did_you_mean
from graph.said import Said
from graph.wishes import allowed, wish
from loaders.record import Record
from loaders.yaml_reading import FORMAT, Lines, Location, read_yaml

PROOF = Said("LINE:START-END HASH, such as 71:12-18 0123456789abcdef")
DOCUMENT_ID = re.compile(r"[\w.-]{1,100}\Z")


@dataclass(frozen=True)
class RecordFile:
    """A record, the id of its document (the file name without ending) and the lines of the paths in the file."""

    document: str
    record: Record
    where: str
    lines: Lines = field(repr=False, default_factory=Lines)
    digest: str | None = None

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the file; of what the record says where it was made in another way."""
        return self.digest or hashlib.sha256(self.record.model_dump_json().encode()).hexdigest()

    def yaml(self) -> str:
        """The record as a file for people: load it from there with what they corrected."""
        from loaders.record_writing import record_text

        return record_text(self.record)

    def at(self, path: Location) -> str:
        """ "file:line" of the value at a path, or of the nearest one around it."""
        return f"{self.where}:{self.lines[path]}"


def read_record(path: Path) -> RecordFile:
    """Read and check one record file.

    Raises NotThereError where there is no file, ContentError where its content is refused.
    """
    digest = file_digest(path)
    content, lines = read_yaml(path)
    name = document_name(path)
    try:
        record = Record.model_validate(content)
    except ValidationError as error:
        raise refused(error, str(path), lines) from error
    return RecordFile(name, record, str(path), lines, digest)


def document_name(path: Path) -> str:
    """The id of a document, which is its file's name without ending; raises ContentError for a name that cannot be one."""
    if not DOCUMENT_ID.match(path.stem):
        found = Said("{} cannot be the id of a document", repr(path.stem))
        raise ContentError(str(path), found, Said("letters, digits, '.', '-', '_'"), Said("give the file another name"))
    return path.stem


def file_digest(path: Path) -> str | None:
    """SHA-256 of a file; None for one that cannot be read: reading it says why."""
    if not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def refused(error: ValidationError, where: str, lines: Lines) -> ContentError:
    """The error for content that is no record: where the first fault stands, and what is wanted there."""
    first = error.errors(include_url=False)[0]
    location = tuple(part for part in first["loc"] if not _is_internal(part))
    shown = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")
    kind = first["type"]
    todo, expected = "", ""
    if kind == "extra_forbidden":
        found, expected = Said("the key {} is unknown", shown), Said("a key of the record format")
        todo = did_you_mean(str(location[-1]), _known_keys(location))
    elif not location:
        empty = first["input"] is None
        found = Said("the record is {}", Said("empty") if empty else _short(first["input"]))
        expected = Said("the keys version, document, place and bodies")
    elif kind == "missing":
        found, expected = Said("{} is missing", shown), Said("it to be given")
    elif kind == "literal_error":
        found, expected = Said("{} is {}", shown, repr(first["input"])), wish(first)
        todo = did_you_mean(str(first["input"]), allowed(first["ctx"]))
    elif kind == "value_error":
        found = Said("{}: {}", shown, wish(first))
        expected = PROOF if "at" in location else Said("a record in this format")
    else:
        found, expected = Said("{} is {}", shown, _short(first["input"])), wish(first)
    return ContentError(f"{where}:{lines[location]}", found, expected, todo or FORMAT)


def _is_internal(part: int | str) -> bool:
    return isinstance(part, str) and part.startswith("function-")


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def _known_keys(location: Location) -> list[str]:
    model: Any = Record
    for part in location[:-1]:
        if isinstance(part, str):
            model = _inner_model(model.model_fields[part].annotation)
    return list(model.model_fields)


def _inner_model(annotation: Any) -> Any:
    arguments = getattr(annotation, "__args__", ())
    return next((_inner_model(one) for one in arguments if one is not type(None)), annotation)
