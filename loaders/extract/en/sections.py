"""English headings of sections, in all the words that translators have for 内设机构 and 直属单位, and sentences that announce lists."""

import re
from collections.abc import Iterable

from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import MAJOR, MINOR, Section, kinds_in
from loaders.extract.document.numbering import ENGLISH, number_at
from loaders.extract.document.text import Document
from loaders.extract.en import verbs
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, heading_at

NOUN = (
    r"(?:institutions?|agenc(?:y|ies)|bodies|organs?|organi[sz]ations?|structures?|departments?|sections?|divisions?|offices|units?|rooms|"
    r"establishments?|set-?ups?|set up|settings?|mechanisms?)"
)
THEIR_DUTIES = r"(?:,? (?:and|&) (?:(?:their|its|main|work|job) )*(?:responsibilit(?:y|ies)|functions?|duties))?"
OF_BODY = r"(?: (?:of|in) (?:the |our |this )?\w+)?"
# How many words the name of a unit, or a line that is nothing else, may have.
SHORT = 10
PLURAL = "(?:departments|divisions|sections|offices|agencies|organs|internal setup)"
# What is inside a body; how it is set up, which may be told with or without names.
INSIDE = re.compile(
    # One such section is a unit of that name.
    r"(?!(?:the )?(?:business|administrative) (?:section|division|department)$)"
    r"(?:the |our |main )*(?:(?:internal|inner|in-house|built-in|functional|working|business|administrative|organ|bureau|headquarters|"
    rf"middle-level|internally) )+(?:set up )?{NOUN}{OF_BODY}{THEIR_DUTIES}|"
    rf"(?:the |our )?{PLURAL}(?:(?:,| and|,? &) {PLURAL})*{OF_BODY}{THEIR_DUTIES}",
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
    r"(?:(?:public|budget|budgetary|enterprises and|management) )*(?:institutions?|agenc(?:y|ies)|bodies|organs|organi[sz]ations|departments|units?|"
    rf"establishments|enterprises(?: and institutions)?|entities)(?:{OF_BODY}| under (?:the |our |this )?\w+){THEIR_DUTIES}|"
    r"(?:the )?(?:(?:national|state|provincial|municipal|administrative) )?"
    r"(?:institutions?|agencies|organs|units?|organi[sz]ations|bodies|entities|administrations|bureaus) "
    r"(?:directly )?(?:affiliated (?:to|with)|belonging to|subordinate to|attached to|"
    r"under(?: the (?:jurisdiction|administration|management|supervision) of)?|(?:managed|administered|supervised) by)(?: the| our| this)?(?: \w+){0,6}|"
    r"(?:the )?units? directly under|(?:directly )?under the (?:units?|institutions?)|directly under (?:units?|institutions?)|"
    r"affiliates|subsidiaries|units of the system|(?:public )?institution",
    re.IGNORECASE,
)


# Bodies with standing of their own that a ministry manages.
BUREAUS = re.compile(
    r"(?:the )?(?:(?:national|state|provincial|administrative) )?(?:administrations|bureaus|(?<=administrative )(?:agencies|organs|institutions)) "
    r"(?:directly )?(?:under|managed|administered|supervised)\b",
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
COUNT = rf"(?:\d{{1,3}}(?: \d)?|{'|'.join(reversed(ENGLISH))})"
UNITS = r"(?:offices|divisions|sections|departments|institutions|organs|units|organizations|agencies|bureaus|stocks|shares|rooms|bodies)"
# How a sentence goes on in front of a list.
FOLLOW = (
    r"(?: (?:mainly )?(?:are|include|comprise|consist of)(?: (?:as follows|the following|respectively))?| as follows)?"
)
OPENERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "institutions",
        re.compile(
            r"\b(?:affiliated|subordinate|second-level|secondary) (?:public |budget )?(?:units|institutions)(?: (?:of|in|under|included|covered) [\w ]{3,90}?)?"
            rf"{FOLLOW}\s*:\s*$|"
            r"\b(?:institutions|units|agencies|organi[sz]ations) (?:directly )?(?:under|(?:affiliated|subordinate|attached) (?:to|with)|belonging to) "
            rf"(?:it|the [\w'’ ]{{2,80}}?){FOLLOW}\s*:\s*$|"
            r"\bunits (?:that are )?(?:included|covered) in (?:the )?[^.;:]{0,60}?\b(?:budgets?|accounts)\b[^.;:]{0,60}:\s*$",
            re.IGNORECASE,
        ),
    ),
    (
        "branches",
        re.compile(r"\b(?:are|is) dispatched by [^.;:]{3,60}:\s*$|\bdispatche[sd] [^.;:]{3,80}:\s*$", re.IGNORECASE),
    ),
    (
        "divisions",
        re.compile(
            rf"\b(?:sets? up|has|have|there are|consists? of|with|establish(?:es|ed)?|includes?|set)\b[^.;]{{0,40}}?"
            rf"\b(?:{COUNT}\b|following|internal|functional)"
            rf"[^.;]{{0,40}}?\b{UNITS}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "divisions",
        re.compile(
            rf"(?:\b(?:the|its|internal|functional|names of the|{COUNT})\b)[^.;:,]{{0,30}}?\b{UNITS}\b"
            r"(?: and rooms)?(?: (?:are|include)| is set up| as follows| are set up| are as follows)?(?: inside| as follows| set up)?\s*:",
            re.IGNORECASE,
        ),
    ),
    (
        "divisions",
        re.compile(
            r"\bha(?:s|ve)\b[^.;]{0,40}?\b(?:internal|functional) (?:organi[sz]ation|institution|structure|organ|department|agency)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "divisions",
        re.compile(r"\b(?:department|bureau|commission|center) (?:is set up|sets up|set up)\s*:", re.IGNORECASE),
    ),
    (
        "duties",
        re.compile(
            r"\b(?:main |following |primary )?(?:responsibilities|duties|functions)\b[^.;]{0,70}(?:are|is|as follows|following)?[^.;]{0,12}:\s*$",
            re.IGNORECASE,
        ),
    ),
)
# A heading that ends so speaks of bodies below this one, where no other word says what it is about.
LAST_WORD = re.compile(r"\b(?:institutions|stations|centers)$", re.IGNORECASE)
# Units that stand outside the body; a sentence about them opens no list of its divisions.
OTHER_UNITS = re.compile(
    r"\bjurisdiction over\b|\bsub-?agenc|\b(?:units|institutions|organi[sz]ations|agencies) (?:at|of) the (?:deputy )?(?:bureau|department|county) level\b|"
    r"\b(?:affiliated|subordinate|dispatched|branch|detached|directly) (?:public )?(?:offices|institutions|units|agencies)",
    re.IGNORECASE,
)
INTERNAL = re.compile(
    rf"\b(?:internal|functional)\b|\b{COUNT} (?:sections|divisions|departments|offices)", re.IGNORECASE
)
RESPONSIBILITIES_OF = re.compile(
    r"(?:the\s+)?(?:scope of\s+)?(?:main\s+)?(?:responsibilities|duties|functions) of (?:the )?", re.IGNORECASE
)
# Duties that are told unit by unit.
OF_EACH = re.compile(
    r"\bof (?:the |its )?(?:(?:each|every|all|various|internal|functional|following|specific) )+"
    r"(?:\w+ )?(?:section|division|department|office|unit|institution|organ|room|agenc)",
    re.IGNORECASE,
)
BODY_BEHIND = re.compile(
    r"(?<=\w)\s(?:of|for) (?:the|this|our) (?:bureau|office|commission|department|center|organ|agency|administration|ministry)$",
    re.IGNORECASE,
)
UNIT_OF = re.compile(
    r"(?:[\w-]{1,30}\s{1,9}){0,5}?(?:office|division|department|section|bureau|ministry|center|place|committee|commission|group)\s+(?:of|for)\s",
    re.IGNORECASE,
)
DIVIDED = re.compile(r"(?:the )?division of (?:responsibilities|labou?r|duties)\b", re.IGNORECASE)
OVERVIEW = re.compile(r"(?:the )?(?:overview|nature|introduction|profile)(?: of (?:the )?\w+)?$", re.IGNORECASE)
LEADERS = re.compile(r"(?:the )?leaders of (?:the )?\w+$", re.IGNORECASE)
RESPONSIBILITIES_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:main |job |work )?(?:responsibilit(?:y|ies)|duties|functions)(?: (?:is|are))?$", re.IGNORECASE
)
# "Organs:" in front of bureaus.
BRANCHES_BEHIND = re.compile(r" ?(?:(?:[A-Z][\w'’-]* ){1,4}(?:Bureau|Station)(?:, and |, | and |(?=[.;]|$))){3}")
# How many lines below a heading show what is listed there.
PEEK = 12
VERB = re.compile(r"\s(?:is|are)(?: as follows)?$")
# "Responsibilities of internal institutions" are told division by division.
OF_DIVISIONS = re.compile(
    r"(?:responsibilit\w+|duties|functions) of (?:the |its )?internal|internal \w+ (?:and (?:their )?)?(?:main )?(?:responsibilit|duties|functions)",
    re.IGNORECASE,
)
# "The organization's functions" are duties, "organization and functions" are more.
UNITS_NAMED = re.compile(r"\b(?:organi[sz]ations|departments|sections|divisions|offices|organs)\b", re.IGNORECASE)


def _of_units(head: str) -> str | None:
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
        name = heading.said(text)
        whole = (
            words.ends(name, "unit")
            and len(name.split()) <= SHORT
            and text[heading.end :].lstrip()[:1] in ("", ".", ":", ",", ";")
        )
        units, others = units + whole, others + (not whole)
    return units > max(1, others)


def kind(words: Lexicon, head: str) -> str | None:
    """What a heading is about; None where it is none: too long, a sentence, the name of a unit."""
    head = " ".join(head.split())
    if known := _of_units(head):
        return known
    if LEADERS.match(head):
        return "leaders"
    if OVERVIEW.match(head):
        return "general"
    if DIVIDED.match(head):
        return "boundary"
    if (
        UNIT_OF.match(head)
        or len(head.split()) > 8
        or re.search(r"[.;!?]|\b(?:is|are|has|have|shall|sets|consists|comprises)\b", head)
        or (words.ends(head, "unit") and not _names_units(head))
        or (words.ends(head, "unit") and words.matches("party").search(head))
    ):
        return None
    kinds = [kind for kind in kinds_in(words, head) if not kind.startswith("adjust_") or _is_adjustment(head)]
    if words.matches("other_tasks").search(head) or (kinds and kinds[0] in MINOR and verbs.with_object().match(head)):
        return None
    if kinds and kinds[0] == "staffing" and re.search(r"\b\d", head):
        return None
    if not kinds:
        return "institutions" if LAST_WORD.search(head) else None
    if kinds[0] == "branches" and words.matches("party").search(head.replace("branches", "branch")):
        return "party"
    if len(MAJOR.intersection(kinds)) > 1 and kinds[0] not in ("adjust", "divisions"):
        return "general"
    return kinds[0]


def kind_of_heading(words: Lexicon, head: str) -> str | None:
    """The same where a line is nothing else: "Responsibilities of" speaks of duties, of each section of these."""
    head = " ".join(head.split())
    told = RESPONSIBILITIES_OF.match(head) and len(head.split()) < 12
    head = BODY_BEHIND.sub("", head)
    if told:
        return "divisions" if OF_EACH.search(head) else "duties"
    return kind(words, head)


def _is_adjustment(head: str) -> bool:
    """ "Cancelled" alone, or with the word for duties: no unit or matter that only holds the word."""
    return len(head.split()) <= 2 or bool(
        re.search(r"responsibilit|dut(?:y|ies)|function|tariffs", head, re.IGNORECASE)
    )


def _names_units(head: str) -> bool:
    return bool(
        re.search(
            r"\b(?:internal|institutions|units|set up in|affiliated|subordinate|functional|directly|dispatched|branch|detached|squadrons|"
            r"supervision offices)\b",
            head,
            re.IGNORECASE,
        )
    )


def of_others(text: str, start: int, end: int) -> bool:
    """Whether a sentence that seems to announce divisions speaks of units that stand outside the body."""
    return not INTERNAL.search(text, start, end) and bool(OTHER_UNITS.search(text, start, end))


def units_below(words: Lexicon, document: Document, section: Section, part: Part) -> float | None:
    """What speaks for units below a heading that says nothing but how a body is set up; None where none can stand there."""
    if section.kind != "general" or not is_setting(part.sub(section.span)):
        return None
    below = enumerate(document.even[part.line : part.line + PEEK], part.line + 1)
    return 1.0 if units_follow(words, below) else -1.5


def named_in_duties(words: Lexicon, section: Section, part: Part) -> Heading | None:
    """The unit that a heading of duties names: "Responsibilities of the X"."""
    start, end = section.span.start, section.span.end
    front = RESPONSIBILITIES_OF.match(part.text, start, end)
    verb = VERB.search(part.text, start, end)
    if front:
        return heading_at(words, part.line, part.text, front.end(), verb.start() if verb else part.end)
    tail = RESPONSIBILITIES_BEHIND.search(part.text, start, end)
    heading = heading_at(words, part.line, part.text, start, tail.start()) if tail else None
    return heading if heading and words.ends(heading.said(part.text), "unit") else None


def goes_on(said: str) -> bool:
    """Whether what stands behind a name makes a sentence of it, by its stops."""
    return re.search("[。;]", said.strip(" 。.:")) is not None


def of_divisions(title: str, kinds: list[str]) -> bool:
    """Whether a title is about divisions: "responsibilities of internal institutions", or only a word for them."""
    return bool(("staffing" not in kinds and OF_DIVISIONS.search(title)) or (not kinds and UNITS_NAMED.search(title)))
