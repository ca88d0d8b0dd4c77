"""How a body stands: whose department it is, of which rank, whether it follows the law on civil servants."""

from graph.said import Said
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Reader
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary


class Standing(Reader):
    """Reads the statements about bodies and institutions as wholes."""

    SILENT = ("duties", "contacts", "staffing")

    def statement(self, statement: Statement) -> None:
        """Read what is said of the body, or of an institution."""
        if statement.owner.kind not in ("division", "party_unit"):
            for clause in map(self.stretch, self.document.clauses(statement.span)):
                self._standing(self._body(statement.owner, clause), clause)

    def _standing(self, body: Draft, clause: Stretch) -> None:
        if body.kind == "bureau" and body.owner is None and (found := self._first("ORGAN", clause)):
            quote = self.document.quote(found.at.span, "standing.organ")
            body.fields.setdefault("organ_of", {"at": [quote]})
        if found := self._first("RANK", clause):
            body.fields.setdefault("rank", str(found.names[0]))
            body.saw(clause.line)
            self.reading.ignored.append((clause.span, Said("rank")))
        if body.kind == "institution" and self._first("CIVIL_SERVICE", clause):
            body.fields.setdefault("civil_service_ref", "yes")

    def _body(self, owner: Draft, clause: Stretch) -> Draft:
        """The institution that the clause begins with, else the statement's own body."""
        front = vocabulary(self.words.language).pattern("[,(]|{is}").split(str(clause))[0]
        named = self.owners.resolve(front, owner) if len(front) > 3 else None
        return named if named is not None and named.kind not in ("division", "party_unit") else owner.body

    def _first(self, family: str, clause: Stretch) -> Claim | None:
        """What a family finds first in a clause."""
        return next(self.claims(f"standing.{family}", clause), None)
