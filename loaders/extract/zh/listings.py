"""Lists of units and institutions inside Chinese sentences: what introduces them, their names, what counts them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.proof import Span
from loaders.extract.document.numbering import value_of
from loaders.extract.document.text import trimmed, with_depth
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, heading_at
from loaders.extract.zh.list_pieces import (
    BRACKETS,
    SEPARATOR,
    STOP,
    behind_semicolons,
    closed,
    connected,
    ends,
    in_brackets,
    next_end,
    rests,
    shared_names,
)
from loaders.extract.zh.listed_names import only_numbers
from loaders.extract.zh.listing_words import COMPANIES, COUNT, GENERAL, NOUNS, NUMBER, SUMMAND, TAIL, VERB

# How many of which kind there are in all, behind the names: 共一室三科.
SUMMARY = rf"(?:(?:即|为|共计?|合计|总计|计)(?:设|有)?|(?:共?[设有])?{SUMMAND}){SUMMAND}(?:{SUMMAND}){{0,5}}"
# A piece of a list is a name: it holds no verb.
PART = re.compile(
    rf"(?!{SUMMARY}$)"
    r"(?![还并另各其而]|分别|同时|新?组建|置(?!换)|[加增]?挂|多个|若干|一系列|整合|不再|收回|撤销|划转|归并|[成建设]立|配备|共?\d|(?:职能|内设)?(?:科室|处室|股室|庭室|部门|机构|单位)$|[一二三四五六七八九十两]{1,3}个|.{0,30}(?:(?<!国)有|[下内改另定委]设|(?<=[站所院馆校队心])设(?![计备施])|设[在于置立]|挂靠|合署|隶属|负责|承担|履行|合并|并入|更名|改称|改为|调整为|编制(?=\d|[一二三四五六七八九十为人共数内]|$)|书记|\d年|\d名))(?:行为|自由|[^\s的为由:是将;。]){2,40}"
)
# How many there are in all, behind a comma.
IN_ALL = re.compile("共|合计|总计")
AND = re.compile(r"以及|[和及与或]")
BECAME = re.compile(r"合并|并入|划归|更名|改称|改为")
# One unit that is counted by its name, beside a number of others; in front of its number, or behind it.
ONE = (
    re.compile(
        rf"设(?:有|立|置)?(?:1个|一个)(?P<name>[\u4e00-\u9fff]{{0,4}}(?:办公室|秘书处|综合科)|(?!业务|职能|内设)[\u4e00-\u9fff]{{1,4}}(?<![处科股部司])[室科处])(?=[和、及与]{NUMBER}个)"
    ),
    re.compile(r"设(?:有|立|置)?(?P<name>[\u4e00-\u9fff]{2,10}[科处股室组部])(?:1个|一个)(?=[,。;、和]|$)"),
)
# One that a bracket behind its number names.
ONE_IN_BRACKET = re.compile(
    r"(?<![\d十])(?:1|一)个(?P<noun>[^、,。;:()\d]{0,8}?(?:机构|单位|科室|股室|部门|中心))\((?:即)?(?P<name>[\u4e00-\u9fff]{2,20}(?:[科股室馆站所院队校场园台]|中心))\)"
)
# In front of a list that nothing introduces: these are no names.
RULES = re.compile(
    r"[局委厅部会](?:直接|归口|代为)?(?:管理|代管|领导|主管|拥有|负责)|归口(?:管理|领导)|根据|按照|^经(?![济营贸费开])"
)
COUNT_BEHIND = re.compile(rf"{COUNT}(?=[,。;、]|$)")
# "are internal units of the bureau".
INSIDE_BEHIND = re.compile(r"均?[为是系](?P<owner>[^,。;]{0,24}?)的?内设(?:机构|科室|部门)")
# A bracket inside a name, not behind it.
INSIDE = re.compile(r"[^()、,]{2,20}\([^()]{1,20}\)[^()、,]{1,20}")
INNER = re.compile(
    r"(?:执行局|反贪(?:污贿赂)?局|反渎职(?:侵权)?局|[科课处股室庭厅组办班]|(?<!公)司|[^干]部|办公室|党委|总支|支部|纪委|工会|团委)$"
)
# A name of two characters behind "and" is that of a place where something is grown, made or shown.
SHORT = re.compile("[\u4e00-\u9fff][圃场馆厂校站院]|工会|[团党纪]委")
# The body itself among those that it lists.
ITSELF = re.compile("[局厅委院会]?机关(?:本级|本部)?|[局厅委院会]?本[级部]")
# Words of matters that end as names of bodies do.
NO_BODY = re.compile(r"(?:市场|广场|现场|立场|机场|干部)$")
# A room of a house is no unit in it.
ROOM = re.compile("(?:教|研讨|会议|阅览|接待|休息|活动)室$|报告厅$")
WORD = re.compile(r"\S")
FULL_STOP = re.compile("。")
SENT = re.compile(r"(?:分局|海关|派出所|司法所|财政所|税务所|分中心)$")
CLERKS = re.compile("[科股室]$")
SET_IN = re.compile(r"[^,。]{0,2},?(?:均|都)?为[^,。]{0,24}行政机构")
SENT_OUT = re.compile(r"[^,。]{0,2},?(?:均|都)?[为系是][^,]{0,12}派出机构")
OTHERS = re.compile(
    r"^除|[镇乡]$|各[^,]{0,8}$|各街道|各镇|乡镇|政府(?:先后)?$|先后|曾|^原|之前|全县|全市|企业|[省市县区州旗][属直](?!$)|公署|县衙"
)
YEAR = re.compile(r"(?:19|20)\d\d\s?年")
NOT = re.compile(r"[不未]|没有")
# How far in front of a verb its subject may begin; how many names a list may have. The share of them that ends as names do.
SUBJECT, FRONT, MOST, FEW, FEWEST, SHORTEST, LEAST = 60, 200, 120, 5, 2, 6, 0.6
# A name and its brackets have fewer characters: what is looked at behind each verb stays bounded.
LONGEST_PIECE = 400


@dataclass(frozen=True)
class Listing:
    """Names that a sentence lists; `kind` of all of them; who has them (words in front); the number that is announced.

    `year` is the last one named in front of it in its line: prose tells what a body had before, too. `front` is what the
    span says in front of the verb. `mixed`: no word says what all of them are. `continues`: the
    same verb has listed others already.
    """

    kind: str
    headings: list[Heading]
    subject: str
    verb: str
    counts: list[tuple[str, int, Span]] = field(default_factory=list)
    year: int = 0
    front: str = ""
    mixed: bool = False
    continues: bool = False
    beside: bool = False
    """Whether it goes on with the list of the half sentence in front of it: what is announced of the two adds up."""
    titled: bool = False
    """Whether the words for what is listed begin a half sentence: "…, subordinate institution: A"."""


def listings(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[Listing]:
    """The lists in a span of one line, each once."""
    front = _in_front(words, line, text, start, end) if end - start >= SHORTEST else None
    if front and WORD.search(text, 0, start):
        front = replace(front, beside=True)
    if front:
        yield front
    yield from _single(words, line, text, start, end)
    position = front.headings[-1].end if front else start
    while (found := VERB.search(text, position, end)) is not None:
        if found.end() <= position:
            position += 1
            continue
        after = position = max(found.end(), found.start() + 1)
        for listing, stop in _lists(words, line, text, found, start, end):
            yield listing
            after = stop
        position = after


def _single(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[Listing]:
    """A unit that a sentence counts by name beside others: "sets up an office and two sections"."""
    for found in (found for pattern in ONE for found in pattern.finditer(text, start, end)):
        name = Span(line, *found.span("name"))
        yield Listing("division", [Heading(name, (), name.end)], "", "内设", continues=True)
    for headings in in_brackets(words, line, text, start, end):
        yield Listing("division", headings, "", "内设", continues=True)
    for found in ONE_IN_BRACKET.finditer(text, start, end):
        name = Span(line, *found.span("name"))
        kind = next((kind for kind, pattern in NOUNS if pattern.search(found["noun"])), "division")
        yield Listing(kind, [Heading(name, (), name.end)], "", "设", continues=True)


def _in_front(words: Lexicon, line: int, text: str, start: int, end: int) -> Listing | None:
    """A list that begins a line of its own and says behind its names what and how many they are: "A, B and C, 3 units"."""
    before = start
    while before and text[before - 1].isspace():
        before -= 1
    if before and not (text[before - 1] == ";" and _has_verb(text, text.rfind("。", 0, before) + 1, start)):
        return None
    headings, tail, _ = _names(words, line, text, start, end)
    noun = (tail["noun"] or tail["sort"] or "") if tail else ""
    if tail is None or tail["next"] or len(headings) < FEWEST or not noun or COMPANIES.search(noun):
        return None
    if VERB.search(text, start, headings[0].name.end) or RULES.search(text, start, headings[0].name.end):
        return None
    inside = INSIDE_BEHIND.match(text, tail.end())
    kind = "division" if inside else _kind(text, headings, noun, "")
    owner = inside["owner"] if inside else ""
    return Listing(kind, headings, owner, "", [(kind, *one) for one in _count(line, tail)]) if kind else None


def _has_verb(text: str, start: int, end: int) -> bool:
    """Whether something is listed in a part of a line."""
    verbs = _verbs(text)
    at = bisect_left(verbs, start)
    return at < len(verbs) and verbs[at] < end


@lru_cache(maxsize=4)
def _verbs(text: str) -> list[int]:
    """Where the verbs of a line begin: each of its clauses asks for those in front of it."""
    return [found.start() for found in VERB.finditer(text)]


def names_in(words: Lexicon, line: int, text: str, begin: int, end: int) -> tuple[list[Heading], int]:
    """The names of a list that begins here, and where it ends; none where most of them are no names of units or bodies."""
    stops = [one.start() for one, depth in with_depth(text, begin, FULL_STOP.finditer(text, begin, end)) if not depth]
    headings, tail, stop = _names(words, line, text, begin, min([end, *stops]))
    return headings, tail.start() if tail else stop


def _lists(
    words: Lexicon, line: int, text: str, found: re.Match[str], start: int, end: int
) -> Iterator[tuple[Listing, int]]:
    """The lists behind one verb: "sets up A, B and C, 3 sections in all; D and E, 2 branches"."""
    if NOT.search(text, max(start, found.start() - 4), found.start()):
        return
    subject, end = _subject(text, found, start, end)
    year = next(
        (int(one[0][:4]) for one in reversed(list(YEAR.finditer(text, max(0, found.start() - 200), found.start())))), 0
    )
    said_before = text[max(start, found.start() - FRONT) : found.start()]
    begin, noun = found.end(), found["noun"] or found["whole"] or _noun_of_sum(found["summed"] or "")
    front = [] if found["verb"].startswith("其中") else _count(line, found)
    if front and begin >= end and text[end : end + 1] == ";":
        # "sets up 4 sections; A, B, C and D"
        halt = STOP.search(text, end + 1)
        begin, end = end + 1, halt.start() if halt else len(text)
    end = _list_end(words, text, found, begin, end)
    whole, added = bool(front), False
    while True:
        headings, tail, stop = _names(words, line, text, begin, end)
        if front and not noun and not found["namely"].strip() and headings and begin == found.end():
            # "12 water stations": how many there are, not what they are called.
            headings = headings[1:]
        if len(headings) == 1 and COUNT_BEHIND.match(text, headings[0].end):
            headings = []
        said = "" if tail is None or tail["next"] else tail["noun"] or tail["sort"] or ""
        counted = None
        if front and text[begin : begin + 1] in tuple("和及、"):
            # "12 stations and A, B": what is counted is not what is named.
            counted, noun = next((kind for kind, pattern in NOUNS if pattern.search(noun)), None), ""
        kind = _kind(text, headings, said or noun, found["verb"]) if headings else None
        if kind == "institution":
            kind = "branch" if SENT_OUT.match(text, stop, end) else "bureau" if SET_IN.match(text, stop, end) else kind
        if kind is None or COMPANIES.search(said or noun) or (found["verb"] == "由" and kind != "division"):
            # "Set up by the bureaus A and B" says who takes part.
            return
        mixed = found["verb"].endswith(("设", "设有", "即")) and "内" not in found["verb"] and (said or noun) in GENERAL
        counts = front or (_count(line, tail) if tail and not tail["next"] and not whole else [])
        beside = added and kind == "division"
        # "4 sections and the offices A and B" are six.
        named = [(len(headings), Span(line, headings[0].name.start, headings[-1].end))]
        counts = named if beside and not counts else counts
        added = bool(counts) and not whole and text[stop : stop + 1] in tuple("和及")
        yield (
            Listing(
                kind,
                headings,
                subject,
                found["verb"],
                [(counted or kind, *one) for one in counts],
                year,
                said_before,
                mixed,
                begin > found.end(),
                beside,
                titled=bool(noun) and said_before[-1:] in ("", *",;:"),
            ),
            stop,
        )
        if tail is None or not (text[stop : stop + 1] in tuple(",和及、:") or text.startswith("以及", stop)):
            return
        begin, noun, front = stop + 1, "", []
        if tail["next"]:
            noun, front, whole = tail["noun"] or "", _count(line, tail), False


def _noun_of_sum(summed: str) -> str:
    """What "an office, two sections and three brigades" are."""
    return "内设机构" if re.search("[室科处股]", summed) else ""


def _list_end(words: Lexicon, text: str, found: re.Match[str], begin: int, end: int) -> int:
    """Where what a verb lists ends at last: with the bracket that it opens, or behind names with semicolons between them."""
    if found["namely"].startswith("("):
        return closed(text, begin, end)
    return behind_semicolons(words, text, begin, end) if found["namely"].strip() else end


def _subject(text: str, found: re.Match[str], start: int, end: int) -> tuple[str, int]:
    """Who a verb is about, and where what it lists ends: in a bracket it is told of the name in front of that."""
    front = text[max(start, found.start() - SUBJECT) : found.start()]
    if found["verb"] in tuple('“"'):
        return "", end
    if not front.endswith("("):
        return re.split(r"[,。;:(]", BRACKETS.sub("", front))[-1], end
    stop = text.find(")", found.start(), min(end, found.start() + LONGEST_PIECE))
    return re.split(r"[,。;:()、和]|设有?", front[:-1])[-1], stop if stop >= 0 else end


def _count(line: int, found: re.Match[str]) -> list[tuple[int, Span]]:
    """The number that a verb or a tail gives, and where."""
    group = "number" if found["number"] else "number2" if found.groupdict().get("number2") else None
    number = re.search(NUMBER, found[group]) if group else None
    value = value_of(number[0]) if number else None
    return [(value, Span(line, found.start(group or 0), found.end()))] if value else []


def _names(
    words: Lexicon, line: int, text: str, begin: int, end: int
) -> tuple[list[Heading], re.Match[str] | None, int]:
    """The names from `begin` on, the tail behind the last one, and where that ends; no names where these are none."""
    headings: list[Heading] = []
    if begin >= end:
        return headings, None, begin
    if shared := shared_names(words, line, text, begin, end):
        return *shared, shared[1].end()
    while True:
        begin = connected(text, begin, end)
        near = min(end, begin + LONGEST_PIECE)
        more = rests(text)
        if (rest := bisect_left(more, begin)) < len(more) and more[rest] < near:
            end = near = more[rest]
        cut = next_end(words, text, begin, near)
        if cut == near < end:
            # No name is so long.
            return _good(words, text, headings), None, begin
        tail = _tail(text, begin if headings else begin + 2, cut)
        stop = tail.start() if tail else cut
        if tail and headings and stop == begin and IN_ALL.match(text, begin):
            return _good(words, text, headings), tail, tail.end()
        found = _headings(words, line, text, begin, stop)
        # Behind a comma a list with other signs goes on with names alone.
        over = found and headings and text[begin - 1] == "," and "、" in text[headings[0].name.start : begin]
        if over and not ends(words, found[0].said(text)):
            found = []
        if not found or (text[begin - 1] != "、" and (verb := VERB.match(text, begin, end)) and verb["verb"]):
            return _good(words, text, _without_others(text, headings, begin, stop)), None, begin
        headings.extend(found)
        # Words that are no names at the beginning of a list are none to its end.
        if len(headings) == FEW and not _good(words, text, headings):
            return [], None, begin
        if tail or cut >= end or len(headings) > MOST:
            return _good(words, text, headings), tail, tail.end() if tail else cut
        separator = SEPARATOR.match(text, cut)
        begin = separator.end() if separator else cut + 1


def _without_others(text: str, headings: list[Heading], begin: int, stop: int) -> list[Heading]:
    """A list without the names that what stands behind it is told of: "A, B、C合并为D" ends with A."""
    if not BECAME.search(text, begin, stop):
        return headings
    kept = list(headings)
    while kept and text[begin - 1] in "、和及与":
        begin = kept.pop().name.start
    return kept


def _headings(words: Lexicon, line: int, text: str, begin: int, end: int) -> list[Heading]:
    """The names of a piece between separators: one, or several with "and" between them."""
    for found in AND.finditer(text, begin + 2, end):
        left = BRACKETS.sub("", text[begin : found.start()])
        right = BRACKETS.sub("", text[found.end() : end]).rstrip(" 。")
        if (
            (len(left) > 2 or SHORT.fullmatch(left))
            and (len(right) > 2 or SHORT.fullmatch(right))
            and not NO_BODY.search(left)
            and (ends(words, left) or ITSELF.fullmatch(left))
            and (text[found.start() - 1] == ")" or ends(words, right))
        ):
            first = _headings(words, line, text, begin, found.start())
            others = _headings(words, line, text, found.end(), end)
            return [*first, *others] if first and others else []
    whole = trimmed(line, text, begin, end, "。")
    if whole and INSIDE.fullmatch(text, whole.start, whole.end) and ends(words, text[whole.start : whole.end]):
        return [Heading(whole, (), whole.end)]
    heading = heading_at(words, line, text, begin, end)
    return [heading] if heading and _named(text, heading, end) else []


def _tail(text: str, begin: int, end: int) -> re.Match[str] | None:
    return next((one for one, depth in with_depth(text, begin, TAIL.finditer(text, begin, end)) if depth == 0), None)


def _named(text: str, heading: Heading, stop: int) -> bool:
    """Whether a piece of a list is a name and nothing else."""
    name = heading.said(text)
    return bool(PART.fullmatch(name)) and not ROOM.search(name) and not text[heading.end : stop].strip(' 。”"')


def _good(words: Lexicon, text: str, headings: list[Heading]) -> list[Heading]:
    """The headings, where most of them end as names of units or bodies do: the others are names like them."""
    names = [one.said(text) for one in headings]
    # Three that share their last word are things of one sort, whatever that is.
    told = bool(headings) and text[: headings[0].name.start].rstrip().endswith(":")
    lasts = [name[-2:] for name in names if told and len(name) > FEWEST and "人" not in name]
    alike = {last for last in lasts if lasts.count(last) > FEWEST and lasts.count(last) >= LEAST * len(names)}
    good = [name[-2:] in alike or ends(words, name) for name in names]
    return headings if headings and not only_numbers(names) and sum(good) >= LEAST * len(good) else []


def _kind(text: str, headings: list[Heading], noun: str, verb: str) -> str | None:
    """What is listed: by the word for all of them, else by how most of them end."""
    names = [one.said(text) for one in headings]
    inner = sum(bool(INNER.search(name)) for name in names) * 2 > len(names)
    said = next((kind for kind, pattern in NOUNS if pattern.search(noun)), None)
    if said == "division" and verb in ("直属", "所属", "下属") and noun.endswith("机构"):
        said = "institution"
    if said == "branch" and verb.startswith("其中") and "内设" in text[: headings[0].name.start]:
        return "division"
    if said is None or (said == "division" and noun in ("机构", "部门")):
        said = "division" if verb.endswith(("内设", "内置")) else None
    if said is None and noun and verb.endswith("属"):
        # "Clubs under the bureau: …", whatever else the last word is that they share.
        return "institution"
    if said is None and verb.endswith("辖") and not all(CLERKS.search(name) for name in names):
        return "branch" if all(SENT.search(name) for name in names) else "institution"
    if said == "institution" and inner and (noun in ("单位", "") or verb.endswith("内设")):
        said = None
    if said is None and (verb.startswith("派出") or all(SENT.search(name) for name in names)):
        said = "branch"
    return said or ("division" if inner else "institution")
