"""Numbers of units, branches and institutions that Chinese sentences announce."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.document.numbering import value_of

# Prose that tells of two years: which of its lists is that of today, the sentences themselves show.
YEAR_FIRST = re.compile(r".{0,300}?(?:19|20)\d\d\s?年[^。;]{0,200}[。;].{0,300}?(?:19|20)\d\d\s?年")
NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十两]{1,4})"
COUNT = rf"(?P<number>(?<!\d){NUMBER})"
WHAT = (
    (
        "divisions",
        r"(?:综合性?)?(?:办事|工作|管理|党政)机构|机构(?=:)|(?:司局|职能)?(?:部门|[科处股]\(室\))|(?:内设|职能)(?:机构|科室|处室|股室|部门|科|处)|(?:科室|处室|股室|部室|庭室|部门|职能[司部处科]|科(?![技学研])|处|(?<!卫生)室)",
    ),
    (
        "branches",
        r"(?:直属|辖区|基层|派出|[区县市乡镇]|县\(市[、,]?区?\)|县\(区\)|乡\(镇\)|镇\(街\)){0,2}(?:派出机构|分中心|营业部|办事部|管理部|分局|派出单位|司法所|派出所|财政所|市场监管所|基层所|(?<=个)[\u4e00-\u9fff]{2,8}(?<!研究)所(?![\u4e00-\u9fff])|(?<!街道)(?<!、)办事处|垂直管理局)",
    ),
    (
        "institutions",
        r"(?:(?:直属|所属|下属|局属|二级)(?:[\u4e00-\u9fff]{1,6}?(?=单位))?)?(?:[\u4e00-\u9fff]{0,6}?事业)?(?<!本)单位|直属机构|二级机构",
    ),
)
# Institutions and branches that are counted by what they are: "下设8个中心校", "和24所乡镇卫生院".
SORT_NAMES = (
    "中心校|学校|小学|中学|高中|幼儿园|卫生院|医院|卫生室|保健院|林场|农场|苗圃|水厂|水库|敬老院|福利院|文化馆|图书馆|"
    "(?<!村)(?:林业|水利|文化|农技|水管|工作|服务|监测|气象|管理|供水|畜牧|兽医|广播)站"
)
SORT = rf"[\u4e00-\u9fff]{{0,8}}?(?:{SORT_NAMES})"
SORTS = re.compile(
    rf"(?P<verb>设有?|(?<!管)辖有?|管理|直属|所属|下属|拥有|有|以?及|和|[,、])\s?{COUNT}\s?[个所家处座](?P<sort>{SORT})(?=[,、。;:和及(]|以及|等|$)"
    rf"|(?:(?<!法)管理|代管|领导)的(?:事业)?(?:机构|单位)(?:共|现)?有?(?P<number3>{NUMBER})[个家]"
    rf"|(?:直属|所属|下属|下辖)(?P<sort2>{SORT}?)(?:共|现有)?(?P<number2>{NUMBER})[个所家](?=[,。;:(]|$)"
)
# The bureaus and offices of the levels below in one that is built as a column.
LOWER = re.compile(
    rf"(?:(?:下|现)?[设辖]有?|[,、和及])\s?{COUNT}个(?:[市县区州旗盟]|县\(市[、,]?区?\)|县\([区市]\)|旗\(县[、,]市\)|基层|乡镇){{1,2}}级?"
    r"(?!人民|街道)[\u4e00-\u9fff]{1,8}?(?:局|所)(?:\([^()]{1,9}\))?(?=[,、。;:和及]|$)"
)
# "An office and three sections": numbers of parts, and names beside them that count one each.
UNIT_WORD = "办公室|[科处股室部办庭]"
PIECE = rf"(?:{NUMBER}个[\u4e00-\u9fff]{{0,6}}?(?:科室|处室|股室|部室|部门|机构|{UNIT_WORD})|[\u4e00-\u9fff]{{1,8}}?(?:{UNIT_WORD}))(?:\([^()]{{1,20}}\))?"
SET_UP_SUM = re.compile(rf"(?:设|设有|设立|设置)(?P<pieces>{PIECE}(?:[、和及与]{PIECE}){{1,6}})(?=[:,。;]|$)")
SUM = re.compile(rf"{PIECE}(?:[、和及与]{PIECE}){{1,6}}")
COUNTED_PIECE = re.compile(rf"({NUMBER})个")
# "One office and two sections in all."
SUMMAND = re.compile(rf"(?P<number>{NUMBER})个?(?P<kind>[室科处股部办庭组队]|[大中支]队|中心)")
SUMMED = re.compile(
    rf"(?:^|(?<=[,、。;设为是有:]))[共即]?(?:{NUMBER}个?(?:[室科处股部办庭组队]|[大中支]队|中心)[、和]?){{2,6}}(?<![、和])(?=[。;,:(]|$)"
)
# "One unit, namely the bureau itself."
ITSELF = re.compile(r",?(?:即|为)[^,。;]{0,6}(?:机关|本级)")
# "A research office, one": a name and how often.
NAMED_ONE = re.compile(r"[\u4e00-\u9fff][科处股室部](?:一|1)个")
NOT_OURS = re.compile(r"全[市县区省州盟旗国]|[市县区省州][属直]机关|境内|辖区|城乡|建成|新建|改建|评为|创建")
GOES_ON = ("以及", "及", "和", ",", "、", "有", "管理")
OF_OTHERS_THERE = re.compile("(?:[市县区省州]属|[市县区省州]直)机关[^,。;]*$")
LISTS = re.compile(r"[下共现]?设|[下直]?辖|直属|所属|下属|单位|机构|中心、|医院、|院、|站、|校、|馆、")
AND_MORE = re.compile(rf"等(?:共)?{COUNT}[家个所](?=[。;,]|$)")
NONE = re.compile(r"(?:暂不|暂未|不|未|没有)设(?:立|置)?(?:内设)?(?:机构|科室)")


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """What is counted, and a pattern whose group "number" is the count; tried in order."""
    return [
        (what, re.compile(pattern))
        for what, noun in WHAT
        for pattern in (
            rf"{COUNT}个(?:正?副?[处科]级|核心|主要|重要)?(?:{noun})",
            *([rf"(?:内设|机关设)有?{COUNT}个(?:机构|部门)(?=[。;,:])"] if what == "divisions" else []),
            *([rf"(?<=[,)])(?:共|等){COUNT}个(?=[。;]|$)"] if what == "divisions" else []),
            rf"(?:{noun})(?:\([^()\d]{{0,20}}\))?(?:共有?|现有|有|暂定为|分别为|设置?|由\d{{1,3}}个[增减调][\u4e00-\u9fff]{{1,3}})?\(?共?{COUNT}[个家](?!(?:内设|职能)?(?:科|处|股|部|机构))",
        )
    ]


def found(line: int, text: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    """What is counted, the number as printed and the span that announces it."""
    seen: dict[str, int] = {}
    for hit in SET_UP_SUM.finditer(text, start, end):
        pieces = re.split("[、和及与]", re.sub(r"\([^()]*\)", "", hit["pieces"]))
        numbers = [value_of(one[1]) or 1 if (one := COUNTED_PIECE.match(piece)) else 1 for piece in pieces]
        if any(COUNTED_PIECE.match(piece) for piece in pieces) and "divisions" not in seen:
            seen["divisions"] = hit.end()
            yield "divisions", str(sum(numbers)), Span(line, *hit.span("pieces"))
    for what, pattern in patterns():
        for hit in pattern.finditer(text, start, end):
            # Divisions are announced once; what follows "of them" is a part of what was counted.
            if what in seen and (
                what == "divisions" or hit.start() <= seen[what] or "其中" in text[seen[what] : hit.start()]
            ):
                continue
            if (
                is_part(text, start, hit.start())
                or ITSELF.match(text, hit.end())
                or (what == "institutions" and OF_OTHERS_THERE.search(text, start, hit.start()))
                or NAMED_ONE.match(text, hit.start() - 1)
            ):
                continue
            seen[what] = hit.end()
            yield what, hit["number"], Span(line, hit.start(), hit.end())
    for hit in SUMMED.finditer(text, start, end):
        parts = [(value_of(one["number"]) or 0, one["kind"]) for one in SUMMAND.finditer(hit[0])]
        # "一室、二室" are names.
        if len({kind for _, kind in parts}) == len(parts) and "divisions" not in seen:
            yield "divisions", str(sum(number for number, _ in parts)), Span(line, *hit.span())
    for hit in LOWER.finditer(text, start, end):
        yield "branches", hit["number"], Span(line, hit.start(), hit.end())
    for hit in SORTS.finditer(text, start, end):
        said = re.split("[。;]", text[max(0, hit.start() - 60) : hit.end()])[-1]
        verb = hit["verb"] and (hit["verb"] not in GOES_ON or LISTS.search(said))
        number = hit["number"] if verb else hit["number2"] or hit["number3"]
        if number and not NOT_OURS.search(said) and not is_part(text, start, hit.start()):
            yield "institutions", number, Span(line, hit.start(), hit.end())


def is_part(text: str, start: int, position: int) -> bool:
    """Whether "of these" stands in front in the same sentence: a part of what was counted."""
    _, of_these, said = re.split("[。;]", text[start:position])[-1].rpartition("其中")
    return bool(of_these) and not re.search("[人名],", said)
