"""What Chinese sentences say of institutions outside lists: whose they are, who manages or leads them, what was set up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.outline.institution_names import BUREAU

PUBLIC = r"(?:事业单位|行政机构|机构|单位)"
RULES = r"(?:管理|领导|代管|主管|直管|托管|主办|举办)"
HOW = r"(?:直接|归口|统一|垂直|具体|委托|受托|代为|负责){0,2}"
# "A and B are institutions under the bureau".
IS = re.compile(
    rf"(?P<names>[^。;:]{{4,600}}?)(?:均为|均系|均是|作为|为|是|系)(?P<owner>[^,。;、]{{0,24}}?)"
    rf"(?P<how>派出的?|所属|直属|下属|下设|下辖|(?=二级(?:事业)?(?:机构|单位))|管理(?![局委处厅办]|中心))的?(?P<kind>[^,。;]{{0,14}}?{PUBLIC})"
)
# "A, B and C are public institutions of the first class", or the one that is called C now.
CLASS = re.compile(
    r"(?:[^。;:,、]{4,60}?(?:更名|改名)为)?"
    r"(?P<names>(?:(?!隶属|归属|设立|组建|成立|承担|负责|,[^,]{0,3}[属系由])[^。;:]){4,600}?)(?:,?(?:均|都)?(?:[为是系]|列为|划为))(?P<owner>)(?P<how>)"
    r"(?P<kind>(?:公益[一二三]类|参照[^,。;]{2,12}类?|生产经营类|(?:财政)?(?:全额|差额)[^,。;]{0,6}|自收自支|[正副]?[科处股]级){1,3}的?事业单位)(?=$|[,。;(])"
)
# "A was set up as a public institution".
FOUNDED = re.compile(
    r"[^。;:]{0,40}?(?:成立|设立|组建|增设|新设)[的了]?(?P<names>[^。;:,、]{4,40}?)(?:,?(?:为|是|系)|,(?=[正副]?[科处股]级))(?P<kind>[^,。;]{0,16}?事业单位)"
)
# "A and B are managed by the bureau", "belong to it".
BY = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<names>[^。;:]{{4,200}}?),?(?:现|均|都|仍|暂|继续|统一|全部|整体){{0,2}}"
    rf"(?:由(?P<by>[^,。;、由]{{1,30}}?){HOW}{RULES}|(?:隶属|直属|归属)(?:关系)?于?(?P<under>[^,。;、]{{1,30}}?)(?:{HOW}{RULES})?"
    rf"|(?:划归|移交给?|[归属受])(?!口)(?P<to>[^,。;、归]{{1,30}}?){HOW}{RULES})(?:的[^,。;]{{0,12}}{PUBLIC})?(?=$|[,。;(和])"
)
# "A is renamed B".
RENAMED = re.compile(
    r"(?:(?:[^,。;:()、将把]{0,12}(?:同意|决定|批准|拟))?(?:将|把)|同意|决定)?原?(?P<old>[^,。;:()、]{4,40}?)(?:统一|调整|变更|整体)?(?:更名|改名|易名|调整|变更)为(?P<new>[^,。;:()、]{4,40})(?=[,。;(]|$)"
)
# "The bureau manages A and B".
OVER = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<owner>[^,。;、:由]{{0,30}}?)(?:还|并|另|同时|另外|负责)?(?:(?:归口|直接|统一|代为|受托|委托|依法){{0,2}}(?:管理|领导|主管)(?:[和与]?(?:管理|领导))?|代管|直管|托管|举办|主办)"
    rf"(?P<names>(?!的)[^。;:,]{{4,200}}?)(?:等?(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})[个家所][^、,。;]{{0,10}}|等[^、,。;]{{0,8}}{PUBLIC})?(?=$|[,。;(])"
)
# "The setting up of A, B and other institutions".
ETC_SAYS = r"等(?P<kind>直属|所属|派出)?(?:事业单位|单位|机构)的?(?:机构编制|设置|职责)"
ETC_SAID = re.compile(ETC_SAYS)
ETC_OF = re.compile(rf"(?P<names>[^。;:]{{4,200}}?){ETC_SAYS}")
PARTY_SET = re.compile(
    r"(?<!建)设(?:立|置|有)?了?(?:[\u4e00-\u9fff、]{0,60}[科处股室办部队][、和及])?(?P<names>[\u4e00-\u9fff、]{0,30}?(?:纪检监察组|机关党委|机关纪委|机关党总支|机关党支部|机关委员会)(?:[和、]机关[\u4e00-\u9fff]{2,4})*)(?=[,。;(]|$|[和、])"
    r"|与(?P<beside>机关(?:党委|纪委|党总支|党支部))合署"
)
# What may stand behind and in front of the names in such a sentence.
ETC = re.compile(r"(?:等[^、,]{0,16})?,?$")
SIGN_BEHIND = re.compile(r",(?:同时|并|对外)?[加增]?挂[^,。;]{2,60}牌子?,?$")
SET_UP = re.compile(
    r"[^、,]{0,30}?(?:设置|设立|成立|组建|增设|保留|(?:更名|改名)为|分别[为是]|(?<![建开])下?设(?!计|施|备|在|于)有?)"
)
# Whose the names behind are: "the bureau's subordinate A, B".
BELONGING = re.compile(r"[^、,]{0,30}?(?:所属|直属|下属)(?!事业|单位|机构)")
# Bodies in general, and what no single body is called.
GENERAL = re.compile(
    r"(?:各|全[省市县区州]|有关|相关|其[他它]|[省市县区州](?:直|属|级)|国有|乡镇|镇街|基层|公办|民办|下属|所属|直属|辖区|本[级市县区]|社会|行业|专业|企业|机关|内部)"
)
VAGUE = re.compile(
    r"各|相关|有关|其[他它]|上述|以上|部分|[另还现共下]{0,2}[有设辖]?(?:\d{1,3}|[一二三四五六七八九十两]{1,3})[个家所]"
)
COMMA = re.compile(",")
# Without one of these words nothing is said of who rules whom.
RULED = re.compile(rf"{RULES}|隶属|直属|归属")
# Bodies that stand by themselves although another manages them.
BESIDE = re.compile(r"(?:协会|学会|联合会|商会|促进会|研究会|总会|联合社|供销社|红十字会)$")
# What begins as the name of one body does.
ONE = re.compile(
    r"(?:中国|国家|全国|中央|中华|[\u4e00-\u9fff]{1,6}?[省市县区州旗盟](?![直属级内域])|[省市县区州旗盟](?![直属级内域]))[\u4e00-\u9fff]{2,}"
)


@dataclass(frozen=True)
class Told:
    """Names that a sentence tells something of: where they stand, the words for whose they are, what they are.

    `bare`: nothing but a verb says that they are institutions. `owner` is None where the sentence names nobody.
    """

    start: int
    end: int
    owner: str | None
    kind: str
    bare: bool = False


def told(text: str, start: int, end: int) -> Iterator[Told]:
    """What a clause tells of institutions, branches, bureaus managed and units of the Party."""
    yield from _standing(text, start, end)
    for found in filter(None, [FOUNDED.match(text, start, end)]):
        yield Told(*found.span("names"), None, "institution")
    if RULED.search(text, start, end):
        for begin in pieces(text, start, end):
            yield from _ruled(text, begin, end)
    for found in ETC_OF.finditer(text, start, end) if ETC_SAID.search(text, start, end) else ():
        belonging = BELONGING.match(text, *found.span("names"))
        begin = belonging.end() if belonging else found.start("names")
        yield Told(begin, found.end("names"), None, "branch" if found["kind"] == "派出" else "institution")
    for found in PARTY_SET.finditer(text, start, end):
        yield Told(*found.span("names" if found["names"] else "beside"), None, "party_unit")


def pieces(text: str, start: int, end: int) -> Iterator[int]:
    """Where a clause and its parts behind commas begin."""
    yield start
    yield from (found.end() for found in COMMA.finditer(text, start, end))


def _ruled(text: str, start: int, end: int) -> Iterator[Told]:
    """Names in front of "is managed by the bureau" or behind "the bureau manages"."""
    if found := BY.match(text, start, end):
        owner = found["by"] or found["under"] or found["to"]
        yield Told(_behind_verb(text, *found.span("names")), found.end("names"), owner, "managed", bare=True)
    if found := OVER.match(text, start, end):
        yield Told(*found.span("names"), found["owner"], "managed", bare=True)


def _standing(text: str, start: int, end: int) -> Iterator[Told]:
    """ "A and B are institutions under the bureau": the names behind the last comma, without what set them up."""
    found = IS.match(text, start, end) or CLASS.match(text, start, end)
    if found is None:
        return
    public = "事业" in found["kind"] or found["how"] != "管理"
    institution = public and "行政" not in found["kind"]
    institution = institution or not BUREAU.search(ETC.sub("", found["names"]))
    kind = "branch" if "派出" in found["how"] else "institution" if institution else "bureau"
    begin, stop = found.span("names")
    stop = begin + len(ETC.sub("", SIGN_BEHIND.sub("", found["names"])))
    begin = max(begin, text.rfind(",", begin, stop) + 1)
    if VAGUE.match(text, begin):
        return
    yield Told(_behind_verb(text, begin, stop), stop, found["owner"].removesuffix("的"), kind)


def _behind_verb(text: str, begin: int, stop: int) -> int:
    """Where the names begin: behind what says that they were set up."""
    set_up = SET_UP.match(text, begin, stop)
    return set_up.end() if set_up else begin


def kind_of(name: str) -> str:
    """What a body is that another manages: one that stands by itself, or an institution."""
    return "bureau" if BUREAU.search(name) or BESIDE.search(name) else "institution"


def is_one(name: str) -> bool:
    """Whether a name is that of one body rather than of a sort of bodies."""
    return bool(ONE.match(name)) and not GENERAL.match(name)
