"""Chinese headings of units: what speaks for one and against it, and sentences that begin with one."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import heading_at, is_name
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Clue, Role, weighed
from loaders.extract.outline.units import Candidate
from loaders.extract.zh.body_names import NO_BEGINNING

VERB_FIRST = re.compile(
    r"(?:负责|承担|拟订|组织|贯彻|制定|起草|完成|协助|会同|指导|落实|开展|受理|承办|参与|推进|协调|检查|核定|发放|储备|收发|安排)"
)
# How a decision about units or institutions begins.
DECIDED = re.compile(r"同意|撤销|将|设立|设置|成立")
PLAIN = re.compile(r"[^的,。;:是为将设]{1,16}[科处股室司庭部]")
# A sentence about where an office is, no name.
LODGED = re.compile(
    r".{3}(?:挂靠|设在|设于|设立在|挂在|隶属|合署|位于|坐落|地处)|下辖|(?:所属|直属|下属|下辖)(?:事业|二级)?单位(?:有|为|是|包括)|^[局厅委院校社直下所隶]属|^\d{4}年"
)
# Units that stand in the first section of short documents, before any heading.
FIRST_UNITS = ("办公室", "综合科", "综合处", "综合股", "秘书科", "秘书处")
PARTY = re.compile(
    r"(?:局|委|厅)?(?:直属)?机关(?:党委|党总支|党支部|纪委|党组织|党的?委员会)|(?:机关)?纪检\(?监察\)?(?:机构|室|组)"
)
PARTY_ENDS = ("纪检监察组", "纪检组", "机关党委", "机关纪委", "机关党总支")
# Words for units in general: the heading of a group of units, or of all of them.
GROUP_OF_UNITS = re.compile(
    r"(?:机构|科室|处室|股室|部门|单位|序列|出处)(?:的?(?:设置|构成|组成|概况|情况|职责|职能)){0,3}$"
)
# Verbs of sentences that tell one after the other what the units of a body do.
DOES = "负责|承担|主管|分管|处理|审[核批查]|组织|推[动进行]|开展|编制|[制拟][定订]|受理|办理|协调|监督|统筹|引进|指导|管理|落实|执行|收集|宣传"
IN_TURN = re.compile(
    rf"\s{{0,9}}(?![各该本其全])(?P<name>[\u4e00-\u9fff]{{1,9}}?(?:[科处股室站队]|[^全内]部|办|中心))(?:则|主要|具体|全面)?(?P<sure>:\s?)?(?:{DOES}|会同|配合|参与|协同|贯彻)"
)
# Behind the name of a unit: the sign that it hangs.
SIGNED = re.compile(r",(?:加挂|增挂|挂|对外保留)[^。;]{2,60}?(?:牌子|名称)(?:[,。;]|$)")
# Who runs a web page.
PAGE = ("主办", "承办", "协办")
# Whether a heading of a name that a numbered list had is that unit again.
RETOLD: bool = True
# A court's tribunal out in the country, not one for a sort of cases.
SENT = re.compile("(?<!少年)(?<!资源)(?<!产权)(?<!家事)(?<!速裁)(?<!环保)法庭$")
# A label in front of the name of a unit, and a sentence that begins with one.
LABEL = re.compile(r"\s{0,9}(科室|处室|股室|部门|内设机构|单位|机构)(?:名\s{0,4}称|全称):\s{0,9}(?=\S)")
TOLD = re.compile(
    r"\s{0,9}(?!其中)([\u4e00-\u9fff]{2,14}(?:[科处股室司部]|(?<![主承协督交查])办|党委|纪委|党总支|支部|工会|[大支]队|中心))(\([^()]{2,20}\))?\s{0,4}"
    r"(?:则|还|主要|具体|专门|作为[^,。;]{2,16},){0,2}(?:负责|承担)"
)
CONTACTS = ("联系", "地址", "局长", "主任", "另设", "并设")
BESIDE = ("在", "由", "与")
# What a budget or a page tells below a heading: no unit is called so.
MATTER = re.compile(
    "(?:收入|支出|收支|结余|经费|情况|说明|概况|解释|附件|[总算支附]表|(?:收入|支出|收支|部门|单位|年度)[预决]算)$"
)
# A sign, and where it hangs.
HUNG_ELSEWHERE = re.compile(r",在[^,。;]{2,30}(?:[加增]挂|挂(?:牌|其|该))")
TELEPHONE = re.compile(r":\s{0,3}\d")
DUTY_FOLLOWS = re.compile(r"\s{0,9}(?:(?:主要|工作)?(?:职责|职能)|负责|承担|1[.、]|\(一\)|[一1][、.])")
# Last words that institutions have more often than units; the level in front of their names.
SERVICE = re.compile(r"(?:人民法庭|检察室|中心|站|所|院|馆|校|学|园|队|局|台|社|场)$")
# Two names with "and" between them.
TWO = re.compile(r"[科处股室部庭队办](?<![科处股部]室)(?:以?及|[和与])(?!谐)[\u4e00-\u9fff]{2,}[科处股室部庭队办]$")
LEVEL = re.compile(r"[省市县区州旗]")
# What is a body of some place, not a unit.
A_BODY = re.compile(r"[\u4e00-\u9fff]{0,12}?[省市县区州旗](?![级直属管场])[\u4e00-\u9fff]{2,14}(?:局|厅|委员会)$")
# Offices of coordinating bodies may be units, the bodies are none.
OFFICE = ("办公室", "秘书处", "科", "处", "股")
LONGEST, LONGEST_WITH_VERB, LONGEST_PARTY = 20, 12, 26
# A name alone says neither where something is nor who does it: 安委会办公室设在本科 is no unit.
BARE = re.compile(
    r"(?!其[他它]|以上|各|本|该)(?!.{1,12}(?:设[在于]|挂[在靠]|承担|负责|[由与在归][本该]|[本该][处科股室]))"
    r"[\u4e00-\u9fff]{2,14}(?:[处科股室]|党委|纪委|党总支|党支部|工会|团委|纪检监察组)"
)


def is_bare(text: str, name: Span) -> bool:
    """Whether a sentence is nothing but the name of a unit."""
    return bool(BARE.fullmatch(text, name.start, name.end)) and not VERB_FIRST.match(text, name.start)


def clues(overview: Overview, one: Candidate, following: Block | None) -> Iterator[Clue]:
    """All clues of a heading, each with its weight."""
    suffixed = overview.words.ends(one.name, "unit") and not GROUP_OF_UNITS.search(one.name)
    yield from _of_name(one, suffixed)
    yield from _of_end(one, suffixed)
    yield from _of_document(overview, one, suffixed)
    if not one.after and following and DUTY_FOLLOWS.match(following.text, following.start, following.end):
        yield "duties follow", 1.0


def _of_name(one: Candidate, suffixed: bool) -> Iterator[Clue]:
    """By its words."""
    name = one.name
    yield "last word", 2.5 if suffixed else -1.5 if one.number else -4.0
    if GROUP_OF_UNITS.search(name):
        yield "word for units", -4.0
    if VERB_FIRST.match(name):
        sentence = not suffixed or len(name) > LONGEST_WITH_VERB or one.after[:1] == "。"
        yield "verb in front", -5.0 if sentence else -1.0
    if name in PAGE or name.startswith(CONTACTS) or MATTER.search(name):
        yield "no name", -9.0
    if LODGED.search(name) or name.startswith(BESIDE):
        yield "says where", -9.0
    if TWO.search(name):
        yield "two names", -4.0
    if DECIDED.match(name):
        yield "decision", -9.0
    if len(name) > LONGEST:
        yield "long", -3.0 if one.number else -5.0
    if PLAIN.fullmatch(name) and suffixed:
        yield "plain", 0.5
    if name in FIRST_UNITS:
        yield "first of most lists", 1.5


def _of_end(one: Candidate, suffixed: bool) -> Iterator[Clue]:
    """By what stands behind it."""
    after, signed = one.after, SIGNED.match(one.after)
    by_blank = one.text[one.heading.end : one.heading.end + 1] == " "
    if one.heading.brackets:
        yield "bracket", 0.3
    if HUNG_ELSEWHERE.match(after):
        yield "a sign that hangs elsewhere", -9.0
    if TELEPHONE.match(after) and not one.number:
        yield "telephone", -9.0
    if by_blank and not one.number:
        yield "blank behind", -1.0
    comma = after[:1] == "," and not signed
    joined = bool(one.heading.brackets) and after[:1] in ("和", "及", "与")
    item = after == ";" and suffixed and PLAIN.fullmatch(one.name) and not VERB_FIRST.match(one.name)
    if item:
        return
    if joined or not (one.closed or by_blank or signed or (comma and suffixed and one.number)):
        yield "goes on", -6.0
    elif comma:
        yield "comma", -1.0 if one.number else -3.0
    elif after[:1] == ";" or (after == "。" and not suffixed):
        yield "stop", -3.0


def _of_document(overview: Overview, one: Candidate, suffixed: bool) -> Iterator[Clue]:
    """By what the whole document shows."""
    name, words = one.name, overview.words
    if name in words.words["noise"]:
        yield "word of a page", -9.0
    if (one.heading.name.line, one.heading.name.start) in overview.unit_starts:
        yield "in a run of units", 3.0
    if overview.is_body(name):
        yield "the body itself", -9.0
    if A_BODY.match(name):
        yield "a body of its own", -6.0
    if words.matches("form").search(name) and not name.endswith(OFFICE):
        yield "coordinating body", -6.0
    if (one.heading.name.line, one.heading.name.start) in overview.body_starts:
        yield "in a run of bodies", -3.0
    elif suffixed and SERVICE.search(name):
        placed = name.startswith(overview.places) or LEVEL.match(name)
        yield "ends as institutions do", -2.5 if placed else -1.5


def is_party(_words: Lexicon, name: str) -> bool:
    """Whether a name is that of a unit of the Party."""
    found = PARTY.match(name)
    fits = bool(found and (found.end() == len(name) or name[found.end() :].startswith(("按", "依", "的设置"))))
    return fits or (len(name) < LONGEST_PARTY and name.endswith(PARTY_ENDS))


def told(overview: Overview, part: Part) -> Role | None:
    """A sentence that begins with the name of a unit: "X科负责…"."""
    found = TOLD.match(part.text, part.begin, part.end)
    heading = (
        heading_at(overview.words, part.line, part.text, part.begin, found.end(2 if found[2] else 1)) if found else None
    )
    if (
        found is None
        or heading is None
        or NO_BEGINNING.match(found[1])
        or not is_name(overview.words, found[1], "unit")
    ):
        return None
    clues = [("told", 2.0)]
    if (part.line, heading.name.start) in overview.unit_starts:
        clues.append(("in a run of units", 3.0))
    if PARTY.match(found[1]):
        clues.append(("party", 2.0))
    return weighed("unit", clues, "told", part=part, heading=heading)
