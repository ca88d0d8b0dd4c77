"""Former names that a history tells: what was founded and renamed before the body had its name of today."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.draft import Draft, Statement
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import is_name
from loaders.extract.owners import CHINESE_FRONT
from loaders.extract.text import Document

NAME = r"(?P<name>[\u4e00-\u9fff]{3,30})(?=[,。;(]|$)"
RENAMED = re.compile(
    rf"(?P<front>[^,。;:()]{{0,40}}?)(?:(?:更名|改名|易名|改组|合并|更|改|恢复)(?:为|称|成)|改设为?){NAME}"
)
FOUNDED = re.compile(
    rf"\d{{4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?,?[^,。;:()]{{0,12}}?(?:成立|设立|建立|组建|始建|始设|设(?!在|于|计|施|有)){NAME}"
)
BECAME_OF = re.compile(
    r"由(?P<name>[\u4e00-\u9fff]{3,30}?)(?:改组|改制|演变|更名|改建|改设|发展|转制|升格)(?:而来|而成|组成|成立|组建)(?=[,。;]|$)"
)
# What is inside a bureau or below it: its names are none of the bureau's.
INSIDE = re.compile("[股科室处队]$")
SERVICE = re.compile("(?:[馆队院校]|中心)$")
TIME_ALONE = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?,?(?:又|再|复|后|恢复)?")
THEN_RENAMED = re.compile(r",[^,。;]{0,14}(?:更名|改名|改称|改为|易名|改设|更为)")
BECAME = re.compile(
    r"(?P<name>(?:(?![将由年月日])[\u4e00-\u9fff]){3,30}?)(?:改设|改为|改称|更名|重组|改组)(?:为)?(?P<new>[\u4e00-\u9fff]{3,30})(?=[,。;(]|$)"
)
LEVEL = re.compile(r"[省市县区州旗]")


def former_names(document: Document, words: Lexicon, body: Draft, statements: list[Statement]) -> Iterator[Span]:
    """The former names that the statements about a Chinese body tell, in their order."""
    # A unit that is renamed says nothing about its body.
    units = ("名", *(unit.name for unit in body.all() if unit is not body))
    former = {name["name"] for unit in body.all() if unit is not body for name in unit.list_of("aliases")}
    founded: list[Span] = []
    renamed: list[Span] = []
    # What has no place in front is the body's own, where nothing else is said to be renamed.
    own: list[Span] = []
    for statement in statements:
        line, text = statement.span.line, document.even[statement.span.line - 1]
        for clause in document.clauses(statement.span):
            for found in RENAMED.finditer(text, clause.start, clause.end):
                others = body.kind == "bureau" and "、" in found["front"] and INSIDE.search(found["front"])
                if (
                    not others
                    and not found["front"].endswith(units)
                    and found["front"].removeprefix("原") not in former
                ):
                    renamed.append(Span(line, *found.span("name")))
                    own.extend(renamed[-1:] if TIME_ALONE.fullmatch(found["front"]) else ())
            for found in FOUNDED.finditer(text, clause.start, clause.end):
                if body.kind == "bureau" and SERVICE.search(found["name"]):
                    continue
                founded.append(Span(line, *found.span("name")))
                own.extend(founded[-1:] if THEN_RENAMED.match(text, found.end("name"), clause.end) else ())
            founded_of = BECAME_OF.finditer(text, clause.start, clause.end)
            renamed.extend(Span(line, *found.span("name")) for found in founded_of)
            for found in BECAME.finditer(text, clause.start, clause.end):
                if _core(found["new"]) == _core(body.name):
                    yield Span(line, *found.span("name"))
    for span in [*(founded if renamed else []), *renamed]:
        name = span.quoted(document.even)
        here = _here(body, name) or span in own
        if is_name(words, name, "unit", "body") and _core(name) != _core(body.name) and here:
            yield span


def _core(name: str) -> str:
    return CHINESE_FRONT.sub("", name)


def _here(body: Draft, name: str) -> bool:
    """Whether a name is one of the body's place: it holds the place, or has none as the body has none."""
    front = CHINESE_FRONT.match(body.name)
    place = (front[0] if front else "")[:2]
    own = CHINESE_FRONT.match(name)
    return place in name or bool(LEVEL.match(name)) or bool(own and own[0] in body.name)
