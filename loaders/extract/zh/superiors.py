"""How Chinese sentences say whom a body stands under."""

from loaders.extract.rules.rule import Rule

PARTS = {
    "NAME": r"(?P<names>(?:(?![由受归属的是为])[\u4e00-\u9fff]){1,24}?"
    r"(?:局|委员会|[省市县区州旗党]委|发改委|卫健委|国资委|[厅部署办]|办公室|政府|党组|法院|检察院|大学|医院|联合会|总会|集团|公司|学院|研究院|联社|中心))",
    "HOW": "(?:(?:归口|代为|直接|统一|全面|垂直|负责|具体){0,2})",
    "NOW": "(?:现|仍|暂|继续|均|直接|[,]){0,2}",
    # What was so in a year of the past.
    "THEN": r"(?:\d{4}年|原|曾|当时|先后|不再)[^,。;]{0,16}",
}
RULES = (
    Rule(
        "zh.superior.managed", "managed", "[是为系]由?{NAME}{HOW}(?:管理|代管)的", unless="{THEN}", hint="管",
        finds={"县粮食局是县发展和改革局管理的行政机构": ("县发展和改革局",)}, leaves=("是局长管理的事项", "县粮食局是县政府工作部门"),
    ),
    Rule(
        "zh.superior.managed-by", "managed", "(?:^|(?<=[,\u4e00-\u9fff])){NOW}由{NAME}{HOW}(?:管理|代管|主管)(?=[,。;和]|$)",
        unless="{THEN}", hint="管",
        finds={"县粮食局为副科级,由县发展和改革局管理": ("县发展和改革局",), "市文物局由市文化局归口管理": ("市文化局",)},
        leaves=("由专人管理", "由市文化局管理的事项"),
    ),
    Rule(
        "zh.superior.belongs", "under",
        "[是为系]{NAME}(?:所属|直属|下属|属下|主管|管理|举办)的?[^,。;]{0,24}?(?:单位|机构|医院|学校|院团|场馆)", unless="{THEN}",
        hint="属 主管 管理 举办",
        finds={
            "县水文站是县水利局所属事业单位": ("县水利局",), "县水文站为县水利局直属的公益一类事业单位": ("县水利局",),
            "市展览馆是市文化局主管的事业单位": ("市文化局",),
        },
        leaves=("负责管理所属单位", "县水文站是事业单位"),
    ),
    Rule(
        "zh.superior.under", "under",
        "(?:隶属关系?|归属|直属|隶属)于?{NAME}{HOW}(?:管理|领导|主管)?(?=[,。;和]|$)", unless="{THEN}", hint="属",
        finds={"县水文站隶属于县水利局": ("县水利局",), "县水文站隶属县水利局管理": ("县水利局",)},
        leaves=("直属单位管理", "不再隶属于县水利局", "1984年隶属于县水利局"),
    ),
    Rule(
        "zh.superior.led", "led", "受{NAME}的?{HOW}领导(?=[,。;和]|$)", unless="{THEN}", hint="领导",
        finds={"市档案馆受市委办公室领导": ("市委办公室",)}, leaves=("受领导委托",),
    ),
    Rule(
        "zh.superior.led-in", "led", "在{NAME}的?{HOW}领导下", unless="{THEN}", hint="领导",
        finds={"县水文站在县水利局直接领导下开展工作": ("县水利局",)}, leaves=("在领导下",),
    ),
)  # fmt: skip
