"""Sections: which heading, or which announcing sentence, begins what."""

import re
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.en.headings import heading_kind
from loaders.extract.lexicon import Lexicon
from loaders.extract.numbering import ENGLISH
from loaders.extract.text import trimmed

STOP = re.compile(r"。|\.(?=\s)")
# Kinds whose heading may stand in front of the text in one line.
BEFORE_TEXT = ("adjust", "adjust_received", "adjust_given", "adjust_dropped", "adjust_strengthened", "boundary")
# A duty may name what these sections are about: "Contact the leaders".
MINOR = ("leaders", "groups", "general", "party", "other")
MAJOR = {"duties", "divisions", "staffing", "institutions", "branches", "adjust"}
NUMERAL = r"(?:\d{1,3}(?: \d)?|[一二三四五六七八九十两]{1,4})"
CHINESE_UNITS = (
    r"(?:内设机构|工作机构|办事机构|职能机构|党政机构|管理机构|机构(?=\s*:)|内设科室|内设部门|"
    r"职能科室|职能处室|科室|处室|股室|部室|部门|司局|科|处|股|司|部|室)"
)
CHINESE_OPENERS = (
    ("divisions", re.compile(
        rf"(?:(?<!建)设(?![在于])|包括|内设|有)[^。;,:]{{0,12}}?(?:{NUMERAL}个|下列|以下|如下)[^。;,:]{{0,6}}?"
        rf"{CHINESE_UNITS}(?:\([^()]{{0,20}}\))?(?:{NUMERAL}个)?(?:[和及与][^。;,:]{{2,24}})?\s*(?:[:。,;]|$)")),
    ("divisions", re.compile(rf"内设(?:机构(?:[^。;,:]{{0,8}}{NUMERAL}个)?(?:为|如下|有)?|{NUMERAL}个机构)\s*(?:[:。,]|$)")),
    ("divisions", re.compile(rf"(?:设|有)[^。;,:]{{0,16}}{CHINESE_UNITS}(?:共|为)?{NUMERAL}个")),
    ("divisions", re.compile(r"(?<![\u4e00-\u9fff])(?:局|委|厅|机关|中心)?(?:机关)?内设(?=[\u4e00-\u9fff]{2,12}[、(])")),
    ("divisions", re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{0,12}内(?:部)?设(?:有)?\s*:\s*$")),
    ("institutions", re.compile(
        rf"(?:设|有|辖|属)[^。;,:]{{0,12}}?(?:{NUMERAL}个|下列|以下)[^。;,:]{{0,8}}?(?:事业单位|直属单位|下属单位|所属单位|二级机构|二级单位|预算单位)"
        r"[^。;]{0,20}:\s{0,9}$")),
    ("institutions", re.compile(
        r"(?:事业单位|直属单位|下属单位|所属单位|二级机构|二级单位|预算单位)(?:名单)?(?:分别)?(?:包括|包含|如下|有|为|是)\s{0,4}:\s{0,9}$")),
    ("institutions", re.compile(
        r"(?:所属|直属|下属|局属|下辖|下设|代管)[^。;,:]{0,8}(?:事业单位|单位|机构|学校|医院)"
        rf"(?:共?有?{NUMERAL}[个家所])?,?(?:为|有|包括|如下|分别[为是]|名单如下)?:\s{{0,9}}$")),
    ("branches", re.compile(
        rf"(?:设|有|辖|派出|属)[^。;,:]{{0,12}}?(?:{NUMERAL}个|下列|以下)[^。;,:]{{0,8}}?(?:派出机构|分局|派出所|司法所|基层所|分中心)"
        r"[^。;]{0,20}:\s{0,9}$")),
    ("duties", re.compile(r"(?:主要职责|主要职能|职责|职能)(?:(?:是|为|如下|有)?\s*:|(?:是|为|如下)\s*。)\s*$")),
    ("duties", re.compile(r"(?:主要职责|主要职能)\s*。\s*$")),
    ("duties", re.compile(r"(?:承担|履行)(?:以下|下列|如下)[^。;,:]{0,6}(?:职责|职能)")),
)  # fmt: skip
ENGLISH_COUNT = rf"(?:\d{{1,3}}(?: \d)?|{'|'.join(reversed(ENGLISH))})"
ENGLISH_UNITS = r"(?:offices|divisions|sections|departments|institutions|organs|units|organizations|agencies|bureaus|stocks|shares|rooms|bodies)"
# How a sentence goes on in front of a list.
FOLLOW = (
    r"(?: (?:mainly )?(?:are|include|comprise|consist of)(?: (?:as follows|the following|respectively))?| as follows)?"
)
ENGLISH_OPENERS = (
    (
        "institutions",
        re.compile(
            r"\b(?:affiliated|subordinate) (?:public )?(?:units|institutions)(?: (?:of|in|under) [\w ]{3,60}?)?"
            rf"{FOLLOW}\s*:\s*$|"
            r"\b(?:institutions|units|agencies|organi[sz]ations) (?:directly )?(?:under|(?:affiliated|subordinate|attached) (?:to|with)|belonging to) "
            rf"(?:it|the [\w'’ ]{{2,80}}?){FOLLOW}\s*:\s*$",
            re.IGNORECASE,
        ),
    ),
    (
        "branches",
        re.compile(r"\b(?:are|is) dispatched by [^.;:]{3,60}:\s*$|\bdispatche[sd] [^.;:]{3,80}:\s*$", re.IGNORECASE),
    ),
    (
        "divisions",
        re.compile(
            rf"\b(?:sets? up|has|have|there are|consists? of|with|establish(?:es|ed)?|includes?|set)\b[^.;]{{0,40}}?"
            rf"\b(?:{ENGLISH_COUNT}\b|following|internal|functional)"
            rf"[^.;]{{0,40}}?\b{ENGLISH_UNITS}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "divisions",
        re.compile(
            rf"(?:\b(?:the|its|internal|functional|names of the|{ENGLISH_COUNT})\b)[^.;:,]{{0,30}}?\b{ENGLISH_UNITS}\b"
            r"(?: and rooms)?(?: (?:are|include)| is set up| as follows| are set up| are as follows)?(?: inside| as follows| set up)?\s*:",
            re.IGNORECASE,
        ),
    ),
    (
        "divisions",
        re.compile(
            r"\bha(?:s|ve)\b[^.;]{0,40}?\b(?:internal|functional) (?:organi[sz]ation|institution|structure|organ|department|agency)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "divisions",
        re.compile(r"\b(?:department|bureau|commission|center) (?:is set up|sets up|set up)\s*:", re.IGNORECASE),
    ),
    (
        "duties",
        re.compile(
            r"\b(?:main |following |primary )?(?:responsibilities|duties|functions)\b[^.;]{0,70}(?:are|is|as follows|following)?[^.;]{0,12}:\s*$",
            re.IGNORECASE,
        ),
    ),
)
# A heading that ends so speaks of bodies below this one, where no other word says what it is about.
INSTITUTIONS = re.compile(r"\b(?:institutions|stations|centers)$", re.IGNORECASE)
# Units that stand outside the body; a sentence about them opens no list of its divisions.
OTHER_UNITS = re.compile(
    r"\bjurisdiction over\b|\bsub-?agenc|\b(?:units|institutions|organi[sz]ations|agencies) (?:at|of) the (?:deputy )?(?:bureau|department|county) level\b|"
    r"\b(?:affiliated|subordinate|dispatched|branch|detached|directly) (?:public )?(?:offices|institutions|units|agencies)",
    re.IGNORECASE,
)
ENGLISH_INTERNAL = re.compile(
    rf"\b(?:internal|functional)\b|\b{ENGLISH_COUNT} (?:sections|divisions|departments|offices)", re.IGNORECASE
)
NONE_SET = re.compile(r"(?:不|未|没有|暂不)(?:设立?|设置|单设)|\bno internal|does not have", re.IGNORECASE)
RESPONSIBILITIES_OF = re.compile(
    r"(?:the\s+)?(?:scope of\s+)?(?:main\s+)?(?:responsibilities|duties|functions) of (?:the )?", re.IGNORECASE
)
# Duties that are told unit by unit.
OF_EACH = re.compile(
    r"\bof (?:the |its )?(?:(?:each|every|all|various|internal|functional|following|specific) )+"
    r"(?:\w+ )?(?:section|division|department|office|unit|institution|organ|room|agenc)",
    re.IGNORECASE,
)
OF_BODY = re.compile(
    r"(?<=\w)\s(?:of|for) (?:the|this|our) (?:bureau|office|commission|department|center|organ|agency|administration|ministry)$",
    re.IGNORECASE,
)
UNIT_OF = re.compile(
    r"(?:[\w-]{1,30}\s{1,9}){0,5}?(?:office|division|department|section|bureau|ministry|center|place)\s+(?:of|for)\s",
    re.IGNORECASE,
)
# A Chinese heading of institutions of one sort: "schools under the bureau", "medical units directly under it".
BELOW = re.compile(
    r"(?:(?:[市县区州]|本)?[局委厅部](?:直|属|管)属?|[直所下]属|归口(?:管理)?|[代直主]管|二级|[市县区]直)[\u4e00-\u9fff]{0,8}"
    r"(?:单位|机构|学校|医院|院校|站所)(?:简介|一览表?|名录|名单|介绍|情况|设置)?"
)
# A Chinese heading of branches of one sort: "the offices of justice at the grass roots".
LOWER = re.compile(
    r"(?:基层|下辖|下设|派驻|下属|直属|各)[\u4e00-\u9fff]{0,5}(?:所|分局|[中大]队|分中心)(?:设置|介绍|简介|一览表?|名录)?|派出所|司法所|分局|财政所|监管所"
)
# A Chinese heading of bodies with standing of their own that a body manages.
MANAGED = re.compile(
    r"[\u4e00-\u9fff]{0,24}(?:管理|代管|领导)的(?:行政机构|行政机关|国家局|政府机构|机构)(?:名单|设置)?|(?:归口|代为?)管理的?(?:行政)?机构|部委管理的?国家局"
)
OF_BODIES = re.compile(r"(?:单位|机构)(?:名单|构成)?(?:包括|如下|有|为|是)?$")
LONGEST = 18
CHINESE_DUTY = re.compile(
    r"负责|承担|组织(?!机构)|指导|拟订|贯彻|将|完成|承办|办理|协助|会同|开展|落实|.{2,16}(?:负责(?!人)|承担)"
)
DIVIDED = re.compile(r"(?:the )?division of (?:responsibilities|labou?r|duties)\b", re.IGNORECASE)
OVERVIEW = re.compile(r"(?:the )?(?:overview|nature|introduction|profile)(?: of (?:the )?\w+)?$", re.IGNORECASE)
LEADERS = re.compile(r"(?:the )?leaders of (?:the )?\w+$", re.IGNORECASE)
CHINESE_RESPONSIBILITIES = re.compile(r"(?:的)?(?:主要|工作|岗位)?(?:职责|职能)(?:是)?\s*$")


@dataclass(frozen=True)
class Section:
    """A heading: what its section is about, the span of the heading and where text behind it in the line begins."""

    kind: str
    span: Span
    rest: int


def section_at(words: Lexicon, line: int, text: str, start: int, end: int, numbered: bool) -> Section | None:
    """The section whose heading begins at `start`; None where the text is no heading."""
    colon = text.find(":", start, end)
    if words.language == "zh" and " " in text[start : colon if colon >= 0 else end].strip():
        return None
    stop = colon if colon >= 0 else end
    ends = STOP.search(text, start, min(stop, start + 100)) if numbered else None
    if (
        ends
        and text[ends.end() : stop].strip()
        and (head := kind_of(words, text[start : ends.start()].strip())) in BEFORE_TEXT
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
    responsibilities = words.language == "en" and RESPONSIBILITIES_OF.match(head) and len(head.split()) < 12
    if words.language == "en":
        head = OF_BODY.sub("", head)
    kind = "duties" if responsibilities else kind_of(words, head)
    if responsibilities and OF_EACH.search(head):
        kind = "divisions"
    if kind is None:
        return None
    return Section(kind, span, colon + 1 if colon >= 0 else end)


def kind_of(words: Lexicon, head: str) -> str | None:
    """What a heading is about; None where it is none: too long, a sentence, the name of a unit."""
    if words.language == "zh":
        return _chinese_kind(words, head)
    if known := heading_kind(head):
        return known
    if LEADERS.match(head):
        return "leaders"
    if OVERVIEW.match(head):
        return "general"
    if DIVIDED.match(head):
        return "boundary"
    if (
        UNIT_OF.match(head)
        or len(head.split()) > 8
        or re.search(r"[.;!?]|\b(?:is|are|has|have|shall)\b", head)
        or (words.ends(head, "unit") and not _names_units(head))
        or (words.ends(head, "unit") and words.matches("party").search(head))
    ):
        return None
    kinds = [kind for kind in kinds_in(words, head) if not kind.startswith("adjust_") or _is_adjustment(words, head)]
    if words.matches("other_tasks").search(head) or (kinds and kinds[0] in MINOR and words.duty_verb.match(head)):
        return None
    if kinds and kinds[0] == "staffing" and words.language == "en" and re.search(r"\b\d", head):
        return None
    if not kinds:
        return "institutions" if INSTITUTIONS.search(head) else None
    if kinds[0] == "branches" and words.matches("party").search(head.replace("branches", "branch")):
        return "party"
    if len(MAJOR.intersection(kinds)) > 1 and kinds[0] not in ("adjust", "divisions"):
        return "general"
    return kinds[0]


def _chinese_kind(words: Lexicon, head: str) -> str | None:
    if LOWER.fullmatch(head):
        return "branches"
    named = words.ends(head, "unit") and not _ends_as_heading(words, head)
    if MANAGED.fullmatch(head) and not CHINESE_DUTY.match(head):
        return "institutions"
    if len(head) > LONGEST or re.search(r"[,。;!?]", head) or named or CHINESE_DUTY.match(head):
        return None
    kinds = [kind for kind in kinds_in(words, head) if not kind.startswith("adjust_") or _is_adjustment(words, head)]
    if "institutions" in kinds and OF_BODIES.search(head):
        return "institutions"
    if len(MAJOR.intersection(kinds)) > 1 and kinds[0] not in ("adjust", "divisions"):
        return "general"
    return kinds[0] if kinds else None


def _ends_as_heading(words: Lexicon, head: str) -> bool:
    """Whether a Chinese heading that ends like a unit ends with words for units in general: 内设科室."""
    return head.endswith(tuple(words.words["heading"]["divisions"]))


def _is_adjustment(words: Lexicon, head: str) -> bool:
    """ "Cancelled" alone, or with the word for duties: no unit or matter that only holds the word."""
    if words.language == "zh":
        return len(head) <= 4 or bool(re.search(r"职责|职能|事项|职权", head))
    return len(head.split()) <= 2 or bool(
        re.search(r"responsibilit|dut(?:y|ies)|function|tariffs", head, re.IGNORECASE)
    )


def _names_units(head: str) -> bool:
    return bool(
        re.search(
            r"\b(?:internal|institutions|units|set up in|affiliated|subordinate|functional|directly|dispatched|branch|detached|squadrons|"
            r"supervision offices)\b",
            head,
            re.IGNORECASE,
        )
    )


def kinds_in(words: Lexicon, head: str) -> list[str]:
    """Every kind of section that a heading speaks of, in the order of the word list."""
    exact = words.words["heading_exact"].get(head.lower().strip())
    kinds = [exact] if exact else [kind for kind, pattern in words.headings if pattern.search(head)]
    return kinds or (
        ["institutions"] if words.language == "zh" and (BELOW.fullmatch(head) or MANAGED.fullmatch(head)) else []
    )


def opener(words: Lexicon, text: str, start: int, end: int) -> str | None:
    """What a sentence announces: a list of units, a list of duties; None where it announces nothing."""
    if NONE_SET.search(text, start, end):
        return None
    openers = CHINESE_OPENERS if words.language == "zh" else ENGLISH_OPENERS
    kind = next((kind for kind, pattern in openers if pattern.search(text, start, end)), None)
    if kind != "divisions" or words.language == "zh" or ENGLISH_INTERNAL.search(text, start, end):
        return kind
    return None if OTHER_UNITS.search(text, start, end) else kind
