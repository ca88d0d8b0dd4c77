"""Short forms of the names of Chinese bodies and units: without their place, shortened, "this section"."""

import re
from functools import lru_cache

from loaders.extract.facts.draft import Draft
from loaders.extract.rules.vocabulary import vocabulary
from loaders.unlisted_places import ENDS_ZONE

THIS = re.compile(r"(?:该|本)(?:科室|科|处|股|室|部|局|中心|司|单位|委|厅|机构|所|站|大队|支队|总队)$")
# The body itself, where no name is given.
ITSELF = frozenset(("中心", "机关", "单位", "部门", "本部门", "你局", "你委", "我局", "我委", "局", "局机关", "本局"))
# An office of a street, a zone or a reserve by what every one is called; that of a town or street without the wider place in front.
STREET = re.compile(
    "[\u4e00-\u9fff]{2,8}(?:[镇乡](?:人民)?政府|街道办事处)|(?:街道)?办事处|街道办|管理局|管委会|管理委员会"
)
# What short names of courts and procuratorates leave out.
COURT = re.compile("人民(?=法院$|检察院$)")
# The body without the institutions under it, where budgets are told of.
ALONE = re.compile(r"(?<=[局委厅办会院署])(?:机关)?本[级部]$")
POINTING: tuple[str, ...] = ("该", "本单位", "本机构")
BODY_ENDS = ("局", "委", "厅", "单位")
FRONT = re.compile(
    r"^(?:中共)?(?:[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|省|县|区|旗)|[\u4e00-\u9fff]{2,8}?(?:市|州(?!市))|[\u4e00-\u9fff]{2,5}?(?<![联同结加])盟|"
    r"[省市县区州旗])"
)
BRACKET_IN_FRONT = re.compile(r"^\([^()]{0,20}\)")
SHORT_ENDS = ("局", "委", "厅", "会", "部", "办", "中心", "院", "所", "署", "联", "社", "协", "校", "馆")
# A short form of the name of an office has fewer characters.
LONGEST_SHORT = 7
# Who sets up units, where a sentence begins with it; names of bodies with a place in front.
SETS_UP = re.compile(r"(?P<subject>[\u4e00-\u9fff]{4,24}?)(?:现|共|下|内|统一)?设(?:有|立|置)?")
PLACED_BODY = re.compile(
    r"[\u4e00-\u9fff]{1,8}[省市县区州旗盟](?![科处股室])[\u4e00-\u9fff]{1,14}(?:[局厅委署]|委员会|法院|检察院|中心|[院馆站校所])"
)
# 法院 for 人民法院: no other body of a place is called so.
PEOPLES = re.compile("人民(?=法院|检察院|政府)")
LEVELS = re.compile(r"自治区|自治州|自治县|(?<=[\u4e00-\u9fff])[省市县区州旗盟](?=[\u4e00-\u9fff]{3})")
WIDE = ("省", "自治区")
COUNTIES = ("县", "区", "旗")
# Whose offices are not those of a place of this kind.
OVER = {"县": "省市区", "区": "省市县", "旗": "省市县", "市": "省", "州": "省", "盟": "省"}
# A name of so few characters is taken as it is printed.
SHORTEST: int = 5


def means_body(this: str, _unit: str, _body: str) -> bool:
    """By the last character."""
    return this.endswith(BODY_ENDS)


@lru_cache(maxsize=10_000)
def core(name: str) -> str:
    """A Chinese name without the place in front, and that around it: 湖北省襄阳市农科院 is 农科院."""
    front = FRONT.match(name)
    if front and front[0].endswith(WIDE) and len(front[0]) > 1:
        name = name[front.end() :]
        front = FRONT.match(name)
        front = front if front and len(front[0]) > 1 else None
    return BRACKET_IN_FRONT.sub("", name[front.end() :] if front else name)


def is_short(body: str, name: str) -> bool:
    """Whether a name is that of a body, in full or in a short form."""
    if of_another_level(body, name):
        return False
    name = ALONE.sub("", name)
    body, name = PEOPLES.sub("", body), PEOPLES.sub("", name)
    if body.endswith(name) and STREET.fullmatch(name):
        return True
    court = COURT.sub("", body)
    return name in (body, court) or _bare(body) == _bare(name) or _is_shortened(court, name)


def shortened(body: Draft, name: str) -> Draft | None:
    """The one office that a short form stands for: 党建办 for 党建工作办公室."""
    if not (name.endswith("办") and 2 < len(name) < LONGEST_SHORT):
        return None
    fitting = [unit for unit in body.inside if unit.name.endswith("办公室") and unit.name[0] == name[0]]
    fitting = [unit for unit in fitting if (letters := iter(unit.name)) and all(one in letters for one in name)]
    return fitting[0] if len(fitting) == 1 else None


def of_another_level(body: str, name: str) -> bool:
    """Whether a name has another level of government in front than the place of the body has: 省教育局, not 市教育局."""
    level = ""
    rest = body.removeprefix("中共")
    while (front := FRONT.match(rest)) and len(front[0]) > 1 and level not in COUNTIES:
        if ENDS_ZONE.search(front[0]):
            break
        level, rest = front[0][-1], rest[front.end() :]
    return bool(level) and name[:1] in OVER.get(level, "")


def is_elsewhere(body: str, name: str) -> bool:
    """Whether two names have different places in front: 咸阳市 and 秦都区, not 咸阳市 and 咸阳 or 市."""
    fronts = [_unlevelled(found[0]) if (found := FRONT.match(one)) else "" for one in (body, name)]
    return all(fronts) and fronts[0] not in _unlevelled(name) and fronts[1] not in _unlevelled(body)


def _unlevelled(name: str) -> str:
    return re.sub("[省市县区州旗盟]|自治", "", name)


def _bare(name: str) -> str:
    """A Chinese name without the words for levels of government: 咸阳市中级人民法院 is 咸阳中级人民法院."""
    return LEVELS.sub("", name) if len(name) > SHORTEST else name


def _is_shortened(body: str, name: str) -> bool:
    """Whether a name is the body's, without its place or shortened: 市人社局 for 人力资源和社会保障局."""
    whole, short = core(body), core(name)
    fronted = short != name
    # 妇联 for 妇女联合会.
    if (known := vocabulary("zh").meaning("short_of", short)) and whole.endswith(known):
        return True
    if len(short) == 1 and whole.endswith(short) and short in BODY_ENDS:
        # 襄阳市局, 市局 for 襄阳市公安局.
        return body[: -len(whole)].endswith(name[:-1])
    if len(short) < (2 if fronted else 3) or not short.endswith(SHORT_ENDS):
        return False
    letters = iter(whole)
    return short[:1] == whole[:1] and all(letter in letters for letter in short)
