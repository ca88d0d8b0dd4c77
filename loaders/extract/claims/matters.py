"""Duties: the matters that the clauses of a document give to a unit, and the roles it has in them."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from graph.folders import bundled
from graph.proof import Span
from loaders.extract.blocks.sections import opener
from loaders.extract.claims.roles import Roles
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.facts.owners import Owners
from loaders.extract.grammar import Language, grammar
from loaders.extract.grammar.lexicon import Lexicon, SafeLoader
from loaders.extract.mentions.terms import Terms, evened

# Sections whose clauses tell no duties: what moved is a change, what is announced or printed as a heading is a unit.
SILENT = (
    "heading", "contacts", "staffing", "leaders", "groups", "other", "boundary",
    "adjust", "adjust_received", "adjust_given", "adjust_dropped", "adjust_strengthened",
)  # fmt: skip
# Sections that tell of duties; elsewhere a clause needs a verb of duty.
TELLING = ("duties", "divisions", "party", "inside")


class Matters:
    """What duty clauses of one language name: functions by code, and roles."""

    NONE = ""

    def __init__(self, language: Language, content: dict[str, Any]) -> None:
        def terms(kind: str, none: str) -> Terms:
            meanings = {meaning: words[language] for meaning, words in content[kind].items()}
            return Terms(language, {**meanings, self.NONE: content[none][language]})

        self.language: Language = language
        self.roles = Roles(language, content)
        self.matters = terms("matters", "no_matter")
        self.alone = terms("alone", "no_matter")

    def duty(self, clause: str) -> tuple[list[str], list[str]]:
        """The functions that a clause names, sorted, and its roles in the order of the schema; at least one."""
        clause = evened(self.language, clause)
        functions = self.matters.found_in(clause) - {self.NONE} or self.alone.found_in(clause) - {self.NONE}
        return sorted(functions), self.roles.of(clause)


@cache
def matters(language: Language) -> Matters:
    """The words of a language, from data/words/functions.yaml."""
    content = yaml.load((bundled("data") / "words" / "functions.yaml").read_text(encoding="utf-8"), SafeLoader)  # noqa: S506
    return Matters(language, content)


def functions_in(words: Lexicon, text: str, start: int, end: int) -> list[str]:
    """The codes, sorted, of the functions that a part of an evened line names."""
    return matters(words.language).duty(text[start:end])[0]


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Add a duty for every clause of a statement that names a matter; other clauses stay open questions."""
    known, owners = matters(words.language), Owners(words, reading)
    for statement in reading.statements:
        if statement.section in SILENT:
            continue
        for clause, telling in _telling(document, words, statement):
            functions, roles = known.duty(telling)
            subject = _subject(owners, words.language, telling, statement)
            for owner in ([subject] if subject else _owners(statement)) if functions else ():
                proof = document.quotes(clause, "duty.clause")
                owner.add("duties", {"functions": functions, "roles": roles, "at": proof})


def _subject(owners: Owners, language: Language, clause: str, statement: Statement) -> Draft | None:
    """The unit that a clause begins with; None where it begins with a verb."""
    found = grammar(language).duties.SUBJECT.match(clause) if statement.owner.units else None
    named = owners.resolve(found["unit"], statement.owner) if found else None
    return named if named and named.owner is statement.owner else None


def _owners(statement: Statement) -> list[Draft]:
    """Who has the duties of a statement: the text below several names that share a heading is about all of them."""
    owner = statement.owner
    below = owner.owner is not None and statement.span.line > owner.at[0].span.line
    return owner.beside if below and owner.beside else [owner]


def _telling(document: Document, words: Lexicon, statement: Statement) -> Iterator[tuple[Span, str]]:
    """The clauses of a statement that can tell a duty, each with those of its parts that do."""
    span = statement.span
    text, setting_up = document.even[span.line - 1], document.grammar.duties.SETTING_UP
    for clause in document.clauses(span):
        if statement.section == "announcement" and opener(words, text, clause.start, clause.end):
            continue
        said = text[clause.start : clause.end]
        if said.rstrip().endswith("?") or document.grammar.duties.NO_DUTY.match(said):
            continue
        parts = said.split(",")
        telling = ",".join(part for part in parts if not setting_up.search(part))
        whole = len(telling) == clause.end - clause.start
        if statement.section in TELLING or (whole and _has_verb(words.language, telling)):
            yield clause, telling


def _has_verb(language: Language, clause: str) -> bool:
    """Whether a clause speaks of a duty, wherever it stands: by its words, or because a verb begins it."""
    return bool(grammar(language).duties.VERBS.search(clause)) or matters(language).roles.begin(
        evened(language, clause)
    )
