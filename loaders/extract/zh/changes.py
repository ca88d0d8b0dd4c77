"""What became of duties and bodies, in Chinese: given, received, founded, merged."""

import re

from loaders.extract.rules.rule import Rule

# What separates bodies that became one.
SEVERAL = re.compile("[、和与]")
PARTS = {
    "DATE": "\\s?(?P<year>(?:19|20)\\d\\d)\\s?年\\s?(?:(?P<month>\\d{1,2})\\s?月(?:\\s?(?P<day>\\d{1,2})\\s?日)?)?",
    "BODY": "(?:{STANDARD}|[^,。;:、的将由]{1,18}?{body_end})",
    "STANDARD": "(?:原)?(?:[\u4e00-\u9fff]{0,6}?[省市县区州旗]委?)?(?:{department}{department_end}|{organ})",
}
# What kind of change a clause tells where its section is about all of them.
WORDS = (
    Rule("zh.change.given", "adjust_given", "(?P<names>划出|划给|划转|移交|下放|交由)", finds={"划给市综合行政执法局": ("划给",)}, leaves=("不划分界线",)),
    Rule("zh.change.received", "adjust_received", "(?P<names>划入|划归|整合)", finds={"将养老职责划入市民政局": ("划入",)}, leaves=("入园",)),
    Rule("zh.change.dropped", "adjust_dropped", "(?P<names>取消|不再承担)", finds={"取消社会团体筹备审批": ("取消",)}, leaves=("承担",)),
    Rule("zh.change.strengthened", "adjust_strengthened", "(?P<names>加强|强化)", finds={"加强社会救助": ("加强",)}, leaves=("增强",)),
)  # fmt: skip
TO = (
    Rule(
        "zh.change.to", "to", "{gives_to}(?P<names>{BODY})(?=$|[,。;承管负的])", hint="{gives_to}",
        finds={"将殡葬执法的职责划给市综合行政执法局": ("市综合行政执法局",), "移交市人力资源和社会保障局承担": ("市人力资源和社会保障局",)},
        leaves=("划给下级",),
    ),
)  # fmt: skip
FROM = (
    Rule(
        "zh.change.from", "from",
        "(?:将|由|从)?(?:原)?(?P<names>{BODY})(?=承担|负责|的|有关|相关|[^,。;]{1,40}?(?:职责|"
        "职能|工作)[^,。;]{0,12}划入)", hint="承担 负责 的 有关 相关 划入",
        finds={"将市卫生健康委员会承担的养老职责划入": ("市卫生健康委员会",)}, leaves=("将养老职责划入",),
    ),
)  # fmt: skip
FOUNDED = (
    Rule(
        "zh.change.founded-in", "found", "(?P<names>成立|组建|始建|创建)于{DATE}", hint="于",
        finds={"始建于1958年3月": ("始建", "1958", "3"), "成立于1958年3月21日": ("成立", "1958", "3", "21")}, leaves=("成立于市政府",),
    ),
    Rule(
        "zh.change.founded", "found", "{DATE}(?:正式|批准|经批准)?(?P<names>成立|组建|挂牌成立)", hint="年",
        finds={"2018年正式成立": ("成立", "2018")}, leaves=("2018年度成立",),
    ),
)  # fmt: skip
MERGED = (
    Rule(
        "zh.change.merged", "merge",
        "{DATE}(?P<when>{when})?,?(?:由|将|原)?(?P<names>[\u4e00-\u9fff、]{3,60}?)(?:合并|整合|重组)(?:组建|成立|为|更名为|而成)(?:了)?"
        "(?P<after>[\u4e00-\u9fff]{2,24}?(?:局|委员会|委|厅|中心|部|办公室))", hint="合并 整合 重组",
        finds={"2019年3月,由原市人事局、市劳动局合并组建市人社局": ("原市人事局、市劳动局", "2019", "3", "市人社局")}, leaves=("2019年整合资源",),
    ),
)  # fmt: skip
