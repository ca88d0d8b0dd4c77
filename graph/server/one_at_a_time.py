"""A lock file that one process holds at a time, that dies with its holder, and that is gone when nobody holds it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.errors import RefusedError

PAUSE = 0.1  # seconds between two tries


@contextmanager
def alone(path: Path, patience: float = 300) -> Iterator[None]:
    """Hold the lock file; wait up to `patience` seconds for another holder, then raise RefusedError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + patience
    while (held := _try(path)) is None:
        if time.monotonic() > deadline:
            raise RefusedError(str(path), "another process holds it", "to be alone", "wait for it, or end it")
        time.sleep(PAUSE)
    with held:
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _try(path: Path) -> IO[bytes] | None:
    """The lock file, held; None where another holds it, or took it away between opening and locking."""
    import fcntl

    file = path.open("wb")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if path.stat().st_ino == os.fstat(file.fileno()).st_ino:
            return file
    except (BlockingIOError, FileNotFoundError):
        pass
    file.close()
    return None
