"""A lock file that one process holds at a time, that dies with its holder, and that is gone when nobody holds it."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.errors import RefusedError
from graph.messages import remark
from graph.said import Said

PAUSE = 0.1  # seconds between two tries
QUIET = 1.0  # seconds of waiting that nobody is told of


@contextmanager
def alone(path: Path, patience: float = 300) -> Iterator[None]:
    """Hold the lock file; wait up to `patience` seconds for another holder, then raise RefusedError.

    A wait of more than a second is said on stderr.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    begun, said = time.monotonic(), False
    while (held := _try(path)) is None:
        waited = time.monotonic() - begun
        if waited > patience:
            raise RefusedError(
                str(path), Said("another process holds it"), Said("to be alone"), Said("wait for it, or end it")
            )
        if waited > QUIET and not said:
            remark(Said("{}: another process is at work, waiting for it", path))
            said = True
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
