"""The bodies a document is about: where their names stand as headings or at the head of a title."""

import re
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon


@dataclass(frozen=True)
class Body:
    """A body by its full printed name."""

    name: str
    kind: str


def body_of(words: Lexicon, name: str) -> Body:
    """The body of a name: bureau or institution, by its words."""
    return Body(name, "institution" if words.grammar.bodies.is_service(name) else "bureau")


def named_by(document: Document, words: Lexicon, pattern: re.Pattern[str]) -> list[Body]:
    """The bodies whose names a pattern finds in group 1 at the beginning of lines."""
    said = words.grammar.bodies
    second = said.bracketed_names(document, words, pattern)
    found = (name for text in document.even for name in names_at_front(words, pattern, text) if name not in second)
    names = dict.fromkeys(found)
    bodies = [body_of(words, name) for name in names if not _is_group_office(words, name)]
    bodies = [body for body in bodies if not said.only_issues(document, body.name)] or bodies
    # The office of a committee of the Party may be a body of its own: only where the document has no other.
    return bodies or [body_of(words, name) for name in list(names)[:1]]


def names_at_front(words: Lexicon, pattern: re.Pattern[str], text: str) -> list[str]:
    """The first names that a pattern finds in a line."""
    ends = words.grammar.bodies.TITLE_WORDS
    return [ends.sub("", found[1]).strip(" ,") for found in pattern.finditer(text[:400])][:3]


def _is_group_office(words: Lexicon, name: str) -> bool:
    form = re.search("|".join(map(re.escape, words.words["form"])), name, re.IGNORECASE)
    return bool(form and words.matches("office").search(name, form.end()))


def body_heading(
    words: Lexicon, known: list[Body], line: int, text: str, begin: int, end: int
) -> tuple[Body, Span, int] | None:
    """The body that a line names as its heading or at its beginning: body, span of the name, what follows."""
    head = text[begin : min(end, begin + 140)]
    for body in sorted((one for one in known if one.name in head), key=lambda body: -len(body.name)):
        start = begin + head.find(body.name)
        rest = start + len(body.name)
        front, said = text[begin:start].strip(), words.grammar.bodies
        if not (not front or said.leads(front) or said.ends_title(front, text[rest:end])):
            continue
        if not said.BEHIND.match(text, rest, end):
            continue
        return body, Span(line, start, rest), rest
    return None


def first_mention(document: Document, name: str) -> Span | None:
    """Where a name stands first."""
    found = ((line, text.find(name)) for line, text in enumerate(document.even, 1))
    return next((Span(line, start, start + len(name)) for line, start in found if start >= 0), None)
