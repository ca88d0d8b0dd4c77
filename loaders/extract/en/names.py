"""Where English names begin and end, and how lists of them are split."""

import re
from dataclasses import replace

from graph.proof import Span
from loaders.extract.document.text import trimmed
from loaders.extract.en import verbs
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import inside_bracket, is_name, without_brackets
from loaders.extract.rules.stretch import Stretch, bare

# A name that goes on behind letters in brackets: "Office of Retired (CCP) Officials".
INNER = re.compile(
    r"([^.:;!?()|>]{2,90}?)\s?\([A-Z]{2,6}\)(?:\s(?:(?!Responsible\b|To\b|In\b|Undertak)[A-Z][\w'’-]*|and|of|for|the)){1,9}"
    r"(?=\s{0,9}(?:[:;!?(|>]|\.(?!\d)|$))"
)
# In front of a name: an article, the word that introduces an example, a bracket that belongs to it.
ARTICLE = re.compile(
    r"(?:(?:such as|including|namely|as well as)\s+)?(?:the|an?|its)\s+(?:\([A-Za-z ]{3,40}\)\s+(?=(?-i:[A-Z])))?|"
    r"(?:such as|including|namely|as well as)\s+|\([A-Za-z ]{3,40}\)\s+(?=[A-Z])",
    re.IGNORECASE,
)
TAIL = re.compile(r"\s{1,9}([a-z]+)\s{0,9}(?=[.:(]|$|\s(?:\(|(?:shall|is|are)\s))")
NAME = re.compile(
    r"(?:[^.:;!?()|>]|\.(?=\d)){2,140}?(?=\s{0,9}(?:[:;!?(|>]|\.(?!\d)|$)|\s-{1,2}\s(?=[a-z])|\s(?:is|are|was|were|shall)\s)"
)
# "… of the city" behind the last name of a list belongs to all of them.
REGION = re.compile(
    r" of (?:the|this) (?:autonomous region|city|county|province|municipality|district|region)$", re.IGNORECASE
)
# The Chinese name right behind the English one.
GLOSS = re.compile(r"\s{1,9}([\u4e00-\u9fff]{2,30})(?=\s{0,9}(?:[.:;,|(]|$))")
# What is told of a unit behind its name.
TOLD = re.compile(
    r"\s(?=[\u4e00-\u9fff])|"
    r",\s(?:which|who|(?:all|each|both|some|most) of|mainly|responsible|in charge|being|hanging|bearing|carrying|whose|where|(?:serv|act|function)(?:s|ing) as|"
    r"(?:also|concurrently|externally) (?:known|called|named|the|bear|carr|hang|with|under|in|us|serv|act)\w*|"
    r"with the (?:brand|sign|plate|name|title|board|licen[sc]e)|adding|plus|(?:working |co-?located )(?:together |jointly )?with)\b|"
    r"\s(?-i:It)\b|\s(?-i:The) (?:section|division|office|department|center|unit) (?=[a-z]+s\s)",
    re.IGNORECASE,
)
DASH = re.compile(r"\s-{1,2}\s")
ING = re.compile(r"[a-z]+ing(?: [^\s,;.:()]{1,30}){1,8}")
DOES = re.compile(r"(?:[a-z]{2,15}[^s\W\d]s|[a-z]{3,15}sses) (?!(?:and|of|or)\b)")
NEXT_NAME = re.compile(
    r"(?:the|(?i:municipal|county|city|provincial|national|district))\s|"
    r"(?:(?!and |the )[\w-]{1,30} ){0,4}?(?i:Office|Department|Division|Section|Unit|Bureau|Center) (?:of|for)\s"
)
# The trade union of a body stands among its units; elsewhere the word names bodies of all sorts.
UNION = re.compile(r"(?:^|\s)(?:Labou?r|Trade) Union$", re.IGNORECASE)
LONGEST_UNION = 14
# An article with a capital begins the next name of a list.
ANOTHER = re.compile(r"The (?=[A-Z])")
ARTICLE_FIRST = re.compile(r"the (?=[A-Z])")
# So is its Party committee, whatever stands in front of "and".
PARTY = re.compile(
    r"(?:the )?(?:organs? |agency )?(?-i:Party|CPC) (?:Committee|Branch)(?: of (?:the )?\w+)?\s{0,3}(?=$|[,.;(])",
    re.IGNORECASE,
)
# A name of no noun for units that stands among others: "Human Resources", "Planning and Finance".
CAPITALS = re.compile(r"[A-Z][\w'’-]*(?:,? (?:(?:and|of|for|the|&) )?[A-Z][\w'’-]*){1,5}")
# A sentence without its stop inside a list: "Department of planning It is planned to work with the Department of funds".
RUN_ON = r"\s{1,9}It is (?:\w{1,30} ){1,6}?with (?=the [A-Z])|\s{1,9}(?-i:The) (?=\d)"
SEPARATOR = re.compile(rf",\s{{1,9}}and\s{{1,9}}|\s{{1,9}}and\s{{1,9}}|,\s{{1,9}}|,(?=[A-Za-z])|;\s{{1,9}}|{RUN_ON}")

SPLIT = re.compile(r"[,;]\s{1,9}and\s{1,9}|[,;]\s{1,9}|\s{1,9}and\s{1,9}")
NOUN = r"(?:licen[sc]e|plate|plaque|board|sign|brand|listing|title|tablet|card|designation|name)"
UNIT = (
    r"(?:office|bureau|cent(?:er|re)|department|section|division|unit|administration|commission|committee|"
    r"station|team|brigade|detachment|institute|school|library|museum|authority|agency|branch|group)"
)
# Where an English name behind a verb ends at the latest.
LATER = re.compile(
    r" externally\b| in \d| for external\b| to the outside world\b| responsible\b| before \d|"
    rf"\s{{1,9}}(?:and (?:no longer|is|are|has|its|the(?! (?:[\w-]{{1,30}} ){{0,6}}{UNIT}\b))|and (?:the )?\w{{0,9}} ?{NOUN}s? of|which|"
    r"on (?:its|this|that|the (?:basis|door|wall|gate))|on \d|it|is|are|was|were|added|hung)\b|$",
    re.IGNORECASE,
)
OFFICE_OF = re.compile(
    r"the (?:[\w-]{1,30} ){0,3}(?:office|bureau|center|department|division|section) of ", re.IGNORECASE
)
# What goes on after a comma inside a name: "Surveying, Mapping and Geographic Information".
LISTED_ON = re.compile(r"(?:[A-Z][\w-]*\s?){1,4}(?:,\s(?:[A-Z][\w-]*\s?){1,4}){0,4},?\s?and\s[A-Z]")
# Which kind of name is the first word of "Office of …".
OF = re.compile(r"(?:[\w-]{1,60}\s{1,9}){0,8}?(\w{1,60})\s{1,9}(?:of|for)\s")


def begins(words: Lexicon, text: str, kinds: tuple[str, ...]) -> bool:
    """The word in front of "of" tells what a name is as well as the last one."""
    first = OF.match(text.lower())
    return bool(first and any(first[1] in words.words[kind] for kind in kinds))


def items(_words: Lexicon, line: int, text: str, start: int, end: int) -> list[Span]:
    """What stands between two separators is one name."""
    span = trimmed(line, text, start, end, "。.;,")
    return [span] if span else []


def told_from(words: Lexicon, text: str, start: int, stop: int) -> int | None:
    """Where an English name ends because what is told of it begins; None where nothing is."""
    ends = None
    if told := TOLD.search(text, start, stop):
        ends = stop = told.start()
    if comma := _told_behind_comma(words, text, start, stop):
        ends = stop = comma
    for dash in DASH.finditer(text, start, stop):
        if verbs.duty().match(text, dash.end()):
            ends = stop = dash.start()
            break
    if glued := verbs.GLUED.search(text, start, stop):
        ends = glued.end(1)
    return ends


def _told_behind_comma(words: Lexicon, text: str, start: int, end: int) -> int | None:
    """Where a comma ends an English name because a verb follows: "Personnel Section, manage …"."""
    comma = text.find(", ", start, end)
    while comma >= 0:
        left = text[start:comma]
        if words.ends(left, "unit") and (verbs.no_name().match(text, comma + 2) or _tells(words, text, comma + 2)):
            return comma
        if is_name(words, left, "unit") and DOES.match(text, comma + 2) and verbs.with_object().match(text, comma + 2):
            return comma
        comma = text.find(", ", comma + 1, end)
    return None


def _tells(words: Lexicon, text: str, start: int) -> bool:
    """Whether a verb in -ing with its object follows, and no further name: "drafting local rules", "Planning Section"."""
    found = ING.match(text, start)
    return bool(found and verbs.with_object().match(text, start) and not is_name(words, found[0], "unit", "body"))


def without_stray(words: Lexicon, text: str, item: Span) -> Span:
    """Without words in front of an English comma that are no part of the name: inside a name "and" follows a comma."""
    comma = text.rfind(", ", item.start, item.end)
    if comma < 0 or inside_bracket(text, item.start, comma):
        return item
    rest = text[comma + 2 : item.end]
    stray = not re.search(r"\band\b|^ltd", without_brackets(rest), re.IGNORECASE) and len(rest.split()) > 1
    return Span(item.line, comma + 2, item.end) if stray and is_name(words, rest, "unit", "body") else item


def separates(words: Lexicon, left: str, between: str, right: str) -> bool:
    """Whether an English comma or "and" stands between two names and not inside one."""
    if ANOTHER.match(right) and len(left.split()) > 1:
        return True
    if PARTY.match(right) and "," not in between and CAPITALS.fullmatch(left.strip()):
        return True
    if UNION.search(left[-LONGEST_UNION:]):
        return is_name(words, without_brackets(SEPARATOR.split(right, 1)[0]), "body", "unit")
    plural = "," in between and is_plural(words, without_brackets(left))
    if not (plural or is_name(words, without_brackets(left), "body", "unit")):
        return False
    if "," in between and ARTICLE_FIRST.match(right):
        # An article behind a comma begins the next name, whatever is left of that.
        return True
    if ";" in between:
        # No name holds a semicolon.
        return True
    following = without_brackets(re.split(r",|;|\.\s|\band the\b|\s(?:is|are|was|were)\s", right, maxsplit=1)[0])
    first, _, second = following.partition(" and ")
    if second and words.ends(first, "body") and len(first.split()) > 1:
        # "A Center and B Center for Science": the last names of the list.
        following = first
    if "," in between and following and not is_name(words, following, "body", "unit"):
        # "Bureau of Planning, Design and Management": only a name that is whole ends at a comma.
        return plural or any(words.ends(without_brackets(left), kind) for kind in ("body", "unit"))
    if "," not in between and left.removeprefix("the ").strip().isalpha() and not re.match(r"(?:the|an?) ", right):
        # "Harbour and lighthouse department": one word is no name of a list without its article.
        # "Library and Museum", "library and research institute" are two, "prison and detention department" is one.
        return words.ends(left, "unit") or (words.ends(left, "body") and _stands_apart(words, following))
    if "," not in between and " & " in left:
        # Who writes "&" inside names writes "and" between them.
        return is_name(words, following, "body", "unit")
    if "," not in between and not any(words.ends(without_brackets(left), kind) for kind in ("body", "unit")):
        # "Branch of the Food and Drug Administration": "and" ends such a name only where another begins like it.
        return bool(NEXT_NAME.match(right))
    several = len(following.split()) > 1 and is_name(words, following, "body", "unit")
    return "," in between or several or (following.isalpha() and words.ends(following, "body"))


def is_plural(words: Lexicon, name: str) -> bool:
    """Whether a name ends in a plural of a word that names end in, as translators print names of one."""
    one = name.removesuffix("s")
    return one != name and any(words.ends(one, kind) for kind in ("unit", "body", "party"))


def _stands_apart(words: Lexicon, name: str) -> bool:
    """Whether a name is that of a body, in one word or by a word that ends no name of a unit."""
    return words.ends(name, "body") and (name.isalpha() or not words.ends(name, "unit"))


def split(words: Lexicon, stretch: Stretch) -> list[Stretch]:
    """The names that begin a stretch: several where whole names stand on both sides of a comma or "and"."""
    text, begin = stretch.text, stretch.start
    later = LATER.search(text, stretch.start, stretch.end)
    end = later.start() if later else stretch.end
    names: list[Stretch] = []
    for cut in SPLIT.finditer(text, begin, end):
        left, right = text[begin : cut.start()], text[cut.end() : end]
        whole = words.ends(left, "unit") or words.ends(left, "body")
        of_the = is_name(words, left, "unit", "body") and OFFICE_OF.match(right)
        if (whole and _begins_name(words, right)) or of_the:
            names.append(replace(stretch, start=begin, end=cut.start()))
            begin = cut.end()
        elif "," in cut[0] and (whole or not LISTED_ON.match(right)):
            return bare([*names, replace(stretch, start=begin, end=cut.start())])
    return bare([*names, replace(stretch, start=begin, end=end)])


def split_bracket(words: Lexicon, stretch: Stretch) -> list[Stretch]:
    """The pieces of a bracket: names or remarks; an English comma separates where a name stands in front of it."""
    pieces, begin = [], stretch.start
    for found in SPLIT.finditer(stretch.text, stretch.start, stretch.end):
        left = stretch.text[begin : found.start()].rstrip()
        several = len(left.split()) > 1 or "," in found[0]
        if ";" in found[0] or words.ends(left, "unit") or (several and words.ends(left, "body")):
            pieces.append(replace(stretch, start=begin, end=found.start()))
            begin = found.end()
    return bare([*pieces, replace(stretch, start=begin)])


def _begins_name(words: Lexicon, text: str) -> bool:
    """Whether a whole name of more than one word begins here."""
    text = text.rstrip(" ,")
    first = SPLIT.split(text)[0]
    several = len(first.split()) > 1 and not verbs.no_name().match(first)
    return several and (is_name(words, first, "unit", "body") or bool(text != first and words.ends(text, "unit")))
