"""What Chinese sentences say of hosted offices: whose daily work a unit does, where an office is."""

import re

CHINESE_WORK = r"(?:的)?(?:日常|具体|有关|相关|综合){0,2}(?:协调|联络|联系|管理|组织)?(?:工作|事务|事宜|活动)"
CHINESE_END = (
    r"(?:领导小组|委员会|联席会议|工作组|小组|专班|指挥部|办公室|秘书组|秘书处|协会|学会|联合会|基金会|促进会|研究会)"
)
CHINESE_DOES = re.compile(
    rf"(?:承担|承办|履行|负责|处理|做好|牵头|主持)(?P<names>[^。;:]{{0,140}}?{CHINESE_END})(?:\([^()]{{0,24}}\))?(?:(?:的)?[\u4e00-\u9fff]{{2,4}}(?:、[\u4e00-\u9fff]{{2,4}}){{0,4}}等(?=日常|具体))?(?:(?:(?![\u4e00-\u9fff]{{0,8}}?{CHINESE_END})[\u4e00-\u9fff]{{2,8}}的(?=日常|具体))?{CHINESE_WORK}|(?<=[室)])(?:的)?(?:综合|日常)?(?:协调)?(?:职责|职能))(?![\u4e00-\u9fff]*由)"
)
CHINESE_BY = re.compile(
    r"(?P<names>[^。;:]{3,140}?)(?:的)?(?:日常|具体|有关|相关|综合)?(?:工作|事务|管理)?由(?P<place>[^,。;:]{2,40}?)(?:具体)?(?:承担|负责|办理)"
)
CHINESE_IN = re.compile(
    r"(?P<names>[^。;:]{3,200}?),?(?:均|都)?(?:设在|设于|设立在|挂靠在?|挂在)(?P<place>[^,。;:、()]{1,40})"
)
# "The offices of A and B are in sections C and D, in this order".
CHINESE_RESPECTIVELY = re.compile(
    r"(?P<names>[^。;:,]{3,160}?)(?:的)?(?P<office>办公室)?,?分别(?:设在|设于|挂靠在?|由)(?P<places>[^。;:,]{2,60}?)(?=承担|负责|[,。;]|$)"
)
# Work of an office under the short form of its name; the unit that is set up for it.
CHINESE_SHORT = re.compile(
    r"(?:承担|承办|负责|处理|办理|做好){1,2}(?P<names>[^,。;:]{2,30}?)(?:的)?(?:日常|具体)(?:工作|事务)"
)
CHINESE_SET_FOR = re.compile(r"设(?:置|立)?(?P<unit>[\u4e00-\u9fff]{2,20}),(?:具体|主要|专门)?$")
# "The daily work of the office" without a verb; "the office that is in the bureau".
CHINESE_BARE = re.compile(
    rf"(?!履行|承|负责|做好|牵头|处理|办理|主持|协[助调]|配合|参与|指导|由)(?P<names>[^,。;:承负]{{3,80}}?{CHINESE_END})的?(?:日常|具体)(?:工作|事务)"
)
CHINESE_THERE = re.compile(r"设[在于](?P<place>[^,。;:、的]{2,30})的(?P<names>[^,。;:]{3,60}?办公室)")
# "In the bureau the office of the committee is set up", "the committee sets up an office in the bureau".
CHINESE_AT = re.compile(
    r"(?<![\u4e00-\u9fff])在(?P<place>[^,。;:、在]{1,30}?)(?:内)?(?:挂设|设立|设置|设)(?P<names>[^。;:,在]{3,140}?办公室)(?=[,。;]|$)"
)
CHINESE_SETS = re.compile(
    rf"(?P<names>[^。;:]{{3,140}}?{CHINESE_END})在(?P<place>[^,。;:、在]{{2,30}}?)(?:下)?设(?:立|置)?(?:其)?办公室"
)
CHINESE_WITH = re.compile(r"(?P<names>[^。;:,]{4,90}?)与(?P<place>[^,。;:、]{1,40}?)(?:合署(?:办公)?|同处(?=[一壹]))")
CHINESE_ITS = re.compile(
    r"(?<![由\u4e00-\u9fff])(?P<place>[^,。;:、由]{3,40}?)承担(?:其|委员会|领导小组|联席会议|指挥部)?(?:办公室)?(?:的)?(?:日常|具体)工作(?P<second>)"
)
# "The committee, whose office is in the section."
CHINESE_SEAT = re.compile(r"(?<![\u4e00-\u9fff])(?:其)?办公室设在(?P<place>[^,。;:、()]{1,40})(?P<second>)")
CHINESE_BESIDE = re.compile(r"与(?P<names>[^,。;、]{4,60}?(?:办公室|[科处股室]))合署(?:办公)?")
# Headquarters that one event calls for.
ONE_TIME = re.compile("应对.{2,16}指挥部$")
# Work that goes to another body.
GIVEN = re.compile(r"[^,]{0,8}(?:职责|职能|任务)[^,]{0,6}(?:划入|划给|划归|划转|移交|交由)")
# A unit of the Party beside a division belongs to the same body.
PARTY_UNIT = re.compile("机关(?:党委|纪委|党总支|党支部)")
# "It is the standing office of the committee."
CHINESE_STANDING = re.compile(
    r"(?:是|为|系|作为)(?P<names>[^,。;:是为]{3,60}?(?:委员会|领导小组|联席会议|指挥部))的?(?:常设|日常)?(?:办事|工作)机构"
)
CHINESE_REST = re.compile(
    r"(?<![\u4e00-\u9fff])(?:其)?(?:(?:日常|具体)(?:工作|事务|联络)由(?P<place>[^,。;:]{2,24}?)(?:具体)?(?:承担|负责|办理)"
    r"|由(?P<second>[^,。;:]{2,24}?)(?:具体)?(?:承担|负责)(?:其)?(?:日常|具体)(?P<what>工作|事务|联络))"
)
CHINESE_PLACED = (
    (CHINESE_IN, "located"),
    (CHINESE_AT, "located"),
    (CHINESE_THERE, "located"),
    (CHINESE_SETS, "located"),
    (CHINESE_WITH, "located"),
    (CHINESE_BY, "daily_work"),
)
# A clause without one of these words says nothing of hosting: looking for them first saves most of the time.
CHINESE_HINT = re.compile(
    r"小组|委员会|会议|专班|指挥部|办公室|秘书|办事机构|工作组|日常|具体(?:工作|事务)|合署|督导室"
)
