"""How a body stands: whose department it is, of which rank, whether it follows the law on civil servants."""

from graph.proof import Span
from graph.said import Said
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.facts.owners import Owners
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read the statements about bodies and institutions as wholes."""
    owners = Owners(words, reading)
    for statement in reading.statements:
        if statement.section not in ("duties", "contacts", "staffing") and statement.owner.kind not in (
            "division",
            "party_unit",
        ):
            _standing(document, owners, reading, statement)


def _standing(document: Document, owners: Owners, reading: Reading, statement: Statement) -> None:
    text = document.even[statement.span.line - 1]
    for clause in document.clauses(statement.span):
        body = _body(owners, statement.owner, text, clause)
        if body.kind == "bureau" and body.owner is None and (found := _first(document, "ORGAN", clause)):
            quote = document.quote(found.at.span, "standing.organ")
            body.fields.setdefault("organ_of", {"at": [quote]})
        if found := _first(document, "RANK", clause):
            body.fields.setdefault("rank", str(found.names[0]))
            body.saw(clause.line)
            reading.ignored.append((clause, Said("rank")))
        if body.kind == "institution" and _first(document, "CIVIL_SERVICE", clause):
            body.fields.setdefault("civil_service_ref", "yes")


def _body(owners: Owners, owner: Draft, text: str, clause: Span) -> Draft:
    """The institution that the clause begins with, else the statement's own body."""
    ends = vocabulary(owners.words.language).pattern("[,(]|{is}")
    front = ends.split(text[clause.start : clause.end])[0]
    named = owners.resolve(front, owner) if len(front) > 3 else None
    return named if named is not None and named.kind not in ("division", "party_unit") else owner.body


def _first(document: Document, family: str, clause: Span) -> Claim | None:
    """What a family finds first in a clause."""
    said = Stretch.at(clause, document.even[clause.line - 1])
    return next(engine(document.language, f"standing.{family}").claims(said), None)
