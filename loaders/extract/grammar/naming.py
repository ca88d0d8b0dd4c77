"""How a language names units, bodies, offices and posts, and lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from loaders.extract.grammar.writing import NOTHING

if TYPE_CHECKING:
    from graph.proof import Span
    from loaders.extract.facts.draft import Draft
    from loaders.extract.grammar.lexicon import Lexicon
    from loaders.extract.mentions.office_names import OfficeNames
    from loaders.extract.rules.rule import Claim
    from loaders.extract.rules.stretch import Stretch


class Names(Protocol):
    """Where names begin and end, and how lists of them are split."""

    NAME: re.Pattern[str]
    """A name up to the next stop."""
    ARTICLE: re.Pattern[str] = NOTHING
    """What stands in front of a name and is no part of it."""
    GLOSS: re.Pattern[str] = NOTHING
    """The name in another language right behind it (group 1)."""
    INNER: re.Pattern[str]
    """A name with a bracket inside, its part in front of that in group 1."""
    TAIL: re.Pattern[str] = NOTHING
    """The last word of a name behind its brackets, in group 1."""
    REGION: re.Pattern[str] = NOTHING
    """What stands behind the last name of a list and belongs to all of them."""
    TOLD: re.Pattern[str] = NOTHING
    """What is told of a name behind it."""
    SEPARATOR: re.Pattern[str]
    """What may stand between two names of a list."""

    def told_from(self, words: Lexicon, text: str, start: int, stop: int, /) -> int | None:
        """Where what is told of a name begins in what looked like the name; None where nothing is told."""
        return None

    def begins(self, words: Lexicon, text: str, kinds: tuple[str, ...], /) -> bool:
        """Whether a text begins as names of one of these kinds do."""
        return False

    def without_stray(self, words: Lexicon, text: str, item: Span, /) -> Span:
        """An item of a list without words in front of the name."""
        return item

    def separates(self, words: Lexicon, left: str, between: str, right: str, /) -> bool:
        """Whether a separator stands between two names and not inside one."""
        return True

    def items(self, words: Lexicon, line: int, text: str, start: int, end: int, /) -> list[Span]:
        """The names between two separators."""

    def split(self, words: Lexicon, stretch: Stretch, /) -> list[Stretch]:
        """The names that a rule has found."""

    def split_bracket(self, words: Lexicon, stretch: Stretch, /) -> list[Stretch]:
        """The names or remarks of a bracket."""

    def standard(self, text: str, /) -> tuple[tuple[int, int], ...]:
        """Where names that are known before any sentence is read begin and end."""
        return ()

    def cuts(self, text: str, position: int, /) -> bool:
        """Whether a place in a text is inside such a name."""
        return False

    def border(self, text: str, /) -> int:
        """Where the name in a text begins behind verbs and prepositions."""
        return 0


class ShortNames(Protocol):
    """How it calls bodies and units by short forms of their names."""

    THIS: re.Pattern[str]
    """The unit or body that a sentence is about."""
    ABOVE: re.Pattern[str] = NOTHING
    """What a text about an institution calls the body around it."""
    ITSELF: frozenset[str]
    """What stands for the body where no name is given."""
    POINTING: tuple[str, ...]
    """How what is no name of its own begins."""
    SHORTEST: int
    """A name of so few characters is taken as it is printed."""
    SETS_UP: re.Pattern[str] = NOTHING
    """Who sets up units, as its group `subject`."""
    PLACED_BODY: re.Pattern[str] = NOTHING
    """The name of a body with its place."""

    def means_body(self, this: str, unit: str, body: str, /) -> bool:
        """Whether "this bureau" in a sentence about a unit means the body around it."""

    def core(self, name: str, /) -> str:
        """A name without what its short forms leave out."""

    def is_short(self, body: str, name: str, /) -> bool:
        """Whether a name is that of a body, in full or in a short form."""

    def is_elsewhere(self, body: str, name: str, /) -> bool:
        """Whether two names have different places."""
        return False

    def shortened(self, body: Draft, name: str, /) -> Draft | None:
        """The unit of a body that a short form stands for."""
        return None


class SecondNames(Protocol):
    """What brackets behind a name hold, beside the rules of second names."""

    SAID: re.Pattern[str] = NOTHING
    """What is said of the unit in front, beside names."""
    ONLY_SAID: re.Pattern[str] = NOTHING
    """How a bracket begins that holds no names."""
    OTHER_LANGUAGE: re.Pattern[str] = NOTHING
    """How a bracket begins with the name in another language (`name`)."""

    def second_names(self, words: Lexicon, inner: str, pieces: list[Stretch], /) -> list[Stretch]:
        """The second names among the pieces of a bracket."""

    def may_be(self, words: Lexicon, name: str, /) -> bool:
        """Whether what a sentence calls a second name may be one."""
        return True


class Offices(Protocol):
    """How it names hosted offices and coordinating bodies."""

    CUT: re.Pattern[str] = NOTHING
    """Where the name of an office ends in what stands behind a verb."""

    Offices: type[OfficeNames]
    """What recognises the names of one document."""

    def words_of(self, name: str, /) -> frozenset[str]:
        """What distinguishes the name of a coordinating body."""


class Staffing(Protocol):
    """How it counts posts."""

    INCLUDED: re.Pattern[str]
    """The parts of a number that a bracket names."""
    BESIDE: tuple[str, ...] = ()
    """Further sections whose sentences count posts."""
    OF_BODY: re.Pattern[str]
    """How a sentence begins that counts the posts of the body, wherever it stands."""

    def unit_in(self, front: str, /) -> str:
        """The unit that a post is named with, out of what stands in front of it."""
        return ""


class Partners(Protocol):
    """How it lists other bodies in what a unit does, and those that it oversees."""

    SEVERAL: re.Pattern[str]
    """What separates them."""
    ANY: re.Pattern[str]
    """That a name is that of no certain body."""
    OTHERS: re.Pattern[str]
    """Bodies without a name behind named ones, as its group `name`."""
    SHARED: str = ""
    """The last word that short names of departments share, which each of them has alone."""
    SUPERIOR: re.Pattern[str]
    """The competent department of an institution, which without a name is the body that it is under."""
    GOVERNMENT: re.Pattern[str]
    """The name of a government, by its end."""
    NO_BODY: re.Pattern[str]
    """Who assigns work and is no body."""

    def may_be(self, name: str, /) -> bool:
        """Whether a piece of a list is a name of its own."""
        return True

    MATTERS: re.Pattern[str] = NOTHING
    """Between a verb of oversight and bodies, that it is about matters of these."""
    AGAIN: re.Pattern[str] = NOTHING
    """More that is done about a body which the clause has named, as its group `verb`."""

    def fuller(self, name: Stretch, clause: Stretch, /) -> Stretch:
        """What a wide name stands for in its clause; itself where nothing says more."""
        return name

    OVERSEEN: re.Pattern[str]
    """What separates those that are overseen."""

    def is_whole(self, name: str, behind: str, /) -> bool:
        """Whether a name of one that is overseen ends at a separator."""

    def too_wide(self, claim: Claim, name: Stretch, /) -> bool:
        """Whether a name is that of no body."""

    def bounds(self, claim: Claim, pairs: list[tuple[int, int]], /) -> list[tuple[int, int]]:
        """Where each name of such a list begins and ends."""


class Changes(Protocol):
    """What became of bodies."""

    SEVERAL: re.Pattern[str]
    """What separates bodies that became one."""
