"""Names that stand as headings do, or in lists: of them a document is made, whatever was read of the text around them."""

from collections.abc import Iterator
from itertools import chain

from graph.proof import Span
from loaders.extract.document.numbering import number_at
from loaders.extract.document.text import trimmed
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import REACH


class Run:
    """Names one after another, between two brackets, colons or ends of a clause."""

    def __init__(
        self,
        words: Lexicon,
        line: int,
        text: str,
        *,
        opened: bool = False,
        headed: bool = False,
        anywhere: bool = False,
    ) -> None:
        self.words, self.line, self.text = words, line, text
        self.alarms = words.grammar.alarms
        self.opened = opened
        """Whether words in front say that something is set up, had or hung."""
        self.headed = headed
        """Whether a number or a name stands in front: what follows is a heading, or a second name."""
        self.anywhere = anywhere
        """Whether no fact needs the text: any name in it may be one that is lost."""
        self.listed = False
        """Whether signs of a list stand between names."""
        self.first = True
        """Whether there was nothing else before."""
        self.names: list[Span] = []

    def add(self, start: int, end: int, *, goes_on: bool) -> Iterator[Span]:
        """Take the text between two signs; what was taken is given back where the list ends."""
        number = number_at(self.text, start, end)
        piece = trimmed(self.line, self.text, number.end if number else start, end)
        if piece is None or not self.alarms.HOLDS.search(self.text, piece.start, piece.end):
            return
        *_, front = (None, *self.alarms.FRONT.finditer(self.text, piece.start, piece.end))
        if front:
            self.names += self._names(Span(self.line, piece.start, front.start())) if self.opened or self.names else ()
            yield from self._broken()
            self.opened, piece = True, Span(self.line, front.end(), piece.end)
        if names := self._names(piece):
            self.names += names
        elif piece.start < piece.end:
            subject = self.alarms.subject(self.words, self.text, piece.start, piece.end) if self.first else None
            self.names += [Span(self.line, *subject)] if subject else ()
            yield from self._broken()
            self.opened = self.opened and goes_on

    def _names(self, piece: Span) -> list[Span]:
        if not 0 < piece.end - piece.start <= REACH:
            return []
        return divided(self.words, piece, self.text, listed=self.opened or bool(self.names))

    def _broken(self) -> Iterator[Span]:
        """Text that is no name: those in front of it are told of only where they are surely units, or were opened."""
        yield from self._sure(self.opened)
        self.names, self.first = [], False

    def end(self) -> Iterator[Span]:
        """What is left where the list ends: all of it is names, or it was opened by words."""
        yield from self._sure(self.opened or (self.first and (self.headed or (self.listed and len(self.names) > 1))))

    def _sure(self, every: bool) -> Iterator[Span]:
        units = self.first or self.anywhere
        others = self.alarms.OTHERS
        yield from (one for one in self.names if every or (units and not others.search(self.text[one.start : one.end])))


def divided(words: Lexicon, piece: Span, text: str, *, listed: bool) -> list[Span]:
    """The names of a piece, "and" between them; none where it is no list of names."""
    alarms = words.grammar.alarms
    behind = alarms.BEHIND.search(text, piece.start, piece.end)
    begin, end = piece.start, behind.start() if behind else piece.end
    parts = []
    for found in alarms.AND.finditer(text, begin, end):
        sides = text[begin : found.start()], text[found.end() : end]
        if all(alarms.is_name(words, one, listed=True) for one in sides):
            parts.append((begin, found.start()))
            begin = found.end()
    names = [name for part in (*parts, (begin, end)) for name in _items(words, piece.line, text, *part)]
    good = all(alarms.is_name(words, text[one.start : one.end], listed=listed) for one in names)
    return names if good else []


def _items(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Span]:
    article = words.grammar.alarms.ARTICLE.match(text, start, end)
    return words.grammar.names.items(words, line, text, article.end() if article else start, end)


def mentioned(words: Lexicon, text: str, span: Span, *, anywhere: bool = False) -> Iterator[Span]:
    """The names of a clause that are its own headings or members of its lists, brackets apart."""
    ends = words.grammar.alarms.ENDS
    number = number_at(text, span.start, span.end)
    begin = number.end if number else span.start
    # What has a line of its own stands there as headings do.
    around = text[: span.start] + text[span.end :]
    alone = not words.grammar.alarms.HOLDS.search(around) and not any(map(str.isspace, text[begin : span.end].strip()))
    open_runs = [Run(words, span.line, text, headed=alone or number is not None, anywhere=anywhere)]
    for mark in chain(words.grammar.alarms.MARKS.finditer(text, begin, span.end), [None]):
        at, sign = (mark.start(), mark[0].strip()) if mark else (span.end, "")
        yield from open_runs[-1].add(begin, at, goes_on=sign not in ends)
        open_runs[-1].listed |= sign in ("、", ",")
        begin = mark.end() if mark else at
        if sign == "(":
            open_runs.append(Run(words, span.line, text, headed=bool(open_runs[-1].names), anywhere=anywhere))
        elif sign == ":" or (sign == ")" and len(open_runs) > 1):
            last = open_runs.pop()
            last.headed |= sign == ":"
            yield from last.end()
            if sign == ":":
                open_runs.append(Run(words, span.line, text, opened=last.opened, anywhere=anywhere))
    for run in open_runs:
        yield from run.end()


def told(words: Lexicon, text: str, span: Span) -> Iterator[Span]:
    """The names of which a clause says for certain that they are offices or signs."""
    for found in words.grammar.alarms.TOLD.finditer(text, span.start, span.end):
        name = Span(span.line, *found.span(found.lastindex or 0))
        yield from (divided(words, name, text, listed=True) if name.end - name.start <= REACH else ())


def stray(words: Lexicon, text: str, span: Span) -> Iterator[Span]:
    """The names inside its sentences."""
    yield from (Span(span.line, *one) for one in words.grammar.alarms.strays(words, text, span.start, span.end))
