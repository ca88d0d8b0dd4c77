"""Whom Chinese clauses say that a unit oversees."""

import re

from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.zh.names import border
from loaders.extract.zh.partners import PARTS

# What is no body, or so wide that only a verb of its own makes it one.
NOT = re.compile(r"有关|相关|其他|本单位|^(?:机构|组织|企业|单位|部门|事业单位|企事业单位|机关事业单位|街道)$")
WIDE = ("企业", "企事业单位", "事业单位")
DOING = re.compile(PARTS["DOES"])
# In front of a name: whose it is; 全市 stays where it stands behind the verb itself.
FRONT = re.compile(r"^(?:[\u4e00-\u9fff]{0,12}的|[局委厅部](?=直属|所属|下属|属|及)|对)+(?:及|属(?=单位))?(?=.{3})|^及")
ALL = re.compile(r"^(?:全[市县省区州]性?|本[市县])+(?=.{3})")
EACH = re.compile(r"^全[市县省区州](?=各)")
SEVERAL = re.compile("[、和及]")
ENDS = re.compile(rf"(?:各[区县市镇乡旗]|{PARTS['HEAD']})$")


def is_whole(name: str, _behind: str) -> bool:
    """Whether a piece of a list is a body, by its end."""
    return ENDS.search(name) is not None


def too_wide(claim: Claim, name: Stretch) -> bool:
    """Whether a name is no body, or so wide that only a verb of its own makes it one."""
    printed = ALL.sub("", str(name))
    direct = claim.rule.says == "direct" and DOING.match(name.text, claim.names[0].end)
    return bool(NOT.search(printed)) and not (direct and printed in WIDE)


def bounds(claim: Claim, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where each name begins and ends: behind verbs and whose it is."""
    text, direct = claim.names[0].text, claim.rule.says == "direct"
    return [(begin + _front(text[begin:stop], direct), stop) for begin, stop in pairs]


def _front(printed: str, direct: bool) -> int:
    """Where a name begins behind verbs and whose it is."""
    begin = border(printed)
    for pattern in (FRONT, EACH if direct else ALL):
        front = pattern.match(printed[begin:])
        begin += front.end() if front else 0
    return begin
