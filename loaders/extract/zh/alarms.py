"""What looks in Chinese like the name of a unit, an institution, an office or a sign, or like a number of them."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.document.numbering import number_at, value_of
from loaders.extract.ledger.alarms import Known
from loaders.extract.zh.body_names import NO_BEGINNING

COUNT = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
FORMS = "领导小组|委员会|联席会议|指挥部|工作专班|协调小组"
# What separates the items of a line; what may stand behind a name in a heading.
BETWEEN = re.compile(r"[、,;。:()|\s\t/]+|(?<=[科处股室司])[和及与]")
# What stands in the name of any body or unit.
HOLDS = re.compile("[\u4e00-\u9fff]")
FRONT = re.compile(
    r"^(?:\S{0,6}?(?:分管|主管|协管|联系)|(?:同意)?(?:\S{0,4})?(?:增设|设立|内设|下设))(?=[\u4e00-\u9fff]{3})"
)
HEADED = re.compile(r"(?:的?(?:主要|工作|岗位)?(?:职责|职能|简介|介绍|概况|任务)(?:如下|是)?)$")
NAME = re.compile(
    r"[\u4e00-\u9fff]{1,12}(?:科|处|股|室|庭|[支大中]队|党委|纪委)|[\u4e00-\u9fff]{2,22}(?:[^中重信]中心|管理站|服务站|监测站|研究所|管理所|监察所|事务所|检测院|设计院|研究院|学院|图书馆|博物馆|纪念馆|基金会|杂志社)"
)
# Words for units in general, for rooms, and for what is counted: 共一办四科.
NO_NAME = re.compile(
    r"(?:科室|处室|股室|部室|内设处|会议室|教室|实验室|阅览室|接待室|值班室|窗口|之处|好处|各处|何处|查处|惩处|处处|判处|相处|用处|多处|本处|本科|专科|学科|内科|外科|\d处|办事处|出处|此处|购物中心)\Z|\A[各本该其]|"
    r"\A(?:共计?|合计|总计)?[设有]?(?:[一二三四五六七八九十两\d]{1,3}个?[室科处股办部组庭]){1,5}\Z"
)
WORDS = re.compile(
    rf"[\u4e00-\u9fff]{{0,20}}(?<!机构编制)(?:{FORMS})办公室|合署办公|[\u4e00-\u9fff]{{2,20}}(?:的)?牌子|"
    rf"(?P<number>{COUNT})个(?:内设|职能|业务|综合)?(?:机构|科室|处室|股室|部室|科|处|股|室)(?![\u4e00-\u9fff])"
)
# Where an office or a sign is told of for certain.
TOLD = re.compile(
    rf"(?:加挂|增挂|挂|保留)[^,。;不]{{2,420}}牌子|合署办公|(?:承担|负责)[^。;,]{{2,420}}(?:{FORMS})(?:办公室)?的?(?:日常|具体)工作|(?:{FORMS})办公室设在|[\u4e00-\u9fff]{{4,30}}?(?:也|均|同时|正式)?(?:揭牌|挂牌)成立"
)
# The last characters of a unit or an institution; of words that end alike, the names of none.
LAST = (
    r"[科股室庭圃]|(?<![好各用查惩判相多本出之此])处|(?<!公)[队馆厂]|中心|(?<![车网])站|(?<![场住])所|(?<![格布结])局|"
    rf"(?<![法])院|学校|小学|中学|公司|[农林牧分茶]场|工会|团委|{FORMS}"
)
LEFT_NAME = re.compile(rf"[\u4e00-\u9fff]{{1,24}}(?:{LAST})")
# So ends the name of whoever is told of, too.
BODY = re.compile("(?:局|院|公司|委员会|办公室|工会|团委)$")
SPLIT = re.compile(r"[、,:()\s\t/]+|(?<=[科处股室站所局队院馆司心圃场])(?:以及|[和及与])(?=[\u4e00-\u9fff]{2})")
# What stands in front of the first name of a list.
LEAD = re.compile(
    r"(?:和|及|以及|与)|\S{0,16}?(?:下设|内设|增设|设有|设立|设置|下辖|现有|还有|另有|包括|分别[为是]|直属|所属|下属|(?<![建计])设|派出|辖|有)"
)
NUMBERED = re.compile(
    rf"(?:设有?|下?辖|有|和|及|等|[、,]|^)(?P<number>{COUNT})(?:[个家所处座]|(?=[科股]))(?P<noun>[^\d,。;、:()的]{{0,8}}?(?:机构|单位|部门|科室|{LAST}))(?=$|[\d,。;、:()和及])"
)
NO_UNIT = re.compile(
    r"人民政府|[省市县区]委|乡镇|街道|村|居委|社区|地址|位于|负责|承担|主管|简称|实行|由|与|^(?:本|该|各|其|全|我|原|由|经|在|将|是)|同意|批准|成立|以来"
)
# Names that share their last word: "东湾、西桥2个管理所".
SHARED = re.compile(
    rf"(?P<names>(?<=[设辖置有])[\u4e00-\u9fff]{{1,4}}(?:[、和][\u4e00-\u9fff]{{1,4}}?)+)等?{COUNT}(?:[个所处座]|(?=[科股]))[^\d,。;、:()的]{{0,6}}?(?:{LAST}|所)(?=$|[,。;、:(])"
)
FURTHER = 16
# What is set up or had, as long as it is: of such a list no single name may be whole.
SET_UP = re.compile(
    rf"(?:[内下增]设|内置|[下直]辖(?!市|区)|分设|成立了?|(?<=[^直隶归])[局院校场社厅]属(?=[\u4e00-\u9fff]{{2,8}}[有:]))(?P<names>(?![^,。;:()]{{0,20}}于)[^,。;:()]{{2,60}}?(?:{LAST}|委员会|厂|队))(?=$|[\d,。;、:()])"
)
# Names this long say whose they are: with words around them they are still the same.
WHOLE = 5


def names(said: str) -> Iterator[str]:
    """Every name of a line that nothing took."""
    for piece in BETWEEN.split(said):
        number = number_at(piece)
        name = piece[number.end :].strip() if number else piece.strip()
        name = HEADED.sub("", FRONT.sub("", name))
        if NAME.fullmatch(name) and not NO_NAME.search(name) and not NO_BEGINNING.match(name):
            yield name


def shared(known: Known, text: str, gap: Span) -> str | None:
    """Names in a gap that share the last word behind it."""
    found = SHARED.search(text, gap.start, min(len(text), gap.end + FURTHER))
    lost = found and found.start("names") < gap.end and not any(map(known.has, SPLIT.split(found["names"])))
    return found[0] if found and lost else None


def left(known: Known, said: str) -> Iterator[str]:
    """Every name and number in a gap that no fact took."""
    for piece in SPLIT.split(said):
        lead = LEAD.match(piece)
        name = piece[lead.end() :] if lead else piece
        if not LEFT_NAME.fullmatch(name) or _no_name(name) or _took(known, name):
            continue
        if lead or not BODY.search(name) or f"、{name}" in said or f"{name}、" in said:
            yield name
    for found in SET_UP.finditer(said):
        if not _no_name(found["names"]) and not known.has(found["names"]):
            yield found["names"]
    for found in NUMBERED.finditer(said):
        if value_of(found["number"]) not in known.numbers and not NO_UNIT.search(found["noun"]):
            yield found[0].lstrip("、,")


def _no_name(name: str) -> bool:
    return bool(NO_NAME.search(name) or NO_BEGINNING.match(name) or NO_UNIT.search(name))


def _took(known: Known, name: str) -> bool:
    """Whether a name is one that a fact has, a part of one, or one with words around it."""
    return name in known.text or any(one in name for one in known.names if len(one) >= WHOLE)
