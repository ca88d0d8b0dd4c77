"""Stable ids: keys made of printed names, ids of bodies, units and what belongs to them."""

import re
import unicodedata
from collections.abc import Iterable

# What shows, behind a character for a level of government, that it belongs to another word: 市场监督管理局, 区划地名科.
NOT_OURS = {
    "市": r"[场容级直郊辖属县]|区(?![划域])|民(?:服务|中心|卡|广场|热线|活动|素质|学校|云|办事|诉求|之家|公)|政(?![府协法务治策工研])",
    "县": r"[域级直属区]|城(?!市(?![场政容])|[乡管镇投关]|建局)|乡(?!村振兴|村建设|村产业|村旅游|镇企业)|[处科团局]级|市(?![场政容])",
    "区": r"[划域级直块位段属间县]|市(?![场政容])",
    "省": r"[级直际会属内]|外(?![国事专汇办])",
    "州": r"[级直际属]",
    "旗": r"[级直帜舰下属]",
    "盟": r"[级直员校友]",
}
CHINESE_LEVEL = re.compile(
    "自治区(?![级直])|本(?:自治区|[市县区旗州省盟])|"
    + "|".join(f"{level}(?!{other})" for level, other in NOT_OURS.items())
)
BROKEN_OFF = {level: re.compile(other) for level, other in NOT_OURS.items()}
COMMITTEE = re.compile("[市县区旗州省盟](?=委(?!员))")
# The Party and the nation in front of the name of a place: 中共长春市朝阳区委宣传部.
OF_PARTY = re.compile("中共|中国共产党")
PEOPLES = r"zhuang|hui|uy[gh]+ur|mongol(?:ian?)?|tibetan|yi|miao|buyi|bouyei|dong|tujia|hani|dai|li|bai|korean|kazakh?|manchu|yao|qiang"
ENGLISH_LEVEL = re.compile(
    rf"(?:the )?(?:(?:(?:{PEOPLES}),? )*(?:autonomous )?(?:region|prefecture|county|banner)|municipal|municipality|district|provincial|province|"
    r"prefectural|league|city(?! (?:management|appearance|planning|and)\b))(?:['’]s)?(?: |-)(?!and |or |\()"
)
KIND_BEHIND = re.compile(
    rf"(?:(?: {PEOPLES})* autonomous)? (?:city|municipality|county|district|province|prefecture|region|banner|league)$"
)
# What is no whole name of a body by itself.
NO_NAME = re.compile(
    r"(?:.|大学|学院|学校|中学|小学|医院|中心|总局|分局|大队|支队|党委|机关|日报社|晚报社|电视台)|"
    r"(?:people['’]?s )?(?:government|bureau|office|commission|committee|department|center|centre|division|section|station|agency|hospital|school|"
    r"university|college|court|hall)"
)


def name_key(name: str, place_names: Iterable[str] | None = None) -> str:
    """The key of a name: NFKC, lower case, spaces to "-".

    `place_names` are given for names of bodies: they, and every other way to write "ours" (市, 本县, "municipal"), are
    taken off the front as long as a whole name remains; never from names of units.

    >>> name_key("Changsha Municipal Labor Ability Appraisal Committee", ["Changsha", "长沙市"])
    'labor-ability-appraisal-committee'
    >>> name_key("吉林省长春市朝阳区市场监督管理局", ["朝阳区", "长春市", "吉林省"])
    '市场监督管理局'
    """
    text = " ".join(unicodedata.normalize("NFKC", name).lower().split())
    if place_names is not None:
        text = _without_ours(text, sorted({front.lower() for front in place_names}, key=len, reverse=True))
    key = re.sub(r"[\s/]+", "-", text)
    return re.sub(r"[\x00-\x1f\x7f\\`'\"<>]", "", key) or "unnamed"


def _without_ours(text: str, fronts: list[str]) -> str:
    """The name of a body without what says only whose it is."""
    while (shorter := _step(text, fronts)) != text:
        text = shorter
    return _without_ours_behind(text, fronts)


def _without_ours_behind(text: str, fronts: list[str]) -> str:
    """An English name without the place behind it: "bureau of justice of anji county, zhejiang"."""
    rest, of, behind = text.rpartition(" of ")
    named = [KIND_BEHIND.sub("", one.strip().removeprefix("the ")) for one in behind.split(",")]
    return rest if of and all(one in fronts for one in named) and not NO_NAME.fullmatch(rest) else text


def _step(text: str, fronts: list[str]) -> str:
    party = OF_PARTY.match(text)
    start = party.end() if party else 0
    for front in fronts:
        if text.startswith(front, start) and (rest := _rest(text, start + len(front))) is not None:
            return rest
    found = (CHINESE_LEVEL if not text.isascii() else ENGLISH_LEVEL).match(text, start)
    if found and text[found.end() - 1 : found.end() + 1] and (rest := _rest(text, found.end())) is not None:
        return rest
    return text


def _rest(text: str, end: int) -> str | None:
    """What remains behind a front: None where that is no whole name, or where the front ends inside a word."""
    broken = BROKEN_OFF.get(text[end - 1])
    if broken and broken.match(text, end):
        return None
    # Of a committee of the Party the level stays, for 委 alone is no name: 区委宣传部.
    if COMMITTEE.match(text, end - 1):
        return text[end - 1 :]
    inside = text[end - 1 : end + 1].isascii() and text[end - 1 : end + 1].isalnum()
    rest = text[end:].lstrip(" -,")
    return None if inside or not rest or NO_NAME.fullmatch(rest) else rest


def document_id(document: str) -> str:
    """The id in the graph of a loaded document; commands and `document` properties use the bare name."""
    return f"document/{document}"


def body_id(place: str, key: str) -> str:
    """The id of a body, whether a document describes it or only names it."""
    return f"{place}/{key}"


def owned_id(owner: str, kind: str, key: str) -> str:
    """The id of what belongs to one owner: a unit, alias, person, site, quota, event or boundary."""
    return f"{owner}/{kind}/{key}"


def distinct_key(key: str, taken: set[str]) -> str:
    """The key, with "~2", "~3" … behind it where it is taken already; the result is added to `taken`."""
    candidate = key if key not in taken else f"{key}~{_free(key, taken)}"
    taken.add(candidate)
    return candidate


def _free(key: str, taken: set[str]) -> int:
    """The first free number behind a key, from 2: doubled until one is free, then halved, for there may be thousands."""
    last, free = 1, 2
    while f"{key}~{free}" in taken:
        last, free = free, free * 2
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if f"{key}~{middle}" in taken else (last, middle)
    return free
