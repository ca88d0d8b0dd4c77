"""Whom a unit guides, supervises, licenses or manages: classes of bodies and named ones in clauses about its duties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.text import trimmed

ROLES = (
    ("guides", re.compile(r"指导|guid", re.IGNORECASE)),
    ("supervises", re.compile(r"监督|检查|监管|督促|处罚|查处|supervis|inspect|regulat", re.IGNORECASE)),
    ("approves", re.compile(r"审批|审核|approv", re.IGNORECASE)),
    ("audits", re.compile(r"审计", re.IGNORECASE)),
    ("licenses", re.compile(r"登记|许可|资格认定|资质认定|licens|qualification", re.IGNORECASE)),
    ("manages", re.compile(r"(?<!监督)管理|manag", re.IGNORECASE)),
)

# --- Chinese

CHINESE_HEAD = r"(?:机构|组织|企业(?!单位)|单位|部门|街道|学校|院校|协会|学会|总会|团体|基金会|部队|各区|各县|各镇|乡镇)(?:\([^()]{1,6}\))?"
CHINESE_PIECE = rf"(?:各[区县市镇乡旗](?:\([^()]{{1,6}}\))?|[\u4e00-\u9fff]{{1,14}}?{CHINESE_HEAD})"
CHINESE_LIST = rf"(?P<names>(?:[\u4e00-\u9fff]{{1,8}}、){{0,5}}{CHINESE_PIECE}(?:[、和及]{CHINESE_PIECE}){{0,3}})"
CHINESE_WIDE = r"(?:全[市县省区州]性?|本[市县省区]|市直|辖区内?|区域内|对){0,2}"
CHINESE_VERBS = r"(?P<verbs>(?:(?:业务)?(?:指导|监督|检查|督促|监管)[、和并与及]?){1,4})"
CHINESE = (
    # "指导监督养老保险经办机构业务工作": directly behind the verb, with what is guided behind it.
    re.compile(
        rf"{CHINESE_VERBS}(?!执行|落实|管理){CHINESE_WIDE}{CHINESE_LIST}(?=的|[,。;]|$|[\u4e00-\u9fff]{{0,12}}?(?:工作|业务|建设|管理|开展|做好|加强|总额|财务|资金))"
    ),
    # "对民办职业介绍机构进行资格审批、业务指导及管理", "指导和监督对职业中介机构的管理".
    re.compile(
        rf"(?P<front>{CHINESE_VERBS})?对[^,。;]{{0,30}}?(?:等|的|内|全[市县区]性?)?{CHINESE_LIST}(?!审查|批准|设立)[\u4e00-\u9fff]{{0,6}}?(?:的|进行|实施)"
        r"(?P<behind>[\u4e00-\u9fff、]{0,20}?(?:监督|检查|管理|指导|审批|处罚|监管)[\u4e00-\u9fff、]{0,8})"
    ),
    # "加强社会福利企业的监督和管理", "承担社会团体登记管理和监督的责任".
    re.compile(
        rf"(?:加强|负责|承担|做好){CHINESE_WIDE}{CHINESE_LIST}(?:的)?"
        r"(?P<behind>(?:资格|业务|登记|内部|财务){0,2}(?:登记|审批|指导|监督|管理|监管|审计)(?:[和、及与]?(?:登记|审批|指导|监督|管理|监管)){0,3})"
    ),
)
# What is no body, or so wide that only a verb of its own makes it one.
CHINESE_NOT = re.compile(r"有关|相关|其他|本单位|^(?:机构|组织|企业|单位|部门|事业单位|企事业单位|机关事业单位|街道)$")
CHINESE_DOING = re.compile(r"做好|加强|开展|依法|签订|建立|规范")
CHINESE_FRONT = re.compile(r"^(?:[\u4e00-\u9fff]{0,12}的|全[市县省区州]性?|本[市县]|[局委厅]|对)+(?=.{3})")

# --- English

ENGLISH_STOP = (
    "of|the|in|for|to|on|with|by|from|work|business|policies|guidance|system|systems|plan|plans|all|various|other"
)
ENGLISH_HEAD = (
    r"(?:agencies|institutions|organizations|intermediaries|enterprises|associations|schools|colleges(?: and universities)?|"
    r"pharmacies|units(?: directly under the \w+)?|departments(?:, commissions, offices and bureaus)?|communities)"
)
PLACE = r"(?:districts?|counties|county|cities)(?: \([^()]{3,24}\))?"
ENGLISH_PLACES = (
    rf"(?:{PLACE}(?:(?:, and |, | and ){PLACE})+|(?:districts|counties)(?: \([^()]{{3,24}}\))?|district \(county\))"
)
ENGLISH_NAMED = (
    r"(?-i:(?:[A-Z][\w'-]+ ){1,6}(?:Association|Center|Park|Federation|Society)|Association of (?:[A-Z][\w'-]+ ?){1,6})"
)
WORD = rf"(?!(?:{ENGLISH_STOP})\b)[a-z(][a-z()'-]*"
ENGLISH_PIECE = (
    rf"(?:{ENGLISH_NAMED}|{ENGLISH_PLACES}(?: (?:{WORD} ){{0,9}}?{ENGLISH_HEAD})?|(?:{WORD} ){{0,9}}?{ENGLISH_HEAD})"
)
ENGLISH_LIST = rf"(?P<names>{ENGLISH_PIECE}(?:(?:, and |, | and )(?:the |various types of )?(?:{ENGLISH_PIECE}|(?:major )?parks)){{0,3}})(?!\w)"
VERB = (
    r"(?:(?:policy|operational|business|comprehensively|comprehensive|overall) )?"
    r"(?:guid(?:e|es|ing|ance)|supervis(?:e|es|ing|ion)|inspect(?:s|ing|ion)?|manag(?:e|es|ing|ement)|regulat(?:e|es|ing)|"
    r"coordinat(?:e|es|ing|ion)|training|planning|improvement)"
)
ENGLISH_FRONT = r"(?:^|(?<=, )|(?<=\band )|(?<=\bto )|(?<=\bis )|(?<=\bresponsible for )|(?<=\bresponsible for the )|(?<=\bwell as the )|(?<=\bhas the ))"
SMALL = r"(?: (?:the|all|various types of|city's|county's|business|work of|business work of|business of))*"
ENGLISH = (
    re.compile(
        rf"{ENGLISH_FRONT}(?:to )?(?P<verbs>{VERB}(?:(?:, and |, | and ){VERB}){{0,4}})"
        rf"(?P<between>(?: of| to)?{SMALL}|(?: [\w'()-]+(?:,(?! and))?){{0,14}}? (?:of|in|and){SMALL}|"
        rf" the implementation of [\w ,'-]{{3,120}}? by(?: the)?) {ENGLISH_LIST}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<verbs>\b(?:examination and approval|qualification (?:identification|certification)(?: and assessment)?|"
        rf"(?:administrative )?licensing(?: work)?)) of(?P<between>{SMALL}) {ENGLISH_LIST}",
        re.IGNORECASE,
    ),
)
ENGLISH_BARE = re.compile(
    r"(?:(?:relevant|related|competent|other|government|higher|superior)(?: \w+){1,2}|bureaus and institutions|"
    r"(?:(?:some|insured|employing|public|municipal|state) )?(?:enterprises|institutions|organizations|units|departments|agencies))",
    re.IGNORECASE,
)
SEVERAL = {
    "zh": re.compile("[、和及]"),
    "en": re.compile(r", and (?:the )?|, (?:the )?| and (?:the |various types of )?"),
}


# A clause without one of these words oversees nobody: looking for them first saves most of the time.
HINT = {
    "zh": re.compile("指导|监督|检查|督促|监管|管理|审批|登记|审计|处罚"),
    "en": re.compile("guid|supervis|inspect|manag|regulat|approval of|qualification|licensing", re.IGNORECASE),
}
# Names of one matter that hold "and".
FIXED = r"human resources and social security|labor and social security|labor and personnel"


@dataclass(frozen=True)
class Overseen:
    """A body or class of bodies, where it is named, and in which roles it is overseen."""

    name: Span
    roles: list[str]


def overseen(language: str, text: str, clause: Span) -> Iterator[Overseen]:
    """The bodies that a clause of an evened line says are overseen."""
    said = text[clause.start : clause.end]
    if not HINT[language].search(said):
        return
    for pattern in CHINESE if language == "zh" else ENGLISH:
        for found in pattern.finditer(said):
            roles = _roles(language, found)
            for name in _pieces(language, clause.line, said, found) if roles else ():
                if not _too_wide(language, said, found, name):
                    yield Overseen(Span(clause.line, clause.start + name.start, clause.start + name.end), roles)


def _roles(language: str, found: re.Match[str]) -> list[str]:
    groups = found.groupdict()
    said = f"{groups.get('front') or groups.get('verbs') or ''} {groups.get('behind') or ''}"
    if language == "zh" and groups.get("front"):
        said = groups["front"]
    roles = [role for role, words in ROLES if words.search(said)]
    # Whose matters are managed is not managed itself.
    direct = language == "zh" or not re.search(
        r"\w+ (?:of|in)\b(?! the city)", re.sub(r"\b(?:business )?work of", "", groups["between"])
    )
    return [role for role in roles if role != "manages" or direct]


def _too_wide(language: str, text: str, found: re.Match[str], name: Span) -> bool:
    printed = text[name.start : name.end]
    if language == "zh":
        direct = "verbs" in found.groupdict() and CHINESE_DOING.match(text, found.end("names"))
        return bool(CHINESE_NOT.search(printed)) and not (direct and printed in ("企业", "企事业单位", "事业单位"))
    bare = ENGLISH_BARE.fullmatch(printed)
    if re.match(ENGLISH_PLACES, found["names"]):
        return False
    own_verb = found["between"].strip() in ("", "the") and text.startswith(" to ", name.end)
    return bool(bare) and not (own_verb or found["between"].endswith((" by", " by the")))


def _pieces(language: str, line: int, text: str, found: re.Match[str]) -> list[Span]:
    """The names of a list, each a body of its own; halves of one name stay together."""
    start, end = found.span("names")
    begins, stops = [start], []
    for stop in SEVERAL[language].finditer(text, start, end):
        whole = CHINESE_END if language == "zh" else ENGLISH_END
        if text.count("(", start, stop.start()) > text.count(")", start, stop.start()):
            continue
        if whole.search(text[begins[-1] : stop.start()]) and not re.match(
            "commissions|offices|bureaus|universities", text[stop.end() : end]
        ):
            stops.append(stop.start())
            begins.append(stop.end())
    pairs = list(zip(begins, [*stops, end], strict=True))
    if language == "en":
        pairs = list(_joined_places(text, [_last(text, *pair) for pair in pairs]))
    else:
        pairs = [(begin + _front(text[begin:stop]), stop) for begin, stop in pairs]
    return [span for span in (trimmed(line, text, *pair, " ,") for pair in pairs) if span]


CHINESE_END = re.compile(rf"(?:各[区县市镇乡旗]|{CHINESE_HEAD})$")
ENGLISH_END = re.compile(rf"(?:{ENGLISH_HEAD}|{PLACE}|Association|Center|Park)$", re.IGNORECASE)


def _front(printed: str) -> int:
    front = CHINESE_FRONT.match(printed)
    return front.end() if front else 0


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
        if joined and place and re.fullmatch(rf"{ENGLISH_PLACES}|{PLACE}", text[joined[-1][0] : joined[-1][1]]):
            joined[-1] = (joined[-1][0], pair[1])
        else:
            joined.append(pair)
    yield from joined
