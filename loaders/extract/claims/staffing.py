"""Numbers of posts: how many staff and leaders a body is granted, and what a number includes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from loaders.extract.document.numbering import value_of
from loaders.extract.facts.draft import Draft, Statement, is_new
from loaders.extract.facts.owners import Reader
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary

# Posts that a unit may have, too.
LEADING = ("director", "deputy_director")
LEAST = 3
# A sentence that is read twice counts so many posts at most.
LATELY = 20
# How far in front of a post its unit is looked for: a name of more characters is none.
FRONT = 400
SECTIONS = ("staffing", "general", "other", "institutions", "branches", "leaders", "bracket")
YEAR = re.compile(r"(?:19|20)\d\d")
BRACKET = re.compile(r"\s{0,9}\((?P<inner>[^()]{3,400})\)")


class Staffing(Reader):
    """Reads the statements that count posts."""

    def statement(self, statement: Statement) -> None:
        """Read the numbers of posts in sections that may count them."""
        said = self.stretch(statement.span)
        listed = statement.section in self.words.grammar.staffing.BESIDE
        if statement.section in SECTIONS or listed:
            # What a bracket behind a name counts is the unit's own.
            own = said.text[said.start - 1 : said.start] == "("
            self._quotas(statement.owner if own else statement.owner.body, said, listed)

    def _quotas(self, body: Draft, said: Stretch, listed: bool) -> None:
        for claim in self._outside_brackets(said):
            # A list of a year is told of in a history.
            if listed and YEAR.search(said.text, said.text.rfind("。", 0, claim.at.start) + 1, claim.at.end):
                continue
            end, included = self._included(said.text, claim.at.end, said.end)
            known = claim.rule.says if claim.rule.says != "by word" else self._post(claim)
            owner, kind = self._whose(body, said.text[max(said.start, claim.at.start - FRONT) : claim.at.start], known)
            quota: dict[str, Any] = {"kind": kind, "number": value_of(str(claim.names[0]))}
            if included:
                quota["of_which"] = included
            quota["at"] = [self.document.quote(replace(claim.at, end=end).span, claim.rule.name)]
            if all(is_new(known["at"], quota["at"][0]) for known in owner.list_of("quotas")[-LATELY:]):
                owner.add("quotas", quota)
        for apart in islice(self.claims("staffing.ELSEWHERE", said), 1):
            quote = self.document.quote(apart.at.span, apart.rule.name)
            body.add("quotas", {"kind": "other", "counted_elsewhere": True, "at": [quote]})

    def _outside_brackets(self, said: Stretch) -> Iterator[Claim]:
        """The numbers in their order; what stands in a bracket behind another number is part of that one."""
        depth, counted = 0, said.start
        for claim in sorted(self.claims("staffing.POSTS", said), key=lambda one: one.at.start):
            begin = claim.at.start
            depth += said.text.count("(", counted, begin) - said.text.count(")", counted, begin)
            counted = begin
            if depth <= 0:
                yield claim

    def _post(self, claim: Claim) -> str:
        return vocabulary(self.words.language).meaning("post", " ".join(claim.word("verb").split()))

    def _whose(self, body: Draft, front: str, kind: str) -> tuple[Draft, str]:
        """The body, or the unit that a post is named with: 信息公开办公室主任; a post of an unknown unit is another."""
        front = self.words.grammar.staffing.unit_in(front)
        if kind not in LEADING or len(front) < LEAST:
            return body, kind
        unit = self.owners.resolve(front, body)
        if unit is not None:
            return unit, kind
        return body, "other" if self.words.ends(front, "unit") or self.words.ends(front, "body") else kind

    def _included(self, text: str, start: int, end: int) -> tuple[int, dict[str, int]]:
        """Where a number with the bracket behind it ends, and the parts that the bracket names."""
        bracket = BRACKET.match(text, start, end)
        if bracket is None:
            return start, {}
        included = {}
        for part in self.words.grammar.staffing.INCLUDED.finditer(bracket["inner"]):
            groups = part.groupdict()
            name = (groups["name"] or groups.get("second") or "").strip()
            number = groups.get("number") or groups.get("before") or groups["after"]
            included[name.lower().replace(" ", "_")] = int(number)
        return bracket.end(), included
