"""Names as they are printed: where one ends, which brackets follow, and lists of them."""

import re
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.lexicon import Lexicon
from loaders.extract.numbering import number_at
from loaders.extract.text import trimmed, with_depth

ARTICLE = re.compile(r"(?:the|an?|its)\s+", re.IGNORECASE)
ENGLISH_TAIL = re.compile(r"\s{1,9}([a-z]+)\s{0,9}(?=[.:(]|$|\s(?:\(|(?:shall|is|are)\s))")
QUOTES = "“”\"'‘’《》"
CHINESE_NAME = re.compile(
    rf"(?:《[^《》\s]{{1,20}}》(?=[\u4e00-\u9fff]))?(?:[^,。:;!?、()\s{QUOTES}|>/]|[“\"]\d{{2,5}}[”\"]){{2,45}}"
)
ENGLISH_NAME = re.compile(
    r"(?:[^.:;!?()|>]|\.(?=\d)){2,140}?(?=\s{0,9}(?:[:;!?(|>]|\.(?!\d)|$)|\s-{1,2}\s(?=[a-z])|\s(?:is|are|was|were|shall)\s)"
)
# "… of the city" behind the last name of a list belongs to all of them.
ENGLISH_REGION = re.compile(
    r" of (?:the|this) (?:autonomous region|city|county|province|municipality|district|region)$", re.IGNORECASE
)
# A Chinese name with a bracket inside: 计划(财务)科, 纪检(监察)机构.
INNER = re.compile(
    r"([\u4e00-\u9fff]{1,12}(?<![科处股室司办局部会心队]))\([\u4e00-\u9fff、]{1,10}\)[\u4e00-\u9fff]{0,8}?(?:[科处股室司](?=[\s,。:;(、]|$)|机构(?=按|依))"
)
# Styles of numbers that the names of a list may have.
ITEMS = ("is", "dotted", "circled", "closed", "bracketed", "bracketed-chinese")
# What is told of a unit behind its name.
ENGLISH_TOLD = re.compile(
    r",\s(?:which|who|mainly|responsible|in charge|being|hanging|bearing|carrying|whose|where|(?:serv|act|function)(?:s|ing) as|"
    r"(?:also|concurrently|externally) (?:known|called|named|the|bear|carr|hang|with|under|in|us|serv|act)\w*|"
    r"with the (?:brand|sign|plate|name|title|board|licen[sc]e)|adding|plus|(?:working |co-?located )(?:together |jointly )?with)\b|"
    r"\s(?-i:It (?:is|was|has))\s",
    re.IGNORECASE,
)
ING = re.compile(r"[a-z]+ing(?: [^\s,;.:()]{1,30}){1,8}")
DOES = re.compile(r"(?:[a-z]{2,15}[^s\W\d]s|[a-z]{3,15}sses) (?!(?:and|of|or)\b)")
# How long a name may be.
LONGEST = 110
# How far around "and" two names are looked for.
WINDOW = 240
NEXT_NAME = re.compile(
    r"(?:the|(?i:municipal|county|city|provincial|national|district))\s|(?:[\w-]{1,30} ){0,4}?(?:Office|Department|Division|Section|Bureau|Center) (?:of|for)\s"
)
DIVISION = re.compile(r"[^和与及、]{2}[科处股室司部]$")
BRACKET = re.compile(r"\s{0,9}\(([^()]{1,300}(?:\([^()]{1,90}\)[^()]{0,120})?)\)?")
# The trade union of a body stands among its units; elsewhere the word names bodies of all sorts.
UNION = re.compile(r"(?:^|\s)(?:Labou?r|Trade) Union$", re.IGNORECASE)
LONGEST_UNION = 14
BUREAUS = ("局", "委", "委员会", "厅", "部")
CHINESE_AND = re.compile(r"[和与及]|以及")
# A sentence without its stop inside a list: "Department of planning It is planned to work with the Department of funds".
RUN_ON = r"\s{1,9}It is (?:\w{1,30} ){1,6}?with (?=the [A-Z])"
ENGLISH_AND = re.compile(rf",\s{{1,9}}and\s{{1,9}}|\s{{1,9}}and\s{{1,9}}|,\s{{1,9}}|;\s{{1,9}}|{RUN_ON}")


@dataclass(frozen=True)
class Heading:
    """A name with the brackets behind it; `end` is where the text after them begins.

    `tail` is the last word of a name whose brackets stand inside it: "Party Committee (organ committee) office".
    """

    name: Span
    brackets: tuple[Span, ...]
    end: int
    tail: Span | None = None


def heading_at(words: Lexicon, line: int, text: str, start: int, end: int) -> Heading | None:
    """The name that begins at `start`, up to a stop, colon, bracket, blank or the end; None where there is none."""
    start = _after_article(words, text, start, end)
    found = (CHINESE_NAME if words.language == "zh" else ENGLISH_NAME).match(text, start, end)
    stop = found.end() if found else start
    if words.language == "en":
        stop = _before_what_is_told(words, text, start, stop if found else min(end, start + LONGEST)) or stop
    span = trimmed(line, text, start, stop, " .,") if stop > start else None
    if span is None:
        return None
    if words.language == "zh" and (inner := INNER.match(text, span.start, end)) and inner.end(1) == span.end:
        return Heading(Span(line, span.start, inner.end()), (), inner.end())
    brackets, position = brackets_at(line, text, span.end, end)
    found = ENGLISH_TAIL.match(text, position, end) if brackets and words.language == "en" else None
    if found is None or found[1] not in words.words["unit"]:
        return Heading(span, brackets, position)
    behind, end = brackets_at(line, text, found.end(1), end)
    if is_name(words, text[brackets[0].start : brackets[0].end], "unit"):
        return Heading(span, (*brackets, *behind), end, Span(line, *found.span(1)))
    return Heading(Span(line, span.start, found.end(1)), behind, end)


def _before_what_is_told(words: Lexicon, text: str, start: int, stop: int) -> int | None:
    """Where an English name ends because what is told of it begins; None where nothing is."""
    ends = None
    if told := ENGLISH_TOLD.search(text, start, stop):
        ends = stop = told.start()
    if comma := _told_behind_comma(words, text, start, stop):
        ends = stop = comma
    if glued := words.glued.search(text, start, stop):
        ends = glued.end(1)
    return ends


def _told_behind_comma(words: Lexicon, text: str, start: int, end: int) -> int | None:
    """Where a comma ends an English name because a verb follows: "Personnel Section, manage …"."""
    comma = text.find(", ", start, end)
    while comma >= 0:
        left = text[start:comma]
        if words.ends(left, "unit") and (words.duty_alone.match(text, comma + 2) or _tells(words, text, comma + 2)):
            return comma
        if is_name(words, left, "unit") and DOES.match(text, comma + 2) and words.duty_verb.match(text, comma + 2):
            return comma
        comma = text.find(", ", comma + 1, end)
    return None


def _tells(words: Lexicon, text: str, start: int) -> bool:
    """Whether a verb in -ing with its object follows, and no further name: "drafting local rules", "Planning Section"."""
    found = ING.match(text, start)
    return bool(found and words.duty_verb.match(text, start) and not is_name(words, found[0], "unit", "body"))


def brackets_at(line: int, text: str, start: int, end: int) -> tuple[tuple[Span, ...], int]:
    """The contents of the brackets that follow one another from `start`, and where they end."""
    contents: list[Span] = []
    while (found := BRACKET.match(text, start, end)) is not None:
        content = trimmed(line, text, found.start(1), found.end(1))
        if content:
            contents.append(content)
        start = found.end()
    return tuple(contents), start


def _after_article(words: Lexicon, text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    found = ARTICLE.match(text, start, end) if words.language == "en" else None
    return found.end() if found else start


def is_name(words: Lexicon, text: str, *kinds: str) -> bool:
    """Whether a text ends as names of one of these kinds do; English ones may begin so as well ("Office of …")."""
    if any(words.ends(text, kind) for kind in kinds):
        return True
    if words.language == "zh":
        return False
    first = re.match(r"(?:[\w-]+\s+){0,8}?(\w+)\s+(?:of|for)\s", text.lower())
    return bool(first and any(first[1] in words.words[kind] for kind in kinds))


def listed(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Heading]:
    """The names of a list, each with its brackets; "and" separates only where names stand on both sides."""
    return [
        _regional(heading, text)
        for item in (_without_stray(words, text, item) for item in _items(words, line, text, start, end))
        if (heading := heading_at(words, line, text, item.start, item.end)) is not None
    ]


def _without_stray(words: Lexicon, text: str, item: Span) -> Span:
    """Without words in front of an English comma that are no part of the name: inside a name "and" follows a comma."""
    comma = text.rfind(", ", item.start, item.end) if words.language == "en" else -1
    if comma < 0 or _inside(text, item.start, comma):
        return item
    rest = text[comma + 2 : item.end]
    stray = not re.search(r"\band\b|^ltd", _without_brackets(rest), re.IGNORECASE) and len(rest.split()) > 1
    return Span(item.line, comma + 2, item.end) if stray and is_name(words, rest, "unit", "body") else item


def _regional(heading: Heading, text: str) -> Heading:
    found = ENGLISH_REGION.search(text[heading.name.start : heading.name.end])
    if found is None:
        return heading
    return Heading(
        Span(heading.name.line, heading.name.start, heading.name.start + found.start()), heading.brackets, heading.end
    )


def _items(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Span]:
    pattern = re.compile(r"[、,;]") if words.language == "zh" else ENGLISH_AND
    cuts = [found.span() for found, depth in with_depth(text, start, pattern.finditer(text, start, end)) if depth <= 0]
    items: list[Span] = []
    begin = start
    for cut, after in cuts:
        part = text[begin:cut]
        if words.language == "en" and not _separates(words, part, text[cut:after], text[after:end]):
            continue
        items.extend(_split_and(words, line, text, begin, cut))
        begin = after
    items.extend(_split_and(words, line, text, begin, end))
    return items


def _separates(words: Lexicon, left: str, between: str, right: str) -> bool:
    """Whether an English comma or "and" stands between two names and not inside one."""
    if UNION.search(left[-LONGEST_UNION:]):
        return is_name(words, _without_brackets(ENGLISH_AND.split(right)[0]), "body", "unit")
    if not is_name(words, _without_brackets(left), "body", "unit"):
        return False
    following = _without_brackets(re.split(r",|;|\band the\b", right)[0])
    first, _, second = following.partition(" and ")
    if second and words.ends(first, "body") and len(first.split()) > 1:
        # "A Center and B Center for Science": the last names of the list.
        following = first
    if "," in between and following and not is_name(words, following, "body", "unit"):
        # "Bureau of Planning, Design and Management": only a name that is whole ends at a comma.
        return any(words.ends(_without_brackets(left), kind) for kind in ("body", "unit"))
    if "," not in between and not any(words.ends(_without_brackets(left), kind) for kind in ("body", "unit")):
        # "Branch of the Food and Drug Administration": "and" ends such a name only where another begins like it.
        return bool(NEXT_NAME.match(right))
    return "," in between or (len(following.split()) > 1 and is_name(words, following, "body", "unit"))


def _split_and(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Span]:
    if words.language == "zh":
        for found in CHINESE_AND.finditer(text, start, end):
            left = _without_brackets(text[max(start, found.start() - WINDOW) : found.start()])
            right = _without_brackets(text[found.end() : min(end, found.end() + WINDOW)])
            # "X和Y委员会" is one bureau: two of them end both so.
            if right.endswith(BUREAUS) and not left.endswith(BUREAUS):
                continue
            bodies = len(left) > 3 and len(right) > 3 and words.ends(left, "body") and words.ends(right, "body")
            if bodies or (DIVISION.search(left) and DIVISION.search(right)):
                return [
                    *_split_and(words, line, text, start, found.start()),
                    *_split_and(words, line, text, found.end(), end),
                ]
    number = number_at(text, start, end) if words.language == "zh" else None
    span = trimmed(line, text, number.end if number and number.style in ITEMS else start, end, "。.;,")
    return [span] if span else []


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^()]{0,90}\)", "", text).strip(" .。;")


def _inside(text: str, start: int, position: int) -> bool:
    return text.count("(", start, position) > text.count(")", start, position)
