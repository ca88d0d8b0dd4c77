"""How a language is written, counts and loses things, and how its sentences tell of duties and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Protocol

from graph.said import Said

if TYPE_CHECKING:
    from graph.proof import Span
    from loaders.extract.document.text import Document
    from loaders.extract.facts.draft import Draft, Statement
    from loaders.extract.facts.owners import Owners
    from loaders.extract.grammar.lexicon import Lexicon
    from loaders.extract.mentions.place_mentions import PlaceMention

# A pattern that a language has no use for.
NOTHING = re.compile("(?!)")


class Writing(Protocol):
    """How it is written: characters, words, lines."""

    NAME: str
    """What it is called in English."""
    GAP: str
    """What stands between two words, and between the lines of one paragraph."""
    BOUND: str
    """A pattern for the place where a word begins or ends."""
    DATE: re.Pattern[str]
    """A date in words."""
    TRANSLATED: bool
    """Whether its documents are translations by machine."""
    UNFINISHED: re.Pattern[str] = NOTHING
    """What no line ends with that is whole."""

    def is_written(self, text: str, /) -> bool:
        """Whether a text is in this language; the first that says so is taken."""

    def is_respelled(self, text: str, /) -> bool:
        """Whether a text is printed in another spelling than it is read in."""
        return False

    def is_inside(self, line: str, following: str, /) -> bool:
        """Whether a line looks like one out of a sentence."""

    def goes_on(self, line: str, following: str, /) -> bool:
        """Whether the next line may be the rest of a sentence, and no heading."""
        return True

    def evened(self, text: str, /) -> str:
        """The text in the form in which terms are compared."""
        return text

    def ends(self, name: str, words: Sequence[str], /) -> bool:
        """Whether a name in small letters ends with one of some words."""

    def field(self, names: str, without_head: Sequence[str], /) -> str:
        """A pattern for a field of contacts, its name in group 1, with its colon; some names may stand further in front."""

    def bare(self, name: str, /) -> str:
        """The name of a field as lists of words have it."""


class Duties(Protocol):
    """How it tells what a unit does."""

    VERBS: re.Pattern[str]
    """A verb of duty."""
    SUBJECT: re.Pattern[str]
    """The unit that a clause begins with."""
    CHAIN: re.Pattern[str] = NOTHING
    """Nouns of doing, one beside the other."""
    JOINS: re.Pattern[str]
    """What stands between two verbs, or two nouns of doing."""

    def begins(self, verbs: str, nouns: str, /) -> re.Pattern[str]:
        """A pattern for what begins a phrase of a duty, out of alternatives for verbs and nouns of doing."""


class Places(Protocol):
    """How it names places."""

    def mentions(self, document: Document, /) -> list[PlaceMention]:
        """Every mention of a place, in the order of the document."""

    def level_of_title(self, document: Document, /) -> tuple[int, str] | None:
        """The line whose title names only the level of the body, and what names of its places end with."""

    def national(self, document: Document, /) -> bool:
        """Whether the document is about a body of the nation."""

    def spellings(self, document: Document, place: str, /) -> tuple[str, ...]:
        """The name of a place as the text prints it otherwise than lists have it."""


class Counting(Protocol):
    """How it announces numbers of units, branches and institutions."""

    AND_MORE: re.Pattern[str]
    """How many there are, behind the last name of a list; the number in the last group."""
    SAID_AGAIN: re.Pattern[str] = NOTHING
    """What an announced number may have beside what it counts: two that are the same without it are one."""
    SUM: re.Pattern[str] = NOTHING
    """Numbers of parts."""
    ABOVE: re.Pattern[str] = NOTHING
    """In front of a number of units that were listed above it."""
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

    MARKS: re.Pattern[str]
    """What separates the items of a line, brackets and colons among it."""
    ENDS: tuple[str, ...]
    """The signs at which a list ends where no name stands in front."""
    HOLDS: re.Pattern[str]
    """What stands in the name of any body or unit."""
    OTHERS: re.Pattern[str]
    """How bodies of all kinds end, which anybody tells of."""
    FRONT: re.Pattern[str]
    """Words of setting up, having or hanging, behind which names stand."""
    BEHIND: re.Pattern[str]
    """What stands behind the last name of a list, or behind the name in a heading."""
    AND: re.Pattern[str]
    """What stands between two names without a sign."""
    ARTICLE: re.Pattern[str] = NOTHING
    """What stands in front of a name and is no part of it."""
    TOLD: re.Pattern[str]
    """That a sign or an office is told of for certain; its name is the last group."""
    STRUCTURE: re.Pattern[str]
    """Words of who has, leads or manages whom, of signs and of coordinating bodies."""
    NUMBERED: re.Pattern[str]
    """A `number` of units."""
    SHARED: re.Pattern[str] = NOTHING
    """`names` that share their last word."""
    OWN: re.Pattern[str]
    """The place or level in front of a name, which is the same without it."""
    ASIDE: ClassVar[Mapping[Said, re.Pattern[str]]] = MappingProxyType({})
    """How clauses begin that tell of no unit and no duty, and why they are set aside where they hold no name."""

    def is_name(self, words: Lexicon, name: str, /, *, listed: bool) -> bool:
        """Whether a text is the name of a unit or a body; `listed` says whether it stands where names are expected."""

    def subject(self, words: Lexicon, text: str, start: int, end: int, /) -> tuple[int, int] | None:
        """The unit that a clause begins with, in front of what it does."""

    def strays(self, words: Lexicon, text: str, start: int, end: int, /) -> Iterator[tuple[int, int]]:
        """Where the names inside a sentence begin and end that stand neither in a list nor as headings do."""
        return iter(())
