"""How the parts of an English document follow one another: lists, labels, short headings."""

import re

from loaders.extract.blocks.part import Part
from loaders.extract.document.text import Document
from loaders.extract.en import verbs
from loaders.extract.en.counting import counts_in
from loaders.extract.en.names import CAPITALS
from loaders.extract.en.short_names import DECLARED
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, is_name
from loaders.extract.outline.institution_names import names_at as names_in_front

# Translators print the numbers of one list in several shapes.
OUT_OF_LIST: float = -1.5
SUBJECT = re.compile(
    r"\s{0,9}(?:(?:According to|Based on|In accordance with)[^,.;:]{3,90}, )?(?P<subject>It|(?:[Tt]he |[Oo]ur |[Tt]his )?[A-Z][\w' -]{2,90}?) "
    r"(?:now |currently )?(?:has|have|sets? up|consists? of|is composed of)\b"
)
OURS = re.compile(
    r"(?:The|Our|This) (?:bureau|commission|administration|committee|department|organ|ministry|federation|association|court|procuratorate|society|union)",
    re.IGNORECASE,
)
AMONG = CAPITALS
# What is said of all units behind the last of them, or of that alone.
LIST_ENDS = re.compile(
    r",\s(?:all|each|both) of (?:which|them)\b|\s(?:is|are) (?:\w+ly )?(?:retained|kept|reserved)\b", re.IGNORECASE
)
# How names of units inside end, and hardly any of institutions.
INNER = re.compile(r"\b(?:section|division|department|office)$", re.IGNORECASE)
# A sentence behind a numbered list of institutions is about something else.
SAID = re.compile(r"\s(?:(?:is|are) (?:mainly )?(?:responsible|in charge)|belongs?)\b", re.IGNORECASE)
# A line that is nothing but names: how much of it they are, and how many words each has.
LEAST_NAMED, LONGEST = 0.7, 9
# Words for a body that stand alone.
ITS_OWN = frozenset(
    (
        *("bureau", "commission", "administration", "department", "ministry"),
        *("center", "unit", "institution", "section", "division"),
    )
)
# The heading of a section that no word tells of has so many words at most.
SHORT = 4


def of_us(ours: list[bool]) -> bool:
    """Whether a list speaks of the body itself: one of its names does."""
    return any(ours)


def begins_section(_section: str, style: str | None, number: str | None) -> bool:
    """Whether a heading that no word tells of begins a section: it has a number as the sections have."""
    return number == style and number not in (None, "bracketed")


def may_head(said: str, numbered: bool) -> bool:
    """Whether a text may be the heading of a section that no word tells of: short, with a number."""
    return numbered and len(said.split()) <= SHORT


def nothing_else(words: Lexicon, part: Part, names: list[str]) -> bool:
    """Whether a line holds names of units and nothing else."""
    if verbs.duty().match(part.words):
        return False
    named = sum(map(len, names)) > LEAST_NAMED * len(re.sub(r"\([^()]*\)", "", part.words))
    return named and all(is_name(words, name, "unit") and len(name.split()) <= LONGEST for name in names)


def names_at(words: Lexicon, part: Part, begin: int) -> tuple[list[Heading], int]:
    """The names that begin here, and where what is said of them does; none behind what says what a body has, or a number of its units."""
    names, stop = names_in_front(words, part.line, part.text, begin, part.end)
    front = part.text[begin : names[0].name.start] if names else ""
    inside = all(INNER.search(part.sub(one.name)) for one in names) and verbs.SPEAKS.search(
        part.text, part.begin, begin
    )
    counted = names and any(what == "divisions" for what, *_ in counts_in(part.text, part.begin, names[0].name.start))
    own = len(names) == 1 and part.sub(names[0].name).lower() in ITS_OWN
    return ([], stop) if counted or inside or own or verbs.SPEAKS.search(front) else (names, stop)


def short_names(document: Document) -> frozenset[str]:
    """What the document says it calls bodies, and what all documents do."""
    found = (one["name"] for text in document.even for one in DECLARED.finditer(text))
    return ITS_OWN.union(name.lower() for name in found)
