"""What English histories tell a body was called before: "set up as X, renamed Y in 1968, changed to Z in 1984"."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import is_name
from loaders.extract.mentions.second_names import SecondName

NAME = r"(?P<name>(?!The )(?-i:[A-Z])[\w'’-]*(?: (?:(?-i:[A-Z])[\w'’-]*|of|and|for|the|&)){1,11})"
WAS = r"(?:was|were|is|been|and|later|again|then|officially|formally) "
# Each names the body at one time; the second kind says that it was called otherwise before.
SET_UP = re.compile(
    rf"{NAME},? (?:{WAS}){{0,3}}(?:set up|established|founded|created|formed)\b|\b(?:established|set up|founded) (?:as )?the {NAME.replace('name', 'other')}",
    re.IGNORECASE,
)
RENAMED = re.compile(
    rf"\b(?:renamed|changed(?: its name)?|reorgani[sz]ed|restructured|upgraded|converted)(?: (?:to|into|as))?(?: the)? {NAME}",
    re.IGNORECASE,
)


def former_names(document: Document, words: Lexicon, body: Draft, statements: list[Statement]) -> Iterator[SecondName]:
    """The names in front of that of today, where a chain of new names ends in it."""
    told: list[tuple[Span, bool]] = []
    for statement in statements:
        text, span = document.even[statement.span.line - 1], statement.span
        hits = [*SET_UP.finditer(text, span.start, span.end), *RENAMED.finditer(text, span.start, span.end)]
        for hit in sorted(hits, key=re.Match.start):
            group = "name" if hit["name"] else "other"
            if is_name(words, hit[group], "body", "unit"):
                told.append((Span(span.line, *hit.span(group)), hit.re is RENAMED))
    names = [span.quoted(document.even) for span, _ in told]
    today = max((at for at, name in enumerate(names) if same_body(words, body.name, name)), default=0)
    if any(renamed for _, renamed in told[: today + 1]):
        for span, name in zip((span for span, _ in told[:today]), names, strict=False):
            if not same_body(words, body.name, name):
                yield SecondName("former_name", span, "en.former.history")
