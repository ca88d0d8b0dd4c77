"""Places that no list has: invented, new or far back, and zones; their id says where they lie and what they are called."""

import re

from loaders.place_lists import Entry, Level

ZONE = (
    r"(?:(?:经济技术|经济|高新技术产业|高新技术|高技术产业|技术|农业|旅游|矿产|台商投资|综合|工业)?开发区|经开区|高新区|新区|"
    r"风景名胜区|风景区|(?:国家级?)?(?:旅游)?度假区|工业园区|工业园|产业园区|产业园|科技园区|科技园|(?:产业|工业|产业)?集聚区|集中区|"
    r"综合保税区|保税港区|保税区|出口加工区|合作区|示范区|试验区|实验区|自贸区|自贸片区|管理区|生态城|科学城|空港区|空港城|临港区|工业区|商务区|旅游区|经济区|大学城|园区|特区)"
)
# What a city or county has one of: the name of the place around it stands in front, 南通经济技术开发区.
GENERIC = re.compile(rf"(?:综合|现代|国家级|省级|农业|生态|文化|旅游|物流|化工|循环经济|产业){{0,3}}{ZONE}")
ENDS_ZONE = re.compile(rf"{ZONE}$|(?:zone|area|park|new district)$", re.IGNORECASE)
LEVELS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (ENDS_ZONE, "zone"),
    (re.compile(r"(?:省|自治区|\bprovince)$", re.IGNORECASE), "province"),
    (re.compile(r"(?:州|盟|地区|\bprefecture)$", re.IGNORECASE), "prefecture"),
    (re.compile(r"(?:县|区|旗|\bcounty|\bdistrict|\bbanner)$", re.IGNORECASE), "county"),
)
# A name in Chinese, or one in Latin letters that begins with a capital: what a slip of the pen in an id never is.
NAME = re.compile(r"(?=[^/\\]*[\u3400-\u9fff]|[A-Z])[^\s/\\~`'\"<>\x00-\x1f]{2,80}")
LONGEST = 80


def unlisted_id(name: str, within: str | None) -> str:
    """The id of a place that no list has, from its printed name and the id of the place around it."""
    key = "-".join(re.sub(r"[/\\~`'\"<>\x00-\x1f]", "", name).split())[:LONGEST]
    key = key[:1].upper() + key[1:]
    return f"{within}-{key}" if within else key


def unlisted_entry(place: str, name: str, around: Entry | None) -> Entry | None:
    """The place that an id means, from the name in it and the place around it; None where that is no name."""
    if not NAME.fullmatch(name):
        return None
    within = around.id if around else None
    if re.search("[\u3400-\u9fff]", name):
        printed = around.short + name if around and GENERIC.fullmatch(name) else name
        return Entry(None, place, printed, None, within=within, kind=_level(name, within))
    words = name.replace("-", " ")
    return Entry(None, place, None, words, within=within, kind=_level(words, within))


def _level(name: str, within: str | None) -> Level | None:
    level = next((level for pattern, level in LEVELS if pattern.search(name)), None)
    if level is None and within and re.search(r"市$|city$", name, re.IGNORECASE):
        return "county"
    return level
