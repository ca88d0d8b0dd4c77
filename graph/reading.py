"""Files of other people are read whole and within a limit; what is no file is refused before it is opened."""

import errno
import os
import stat
from pathlib import Path

from graph.errors import ContentError
from graph.said import Said
from graph.system_errors import not_read

LIMIT = 64 * 1024 * 1024
# A pipe that took the place of the file meanwhile does not hold us up.
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, expected: str, todo: str, limit: int = LIMIT) -> bytes:
    """The content of a file; `expected` and `todo` say what it should be and what to do where it is not there.

    Raises NotThereError where it cannot be read, ContentError for a pipe or a device and for more than `limit` bytes.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(kind):
            raise ContentError(
                str(path), Said("this is a pipe or a device"), expected, Said("save it as a file, then name that")
            )
        with os.fdopen(os.open(path, FLAGS), "rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise not_read(error, str(path), expected, todo) from error
    if len(content) > limit:
        raise ContentError(
            str(path),
            Said("the file is larger than {} MB", limit // 1024 // 1024),
            expected,
            Said("cut it into smaller ones"),
        )
    return content


def read_text(path: Path, expected: str, todo: str, limit: int = LIMIT) -> str:
    """The same as text in UTF-8. Raises ContentError where it is none, too."""
    try:
        return read_bytes(path, expected, todo, limit).decode()
    except UnicodeDecodeError as error:
        found = Said("byte {} is not UTF-8", error.start)
        raise ContentError(str(path), found, Said("{} in UTF-8", expected), Said("save it again as UTF-8")) from error
