"""Chinese headings of sections, and sentences that announce lists."""

import re

from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import MAJOR, Section, kinds_in
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, heading_at

NUMERAL = r"(?:\d{1,3}(?: \d)?|[一二三四五六七八九十两]{1,4})"
UNITS = (
    r"(?:内设机构|工作机构|办事机构|职能机构|党政机构|管理机构|(?<!派出)机构(?=\s*:)|内设科室|内设部门|"
    r"职能科室|职能处室|科室|处室|股室|部室|庭室|部门|司局|科|处|股|司|部|室)"
)
OPENERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("divisions", re.compile(
        rf"(?:(?<!建)设(?![在于])|包括|内设|有)[^。;,:]{{0,12}}?(?:{NUMERAL}个|下列|以下|如下)[^。;,:]{{0,6}}?"
        rf"{UNITS}(?:\([^()]{{0,20}}\))?(?:{NUMERAL}个)?(?:[和及与][^。;,:]{{2,24}})?\s*(?:[:。,;]|$)")),
    ("divisions", re.compile(rf"内设(?:机构(?:[^。;,:]{{0,8}}{NUMERAL}个)?(?:为|如下|有)?|{NUMERAL}个机构)\s*(?:[:。,]|$)")),
    ("divisions", re.compile(rf"设(?:有|立|置)?[“\"](?:{NUMERAL}个?[室科处股部办庭组]){{2,6}}[”\"],?(?:即|分别[为是]|[包含]括)?")),
    ("divisions", re.compile(rf"(?:设|有)[^。;,:]{{0,16}}{UNITS}(?:共|为)?{NUMERAL}个")),
    ("divisions", re.compile(r"(?<![\u4e00-\u9fff])(?:局|委|厅|机关|中心)?(?:机关)?内设(?=[\u4e00-\u9fff]{2,12}[、(])")),
    ("divisions", re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{0,12}内(?:部)?设(?:有)?\s*:\s*$")),
    ("divisions", re.compile(r"内设(?:机构|科室|处室|股室|部门)(?:主要)?(?:包括|有|为|是)(?=[\u4e00-\u9fff]{2,12}[、,;(])")),
    ("institutions", re.compile(
        rf"(?:设|有|辖|属)[^。;,:]{{0,12}}?(?:{NUMERAL}个|下列|以下)[^。;,:]{{0,8}}?(?:事业单位|直属单位|下属单位|所属单位|二级机构|二级单位|预算单位)"
        r"[^。;]{0,20}:\s{0,9}$")),
    ("institutions", re.compile(
        r"(?:事业单位|直属单位|下属单位|所属单位|二级机构|二级单位|预算单位)(?:名单)?(?:分别)?(?:包括|包含|如下|有|为|是)\s{0,4}:\s{0,9}$")),
    ("institutions", re.compile(
        r"(?<!各)(?:所属|直属|下属|局属|下辖|下设|代管)[^。;,:]{0,8}(?:事业单位|单位|机构|学校|医院)"
        rf"(?:共?有?{NUMERAL}[个家所])?,?(?:为|有|包括|如下|分别[为是]|名单如下)?:\s{{0,9}}$")),
    ("institutions", re.compile(
        rf"(?:预算|决算|核算)[^。;:]{{0,24}}?单位(?:构成)?(?:共|有|包括){{0,2}}(?:{NUMERAL}个)?[^。;]{{0,20}}:\s{{0,9}}$")),
    ("branches", re.compile(
        rf"(?:设|有|辖|派出|属)[^。;,:]{{0,12}}?(?:{NUMERAL}个|下列|以下)[^。;,:]{{0,8}}?(?:派出机构|分局|派出所|司法所|基层所|分中心)"
        r"[^。;]{0,20}:\s{0,9}$")),
    ("duties", re.compile(r"(?:主要职责|主要职能|职责|职能)(?:(?:是|为|如下|有)?\s*:|(?:是|为|如下)\s*。)\s*$")),
    ("duties", re.compile(r"(?:主要职责|主要职能)\s*。\s*$")),
    ("duties", re.compile(r"(?:承担|履行)(?:以下|下列|如下)[^。;,:]{0,6}(?:职责|职能)")),
)  # fmt: skip
# A heading of institutions of one sort: "schools under the bureau", "medical units directly under it".
BELOW = re.compile(
    r"(?:(?:[市县区州]|本)?[局委厅部](?:直|属|管)属?|[直所下]属|归口(?:管理)?|[代直主]管|二级|[市县区]直)[\u4e00-\u9fff]{0,8}"
    r"(?:单位|机构|学校|医院|院校|站所)(?:简介|一览表?|名录|名单|介绍|情况|设置)?"
)
# A heading of branches of one sort: "the offices of justice at the grass roots".
LOWER = re.compile(
    r"(?:基层|下辖|下设|派驻|下属|直属|各)[\u4e00-\u9fff]{0,5}(?:所|分局|[中大]队|分中心)(?:设置|介绍|简介|一览表?|名录)?|派出所|司法所|分局|财政所|监管所"
)
# A heading of bodies with standing of their own that a body manages.
MANAGED = re.compile(
    r"[\u4e00-\u9fff]{0,24}(?:管理|代管|领导)的(?:行政机构|行政机关|国家局|政府机构|机构)(?:名单|设置)?|(?:归口|代为?)管理的?(?:行政)?机构|部委管理的?国家局"
)
# What a body is made of, each part with its duties.
WITH_DUTIES = re.compile(
    r"[\u4e00-\u9fff]{0,12}机构(?:设置|构成|组成)?(?:情况)?(?:及|和|与|、)(?:其|各自)?(?:主要|工作)?(?:职能|职责)"
)
OF_BODIES = re.compile(r"(?:单位|机构)(?:名单|构成)?(?:包括|如下|有|为|是)?$")
SUMS = re.compile(r"(?:[一二三四五六七八九十两\d]{1,2}个?(?:[室科处股部办]|分馆)){2,6}$")
LONGEST = 18
DUTY = re.compile(
    r"负责|承担|组织(?!机构)|指导|拟订|贯彻|将|完成|承办|办理|协助|会同|开展|落实|.{2,16}(?:负责(?!人)|承担)"
)
INSTITUTIONS = re.compile(f"{BELOW.pattern}|{MANAGED.pattern}")
RESPONSIBILITIES = re.compile(r"(?:的)?(?:主要|工作|岗位)?(?:职责|职能)[是为]?\s*$")
# A heading of institutions that is none of units.
OF_INSTITUTIONS = re.compile(
    "事业|直属|[局委厅]直|[局委厅]属|所属|二级|(?:下属|下辖|基层)(?:二级)?(?:单位|院所|站所|学校|企业)"
)

# What was so before: 此前,局内设机构包括…
PAST = re.compile(r"(?:^|(?<=[,。;]))(?:(?:此|之|以|改革|调整)前|过去|原先),")


def may_be(head: str) -> bool:
    """A heading has no blank inside."""
    return " " not in head


def kind(words: Lexicon, head: str) -> str | None:
    """What a heading is about; None where it is none: too long, a sentence, the name of a unit."""
    if WITH_DUTIES.fullmatch(head):
        return "divisions"
    if LOWER.fullmatch(head):
        return "branches"
    named = words.ends(head, "unit") and not _ends_as_heading(words, head)
    if MANAGED.fullmatch(head) and not DUTY.match(head):
        return "institutions"
    if len(head) > LONGEST or re.search(r"[,。;!?]", head) or named or DUTY.match(head):
        return None
    kinds = [kind for kind in kinds_in(words, head) if not kind.startswith("adjust_") or _is_adjustment(head)]
    if "institutions" in kinds and OF_BODIES.search(head):
        return "institutions"
    if len(MAJOR.intersection(kinds)) > 1 and kinds[0] not in ("adjust", "divisions"):
        return "general"
    return kinds[0] if kinds else None


def _ends_as_heading(words: Lexicon, head: str) -> bool:
    """Whether a Chinese heading that ends like a unit ends with words for units in general: 内设科室."""
    return head.endswith(tuple(words.words["heading"]["divisions"]))


def _is_adjustment(head: str) -> bool:
    """ "Cancelled" alone, or with the word for duties: no unit or matter that only holds the word."""
    return len(head) <= 4 or bool(re.search(r"职责|职能|事项|职权", head))


def is_of_bureaus(head: str) -> bool:
    """Whether a heading announces bodies with standing of their own that a body manages."""
    return MANAGED.fullmatch(head) is not None


def of_divisions(title: str, _kinds: list[str]) -> bool:
    """Whether it tells in letters how many units of which kind there are: 机构设置为两室三科."""
    return SUMS.search(title) is not None


def of_others(text: str, start: int, end: int) -> bool:
    """Whether a sentence that seems to announce divisions tells of those that were."""
    return PAST.match(text, start, end) is not None


def units_below(_words: Lexicon, _document: Document, section: Section, part: Part) -> float | None:
    """What speaks for units below a heading that says nothing but how a body is set up; None where none can stand there."""
    return -0.8 if section.kind in ("institutions", "general") and not OF_INSTITUTIONS.search(part.words) else None


def named_in_duties(words: Lexicon, section: Section, part: Part) -> Heading | None:
    """The unit that a heading of duties names: "X职责"."""
    start, end = section.span.start, section.span.end
    tail = RESPONSIBILITIES.search(part.text, start, end)
    heading = heading_at(words, part.line, part.text, start, tail.start()) if tail else None
    return heading if heading and tail and not part.text[heading.end : tail.start()].strip() else None


def goes_on(said: str) -> bool:
    """Whether what stands behind a name makes a sentence of it, by its stops."""
    sentence = said.endswith("。") or re.search(r"[^:]:\s{0,3}[^\s:]", said)
    return bool(sentence or re.search("[。;,]", said.strip(" 。.:")))
