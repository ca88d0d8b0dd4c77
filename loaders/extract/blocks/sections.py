"""Sections: which heading, or which announcing sentence, begins what."""

import re
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.blocks.part import Part
from loaders.extract.document.text import trimmed
from loaders.extract.grammar.lexicon import Lexicon

STOP = re.compile(r"。|\.(?=\s)")
# Kinds whose heading may stand in front of the text in one line.
BEFORE_TEXT = ("adjust", "adjust_received", "adjust_given", "adjust_dropped", "adjust_strengthened", "boundary")
# A duty may name what these sections are about: "Contact the leaders".
MINOR = ("leaders", "groups", "general", "party", "other")
MAJOR = {"duties", "divisions", "staffing", "institutions", "branches", "adjust"}
NONE_SET = re.compile(r"(?:不|未|没有|暂不)(?:设立?|设置|单设)|\bno internal|does not have", re.IGNORECASE)


@dataclass(frozen=True)
class Section:
    """A heading: what its section is about, the span of the heading and where text behind it in the line begins."""

    kind: str
    span: Span
    rest: int


def section_at(words: Lexicon, part: Part) -> Section | None:
    """The section whose heading a part of a line begins with; None where it is no heading."""
    line, text, start, end, numbered = part.line, part.text, part.begin, part.end, part.number is not None
    colon = text.find(":", start, end)
    said = words.grammar.sections
    if not said.may_be(text[start : colon if colon >= 0 else end].strip()):
        return None
    stop = colon if colon >= 0 else end
    ends = STOP.search(text, start, min(stop, start + 100)) if numbered else None
    if (
        ends
        and text[ends.end() : stop].strip()
        and (head := said.kind(words, text[start : ends.start()].strip())) in BEFORE_TEXT
    ):
        span = trimmed(line, text, start, ends.start())
        return Section(head or "", span, ends.end()) if span else None
    span = trimmed(line, text, start, stop, ".。")
    if span is None:
        return None
    head = re.sub(r"\([^()]{0,170}\)", "", text[span.start : span.end]).strip()
    ended = colon < 0 and text[span.end : end].strip()[:1] in ("。", ".")
    if ended and not numbered:
        return None
    kind = said.kind_of_heading(words, head)
    if kind is None:
        return None
    if kind == "divisions" and colon >= 0 and said.BRANCHES_BEHIND.match(text, colon + 1):
        kind = "branches"
    return Section(kind, span, colon + 1 if colon >= 0 else end)


def kinds_in(words: Lexicon, head: str) -> list[str]:
    """Every kind of section that a heading speaks of, in the order of the word list."""
    exact = words.words["heading_exact"].get(head.lower().strip())
    kinds = [exact] if exact else [kind for kind, pattern in words.headings if pattern.search(head)]
    return kinds or (["institutions"] if words.grammar.sections.INSTITUTIONS.fullmatch(head) else [])


def opener(words: Lexicon, text: str, start: int, end: int) -> str | None:
    """What a sentence announces: a list of units, a list of duties; None where it announces nothing."""
    if NONE_SET.search(text, start, end):
        return None
    said = words.grammar.sections
    kind = next((kind for kind, pattern in said.OPENERS if pattern.search(text, start, end)), None)
    return None if kind == "divisions" and said.of_others(text, start, end) else kind
