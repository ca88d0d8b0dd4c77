"""Divisions of labour that a document states: which body answers for which part of a matter."""

from collections.abc import Iterator
from typing import Any

from graph.proof import Span
from loaders.extract.claims.matters import functions_in, matters
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.facts.owners import Owners
from loaders.extract.grammar import Language
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.reference import functions


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


def _claims(language: Language, said: Stretch) -> Iterator[Claim]:
    for family in ("boundaries.SHARES", "boundaries.SHARED"):
        yield from engine(language, family).claims(said)


def _duties(document: Document, words: Lexicon, owners: Owners, owner: Draft, span: Span) -> None:
    """What falls to the body itself is a duty of its own."""
    text = document.even[span.line - 1]
    for clause in document.sayings(span):
        said = _claims(words.language, Stretch.at(clause, text))
        if any(owners.resolve(str(claim.names[0]), owner) is owner for claim in said):
            functions, roles = matters(words.language).duty(text[clause.start : clause.end])
            if functions:
                quote = document.quote(clause, "duty.boundary")
                owner.add("duties", {"functions": functions, "roles": roles, "at": [quote]})


def _shares(
    document: Document, words: Lexicon, owners: Owners, owner: Draft, span: Span
) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """The functions of each share, and the share itself; parts that name no function are left to a person."""
    for claim in _claims(words.language, Stretch.at(span, document.even[span.line - 1])):
        what, whole = claim.groups["what"], claim.at.trimmed()
        codes = functions_in(words, what.text, what.start, what.end)
        names = [one.trimmed() for one in (claim.names[0], claim.groups.get("with")) if one]
        for name in names if codes and whole else ():
            if name is None or whole is None:
                continue
            body = owners.resolve(str(name), owner)
            share: dict[str, Any] = {
                "share": _summary(words, codes),
                "at": [document.quote(whole.span, claim.rule.name)],
            }
            yield codes, share | ({"id": body.body} if body else {"name": document.printed(name.span)})


def _summary(words: Lexicon, codes: list[str]) -> str:
    """The names of the functions that fall to a body."""
    nodes = functions().nodes
    return ", ".join(str(getattr(nodes[code], f"name_{words.language}")) for code in codes)
