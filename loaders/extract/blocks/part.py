"""A line, or the part of a line that one number begins."""

from dataclasses import dataclass, replace

from graph.proof import Span
from loaders.extract.document.numbering import Number
from loaders.extract.document.text import trimmed


@dataclass(frozen=True)
class Part:
    """Text of one line from `start`; its words begin at `begin`, behind the number, and stop before `end`."""

    line: int
    text: str
    """The whole line, made even."""
    start: int
    begin: int
    end: int
    number: Number | None = None

    @property
    def words(self) -> str:
        """The text behind the number."""
        return self.text[self.begin : self.end]

    @property
    def style(self) -> str | None:
        """The style of the number."""
        return self.number.style if self.number else None

    @property
    def span(self) -> Span | None:
        """The words without blanks around them; None where there are none."""
        return trimmed(self.line, self.text, self.begin, self.end)

    def behind(self, begin: int, end: int | None = None) -> "Part":
        """What stands in it from here on: it has no number of its own."""
        return replace(self, start=begin, begin=begin, end=self.end if end is None else end, number=None)

    def sub(self, span: Span) -> str:
        """The characters of a span of this line."""
        return self.text[span.start : span.end]
