"""The manifest of a folder of fetched documents: one line of JSON for each, so that a run goes on where another stopped."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.reading import read_bytes
from graph.said import Said
from graph.system_errors import not_written
from loaders.extract.document.origins import MANIFEST


@dataclass(frozen=True)
class Fetched:
    """One document that was saved: where from, as what, when (ISO 8601 in UTC), and which bytes."""

    address: str
    file: str
    retrieved: str
    sha256: str
    size: int
    kind: str
    encoding: str | None = None
    """What the server said; None where it said nothing."""
    final_address: str | None = None
    """Where redirects led to, if anywhere."""


def saved(folder: Path) -> dict[str, Fetched]:
    """What the manifest names and is still there as it was fetched, by address."""
    known = {one.address: one for one in _entries(folder / MANIFEST)}
    return {address: one for address, one in known.items() if _is_whole(folder / one.file, one.sha256)}


def _entries(path: Path) -> list[Fetched]:
    if not path.exists():
        return []
    lines = (
        read_bytes(path, Said("a manifest"), Said("name another folder with -o")).decode(errors="replace").splitlines()
    )
    return [entry for line in lines if (entry := _entry(line))]


def _entry(line: str) -> Fetched | None:
    """The entry of a line; None for what a killed run left half written, and for a file that is not in the folder."""
    try:
        entry = Fetched(**json.loads(line))
    except (ValueError, TypeError):
        return None
    named = isinstance(entry.address, str) and isinstance(entry.file, str)
    return entry if named and Path(entry.file).name == entry.file else None


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def add(folder: Path, entry: Fetched) -> None:
    """Write one more line, on a line of its own whatever stands in front. Raises RefusedError where it cannot be written."""
    line = json.dumps({key: value for key, value in asdict(entry).items() if value is not None}, ensure_ascii=False)
    path = folder / MANIFEST
    try:
        with path.open("a+b") as file:
            file.seek(0, os.SEEK_END)
            if file.tell():
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else f"\n{line}"
            file.write(f"{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise not_written(error, str(path)) from error
