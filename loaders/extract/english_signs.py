"""Second names in machine-translated English: signs in all the words for 加挂牌子, other names, former names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import is_name
from loaders.extract.text import trimmed

NOUN = (
    r"(?:licen[sc]e plates?|licen[sc]es?|door ?plates?|name ?plates?|plates?|plaques?|sign ?boards?|boards?|signs?|signage|"
    r"brand names?|brands?|listings?|titles?|tablets?|shingles?|banners?|cards?|designations?)"
)
VERB = (
    r"(?:hang(?:s|ing|ed)?(?: up| out)?|hung(?: up)?(?: with)?|has|have|having|with|under|plus|put(?:s|ting)? up|putting on|add(?:s|ed|ing)?|"
    r"retain(?:s|ed|ing)?|keep(?:s|ing)?|bear(?:s|ing)?|carr(?:y|ies|ying)|us(?:es|ing)|list(?:s|ing|ed)?)"
)
PASSIVE = (
    r"(?:(?:is|are|was|were|has been|have been|shall be)\s+)?(?:also\s+)?"
    r"(?P<passive>hung|hanging|added|retained|kept|put up|listed|attached)\b"
)
# In front of the word for a sign: "the two external brands".
FRONT = r"(?:(?:the|a|an|its|two|three|both|following|external|additional|second|other)\s+){0,3}"
# The names behind the word for a sign, in front of it, or in front of "is hung"; how it is said is in one of two groups.
SIGNS = (
    re.compile(
        rf"\b(?P<verb>{VERB})\s+{FRONT}{NOUN}(?:\s+name)?\s*(?:\b(?:of|for|as)\s|:\s|,?\s?(?=[\"“]))\s*(?P<names>[^.:;()]{{2,170}})(?P<passive>)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<verb>(?:retain|keep|add)(?:s|ed|ing)?)\s+{FRONT}names?\s+of\s+(?P<names>[^.:;()]{{2,130}})(?P<passive>)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<verb>listed)(?: externally)? as\s+(?P<names>[^.:;()]{2,130})(?P<passive>)", re.IGNORECASE),
    re.compile(rf"\b{NOUN}\s+of\s+(?P<names>[^.:;()]{{2,130}}?)\s+{PASSIVE}(?P<verb>)", re.IGNORECASE),
    re.compile(
        rf"\b(?P<verb>hang(?:s|ing)?|hung(?: with)?|add(?:s|ing|ed)?|plus|with|retaining)\s+(?P<names>[^.;(),]{{2,90}}?)\s+"
        rf"{NOUN}(?=\s*(?:[.;),]|$|at\b|on\b|and\b|externally\b))(?P<passive>)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<verb>)(?:with |the |and )?(?P<names>(?=\S)[^.;:(),]{{4,90}}?)\s{{1,3}}{NOUN}\s{{1,3}}{PASSIVE}",
        re.IGNORECASE,
    ),
)
# In a bracket the word for a sign may be missing: "plus the X office".
BARE = re.compile(
    r"(?P<verb>plus|add(?:ing|ed|s)?|hang(?:ing|s)?|hung(?: with)?)\s+(?:the\s+)?(?P<names>[^.;()]{4,90})(?P<passive>)",
    re.IGNORECASE,
)
# A text without one of these words speaks of no sign.
HINT = re.compile(rf"\b(?:{NOUN}|names? of|listed|plus|add(?:ing|ed|s)?|hang\w*|hung)\b", re.IGNORECASE)
IN_BRACKET = re.compile(
    rf"(?P<verb>)(?:the )?(?:attached )?{NOUN}(?: of|:)?\s{{1,3}}(?P<names>(?!of\b)[^.;()]{{2,90}})(?P<passive>)",
    re.IGNORECASE,
)
AT_END = re.compile(rf"(?P<verb>)(?:the )?(?P<names>[^.;(),]{{4,90}}?)\s{{1,3}}{NOUN}$(?P<passive>)", re.IGNORECASE)
FORMER = re.compile(
    r"(?:formerly known as|formerly called|previously known as|which was called|"
    r"once called|originally (?:called|named)|(?<=\()originally|"
    r"predecessor (?:is|was)|formerly|renamed from|renamed by|the original|original|the former|former)"
    r"\s+(?P<names>[^.;()]{2,110})",
    re.IGNORECASE,
)
SECOND = re.compile(
    r"(?:(?:also|externally|concurrently|simultaneously|and) (?:(?:bear|carr[yi]|us|tak|go|operat|work)(?:e?s|ing)?(?: by)?|ha[sv](?:e|ing)?|in|under|with|by) "
    r"the (?:additional |second |other |external )?names?(?: of)?|"
    r"(?:bear(?:s|ing)|carr(?:ies|ying)|us(?:es|ing)|ha(?:s|ving)|with|under) the (?:additional|second|other|external) names?(?: of)?|"
    r"also (?:functions?|serves|acts|operates|operating|doubles|doubling) as|also (?:externally )?referred to as|also named|a\.?k\.?a\.?|"
    r"(?:serv(?:es?|ing)|act(?:s|ing)?|function(?:s|ing)?) as(?= the (?:office|secretariat) (?:of|for))|"
    r"also (?:externally )?known(?: externally)? as|also (?:externally )?called|externally (?:known|named) as|externally (?:called|named)|"
    r"us(?:es?|ing) the name of|external name is|external use of the name of)\s+(?P<names>[^.;()]{2,110})",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"(?<!also )(?:(?:hereinafter|hereafter|herein),? )?(?:referred to as|abbreviated (?:as|to)|shortened to|in short,?|for short,?|"
    r"(?<=after )(?:called|known as|named)) (?P<names>[^.;()]{2,90})",
    re.IGNORECASE,
)
# In a bracket "also" may be missing.
NAMED = re.compile(
    r"(?:which )?(?:bear(?:s|ing)?|carr(?:y|ies|ying)|us(?:es?|ing)|ha(?:s|ving)|with|under|in) the names? (?:of )?(?P<names>[^.;()]{2,110})",
    re.IGNORECASE,
)
OTHERS = (("second_name", SECOND), ("former_name", FORMER), ("short_name", SHORT))
# Outside brackets "former" and "original" are common words.
SURE = {
    "former_name": (
        "formerly known as",
        "previously known as",
        "renamed from",
        "which was called",
        "predecessor",
        "originally",
    ),
    "short_name": ("referred to as",),
}
# Where a name ends at the latest.
LATER = re.compile(
    r" externally\b| in \d| for external\b| to the outside world\b| responsible\b| before \d|"
    r"\s{1,9}(?:and (?:no longer|is|are|has|its|the(?! (?:[\w-]{1,30} ){0,6}(?:office|bureau|cent(?:er|re)|department|section|"
    r"division|unit|administration|commission|committee|"
    r"station|team|brigade|detachment|institute|school|library|museum|authority|agency|branch|group)\b))|"
    rf"and (?:the )?{NOUN} of|which|on (?:its|this|that|the (?:basis|door|wall|gate))|on \d|it|is|are|was|were|added|hung)\b|$",
    re.IGNORECASE,
)
NEGATED = re.compile(r"(?:no longer|not)\s{0,9}(?:be )?(?:hung |hang )?$", re.IGNORECASE)
OFFICE_OF = re.compile(
    r"the (?:[\w-]{1,30} ){0,3}(?:office|bureau|center|department|division|section) of ", re.IGNORECASE
)
SEPARATOR = re.compile(r"[,;]\s{1,9}and\s{1,9}|[,;]\s{1,9}|\s{1,9}and\s{1,9}")
# What goes on after a comma inside a name: "Surveying, Mapping and Geographic Information".
LISTED_ON = re.compile(r"(?:[A-Z][\w-]*\s?){1,4}(?:,\s(?:[A-Z][\w-]*\s?){1,4}){0,4},?\s?and\s[A-Z]")


@dataclass(frozen=True)
class SecondName:
    """A second name where it stands; `wording` only for signs."""

    kind: str
    name: Span
    rule: str
    wording: str = "hang"


def english(words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool) -> Iterator[SecondName]:
    """The second names that an English sentence, or a bracket, speaks of in words."""
    yield from _signs(words, line, text, start, end, bracket)
    for kind, pattern in OTHERS:
        if kind in SURE and not bracket and not any(mark in text[start:end] for mark in SURE[kind]):
            continue
        begins = bracket and kind != "second_name"
        said = pattern.match(text, start, end) if begins else pattern.search(text, start, end)
        if said is None and bracket and not begins:
            said = NAMED.match(text, start, end)
        for name in _names(words, line, text, *said.span("names")) if said else ():
            if kind == "short_name" or is_name(words, text[name.start : name.end], "unit", "body"):
                yield SecondName(kind, name, f"second-name.{kind.replace('_', '-')}")


def _signs(words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool) -> Iterator[SecondName]:
    if not HINT.search(text, start, end):
        return
    taken: list[range] = []
    found = [hit for pattern in SIGNS for hit in pattern.finditer(text, start, end)]
    inside = [one.match(text, start, end) for one in (IN_BRACKET, BARE, AT_END)] if bracket else []
    for hit in [*found, *filter(None, inside)]:
        if any(hit.start("names") in span for span in taken):
            continue
        if NEGATED.search(text, max(start, hit.start() - 24), hit.start()) or (
            hit["passive"] and NEGATED.search(hit["names"])
        ):
            continue
        taken.append(range(hit.start(), hit.end()))
        for name in _names(words, line, text, *hit.span("names")):
            closed = bracket and name.end == end and hit.re not in (IN_BRACKET, BARE, AT_END)
            if closed or is_name(words, text[name.start : name.end], "unit", "body"):
                yield SecondName("sign", name, "second-name.sign", _wording(hit))


def _wording(hit: re.Match[str]) -> str:
    verb = (hit["passive"] or hit["verb"]).lower()
    return "add" if verb.startswith(("add", "plus")) else "retain" if verb.startswith(("retain", "keep")) else "hang"


def _names(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Span]:
    """The names that begin at `start`: several where whole names stand on both sides of a comma or "and"."""
    later = LATER.search(text, start, end)
    end = later.start() if later else end
    names: list[Span] = []
    begin = start
    for cut in SEPARATOR.finditer(text, start, end):
        left, right = text[begin : cut.start()], text[cut.end() : end]
        whole = words.ends(left, "unit") or words.ends(left, "body")
        of_the = is_name(words, left, "unit", "body") and OFFICE_OF.match(right)
        if (whole and _begins_name(words, right)) or of_the:
            names.extend(_piece(line, text, begin, cut.start()))
            begin = cut.end()
        elif "," in cut[0] and (whole or not LISTED_ON.match(right)):
            return [*names, *_piece(line, text, begin, cut.start())]
    return [*names, *_piece(line, text, begin, end)]


def _begins_name(words: Lexicon, text: str) -> bool:
    """Whether a whole name of more than one word begins here."""
    text = text.rstrip(" ,")
    first = SEPARATOR.split(text)[0]
    several = len(first.split()) > 1 and not words.duty_alone.match(first)
    return several and (is_name(words, first, "unit", "body") or bool(text != first and words.ends(text, "unit")))


def separated(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Span]:
    """The names of a bracket or behind a verb: Chinese ones by 、, English ones by comma or "and" between names."""
    pattern = re.compile(r"[、,]") if words.language == "zh" else SEPARATOR
    pieces: list[Span] = []
    begin = start
    for found in pattern.finditer(text, start, end):
        left = text[begin : found.start()].rstrip()
        several = len(left.split()) > 1 or "," in found[0]
        whole = ";" in found[0] or words.ends(left, "unit") or (several and words.ends(left, "body"))
        if words.language == "en" and not whole:
            continue
        pieces.extend(_piece(line, text, begin, found.start()))
        begin = found.end()
    pieces.extend(_piece(line, text, begin, end))
    return pieces


def _piece(line: int, text: str, start: int, end: int) -> list[Span]:
    found = re.compile(r"\s*[\"“]?(?:the |an? |原|兼(?!并|职))?", re.IGNORECASE).match(text, start, end)
    whole = trimmed(line, text, start, end, "。.,;")
    if whole and _quoted(text, whole):
        return [Span(line, whole.start + 1, whole.end - 1)]
    span = trimmed(line, text, found.end() if found else start, end, "。.,;")
    if span and _quoted(text, span):
        span = Span(line, span.start + 1, span.end - 1)
    return [span] if span else []


def _quoted(text: str, span: Span) -> bool:
    """Whether quotation marks stand around the whole name; those around a part of it belong to it."""
    return span.end - span.start > 2 and text[span.start] in '"“' and text[span.end - 1] in '"”'
