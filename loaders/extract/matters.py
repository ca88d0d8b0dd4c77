"""Duties: the matters that the clauses of a document give to a unit, and the roles it has in them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, get_args

import yaml

from graph.folders import bundled
from graph.proof import Span
from graph.schema.nodes import Role
from loaders.extract.draft import Reading, Statement
from loaders.extract.lexicon import Lexicon, SafeLoader
from loaders.extract.text import Document, Language

ROLES: tuple[str, ...] = get_args(Role)
# Sections whose clauses tell no duties: what moved is a change, what is announced or printed as a heading is a unit.
SILENT = (
    "heading", "announcement", "contacts", "staffing", "leaders", "groups", "other",
    "adjust", "adjust_received", "adjust_given", "adjust_dropped", "adjust_strengthened",
)  # fmt: skip
# Sections that tell of duties; elsewhere a clause needs a verb of duty.
TELLING = ("duties", "divisions", "party", "inside")
VERBS = {
    "zh": re.compile(
        r"(?:^|[,:是])\s*(?:主要|具体|依法|统一)?"
        r"(?:负责|承担|承办|指导|监督|组织|拟[订定]|制[订定]|贯彻|落实|(?:为[^,]{1,12})?提供|办理|受理|推[进动]|开展|做好|管理)"
    ),
    "en": re.compile(
        r"\b(?:responsible|in charge of|undertakes?|guides?|supervises?|manages?|organizes?|handles?|implements?|provides?|"
        r"promotes?|drafts?|formulates?)\b",
        re.IGNORECASE,
    ),
}
# Parts of a sentence that set up, house or name a body, or speak of tasks without naming them: they tell no duty.
SETTING_UP = {
    "zh": re.compile(
        r"设在|合署办公|牌子|本规定|电话|另行规定|负责解释|事业单位$|工作部门$|领导职数|编制\d|年组建|整合组建|更名而来|交办的(?:其[他它]|任务|事项)"
    ),
    "en": re.compile(
        r"\b(?:(?:is|are) (?:located|set)|attached to|shall be set|(?:stipulated|specified) separately|interpretation|"
        r"these (?:provisions|regulations)|other (?:tasks|matters|work|affairs) assigned)\b",
        re.IGNORECASE,
    ),
}
# "The city's" is said of everything; of other owners only the mark goes.
POSSESSIVE = re.compile(r"\b(?:city|county|district|province|bureau|organ)['’]s\b|['’]s?\b")
SMALL_WORDS = {"in": "of", "for": "of", "on": "of", "from": "of", "labour": "labor", "the": "", "a": "", "an": ""}


def even_words(text: str) -> str:
    """English in one form: lower case, singular, without articles, hyphens and brackets; other signs are commas."""
    words = re.findall(r"[a-z0-9]+|[^a-z0-9\s()-]", POSSESSIVE.sub("", text.lower()))
    return " ".join(filter(None, (_even_word(word) if word[0].isalnum() else "," for word in words)))


@lru_cache(maxsize=10_000)
def _even_word(word: str) -> str:
    if word in SMALL_WORDS:
        return SMALL_WORDS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


class Terms:
    """Terms and what they stand for; a term inside a longer one of another meaning is not found."""

    def __init__(self, language: Language, meanings: Mapping[str, Iterable[str]]) -> None:
        self.meanings: dict[str, set[str]] = {}
        for meaning, terms in meanings.items():
            for term in terms:
                self.meanings.setdefault(even_words(term) if language == "en" else term, set()).add(meaning)
        self.pattern = _pattern(self.meanings, language)

    def found_in(self, clause: str) -> set[str]:
        """What the terms of a clause stand for."""
        found: set[str] = set()
        reached = 0
        for hit in self.pattern.finditer(clause):
            if hit.start(1) >= reached:
                reached = hit.end(1)
                found |= self.meanings[hit[1]]
        return found


def _pattern(terms: Iterable[str], language: Language) -> re.Pattern[str]:
    """The longest term at each place, in group 1; terms are grouped by their first letter, which keeps the search quick."""
    tails: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        tails.setdefault(term[0], []).append(re.escape(term[1:]))
    choices = "|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in tails.items())
    return re.compile(f"(?=({choices}))" if language == "zh" else rf"\b(?=((?:{choices})\b))")


class Matters:
    """What duty clauses of one language name: functions by code, and roles."""

    NONE = ""

    def __init__(self, language: Language, content: dict[str, Any]) -> None:
        def terms(kind: str, none: str) -> Terms:
            meanings = {meaning: words[language] for meaning, words in content[kind].items()}
            return Terms(language, {**meanings, self.NONE: content[none][language]})

        self.language = language
        self.roles = terms("roles", "no_role")
        self.matters = terms("matters", "no_matter")
        self.alone = terms("alone", "no_matter")

    def duty(self, clause: str) -> tuple[list[str], list[str]]:
        """The functions that a clause names, sorted, and its roles in the order of the schema; at least one."""
        clause = even_words(clause) if self.language == "en" else clause
        functions = self.matters.found_in(clause) - {self.NONE} or self.alone.found_in(clause) - {self.NONE}
        roles = self.roles.found_in(clause) - {self.NONE} or {"does"}
        return sorted(functions), [role for role in ROLES if role in roles]


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
    known = matters(words.language)
    for statement in reading.statements:
        if statement.section in SILENT:
            continue
        for clause, telling in _telling(document, words.language, statement):
            functions, roles = known.duty(telling)
            if functions:
                proof = [document.quote(clause, "duty.clause")]
                statement.owner.add("duties", {"functions": functions, "roles": roles, "at": proof})


def _telling(document: Document, language: Language, statement: Statement) -> Iterator[tuple[Span, str]]:
    """The clauses of a statement that can tell a duty, each with those of its parts that do."""
    span = statement.span
    text = document.even[span.line - 1]
    for clause in document.clauses(span):
        parts = text[clause.start : clause.end].split(",")
        telling = ",".join(part for part in parts if not SETTING_UP[language].search(part))
        if statement.section in TELLING or (
            len(telling) == clause.end - clause.start and VERBS[language].search(telling)
        ):
            yield clause, telling
