"""Lists of names are split: Chinese ones at 、 and commas, English ones where whole names stand on both sides."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from loaders.extract.grammar import Language
from loaders.extract.lexicon import Lexicon, lexicon
from loaders.extract.mentions import cuts
from loaders.extract.names import is_name
from loaders.extract.rules.stretch import Stretch

CHINESE = re.compile("[、,]|(?<=[局厅委会室心处科馆站])(?:以及|[和及])(?=[\u4e00-\u9fff]{2,20}[局厅委会室心处科馆站]$)")
ENGLISH = re.compile(r"[,;]\s{1,9}and\s{1,9}|[,;]\s{1,9}|\s{1,9}and\s{1,9}")
FRONT = re.compile(r"\s*[\"“]?(?:the |an? |原|兼(?!并|职))?", re.IGNORECASE)
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


def splitter(language: Language) -> Callable[[Stretch], list[Stretch]]:
    """What splits the names of one language that a rule has found."""
    return _chinese if language == "zh" else partial(_english, lexicon(language))


def in_bracket(words: Lexicon, stretch: Stretch) -> list[Stretch]:
    """The pieces of a bracket: names or remarks; an English comma separates where a name stands in front of it."""
    if words.language == "zh":
        return _chinese(stretch)
    pieces, begin = [], stretch.start
    for found in ENGLISH.finditer(stretch.text, stretch.start, stretch.end):
        left = stretch.text[begin : found.start()].rstrip()
        several = len(left.split()) > 1 or "," in found[0]
        if ";" in found[0] or words.ends(left, "unit") or (several and words.ends(left, "body")):
            pieces.append(replace(stretch, start=begin, end=found.start()))
            begin = found.end()
    return _bare([*pieces, replace(stretch, start=begin)])


def _chinese(stretch: Stretch) -> list[Stretch]:
    """Pieces between signs; "and" separates two names and stands in no standard one."""
    return _bare(stretch.split(CHINESE, lambda at: cuts(str(stretch), at - stretch.start)))


def _english(words: Lexicon, stretch: Stretch) -> list[Stretch]:
    """The names that begin a stretch: several where whole names stand on both sides of a comma or "and"."""
    text, begin = stretch.text, stretch.start
    later = LATER.search(text, stretch.start, stretch.end)
    end = later.start() if later else stretch.end
    names: list[Stretch] = []
    for cut in ENGLISH.finditer(text, begin, end):
        left, right = text[begin : cut.start()], text[cut.end() : end]
        whole = words.ends(left, "unit") or words.ends(left, "body")
        of_the = is_name(words, left, "unit", "body") and OFFICE_OF.match(right)
        if (whole and _begins_name(words, right)) or of_the:
            names.append(replace(stretch, start=begin, end=cut.start()))
            begin = cut.end()
        elif "," in cut[0] and (whole or not LISTED_ON.match(right)):
            return _bare([*names, replace(stretch, start=begin, end=cut.start())])
    return _bare([*names, replace(stretch, start=begin, end=end)])


def _begins_name(words: Lexicon, text: str) -> bool:
    """Whether a whole name of more than one word begins here."""
    text = text.rstrip(" ,")
    first = ENGLISH.split(text)[0]
    several = len(first.split()) > 1 and not words.duty_alone.match(first)
    return several and (is_name(words, first, "unit", "body") or bool(text != first and words.ends(text, "unit")))


def _bare(pieces: Iterable[Stretch]) -> list[Stretch]:
    return [bare for bare in map(_without_marks, pieces) if bare]


def _without_marks(piece: Stretch) -> Stretch | None:
    """Without article and stops; quotation marks go where they stand around all of it, else they belong to a part."""
    whole = piece.trimmed("。.,;")
    if whole and _quoted(whole):
        return replace(whole, start=whole.start + 1, end=whole.end - 1)
    front = FRONT.match(piece.text, piece.start, piece.end)
    bare = replace(piece, start=front.end() if front else piece.start).trimmed("。.,;")
    return replace(bare, start=bare.start + 1, end=bare.end - 1) if bare and _quoted(bare) else bare


def _quoted(piece: Stretch) -> bool:
    return piece.end - piece.start > 2 and piece.text[piece.start] in '"“' and piece.text[piece.end - 1] in '"”'
