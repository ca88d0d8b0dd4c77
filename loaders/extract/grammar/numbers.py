"""How a language announces numbers, and what looks as if it were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from loaders.extract.grammar.writing import NOTHING

if TYPE_CHECKING:
    from graph.proof import Span
    from loaders.extract.facts.draft import Draft, Statement
    from loaders.extract.facts.owners import Owners
    from loaders.extract.ledger.alarms import Known


class Counting(Protocol):
    """How it announces numbers of units, branches and institutions."""

    AND_MORE: re.Pattern[str]
    """How many there are, behind the last name of a list; the number in the last group."""
    NONE: re.Pattern[str]
    """That there are no units."""
    SUM: re.Pattern[str] = NOTHING
    """Numbers of parts."""
    YEAR_FIRST: re.Pattern[str]
    """A clause that begins with a year."""

    def found(self, line: int, text: str, start: int, end: int, /) -> Iterator[tuple[str, str, Span]]:
        """What is counted, the number as printed and the span that announces it."""

    def is_looked_after(self, owners: Owners, text: str, statement: Statement, before: int, /) -> bool:
        """Whether what a sentence about a unit counts is what the unit looks after."""
        return False

    def is_part(self, text: str, start: int, position: int, /) -> bool:
        """Whether a number is a part of the one in front."""
        return False

    def meant(self, owners: Owners, text: str, statement: Statement, owner: Draft, what: str, where: Span, /) -> str:
        """What is counted, by who counts."""
        return what

    def subject_of(self, owners: Owners, text: str, statement: Statement, before: int, /) -> Draft:
        """Whom a sentence is about."""
        return statement.owner.body

    def is_counted(self, front: str, /) -> bool:
        """Whether bodies are counted in front of a list."""
        return False

    def counts_others(self, text: str, start: int, end: int, /) -> bool:
        """Whether what is counted in front of a list is no division."""
        return False


class Alarms(Protocol):
    """What looks like a name or a number that may be lost."""

    WORDS: re.Pattern[str]
    """Words of alarm; `number` is one of units."""
    TOLD: re.Pattern[str]
    """That a sign or an office is told of for certain."""
    BETWEEN: re.Pattern[str]
    """What separates the items of a line."""
    HOLDS: re.Pattern[str]
    """What stands in the name of any body or unit."""

    def names(self, said: str, /) -> Iterator[str]:
        """Every name of a line that nothing took."""

    def left(self, known: Known, said: str, /) -> Iterator[str]:
        """Every name and number in a gap between facts that none took."""

    def shared(self, known: Known, text: str, gap: Span, /) -> str | None:
        """Names in a gap that share the last word behind it."""
        return None
