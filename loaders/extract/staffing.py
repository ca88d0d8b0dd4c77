"""Numbers of posts: how many staff and leaders a body is granted, and what a number includes."""

import re
from collections.abc import Iterator
from typing import Any

from graph.proof import Span
from loaders.extract.draft import Draft, Reading
from loaders.extract.lexicon import Lexicon
from loaders.extract.numbering import ENGLISH, value_of
from loaders.extract.text import Document

CHINESE_NUMBER = r"(?:核定|共|总数|为|各|控制数|:|\s){0,3}(?P<number>\d{1,4}|[一二三四五六七八九十百]{1,4})[名个人]"
# Tried in order; a place in the text that one kind has taken is not read again.
CHINESE = (
    ("administrative", r"(?:机关)?行政编制"),
    ("logistics", r"(?:机关)?(?:后勤|工勤)[^,。;\d]{0,16}?"),
    ("other", r"(?:全额拨款|差额拨款|全额|财政补助)?事业(?:人员)?编制"),
    ("other", r"(?<![政业])编制"),
    ("deputy_division_heads", r"(?<!正)副[科处股]级?(?:领导)?(?:职数|干部)?"),
    ("division_heads", r"(?:内设机构|中层|科室)?(?:正)?[科处股]级?(?:领导)?(?:正职)?(?:职数|干部)|正[科处股]级?|内设机构领导职数(?:正[科处股]级)?"),
    ("deputy_director", r"副(?:局长|主任|厅长|部长|署长|司长|院长|所长|书记)"),
    ("director", r"(?<![副子])(?:局长|主任|厅长|部长|署长|司长|院长|所长)"),
    ("discipline_secretary", r"(?:纪委书记|纪检组长|纪检监察组组长)"),
    ("chief_accountant", r"总会计师"),
    ("other", r"总(?:工程师|经济师|规划师|农艺师|兽医师|统计师|审计师)|安全总监|食品安全总监|药品安全总监"),
)  # fmt: skip
ENGLISH_NUMBER = rf"(?P<number>\d{{1,4}}|\b(?:{'|'.join(reversed(ENGLISH))})\b)"
ENGLISH_KINDS = (
    ("administrative", r"administrative (?:staff|posts|establishments?|staffing|personnel)"),
    ("logistics", r"(?:logistics?|support) (?:staff|services?|personnel|posts)"),
    ("deputy_division_heads", r"deputy (?:section|division|department)[- ](?:level )?(?:chiefs?|heads?|leaders?|leadership positions)"),
    ("division_heads", r"leaders(?: at the (?:section|division) level)?|(?:section|division)[- ]level (?:leaders|cadres)|leadership positions"),
    ("deputy_director", r"deputy (?:directors?|commissioners?|chiefs?)"),
    ("director", r"(?<!deputy )(?<!safety )(?:directors?|commissioners?)(?! of)"),
    ("discipline_secretary", r"secretary of the discipline inspection (?:commission|team)"),
    ("chief_accountant", r"chief accountant"),
    ("other", r"chief (?:engineer|economist|planner|agronomist|statistician)|safety director"),
)  # fmt: skip
SECTIONS = ("staffing", "general", "other", "institutions", "branches", "leaders")
ANYTHING = re.compile(r"编制|职数|logistics|staff|establishment|posts|director|leader", re.IGNORECASE)
BRACKET = re.compile(r"\s{0,9}\((?:其中|含|包括|including|of which)?:?\s{0,9}(?P<inner>[^()]{3,400})\)", re.IGNORECASE)
CHINESE_INCLUDED = re.compile(r"(?:含|其中|包括)?(?P<name>[^,、;:()\d]{2,24}?)(?P<number>\d{1,3})[名人]")
ENGLISH_INCLUDED = re.compile(
    r"(?:(?P<before>\d{1,3}) (?P<name>[a-z][a-z '-]{3,80}?)(?= and \d|,|$)|"
    r"(?P<second>[a-z][a-z '-]{3,90}?),? ?(?P<after>\d{1,3})(?: persons?| people)?(?=,| and|$))",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"(?:编制|establishment)[^。.;]{0,90}?(?:单列|另行核定|listed separately|counted separately)", re.IGNORECASE
)


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read the numbers of posts in every statement about staffing."""
    for statement in reading.statements:
        if statement.section in SECTIONS and ANYTHING.search(document.even[statement.span.line - 1]):
            _quotas(document, words, statement.owner.body, statement.span)


def _quotas(document: Document, words: Lexicon, owner: Draft, span: Span) -> None:
    text = document.even[span.line - 1]
    taken: set[int] = set()
    found = sorted(_found(words, text, span, taken), key=lambda one: one[1].start())
    for kind, hit in found:
        end, included = _included(words, text, hit.end(), span.end)
        quota: dict[str, Any] = {"kind": kind, "number": value_of(hit["number"].lower())}
        if included:
            quota["of_which"] = included
        quota["at"] = [document.quote(Span(span.line, hit.start(), end), f"staffing.{kind.replace('_', '-')}")]
        owner.add("quotas", quota)
    apart = ELSEWHERE.search(text, span.start, span.end)
    if apart:
        quote = document.quote(Span(span.line, *apart.span()), "staffing.elsewhere")
        owner.add("quotas", {"kind": "other", "counted_elsewhere": True, "at": [quote]})


def _found(words: Lexicon, text: str, span: Span, taken: set[int]) -> Iterator[tuple[str, re.Match[str]]]:
    """Kind and place of each number; what stands in a bracket behind another number is part of that one."""
    for kind, pattern in patterns(words):
        for hit in pattern.finditer(text, span.start, span.end):
            places = set(range(*hit.span()))
            inside = text.count("(", span.start, hit.start()) > text.count(")", span.start, hit.start())
            if not inside and not places & taken:
                taken |= places
                yield kind, hit


def patterns(words: Lexicon) -> Iterator[tuple[str, re.Pattern[str]]]:
    if words.language == "zh":
        for kind, noun in CHINESE:
            yield kind, re.compile(f"(?:{noun}){CHINESE_NUMBER}")
        return
    # "Deputy director (deputy director) has 25 leadership positions": of divisions, since bureaus have fewer.
    yield (
        "deputy_division_heads",
        re.compile(
            rf"\bdeputy (?:section |division )?(?:directors?|chiefs?|heads?)(?: \([^()]{{3,40}}\))? (?:has|have) {ENGLISH_NUMBER} (?:leadership )?positions\b",
            re.IGNORECASE,
        ),
    )
    for kind, noun in ENGLISH_KINDS:
        yield kind, re.compile(rf"{ENGLISH_NUMBER} (?:full-time )?(?:{noun})\b", re.IGNORECASE)
    for kind, noun in ENGLISH_KINDS:
        yield (
            kind,
            re.compile(
                rf"\b(?:{noun})(?:[^.;,()\d]{{0,90}}? (?:is|are|has|of|by))? ?{ENGLISH_NUMBER}(?! (?:direct|deput|leader))",
                re.IGNORECASE,
            ),
        )


def _included(words: Lexicon, text: str, start: int, end: int) -> tuple[int, dict[str, int]]:
    """Where a number with the bracket behind it ends, and the parts that the bracket names."""
    bracket = BRACKET.match(text, start, end)
    if bracket is None:
        return start, {}
    pattern = CHINESE_INCLUDED if words.language == "zh" else ENGLISH_INCLUDED
    included = {}
    for part in pattern.finditer(bracket["inner"]):
        groups = part.groupdict()
        name = (groups["name"] or groups.get("second") or "").strip()
        name = re.sub(r"^(?:and|full-time) ", "", name.strip(), flags=re.IGNORECASE)
        included[name.lower().replace(" ", "_")] = int(groups.get("number") or groups.get("before") or groups["after"])
    return bracket.end(), included
