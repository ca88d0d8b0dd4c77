"""Files appear whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

from graph.errors import NotThereError, RefusedError, UsageError
from graph.said import Said
from graph.system_errors import not_written

LARGE = 1 << 20  # bytes
# Who prints on stdout takes this name for it; it is never the name of a file.
STDOUT = Path("-")
FILE, FOLDER = Said("the name of a file"), Said("a folder")


def check_target(path: Path, *, force: bool = False, option: str = "-o") -> None:
    """Raise before anything is asked: NotThereError for a missing folder, UsageError for `-` and a name that is too long,
    RefusedError for a folder, a device, a file that is there and is not to be replaced, or a folder that takes no file.
    `option` names another.
    """
    refuse_stdout(path, option)
    status = _status(path)
    if status is None and not path.parent.is_dir():
        raise NotThereError(
            str(path.parent),
            Said("there is no such folder"),
            Said("a folder to write to"),
            Said("make it first, or name another with {}", option),
        )
    if status is not None and not stat.S_ISREG(status.st_mode):
        found = Said("this is a folder") if stat.S_ISDIR(status.st_mode) else Said("this is a pipe or a device")
        raise RefusedError(str(path), found, FILE, Said("name a file with {}", option))
    if status is not None and not force:
        raise RefusedError(
            str(path), Said("it is there already"), Said("the name of a new file"), Said("write over it: --force")
        )
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise not_written(error, str(path), option) from error


def refuse_stdout(path: Path, option: str = "-o", expected: Said = FILE) -> None:
    """Raise UsageError for `-`, where what is written cannot go to stdout."""
    if path == STDOUT:
        raise UsageError("-", Said("this is the standard output"), expected, Said("name another with {}", option))


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise not_written(error, str(path)) from error


def write_whole(path: Path, content: str | bytes | Iterable[str | bytes]) -> None:
    """Write a file in one step, text as UTF-8; it is whole or as it was, and nothing stays beside it.

    Content that comes in pieces is written as it comes.

    A file that is there is replaced: `check_target` asks. Raises what `check_target` raises, and RefusedError where
    the disk takes no more.
    """
    write_together({path: content})


def write_together(contents: Mapping[Path, str | bytes | Iterable[str | bytes]]) -> None:
    """The same for files that belong together: all of them are new, or all of them are as they were."""
    aside: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            check_target(path, force=True)
            with _told(path):
                aside[path] = _write_aside(path.resolve(), [content] if isinstance(content, str | bytes) else content)
        for path, part in aside.items():
            with _told(path):
                part.replace(path.resolve())
    finally:
        for part in aside.values():
            part.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise not_written(error, str(path)) from error


def _write_aside(path: Path, pieces: Iterable[str | bytes]) -> Path:
    """The content in a file beside the path, which is there as a whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False, suffix=".part") as file:
        part = Path(file.name)
        try:
            written = 0
            for piece in pieces:
                content = piece.encode(errors="backslashreplace") if isinstance(piece, str) else piece
                written = crc32(content, written)
                file.write(content)
            file.flush()
            os.fsync(file.fileno())
            _read_back(part, written, path)
            part.chmod(0o644)
        except BaseException:
            with suppress(OSError):
                file.close()
            part.unlink(missing_ok=True)
            raise
    return part


def _read_back(part: Path, written: int, path: Path) -> None:
    """Raise RefusedError where the disk gives something else than what was written."""
    found = 0
    with part.open("rb") as file:
        while piece := file.read(LARGE):
            found = crc32(piece, found)
    if found != written:
        raise RefusedError(
            str(path),
            Said("the disk does not give back what was written"),
            Said("a disk that keeps it"),
            Said("write to another disk"),
        )


def make_folder(path: Path, option: str = "-o") -> None:
    """Make a folder and those above it; raises what `write_whole` raises, and RefusedError where a file has the name; `option` names another."""
    refuse_stdout(path, option, FOLDER)
    if path.is_file():
        raise RefusedError(str(path), Said("this is no folder"), FOLDER, Said("name another with {}", option))
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(error, str(path), option) from error
