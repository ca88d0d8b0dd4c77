"""How documents of a language are built: bodies, sections, units, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from loaders.extract.grammar.writing import NOTHING

if TYPE_CHECKING:
    from graph.proof import Span
    from loaders.extract.blocks.block import Block
    from loaders.extract.blocks.part import Part
    from loaders.extract.blocks.sections import Section
    from loaders.extract.claims.sentences import Sentences
    from loaders.extract.document.text import Document
    from loaders.extract.facts.draft import Draft, Statement
    from loaders.extract.grammar.lexicon import Lexicon
    from loaders.extract.mentions.names import Heading
    from loaders.extract.mentions.second_names import SecondName
    from loaders.extract.outline.candidates import Body, Candidate, Mention
    from loaders.extract.outline.overview import Overview
    from loaders.extract.outline.role import Clue, Role
    from loaders.extract.outline.units import Candidate as UnitCandidate


class Bodies(Protocol):
    """How it names the bodies a document is about."""

    BEHIND: re.Pattern[str] = NOTHING
    """What may follow a name at the head of a line."""
    NO_NAME: re.Pattern[str] = NOTHING
    """How no name begins."""
    OF_YOURS: re.Pattern[str] = NOTHING
    """What stands in a letter in front of the name of an institution of whom it is written to."""

    def mentions(self, document: Document, words: Lexicon, places: tuple[str, ...], /) -> Iterable[tuple[str, Span]]:
        """Every place where a body is named, with the name."""

    def own_place(self, places: tuple[str, ...], /) -> str:
        """A pattern for the document's own place in a name."""

    def key(self, name: str, places: tuple[str, ...], /) -> str:
        """What the names of one body share."""

    def shortens(self, short: str, whole: str, full: Candidate, places: tuple[str, ...], /) -> bool:
        """Whether what the names of one candidate share is short for that of another."""

    def fullness(self, mention: Mention, places: tuple[str, ...], /) -> tuple[float, ...]:
        """What makes a name fuller than another of the body, the most important first."""

    def told_by_all(self, document: Document, words: Lexicon, best: list[Candidate], /) -> None:
        """Add to candidates what the whole document says of them."""

    def sure(self, one: Candidate, places: tuple[str, ...], /) -> float:
        """How much speaks at least for a body of such a name."""

    def stands_beside(self, best: Candidate, other: Candidate, places: tuple[str, ...], /) -> bool:
        """Whether the document is about another candidate, too."""

    def declared(self, document: Document, found: dict[str, Candidate], /) -> list[tuple[str, str]]:
        """The keys of the candidates whose names the document says to be short for others, each with that of the other."""
        return []

    def is_spoken(self, best: Candidate, one: Candidate, /) -> bool:
        """Whether no line need begin with the name of a body."""
        return False

    def unnamed(self, document: Document, words: Lexicon, places: tuple[str, ...], /) -> list[Body]:
        """The bodies where no name of one is found."""
        return []

    def is_service(self, name: str, /) -> bool:
        """Whether a name is that of an institution."""

    def leads(self, front: str, /) -> bool:
        """Whether what stands in front of a name leaves it at the head of its line."""

    def ends_title(self, front: str, behind: str, /) -> bool:
        """Whether a title, or a question, ends with a name."""
        return False

    def whole_name(self, document: Document, places: tuple[str, ...], name: str, /) -> str:
        """The full name that the document prints for a body."""
        return name

    def former_names(
        self, document: Document, words: Lexicon, body: Draft, statements: list[Statement], /
    ) -> Iterable[SecondName]:
        """The former names that statements about a body tell."""
        return ()


class Sections(Protocol):
    """Its headings of sections, and sentences that announce lists."""

    OPENERS: tuple[tuple[str, re.Pattern[str]], ...]
    """What a sentence announces, by its words; tried in order."""
    INSTITUTIONS: re.Pattern[str] = NOTHING
    """A heading of institutions that no word of the list tells."""
    BRANCHES_BEHIND: re.Pattern[str] = NOTHING
    """Names behind a label that are those of branches, whatever the label says."""

    def may_be(self, head: str, /) -> bool:
        """Whether a text may be a heading at all."""
        return True

    def kind(self, words: Lexicon, head: str, /) -> str | None:
        """What a heading in front of its text is about; None where it is none."""

    def kind_of_heading(self, words: Lexicon, head: str, /) -> str | None:
        """The same for a line that is nothing else."""
        return self.kind(words, head)

    def of_others(self, text: str, start: int, end: int, /) -> bool:
        """Whether a sentence that seems to announce divisions speaks of other units."""
        return False

    def is_of_bureaus(self, head: str, /) -> bool:
        """Whether a heading announces bodies with standing of their own that a body manages."""

    def units_below(self, words: Lexicon, document: Document, section: Section, part: Part, /) -> float | None:
        """What speaks for units below a heading of another section; None where none can stand there."""

    def named_in_duties(self, words: Lexicon, section: Section, part: Part, /) -> Heading | None:
        """The unit that a heading of duties names."""

    def goes_on(self, said: str, /) -> bool:
        """Whether what stands behind a name makes a sentence of it."""

    def of_divisions(self, title: str, kinds: list[str], /) -> bool:
        """Whether a title of these kinds is about divisions all the same."""
        return False


class Units(Protocol):
    """Its headings of units."""

    VERB_FIRST: re.Pattern[str]
    """A verb where a name would begin."""
    LABEL: re.Pattern[str] = NOTHING
    """A label in front of the name of a unit, in group 1."""
    SENT: re.Pattern[str] = NOTHING
    """The end of a name of what is no unit inside, whatever list it stands in: a branch."""
    RETOLD: bool = False
    """Whether a heading of a name that a numbered list had is that unit again."""

    def is_party(self, words: Lexicon, name: str, /) -> bool:
        """Whether a name is that of a unit of the Party."""

    def clues(self, overview: Overview, one: UnitCandidate, following: Block | None, /) -> Iterator[Clue]:
        """What speaks for and against a heading of a unit, each with its weight."""

    def told(self, overview: Overview, part: Part, /) -> Role | None:
        """A sentence that begins with the name of a unit."""
        return None


class Outlining(Protocol):
    """How the parts of its documents follow one another: lists, labels, short headings."""

    OUT_OF_LIST: float
    """What speaks for a unit whose number does not go on with its list."""
    UNITS_ANYWHERE: bool = False
    """Whether a list of units needs no heading."""
    PLACE_TELLS: bool = False
    """Whether a name with the place in front is that of an institution."""
    LABELLED: bool = False
    """Whether the name of a body with a label in front stands alone."""
    SAID: re.Pattern[str] = NOTHING
    """A sentence behind a list of institutions."""
    AMONG: re.Pattern[str] = NOTHING
    """A name among those of a list that does not end as they do."""
    LIST_ENDS: re.Pattern[str] = NOTHING
    """What stands behind the last unit of a list."""
    LIST_FRONT: re.Pattern[str] = NOTHING
    """What may stand in front of a list in its own line."""
    SUBJECT: re.Pattern[str]
    """How a sentence begins that says which units a body has; the body as its group `subject`."""
    UNITS_BEHIND: re.Pattern[str] = NOTHING
    """A sentence that names units right behind its verb."""
    OURS: re.Pattern[str]
    """How such a subject points at the body of the document."""
    GOES_ON: re.Pattern[str] = NOTHING
    """How a sentence goes on behind its subject."""
    SHARED: re.Pattern[str] = NOTHING
    """How duties begin that the units of the list in front of them have."""
    EACH: re.Pattern[str] = NOTHING
    """How such duties begin where each unit has the one in its turn, if there are as many."""
    TURNS: re.Pattern[str] = NOTHING
    """What separates them; a stop ends them."""
    BLANK_LIST: re.Pattern[str] = NOTHING
    """Names of units with nothing but blanks between them."""
    LONGER: re.Pattern[str] = NOTHING
    """How the name of an institution ends that begins with that of its body."""

    def of_us(self, ours: list[bool], /) -> bool:
        """Whether a list speaks of the body itself, by which of its names do."""

    def begins_section(self, section: str, style: str | None, number: str | None, /) -> bool:
        """Whether a heading that no word tells of begins a section here, by the styles of their numbers."""

    def may_head(self, said: str, numbered: bool, /) -> bool:
        """Whether a text may be such a heading."""

    def behind_label(self, words: Lexicon, block: Block, /) -> int | None:
        """Where the text behind a label begins; None where there is none."""
        return None

    def only_numbers(self, names: list[str], /) -> bool:
        """Whether a list tells how many units of which kind there are and names none."""
        return False

    def nothing_else(self, words: Lexicon, part: Part, names: list[str], /) -> bool:
        """Whether a line holds names of units and nothing else."""
        return False

    def listed(self, words: Lexicon, part: Part, /) -> tuple[list[Heading], int, Span | None] | None:
        """The names that a line lists by its own signs, where they end, and a label in front of them."""
        return None

    def names_at(self, words: Lexicon, part: Part, begin: int, /) -> tuple[list[Heading], int]:
        """The names of institutions that begin here, and where what is said of them does."""

    def short_names(self, document: Document, /) -> frozenset[str]:
        """What a document calls bodies in short, in small letters."""
        return frozenset()

    def list_starts(
        self, document: Document, words: Lexicon, places: tuple[str, ...], /
    ) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
        """Line and place of each name in lists of units, and in those of institutions, by their shape."""
        return frozenset(), frozenset()


class Institutions(Protocol):
    """How its sentences tell of institutions, units and second names."""

    SentenceReader: type[Sentences]
    """What reads them."""
    SAID: re.Pattern[str]
    """Where what is said of institutions begins behind their names at the beginning of a line."""
    PLAIN: re.Pattern[str] = NOTHING
    """What is a name in a list although it ends otherwise."""
    PLACED: re.Pattern[str] = NOTHING
    """A sentence about where something is, which is no name."""

    def is_institution(self, words: Lexicon, name: str, /) -> bool:
        """Whether a text is the name of an institution."""
