"""Places that Chinese documents name: where a name of a body or of a place begins, never across words."""

import re
from collections.abc import Iterator

from loaders.extract.document.numbering import number_at
from loaders.extract.document.text import Document
from loaders.extract.mentions.place_mentions import INSIDE, LEADING, SUBJECT, TITLE, PlaceMention, bounded, top_lines
from loaders.extract.rules.vocabulary import vocabulary
from loaders.extract.zh.bodies import IS_ZONE, SET_UP, ZONE_HAS
from loaders.extract.zh.body_names import CORE, END, FREE_END, SUFFIX, YEAR
from loaders.extract.zh.body_names import VERBS as VERB_WORDS
from loaders.extract.zh.clues import TITLE as TITLE_WORDS
from loaders.place_chains import Read, read_chain, read_short, read_unlisted
from loaders.places import places

LONGEST, LONGEST_NAME = 2000, 12
GOVERNMENT = re.compile("人民政府")
# Kinds of counties.
KINDS = "县市区"
# What may stand in front of the name of a body at the beginning of a line.
FRONT = re.compile(
    r"(?:[^|。]{0,12}\|)?(?:[\s.()、,:《“\"#*>|·-]|\d(?!\d{0,3}年)){0,20}(?:[^。;:,]{0,12}(?:名称|单位|部门|机构|全称|主管部门|[问答]题?|标题|主题|内容)\s{0,3}:\s{0,3})?(?:关于)?(?:印发|调整|设立|公开|公布|批复)?[《“]?"
    rf"{YEAR}"
    r"(?:中共|中国共产党|中国人民政治协商会议|政协|国家税务总局|国家统计局|中华人民共和国|中国人民银行)?"
)
NAME = rf"(?!人民政府$)(?:{CORE})?(?:{SUFFIX}|人民政府|人大常委会|法院|检察院|总工会|团委|政协)"
BODY = re.compile(rf"{NAME}{FREE_END}")
BODY_INSIDE = re.compile(rf"{NAME}{END}")
# Behind a name: a title, or what is said of the subject of a document.
SAYS_TITLE = re.compile(rf"[^。;:,]{{0,40}}?(?:{TITLE_WORDS}|三定|简况|预算|决算)")
SAYS_SUBJECT = re.compile(r"[^。;:,]{2,30}?(?:\([^()]{2,30}\))?,?(?:是|为|内设|设|挂|加挂|简称|下设|现有|主要负责)")
# Where a name may begin inside a sentence.
VERBS = (
    "会同", "协同", "配合", "协助", "以及", "隶属", "承办", "承担", "负责", "组织", "指导", "监督", "管理", "联系", "协调", "中共", "政协", "关于",
    "印发", "根据", "贯彻", "落实", "执行", "服务", "参与", "成立", "设立", "组建", "更名为", "改称", "恢复",
)  # fmt: skip
BORDER = re.compile(
    r"(?<![\u4e00-\u9fff])(?=[\u4e00-\u9fff])|(?<=[由与和及同向对在于为是经报请属归按依据从到至被将把原现系驻])|(?<=\d年度)|"
    + "|".join(f"(?<={verb})" for verb in VERBS)
)
# Verbs that are names of counties as well, and words for a part of any city: only a title tells that they are names.
NO_MENTION = re.compile(r"会同县|城区|郊区|矿区|老城区|新城区|新市区|港口区|中原区|市中区|开发区|新区")
# What parts a menu, a label or a section from the name of a body: 机构设置 > 桐庐县民政局.
PARTED = re.compile(r"^[^。;,、]{0,60}(?:[>_|/»—–-]|位置\s{0,3}:)\s{0,3}" + YEAR + "$")
# What a sentence does or when it tells of is no place, whatever it ends with: 承担市, 年恢复市; nor is the word for a zone.
ANY_ZONE = re.compile(
    r"[省市县区州旗]?(?:国家级|省级)?(?:经济|技术|高新|工业|产业|旅游|生态|综合|现代|循环|农业|文化|物流|科技)*(?:开发|新|园|高新|示范|管理|度假|试验|保税|产业集聚)区"
)
NO_NAME = re.compile(
    rf"^(?:{VERB_WORDS}|下辖|同意|决定|拟将?|经(?!济|开)|将|把|年|月|日|第[一二三四五六七八九十\d]|清[代朝末]|民国|建国|解放)|恢复|撤销|设立|成立|组建|建立|改为|更名"
)
ADDRESS = re.compile(r"[\u4e00-\u9fff]{0,14}(?:路|街|道|大道|镇|号)")
LEVEL_TITLE = re.compile(rf"(自治区|[省市县区州旗盟])(?![级直域划场容辖属])(?:{CORE}){SUFFIX}{END}")
SHORTENED = re.compile(
    r"\s{0,9}(?P<name>[\u4e00-\u9fff]{2,14}?(?:学院|大学|医院|中学|学校|博物馆|图书馆|日报社|电视台|机场|海关|调查总?队))(?=$|[\s(,]|机构|内设|主要|概况|简介|是|现|设)"
)
# What may follow the name of a body of the nation in a title or where a sentence tells of it.
NATIONAL_END = (
    r"(?=\s|$|[(,]|(?:19|20)\d\d年|职能|职责|主要|机构|内设|三定|是|为|在|主管|负责|承担|正式|[揭挂]牌|"
    r"设(?!计|施)|下设|部门(?!规章)|机关|概况|简介|门户|官网|网站|领导|直属|所属|成立于)"
)
NATIONAL = re.compile(
    rf"(?:中华人民共和国)(?![\u4e00-\u9fff]{{0,20}}[省市县区州](?!场))[\u4e00-\u9fff]{{2,14}}(?:部|委员会|署|局|院|行)|"
    rf"国家[^省市县区州]{{2,14}}?(?:局|委员会|委|办公室|中心){NATIONAL_END}|"
    r"(?:(?:外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|农业|"
    r"商务|文化和旅游|文化|卫生|退役军人事务|应急管理|铁道|监察|国土资源|环境保护|建设|信息产业|劳动和社会保障|人事)部(?!门)|海关总署|审计署|国家[^省市县区州]{2,10}?局)"
    rf"(?:[^部省市县区州,。、]{{2,12}}(?:局|委员会|办公室|专员办事处|办|中心|[院社馆校])|[^部省市县区州,。、]{{0,6}}学院)?{NATIONAL_END}|"
    rf"国务院[\u4e00-\u9fff]{{0,16}}?(?:局|委员会|办公室|办公厅|中心){NATIONAL_END}|"
    rf"(?:中共中央|中央(?!大街|公园)|最高人民|中华全国|全国(?:人大|政协|总工会|妇联))[\u4e00-\u9fff]{{0,20}}(?:部|委|室|院|会|厅)|全国(?![\u4e00-\u9fff]{{0,9}}[省市县区州])[\u4e00-\u9fff]{{2,16}}(?:委员会|领导小组|协会|基金会|办公室){NATIONAL_END}|中国[^省市县区州,。]{{2,12}}(?:联合会|总会){NATIONAL_END}|"
    rf"中国(?:(?:气象|地震|民用航空)局|(?:科学|工程|社会科学)院|(?:银行业?|证券|保险|银行保险)监督管理委员会)(?:[\u4e00-\u9fff]{{2,8}}司)?{NATIONAL_END}"
)
NEWS = re.compile(
    r"\s{0,9}(?:\(记者[^()]{2,20}\))?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?,|\s{0,9}(?:昨日|今日|近日),"
)
OF_NATION = re.compile(
    r"[^。;]{2,40}?[是为系]国务院[^。;]{0,30}(?:组成部门|直属|办事机构|部委|管理的|特设)|"
    r"(?:在我国,)?(?:国家|中国|国务院)[^。;,省市县区州旗]{2,20}?[是为系][^。;]{0,240}?国务院[^。;、]{0,12}(?:组成部门|直属(?:特设)?机构|办事机构)"
)


def mentions(document: Document) -> list[PlaceMention]:
    """Every mention of a place, in the order of the document."""
    top = {number for number, _ in top_lines(document)}
    return [mention for number, text in bounded(document, LONGEST) for mention in _of_line(number, text, number in top)]


def _of_line(number: int, text: str, top: bool) -> Iterator[PlaceMention]:
    begin = _front(text)
    leading = _leading(number, text, begin, top)
    if leading:
        yield leading
    end = leading.end if leading else 0
    for border in BORDER.finditer(text):
        if border.start() >= end and (found := _inside(number, text, border.start(), top)):
            end = found.end
            yield found
    yield from _of_governments(number, text)


def _of_governments(number: int, text: str) -> Iterator[PlaceMention]:
    """Where a whole name stands in front of "people's government", no border is needed: 通过桐庐县人民政府."""
    for government in GOVERNMENT.finditer(text):
        for start in range(max(0, government.start() - LONGEST_NAME), government.start() - 2):
            read = None if BORDER.match(text, start) else read_chain(text, start)
            if read and read.whole and read.end == government.start():
                yield PlaceMention(
                    number, read.begin, read.end, read.ids, INSIDE, 1, read.chained, read.other, read.unlisted
                )
                break


def _front(text: str) -> int:
    """Where the name of a body at the beginning of a line begins."""
    number = number_at(text)
    start = number.end if number else 0
    set_up = SET_UP.match(text, start)
    found = FRONT.match(text, set_up.end() if set_up else start)
    return found.end() if found else start


def _leading(number: int, text: str, begin: int, top: bool) -> PlaceMention | None:
    """The place of the body that a line begins with."""
    unlisted = read_unlisted(text, begin, BODY) or _zone(text, begin)
    if unlisted and (NO_NAME.search(unlisted.unlisted or "") or (not unlisted.chained and _is_any_zone(unlisted))):
        unlisted = None
    read = unlisted if unlisted and (unlisted.chained or top) else None
    read = read or read_chain(text, begin) or _without_kind(text, begin)
    if read is None:
        return None
    tier, weight = _standing(text, read, top)
    if tier < SUBJECT and NO_MENTION.match(text, read.begin):
        return None
    return PlaceMention(number, read.begin, read.end, read.ids, tier, weight, read.chained, read.other, read.unlisted)


def _zone(text: str, begin: int) -> Read | None:
    """A zone that is itself told of as a body would be: 临江高新区内设机构."""
    read = read_unlisted(text, begin, ZONE_HAS)
    return read if read and IS_ZONE.search(read.unlisted or "") else None


def _is_any_zone(read: Read) -> bool:
    """Whether a name says no more than that it is a zone, or one of this level: 开发区, 省高新技术产业园区."""
    return ANY_ZONE.fullmatch(read.unlisted or "") is not None


def _without_kind(text: str, begin: int) -> Read | None:
    """The place of a school, a newspaper or a department, which says not what kind of place it is: 昭通学院, 张家港粮食局."""
    short = read_short(text, begin)
    department = vocabulary("zh").pattern("{department}局")
    return short if short and (SHORTENED.match(text, begin) or department.match(text, short.end)) else None


def _standing(text: str, read: Read, top: bool) -> tuple[int, int]:
    """How much the name of a body at the beginning of a line says about whose document it is."""
    # 会同县民政局发放补助: a verb and 县民政局, unless nothing goes on behind it.
    named = BODY_INSIDE if text.startswith("会同", read.begin) else BODY
    body = named.match(text, read.end) or (SHORTENED.match(text, read.begin) if not read.whole else None)
    if text.startswith("志》", read.end):
        return TITLE, 9
    if body and text.startswith("门户网站", body.end()):
        return LEADING, 3
    if not body and read.unlisted and top and ZONE_HAS.match(text, read.end):
        return TITLE, 4
    if not body:
        return LEADING, _weight(text, read.end)
    if text.startswith("人民政府", read.end) and body.end() - read.end < 5:
        return LEADING, 1
    titled = SAYS_TITLE.match(text, read.end)
    if top or titled:
        return TITLE, 4 + 3 * bool(titled) + 2 * top
    return (SUBJECT, 2) if SAYS_SUBJECT.match(text, read.end) else (LEADING, 3)


def _inside(number: int, text: str, start: int, top: bool) -> PlaceMention | None:
    """The place whose name begins inside a line: in a sentence, or behind the sign that ends a menu or a label."""
    if NO_MENTION.match(text, start):
        return None
    read = read_chain(text, start)
    if read is None or not read.whole or (read.other and not BODY_INSIDE.match(text, read.end)):
        return None
    tier, weight = INSIDE, _weight(text, read.end)
    if BODY_INSIDE.match(text, read.end) and PARTED.search(text, 0, start):
        tier, weight = (TITLE, 3) if top else (LEADING, 3)
    return PlaceMention(number, read.begin, read.end, read.ids, tier, weight, read.chained, read.other)


def _weight(text: str, end: int) -> int:
    """An address says little, and so does one name among several."""
    behind = text[end : end + 1]
    return (
        1 if behind in ("、", ",", ")") or text.startswith(("人民政府", "委"), end) or ADDRESS.match(text, end) else 3
    )


def level_of_title(document: Document) -> tuple[int, str] | None:
    """The line whose title names only the level of the body, 省水利厅, and what names of its places end with."""
    for number, text in top_lines(document):
        if found := LEVEL_TITLE.match(text, _front(text)):
            return number, found[1][-1]
    return None


def national(document: Document) -> bool:
    """Whether the document is about a body of the nation."""
    for number, text in top_lines(document):
        front = _front(text)
        if any(NATIONAL.match(text, start) for start in {front, _blank(text), _dated(text)}):
            return True
        # Below the title of a body of a place stand its units: 人事部.
        if (named := _leading(number, text, front, True)) and named.tier == TITLE:
            break
    return any(OF_NATION.match(text, _blank(text)) for text in document.even)


def _blank(text: str) -> int:
    number = number_at(text)
    start = number.end if number else 0
    return start + len(text[start:]) - len(text[start:].lstrip())


def _dated(text: str) -> int:
    """Where the news of a day begins."""
    found = NEWS.match(text)
    return found.end() if found else 0


def spellings(document: Document, place: str) -> tuple[str, ...]:
    """The name of a county as the text prints it with another kind than today."""
    entry = places().entry(place)
    if entry.level != "county":
        return ()
    return tuple(entry.short + kind for kind in KINDS if any(entry.short + kind in line for line in document.even))
