"""Where a document says a thing: spans of characters, the hash of what they quote, partial dates."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.said import Said

SPAN = re.compile(r"(?P<line>[1-9][0-9]{0,8}):(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})\Z")
READING = "reading"
SHOWN = 80  # characters of a text that is no proof


@dataclass(frozen=True, order=True)
class Span:
    """Characters `start` to `end` (from 0, end exclusive) of one line (from 1) of a document."""

    line: int
    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read "71:12-18"; raises ValueError where the text is no span or an empty one."""
        found = SPAN.match(text)
        if found is None:
            raise ValueError(Said("{} is not a span such as '71:12-18'", repr(text[:SHOWN])))
        span = cls(int(found["line"]), int(found["start"]), int(found["end"]))
        if span.end <= span.start:
            raise ValueError(Said("{} ends before it begins", repr(text)))
        return span

    def __str__(self) -> str:
        return f"{self.line}:{self.start}-{self.end}"

    def quoted(self, lines: Sequence[str]) -> str:
        """The characters of the span; raises ValueError where the document has no such characters."""
        if self.line > len(lines) or self.end > len(lines[self.line - 1]):
            raise ValueError(
                Said("the line ends before {}", self)
                if self.line <= len(lines)
                else Said("the document ends before {}", self)
            )
        return lines[self.line - 1][self.start : self.end]


@dataclass(frozen=True, order=True)
class Quote:
    """One piece of evidence: the span, the hash of its characters and the rule that found it."""

    span: Span
    hash: str
    rule: str = READING

    @classmethod
    def parse(cls, text: str) -> "Quote":
        """Read "71:12-18 0123456789abcdef" with an optional rule behind it; raises ValueError."""
        parts = text.split()
        if len(parts) not in (2, 3) or not re.fullmatch(r"[0-9a-f]{16}", parts[1]):
            raise ValueError(Said("{} is not a proof such as '71:12-18 0123456789abcdef'", repr(text[:SHOWN])))
        return cls(Span.parse(parts[0]), parts[1], *parts[2:])

    def __str__(self) -> str:
        rule = "" if self.rule == READING else f" {self.rule}"
        return f"{self.span} {self.hash}{rule}"


def quote_hash(text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def split_lines(text: str) -> list[str]:
    """The lines of a document: only LF, CRLF and CR break lines, and a last line without a break counts."""
    lines = re.split(r"\r\n|\n|\r", text)
    return lines[:-1] if lines and not lines[-1] else lines


def distinct_lines(quotes: Iterable[Quote]) -> list[int]:
    """The lines that the quotes stand on, distinct and ascending."""
    return sorted({quote.span.line for quote in quotes})


def proof_of(quotes: Iterable[Quote]) -> dict[str, list[Any]]:
    """The parallel lists `lines`, `spans`, `quotes` and `rules` of a relationship."""
    found = list(quotes)
    return {
        "lines": [quote.span.line for quote in found],
        "spans": [str(quote.span) for quote in found],
        "quotes": [quote.hash for quote in found],
        "rules": [quote.rule for quote in found],
    }
