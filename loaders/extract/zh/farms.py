"""Farms, orchards and reservoirs as bodies: only a title in the first lines tells of one."""

import re
from itertools import islice

from loaders.extract.text import Document

FARM = re.compile(
    r"((?!关于|负责|管理|指导|国有)[\u4e00-\u9fff]{2,20}(?:[林茶农牧渔蚕鱼苗盐]场|[良原]种场|园艺场|水库|苗圃|果园))"
    r"(?:的?(?:主要)?(?:职责|职能|概况|简介|机构设置|内设机构|内设科室))?"
)
TOP = 5


def farms(document: Document) -> list[str]:
    """The one that a title names; none where no title does."""
    top = islice((text.strip() for text in document.even if text.strip()), TOP)
    return [found[1] for text in top if (found := FARM.fullmatch(text))][:1]
