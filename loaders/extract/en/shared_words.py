"""Names of an English list that share their last words, which stand only behind the last of them."""

import re

from graph.proof import Span
from loaders.extract.document.numbering import ORDINALS
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, listed

# Numbers in words or figures in front of the words that units share.
ORDINAL = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\b", re.IGNORECASE)
AND = re.compile(r",? and |,\s")
SHARED = re.compile(
    rf"(?:the )?(?P<ordinals>{ORDINAL.pattern}(?:(?:, and|,| and| &) (?:the )?{ORDINAL.pattern}){{1,14}}) (?P<head>[^,.;:()]{{2,60}}?s(?: of [a-z]+)?)"
    r"(?=[,.;:(]| and |\s*$)",
    re.IGNORECASE,
)
# Names of places or fields in front of them: "Huaiyin, Lianshui and Jinhu Management Departments".
WORD = r"[A-Z][\w'’-]{1,30}"
SHARED_BY_NAMES = re.compile(
    rf"(?:(?:including|such as|namely|with) )?(?:the )?(?P<first>{WORD}(?:, {WORD}){{1,14}},? (?:and|&) {WORD}) (?P<head>(?:{WORD} ){{0,4}}?"
    r"(?:Departments|Offices|Branches|Cent(?:er|re)s|Stations|Bureaus|Sub-?bureaus|Detachments|Brigades|Divisions|Sections|Courts|"
    r"Procuratorates|Schools))(?=[,.;:(]|\s*$)"
)
# What they are of behind the words: "departments of Personnel and of Law".
EACH_OF = re.compile(rf"\bof {WORD}(?: (?:and )?{WORD}){{0,2}}")
SHARED_IN_FRONT = re.compile(
    rf"(?:the )?(?P<head>(?i:departments|divisions|sections|offices|bureaus)) "
    rf"(?P<each>{EACH_OF.pattern[2:]}(?:,? and {EACH_OF.pattern[2:]}))(?=[,.;:(]|\s*$)"
)
SINGLE_WORD = re.compile(WORD)


def shared_words(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first names that share their last words: those in front are group 1, the words `head`."""
    return SHARED.search(text, start, end) or SHARED_BY_NAMES.search(text, start, end)


def all_listed(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Heading]:
    """The names of a list; some may share their last words: "the first and second inspection offices", "Jinhu and Hongze Branches"."""
    shared = shared_words(text, start, end)
    if shared is None:
        last = SHARED_IN_FRONT.search(text, start, end)
        if last is None:
            return listed(words, line, text, start, end)
        of = (Span(line, *one.span()) for one in EACH_OF.finditer(text, *last.span("each")))
        front = listed(words, line, text, start, last.start()) if last.start() > start else []
        return [*front, *(Heading(Span(line, *last.span("head")), (), last.end(), one) for one in of)]
    head = Span(line, *shared.span("head"))
    each = ORDINAL if shared.re is SHARED else SINGLE_WORD
    ordinals = (Span(line, *one.span()) for one in each.finditer(text, *shared.span(1)))
    joined = AND.match(text, shared.end(), end)
    around = ((start, shared.start()), (joined.end() if joined else shared.end(), end))
    front, behind = (all_listed(words, line, text, *side) for side in around)
    return [*front, *(Heading(one, (), shared.end(), head) for one in ordinals), *behind]
