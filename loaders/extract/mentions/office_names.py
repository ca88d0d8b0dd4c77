"""Names of hosted offices and of the coordinating bodies behind them, where sentences and second names print them."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon, alternation

# How a text speaks of an office: second names only name offices of coordinating bodies; sentences about where an office
# is name any office; those about daily work name other bodies as well; beside a unit may stand any unit.
Said = Literal["named", "located", "daily", "beside"]


@dataclass(frozen=True)
class Host:
    """A hosted office or body where it is named: `group` inside `name`, or None; `form` of the group.

    `rest` is what belongs to the group's name behind the word for its office.
    """

    name: Span
    group: Span | None
    form: str | None
    is_office: bool
    rest: Span | None = None

    @property
    def group_parts(self) -> tuple[Span, ...]:
        """The spans that together are the name of the group."""
        return tuple(part for part in (self.group, self.rest) if part)


class OfficeNames(ABC):
    """Recognises names of offices and coordinating bodies in one document."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        self.document = document
        self.words = words
        self.form = words.whole(alternation(words.words["form"]))

    @cached_property
    def short_forms(self) -> Mapping[str, Host]:
        """Offices and coordinating bodies by the short forms that the document says it uses for them."""
        return {}

    @abstractmethod
    def listed(self, line: int, text: str, start: int, end: int, said: Said = "named") -> Iterator[Host]:
        """Every office and body of a list."""

    @abstractmethod
    def office(self, line: int, text: str, start: int, end: int, said: Said = "named") -> Host | None:
        """The office or coordinating body that a piece of text names; None where it names neither."""
