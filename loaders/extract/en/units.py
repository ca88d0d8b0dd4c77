"""English headings of units: what speaks for one and against it."""

import re
from collections.abc import Iterator

from loaders.extract.blocks.block import Block
from loaders.extract.en import verbs
from loaders.extract.en.outlining import ITS_OWN
from loaders.extract.en.sections import BELOW
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import is_name
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue
from loaders.extract.outline.units import Candidate
from loaders.extract.rules.vocabulary import vocabulary

VERB_FIRST = re.compile(
    r"(?:to|responsible|be|is|are|(?:undertak|organi[sz]|formulat|guid|supervis|manag|coordinat|prepar|promot|improv|"
    r"approv|handl|investigat|analy[sz])(?:e|es|ing)|draft(?:s|ing)?|implement(?:s|ing)?|assist(?:s|ing)?|draw|make|"
    r"in conjunction|in charge|according|complete|auditing the|audit the|collect (?!a)|review|ensure|support|publish|plan|"
    r"cultivate|establish|it|there|we|the following)\b",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"(?:to|responsible|be|is|are|it|there|we|the following|in conjunction|in charge|according)\b", re.IGNORECASE
)
# "Section of Finance is responsible for …", without a number.
OF_UNIT = re.compile(r"(?:section|division|department|office|unit) of ", re.IGNORECASE)
# Words that titles are made of.
TITLE = frozenset((*vocabulary("en").all("title_noun"), *vocabulary("en").all("title_word")))
# Headings of encyclopedias and of pages.
HEADLINES = frozenset(
    (
        "history",
        "background",
        "see also",
        "references",
        "external links",
        "notes",
        "leadership",
        "agency overview",
        "agency executives",
        "further information",
        "news",
        "contents",
        "etymology",
        "gallery",
        "sources",
    )
)
# How a sign is told of directly behind a name.
SIGN_TOLD = re.compile(
    r"(?:is |are |shall be )?(?:also )?(?:hangs?|hanging|hung|adds?|adding|plus|listed as|has the|have the|with the|retain\w*)\b",
    re.IGNORECASE,
)
# Who heads a unit, between its name and what it does.
HEADED = re.compile(
    r"^,? ?(?:(?:is )?(?:headed|led|chaired|directed) by|(?:whose|its) (?:head|chief|director) is)(?: (?-i:[A-Z])[\w-]*){1,4}(?:,|(?= and ))"
)
AUXILIARY = re.compile(r"(?:is|are|has|shall|will)\s(?:be\s|mainly\s|also\s){0,2}", re.IGNORECASE)
# Outside a section about divisions, what belongs to another body, or to a list in general, is no heading.
OF_OTHERS = re.compile(
    r"\b(?:bureau|bureaus|government|municipal|county|district|provincial|city|state|joint)\b|s$|^(?:our|this|that|what|which)\b",
    re.IGNORECASE,
)
# How many words the name of an English unit may have.
LONGEST = 13
AMONG = re.compile(
    r"(?:in addition|some|several|many|these|those|among|besides|also|meanwhile|at the same time)\b", re.IGNORECASE
)
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
LONGEST_PARTY = 9
OF_OFFICE = re.compile(r"office of|\bby\b", re.IGNORECASE)
# A number so deep in a line was glued behind a sentence: it belongs to the next line.
DEEP = 24


def clues(overview: Overview, one: Candidate, _following: Block | None) -> Iterator[Clue]:
    """All clues of a heading, each with its weight."""
    suffixed, named = overview.words.ends(one.name, "unit"), is_name(overview.words, one.name, "unit")
    yield from _of_name(overview, one, suffixed, named)
    yield from _of_end(overview, one, suffixed, named)
    if one.name.lower() in overview.words.words["noise"] or verbs.SPEAKS.search(one.name):
        yield "speaks", -9.0
    if one.name.lower() in HEADLINES or one.name.lower() in ITS_OWN or BELOW.fullmatch(one.name):
        yield "its own", -9.0
    if any(body.name.lower() == one.name.lower() for body in overview.bodies):
        yield "the body itself", -9.0
    first, *rest = one.name.lower().split()
    head, of, _ = one.name.lower().partition(" of ")
    about = bool(of) and TITLE.issuperset(head.split()) and not is_name(overview.words, head, "unit", "body")
    if about or (rest and TITLE.issuperset((first, *rest))) or first == "=":
        yield "a title", -9.0


def _of_name(overview: Overview, one: Candidate, suffixed: bool, named: bool) -> Iterator[Clue]:
    """By its words."""
    name, number, length = one.name, one.number, len(one.name.split())
    if named:
        yield "last word", 2.5 if suffixed else 2.0
    elif number:
        yield "short behind a number", -0.5 if length <= SHORT else -4.0
    else:
        yield ("told of below", 0.5) if is_told(one) else ("no name", -5.0)
    if VERB_FIRST.match(name) and not (_is_heading(one, suffixed) or _is_ordered(one, suffixed)):
        yield "verb in front", -6.0
    if length > LONGEST:
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
    if not number and re.search(r"\d", re.sub(r"\bNo\. ?\d{1,2}\b|(?<=\w) \d{1,2}$", "", name)):
        yield "figures", -3.0
    first, _, second = name.partition(" and the ")
    if SEVERAL.search(name) or (second and overview.words.ends(first, "unit") and " of " not in first):
        yield "several", -2.5


def _is_heading(one: Candidate, suffixed: bool) -> bool:
    """Whether a name that begins as a verb does stands as headings stand."""
    after, number = one.after, one.number
    closed = bool(after) and after[0] in (".:" if number else ":")
    short = number is not None and not after and len(one.name.split()) <= PLAIN
    return suffixed and (closed or short) and not NO_NAME.match(one.name)


def _is_ordered(one: Candidate, suffixed: bool) -> bool:
    """Whether a translator read a name as an order, "Organize the personnel department": its duties stand below, without a number."""
    alone = one.number is not None and not one.after and not one.told_by_number
    short = len(one.name.split()) <= ORDER and not NO_NAME.match(one.name)
    return suffixed and alone and short and says_what_it_does(one)


def _of_end(overview: Overview, one: Candidate, suffixed: bool, named: bool) -> Iterator[Clue]:
    """By what stands behind it."""
    words, after, number = overview.words, one.after, one.number
    if WAS.match(after):
        yield "was", -9.0
    if not one.closed and not ((suffixed or (named and (number or OF_UNIT.match(one.name)))) and goes_on(after)):
        yield "goes on", -6.0
    if says_what_it_does(one):
        yield "tells what it does", 1.0
    told = after[:1] in (".", ":") and verbs.duty().match(after[1:]) is not None
    if after and not (number or told or words.matches("trailing").search(one.name)):
        yield "text behind without a number", 0.0
    indentation = len(one.text) - len(one.text.lstrip())
    if number and one.begin > indentation + DEEP and not named:
        yield "stray number", -9.0


def goes_on(after: str) -> bool:
    """Whether a duty follows a name in the same sentence: "is responsible for", "shall prepare", "to draft"."""
    after = HEADED.sub("", after, count=1).removeprefix(",").lstrip()
    if SIGN_TOLD.match(after):
        return True
    found = AUXILIARY.match(after)
    if found is None:
        return bool(verbs.duty().match(after))
    rest = after[found.end() :]
    return bool(verbs.duty().match(rest)) and not re.match(r"\w+(?:d|n) ", rest)


def is_told(candidate: Candidate) -> bool:
    """Whether a short English line without a number and without a last word of units is told of in the next line."""
    labelled = candidate.after[:1] == ":" and len(candidate.name.split()) <= 5
    if candidate.number or (candidate.after and not labelled):
        return False
    short = len(candidate.name.split()) <= 8 and not verbs.no_name().match(candidate.name)
    sentence = len(candidate.following.split()) > 5 and candidate.following.rstrip().endswith((".", ";"))
    return short and (sentence or says_what_it_does(candidate))


def says_what_it_does(candidate: Candidate) -> bool:
    """Whether a duty is told right behind an English heading, in its line or in the next."""
    after = candidate.after
    told = after.lstrip(" .:,") if not after or after[0] in ".:," else after
    return bool(verbs.duty().match(told or candidate.following))


def is_party(words: Lexicon, name: str) -> bool:
    """Whether a name is that of a unit of the Party."""
    if (
        "," in name
        or len(name.split()) > LONGEST_PARTY
        or VERB_FIRST.match(name)
        or OF_OFFICE.search(name)
        or verbs.SPEAKS.search(name)
    ):
        return False
    return bool(words.matches("party").search(name))
