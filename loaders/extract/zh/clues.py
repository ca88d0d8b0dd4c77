"""What the surroundings of a Chinese name say of it: □ stands for the name, № for a number, ▲ for one of the first lines, ⏎ for the next line."""

from loaders.extract.rules.rule import Rule

TITLE: str = (
    "(?:的)?(?:主要)?(?:职责|职能|(?:组织)?机构|组织(?:架构|规程|条例|通则|准则)|办事细则|处务规程|三定|内设|概况|简介|"
    "(?:所属|直属|下属)(?:事业)?单位)"
)
PARTS = {
    "TITLE": TITLE,
    "BRACKET": r"(?:\([^()]{1,30}\))?",
    "HEAD": "^▲?№?",
    "DATE": r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?",
}
BEHIND = (
    Rule(
        "zh.clue.title", "a title of its duties, units or budget",
        "(?<![是为系])(?P<names>□)(?:机关|部门|单位|本级|{BRACKET}){0,2}(?:(?:及|和)[\u4e00-\u9fff]{2,8})?"
        "(?:\\s?>\\s?)?(?:职能配置|(?!(?:组织)?机构[、,])(?!的?(?:主要)?(?:职责|职能)(?:[、,]|(?![是为有如包和内及与])[\u4e00-\u9fff])){TITLE}|\\s?(?:(?:19|20)\\d\\d年度?)?(?:部门|单位)?(?:整体)?(?:预算|决算))",
        weight=6.0, finds={"▲□主要职责": ("□",), "▲2023年□部门决算": ("□",)}, leaves=("会同□制定计划", "即□组织机构、财务室", "规划院是□直属事业单位"),
    ),
    Rule(
        "zh.clue.site", "a page of its site", r"(?P<names>□)(?:部门专栏|(?:门户|官方)?网站|官网)\s{0,9}$", weight=6.0,
        finds={"▲□门户网站": ("□",)}, leaves=("□网站管理办法",),
    ),
    Rule(
        "zh.clue.opened", "is told to be opened, alone or with others",
        "(?<!在)(?P<names>□)(?:{BRACKET}(?:[、和与及][\u4e00-\u9fff、]{4,120})?(?!在[^。;,:、]{1,16}[局委办室科处院馆站所府]挂牌)"
        "[^。;,:、]{0,10}(?:揭牌|(?<![加增悬另])挂牌(?![子匾])|正式成立)|成立暨|(?:揭牌|挂牌)?成立(?:大会|仪式))", weight=5.0,
        finds={"昨日,□正式揭牌": ("□",), "□、市司法局和市医保局举行揭牌仪式": ("□",)},
        leaves=("□领导出席", "□、市司法局出席", "□加挂牌子", "县河长办在□挂牌", "□在县水利局挂牌"),
    ),
    Rule(
        "zh.clue.sent", "is set up as the committee of a government, or under a short name",
        r"(?:[设成]立|组建|设置)(?:[\u4e00-\u9fff]{4,30}\((?:以下)?简称[^()]{2,14}\)、)?"
        r"(?P<names>□)(?:{BRACKET},?(?:作)?为[^,。;]{2,30}派出机[构关]|\((?:以下)?简称)", weight=5.0,
        finds={"设立□,为县政府派出机构": ("□",), "设置城北管委会(简称城北)、□(简称城南)": ("□",)}, leaves=("□为县政府派出机构",),
    ),
    Rule(
        "zh.clue.department", "is told to be a department, or shortened",
        r"(?P<names>□)(?:\((?:以下)?简称|,?为[^,。;]{2,30}派出机[构关]|[^。;]{0,40}?,?是[^,。;]{2,30}(?:组成部门|工作部门|派出机[构关]|"
        r"直属机构|职能部门|特设机构|办事机构|事业单位|国家局|的机构))", weight=5.0,
        finds={"□是县政府工作部门": ("□",), "□,为县政府派出机构": ("□",), "□(以下简称局)": ("□",)}, leaves=("□与工作部门",),
    ),
    Rule(
        "zh.clue.units", "has units", "(?P<names>□)(?:机关)?(?:,|(?<=[为称]□)。)?(?:现|共|将)?(?:[内下]设|设有?(?=\\d|[一二三四五六七八九十两]{1,3}个|"
        "[\u4e00-\u9fff]{1,10}[科处股室庭部]、)|"
        "内置|(?:下属|所属|直属)[^,。;:]{0,9}(?:\\d{1,3}[个家所]|:))", weight=5.0,
        finds={"□共设3个科室": ("□",), "□设秘书科、业务科": ("□",), "2011年更名为□。内设办公室": ("□",)}, leaves=("□设立了奖项", "会同□。内设办公室"),
    ),
    Rule(
        "zh.clue.owner", "what is listed is its own",
        "(?:,均|、[\u4e00-\u9fff]{2,20})[为是系属](?P<names>□)的?(?:直属|所属|下属|派出|内设)[^,。;]{0,8}(?:机构|单位|部门|科室)", weight=4.0,
        finds={"设立东山站、西山站,均为□所属事业单位": ("□",), "东山站、西山站为□直属单位": ("□",)}, leaves=("东山站为□所属事业单位",),
    ),
    Rule(
        "zh.clue.staff", "its posts are counted", r"(?P<names>□)(?:机关)?(?:行政|事业|人员|机关)?编制(?:为|共|总数)?\d{1,4}名", weight=4.0,
        finds={"□机关行政编制12名": ("□",)}, leaves=("□编制规划",),
    ),
    Rule(
        "zh.clue.gone", "has another name since or is given up", "(?P<names>□){BRACKET}(?:更名为|改名为|改称|改为|改设|并入|撤销)", weight=-5.0,
        finds={"□更名为某局": ("□",)}, leaves=("□更名后",),
    ),
    Rule(
        "zh.clue.gone-inside", "is said to be given up", "(?:撤销|不再保留)(?P<names>□)", weight=-5.0,
        finds={"撤销□": ("□",)}, leaves=("未撤销",),
    ),
    Rule(
        "zh.clue.told", "a sentence or clause that begins with it",
        "(?:{HEAD}|[,。;:|\\s>》”\"月日]|年末,?)(?P<names>□)(?:机关)?{BRACKET}(?:是|为|由|设|内设|将?正式|组建|挂|加挂|对外|作为|列为|承担|负责|主要|承办|主管|实施|成立|"
        "隶属|于|创建|建于|前身|前称|组织实施|贯彻|实行|履行|编制|下辖|管辖|始建|位于|坐落|现有)", weight=4.0,
        finds={"□负责全县水利工作": ("□",)}, leaves=("配合□工作",),
    ),
    Rule(
        "zh.clue.told-inside", "a verb behind it inside a clause",
        "(?P<names>□){BRACKET}(?:是|为|设|正式|挂|加挂|承担|负责|成立|隶属|位于|现有)", weight=1.0,
        finds={"近年来□负责": ("□",)}, leaves=("近年来□获奖",),
    ),
    Rule(
        "zh.clue.addressee", "whom a letter is written to",
        "^▲(?P<names>□):⏎(?![^,。]{1,15}(?:$|:))(?![^。;]{0,20}(?:职责|职能|[内下]设|机构设置)|.*你[局委厅办院馆站校单])",
        weight=-9.0, finds={"▲□:⏎根据市委文件的要求,结合我局实际,经研究,报告如下": ("□",)}, leaves=("▲□:⏎内设机构", "▲□:⏎你局的请示收悉,经研究,批复如下"),
    ),
    Rule(
        "zh.clue.alone-above", "alone above a part about duties or units",
        r"{HEAD}(?P<names>□)\s{0,9}[:。]?⏎[^,。;]{0,6}(?:主要职责|主要职能|职责|职能|内设机构|内设科室|机构设置|单位职责)", weight=5.0,
        finds={"№□⏎一、主要职责": ("□",)}, leaves=("№□⏎№另一局",),
    ),
    Rule(
        "zh.clue.alone-history", "alone above its history",
        "{HEAD}(?P<names>□)\\s{0,9}[:。]?⏎.{0,40}\\d{4}年.{0,60}(?:[成建设]立|组建|恢复|改称|改为|更名)", weight=4.0,
        finds={"№□⏎1982年成立": ("□",)}, leaves=("№□⏎№另一局",),
    ),
    Rule(
        "zh.clue.alone-first", "alone in one of the first lines", r"^▲(?P<names>□)\s{0,9}[:。]?(?:⏎|$)", weight=5.0,
        finds={"▲□": ("□",)}, leaves=("№□",),
    ),
    Rule(
        "zh.clue.alone", "alone in its line", r"{HEAD}(?P<names>□)\s{0,9}[:。]?(?:⏎|$)", weight=1.5,
        finds={"№□": ("□",)}, leaves=("由□",),
    ),
)  # fmt: skip
FRONT = (
    Rule(
        "zh.clue.yours", "an institution of whom a letter is written to, which has units",
        "[你我][局委厅办院](?:所属|下属|直属)的?(?P<names>□)(?:机关)?(?:[内下]?设(?!立|在)|(?:的)?(?:内设)?机构)", weight=5.0,
        finds={"同意你局所属□内设3个科室": ("□",)}, leaves=("同意你局所属□更名", "同意设立□内设科室"),
    ),
    Rule(
        "zh.clue.label", "behind a label for the name", r"(?:(?:机构|单位|部门|中文)?(?:名\s{0,4}称|"
        r"(?<![用原别又])名):\s{0,4}|词条\s{0,4}[|:]\s{0,4})(?P<names>□)", weight=4.0,
        finds={"▲单位名称:□": ("□",)}, leaves=("曾用名:□",),
    ),
    Rule(
        "zh.clue.set-up", "set up by a decision",
        r"^▲?№?\s?(?:根据|按照|依据|依照|经)[^。;]{2,160},(?:特|现|重新)?(?:设立|组建|成立|设置)(?P<names>□)", weight=4.0,
        finds={"▲根据县委决定,设立□": ("□",)}, leaves=("根据□",),
    ),
    Rule(
        "zh.clue.renamed", "gets this name", "(?:改称|改为|名为|更名(?!为)|复[名称]|[科局股站所组委处并]为)(?P<names>□)", weight=2.0,
        finds={"1984年改称□": ("□",)}, leaves=("□改称某局",),
    ),
    Rule(
        "zh.clue.founded", "is founded or set up again", "(?:[成建设]立|组建|恢复|,设)了?(?P<names>□)", weight=2.0,
        finds={"1984年恢复□": ("□",)}, leaves=("撤销□",),
    ),
    Rule(
        "zh.clue.other", "another beside or above it",
        "(?:会同|协同|配合|协助|隶属于?|归口|归属|受|报|经|向|与|同|由|以及|及|和|、|来源:?\\s?|作者:?)(?P<names>□)", weight=-3.0,
        finds={"会同□": ("□",)}, leaves=("▲□",),
    ),
)  # fmt: skip
PLACE = (
    Rule(
        "zh.clue.first", "begins one of the first lines", "^▲№?(?P<names>□)", weight=2.0,
        finds={"▲□负责": ("□",)}, leaves=("▲由□负责",),
    ),
    Rule(
        "zh.clue.head", "at the head of its line", "{HEAD}(?P<names>□)", weight=1.0,
        finds={"№□负责": ("□",)}, leaves=("由□负责",),
    ),
)  # fmt: skip
