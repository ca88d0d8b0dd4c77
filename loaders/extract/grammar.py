"""What a language must say of itself before its documents are read: one grammar per language, a folder of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol, get_args

if TYPE_CHECKING:
    from graph.proof import Span
    from loaders.extract.draft import Draft
    from loaders.extract.lexicon import Lexicon
    from loaders.extract.office_names import OfficeNames
    from loaders.extract.place_mentions import PlaceMention
    from loaders.extract.rules.rule import Claim
    from loaders.extract.rules.stretch import Stretch
    from loaders.extract.text import Document

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
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
    TRANSLATED: bool
    """Whether its documents are translations by machine."""

    def is_written(self, text: str) -> bool:
        """Whether a text is in this language; the first that says so is taken."""
        ...

    def is_respelled(self, text: str) -> bool:
        """Whether a text is printed in another spelling than it is read in."""
        ...

    def is_inside(self, line: str, following: str) -> bool:
        """Whether a line looks like one out of a sentence."""
        ...

    def goes_on(self, line: str, following: str) -> bool:
        """Whether the next line may be the rest of a sentence, and no heading."""
        ...

    def evened(self, text: str) -> str:
        """The text in the form in which terms are compared."""
        ...

    def ends(self, name: str, words: Sequence[str]) -> bool:
        """Whether a name in small letters ends with one of some words."""
        ...

    def field(self, names: str, without_head: Sequence[str]) -> str:
        """A pattern for a field of contacts, its name in group 1, with its colon; some names may stand further in front."""
        ...

    def bare(self, name: str) -> str:
        """The name of a field as lists of words have it."""
        ...


class Duties(Protocol):
    """How it tells what a unit does."""

    VERBS: re.Pattern[str]
    """A verb of duty."""
    SETTING_UP: re.Pattern[str]
    """What sets up, houses or names a body, or speaks of tasks without naming them."""
    SUBJECT: re.Pattern[str]
    """The unit that a clause begins with."""
    CHAIN: re.Pattern[str]
    """Nouns of doing, one beside the other."""

    def begins(self, verbs: str, nouns: str) -> re.Pattern[str]:
        """A pattern for what begins a phrase of a duty, out of alternatives for verbs and nouns of doing."""
        ...


class Places(Protocol):
    """How it names places."""

    def mentions(self, document: "Document") -> "list[PlaceMention]":
        """Every mention of a place, in the order of the document."""
        ...

    def level_of_title(self, document: "Document") -> tuple[int, str] | None:
        """The line whose title names only the level of the body, and what names of its places end with."""
        ...

    def national(self, document: "Document") -> bool:
        """Whether the document is about a body of the nation."""
        ...

    def spellings(self, document: "Document", place: str) -> tuple[str, ...]:
        """The name of a place as the text prints it otherwise than lists have it."""
        ...


class Names(Protocol):
    """Where names begin and end, and how lists of them are split."""

    NAME: re.Pattern[str]
    """A name up to the next stop."""
    ARTICLE: re.Pattern[str]
    """What stands in front of a name and is no part of it."""
    INNER: re.Pattern[str]
    """A name with a bracket inside, its part in front of that in group 1."""
    TAIL: re.Pattern[str]
    """The last word of a name behind its brackets, in group 1."""
    REGION: re.Pattern[str]
    """What stands behind the last name of a list and belongs to all of them."""
    TOLD: re.Pattern[str]
    """What is told of a name behind it."""
    SEPARATOR: re.Pattern[str]
    """What may stand between two names of a list."""

    def told_from(self, words: "Lexicon", text: str, start: int, stop: int) -> int | None:
        """Where what is told of a name begins in what looked like the name; None where nothing is told."""
        ...

    def begins(self, words: "Lexicon", text: str, kinds: tuple[str, ...]) -> bool:
        """Whether a text begins as names of one of these kinds do."""
        ...

    def without_stray(self, words: "Lexicon", text: str, item: "Span") -> "Span":
        """An item of a list without words in front of the name."""
        ...

    def separates(self, words: "Lexicon", left: str, between: str, right: str) -> bool:
        """Whether a separator stands between two names and not inside one."""
        ...

    def items(self, words: "Lexicon", line: int, text: str, start: int, end: int) -> "list[Span]":
        """The names between two separators."""
        ...

    def split(self, words: "Lexicon", stretch: "Stretch") -> "list[Stretch]":
        """The names that a rule has found."""
        ...

    def split_bracket(self, words: "Lexicon", stretch: "Stretch") -> "list[Stretch]":
        """The names or remarks of a bracket."""
        ...

    def standard(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names that are known before any sentence is read begin and end."""
        ...

    def cuts(self, text: str, position: int) -> bool:
        """Whether a place in a text is inside such a name."""
        ...

    def border(self, text: str) -> int:
        """Where the name in a text begins behind verbs and prepositions."""
        ...


class ShortNames(Protocol):
    """How it calls bodies and units by short forms of their names."""

    THIS: re.Pattern[str]
    """The unit or body that a sentence is about."""
    SHORTEST: int
    """A name of so few characters is taken as it is printed."""
    SETS_UP: re.Pattern[str]
    """Who sets up units, as its group `subject`."""
    PLACED_BODY: re.Pattern[str]
    """The name of a body with its place."""

    def core(self, name: str) -> str:
        """A name without what its short forms leave out."""
        ...

    def is_short(self, body: str, name: str) -> bool:
        """Whether a name is that of a body, in full or in a short form."""
        ...

    def is_declared(self, short: str, name: str) -> bool:
        """Whether a name is the one that the document says it uses for a body."""
        ...

    def is_elsewhere(self, body: str, name: str) -> bool:
        """Whether two names have different places."""
        ...

    def shortened(self, body: "Draft", name: str) -> "Draft | None":
        """The unit of a body that a short form stands for."""
        ...


class Brackets(Protocol):
    """What brackets behind a name hold."""

    SAID: re.Pattern[str]
    """What is said of the unit in front, beside names."""
    ONLY_SAID: re.Pattern[str]
    """How a bracket begins that holds no names."""

    def second_names(self, words: "Lexicon", inner: str, pieces: "list[Stretch]") -> "list[Stretch]":
        """The second names among the pieces of a bracket."""
        ...

    def may_be(self, words: "Lexicon", name: str) -> bool:
        """Whether what a sentence calls a second name may be one."""
        ...


class Offices(Protocol):
    """How it names hosted offices and coordinating bodies."""

    CUT: re.Pattern[str]
    """Where the name of an office ends in what stands behind a verb."""

    def names_in(self, document: "Document", words: "Lexicon") -> "OfficeNames":
        """What recognises the names of one document."""
        ...

    def words_of(self, name: str) -> frozenset[str]:
        """What distinguishes the name of a coordinating body."""
        ...


class Staffing(Protocol):
    """How it counts posts."""

    INCLUDED: re.Pattern[str]
    """The parts of a number that a bracket names."""

    def unit_in(self, front: str) -> str:
        """The unit that a post is named with, out of what stands in front of it."""
        ...


class Partners(Protocol):
    """How it lists other bodies in what a unit does."""

    SEVERAL: re.Pattern[str]
    """What separates them."""

    def may_be(self, name: str) -> bool:
        """Whether a piece of a list is a name of its own."""
        ...


class Overseeing(Protocol):
    """How it lists whom a unit oversees."""

    SEVERAL: re.Pattern[str]
    """What separates them."""

    def is_whole(self, name: str, behind: str) -> bool:
        """Whether a name ends at a separator."""
        ...

    def too_wide(self, claim: "Claim", name: "Stretch") -> bool:
        """Whether a name is that of no body."""
        ...

    def bounds(self, claim: "Claim", pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where each name of a list begins and ends."""
        ...


class Standing(Protocol):
    """How it says how a body stands."""

    ORGAN: re.Pattern[str]
    """Whose department it is."""
    RANK: re.Pattern[str]
    """Of which rank."""


@dataclass(frozen=True)
class Grammar:
    """All that is asked of a language; its words stand in `words.yaml` beside its rules."""

    families: tuple[str, ...]
    """The families of its rules, as module.NAME."""
    writing: Writing
    duties: Duties
    places: Places
    standing: Standing
    names: Names
    short_names: ShortNames
    brackets: Brackets
    offices: Offices
    staffing: Staffing
    partners: Partners
    overseeing: Overseeing


@cache
def grammar(language: Language) -> Grammar:
    """The grammar of a language, from its folder."""
    found: Grammar = import_module(f"loaders.extract.{language}.grammar").GRAMMAR
    return found


def languages() -> Iterator[tuple[Language, Grammar]]:
    """Every language with its grammar."""
    return ((one, grammar(one)) for one in LANGUAGES)
