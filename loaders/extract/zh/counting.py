"""Numbers of units, branches and institutions that Chinese sentences announce: the number is what is named."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.document.numbering import value_of
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim, Rule
from loaders.extract.rules.stretch import Stretch

NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十两]{1,4})"
UNIT = "(?:办公室|[科处股室部办庭])"
PIECE = (
    rf"(?:{NUMBER}个(?!二级|[下直所]属|事业|派出)"
    rf"[\u4e00-\u9fff]{{0,6}}?(?:科室|处室|股室|部室|部门|机构|{UNIT})|[\u4e00-\u9fff]{{1,8}}?{UNIT})(?:\([^()]{{1,20}}\))?"
)
KIND = "(?:[室科处股部办庭组队]|[大中支]队|中心|分?馆)"
SUMMAND = rf"{NUMBER}个?{KIND}"
PARTS = {
    "N": rf"(?P<names>(?<![\d~-]){NUMBER})",
    "DIVISIONS": r"(?:组别|(?:综合性?)?(?:办事|工作|管理|党政)机构"
    r"|机构(?=:)|(?:司局|职能)?(?:部门|[科处股]\(室\))|(?:内设|职能)(?:[正副]?[处科股]级)?(?:机构|科室|处室|股室|部门|科|处)|办公室(?=[。;,:(]|$)"
    r"|(?:科室|处室|股室|部室|庭室|部门|职能[司部处科]|科(?![技学研级])|(?<!办事)处(?!级)|股(?=[。;,:(]|$)|(?<!卫生)(?<!阅览)(?<!实验)室))",
    "BRANCHES": r"(?:(?:直属|辖区|基层|派出|[区县市乡镇]|县\(市[、,]?区?\)|县\(区\)|乡\(镇\)|镇\(街\)){0,2}"
    r"(?:派出机构|人民法庭|分中心|营业部|办事部|管理部|分局|派出单位|司法所|派出所|财政所"
    r"|市场监管所|基层所|(?<=个)[\u4e00-\u9fff]{2,8}(?<!研究)所(?![\u4e00-\u9fff])|(?<!街道)(?<!、)办事处|垂直管理局))",
    "INSTITUTIONS": r"(?:(?:(?:直属|所属|下属|局属|二级)(?:[\u4e00-\u9fff]{1,6}?(?=单位))?)?(?:[\u4e00-\u9fff]{0,6}?事业)?(?<!本)单位|直属机构|二级机构)",
    "LEVEL": r"个(?:正?副?[处科]级|核心|主要|重要)?",
    "BEHIND": r"(?:\([^()\d]{0,20}\))?(?:共有?|现有|有|暂定为|分别为|设置?|由\d{1,3}个[增减调][\u4e00-\u9fff]{1,3})?"
    r"\(?共?{N}[个家](?!(?:内设|职能)?(?:科|处|股|部|机构)|(?:直属|所属|下属)?(?:事业)?单位)",
    # Institutions that are counted by what they are: "下设8个中心校", "和24所乡镇卫生院".
    "SORT": r"[\u4e00-\u9fff]{0,8}?(?:{counted_sort}|(?<!村){counted_station}站)",
    "PIECES": rf"(?P<names>{PIECE}(?:[、和及与]{PIECE}){{1,6}})",
    "SUMMED": rf"(?P<names>(?:{SUMMAND}[、和]?){{2,6}})",
}
ANNOUNCED = (
    Rule(
        "zh.count.divisions", "divisions", "{N}{LEVEL}{DIVISIONS}", hint="个",
        finds={"设5个内设机构": ("5",), "下设十二个科室": ("十二",), "设1个股。": ("1",)}, leaves=("设5个卫生室", "5个科技项目", "5个股东"),
    ),
    Rule(
        "zh.count.set-up", "divisions", "(?:内设|机关设)有?{N}个(?:机构|部门)(?=[。;,:])", hint="设",
        finds={"内设3个机构。": ("3",)}, leaves=("内设3个机构的职责",),
    ),
    Rule(
        "zh.count.in-all", "divisions", "(?:^|(?<=[,)]))(?:共|等){N}个(?=[。;]|$)", hint="共 等",
        finds={"办公室、督查室,共2个": ("2",)}, leaves=("科室共2个", ",共2个项目"),
    ),
    Rule(
        "zh.count.divisions-behind", "divisions", "{DIVISIONS}{BEHIND}", hint="个 家",
        finds={"内设机构8个": ("8",), "科室共有三个": ("三",)}, leaves=("内设机构8个科",),
    ),
    Rule(
        "zh.count.branches", "branches", "{N}{LEVEL}{BRANCHES}", hint="个",
        finds={"6个派出机构": ("6",), "12个乡镇司法所": ("12",), "4个茶场管理所": ("4",)}, leaves=("3个街道办事处", "2个茶叶研究所"),
    ),
    Rule(
        "zh.count.sent-out", "branches", "{N}个[\u4e00-\u9fff]{2,12}?,?(?:均|都)?[为是系][^,。;、]{0,12}派出机构(?=[,。;]|$)", hint="派出机构",
        finds={"还有18个水文站均为市水利局派出机构": ("18",)}, leaves=("3个领导为派出机构人员",),
    ),
    Rule(
        "zh.count.branches-behind", "branches", "{BRANCHES}{BEHIND}", hint="个 家",
        finds={"派出所9个": ("9",)}, leaves=("派出所辖9个村",),
    ),
    Rule(
        "zh.count.institutions", "institutions", "{N}{LEVEL}{INSTITUTIONS}", hint="个",
        finds={"7个事业单位": ("7",), "4个二级机构": ("4",)}, leaves=("1个本单位",),
    ),
    Rule(
        "zh.count.institutions-behind", "institutions", "{INSTITUTIONS}{BEHIND}", hint="个 家",
        finds={"下属事业单位11家": ("11",)}, leaves=("所属单位5个科",),
    ),
)  # fmt: skip
# The bureaus and offices of the levels below in one that is built as a column; sorts of institutions.
SORTS = (
    Rule(
        "zh.count.lower", "branches",
        r"(?:(?:下|现)?[设辖]有?|[,、和及])\s?{N}个(?:[市县区州旗盟]|县\(市[、,]?区?\)|县\([区市]\)|旗\(县[、,]市\)|基层|乡镇){1,2}级?"
        r"(?!人民|街道)[\u4e00-\u9fff]{1,8}?(?:局|所)(?:\([^()]{1,9}\))?(?=[,、。;:和及]|$)", hint="个",
        finds={"下设9个县(市)邮政局": ("9",)}, leaves=("下设9个县人民法院", "设9个街道司法所"),
    ),
    Rule(
        "zh.count.sort", "institutions",
        r"(?P<verb>设有?|(?<!管)辖有?|管理|直属|所属|下属|拥有|有|以?及|和|[,、])\s?{N}\s?[个所家处座]{SORT}(?=[,、。;:和及(]|以及|等|$)",
        finds={"下设8个中心校": ("8",), "管理24所乡镇卫生院": ("24",)}, leaves=("新建3所小学", "有4个村服务站"),
    ),
    Rule(
        "zh.count.ruled", "institutions", r"(?:(?<!法)管理|代管|领导)的(?:事业)?(?:机构|单位)(?:共|现)?有?{N}[个家]", hint="机构 单位",
        finds={"代管的事业单位共有5个": ("5",)}, leaves=("依法管理的单位5个",),
    ),
    Rule(
        "zh.count.belonging", "institutions", r"(?:直属|所属|下属|下辖){SORT}?(?:共|现有)?{N}[个所家](?=[,。;:(]|$)", hint="属 辖",
        finds={"下辖林场7个。": ("7",), "直属小学16所,": ("16",)}, leaves=("直属9个部门",),
    ),
)  # fmt: skip
# "An office and three sections": numbers of parts, and names beside them that count one each. "One office and two sections in all."
SUMS = (
    Rule(
        "zh.count.pieces", "set up", "设(?:有|立|置)?{PIECES}(?=[:,。;]|$)", hint="设",
        finds={"设办公室和三个科室": ("办公室和三个科室",)}, leaves=("设办公室",),
    ),
    Rule(
        "zh.count.summed", "in all", "(?:^|(?<=[,、。;设为是有:]))[共即]?{SUMMED}(?<![、和])(?=[。;,:(]|$)",
        finds={"即一室三科": ("一室三科",), "内设1室、2科:": ("1室、2科",)}, leaves=("一室内",),
    ),
)  # fmt: skip
NOTHING = (
    Rule(
        "zh.count.none", "no divisions", "(?P<names>(?:暂不|暂未|不|未|没有)设(?:立|置)?(?:内设)?(?:机构|科室))", hint="设",
        finds={"暂不设内设机构": ("暂不设内设机构",)}, leaves=("设内设机构5个",),
    ),
)  # fmt: skip
# Prose that tells of two years: which of its lists is that of today, the sentences themselves show.
YEAR_FIRST = re.compile(r".{0,300}?(?:19|20)\d\d\s?年[^。;]{0,200}[。;].{0,300}?(?:19|20)\d\d\s?年")
SUM = re.compile(rf"{PIECE}(?:[、和及与]{PIECE}){{1,6}}")
SAID_AGAIN = re.compile(rf"下属|所属|直属|共有?|现有|:|{NUMBER}[个家]?")
COUNTED_PIECE = re.compile(rf"({NUMBER})个")
SUMMANDS = re.compile(rf"(?P<number>{NUMBER})个?(?P<kind>{KIND})")
# "One unit, namely the bureau itself."
ITSELF = re.compile(r",?(?:即|为)[^,。;]{0,6}(?:机关|本级)")
# Units of a budget among which the body itself is.
WITH_ITSELF = re.compile(r"[^。;]{0,80}?(?:本级|机关)(?=[)、,和及])")
# "A research office, one": a name and how often.
NAMED_ONE = re.compile(r"[\u4e00-\u9fff][科处股室部](?:一|1)个")
# A part of a total that follows; what is one of several itself; what is no more; who takes part.
ADDED = re.compile(r",?(?:连同|加上|[外另]加)")
ONE_OF = re.compile(r"(?:所属|直属|下属|下设|组成|内设)的(?:一|1)个")
# In front of a sum: numbers of several sorts.
TOTAL_OF = re.compile(rf"{NUMBER}[个家所](?=[^。;]*$)")
GONE = re.compile(r"(?:[进入]驻|收回|撤销|整合|减少|合并|精简)[^,。;:]{0,8}$")
MADE = re.compile(r"(?:\([^()]{1,9}\))?(?:为主|共同|联合|合并)?(?:整合|合并|[组构][成建])")
BY_OTHERS = re.compile(r"(?<![\u4e00-\u9fff])由[^。;]*$")
ABOVE = re.compile("(?:以上|上述)$")
COUNTED_FRONT = re.compile(rf"{NUMBER}[个家所处][^,。;、()]{{0,9}}$")
NOT_OURS = re.compile(r"全[市县区省州盟旗国]|[市县区省州][属直]机关|境内|辖区|城乡|建成|新建|改建|评为|创建")
GOES_ON = ("以及", "及", "和", ",", "、", "有", "管理")
OF_OTHERS_THERE = re.compile("(?:[市县区省州]属|[市县区省州]直)机关[^,。;]*$")
LISTS = re.compile(r"[下共现]?设|[下直]?辖|直属|所属|下属|单位|机构|中心、|医院、|院、|站、|校、|馆、")
AND_MORE = re.compile(rf"等?共?(?P<number>{NUMBER})[家个所](?=[。;,]|$)")


def found(line: int, text: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    """What is counted, the number as printed and the span that announces it."""
    said, sums = Stretch(line, text, start, end), engine("zh", "counting.SUMS")
    seen: dict[str, int] = {}
    for claim in sums.claims(said):
        number = _sum_of_pieces(str(claim.names[0])) if claim.rule.says == "set up" else 0
        if number and "divisions" not in seen:
            seen["divisions"] = claim.at.end
            yield "divisions", str(number), claim.names[0].span
    for claim in engine("zh", "counting.ANNOUNCED").claims(said):
        what, begin = claim.rule.says, claim.at.start
        # Divisions are announced once; what follows "of them" is a part of what was counted.
        again = what in seen and (what == "divisions" or begin <= seen[what] or "其中" in text[seen[what] : begin])
        if not again and not _is_no_count(claim, start):
            seen[what] = claim.at.end
            yield what, str(claim.names[0]), claim.at.span
    for claim in sums.claims(said):
        number = _sum_of_parts(str(claim.names[0])) if claim.rule.says == "in all" else 0
        if number and "divisions" not in seen:
            yield "divisions", str(number), claim.at.span
    for claim in engine("zh", "counting.SORTS").claims(said):
        if claim.rule.says == "branches" or _is_sort(claim, start):
            yield claim.rule.says, str(claim.names[0]), claim.at.span


def _is_no_count(claim: Claim, start: int) -> bool:
    """Whether a number is a part of another, counts what is told of otherwise, or stands behind the name of one unit."""
    text, begin = claim.at.text, claim.at.start
    elsewhere = claim.rule.says == "institutions" and OF_OTHERS_THERE.search(text, start, begin)
    named = NAMED_ONE.match(text, begin - 1) or ONE_OF.search(text, max(start, begin - 3), claim.at.end)
    others = MADE.match(text, claim.at.end) and BY_OTHERS.search(text, start, begin)
    total = claim.rule.name == "zh.count.in-all" and TOTAL_OF.search(text, start, begin)
    with_itself = "预算" in text[start : claim.at.end] and WITH_ITSELF.match(text, claim.at.end)
    gone = ADDED.match(text, claim.at.end) or GONE.search(text, start, begin)
    return bool(
        is_part(text, start, begin)
        or with_itself
        or ITSELF.match(text, claim.at.end)
        or elsewhere
        or named
        or others
        or total
        or gone
    )


def _is_sort(claim: Claim, start: int) -> bool:
    """Whether a number counts a sort of institutions that are the body's own."""
    text, begin = claim.at.text, claim.at.start
    said = re.split("[。;]", text[max(0, begin - 60) : claim.at.end])[-1]
    verb = claim.word("verb") not in GOES_ON or LISTS.search(said)
    part = is_part(text, start, begin) or ADDED.match(text, claim.at.end)
    return bool(verb and not NOT_OURS.search(said) and not part)


def _sum_of_pieces(said: str) -> int:
    """How many "an office and three sections" are; 0 where no piece is counted."""
    pieces = [COUNTED_PIECE.match(piece) for piece in re.split("[、和及与]", re.sub(r"\([^()]*\)", "", said))]
    return sum((value_of(one[1]) or 1) if one else 1 for one in pieces) if any(pieces) else 0


def _sum_of_parts(said: str) -> int:
    """How many "one office and two sections" are; 0 for "一室、二室", which are names."""
    parts = {one["kind"]: value_of(one["number"]) or 0 for one in SUMMANDS.finditer(said)}
    return sum(parts.values()) if len(parts) == sum(1 for _ in SUMMANDS.finditer(said)) else 0


def is_part(text: str, start: int, position: int) -> bool:
    """Whether a part of what was counted stands there: behind "of these", or in a bracket behind a number."""
    opened = text.rfind("(", start, position)
    if opened > text.rfind(")", start, position) and COUNTED_FRONT.search(text, max(start, opened - 12), opened):
        return True
    # A sort of institutions may have "of these" in its span.
    position += 2 * (text.startswith("其中", position) and bool(re.search(NUMBER, text[start:position])))
    _, of_these, said = re.split("[。;]", text[start:position])[-1].rpartition("其中")
    return bool(of_these) and not re.search("[人名],", said)
