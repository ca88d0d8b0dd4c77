"""Where a document names places, and how much each mention says about whose document it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.place_lists import OtherName
from loaders.places import places

# How much a mention says, most first: a title outweighs any number of names in lists, and these any number in sentences.
TITLE, SUBJECT, LEADING, INSIDE = 4, 3, 2, 1
TOP = 6
PlaceKind = Literal["unknown_place", "two_readings"]


@dataclass(frozen=True)
class PlaceMention:
    """A place that is named: the ids that the name may mean, where it stands and how much that says."""

    line: int
    begin: int
    end: int
    ids: tuple[str, ...]
    tier: int
    weight: int
    chained: bool = False
    """Whether a wider place is named with it."""
    other: OtherName | None = None
    unlisted: str | None = None
    doubt: bool = False
    """Whether the kind of place that is printed is not the place's own."""

    @property
    def key(self) -> tuple[tuple[str, ...], str | None]:
        """What is the same for mentions of one place."""
        return self.ids, self.unlisted

    @property
    def span(self) -> Span:
        """Where the name stands in `even`."""
        return Span(self.line, self.begin, self.end)

    def within(self, kinds: str) -> "PlaceMention | None":
        """The mention of those places only whose names end with one of some kinds; None where none does."""
        ids = tuple(one for one in self.ids if places().entry(one).name[-1] in kinds)
        return replace(self, ids=ids) if ids else None


@dataclass(frozen=True)
class PlaceQuestion:
    """What is open about the place of a document: the name that was seen, why it is asked about, and of which kind that is."""

    span: Span
    why: str
    kind: PlaceKind = "unknown_place"


def top_lines(document: Document) -> list[tuple[int, str]]:
    """The first lines that are not empty, with their numbers from 1."""
    filled = ((number, text) for number, text in enumerate(document.even, 1) if text.strip())
    return [line for line, _ in zip(filled, range(TOP), strict=False)]


def bounded(document: Document, longest: int) -> Iterator[tuple[int, str]]:
    """Every line with its number from 1, and no more of it than can hold the name of a body."""
    for number, text in enumerate(document.even, 1):
        if text.strip():
            yield number, text[:longest]
