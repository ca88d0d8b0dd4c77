"""Divisions of labour that a document states: which body answers for which part of a matter."""

import re
from collections.abc import Iterator
from typing import Any

from graph.proof import Span
from loaders.extract.changes import ENGLISH_BODY
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.lexicon import Lexicon
from loaders.extract.matters import functions_in
from loaders.extract.owners import Owners
from loaders.extract.text import Document, trimmed
from loaders.reference import functions

CHINESE_BODY = r"(?P<who>[\u4e00-\u9fff]{2,24}?(?:委员会|总署|局|委|厅|部|办公室))"
CHINESE_UNIT = r"(?:[\u4e00-\u9fff]{2,12}?(?:科|处|司|股|局))?"
SHARES = {
    "zh": (
        re.compile(rf"(?<![\u4e00-\u9fff]){CHINESE_BODY}{CHINESE_UNIT}(?:主要|具体)?负责(?P<what>[^,;。]{{2,90}})"),
        re.compile(rf"(?P<what>[^,;。]{{2,90}}?)由{CHINESE_BODY}{CHINESE_UNIT}(?:负责|管理|承担)"),
    ),
    "en": (
        re.compile(
            rf"(?:the )?(?:[\w -]{{3,40}} of the )?(?P<who>{ENGLISH_BODY}) (?:is|are|shall be) responsible for (?P<what>[^,;.]{{4,160}})"
        ),
        re.compile(
            rf"(?P<what>[^,;.]{{4,200}}?) (?:is|are|shall be) the responsibility of (?:the )?(?P<who>{ENGLISH_BODY})"
        ),
    ),
}


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Add a boundary for each statement that gives parts of a matter to two bodies or more."""
    owners = Owners(words, reading)
    for statement in reading.statements:
        if statement.section == "boundary":
            _boundary(document, words, owners, statement)


def _boundary(document: Document, words: Lexicon, owners: Owners, statement: Statement) -> None:
    owner = statement.owner.body
    shares = list(_shares(document, words, owners, owner, statement.span))
    bodies = {share.get("name") or id(share["id"]) for _, share in shares}
    if len(bodies) < 2:
        return
    codes = sorted({code for mine, _ in shares for code in mine})
    proof = [document.quote(statement.span, "boundary")]
    owner.add("boundaries", {"functions": codes, "shares": [share for _, share in shares], "at": proof})


def _shares(
    document: Document, words: Lexicon, owners: Owners, owner: Draft, span: Span
) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """The functions of each share, and the share itself; parts that name no function are left to a person."""
    text = document.even[span.line - 1]
    for pattern in SHARES[words.language]:
        for found in pattern.finditer(text, span.start, span.end):
            codes = functions_in(words, text, *found.span("what"))
            name = trimmed(span.line, text, *found.span("who"))
            if not codes or name is None:
                continue
            body = owners.resolve(found["who"], owner)
            share: dict[str, Any] = {
                "share": _summary(words, codes),
                "at": [document.quote(Span(span.line, *found.span()), "boundary.share")],
            }
            share |= {"id": body.body} if body else {"name": document.printed(name)}
            yield codes, share


def _summary(words: Lexicon, codes: list[str]) -> str:
    """The names of the functions that fall to a body."""
    nodes = functions().nodes
    return ", ".join(str(nodes[code].name_zh if words.language == "zh" else nodes[code].name_en) for code in codes)
