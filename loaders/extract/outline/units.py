"""Whether a heading names a unit: by its last word, its number, and what stands around it."""

from dataclasses import dataclass

from loaders.extract.document.numbering import Number
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, heading_at


@dataclass(frozen=True)
class Candidate:
    """A heading that may name a unit, with the text around it."""

    heading: Heading
    text: str
    begin: int
    end: int
    number: Number | None
    following: str = ""
    """The next line with words, where the heading fills its own."""
    told: bool = False
    """Whether something is told of it right behind."""
    told_by_number: bool = False
    """Whether that line has a number."""

    @property
    def name(self) -> str:
        """The words of the heading."""
        return self.text[self.heading.name.start : self.heading.name.end]

    @property
    def after(self) -> str:
        """What follows the heading."""
        return self.text[self.heading.end : self.end].lstrip(" -")

    @property
    def closed(self) -> bool:
        """Whether the heading ends at a stop, a colon, a bracket or the end of the line, and is no first name of a list."""
        stops = "。.:;" if self.number else "。.:"
        bracketed = bool(self.heading.brackets) and self.after[:1] != "、"
        return not self.after or self.after[0] in stops or self.told or bracketed


def is_party(words: Lexicon, line: int, text: str, begin: int, end: int) -> bool:
    """Whether a unit of the Party is named, which stands in any section."""
    heading = heading_at(words, line, text, begin, end)
    if heading is None:
        return False
    name = heading.said(text)
    return not words.matches("no_party").search(name) and words.grammar.units.is_party(words, name)
