"""Farms, orchards, reservoirs and zones as bodies: only a title in the first lines tells of one."""

import re
from itertools import islice

from loaders.extract.document.text import Document
from loaders.unlisted_places import ZONE

FARM = re.compile(
    r"((?!关于|负责|管理|指导|国有)[\u4e00-\u9fff]{2,20}(?:[林茶农牧渔蚕鱼苗盐]场|[良原]种场|园艺场|水库|苗圃|果园))"
    r"(?:的?(?:主要)?(?:职责|职能|概况|简介|机构设置|内设机构|内设科室))?"
)
# A zone whose committee is not named has units and duties itself.
ZONE_HAS = re.compile(
    r"机构(?:设置|概况|职能)|(?:机关)?(?:内设|下设|设有?(?=\d|[一二三四五六七八九十两]{1,3}个))|的?(?:主要)?(?:职责|职能)(?=$|[\s,:])|内设(?:机构|科室)|概况|简介"
)
IS_ZONE = re.compile(rf"{ZONE}$")
TOP = 5


def farms(document: Document) -> list[str]:
    """The one that a title names; none where no title does."""
    top = islice((text.strip() for text in document.even if text.strip()), TOP)
    return [found[1] for text in top if (found := FARM.fullmatch(text))][:1]


def zones(document: Document, places: tuple[str, ...]) -> list[str]:
    """The one of the document's place that a title or the first sentence treats as a body; none where none does."""
    names = sorted((place for place in places if IS_ZONE.search(place)), key=len, reverse=True)
    top = islice((text.strip() for text in document.even if text.strip()), TOP)
    heads = (name for text in top for name in names if text.startswith(name) and ZONE_HAS.match(text, len(name)))
    return list(heads)[:1]
