"""Duties: the matters that the clauses of a document give to a unit, and the roles it has in them."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from graph.folders import bundled
from loaders.extract.blocks.sections import opener
from loaders.extract.claims.roles import Roles, Terms, evened
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Reader
from loaders.extract.grammar import Language
from loaders.extract.grammar.lexicon import SafeLoader
from loaders.extract.rules.stretch import Stretch

# Sections whose clauses tell no duties: what moved is a change, what is announced or printed as a heading is a unit.
NO_DUTIES = (
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


def functions_in(language: Language, text: str) -> list[str]:
    """The codes, sorted, of the functions that an evened text names."""
    return matters(language).duty(text)[0]


class Duties(Reader):
    """Adds a duty for every clause of a statement that names a matter; other clauses stay open questions."""

    SILENT = NO_DUTIES

    def statement(self, statement: Statement) -> None:
        """Note the duties of each clause that tells one."""
        for clause, telling in self._telling(statement):
            roles = matters(self.words.language).duty(telling)[1]
            functions = functions_in(self.words.language, self._without_partners(telling))
            subject = self._subject(telling, statement)
            for owner in ([subject] if subject else _owners(statement)) if functions else ():
                proof = self.document.quotes(clause.span, "duty.clause")
                owner.add("duties", {"functions": functions, "roles": roles, "at": proof})

    def _subject(self, clause: str, statement: Statement) -> Draft | None:
        """The unit that a clause begins with; None where it begins with a verb."""
        found = self.words.grammar.duties.SUBJECT.match(clause) if statement.owner.units else None
        named = self.owners.resolve(found["unit"], statement.owner) if found else None
        return named if named and named.owner is statement.owner else None

    def _telling(self, statement: Statement) -> Iterator[tuple[Stretch, str]]:
        """The clauses of a statement that can tell a duty, each with those of its parts that do."""
        for clause in map(self.stretch, self.document.clauses(statement.span)):
            if statement.section == "announcement" and opener(self.words, clause.text, clause.start, clause.end):
                continue
            said = str(clause)
            if said.rstrip().endswith("?") or any(self.claims("duties.NO_DUTY", clause)):
                continue
            parts = (part for part in said.split(",") if not any(self.claims("duties.ASIDE", Stretch.whole(part))))
            telling = ",".join(own for part in parts if (own := self._own(part, statement)) is not None)
            if statement.section in TELLING or (len(telling) == len(said) and self._has_verb(telling)):
                yield clause, telling

    def _own(self, part: str, statement: Statement) -> str | None:
        """A part of a clause, blanks for who it falls to; None where that is another body."""
        for claim in self.claims("duties.ANOTHERS", Stretch.whole(part)):
            name = str(claim.names[0])
            return part.replace(name, " " * len(name)) if self.owners.resolve(name, statement.owner) else None
        return part

    def _without_partners(self, clause: str) -> str:
        """A clause with blanks for the names of those with whom something is done: their matters are not its own."""
        for claim in self.claims("partners.NAMED", Stretch.whole(clause)):
            at = claim.names[0]
            clause = clause[: at.start] + " " * (at.end - at.start) + clause[at.end :]
        return clause

    def _has_verb(self, clause: str) -> bool:
        """Whether a clause speaks of a duty, wherever it stands: by its words, or because a verb begins it."""
        language, duties = self.words.language, self.words.grammar.duties
        return bool(duties.VERBS.search(clause)) or matters(language).roles.begin(evened(language, clause))


def _owners(statement: Statement) -> list[Draft]:
    """Who has the duties of a statement: the text below several names that share a heading is about all of them."""
    owner = statement.owner
    below = owner.owner is not None and statement.span.line > owner.at[0].span.line
    return owner.beside if below and owner.beside else [owner]
