"""The streams of the program: they take every character, whatever they are connected to."""

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any

from graph.errors import ContentError, UsageError
from graph.plain_text import plain_lines
from graph.reading import LIMIT
from graph.said import Said

ESCAPES = "backslashreplace"


class Closed(io.TextIOBase):
    """A stdout that is closed (`>&-`): whoever writes to it gets the error that a closed file gives."""

    encoding = "utf-8"

    def write(self, _text: str) -> int:
        """Raise OSError."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def prepare() -> None:
    """From now on, what an encoding lacks is written as an escape, and closed streams are told from open ones.

    The numbers of closed streams are taken, so that no file that is opened later gets what is printed.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    known: Any = sys  # a stream that is closed is None
    known.stdout = known.stdout or Closed()
    known.stderr = known.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (known.stdout, known.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=ESCAPES)


def discard(stream: Any) -> None:
    """Nothing more is written to a stream that takes nothing more, at the end of the program neither."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tell(text: str) -> None:
    """Write lines on stderr, as text alone; where that takes nothing, the exit code still tells."""
    try:
        print(plain_lines(text), file=sys.stderr, flush=True)
    except OSError:
        discard(sys.stderr)


def put(text: str) -> None:
    """Write a result that is a text itself on stdout: as it is, on a terminal as text alone."""
    sys.stdout.write(plain_lines(text) if sys.stdout.isatty() else text)


def put_file(text: str) -> None:
    """Write the content of a file on stdout: in UTF-8, as a reader of the file expects it, unless people look at it."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")
    put(text)


def is_unicode(stream: Any) -> bool:
    """Whether the encoding of a stream has every character."""
    return str(getattr(stream, "encoding", None) or "utf-8").lower().startswith("utf")


def stdin_bytes(expected: str) -> bytes:
    """All of stdin. Raises UsageError where it is closed, ContentError where it is longer than a file may be."""
    if sys.stdin is None:
        raise UsageError(Said("stdin"), Said("it is closed"), expected, Said("give it as an argument instead of -"))
    content = sys.stdin.buffer.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise ContentError(
            Said("stdin"),
            Said("more than {} MB came", LIMIT // 1024 // 1024),
            expected,
            Said("cut it into smaller ones"),
        )
    return content


def stdin_text(expected: str) -> str:
    """All of stdin as text in UTF-8. Raises ContentError where it is none, and what `stdin_bytes` raises."""
    content = stdin_bytes(expected)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = Said("byte {} is not UTF-8", error.start)
        raise ContentError(
            Said("stdin"), found, Said("{} in UTF-8", expected), Said("save it again as UTF-8")
        ) from error


def check_arguments(arguments: list[str]) -> None:
    """Raise UsageError where an argument holds bytes that are no text."""
    for text in arguments:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            where = Said("argument {}", text[:80].encode(errors=ESCAPES).decode())
            found = Said("byte {} is not UTF-8", len(os.fsencode(text[: error.start])))
            raise UsageError(
                where, found, Said("arguments in UTF-8"), Said("write it in UTF-8, or rename the file")
            ) from error
