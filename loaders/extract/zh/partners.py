"""Other bodies in Chinese duties: with whom, for whom, with whose consent, over whom."""

import re

from loaders.extract.rules.rule import Claim, Rule
from loaders.extract.rules.stretch import Stretch
from loaders.extract.zh.names import border

HAN = "[\u4e00-\u9fff]"
PARTS = {
    "HAN": HAN,
    "ONE": f"(?:(?![和及与]){HAN})",
    "LEVEL": "(?:(?!{partner_verb}){HAN}{ONE}{0,6}?[省市县区州旗盟]|[省市县区州旗盟]|国家|中央|上级|本级|地方|当地|各级|各)?",
    "STANDARD": "{LEVEL}委?(?:{department}{department_end}|{organ}|(?<=[省市县区州旗党])委)",
    "BODY": "(?:{STANDARD}|{ONE}{1,14}?{partner_end})",
    "ANY": "(?:市|县|省|区)?(?:直)?(?:各)?(?:有关|相关)(?:职能|主管)?(?:部门|单位|方面)",
    "ASSIGNS": "{assigns}(?:[、或和及]{assigns}){0,2}的?",
    "HEAD": "(?:机构|组织|企业(?!单位)|单位|部门|街道|学校|院校|协会|学会|总会|团体|基金会|部队|各区|各县|各镇|乡镇)(?:\\([^()]{1,6}\\))?",
    "DOES": "(?:做好|加强|开展|依法|签订|建立|规范)",
    "PIECE": "(?:各[区县市镇乡旗](?:\\([^()]{1,6}\\))?|企业(?={DOES})|{HAN}{1,14}?{HEAD})",
    "LIST": "(?P<names>(?:{HAN}{1,8}、){0,5}{PIECE}(?:[、和及]{PIECE}){0,3})",
    "WIDE": "(?:全[市县省区州]性?|本[市县省区]|市直|辖区内?|区域内|对){0,2}",
    "VERBS": "(?:业务)?{oversee_verb}(?:[、和并与及]?{oversee_verb}|[、和并与及]{oversee_more}){0,4}",
    "WORKS": "(?:工作|业务|建设|管理|开展|做好|加强|总额|财务|资金)",
}
UNNAMED = (
    Rule(
        "zh.partner.any", "coordinates_with", "(?:{partner_verb}|商|与|协调)(?P<names>{ANY})", hint="有关 相关",
        finds={"会同有关部门": ("有关部门",), "与市直相关单位": ("市直相关单位",)}, leaves=("按照有关部门要求",),
    ),
)  # fmt: skip
NAMED = (
    Rule(
        "zh.partner.named", "coordinates_with",
        "(?:{join}(?!(?<=联合)[国会体社])|与(?=[\u4e00-\u9fff、]{2,40}?(?:共同|联合|协同)))(?P<names>{BODY}(?:[、和及与,]{BODY}){0,6})", hint="{join} 与",
        finds={
            "会同教育部门抓好学校体育": ("教育部门",),
            "协同公安部门、卫生部门做好安全": ("公安部门、卫生部门",),
            "与自然资源部门共同划定岸线": ("自然资源部门",),
            "会同市人力资源和社会保障局和市财政局拟订办法": ("市人力资源和社会保障局和市财政局",),
        },
        leaves=("联合国的组织", "会同各方", "与财政部门的账目"),
    ),
    # Short names that share one last word: each is the department of its field.
    Rule(
        "zh.partner.shared", "shared", "{join}(?P<names>{LEVEL}{department}(?:[、和及与]{department}){0,8})(?=等?(?:有关|相关|行政|职能|主管)?部门)",
        hint="部门",
        finds={"会同公安、消防等部门检查": ("公安、消防",), "联合商务、交通部门推动消费": ("商务、交通",)}, leaves=("会同有关部门", "会同教育局"),
    ),
    Rule(
        "zh.partner.helped", "coordinates_with", "(?:配合|协助)"
        "(?P<names>{STANDARD}(?:[、和及与]{STANDARD}){0,4})(?!采购|信息|部门)", hint="配合 协助",
        finds={"配合市财政局做好审计": ("市财政局",), "协助省政府督导": ("省政府",)}, leaves=("协助市领导", "配合做好工作"),
    ),
)  # fmt: skip
ASSIGNED = (
    Rule(
        "zh.assigned", "acts_for",
        "(?P<names>(?:(?!{assigns}|其他)[\u4e00-\u9fff、]){2,40}?)(?:及其办公室)?{ASSIGNS}{HAN}{0,40}?(?:任务|工作|事项|案件|职责|事务)",
        unless="[委授交赋]", hint="{assigns}",
        finds={"完成市委、市政府交办的任务": ("完成市委、市政府",), "承办省民政厅委托的事项": ("承办省民政厅",)}, leaves=("交办的任务",),
    ),
)  # fmt: skip
CONSENT = (
    Rule(
        "zh.consent", "answers_to", "经(?P<names>[^,。;]{2,24}?(?P<form>领导小组|领导组|委员会|联席会议|工作组))(?:批准|同意|授权)", hint="经",
        finds={"经市双拥工作领导小组同意": ("市双拥工作领导小组", "领导小组")}, leaves=("经市政府同意",),
    ),
)  # fmt: skip
UNDER = (
    Rule(
        "zh.under", "oversees", "在(?P<names>{HAN}{2,16}?)的?"
        "(?P<verb>(?:业务)?(?:指导|领导|监督|管理)(?:[和、](?:指导|领导|监督|管理)){0,2})下", hint="下",
        finds={"在民政主管部门指导和监督下": ("民政主管部门",)}, leaves=("在民政局楼下",),
    ),
)  # fmt: skip
OVERSEES = (
    # "指导监督养老保险经办机构业务工作": directly behind the verb, with what is guided behind it.
    Rule(
        "zh.oversees.verb", "direct", "(?P<verb>{VERBS})(?!执行|落实|管理)(?:对)?{LIST}(?=的|[,。;]|$|{DOES}|{HAN}{0,12}?{WORKS})", hint="{oversee_verb}",
        finds={
            "指导监督养老保险经办机构业务": ("养老保险经办机构",), "指导、协调全市体育协会": ("全市体育协会",), "监督和管理体育培训机构": ("体育培训机构",),
            "指导企业签订集体合同": ("企业",),
        },
        leaves=("指导落实机构改革", "指导养老服务", "指导企业改制"),
    ),
    Rule(
        "zh.oversees.for", "wide",
        "对[^,。;]{0,30}?(?:等|的|内|全[市县区]性?)?{LIST}(?!审查|批准|设立){HAN}{0,6}?(?:的|进行|实施)"
        "(?P<verb>[\u4e00-\u9fff、]{0,20}?(?:监督|检查|管理|指导|审批|处罚|监管)[\u4e00-\u9fff、]{0,8})", hint="对",
        finds={"对民办职业介绍机构进行资格审批、业务指导": ("民办职业介绍机构",), "负责对养老机构违法行为的处罚": ("养老机构",)},
        leaves=("对机构进行改革",),
    ),
    Rule(
        "zh.oversees.work", "wide",
        "(?:加强|负责|承担|做好){WIDE}{LIST}的?(?P<verb>(?:资格|业务|登记|内部|财务){0,2}(?:登记|审批|指导|监督|管理|监管|审计)"
        "(?:[和、及与]?(?:登记|审批|指导|监督|管理|监管)){0,3})", hint="加强 负责 承担 做好",
        finds={"加强社会福利企业的监督和管理": ("社会福利企业",), "承担全市社会团体登记管理和监督": ("社会团体",)}, leaves=("加强机关建设",),
    ),
)  # fmt: skip

# What separates partners.
SEVERAL = re.compile("[、和及与,]")
ANY = re.compile("有关|相关")
SHARED = "部门"
OTHERS = re.compile("[,、等] ?(?P<name>有关部门)")
SUPERIOR = re.compile("(?:上级)?[\u4e00-\u9fff]{0,6}主管(?:部门|局|机关)")
GOVERNMENT = re.compile("(?:人民)?政府$")
NO_BODY = re.compile("其他|领导$")
# What is no body, or so wide that only a verb of its own makes it one.
NOT = re.compile(r"有关|相关|其他|本单位|^(?:机构|组织|企业|单位|部门|事业单位|企事业单位|机关事业单位|街道)$")
WIDEST = ("企业", "企事业单位", "事业单位")
DOING = re.compile(PARTS["DOES"])
# In front of a name: whose it is; 全市 stays where it stands behind the verb itself.
FRONT = re.compile(r"^(?:[\u4e00-\u9fff]{0,12}的|[局委厅部](?=直属|所属|下属|属|及)|对)+(?:及|属(?=单位))?(?=.{3})|^及")
ALL = re.compile(r"^(?:全[市县省区州]性?|本[市县])+(?=.{3})")
EACH = re.compile(r"^全[市县省区州](?=各)")
OVERSEEN = re.compile("[、和及]")
# A body named before, of which more is said.
AGAIN = re.compile(
    "对其(?:进行|实施|加以)?(?:业务)?(?P<verb>(?:指导|监督|检查|管理)(?:[和、与]?(?:指导|监督|检查|管理))?)"
)
ENDS = re.compile(rf"(?:各[区县市镇乡旗]|{PARTS['HEAD']})$")


def is_whole(name: str, _behind: str) -> bool:
    """Whether a piece of a list is a body, by its end."""
    return ENDS.search(name) is not None


def too_wide(claim: Claim, name: Stretch) -> bool:
    """Whether a name is no body, or so wide that only a verb of its own makes it one."""
    printed = ALL.sub("", str(name))
    direct = claim.rule.says == "direct" and DOING.match(name.text, claim.names[0].end)
    return bool(NOT.search(printed)) and not (direct and printed in WIDEST)


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
