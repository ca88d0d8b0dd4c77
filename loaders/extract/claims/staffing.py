"""Numbers of posts: how many staff and leaders a body is granted, and what a number includes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from loaders.extract.document.numbering import value_of
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading
from loaders.extract.facts.owners import Owners
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch

# Posts that a unit may have, too.
LEADING = ("director", "deputy_director")
LEAST = 3
SECTIONS = ("staffing", "general", "other", "institutions", "branches", "leaders")
BRACKET = re.compile(r"\s{0,9}\((?P<inner>[^()]{3,400})\)")


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read the numbers of posts in every statement about staffing."""
    owners = Owners(words, reading)
    for statement in reading.statements:
        text = document.even[statement.span.line - 1]
        if statement.section in (*SECTIONS, *words.grammar.staffing.BESIDE):
            _quotas(document, words, owners, statement.owner.body, Stretch.at(statement.span, text))


def _quotas(document: Document, words: Lexicon, owners: Owners, body: Draft, said: Stretch) -> None:
    for claim in sorted(_outside_brackets(words, said), key=lambda one: one.at.start):
        end, included = _included(words, said.text, claim.at.end, said.end)
        known = claim.rule.says if claim.rule.says != "by word" else _post(words, claim)
        owner, kind = _whose(words, owners, body, said, claim, known)
        quota: dict[str, Any] = {"kind": kind, "number": value_of(str(claim.names[0]).lower())}
        if included:
            quota["of_which"] = included
        quota["at"] = [document.quote(replace(claim.at, end=end).span, claim.rule.name)]
        owner.add("quotas", quota)
    for apart in islice(engine(words.language, "staffing.ELSEWHERE").claims(said), 1):
        quote = document.quote(apart.at.span, apart.rule.name)
        body.add("quotas", {"kind": "other", "counted_elsewhere": True, "at": [quote]})


def _outside_brackets(words: Lexicon, said: Stretch) -> Iterator[Claim]:
    """The numbers; what stands in a bracket behind another number is part of that one."""
    for claim in engine(words.language, "staffing.POSTS").claims(said):
        front = said.text[said.start : claim.at.start]
        if front.count("(") <= front.count(")"):
            yield claim


def _post(words: Lexicon, claim: Claim) -> str:
    return engine(words.language, "staffing.POSTS").words.meaning("post", " ".join(claim.word("verb").split()))


def _whose(words: Lexicon, owners: Owners, body: Draft, said: Stretch, claim: Claim, kind: str) -> tuple[Draft, str]:
    """The body, or the unit that a post is named with: 信息公开办公室主任; a post of an unknown unit is another."""
    front = words.grammar.staffing.unit_in(said.text[said.start : claim.at.start])
    if kind not in LEADING or len(front) < LEAST:
        return body, kind
    unit = owners.resolve(front, body)
    if unit is not None:
        return unit, kind
    return body, "other" if words.ends(front, "unit") or words.ends(front, "body") else kind


def _included(words: Lexicon, text: str, start: int, end: int) -> tuple[int, dict[str, int]]:
    """Where a number with the bracket behind it ends, and the parts that the bracket names."""
    bracket = BRACKET.match(text, start, end)
    if bracket is None:
        return start, {}
    included = {}
    for part in words.grammar.staffing.INCLUDED.finditer(bracket["inner"]):
        groups = part.groupdict()
        name = (groups["name"] or groups.get("second") or "").strip()
        included[name.lower().replace(" ", "_")] = int(groups.get("number") or groups.get("before") or groups["after"])
    return bracket.end(), included
