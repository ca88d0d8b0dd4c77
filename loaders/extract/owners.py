"""Who a sentence is about: names of units and bodies in all the short forms that documents use."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.proof import Span
from loaders.extract.draft import Draft, Reading
from loaders.extract.en.names import is_short, plain
from loaders.extract.lexicon import Lexicon
from loaders.extract.mentions import is_short as is_known_short
from loaders.extract.roster import Roster
from loaders.extract.text import Document

CHINESE_THIS = re.compile(r"(?:该|本)(?:科室|科|处|股|室|部|局|中心|司|单位|委|厅|机构|所|站|大队|支队|总队)$")
ENGLISH_THIS = re.compile(
    r"(?:this|the|our|it)\s*(?:section|division|department|office|unit|room|stock|share|bureau|center|commission|organ|ministry|administration)?$",
    re.IGNORECASE,
)
CHINESE_FRONT = re.compile(
    r"^(?:中共)?(?:[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|省|县|区|旗)|[\u4e00-\u9fff]{2,8}?(?:市|州(?!市))|"
    r"[省市县区州旗])"
)
ENGLISH_FRONT = re.compile(r"^(?:the\s+)?(?:municipal|city|county|provincial|district|national)\s+", re.IGNORECASE)


BRACKET_IN_FRONT = re.compile(r"^\([^()]{0,20}\)")
# The body itself, where no name is given.
ITSELF = ("中心", "机关", "单位", "部门", "本部门", "你局", "你委", "我局", "我委", "局", "局机关", "本局", "office")


SHORT_ENDS = ("局", "委", "厅", "会", "部", "办", "中心", "院", "所", "署", "联", "社", "协", "校", "馆")

# What is longer is no name.
LONGEST_NAME = 160
# A short form of the name of an office has fewer characters.
LONGEST_SHORT = 7
# Who sets up units, where a sentence begins with it; names of bodies with a place in front.
SETS_UP = re.compile(r"(?P<subject>[\u4e00-\u9fff]{4,24}?)(?:现|共|下|内|统一)?设(?:有|立|置)?")
PLACED_BODY = re.compile(
    r"[\u4e00-\u9fff]{1,8}[省市县区州旗盟](?![科处股室])[\u4e00-\u9fff]{1,14}(?:[局厅委署]|委员会|法院|检察院|中心|[院馆站校所])"
)
LEVELS = re.compile(r"自治区|自治州|自治县|(?<=[\u4e00-\u9fff])[省市县区州旗盟](?=[\u4e00-\u9fff]{3})")
WIDE = ("省", "自治区")
# A Chinese name of so few characters is taken as it is printed.
SHORT_NAME = 5


class Owners:
    """Resolves printed names to the units of one reading."""

    def __init__(self, words: Lexicon, reading: Reading) -> None:
        self.words = words
        self.reading = reading
        self.printed = Roster(str)
        self.cores = Roster(core if words.language == "zh" else plain)

    def has(self, body: Draft, name: str) -> bool:
        """Whether a body or a unit in it has exactly this name."""
        return self.printed.find(body, name) is not None

    def named_in(self, body: Draft, text: str) -> Iterator[tuple[int, Draft]]:
        """The units of a body whose names stand in a text, with the place of each name."""
        return self.printed.named_in(body, text)

    def resolve(self, printed: str, current: Draft) -> Draft | None:
        """The unit or body that a name stands for in a sentence about `current`; None where it is another's."""
        name = printed.strip(' ,.。"“”')
        if len(name) > LONGEST_NAME:
            return None
        if self.words.language == "en":
            exact = self.printed.find(current.body, re.sub(r"^the ", "", name))
            if exact:
                return exact
        this = CHINESE_THIS if self.words.language == "zh" else ENGLISH_THIS
        if not name or this.fullmatch(name):
            return self._this(name, current)
        around = current.body.owner
        unit = self._unit(current.body, name) or (self._unit(around, name) if around else None)
        if unit:
            return unit
        for body in dict.fromkeys((current.body, *self.reading.bodies)):
            if same_body(self.words, body.name, name) or self._declared(body, name):
                return body
            rest = self._behind_body(body, name)
            unit = self._unit(body, rest) if rest else None
            if unit:
                return unit
        return _shortened(current.body, name) if self.words.language == "zh" else None

    def _this(self, name: str, current: Draft) -> Draft:
        body = current.body.owner if current.body.kind == "branch" and current.body.owner else current.body
        last = name.lower().split()[-1:]
        if last and last[0] in current.name.lower().split()[-1:]:
            return current
        if (
            last
            and self.words.language == "en"
            and last[0] in ("ministry", "administration", "department")
            and last[0] in body.name.lower().split()
        ):
            return body
        whole = name.endswith(("局", "委", "厅", "单位")) or re.search(
            r"bureau|organ|commission|our", name, re.IGNORECASE
        )
        return body if whole else current

    def _declared(self, body: Draft, name: str) -> bool:
        """Whether an English document says that it uses this short name for the body."""
        shorts = (alias["name"] for alias in body.list_of("aliases") if alias["kind"] == "short_name")
        return self.words.language == "en" and any(plain(short) == plain(name) for short in shorts)

    def _unit(self, body: Draft, name: str) -> Draft | None:
        """The unit of a body with this name; a longer Chinese one may have another place in front."""
        exact = self.printed.find(body, name)
        loose = self.words.language == "en" or len(name) > SHORT_NAME
        return exact or (self.cores.find(body, name) if loose else None)

    def _behind_body(self, body: Draft, name: str) -> str:
        """What remains of "市司法局秘书科" behind the name of the body in front of it."""
        if self.words.language != "zh":
            return ""
        for end in range(len(name) - 1, 2, -1):
            if same_body(self.words, body.name, name[:end]):
                return name[end:]
        return ""


def _shortened(body: Draft, name: str) -> Draft | None:
    """The one office that a short form stands for: 党建办 for 党建工作办公室."""
    if not (name.endswith("办") and 2 < len(name) < LONGEST_SHORT):
        return None
    fitting = [unit for unit in body.inside if unit.name.endswith("办公室") and unit.name[0] == name[0]]
    fitting = [unit for unit in fitting if (letters := iter(unit.name)) and all(one in letters for one in name)]
    return fitting[0] if len(fitting) == 1 else None


class Reader:
    """What reads the statements of one reading and follows the names in them."""

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        self.document = document
        self.words = words
        self.reading = reading
        self.owners = Owners(words, reading)


def same_body(words: Lexicon, body: str, name: str) -> bool:
    """Whether a printed name is that of a body, in full or in one of its short forms."""
    if name in ITSELF:
        return True
    if len(name) > LONGEST_NAME:
        return False
    if words.language == "zh":
        return body == name or _bare(body) == _bare(name) or _short_chinese(body, name)
    return is_short(body, name)


@lru_cache(maxsize=10_000)
def core(name: str) -> str:
    """A Chinese name without the place in front, and that around it: 湖北省襄阳市农科院 is 农科院."""
    front = CHINESE_FRONT.match(name)
    if front and front[0].endswith(WIDE) and len(front[0]) > 1:
        name = name[front.end() :]
        front = CHINESE_FRONT.match(name)
        front = front if front and len(front[0]) > 1 else None
    return BRACKET_IN_FRONT.sub("", name[front.end() :] if front else name)


def other_body(words: Lexicon, body: Draft, line: int, text: str, start: int, end: int) -> Span | None:
    """The other body that a Chinese sentence begins with, up to its verb, whose units it lists; None where they are this body's."""
    found = SETS_UP.match(text, start, end) if words.language == "zh" else None
    if found is None or not PLACED_BODY.fullmatch(found["subject"]):
        return None
    mine = any(
        same_body(words, one.name, found["subject"]) and not is_elsewhere(one.name, found["subject"])
        for one in (*body.around(), *body.inside)
    )
    return None if mine else Span(line, *found.span("subject"))


def is_elsewhere(body: str, name: str) -> bool:
    """Whether two names have different places in front: 咸阳市 and 秦都区, not 咸阳市 and 咸阳 or 市."""
    fronts = [
        re.sub("[省市县区州旗盟]|自治", "", found[0]) if (found := CHINESE_FRONT.match(one)) else ""
        for one in (body, name)
    ]
    return all(fronts) and fronts[0] not in name and fronts[1] not in body


def _bare(name: str) -> str:
    """A Chinese name without the words for levels of government: 咸阳市中级人民法院 is 咸阳中级人民法院."""
    return LEVELS.sub("", name) if len(name) > SHORT_NAME else name


def _short_chinese(body: str, name: str) -> bool:
    """Whether a name is the body's, without its place or shortened: 市人社局 for 人力资源和社会保障局."""
    whole, short = core(body), core(name)
    fronted = short != name
    if is_known_short(whole, short):
        return True
    if len(short) < (2 if fronted else 3) or not short.endswith(SHORT_ENDS):
        return False
    letters = iter(whole)
    return short[0] == whole[0] and all(letter in letters for letter in short)
