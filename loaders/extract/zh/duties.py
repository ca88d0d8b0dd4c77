"""How Chinese clauses tell what a unit does."""

import re

VERBS = re.compile(
    r"(?:(?:^|[,:是])\s*|(?<=[科处股室司部局队]))(?:主要|具体|依法|统一)?"
    r"(?:负责|承担|承办|指导|监督|组织|拟[订定]|制[订定]|贯彻|落实|(?:为[^,]{1,12})?提供|办理|受理|推[进动]|开展|做好|管理)"
)
SETTING_UP = re.compile(
    r"设在|领导下|合署办公|牌子|本规定|电话|另行规定|负责解释|事业单位$|工作部门$|领导职数|编制\d|年组建|整合组建|更名而来|[科处股室](?:更名|改称|合并)为?|划归[^,。;]{2,20}(?:管理|领导)$|交办的(?:其[他它]|任务|事项)"
)
# What falls to another body: "机场安检由民航部门负责".
OTHERS = re.compile(
    r"由(?P<body>(?:(?!由)[\u4e00-\u9fff]){1,24}?(?:部门|[局委厅办署院]|政府|机关|公司))(?:会同[^,]{2,30}|依法|统一|牵头|具体){0,2}(?:负责|承担|管理|办理|组织|实施)(?!的)"
)
SUBJECT = re.compile(r"(?P<unit>[\u4e00-\u9fff]{2,16}?)(?:主要|具体)?(?:负责|承担)")
JOINS = re.compile("[,、并和及]")
# What comes in front of a verb that begins a phrase.
FRONT = r"(?:^|(?<=[,并]))(?:主要|具体|依法|统一|统筹|归口|综合|全面|直接|分级|定期|积极|按规定|认真|切实){0,2}"


def begins(verbs: str, _nouns: str) -> re.Pattern[str]:
    """A verb and what comes in front of it."""
    return re.compile(rf"{FRONT}(?P<verb>{verbs})(?P<noun>(?!))?")
