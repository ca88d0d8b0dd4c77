"""Former names in Chinese histories: what was founded, and renamed before the body had its name of today."""

import re
from collections.abc import Iterator

from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import is_name
from loaders.extract.mentions.second_names import SecondName
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim, Rule
from loaders.extract.rules.stretch import Stretch
from loaders.extract.zh.short_names import FRONT, is_short

# What its rules find is a list of names.
SPLIT = True
PARTS = {"NAME": "(?P<names>[\u4e00-\u9fff]{3,30})(?=[,。;(]|$)", "DATE": r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?"}
# Several rules may tell of one name: each is asked by itself.
RENAMED = (
    Rule(
        "zh.history.renamed", "renamed",
        "(?P<front>[^,。;:()]{0,40}?)(?:(?:{renamed}|改组|合并|更|改|恢复)(?:为|称|成)|改设为?){NAME}", hint="改 更 名 恢复 合并",
        finds={"1996年更名为市劳动局": ("市劳动局", "1996年"), "2001年又改称市农机站": ("市农机站", "2001年又")}, leaves=("改善了条件",),
    ),
)  # fmt: skip
FOUNDED = (
    Rule(
        "zh.history.founded", "founded", "{DATE},?[^,。;:()]{0,12}?(?:成立|设立|建立|组建|始建|始设|设(?!在|于|计|施|有)){NAME}", hint="年",
        finds={"1958年3月设市劳动局": ("市劳动局",), "1980年经批准成立市农机站": ("市农机站",)}, leaves=("1958年设在市政府",),
    ),
)  # fmt: skip
# A division that has another name now, and divisions that became one.
UNIT_RENAMED = (
    Rule(
        "zh.history.unit-renamed", "renamed",
        "(?:^|(?<=[,;。年月日将]))原?(?P<names>[\u4e00-\u9fff]{2,14}[科处股室部])(?:{renamed}|改)(?:为|称|成)(?P<new>[\u4e00-\u9fff]{2,18}[科处股室部])(?=[,。;(]|$)",
        hint="改 更名 {renamed}",
        finds={"2003年,信访科更名为群众工作科": ("信访科", "群众工作科")}, leaves=("信访科更名为信访局",),
    ),
)  # fmt: skip
UNITS_MERGED = (
    Rule(
        "zh.history.units-merged", "merged",
        "(?:^|(?<=[,;。年月日将]))原?(?P<names>(?:[\u4e00-\u9fff]{2,14}[科处股室部][、和与]){1,4}[\u4e00-\u9fff]{2,14}[科处股室部])合并(?:成立|组建|设立|为|成)(?P<new>[\u4e00-\u9fff]{2,18}[科处股室部])(?=[,。;(]|$)",
        hint="合并", finds={"2003年,信访科、督查科合并为信访督查科": ("信访科", "督查科", "信访督查科")}, leaves=("信访科合并为信访局",),
    ),
)  # fmt: skip
BECAME_OF = (
    Rule(
        "zh.history.out-of", "renamed",
        "由(?P<names>[\u4e00-\u9fff]{3,30}?)(?:改组|改制|演变|更名|改建|改设|发展|转制|升格)(?:而来|而成|组成|成立|组建)(?=[,。;]|$)", hint="由",
        finds={"由县农机站升格而来": ("县农机站",)}, leaves=("由县农机站负责",),
    ),
)  # fmt: skip
BECAME = (
    Rule(
        "zh.history.then-called", "renamed",
        "(?<![\u4e00-\u9fff])(?P<names>[\u4e00-\u9fff]{4,30}?)(?:成立|设立|建立),(?:\\d{4}年?)?(?:\\d{1,2}月)?(?:后|又|再)?(?:改称|{renamed}为)"
        "(?P<new>[\u4e00-\u9fff]{4,30})(?=[,。;(]|$)", hint="称 {renamed}",
        finds={"1993年,县农机管理处成立,1997年改称县农业机械局": ("县农机管理处", "县农业机械局")}, leaves=("县农机站成立,又称县农业局",),
    ),
    Rule(
        "zh.history.became", "renamed",
        "(?P<names>(?:(?![将由年月日])[\u4e00-\u9fff]){3,30}?)(?<!后)(?:改设|改为|改称|更名|重组|改组)为?(?P<new>[\u4e00-\u9fff]{3,30})(?=[,。;(]|$)",
        hint="改 更名 重组",
        finds={"县农机站更名为县农业局": ("县农机站", "县农业局")}, leaves=("2001年改为县农业局", "分局后更名为县农业局"),
    ),
)  # fmt: skip
# What is inside a bureau or below it: its names are none of the bureau's.
INSIDE = re.compile("[股科室处队]$")
SERVICE = re.compile("(?:[馆队院校]|中心)$")
# So many characters of a name say what its field is.
FIELD = 2
# What names of bodies of every field hold.
OF_ALL = frozenset("管理委员会中心办公室技术服务局科股站所组处部院馆队人民政府革命")
TIME_ALONE = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?,?(?:又|再|复|后|恢复)?")
THEN_RENAMED = re.compile(r",[^,。;]{0,14}(?:更名|改名|改称|改为|易名|改设|更为)")
LEVEL = re.compile(r"[省市县区州旗]")
# What a sentence tells the history of, where it begins with it.
TOLD_OF = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,16}?(?:[站所队场馆院校社厂圃局科股]|中心|公司))(?=(?:于|自)?\d{4}年|[创始]?建于|成立|前身)"
)


class History:
    """What the statements about one body tell of names; a unit that is renamed says nothing about its body."""

    def __init__(self, words: Lexicon, body: Draft) -> None:
        self.words, self.body = words, body
        units = [unit for unit in body.all() if unit is not body]
        self.units = ("名", *(unit.name for unit in units))
        self.former = tuple(name["name"] for unit in units for name in unit.list_of("aliases"))
        self.founded: list[Claim] = []
        self.renamed: list[Claim] = []
        # What has no place in front is the body's own, where nothing else is said to be renamed.
        self.own: list[Claim] = []

    def hear(self, clause: Stretch) -> Iterator[Claim]:
        """Note what a clause tells; the names that became the body's of today are sure."""
        told_of = TOLD_OF.match(clause.text, clause.start, clause.end)
        if (
            told_of
            and not is_short(self.body.name, told_of["name"])
            and not _same_field(told_of["name"], self.body.name)
        ):
            return
        for claim in self._claims("RENAMED", clause):
            if not self._of_others(claim.word("front")):
                self.renamed.append(claim)
                self.own.extend([claim] if TIME_ALONE.fullmatch(claim.word("front")) else ())
        for claim in self._claims("FOUNDED", clause):
            if not (self.body.kind == "bureau" and SERVICE.search(str(claim.names[0]))):
                self.founded.append(claim)
                again = THEN_RENAMED.match(clause.text, claim.names[0].end, clause.end)
                self.own.extend([claim] if again else ())
        self.renamed.extend(self._claims("BECAME_OF", clause))
        for claim in self._claims("BECAME", clause):
            if _core(claim.word("new")) == _core(self.body.name):
                yield claim

    def told(self) -> Iterator[Claim]:
        """The names that the body had."""
        fields = words_of(self.body.name).union(*(words_of(str(claim.names[0])) for claim in self.renamed))
        founded = [claim for claim in self.founded if claim in self.own or fields & words_of(str(claim.names[0]))]
        for claim in [*(founded if self.renamed else []), *self.renamed]:
            name = str(claim.names[0])
            here = (self._here(name) or claim in self.own) and not self._of_unit(name)
            if is_name(self.words, name, "unit", "body") and _core(name) != _core(self.body.name) and here:
                yield claim

    def _claims(self, family: str, clause: Stretch) -> list[Claim]:
        return list(engine(self.words.language, f"former_names.{family}").claims(clause))

    def _of_others(self, front: str) -> bool:
        others = self.body.kind == "bureau" and "、" in front and INSIDE.search(front)
        return bool(others) or front.endswith((*self.units, *self.former))

    def _of_unit(self, name: str) -> bool:
        """Whether a name is that of a division set up or renamed inside a bureau: 合同科, where 水利科 may have become 水利局."""
        inside = self.body.kind == "bureau" and INSIDE.search(name) and not FRONT.match(name)
        return bool(inside and not _same_field(name, self.body.name))

    def _here(self, name: str) -> bool:
        """Whether a name is one of the body's place: it holds the place, or has none as the body has none."""
        front, own = FRONT.match(self.body.name), FRONT.match(name)
        place = (front[0] if front else "")[:2]
        return place in name or bool(LEVEL.match(name)) or bool(own and own[0] in self.body.name)


def former_names(document: Document, words: Lexicon, body: Draft, statements: list[Statement]) -> Iterator[SecondName]:
    """The former names that the statements about a body tell, in their order."""
    history = History(words, body)
    for statement in statements:
        text = document.even[statement.span.line - 1]
        for clause in document.sayings(statement.span):
            for claim in history.hear(Stretch.at(clause, text)):
                yield SecondName("former_name", claim.names[0].span, claim.rule.name)
    for claim in history.told():
        yield SecondName("former_name", claim.names[0].span, claim.rule.name)


def renamings(told: list[tuple[str, bool]]) -> int:
    """How often a history tells of a new name, where it is one: most of its names share words with the last, today's."""
    field = words_of(told[-1][0])
    same = [renamed for name, renamed in told if field & words_of(name)]
    return sum(same) if len(same) * 3 >= len(told) * 2 else 0


def words_of(name: str) -> set[str]:
    """The characters of a name without its place that say what its field is."""
    return set(_core(name)).difference(OF_ALL)


def _same_field(name: str, body: str) -> bool:
    """Whether a name begins with the words for what the body's field is."""
    return _core(name)[:FIELD] in _core(body)


def _core(name: str) -> str:
    return FRONT.sub("", name)
