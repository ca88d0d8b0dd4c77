"""Whom an English sentence that tells of units is about: the body or unit named in front of "has"."""

import re

from graph.proof import Span
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Owners

STOP = re.compile(r"[;:]|\.(?=\s)")
HAS = re.compile(
    r"(?:\s{0,3}(?:among (?:others|them|which|these)|in addition|at present|currently|now),? )?"
    r"(?P<subject>[^,;:()]{3,90}?)\s(?:now |also )?(?:has|have|sets? up|consists|comprises|(?:is )?(?:\w+ly )?composed|includes?)\b",
    re.IGNORECASE,
)
# Of a unit that nothing else names it is told what it is made of.
MADE_OF = re.compile(
    r"\s{0,9}(?:The )?(?P<name>(?:[A-Z][\w'’-]*|of|and|for|the|&)(?: (?:[A-Z][\w'’-]*|of|and|for|the|&)){0,8}? (?:Division|Department|Office|Section|Unit))"
    r" (?:now )?(?:consists? of|comprises|is (?:\w+ly )?composed of|is made up of)\b"
)
OF_BODIES = re.compile(
    r"\b(?:Municipal|City|County|District|Provincial|Province|Autonomous|National|State|People['’]s|General Administration)\b"
)
# A body of another place, by its name in front.
ELSEWHERE = re.compile(
    r"(?:The |the )?((?!The\b)[A-Z][\w'’-]+) (?:District|County|City|Municipal|Prefecture|Township|Town)\b(?= [A-Z])"
)
IT_HAS = re.compile(
    r"\s{0,9}(?:it (?:also |now )?(?:has|sets? up|consists of|is composed of|governs|leads|manages)|there are)\b",
    re.IGNORECASE,
)
# So much of the words "is mainly composed of" stands behind where a list is announced.
LONGEST_VERB = 30
THERE = re.compile(r"\s{0,9}there (?:are|is)\b", re.IGNORECASE)


def speaks_of_itself(owners: Owners, text: str, statement: Statement, before: int) -> bool:
    """Whether the sentence names the statement's own body in front of "has"."""
    begin = max(
        (found.end() for found in STOP.finditer(text, statement.span.start, before)), default=statement.span.start
    )
    front = HAS.match(text, begin, before)
    there = THERE.match(text, begin, before)
    return bool(there or (front and owners.resolve(front["subject"], statement.owner) is statement.owner.body))


def tells_of_body(owners: Owners, text: str, statement: Statement, before: int) -> bool:
    """Whether a sentence behind a unit names the body in front of "has", or begins its line with "it" or "there"."""
    alone = not text[: statement.span.start].strip() and IT_HAS.match(text, statement.span.start, before)
    return bool(alone) or (not THERE.match(text, 0, before) and speaks_of_itself(owners, text, statement, before))


def subject_of(owners: Owners, text: str, statement: Statement, before: int) -> Draft:
    """Whom a sentence is about: the body or unit named in front of "has" or "sets up", else the statement's own body."""
    begin = max(
        (found.end() for found in STOP.finditer(text, statement.span.start, before)), default=statement.span.start
    )
    front = HAS.match(text, begin, before)
    named = owners.resolve(front["subject"], statement.owner) if front else None
    bare = named and front and front["subject"].lower().removeprefix("the ") == named.name.lower() == "office"
    about_unit = statement.owner is not statement.owner.body
    return statement.owner.body if named is None or (bare and not about_unit) else named


def speaks_of_other(owners: Owners, text: str, statement: Statement, before: int) -> bool:
    """Whether the body named in front of "has" is that of another county or city than the one around it."""
    begin = max(
        (found.end() for found in STOP.finditer(text, statement.span.start, before)), default=statement.span.start
    )
    front = HAS.match(text, begin, before)
    place = ELSEWHERE.match(front["subject"]) if front else None
    own = statement.owner.body.name
    return bool(
        place and ELSEWHERE.match(own) and place[1] not in own and not owners.has(statement.owner.body, place.string)
    )


def unknown_unit(owners: Owners, text: str, statement: Statement, before: int) -> Span | None:
    """The unit that a sentence about its body names in front of what it is made of, where nothing else has named it."""
    body = statement.owner.body
    begin = max(
        (found.end() for found in STOP.finditer(text, statement.span.start, before)), default=statement.span.start
    )
    found = MADE_OF.match(text, begin, before + LONGEST_VERB)
    if found is None or OF_BODIES.search(found["name"]) or owners.resolve(found["name"], statement.owner):
        return None
    # A short form or another translation of the body's own name shares a word with it.
    shared = set(found["name"].lower().split()[:-1]) & set(body.name.lower().split()) - {"of", "and", "the", "general"}
    return None if shared else Span(statement.span.line, *found.span("name"))
