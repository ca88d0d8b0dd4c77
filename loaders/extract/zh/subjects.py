"""The body that a Chinese document treats as its subject: every name by what stands in front of it and behind it."""

import re
from collections import Counter
from collections.abc import Iterator

from loaders.extract.document.numbering import number_at
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.bodies import Body, body_of, is_body
from loaders.extract.zh.body_names import A_LIST, GENERIC, LEVEL, NO_BEGINNING, UNPLACED, is_unit
from loaders.extract.zh.former_names import renamings
from loaders.extract.zh.listed_names import HAS_UNITS, among_units
from loaders.extract.zh.short_names import core

TITLE: str = r"(?:的)?(?:主要)?(?:职责|职能|机构|三定|内设|概况|简介)"
LABEL = re.compile(
    r"(?:机构|单位|部门|中文)?(?:名\s{0,4}称|(?<![用原别又])名):\s{0,4}$|^\s{0,4}词条\s{0,4}[|:]\s{0,4}$"
)
# Offices that sign documents about other bodies.
ISSUER = re.compile(r"(?:[省市县区州]委|人民政府)办公[厅室]$")
MENTIONED = 2
# In front of a name that a body got, in a history; so much does each speak for the last of them.
RENAMED = re.compile("(?:改称|改为|名为|复[名称]|[科局股站所组委处并]为)$")
RENAMED_AWAY = re.compile("(?:更名为|改名为|改称|改为|改设)")
FOUNDED = re.compile("(?:[成建设]立|组建|恢复|,设)$")
GIVEN_UP = re.compile("撤销$")
LATER = 2
# In one of the first lines a name alone is a title.
TOP = 5
# A body whose posts are counted is the one whose units stand above.
STAFFED = re.compile(r"(?:机关)?(?:行政|事业|人员|机关)?编制(?:为|共|总数)?\d{1,4}名")
# What stands behind the name of the body that a document is about, by how much it tells.
SUBJECT = (
    (
        re.compile(
            rf"(?:机关|部门|单位|\([^()]{{1,30}}\)){{0,2}}(?:(?:及|和)[\u4e00-\u9fff]{{2,8}})?(?:(?!的?(?:主要)?(?:职责|职能)(?:[、,]|(?![是为有如包和内及与])[\u4e00-\u9fff])){TITLE}|(?:(?:19|20)\d\d年度?)?(?:部门|单位)?(?:预算|决算))"
        ),
        6,
    ),
    (
        re.compile(
            r"\((?:以下)?简称|[^。;]{0,40}?,是[^,。;]{2,30}(?:组成部门|工作部门|直属机构|职能部门|特设机构|办事机构|事业单位|国家局|的机构)"
        ),
        4,
    ),
    (
        re.compile(
            r"(?:\([^()]{2,30}\))?(?:是|为|由|设|内设|将?正式|组建|揭牌|挂|加挂|对外|作为|列为|承担|负责|成立|隶属|于|创建|编制|下辖|管辖)"
        ),
        4,
    ),
    (HAS_UNITS, 4),
    (STAFFED, 4),
    (re.compile(r"(?:部门专栏|(?:门户|官方)?网站|官网)\s{0,9}$"), 6),
    (re.compile(r"\s{0,9}:?\s{0,9}$"), 2),
)


def numbered(document: Document) -> Iterator[tuple[int, str, str]]:
    """Of each line with a number: its index, the style of the number, and the rest without its last stop."""
    for index, text in enumerate(document.even):
        if number := number_at(text):
            yield index, number.style, text[number.end :].strip(" :。")


def subject(document: Document, words: Lexicon, pattern: re.Pattern[str]) -> list[Body]:
    """The body that a Chinese document treats as its subject, by what stands behind its name: one at most."""
    scores: Counter[str] = Counter()
    owners = set[str]()
    told: list[tuple[str, bool]] = []
    gone = set[str]()
    for index, text in enumerate(document.even):
        number = number_at(text)
        for found in pattern.finditer(text[:400], number.end if number else 0):
            name = found[1]
            tells = next((points for pattern, points in SUBJECT if pattern.match(text, found.end())), 1)
            labelled = LABEL.search(text, 0, found.start()) or (index < TOP and text.strip() == name)
            owners.update([name] if any(one.match(text, found.end()) for one in (HAS_UNITS, STAFFED)) else ())
            scores[name] += tells + 4 * bool(labelled) - (not LEVEL.match(name))
            front = text[: found.start()]
            if RENAMED.search(front) or FOUNDED.search(front):
                told.append((name, bool(RENAMED.search(front))))
                gone.discard(core(name))
            if GIVEN_UP.search(front) or RENAMED_AWAY.match(text, found.end()):
                gone.add(core(name))
    if told:
        scores[told[-1][0]] += LATER * renamings(told)
    for name in sorted(scores, key=len):
        # What is said of a short name counts for the fuller one that the document has too.
        if fuller := next((one for one in scores if _is_fuller(one, name)), ""):
            scores[fuller] += scores.pop(name)
    good = {
        name: points
        for name, points in scores.items()
        if len(name) > 2
        and (name in owners or not ISSUER.search(name))
        and name not in GENERIC
        and not is_unit(name)
        and not NO_BEGINNING.match(name)
        and not A_LIST.match(name)
    }
    among = among_units(document, words, tuple(good))
    bodies = [name for name in good if name not in among and is_body(words, document, name, name)]
    # What was given up, or has another name since, is the body of no document that names one of today.
    newest = told[-1][0] if gone and told else ""
    today = [name for name in bodies if core(name) not in gone and (good[name] > MENTIONED or name == newest)]
    best = max(today or bodies, key=lambda name: good[name], default=None)
    if best is None or (good[best] <= MENTIONED and best not in today) or _one_of_several(document, best):
        return []
    short = re.compile(rf"\([^()]{{0,4}}简称:?[“\"]?{re.escape(best)}")
    full = next(
        (
            name
            for name in bodies
            if any(short.match(text, text.find(name) + len(name)) for text in document.even if name in text)
        ),
        best,
    )
    return [body_of(words, full)]


def _is_fuller(full: str, name: str) -> bool:
    """Whether a name is another with its level in front, or has the town of a government in front: 东湾镇人民政府, 镇政府."""
    level = len(full) == len(name) + 1 and full[1:] == name and LEVEL.match(full) is not None
    level = level or full == name.replace("政府", "人民政府") != name
    return level or (name[1:] in ("政府", "人民政府") and len(full) > len(name) and full.endswith(name[0] + "人民政府"))


def _one_of_several(document: Document, name: str) -> bool:
    """Whether a name is the heading of one numbered section and another body that of the next: none is the document's."""
    names = (one for _, _, one in numbered(document) if len(one) > 2 and one not in GENERIC)
    headings = {core(one) for one in names if UNPLACED.fullmatch(one)}
    return core(name) in headings and any(one != core(name) and not is_unit(one) for one in headings)
