"""Whom a unit guides, supervises, licenses or manages: classes of bodies and named ones in clauses about its duties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.en.partners import PARTS as ENGLISH
from loaders.extract.grammar import Language
from loaders.extract.mentions import border, cuts
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary
from loaders.extract.text import trimmed
from loaders.extract.zh.partners import PARTS as CHINESE

# What is no body, or so wide that only a verb of its own makes it one.
CHINESE_NOT = re.compile(r"有关|相关|其他|本单位|^(?:机构|组织|企业|单位|部门|事业单位|企事业单位|机关事业单位|街道)$")
CHINESE_WIDE = ("企业", "企事业单位", "事业单位")
CHINESE_DOING = re.compile(r"做好|加强|开展|依法|签订|建立|规范")
# In front of a name: whose it is; 全市 stays where it stands behind the verb itself.
CHINESE_FRONT = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,12}的|[局委厅部](?=直属|所属|下属|属|及)|对)+(?:及|属(?=单位))?(?=.{3})|^及"
)
CHINESE_ALL = re.compile(r"^(?:全[市县省区州]性?|本[市县])+(?=.{3})")
CHINESE_EACH = re.compile(r"^全[市县省区州](?=各)")
ENGLISH_BARE = re.compile(
    r"(?:(?:relevant|related|competent|other|government|higher|superior)(?: \w+){1,2}|bureaus and institutions|"
    r"(?:(?:some|insured|employing|public|municipal|state) )?(?:enterprises|institutions|organizations|units|departments|agencies))",
    re.IGNORECASE,
)
SEVERAL = {
    "zh": re.compile("[、和及]"),
    "en": re.compile(r", and (?:the )?|, (?:the )?| and (?:the |various types of )?"),
}
PLACE = ENGLISH["PLACE"]
PLACES = ENGLISH["PLACES"].replace("{PLACE}", PLACE)
ENDS = {
    "zh": re.compile(rf"(?:各[区县市镇乡旗]|{CHINESE['HEAD']})$"),
    "en": re.compile(rf"(?:{ENGLISH['HEAD']}|{PLACE}|Association|Center|Park)$", re.IGNORECASE),
}
GOES_ON = re.compile("commissions|offices|bureaus|universities")
# Names of one matter that hold "and".
FIXED = r"human resources and social security|labor and social security|labor and personnel"


@dataclass(frozen=True)
class Overseen:
    """A body or class of bodies, where it is named, in which roles it is overseen, and by which rule."""

    name: Span
    roles: list[str]
    rule: str


def overseen(language: Language, clause: Stretch) -> Iterator[Overseen]:
    """The bodies that a clause of an evened line says are overseen."""
    for claim in engine(language, "partners.OVERSEES").claims(clause):
        roles = _roles(language, claim)
        for name in _pieces(language, claim) if roles else ():
            if not _too_wide(language, claim, name):
                yield Overseen(name.span, roles, claim.rule.name)


def roles_in(language: Language, said: str) -> list[str]:
    """The roles that words of oversight stand for."""
    known = vocabulary(language).words["oversight"]
    said = said.lower().replace("监督管理", "监督")
    return [role for role, words in known.items() if any(word in said for word in words)]  # type: ignore[union-attr]


def _roles(language: Language, claim: Claim) -> list[str]:
    roles = roles_in(language, claim.word("verb"))
    # Whose matters are managed is not managed itself.
    between = re.sub(r"\b(?:business )?work of", "", claim.word("between"))
    direct = not re.search(r"\w+ (?:of|in)\b(?! the city)", between)
    return [role for role in roles if role != "manages" or direct]


def _too_wide(language: Language, claim: Claim, name: Stretch) -> bool:
    printed, names = str(name), claim.names[0]
    if language == "zh":
        printed = CHINESE_ALL.sub("", printed)
        direct = claim.rule.says == "direct" and CHINESE_DOING.match(name.text, names.end)
        return bool(CHINESE_NOT.search(printed)) and not (direct and printed in CHINESE_WIDE)
    if re.match(PLACES, str(names)):
        return False
    between = claim.word("between")
    own_verb = between.strip() in ("", "the") and name.text.startswith(" to ", name.end)
    return bool(ENGLISH_BARE.fullmatch(printed)) and not (own_verb or between.endswith((" by", " by the")))


def _pieces(language: Language, claim: Claim) -> list[Stretch]:
    """The names of a list, each a body of its own; halves of one name stay together."""
    names = claim.names[0]
    text, whole = names.text, str(names)
    begins, stops = [names.start], []
    for stop in SEVERAL[language].finditer(text, names.start, names.end):
        inside = text.count("(", names.start, stop.start()) > text.count(")", names.start, stop.start())
        if inside or cuts(whole, stop.start() - names.start):
            continue
        if ENDS[language].search(text[begins[-1] : stop.start()]) and not GOES_ON.match(text, stop.end()):
            stops.append(stop.start())
            begins.append(stop.end())
    pairs = list(zip(begins, [*stops, names.end], strict=True))
    if language == "en":
        pairs = list(_joined_places(text, [_last(text, *pair) for pair in pairs]))
    else:
        pairs = [(begin + _front(text[begin:stop], claim.rule.says == "direct"), stop) for begin, stop in pairs]
    spans = (trimmed(names.line, text, *pair, " ,") for pair in pairs)
    return [Stretch.at(span, text) for span in spans if span]


def _front(printed: str, direct: bool) -> int:
    """Where a Chinese name begins behind verbs and whose it is."""
    begin = border(printed)
    for pattern in (CHINESE_FRONT, CHINESE_EACH if direct else CHINESE_ALL):
        front = pattern.match(printed[begin:])
        begin += front.end() if front else 0
    return begin


def _last(text: str, start: int, end: int) -> tuple[int, int]:
    """Behind "A appraisal and B insurance agencies" stands one body; "training and appraisal institutions" is one."""
    printed = text[start:end]
    parts = re.split(FIXED, printed)[-1].rsplit(" and ", 1)
    if len(parts) == 2 and parts[1].count(" ") >= 2 and not re.match(PLACE, printed):
        return end - len(parts[1]), end
    return start, end


def _joined_places(text: str, pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Districts and counties of one list are one class of bodies."""
    joined: list[tuple[int, int]] = []
    for pair in pairs:
        place = re.match(rf"{PLACE}(?:$| )|(?:major )?parks$", text[pair[0] : pair[1]])
        if joined and place and re.fullmatch(rf"{PLACES}|{PLACE}", text[joined[-1][0] : joined[-1][1]]):
            joined[-1] = (joined[-1][0], pair[1])
        else:
            joined.append(pair)
    yield from joined
