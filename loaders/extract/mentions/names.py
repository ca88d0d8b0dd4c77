"""Names as they are printed: where one ends, which brackets follow, and lists of them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.proof import Span
from loaders.extract.document.text import trimmed, with_depth
from loaders.extract.grammar.lexicon import Lexicon

# How long a name may be.
LONGEST = 110
BRACKETED = re.compile(r"\([^()]{0,90}\)")
# How far a name reaches that a comma or "and" may stand in: twice the longest that a record holds.
REACH = 600
BRACKET = re.compile(r"\s{0,9}\(([^()]{1,300}(?:\([^()]{1,90}\)[^()]{0,120})?)\)?")


@dataclass(frozen=True)
class Heading:
    """A name with the brackets behind it; `end` is where the text after them begins.

    `tail` is the last word of a name whose brackets stand inside it: "Party Committee (organ committee) office".
    """

    name: Span
    brackets: tuple[Span, ...]
    end: int
    tail: Span | None = None

    def said(self, text: str) -> str:
        """The characters of the name in its line."""
        return text[self.name.start : self.name.end]


def heading_at(words: Lexicon, line: int, text: str, start: int, end: int) -> Heading | None:
    """The name that begins at `start`, up to a stop, colon, bracket, blank or the end; None where there is none."""
    start = _after_article(words, text, start, end)
    said = words.grammar.names
    found = said.NAME.match(text, start, end)
    stop = found.end() if found else start
    stop = said.told_from(words, text, start, stop if found else min(end, start + LONGEST)) or stop
    span = trimmed(line, text, start, stop, " .,") if stop > start else None
    if span is None:
        return None
    if (inner := said.INNER.match(text, span.start, end)) and inner.end(1) == span.end:
        return Heading(Span(line, span.start, inner.end()), (), inner.end())
    if gloss := said.GLOSS.match(text, span.end, end):
        return Heading(span, (Span(line, *gloss.span(1)),), gloss.end())
    brackets, position = brackets_at(line, text, span.end, end)
    found = said.TAIL.match(text, position, end) if brackets else None
    if found is None or found[1] not in words.words["unit"]:
        return Heading(span, brackets, position)
    behind, end = brackets_at(line, text, found.end(1), end)
    if is_name(words, text[brackets[0].start : brackets[0].end], "unit"):
        return Heading(span, (*brackets, *behind), end, Span(line, *found.span(1)))
    return Heading(Span(line, span.start, found.end(1)), behind, end)


def brackets_at(line: int, text: str, start: int, end: int) -> tuple[tuple[Span, ...], int]:
    """The contents of the brackets that follow one another from `start`, and where they end."""
    contents: list[Span] = []
    while (found := BRACKET.match(text, start, end)) is not None:
        content = trimmed(line, text, found.start(1), found.end(1))
        if content:
            contents.append(content)
        start = found.end()
    return tuple(contents), start


def _after_article(words: Lexicon, text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    found = words.grammar.names.ARTICLE.match(text, start, end)
    return found.end() if found else start


def is_name(words: Lexicon, text: str, *kinds: str) -> bool:
    """Whether a text ends, or begins, as names of one of these kinds do."""
    return any(words.ends(text, kind) for kind in kinds) or words.grammar.names.begins(words, text, kinds)


def listed(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Heading]:
    """The names of a list, each with its brackets; "and" separates only where names stand on both sides."""
    return [
        _regional(words, heading, text)
        for item in (
            words.grammar.names.without_stray(words, text, item) for item in _items(words, line, text, start, end)
        )
        if (heading := heading_at(words, line, text, item.start, item.end)) is not None
    ]


def _regional(words: Lexicon, heading: Heading, text: str) -> Heading:
    found = words.grammar.names.REGION.search(heading.said(text))
    if found is None:
        return heading
    return Heading(
        Span(heading.name.line, heading.name.start, heading.name.start + found.start()), heading.brackets, heading.end
    )


@lru_cache(maxsize=32)
def _items(words: Lexicon, line: int, text: str, start: int, end: int) -> tuple[Span, ...]:
    """The names between the signs of a list; several readings of one line ask for them."""
    said = words.grammar.names
    cuts = [
        found.span()
        for found, depth in with_depth(text, start, said.SEPARATOR.finditer(text, start, end))
        if depth <= 0
    ]
    items: list[Span] = []
    begin = start
    for cut, after in cuts:
        near = text[max(begin, cut - REACH) : cut]
        if not said.separates(words, near, text[cut:after], text[after : min(end, after + REACH)]):
            continue
        items.extend(said.items(words, line, text, begin, cut))
        begin = after
    items.extend(said.items(words, line, text, begin, end))
    return tuple(items)


def without_brackets(text: str) -> str:
    """A name without what stands in brackets and the stops around it."""
    return (BRACKETED.sub("", text) if "(" in text else text).strip(" .。;")


def inside_bracket(text: str, start: int, position: int) -> bool:
    """Whether a bracket that begins behind `start` is open at a place."""
    return text.count("(", start, position) > text.count(")", start, position)
