"""Standard names of departments and organs, known before any sentence is read: each is one name, whatever stands in it."""

import re
from functools import cache, lru_cache

from loaders.extract.rules.vocabulary import vocabulary

LEVEL = r"(?:[\u4e00-\u9fff]{0,6}[省市县区州旗](?:级|直|委)?|国家|中央|上级|本级|地方|当地|各级|各地)?"
# How far a name may stand behind the verb in front of it.
LONGEST_LEAD = 6


@cache
def standard() -> re.Pattern[str]:
    """A standard name: 市人力资源和社会保障局, 教育部门, 市委组织部, 县人民法院."""
    return vocabulary("zh").compile("(?:{department}{department_end}|{organ})", {})


@cache
def _commission() -> re.Pattern[str]:
    return vocabulary("zh").compile("{commission}委员会$", {})


@lru_cache(maxsize=20_000)
def inside(text: str) -> tuple[tuple[int, int], ...]:
    """Where standard names begin and end in a text."""
    return tuple(found.span() for found in standard().finditer(text))


def cuts(text: str, position: int) -> bool:
    """Whether a place in a text is inside a standard name: what stands there separates nothing."""
    return any(start < position < end for start, end in inside(text))


def is_commission(name: str) -> bool:
    """Whether a name that ends as a coordinating body does is that of a department: 市卫生健康委员会."""
    return _commission().search(name) is not None


def is_short(body: str, name: str) -> bool:
    """Whether a name is the known short form of what a body's name ends with: 妇联 for 妇女联合会."""
    known = vocabulary("zh").meaning("short_of", name)
    return bool(known) and body.endswith(known)


@cache
def _begins_none() -> re.Pattern[str]:
    return vocabulary("zh").compile("{no_name_begins}", {})


def border(text: str) -> int:
    """Where the name in a text begins: behind the last verb or preposition that stands in no standard name."""
    begin = len(text) - len(text.lstrip("和及与并"))
    for found in _begins_none().finditer(text):
        if found.start() <= begin + LONGEST_LEAD and not _holds(text, found.start()) and len(text) - found.end() > 1:
            begin = found.end()
    return begin


def _holds(text: str, position: int) -> bool:
    return any(start <= position < end for start, end in inside(text))
