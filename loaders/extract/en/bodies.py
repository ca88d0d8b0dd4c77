"""How English documents name the bodies they are about."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.en.body_names import names
from loaders.extract.en.clues import LABEL
from loaders.extract.en.history import former_names as former_names
from loaders.extract.en.short_names import core, is_short
from loaders.extract.grammar.lexicon import Lexicon, alternation
from loaders.extract.mentions.names import is_name
from loaders.extract.outline.candidates import Candidate, Mention
from loaders.extract.rules.vocabulary import vocabulary

BEHIND = re.compile("")
# The same name in Chinese behind it.
GLOSS = re.compile(r"\s{1,9}[\u4e00-\u9fff]{2,30}\s*$")
# So many characters of a line are looked through.
LONGEST = 1000
# How much speaks at least for a name with the place or a level, for that of an institution, for the department that a title is, and for any other.
PLACED_SURE, SERVICE_SURE, DEPARTMENT_SURE, SURE = 1.0, 1.5, 1.5, 3.0
# In front of the name at the head of a line.
FRONT = re.compile(
    r"(?:the|(?:the )?(?:main |primary )?(?:responsibilities|duties|functions) of|about|"
    r"introduction (?:of|to)|brief introduction (?:of|to)|what \w+ does|description of .{0,60} of|provisions on .{0,80} of|"
    r"function\w* .{0,60} of|regulations on .{0,80} of|overview of)(?: the)?",
    re.IGNORECASE,
)
SERVICE = tuple(vocabulary("en").all("service_noun"))
# What stands in front of the name in a title, or in the question that a page answers.
NAMED_LAST = re.compile(
    r"(?!(?:\w{1,30} ){0,14}(?:is|are|shall|located)\b)[^.;:!?]{0,60}?\b(?:lists?|settings?|set ?up|organi[sz]ations?|structures?|regulations?|"
    r"provisions|introduction|overview|profile|functions?|allocation|configuration|institutions?|responsibilit(?:y|ies)|duties|"
    r"units|plan|establishment|departments?|divisions|sections|offices|agencies|organs?)\b[^.;:!?]{0,90}\b(?:of|in|for|under)(?: the)?",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"(?:what|which|who|how|introduc\w+)\b[^.;:!?]{2,90}\b(?:of|in|for|does|do|under|has|have)(?: the)?", re.IGNORECASE
)
LABELLED = re.compile(LABEL, re.IGNORECASE)
# Clues by what they say; so many bureaus of no place alone in their lines are a list of them.
ALONE = frozenset(("en.clue.alone-first", "en.clue.alone"))
TOLD = frozenset(("en.clue.told", "en.clue.body"))
# A department of a ministry has a page of its own.
DEPARTMENT, FIRST = "Department of ", frozenset(("en.clue.alone-first",))
ORGANS = frozenset(("en.clue.organs",))
PARTS = TOLD | {"en.clue.title", "en.clue.title-behind", "en.clue.above", "en.clue.chapter"}
NOUN, PLACED, LEVEL = frozenset(("en.clue.noun",)), frozenset(("en.clue.placed",)), frozenset(("en.clue.level",))
SEVERAL, LONGEST_UNIT = 2, 9
LISTED = ("one of several bodies", 1.0)


def mentions(document: Document, words: Lexicon, places: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """Every place where a body is named."""
    placed = re.compile(own_place(places))
    for line, text in enumerate(document.even, 1):
        for start, end in names(words, text[:LONGEST], placed):
            if end < LONGEST:
                yield text[start:end], Span(line, start, end)


@lru_cache(maxsize=64)
def own_place(places: tuple[str, ...]) -> str:
    """The name of the document's place anywhere in a name, as a pattern."""
    return rf"\b(?:{alternation(place for place in places if place.isascii()) or '(?!)'})\b"


def key(name: str, _places: tuple[str, ...]) -> str:
    """A name in small letters."""
    return core(name)


def shortens(short: str, _whole: str, full: Candidate, places: tuple[str, ...]) -> bool:
    """Whether a name without the place is short for one with it."""
    return _is_placed(full.name, places) and not _is_placed(short, places) and is_short(full.name, short)


@lru_cache(maxsize=1024)
def _is_placed(name: str, places: tuple[str, ...]) -> bool:
    return re.search(own_place(places), name, re.IGNORECASE) is not None


def fullness(mention: Mention, _places: tuple[str, ...]) -> tuple[float, ...]:
    """The name of the place makes a name full; of two the one that says more of what the document is about."""
    return mention.has(PLACED), mention.score


def told_by_all(document: Document, words: Lexicon, best: list[Candidate]) -> None:
    """Several bureaus alone in their lines are each a body; beside units they are parts of one."""
    bare = [one for one in best if one.has(ALONE) and not one.has(PLACED | LEVEL | NOUN | TOLD)]
    departments = sum(one.name.startswith(DEPARTMENT) for one in bare)
    for one in bare if len(bare) > SEVERAL or departments > 1 else ():
        one.clues.append(("among units", -6.0))
    alone = [one for one in best if one.has(ALONE, NOUN) and not one.has(PLACED | TOLD)]
    if len(alone) <= SEVERAL:
        return
    names = {one.name for one in alone}
    lines = (GLOSS.sub("", text).strip(" .") for text in document.even)
    units = any(
        is_name(words, text, "unit") for text in lines if text not in names and len(text.split()) <= LONGEST_UNIT
    )
    for one in alone:
        one.clues.append(("among units", -6.0) if units else LISTED)


def sure(one: Candidate, _places: tuple[str, ...]) -> float:
    """How much speaks at least for a body of such a name."""
    if not one.has(PLACED | LEVEL):
        return DEPARTMENT_SURE if one.name.startswith(DEPARTMENT) and one.has(FIRST) else SURE
    # A museum or a station is named in what others do.
    return PLACED_SURE if one.has(NOUN) or one.has(PARTS | ALONE) else SERVICE_SURE


def stands_beside(best: Candidate, other: Candidate, _places: tuple[str, ...]) -> bool:
    """Whether another has a part of the document; institutions alone in their lines are a list."""
    if (LISTED in best.clues and LISTED in other.clues) or (best.has(ORGANS) and other.has(ORGANS)):
        return True
    return other.has(PARTS, PLACED) or other.has(ALONE, PLACED, NOUN)


def is_service(name: str) -> bool:
    """Whether the last word of a name is that of an institution; an insurance bureau is one all the same."""
    last, *_ = re.split(" (?:of|for) ", name.lower(), maxsplit=1)
    return last.endswith(SERVICE) or "insurance bureau" in name.lower()


def leads(front: str) -> bool:
    """Whether what stands in front of a name leaves it at the head of its line: a label, "introduction to"."""
    return bool(LABELLED.search(front) or front.endswith("!") or FRONT.fullmatch(front))


def ends_title(front: str, behind: str) -> bool:
    """Whether a title ends with the name: "Setting of institutions in the X Bureau"; or a question holds it."""
    bare = re.sub(r"\([^()]*\)", "", behind).strip(" .:")
    if bare.endswith("?") or behind.strip() == "?":
        return bool(QUESTION.fullmatch(front))
    return not bare and bool(NAMED_LAST.fullmatch(front))
