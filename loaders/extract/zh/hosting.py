"""Hosted offices in Chinese: whose daily work a unit does, where an office is."""

from loaders.extract.rules.rule import Rule

# A clause without one of these words says nothing of hosting.
HINT = "小组 领导组 推进组 委员会 会议 专班 指挥部 办公室 秘书 办事机构 工作组 日常 具体工作 具体事务 合署 督导室"
PARTS = {
    "WORK": "的?(?:日常|具体|有关|相关|综合){0,2}(?:协调|联络|联系|管理|组织)?(?:工作|事务|事宜|活动)(?!{paper})",
    "DUTIES": "(?<=[室)])的?(?:综合|日常)?(?:协调)?(?:职责|职能)",
    "MORE": "(?:\\([^()]{0,24}\\))?(?:的?[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,4}等(?=日常|具体))?"
    "(?:(?![\u4e00-\u9fff]{0,8}?{host_end})[\u4e00-\u9fff]{2,8}的(?=日常|具体))?",
    "SIGN": "[^。;:]",
    "WORD": "[^,。;:、()]",
}
PLACED = (
    Rule(
        "zh.host.in", "located", "(?P<names>{SIGN}{3,200}?),?{too}?{set_in}(?P<place>{WORD}{1,40})", hint="{set_in}",
        finds={
            "市老龄工作委员会办公室设在市民政局": ("市老龄工作委员会办公室", "市民政局"),
            "市江河保护委员会秘书处也挂靠在水利科": ("市江河保护委员会秘书处", "水利科"),
        },
        leaves=("设在市民政局",),
    ),
    Rule(
        "zh.host.at", "located",
        "(?<![\u4e00-\u9fff])在(?P<place>[^,。;:、在]{1,30}?)(?:内)?(?:挂设|设立|设置|设)(?P<names>[^。;:,在]{3,140}?办公室)(?=[,。;]|$)",
        hint="办公室", finds={"在市民政局设立市老龄工作委员会办公室": ("市老龄工作委员会办公室", "市民政局")}, leaves=("在市民政局设三个科",),
    ),
    Rule(
        "zh.host.there", "located", "设[在于](?P<place>[^,。;:、的]{2,30})的(?P<names>[^,。;:]{3,60}?办公室)", hint="设在 设于",
        finds={"管理设在市民政局的市双拥办公室": ("市双拥办公室", "市民政局")}, leaves=("设在市民政局的东侧",),
    ),
    Rule(
        "zh.host.sets", "located", "(?P<names>{SIGN}{3,140}?{host_end})在"
        "(?P<place>[^,。;:、在]{2,30}?)(?:下)?设(?:立|置)?(?:其)?办公室", hint="办公室",
        finds={"市老龄工作委员会在市民政局设办公室": ("市老龄工作委员会", "市民政局")}, leaves=("市民政局设办公室",),
    ),
    Rule(
        "zh.host.with", "located", "(?P<names>[^。;:,]{4,90}?)与(?P<place>[^,。;:、]{1,40}?)(?:合署(?:办公)?|同处(?=[一壹]))", hint="合署 同处",
        finds={"市信访工作联席会议办公室与信访科合署办公": ("市信访工作联席会议办公室", "信访科")}, leaves=("与信访科合署办公",),
    ),
)  # fmt: skip
BY = (
    Rule(
        "zh.host.by", "daily_work",
        "(?P<names>{SIGN}{3,140}?)(?:的?(?:日常|具体)(?:工作|事务|事项),|的?(?:日常|具体|有关|相关|综合)?(?:工作|事务|管理)?)"
        "由(?P<place>[^,。;:]{1,40}?)(?:具体)?(?:承担|负责|办理|承办)",
        hint="由",
        finds={
            "市双拥工作领导小组日常工作由拥军科承担": ("市双拥工作领导小组", "拥军科"),
            "市双拥工作领导小组日常工作由其承担": ("市双拥工作领导小组", "其"),
            "市护湖工作领导小组办公室的日常工作,由护湖科承办": ("市护湖工作领导小组办公室", "护湖科"),
        }, leaves=("由拥军科承担",),
    ),
)  # fmt: skip
DOES = (
    Rule(
        "zh.host.does", "daily_work", "{undertakes}"
        "(?P<names>{SIGN}{0,140}?{host_end}){MORE}(?:{WORK}|{DUTIES})(?![\u4e00-\u9fff]*由)", hint="{host_end}",
        finds={
            "承担市双拥工作领导小组办公室日常工作": ("市双拥工作领导小组办公室",),
            "负责县古城保护工作领导组的具体事务": ("县古城保护工作领导组",),
            "承办市防汛指挥部综合协调工作": ("市防汛指挥部",),
        },
        leaves=("负责办公室工作计划和总结", "承担市双拥工作领导小组日常工作由拥军科办理"),
    ),
)  # fmt: skip
BARE = (
    Rule(
        "zh.host.bare", "daily_work",
        "(?!{undertakes}|{assists}|承|由)(?P<names>[^,。;:承负]{3,80}?{host_end})的?(?:日常|具体)(?:工作|事务)", fits="whole", hint="日常 具体",
        finds={"市双拥工作领导小组日常工作": ("市双拥工作领导小组",)}, leaves=("协助市双拥工作领导小组日常工作",),
    ),
)  # fmt: skip
SHORT = (
    Rule(
        "zh.host.short", "daily_work", "(?:承担|承办|负责|处理|办理|做好){1,2}"
        "(?P<names>[^,。;:]{2,30}?)的?(?:日常|具体)(?:工作|事务)", hint="日常 具体",
        finds={"负责处理市双拥办日常事务": ("市双拥办",)}, leaves=("负责日常事务",),
    ),
)  # fmt: skip
# "The offices of A and B are in sections C and D, in this order".
RESPECTIVELY = (
    Rule(
        "zh.host.respectively", "located",
        "(?P<names>[^。;:,]{3,160}?)的?(?P<office>办公室)?,?分别(?:{set_in}|由)(?P<place>[^。;:,]{2,60}?)(?=承担|负责|[,。;]|$)", hint="分别",
        finds={"市双拥领导小组、市老龄委员会分别设在拥军科、老龄科": ("市双拥领导小组、市老龄委员会", "拥军科、老龄科")}, leaves=("分别负责",),
    ),
)  # fmt: skip
BESIDE = (
    Rule(
        "zh.host.beside", "located", "[与同](?P<names>[^,。;、]{3,60}?{beside_end})(?:实行)?合署(?:办公)?", hint="合署",
        finds={"与市老龄工作办公室合署办公": ("市老龄工作办公室",), "与市体育总会合署": ("市体育总会",)}, leaves=("与市民政局签约",),
    ),
)  # fmt: skip
# "It is the standing office of the committee."
STANDING = (
    Rule(
        "zh.host.standing", "daily_work", "(?:是|为|系|作为)(?P<names>[^,。;:是为]{3,60}?{group_end})的?(?:常设|日常)?(?:办事|工作)机构", hint="机构",
        finds={"为市双拥工作领导小组的办事机构": ("市双拥工作领导小组",)}, leaves=("为市政府的工作机构",),
    ),
)  # fmt: skip
# Half sentences about what is named in front of them.
BEHIND = (
    Rule(
        "zh.host.seat", "located", "(?<![\u4e00-\u9fff])(?:其)?(?P<names>办公室){set_in}(?P<place>{WORD}{1,40})", hint="{set_in}",
        finds={"市双拥工作领导小组(办公室设在拥军科)": ("办公室", "拥军科")}, leaves=("市双拥办公室设在拥军科",),
    ),
    Rule(
        "zh.host.rest-by", "daily_work",
        "(?<![\u4e00-\u9fff])(?:其)?(?P<names>日常|具体)(?:工作|事务|联络)由(?P<place>[^,。;:]{2,24}?)(?:具体)?(?:承担|负责|办理)",
        hint="由",
        finds={"设在市民政局,日常工作由拥军科承担": ("日常", "拥军科")}, leaves=("领导小组日常工作由拥军科承担",),
    ),
    Rule(
        "zh.host.by-rest", "daily_work", "(?<![\u4e00-\u9fff])由"
        "(?P<place>[^,。;:]{2,24}?)(?:具体)?(?:承担|负责)(?:其)?(?P<names>日常|具体)(?:工作|事务|联络)",
        hint="由",
        finds={"设在市民政局,由拥军科具体承担日常工作": ("日常", "拥军科")}, leaves=("交由拥军科承担",),
    ),
    Rule(
        "zh.host.does-its", "daily_work",
        "(?<![由\u4e00-\u9fff])(?P<place>[^,。;:、由]{3,40}?)承担"
        "(?P<names>其|委员会|领导小组|联席会议|指挥部)?(?:办公室)?的?(?:日常|具体)工作", hint="承担",
        finds={"设在市民政局,拥军科承担其日常工作": ("其", "拥军科")}, leaves=("承担其日常工作",),
    ),
)  # fmt: skip
