"""Whom a body stands under: who manages it, leads it, or has it as an institution of its own."""

from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Reader
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary

# A name is the one of the body that a clause tells of if it has so many characters at least.
SHORTEST = 3


class Superiors(Reader):
    """Reads what is said of a body as a whole; what stands inside its superior in the document has it already."""

    SILENT = ("duties", "contacts", "staffing", "leaders")

    def statement(self, statement: Statement) -> None:
        """Note the superiors that the clauses about a body name."""
        body = statement.owner
        if body.owner is None and body.kind in ("bureau", "institution"):
            for clause in map(self.stretch, self.document.clauses(statement.span)):
                if self._is_about(body, clause):
                    for claim in self.claims("superiors.RULES", clause):
                        self._note(body, claim)

    def _is_about(self, body: Draft, clause: Stretch) -> bool:
        """Whether a clause begins with the body, or with the verb itself."""
        front = vocabulary(self.words.language).pattern("[,(]|{superior_front}").split(str(clause))[0]
        return len(front) < SHORTEST or self.owners.resolve(front, body) is body

    def _note(self, body: Draft, claim: Claim) -> None:
        name = claim.names[0].trimmed(" ,")
        said = self.words.grammar.partners
        if name is None or said.ANY.search(str(name)):
            return
        # The name of an institution may begin with that of whose it is.
        around = body.kind == "institution" and body.name.startswith(str(name)) and body.name != str(name)
        if not around and self.owners.resolve(str(name), body) is body:
            return
        government = bool(said.GOVERNMENT.search(str(name)))
        managed = claim.rule.says == "managed" or (body.kind == "bureau" and claim.rule.says == "under")
        # Whose department a bureau is tells another family; an organ inside a committee is not managed by it.
        if (government and managed) or (body.kind == "bureau" and not managed):
            return
        key = "managed_by" if managed else "affiliated_with"
        if any(known["name"] == str(name) for known in body.list_of(key)):
            return
        fact = {"name": self.document.printed(name.span)} | ({"kind": "government"} if government else {})
        fact |= {} if managed else {"wording": "led" if claim.rule.says == "led" else "affiliated"}
        body.add(key, fact | {"at": [self.document.quote(claim.at.span, claim.rule.name)]})
