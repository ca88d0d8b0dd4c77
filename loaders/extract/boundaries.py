"""Divisions of labour that a document states: which body answers for which part of a matter."""

import re
from collections.abc import Iterator
from typing import Any

from graph.proof import Span
from loaders.extract.changes import ENGLISH_BODY
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.lexicon import Lexicon
from loaders.extract.matters import functions_in, matters
from loaders.extract.owners import Owners
from loaders.extract.text import Document, trimmed
from loaders.reference import functions

CHINESE_BODY = r"(?P<who>[\u4e00-\u9fff]{2,24}?(?:委员会|总署|局|委|厅|部|办公室))"
CHINESE_UNIT = r"(?:[\u4e00-\u9fff]{2,12}?(?:科|处|司|股|局))?"
SHARES = {
    "zh": (
        re.compile(rf"(?<![\u4e00-\u9fff]){CHINESE_BODY}{CHINESE_UNIT}(?:主要|具体)?负责(?P<what>[^,;。]{{2,90}})"),
        re.compile(
            rf"(?P<what>[^,;。]{{2,90}}?)由{CHINESE_BODY}{CHINESE_UNIT}(?:负责|管理|承担|牵头(?:[,、]?会同(?P<with>[\u4e00-\u9fff]{{2,24}}?(?:局|委|厅|部|办公室)))?)"
        ),
    ),
    "en": (
        re.compile(
            rf"(?:the )?(?:[\w -]{{3,40}} of the )?(?P<who>{ENGLISH_BODY}) (?:is|are|shall be) responsible for (?P<what>[^,;.]{{4,160}})"
        ),
        re.compile(
            rf"(?P<what>[^,;.]{{4,200}}?) (?:is|are|shall be) the responsibility of (?:the )?(?P<who>{ENGLISH_BODY})"
        ),
        re.compile(
            rf"(?P<what>[^,;.]{{4,160}}?) (?:is|are|shall be) led by (?:the )?(?P<who>{ENGLISH_BODY})"
            rf"(?: and jointly \w+ (?:with|by) (?:the )?(?P<with>{ENGLISH_BODY}))?"
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
    shares: dict[object, dict[str, Any]] = {}
    codes: set[str] = set()
    for mine, share in _shares(document, words, owners, owner, statement.span):
        codes |= set(mine)
        said = shares.setdefault(share.get("name") or id(share["id"]), share)
        if said is not share:
            said["at"] += share["at"]
            said["share"] = ", ".join(dict.fromkeys((*said["share"].split(", "), *share["share"].split(", "))))
    _duties(document, words, owners, owner, statement.span)
    if len(shares) < 2:
        return
    proof = [document.quote(statement.span, "boundary")]
    owner.add("boundaries", {"functions": sorted(codes), "shares": list(shares.values()), "at": proof})


def _duties(document: Document, words: Lexicon, owners: Owners, owner: Draft, span: Span) -> None:
    """What falls to the body itself is a duty of its own."""
    text = document.even[span.line - 1]
    for clause in document.clauses(span):
        said = (
            found for pattern in SHARES[words.language] for found in pattern.finditer(text, clause.start, clause.end)
        )
        if any(owners.resolve(found["who"], owner) is owner for found in said):
            functions, roles = matters(words.language).duty(text[clause.start : clause.end])
            if functions:
                quote = document.quote(clause, "duty.boundary")
                owner.add("duties", {"functions": functions, "roles": roles, "at": [quote]})


def _shares(
    document: Document, words: Lexicon, owners: Owners, owner: Draft, span: Span
) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """The functions of each share, and the share itself; parts that name no function are left to a person."""
    text = document.even[span.line - 1]
    for pattern in SHARES[words.language]:
        for found in pattern.finditer(text, span.start, span.end):
            codes = functions_in(words, text, *found.span("what"))
            whole = trimmed(span.line, text, *found.span())
            for group in ("who", "with") if codes and whole else ():
                name = trimmed(span.line, text, *found.span(group)) if found.groupdict().get(group) else None
                if name is None or whole is None:
                    continue
                body = owners.resolve(found[group], owner)
                share: dict[str, Any] = {
                    "share": _summary(words, codes),
                    "at": [document.quote(whole, "boundary.share")],
                }
                share |= {"id": body.body} if body else {"name": document.printed(name)}
                yield codes, share


def _summary(words: Lexicon, codes: list[str]) -> str:
    """The names of the functions that fall to a body."""
    nodes = functions().nodes
    return ", ".join(str(nodes[code].name_zh if words.language == "zh" else nodes[code].name_en) for code in codes)
