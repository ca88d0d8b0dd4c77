"""English headings of lists of units and of institutions, in all the words that translators have for 内设机构 and 直属单位."""

import re
from collections.abc import Iterable

from loaders.extract.lexicon import Lexicon
from loaders.extract.names import heading_at
from loaders.extract.numbering import number_at

NOUN = (
    r"(?:institutions?|agenc(?:y|ies)|bodies|organs?|organi[sz]ations?|structures?|departments?|sections?|divisions?|offices|units?|rooms|"
    r"establishments?|set-?ups?|set up|settings?|mechanisms?)"
)
THEIR_DUTIES = r"(?:,? (?:and|&) (?:(?:their|its|main|work|job) )*(?:responsibilit(?:y|ies)|functions?|duties))?"
OF_BODY = r"(?: (?:of|in) (?:the |our |this )?\w+)?"
# How many words the name of a unit, or a line that is nothing else, may have.
SHORT = 10
# What is inside a body; how it is set up, which may be told with or without names.
INSIDE = re.compile(
    r"(?:the |our |main )*(?:(?:internal|inner|in-house|built-in|functional|working|business|administrative|organ|bureau|headquarters|"
    rf"middle-level|internally) )+(?:set up )?{NOUN}{OF_BODY}{THEIR_DUTIES}|"
    rf"(?:the |our )?(?:departments|divisions|sections|offices|agencies|organs|internal setup){OF_BODY}{THEIR_DUTIES}",
    re.IGNORECASE,
)
SETTING = re.compile(
    r"(?:the )?(?:institution(?:al)?|organi[sz]ation(?:al)?|agency|organ|department(?:al)?|section|division|mechanism|body|unit|internal) "
    rf"(?:set-?ups?|set up|settings?|structures?|establishment|charts?|configuration|composition|arrangement|framework){OF_BODY}{THEIR_DUTIES}|"
    r"(?:the )?(?:establishment|set-?up|set up|setting(?: up)?|structure|composition) of (?:the )?"
    rf"(?:internal )?{NOUN}{OF_BODY}",
    re.IGNORECASE,
)
# What is below a body and has standing of its own.
BELOW = re.compile(
    r"(?:the |our |main |bureau |bureau-|other )*(?:(?:subordinate|affiliated|attached|subsidiary|secondary|second-level|second-class|public|"
    r"direct(?:ly)?(?:[ -](?:affiliated|subordinate|managed|under|administered))?) )+"
    r"(?:(?:public|enterprises and|management) )*(?:institutions?|agenc(?:y|ies)|bodies|organs|organi[sz]ations|departments|units?|"
    rf"establishments|enterprises(?: and institutions)?|entities)(?:{OF_BODY}| under (?:the |our |this )?\w+){THEIR_DUTIES}|"
    r"(?:the )?(?:(?:national|state|provincial|municipal) )?"
    r"(?:institutions?|agencies|units?|organi[sz]ations|bodies|entities|administrations|bureaus) "
    r"(?:directly )?(?:affiliated (?:to|with)|belonging to|subordinate to|attached to|"
    r"under(?: the (?:jurisdiction|administration|management|supervision) of)?|(?:managed|administered|supervised) by)(?: the| our| this)?(?: \w+)?|"
    r"(?:the )?units? directly under|(?:directly )?under the (?:units?|institutions?)|directly under (?:units?|institutions?)|"
    r"affiliates|subsidiaries|units of the system",
    re.IGNORECASE,
)


# Bodies with standing of their own that a ministry manages.
BUREAUS = re.compile(
    r"(?:the )?(?:(?:national|state|provincial) )?(?:administrations|bureaus) (?:directly )?(?:under|managed|administered|supervised)\b",
    re.IGNORECASE,
)


# Of what the title of a regulation about a body speaks.
PARTS = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        "function|responsibilit|dut(?:y|ies)",
        "internal|institution|organ|agenc|set-?up",
        "staff|establishment|personnel|manning",
    )
)
REGULATION_ENDS = re.compile(r"^[^.:;!?]+\b(?:regulations?|provisions?|plan|scheme|programme?|rules)$", re.IGNORECASE)
# The title of a regulation has fewer characters.
LONGEST = 110


def heading_kind(head: str) -> str | None:
    """What an English heading of units is about: divisions or institutions, general where it may be either."""
    title = len(head) <= LONGEST and REGULATION_ENDS.search(head)
    if title and sum(part.search(head) is not None for part in PARTS) > 1:
        return "general"
    kinds = (("institutions", BELOW), ("divisions", INSIDE), ("general", SETTING))
    return next((kind for kind, pattern in kinds if pattern.fullmatch(head)), None)


def is_of_bureaus(head: str) -> bool:
    """Whether a heading announces bureaus with standing of their own that a body manages."""
    return BUREAUS.match(head.strip()) is not None


def is_setting(head: str) -> bool:
    """Whether a heading says how a body is set up, and not of what."""
    return SETTING.fullmatch(head.strip()) is not None


def units_follow(words: Lexicon, below: Iterable[tuple[int, str]]) -> bool:
    """Whether of the first lines below a heading most that have a number, or are short, begin with names of units."""
    units = others = 0
    for line, text in below:
        number = number_at(text)
        heading = heading_at(words, line, text, number.end if number else 0, len(text))
        if heading is None or not (number or len(text.split()) <= SHORT):
            continue
        name = text[heading.name.start : heading.name.end]
        whole = (
            words.ends(name, "unit")
            and len(name.split()) <= SHORT
            and text[heading.end :].lstrip()[:1] in ("", ".", ":", ",", ";")
        )
        units, others = units + whole, others + (not whole)
    return units > max(1, others)
