"""Duties: the matters that the clauses of a document give to a unit, and the roles it has in them, by its verbs."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import zip_longest
from typing import Any, get_args

import yaml

from graph.folders import bundled
from graph.schema.nodes import Role
from loaders.extract.blocks.sections import opener
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Reader
from loaders.extract.grammar import Language, grammar
from loaders.extract.grammar.lexicon import SafeLoader, alternation
from loaders.extract.rules.stretch import Stretch

ROLES: tuple[str, ...] = get_args(Role)
NONE = ""
# These say how the unit does what the next verb says: they take nothing away from that verb.
BESIDE = {"joins", NONE}


def evened(language: Language, text: str) -> str:
    """The text in the form in which terms are compared."""
    return grammar(language).writing.evened(text)


class Terms:
    """Terms and what they stand for; a term inside a longer one of another meaning is not found."""

    def __init__(self, language: Language, meanings: Mapping[str, Iterable[str]]) -> None:
        self.meanings: dict[str, set[str]] = {}
        for meaning, terms in meanings.items():
            for term in terms:
                self.meanings.setdefault(evened(language, term), set()).add(meaning)
        self.pattern = _pattern(self.meanings, language)

    def hits(self, clause: str) -> Iterator[tuple[int, int, set[str]]]:
        """Where each term begins and ends, and what it stands for, in the order of the clause."""
        reached = 0
        for hit in self.pattern.finditer(clause):
            if hit.start(1) >= reached:
                reached = hit.end(1)
                yield hit.start(1), hit.end(1), self.meanings[hit[1]]

    def found_in(self, clause: str) -> set[str]:
        """What the terms of a clause stand for."""
        return {meaning for _, _, meanings in self.hits(clause) for meaning in meanings}


def _pattern(terms: Iterable[str], language: Language) -> re.Pattern[str]:
    """The longest term at each place, in group 1; terms are grouped by their first letter, which keeps the search quick."""
    tails: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        tails.setdefault(term[0], []).append(re.escape(term[1:]))
    choices = "|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in tails.items())
    bound = grammar(language).writing.BOUND
    return re.compile(rf"{bound}(?=((?:{choices}){bound}))")


class Roles:
    """Roles by the verbs of a clause.

    A verb of a role gives that role. "does" is given for every other verb that begins a phrase; verbs such as 负责,
    组织 and "coordinate" say little: they count only with an object of their own, and where their phrase has no role.
    """

    def __init__(self, language: Language, content: dict[str, Any]) -> None:
        meanings = {role: words[language] for role, words in content["roles"].items()}
        self.language: Language = language
        self.said = grammar(language).duties
        self.terms = Terms(language, {**meanings, NONE: content["no_role"][language]})
        self.light = self._evened(content["light_verbs"][language])
        self.nouns = frozenset(content["nouns_of_doing"][language])
        of_roles = [term for term, roles in self.terms.meanings.items() if roles - BESIDE]
        verbs = alternation([*self._evened(content["verbs"][language]), *self.light, *of_roles])
        self.begins = self.said.begins(verbs, alternation(self.nouns))

    def _evened(self, words: list[str]) -> frozenset[str]:
        return frozenset(evened(self.language, word) for word in words)

    def of(self, clause: str) -> list[str]:
        """The roles of an evened clause, in the order of the schema; at least one."""
        hits = list(self.terms.hits(clause))
        roles = {role for _, _, meant in hits for role in meant} - {NONE}
        if not roles - BESIDE or self._does(clause, hits):
            roles.add("does")
        return [role for role in ROLES if role in roles]

    def begin(self, clause: str) -> bool:
        """Whether an evened clause begins with a verb."""
        return bool(self.begins.match(clause))

    def _does(self, clause: str, hits: list[tuple[int, int, set[str]]]) -> bool:
        """Whether a phrase of the clause has a verb of no role."""
        shared = False
        for verb, rest, roles in self._phrases(clause, hits):
            bare = not self.said.JOINS.sub("", rest).strip()
            if not roles and (verb not in self.light or not (bare or shared)):
                return True
            shared = bare and bool(roles)
        return any(map(self._does_beside, self.said.CHAIN.finditer(clause)))

    def _does_beside(self, found: re.Match[str]) -> bool:
        """Whether nouns one beside the other, the last one of a role or not, hold one of doing."""
        nouns = [noun.strip() for noun in self.said.JOINS.split(found["chain"])]
        first = found.start() or nouns[0] in self.nouns or nouns[0] in self.terms.meanings
        return bool(first) and all(noun.count(" ") < 2 for noun in nouns) and not self.nouns.isdisjoint(nouns)

    def _phrases(self, clause: str, hits: list[tuple[int, int, set[str]]]) -> Iterator[tuple[str, str, set[str]]]:
        """For each phrase its verb, the rest, and the roles of both that take the place of "does"."""
        starts = [start for start, _, _ in hits]
        begins = [(found.start(found.lastgroup or 0), found) for found in self.begins.finditer(clause)]
        begins = [pair for pair in begins if not _inside(pair[0], starts, hits)]
        roles: set[str] = set()
        for (start, found), after in zip_longest(begins, begins[1:]):
            end = after[1].start() if after else len(clause)
            # Behind "assist the departments" stands what those are to do.
            if roles and clause.endswith(" department ", 0, found.start()):
                continue
            here = hits[bisect_left(starts, start) : bisect_left(starts, end)]
            roles = {role for _, _, meant in here for role in meant} - BESIDE
            yield found[found.lastgroup or 0], clause[found.end() : end], roles


def _inside(place: int, starts: list[int], hits: list[tuple[int, int, set[str]]]) -> bool:
    """Whether a place is inside a term, behind its beginning."""
    before = bisect_left(starts, place) - 1
    return before >= 0 and place < hits[before][1]


# Sections whose clauses tell no duties: what moved is a change, what is announced or printed as a heading is a unit.
NO_DUTIES = (
    "heading", "contacts", "staffing", "leaders", "groups", "other", "boundary",
    "adjust", "adjust_received", "adjust_given", "adjust_dropped", "adjust_strengthened",
)  # fmt: skip
# Sections that tell of duties; elsewhere a clause needs a verb of duty.
TELLING = ("duties", "divisions", "party", "inside")


class Matters:
    """What duty clauses of one language name: functions by code, and roles."""

    def __init__(self, language: Language, content: dict[str, Any]) -> None:
        def terms(kind: str, none: str) -> Terms:
            meanings = {meaning: words[language] for meaning, words in content[kind].items()}
            return Terms(language, {**meanings, NONE: content[none][language]})

        self.language: Language = language
        self.roles = Roles(language, content)
        self.matters = terms("matters", "no_matter")
        self.alone = terms("alone", "no_matter")

    def duty(self, clause: str) -> tuple[list[str], list[str]]:
        """The functions that a clause names, and its roles."""
        return self.functions(clause), self.roles_in(clause)

    def functions(self, clause: str) -> list[str]:
        """The codes of the functions that a clause names, sorted."""
        clause = evened(self.language, clause)
        return sorted(self.matters.found_in(clause) - {NONE} or self.alone.found_in(clause) - {NONE})

    def roles_in(self, clause: str) -> list[str]:
        """The roles that a clause gives, in the order of the schema; at least one."""
        return self.roles.of(evened(self.language, clause))


@cache
def matters(language: Language) -> Matters:
    """The words of a language, from data/words/functions.yaml."""
    content = yaml.load((bundled("data") / "words" / "functions.yaml").read_text(encoding="utf-8"), SafeLoader)  # noqa: S506
    return Matters(language, content)


def functions_in(language: Language, text: str) -> list[str]:
    """The codes, sorted, of the functions that an evened text names."""
    return matters(language).functions(text)


class Duties(Reader):
    """Adds a duty for every clause of a statement that names a matter; other clauses stay open questions."""

    SILENT = NO_DUTIES

    def statement(self, statement: Statement) -> None:
        """Note the duties of each clause that tells one."""
        for clause, telling in self._telling(statement):
            known = matters(self.words.language)
            roles, functions = known.roles_in(telling), known.functions(self._without_partners(telling))
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
            if statement.section in TELLING or (len(telling) == len(said) and has_verb(self.words.language, telling)):
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


def has_verb(language: Language, clause: str) -> bool:
    """Whether a clause speaks of a duty, wherever it stands: by its words, or because a verb begins it."""
    return bool(grammar(language).duties.VERBS.search(clause)) or matters(language).roles.begin(
        evened(language, clause)
    )


def _owners(statement: Statement) -> list[Draft]:
    """Who has the duties of a statement: the text below several names that share a heading is about all of them."""
    owner = statement.owner
    below = owner.owner is not None and statement.span.line > owner.at[0].span.line
    return owner.beside if below and owner.beside else [owner]
