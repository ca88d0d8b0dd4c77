"""What looks like the name of a unit, an institution, an office or a sign: where nothing took it, it may be lost."""

import re
from collections.abc import Iterable, Iterator

from graph.proof import Span
from loaders.extract.bodies import NO_BEGINNING
from loaders.extract.lexicon import Lexicon
from loaders.extract.numbering import number_at, value_of
from loaders.record import LONGEST_NAME

COUNT = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
FORMS = "领导小组|委员会|联席会议|指挥部|工作专班|协调小组"
# What separates the items of a line; what may stand behind a name in a heading.
BETWEEN = re.compile(r"[、,;。:()|\s\t/]+|(?<=[科处股室司])[和及与]")
ENGLISH_BETWEEN = re.compile(r"[,;:()|\t/]+|\.(?=\s|$)|\s-\s|\s{2,}")
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
# Whose names these are a page itself says: who runs it, who wrote on it, what it links to.
LABELLED = re.compile(
    r"(?:主办|承办|协办|来源|作者|编辑|发布(?:机构|单位|部门)?|责任|版权所有|技术支持|供稿|撰稿|审核|维护|点击|浏览|友情链接|相关链接|"
    r"附件|扫码|关注|公众号|[Aa]uthor|[Ss]ource|[Ee]ditor|[Pp]ublisher)[^:。;]{0,6}:?\s{0,3}\S*(?: [A-Z]\w+)*|"
    r"(?:News|Download|Service|User|Member|Help|Interaction|Message) Cent(?:er|re)\b|"
    r"(?<![\u4e00-\u9fff])(?:新闻|下载|服务|用户|会员|帮助|互动|信息)中心(?=[\s|]|$)"
)
WORDS = re.compile(
    rf"[\u4e00-\u9fff]{{0,20}}(?<!机构编制)(?:{FORMS})办公室|合署办公|[\u4e00-\u9fff]{{2,20}}(?:的)?牌子|"
    rf"(?P<number>{COUNT})个(?:内设|职能|业务|综合)?(?:机构|科室|处室|股室|部室|科|处|股|室)(?![\u4e00-\u9fff])"
)
ENGLISH_LAST = (
    "Office|Division|Section|Center|Centre|Station|Institute|Squadron|Detachment|Brigade|Museum|Library|Hospital"
)
ENGLISH_NAME = re.compile(
    rf"(?:[Tt]he )?[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|and|of|for|the)){{0,8}} (?:{ENGLISH_LAST})"
)
ENGLISH_COUNT = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
ENGLISH_WORDS = re.compile(
    r"\b(?:signs?|brands?|plates?) of\b|\b(?:leading|leadership) group\b|\bjoint conference\b|"
    rf"\b(?P<number>{ENGLISH_COUNT}) (?:internal |functional )?(?:sections|divisions|departments|offices|organs)\b",
    re.IGNORECASE,
)
# Where an office or a sign is told of for certain.
TOLD = re.compile(
    rf"(?:加挂|增挂|挂|保留)[^,。;不]{{2,420}}牌子|合署办公|(?:承担|负责)[^。;,]{{2,420}}(?:{FORMS})(?:办公室)?的?(?:日常|具体)工作|(?:{FORMS})办公室设在|[\u4e00-\u9fff]{{4,30}}?(?:也|均|同时|正式)?(?:揭牌|挂牌)成立"
)
ENGLISH_TOLD = re.compile(
    r"\b(?:hang|add|bear)\w* the (?:sign|brand|plate)|\bdaily work of the (?:office of|[^,.;]{0,60}leading group)|"
    r"\boffice of the [^,.;]{3,80} is located in\b",
    re.IGNORECASE,
)


def even(name: str) -> str:
    """A name without blanks, stops and letter case, as names are compared."""
    return re.sub(r"[\W_]", "", name).lower()


class Known:
    """The names and the announced numbers that facts have taken."""

    def __init__(self, names: Iterable[str], numbers: Iterable[int]) -> None:
        self.numbers = frozenset(numbers)
        self.names = sorted({one for name in names if len(one := even(name)) > 1})
        self.text = "\n".join(self.names)

    def has(self, name: str) -> bool:
        """Whether a name is one of them, a part of one, or one with words around it."""
        said = even(name)
        return said in self.text or any(one in said for one in self.names)

    def counts(self, found: re.Match[str]) -> bool:
        """Whether what was found is a number of units that is among them."""
        printed = found["number"]
        return bool(printed) and value_of(printed.lower().replace("两", "二")) in self.numbers


def seen_in(words: Lexicon, known: Known, text: str, span: Span) -> str | None:
    """The first name, or word of alarm, in a span that no fact took; None where there is none."""
    said = LABELLED.sub(lambda found: " " * len(found[0]), text[span.start : span.end])
    if words.matches("negative").search(said):
        return None
    name = next((one for one in _names(words, said) if not known.has(one)), None)
    pattern = WORDS if words.language == "zh" else ENGLISH_WORDS
    number = number_at(said)
    others = pattern.finditer(said, number.end if number else 0)
    return name or next((one[0] for one in others if not known.has(one[0]) and not known.counts(one)), None)


def told_in(words: Lexicon, text: str, span: Span) -> str | None:
    """The words that tell of a sign or an office for certain; None where there are none."""
    if words.matches("negative").search(text, span.start, span.end):
        return None
    found = (TOLD if words.language == "zh" else ENGLISH_TOLD).search(text, span.start, span.end)
    return found[0] if found else None


def _names(words: Lexicon, said: str) -> Iterator[str]:
    chinese = words.language == "zh"
    for piece in (BETWEEN if chinese else ENGLISH_BETWEEN).split(said):
        number = number_at(piece)
        name = piece[number.end :].strip() if number else piece.strip()
        if len(name) > LONGEST_NAME and (words.ends(name, "unit") or words.ends(name, "body")):
            yield name
        if not chinese:
            if ENGLISH_NAME.fullmatch(name):
                yield name
            continue
        name = HEADED.sub("", FRONT.sub("", name))
        if NAME.fullmatch(name) and not NO_NAME.search(name) and not NO_BEGINNING.match(name):
            yield name
