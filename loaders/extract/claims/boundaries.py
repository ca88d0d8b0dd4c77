"""Divisions of labour that a document states: which body answers for which part of a matter."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from graph.proof import Span
from loaders.extract.claims.matters import functions_in, matters
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Reader
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.reference import functions


class Boundaries(Reader):
    """Reads the statements that give parts of a matter to two bodies or more."""

    def statement(self, statement: Statement) -> None:
        """Add a boundary where the section is about them."""
        if statement.section != "boundary":
            return
        owner, span = statement.owner.body, statement.span
        shares: dict[object, dict[str, Any]] = {}
        codes: set[str] = set()
        for mine, share in self._shares(owner, self.stretch(span)):
            codes |= set(mine)
            said = shares.setdefault(share.get("name") or id(share["id"]), share)
            if said is not share:
                said["at"] += share["at"]
                said["share"] = ", ".join(dict.fromkeys((*said["share"].split(", "), *share["share"].split(", "))))
        self._duties(owner, span)
        if len(shares) > 1:
            proof = [self.document.quote(span, "boundary")]
            owner.add("boundaries", {"functions": sorted(codes), "shares": list(shares.values()), "at": proof})

    def _said(self, said: Stretch) -> Iterator[Claim]:
        return chain(self.claims("boundaries.SHARES", said), self.claims("boundaries.SHARED", said))

    def _duties(self, owner: Draft, span: Span) -> None:
        """What falls to the body itself is a duty of its own."""
        for clause in map(self.stretch, self.document.sayings(span)):
            said = list(self._said(clause))
            mine = [claim for claim in said if self.owners.resolve(str(claim.names[0]), owner) is owner]
            if not mine:
                continue
            told = clause if len(mine) == len(said) else mine[0].at
            functions, roles = matters(self.words.language).duty(str(told).replace(str(mine[0].names[0]), ""))
            if functions:
                quote = self.document.quote(told.span, "duty.boundary")
                owner.add("duties", {"functions": functions, "roles": roles, "at": [quote]})

    def _shares(self, owner: Draft, said: Stretch) -> Iterator[tuple[list[str], dict[str, Any]]]:
        """The functions of each share, and the share itself; parts that name no function are left to a person."""
        for claim in self._said(said):
            codes, whole = functions_in(self.words.language, str(claim.groups["what"])), claim.at.trimmed()
            names = [one.trimmed() for one in (claim.names[0], claim.groups.get("with")) if one]
            for name in filter(None, names) if codes and whole else ():
                body = self.owners.resolve(str(name), owner)
                share: dict[str, Any] = {"share": self._summary(codes)}
                share["at"] = [self.document.quote((whole or said).span, claim.rule.name)]
                yield codes, share | ({"id": body.body} if body else {"name": self.document.printed(name.span)})

    def _summary(self, codes: list[str]) -> str:
        """The names of the functions that fall to a body."""
        nodes = functions().nodes
        return ", ".join(str(getattr(nodes[code], f"name_{self.words.language}")) for code in codes)
