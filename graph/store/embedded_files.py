"""The files of an embedded graph: what may be opened, and what the operating system says of them."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import kglite

from graph.errors import ContentError, GuapaiError, RefusedError, UnwritableError
from graph.said import Said
from graph.system_errors import not_written

LOG_ENDING = "-wal"
BESIDE = (LOG_ENDING, ".lock", ".lock-owner")
NUMBER = re.compile(r"\(os error (\d+)\)")


def refuse_other_kinds(path: Path) -> None:
    """Raise ContentError for a folder, a pipe or a device: the engine would read a device to its end."""
    try:
        kind = path.stat().st_mode
    except OSError:  # what is not there, or not to be seen, is told by whoever opens it
        return
    if stat.S_ISDIR(kind):
        todo = Said("name a file in it, such as {}", path / "graph.kgl")
        raise ContentError(str(path), Said("this is a folder"), Said("a file"), todo)
    if not stat.S_ISREG(kind):
        raise ContentError(
            str(path),
            Said("this is a pipe or a device"),
            Said("a file that guapai wrote"),
            Said("name another file with --store"),
        )


@contextmanager
def nothing_left(path: Path) -> Iterator[None]:
    """Where a graph that is not there yet cannot be made, what the engine put beside it goes again."""
    made = [ending for ending in BESIDE if not beside(path, ending).exists()]
    try:
        yield
    except kglite.WriterLeaseHeldError:  # they are somebody else's
        raise
    except BaseException:
        remove_beside(path, made)
        raise


def remove_beside(path: Path, endings: Iterable[str] = BESIDE) -> None:
    """Remove what the engine puts beside a graph that was never made, while its lock is held."""
    if not path.exists():
        for ending in endings:
            with suppress(OSError):
                beside(path, ending).unlink()


@contextmanager
def saving_told(path: Path) -> Iterator[None]:
    """The same as `files_told` for a save: what was written before it is not lost, and must not be written again."""
    try:
        with files_told(path):
            yield
    except UnwritableError as error:
        raise UnwritableError(
            error.where,
            Said("{}; what was written stands in {}", error.found, log_of(path).name),
            error.expected,
            Said("make room: the next command that writes saves it"),
        ) from error


def log_of(path: Path) -> Path:
    """The engine's log of the transactions that a graph file does not hold yet."""
    return beside(path, LOG_ENDING)


def beside(path: Path, ending: str) -> Path:
    """A file of the engine beside a graph file."""
    return path.with_name(path.name + ending)


@contextmanager
def files_told(path: Path) -> Iterator[None]:
    """Errors of the operating system that the engine passes on become ours; all others pass.

    Raises UnwritableError where the disk takes no more.
    """
    try:
        yield
    except OSError as error:
        raise _lasting(not_written(error, str(path), "--store")) from error
    except kglite.WriterLeaseHeldError:
        raise
    except kglite.FileIoError as error:
        raise _lasting(system_error(error, path)) from error


def _lasting(error: GuapaiError) -> GuapaiError:
    return (
        UnwritableError(error.where, error.found, error.expected, error.todo)
        if isinstance(error, RefusedError)
        else error
    )


def system_error(error: Exception, path: Path) -> GuapaiError:
    """The error for a file that the operating system refuses; the engine tells its number in words only."""
    if number := NUMBER.search(str(error)):
        return not_written(OSError(int(number[1]), os.strerror(int(number[1]))), str(path), "--store")
    return RefusedError(
        str(path),
        Said("it cannot be written: {}", str(error).splitlines()[0][:120]),
        Said("a graph that can be written"),
        Said("make room on the disk, then run the same command again"),
    )
