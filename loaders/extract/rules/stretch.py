"""A piece of one line made even: what rules read and what their claims point at."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from graph.proof import Span
from loaders.extract.document.text import trimmed

FRONT = re.compile(r"\s*[\"“]?(?:the |an? |原|兼(?!并|职))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` (end exclusive) of the even line `text`; lines count from 1."""

    line: int
    text: str
    start: int
    end: int

    @classmethod
    def whole(cls, text: str) -> "Stretch":
        """A text that is a line of its own."""
        return cls(1, text, 0, len(text))

    @classmethod
    def at(cls, span: Span, text: str) -> "Stretch":
        """A span of an even line."""
        return cls(span.line, text, span.start, span.end)

    def __str__(self) -> str:
        return self.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it is, for proofs."""
        return Span(self.line, self.start, self.end)

    def group(self, found: re.Match[str], name: str | int = 0) -> "Stretch":
        """The part that a group of a match in its own characters holds."""
        return replace(self, start=self.start + found.start(name), end=self.start + found.end(name))

    def trimmed(self, ends: str = "") -> "Stretch | None":
        """Without blanks around it and stops at its end; None where nothing remains."""
        span = trimmed(self.line, self.text, self.start, self.end, ends)
        return Stretch.at(span, self.text) if span else None

    def split(self, signs: re.Pattern[str], but: Callable[[int], bool] = lambda _: False) -> Iterator["Stretch"]:
        """The pieces between signs, apart from those signs whose place is no end of a name."""
        begin = self.start
        for found in signs.finditer(self.text, self.start, self.end):
            if but(found.start()):
                continue
            yield replace(self, start=begin, end=found.start())
            begin = found.end()
        yield replace(self, start=begin)


def bare(pieces: Iterable[Stretch]) -> list[Stretch]:
    """The names that pieces hold."""
    return [one for one in map(_without_marks, pieces) if one]


def _without_marks(piece: Stretch) -> Stretch | None:
    """Without article and stops; quotation marks go where they stand around all of it, else they belong to a part."""
    whole = piece.trimmed("。.,;")
    if whole and _quoted(whole):
        return replace(whole, start=whole.start + 1, end=whole.end - 1)
    front = FRONT.match(piece.text, piece.start, piece.end)
    bare = replace(piece, start=front.end() if front else piece.start).trimmed("。.,;")
    return replace(bare, start=bare.start + 1, end=bare.end - 1) if bare and _quoted(bare) else bare


def _quoted(piece: Stretch) -> bool:
    return piece.end - piece.start > 2 and piece.text[piece.start] in '"“' and piece.text[piece.end - 1] in '"”'
