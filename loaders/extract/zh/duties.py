"""How Chinese clauses tell what a unit does."""

import re

from loaders.extract.rules.rule import Rule

VERBS = re.compile(
    r"(?:(?:^|[,:是])\s*|(?<=[科处股室司部局队]))(?:主要|具体|依法|统一)?"
    r"(?:负责|承担|承办|指导|监督|组织|拟[订定]|制[订定]|贯彻|落实|(?:为[^,]{1,12})?提供|办理|受理|推[进动]|开展|做好|管理)"
)
# What tells no duty between two commas; what falls to another body there, or to the body itself by its name.
ASIDE = (
    Rule(
        "zh.duty.placed", "where it is", "(?P<names>设在|领导下|合署办公|牌子)", hint="设在 领导下 合署办公 牌子",
        finds={"办公室设在教育局": ("设在",), "加挂粮食局牌子": ("牌子",)}, leaves=("设立标志",),
    ),
    Rule(
        "zh.duty.document", "the document", "(?P<names>本规定|另行规定|负责解释|电话)", hint="规定 解释 电话",
        finds={"编制事项另行规定": ("另行规定",), "由编办负责解释": ("负责解释",)}, leaves=("制定规定",),
    ),
    Rule(
        "zh.duty.kind", "what it is", "(?P<names>事业单位|工作部门|^(?:(?!负责|主管|承担)[^,])*(?:组成部门|直属机构|派出机构|办事机构))$",
        hint="单位 部门 机构",
        finds={"是县政府工作部门": ("工作部门",), "为国务院直属机构": ("为国务院直属机构",)}, leaves=("管理事业单位登记", "是负责档案工作的直属机构"),
    ),
    Rule(
        "zh.duty.posts", "posts", r"(?P<names>领导职数|编制\d)", hint="职数 编制",
        finds={"科级领导职数5名": ("领导职数",), "行政编制8名": ("编制8",)}, leaves=("管理机构编制",),
    ),
    Rule(
        "zh.duty.history", "history", "(?P<names>年组建|整合组建|更名而来|[科处股室](?:更名|改称|合并)为?)", hint="组建 更名 改称 合并",
        finds={"2019年组建": ("年组建",), "宣教科更名为宣传科": ("科更名为",)}, leaves=("组建考察队",),
    ),
    Rule(
        "zh.duty.moved", "moved", "(?P<names>划归[^,。;]{2,20}(?:管理|领导))$", hint="划归",
        finds={"渔政站划归水利局管理": ("划归水利局管理",)}, leaves=("划归耕地保护区",),
    ),
    Rule(
        "zh.duty.set-up", "what is set up", "^(?:另|还|并|下|内|增)设[立置有]?(?P<names>[^,。;]{2,60})", hint="设",
        finds={"另设纪检监察工委、机关党委": ("纪检监察工委、机关党委",)}, leaves=("负责另设网点的审批",),
    ),
    Rule(
        "zh.duty.other-tasks", "other tasks", "交办的(?P<names>其[他它]|任务|事项)", hint="交办",
        finds={"完成局领导交办的其他工作": ("其他",)}, leaves=("督促交办案件",),
    ),
)  # fmt: skip
ANOTHERS = (
    Rule(
        "zh.duty.another", "another's",
        r"由(?P<names>(?:(?!由)[\u4e00-\u9fff]){1,24}?(?:部门|[局委厅办署院部]|政府|机关|公司))(?:会同[^,]{2,30}|依法|统一|牵头|具体){0,2}"
        "(?:负责|承担|管理|办理|组织|实施)(?!的)", hint="由",
        finds={"机场安检由民航部门负责": ("民航部门",), "铁路由发展改革局会同财政局组织实施": ("发展改革局",)},
        leaves=("由民航部门承担的事项", "由市场形成价格"),
    ),
    # The side of a boundary that begins with another body.
    Rule(
        "zh.duty.others-share", "another's",
        "^(?P<names>[省市县区州旗][\u4e00-\u9fff]{1,18}?(?:[局厅委署]|委员会|办公室))(?:依法|统一|牵头|具体|主要){0,2}(?:负责|承担)(?!的)", hint="负责 承担",
        finds={"市住建局负责房屋市政工程的监督": ("市住建局",)}, leaves=("市容环境由市容科负责", "负责市住建局的联络"),
    ),
)  # fmt: skip
NO_DUTY = (
    Rule(
        "zh.duty.transfer", "duties that move", "(?:将|把)(?P<names>[^;。]{2,90}?(?:职责|职能))[^;。]{0,20}?(?:划入|划转|划归|划给|整合|移交)",
        hint="职", finds={"将原县林业局的职责,划入县林草局": ("原县林业局的职责",)}, leaves=("将职责落实到人",),
    ),
    Rule(
        "zh.duty.given-up", "what is given up", "^(?:不再保留|撤销)(?P<names>[^,;。]{2,60}?[局委办站所院会心])$", hint="保留 撤销",
        finds={"不再保留县林业局": ("县林业局",)}, leaves=("撤销行政处罚案件",),
    ),
    Rule(
        "zh.duty.figures", "how many there are in the place", r"^(?P<names>全[省市县区州旗])[^;。]{0,12}?有[^;。]{2,60}?\d{1,6}[个家所]", hint="全",
        finds={"全县共有学校32所": ("全县",)}, leaves=("全县有关学校的管理",),
    ),
    Rule(
        "zh.duty.ruled", "who rules a body",
        "^(?P<names>[\u4e00-\u9fff]{3,24}?(?:局|办公室|委员会|中心|[馆站院所队校会]))由[\u4e00-\u9fff]{2,24}?(?:统一|归口|直接|代为)?"
        "(?:领导|管理|代管|主管)(?:[和、](?:领导|管理))?$", hint="由",
        finds={"县人防办公室由县住建局统一领导和管理": ("县人防办公室",)}, leaves=("全县广告由市容股管理",),
    ),
)  # fmt: skip
SUBJECT = re.compile(r"(?P<unit>[\u4e00-\u9fff]{2,16}?)(?:主要|具体)?(?:负责|承担)")
JOINS = re.compile("[,、并和及]")
# What comes in front of a verb that begins a phrase.
FRONT = r"(?:^|(?<=[,并]))(?:主要|具体|依法|统一|统筹|归口|综合|全面|直接|分级|定期|积极|按规定|认真|切实){0,2}"


def begins(verbs: str, _nouns: str) -> re.Pattern[str]:
    """A verb and what comes in front of it."""
    return re.compile(rf"{FRONT}(?P<verb>{verbs})(?P<noun>(?!))?")
