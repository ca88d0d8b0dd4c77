"""Every error that guapai raises on purpose, split by who must act, each with its exit code.

GuapaiError                 1  an error of our own, or a check that found something
├── UsageError              2  the command line or a parameter is wrong: change the command
├── NotThereError           3  a named file, query, place, document or unit is not there
├── LoginError              4  the database refused the login
├── RefusedError            5  the state forbids it: another writer, read-only, not our database
├── ContentError            6  a record, document, query file or graph file has refused content
├── UnreachableError        8  nobody answers at the address of the database
├── OutcomeUnknownError     9  the write may or may not have happened: ask again
└── VersionError           10  a version that this program does not support
    └── OlderGraphError    10  a graph that an older guapai wrote: it can be carried over
"""

from collections.abc import Iterable
from typing import ClassVar

from graph.said import Said, either


class GuapaiError(Exception):
    """An error in four parts: where it is, what was found, what was expected, what to do next.

    Each part is one plain sentence or name without a final stop; empty parts are left out when shown.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, where: str, found: str, expected: str = "", todo: str = "") -> None:
        super().__init__(where, found, expected, todo)
        self.where = where
        self.found = found
        self.expected = expected
        self.todo = todo

    def __str__(self) -> str:
        first = f"{self.where}: {self.found}" if self.where else self.found
        lines = [first]
        if self.expected:
            lines.append(f"  expected {self.expected}")
        lines.extend(f"  {line}" for line in self.todo.splitlines())
        return "\n".join(lines)


class UsageError(GuapaiError):
    """The command line or a parameter is wrong."""

    exit_code = 2


class NotThereError(GuapaiError):
    """A named file, query, place, document or unit is not there."""

    exit_code = 3


class LoginError(GuapaiError):
    """The database refused the login."""

    exit_code = 4


class RefusedError(GuapaiError):
    """The present state forbids what was asked."""

    exit_code = 5


class UnwritableError(RefusedError):
    """What keeps a graph takes nothing more: whatever follows would fail, too."""


class ContentError(GuapaiError):
    """The content of a file is refused."""

    exit_code = 6


class UnreachableError(GuapaiError):
    """The database is out of reach."""

    exit_code = 8


class OutcomeUnknownError(GuapaiError):
    """Nobody can know whether the write happened."""

    exit_code = 9


class VersionError(GuapaiError):
    """A server, a graph or a record of a version that this program does not support."""

    exit_code = 10


class OlderGraphError(VersionError):
    """A graph that an older guapai wrote: it can be carried over."""


def common_kind(errors: Iterable[GuapaiError]) -> type[GuapaiError]:
    """The kind of error that stands for several: theirs where all end with one exit code, else the general one."""
    kinds = {error.exit_code: type(error) for error in errors}
    return next(iter(kinds.values())) if len(kinds) == 1 else GuapaiError


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A line that names the nearest known names, or an empty text when none is near."""
    from rapidfuzz import fuzz, process

    near = process.extract(wrong, list(known), scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    return suggestion(name for name, _, _ in near)


def suggestion(names: Iterable[str]) -> str:
    """A line that names what may have been meant; an empty text where there is nothing."""
    near = either(map(repr, names))
    return Said("did you mean {}?", near) if near else ""
