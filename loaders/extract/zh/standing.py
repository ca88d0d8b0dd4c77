"""How Chinese sentences say whose department a body is, and of which rank."""

from loaders.extract.rules.rule import Rule

ORGAN = (
    Rule(
        "zh.standing.organ", "organ_of",
        r"(?P<names>(?:是|为|系)[^,。;]{0,24}?(?:政府|行署|国务院)(?:的)?(?:工作部门|组成部门|直属机构|直属特设机构|派出机构|的部门)|"
        r"是[^,。;]{0,8}(?:政府)?工作部门)",
        finds={"市水利局是市人民政府工作部门": ("是市人民政府工作部门",), "县林业局是县级工作部门": ("是县级工作部门",)},
        leaves=("水文站是市水利局所属事业单位", "市人民政府各工作部门"),
    ),
)  # fmt: skip
RANK = (
    Rule(
        "zh.standing.rank", "rank",
        r"(?:(?P<alone>^)|为|,|(?<![名人个])\(|规格|级别:?|机构规格为)(?P<names>[正副][部厅处科股县]级|[部厅处科股]级)(?(alone)(?=[,)]|$)|(?=[,。;)单事]|$))(?!(?:事业)?单位\d)",
        finds={"机构规格为正科级": ("正科级",), "水文站,副处级事业单位": ("副处级",), "股级,编制3名": ("股级",)},
        leaves=("配备正科级干部", "晋升为正科级干部的人选", "水文站等,副科级事业单位2个", "副科级单位2个", "法制科科长1名(副处级)"),
    ),
)  # fmt: skip
CIVIL_SERVICE = (
    Rule(
        "zh.standing.civil-service", "civil_service_ref", "(?P<names>参照(?:《?公务员法》?)|参公管理)", hint="参照 参公",
        finds={"参照公务员法管理": ("参照公务员法",), "为参公管理事业单位": ("参公管理",)}, leaves=("参照执行",),
    ),
)  # fmt: skip
