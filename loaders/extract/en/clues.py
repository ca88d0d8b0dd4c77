"""What speaks for and against an English heading of a unit."""

import re
from collections.abc import Iterator

from loaders.extract.names import is_name
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue
from loaders.extract.units import (
    LONGEST,
    NO_NAME,
    OF_OTHERS,
    OFFICE_NAME,
    SPEAKS,
    VERB_FIRST,
    Candidate,
    goes_on,
    is_told,
    says_what_it_does,
)

AMONG = re.compile(r"(?:in addition|among|besides|also|meanwhile|at the same time)\b", re.IGNORECASE)
SEVERAL = re.compile(r"(?:offices|institutions|committees|divisions|sections|departments)$", re.IGNORECASE)
WAS = re.compile(r"(?:was|were)\s")
# The office of the body itself.
OWN_OFFICE = re.compile(
    r"(?:(?:general|administrative) )?(?:bureau|commission|department|administration)(?:['’]s)? office", re.IGNORECASE
)
# "Review Section" is a name, although "review" is a verb.
PLAIN, ORDER = 3, 6
# How many words a name has at most: where only a number speaks for it, mostly, where no number does.
SHORT, LONG, LONGER = 8, 10, 11
# A number so deep in a line was glued behind a sentence: it belongs to the next line.
DEEP = 24


def english_clues(overview: Overview, one: Candidate) -> Iterator[Clue]:
    """All clues of a heading, each with its weight."""
    suffixed, named = overview.words.ends(one.name, "unit"), is_name(overview.words, one.name, "unit")
    yield from _of_name(overview, one, suffixed, named)
    yield from _of_end(overview, one, suffixed, named)
    if one.name.lower() in overview.words.words["noise"] or SPEAKS.search(one.name):
        yield "speaks", -9.0
    if any(body.name.lower() == one.name.lower() for body in overview.bodies):
        yield "the body itself", -9.0


def _of_name(overview: Overview, one: Candidate, suffixed: bool, named: bool) -> Iterator[Clue]:
    """By its words."""
    name, number, length = one.name, one.number, len(one.name.split())
    if named:
        yield "last word", 2.5 if suffixed else 2.0
    elif number:
        yield "short behind a number", -0.5 if length <= SHORT else -4.0
    else:
        yield ("told of below", 0.5) if is_told(overview.words, one) else ("no name", -5.0)
    if VERB_FIRST["en"].match(name) and not (_is_heading(one, suffixed) or _is_ordered(overview, one, suffixed)):
        yield "verb in front", -6.0
    if length > LONGEST and not (number and named and OFFICE_NAME.match(name)):
        yield "long", -6.0
    elif length > (LONG if number else LONGER):
        yield "rather long", -2.5
    if AMONG.match(name):
        yield "goes on from before", -6.0
    if (
        (OF_OTHERS.search(name) and not OWN_OFFICE.fullmatch(name))
        or overview.words.matches("form").search(name)
        or length > SHORT
    ):
        yield "of others", 0.0
    if not number and re.search(r"\d", name):
        yield "figures", -3.0
    if SEVERAL.search(name):
        yield "several", -2.5


def _is_heading(one: Candidate, suffixed: bool) -> bool:
    """Whether a name that begins as a verb does stands as headings stand."""
    after, number = one.after, one.number
    closed = bool(after) and after[0] in (".:" if number else ":")
    short = number is not None and not after and len(one.name.split()) <= PLAIN
    return suffixed and (closed or short) and not NO_NAME.match(one.name)


def _is_ordered(overview: Overview, one: Candidate, suffixed: bool) -> bool:
    """Whether a translator read a name as an order, "Organize the personnel department": its duties stand below, without a number."""
    alone = one.number is not None and not one.after and not one.told_by_number
    short = len(one.name.split()) <= ORDER and not NO_NAME.match(one.name)
    return suffixed and alone and short and says_what_it_does(overview.words, one)


def _of_end(overview: Overview, one: Candidate, suffixed: bool, named: bool) -> Iterator[Clue]:
    """By what stands behind it."""
    words, after, number = overview.words, one.after, one.number
    if WAS.match(after):
        yield "was", -9.0
    if not one.closed and not ((suffixed or (named and number)) and goes_on(words, after)):
        yield "goes on", -6.0
    if says_what_it_does(words, one):
        yield "tells what it does", 1.0
    told = after[:1] in (".", ":") and words.duty.match(after[1:]) is not None
    if after and not (number or told or words.matches("trailing").search(one.name)):
        yield "text behind without a number", 0.0
    indentation = len(one.text) - len(one.text.lstrip())
    if number and one.begin > indentation + DEEP and not named:
        yield "stray number", -9.0
