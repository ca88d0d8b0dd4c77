"""Duties: the matters that the clauses of a document give to a unit, and the roles it has in them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from graph.folders import bundled
from graph.proof import Span
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.lexicon import Lexicon, SafeLoader
from loaders.extract.owners import Owners
from loaders.extract.roles import Roles
from loaders.extract.sections import opener
from loaders.extract.terms import Terms, evened
from loaders.extract.text import Document, Language

# Sections whose clauses tell no duties: what moved is a change, what is announced or printed as a heading is a unit.
SILENT = (
    "heading", "contacts", "staffing", "leaders", "groups", "other", "boundary",
    "adjust", "adjust_received", "adjust_given", "adjust_dropped", "adjust_strengthened",
)  # fmt: skip
# Sections that tell of duties; elsewhere a clause needs a verb of duty.
TELLING = ("duties", "divisions", "party", "inside")
VERBS = {
    "zh": re.compile(
        r"(?:(?:^|[,:是])\s*|(?<=[科处股室司部局队]))(?:主要|具体|依法|统一)?"
        r"(?:负责|承担|承办|指导|监督|组织|拟[订定]|制[订定]|贯彻|落实|(?:为[^,]{1,12})?提供|办理|受理|推[进动]|开展|做好|管理)"
    ),
    "en": re.compile(
        r"\b(?:responsible|in charge of|undertakes?|guides?|supervises?|manages?|organizes?|handles?|implements?|provides?|"
        r"promotes?|drafts?|formulates?|specialized agency for|(?:main|scope of) (?:services?|business) (?:is|are|includes?))\b",
        re.IGNORECASE,
    ),
}
# Parts of a sentence that set up, house or name a body, or speak of tasks without naming them: they tell no duty.
SETTING_UP = {
    "zh": re.compile(
        r"设在|领导下|合署办公|牌子|本规定|电话|另行规定|负责解释|事业单位$|工作部门$|领导职数|编制\d|年组建|整合组建|更名而来|交办的(?:其[他它]|任务|事项)"
    ),
    "en": re.compile(
        r"\b(?:(?:is|are) (?:located|set)|attached to|shall be set|(?:stipulated|specified) separately|interpretation|"
        r"works under the|co-?located|working (?:together|jointly) with|"
        r"these (?:provisions|regulations)|other (?:tasks|matters|work|affairs) assigned)\b",
        re.IGNORECASE,
    ),
}

# A clause may begin with the unit that it is about.
SUBJECT = {
    "zh": re.compile(r"(?P<unit>[\u4e00-\u9fff]{2,16}?)(?:主要|具体)?(?:负责|承担)"),
    "en": re.compile(
        r"(?:The )?(?P<unit>[A-Z][\w&-]{1,20}(?: [\w&-]{2,20}){0,6}?) (?:is (?:mainly )?(?:responsible|in charge)|"
        r"undertakes|guides|supervises|manages|organizes|handles|approves|drafts|formulates)\b"
    ),
}
# The last name of a list that stops have cut into clauses.
NAME_ALONE = re.compile(
    r"and the (?:[A-Z][\w-]{1,20} (?:of |and |the )?){1,10}(?:Commission|Committee|Office|Group|Bureau)"
)


class Matters:
    """What duty clauses of one language name: functions by code, and roles."""

    NONE = ""

    def __init__(self, language: Language, content: dict[str, Any]) -> None:
        def terms(kind: str, none: str) -> Terms:
            meanings = {meaning: words[language] for meaning, words in content[kind].items()}
            return Terms(language, {**meanings, self.NONE: content[none][language]})

        self.language = language
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
    found = SUBJECT[language].match(clause) if statement.owner.units else None
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
    text = document.even[span.line - 1]
    for clause in document.clauses(span):
        if statement.section == "announcement" and opener(words, text, clause.start, clause.end):
            continue
        if NAME_ALONE.fullmatch(text, clause.start, clause.end):
            continue
        parts = text[clause.start : clause.end].split(",")
        telling = ",".join(part for part in parts if not SETTING_UP[words.language].search(part))
        whole = len(telling) == clause.end - clause.start
        if statement.section in TELLING or (whole and _has_verb(words.language, telling)):
            yield clause, telling


def _has_verb(language: Language, clause: str) -> bool:
    """Whether a clause speaks of a duty, wherever it stands: by its words, or because a verb begins it."""
    return bool(VERBS[language].search(clause)) or matters(language).roles.begin(evened(language, clause))
