"""Numbers of units, branches and institutions that a document announces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.draft import Draft, Reading
from loaders.extract.lexicon import Lexicon
from loaders.extract.numbering import value_of
from loaders.extract.text import Document

CHINESE_NUMBER = r"(?P<number>\d{1,3}|[一二三四五六七八九十两]{1,4})"
CHINESE_WHAT = (
    ("divisions", r"(?:内设|职能)(?:机构|科室|处室|股室|部门|科|处)|(?:科室|处室|股室|科|处|室)"),
    ("branches", r"(?:直属)?(?:派出机构|分局|派出单位)"),
    ("institutions", r"(?:直属|所属|下属|局属)?(?:事业)?单位|直属机构"),
)
ENGLISH_NUMBER = (
    r"(?P<number>\d{1,3}(?: \d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty)"
)
ENGLISH_WHAT = (
    (
        "divisions",
        r"(?:internal |functional )?(?:offices|divisions|sections|departments|organs)|internal (?:institutions|units)",
    ),
    ("branches", r"branch(?:es| offices)|dispatched (?:offices|institutions)"),
    ("institutions", r"(?:affiliated |subordinate |directly affiliated )(?:public )?(?:institutions|units)"),
)


@dataclass(frozen=True)
class Announced:
    """A number that a document announces: whose, of what (divisions, branches, institutions), where."""

    owner: Draft
    what: str
    number: int
    span: Span


def patterns(words: Lexicon) -> list[tuple[str, re.Pattern[str]]]:
    """What is counted, and a pattern whose group "number" is the count; tried in order."""
    if words.language == "zh":
        return [
            (what, re.compile(pattern))
            for what, noun in CHINESE_WHAT
            for pattern in (
                rf"{CHINESE_NUMBER}个(?:正?副?[处科]级)?(?:{noun})",
                rf"(?:{noun})(?:\([^()\d]{{0,20}}\))?(?:共|暂定为|分别为|设置?)?\(?{CHINESE_NUMBER}[个家]",
            )
        ]
    return [
        (what, re.compile(pattern, re.IGNORECASE))
        for what, noun in ENGLISH_WHAT
        for pattern in (
            rf"\b{ENGLISH_NUMBER} (?:working )?(?:{noun})\b",
            rf"\b(?:{noun})\s*\({ENGLISH_NUMBER}\)",
            rf"\b(?:{noun}),? {ENGLISH_NUMBER} (?:in number|name)\b",
        )
    ]


def found_in(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[tuple[str, int, Span]]:
    """What is counted, the number and the span that announces it."""
    seen: list[str] = []
    for what, pattern in patterns(words):
        for hit in pattern.finditer(text, start, end):
            number = value_of(hit["number"].lower().replace("两", "二"))
            if number is not None and what not in seen:
                seen.append(what)
                yield what, number, Span(line, hit.start(), hit.end())


def read(document: Document, words: Lexicon, reading: Reading) -> list[Announced]:
    """The announced counts of every statement that can announce one; those of divisions go to their body."""
    counts: list[Announced] = []
    for statement in reading.statements:
        if statement.section not in ("announcement", "heading", "general", "institutions", "branches", "other"):
            continue
        span = statement.span
        body = statement.owner.body
        for what, number, where in found_in(words, span.line, document.even[span.line - 1], span.start, span.end):
            counts.append(Announced(body, what, number, where))
            if what == "divisions":
                quote = document.quote(where, "count.announced")
                body.fields.setdefault("stated_divisions", {"number": number, "at": [quote]})
    return counts
