"""The bodies a document is about: where their names stand as headings or at the head of a title."""

from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon


@dataclass(frozen=True)
class Body:
    """A body by its full printed name."""

    name: str
    kind: str
    spoken: bool = False
    """Whether a sentence is enough to tell of it: no line need begin with its name."""


def body_of(words: Lexicon, name: str) -> Body:
    """The body of a name: bureau or institution, by its words."""
    return Body(name, "institution" if words.grammar.bodies.is_service(name) else "bureau")


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
