"""The full name of a Chinese body that a document mostly calls by a short one: in its title, a cell, or the paragraph below."""

import re

from loaders.extract.document.text import Document
from loaders.extract.rules.families import engine
from loaders.extract.rules.stretch import Stretch
from loaders.extract.zh.short_names import core

HAN = "[\u4e00-\u9fff]"
# A name that stands alone between the signs of a menu, of a table or of a line.
# In a sentence it is spelled out where it is explained or shortened.
ALONE = re.compile(
    rf"(?:^|[|>»:《\s])\s{{0,3}}((?:(?!成立|设立|及其|关于|印发){HAN}){{5,40}})(?=\s{{0,3}}(?:$|[|<>»》(\s]|,(?:全称|简称|又称|是|为)))"
)
# A name of the whole country begins as one of a place does.
NATION = re.compile("^(?:中华(?:人民共和国|全国)|中国|全国|国家)(?=[\u4e00-\u9fff]{2})")
# What may stand between the place and the word for a zone: 桐庐|经济|开发区管理委员会.
BETWEEN = r"(?:经济|技术|高新|产业|工业|旅游|生态|循环|综合|现代|农业|文化|国家级|省级){0,4}"
KINDS = "省市县区州旗"
LEVEL = re.compile(f"[{KINDS}](?![级场])")
# Behind these words of its own a longer name goes on.
INSIDE = re.compile("机关|所属|下属|直属|办公室|人事|职工")
LONGEST = 400
# 联 is short for 联合会, 委 for 委员会.
ENDS = (("联", "联合会"), ("委", "委员会"), ("办", "办公室"), ("协", "协会"))


def whole_name(document: Document, places: tuple[str, ...], name: str) -> str:
    """The full name that the document prints for a body; the name itself where there is no other."""
    others = (_with_place(document, places, name), _shortened(document, name), _spelled_out(document, name))
    return next((one for one in others if one), None) or _became(document, name) or name


def _became(document: Document, name: str) -> str | None:
    """The name of today, where a sentence about the founding is the only one that has the name: "A was founded, later called B"."""
    if sum(text.count(name) for text in document.even) > 1:
        return None
    clauses = (
        Stretch(line, text, 0, min(len(text), LONGEST)) for line, text in enumerate(document.even, 1) if name in text
    )
    claims = (claim for clause in clauses for claim in engine("zh", "former_names.BECAME").claims(clause))
    return next((claim.word("new") for claim in claims if str(claim.names[0]) == name), None)


def _with_place(document: Document, places: tuple[str, ...], name: str) -> str | None:
    """A name without any place with that of the document's own in front, where it is printed so."""
    level = name[0] if LEVEL.match(name) else ""
    own = [re.escape(place) for place in places if place.endswith(level) and re.fullmatch(rf"{HAN}{{2,20}}", place)]
    short = next((place[:-1] for place in places if _is_shorter(name, place)), "")
    if not own or (name.startswith(places) and not short):
        return None
    if short:
        own, name = [place for place in own if place[-1] in KINDS], name.removeprefix(short)
    fronts = "|".join(sorted(own, key=len, reverse=True))
    pattern = re.compile(rf"(?:{fronts}){BETWEEN}{re.escape(name.removeprefix(level))}")
    found = (hit for text in document.even for hit in pattern.finditer(text[:LONGEST]))
    return next((hit[0] for hit in found if _ends(hit)), None)


def _is_shorter(name: str, place: str) -> bool:
    """Whether a name begins with that of a place without its kind: 金华博物馆."""
    short = place[:-1]
    return place[-1] in KINDS and len(short) > 1 and name.startswith(short) and name[len(short) :][:1] not in KINDS


def _ends(hit: re.Match[str]) -> bool:
    """Whether no longer name goes on behind: 机关服务中心, 下属 institutions."""
    return not INSIDE.match(hit.string, hit.end())


def _shortened(document: Document, name: str) -> str | None:
    """The name with its level or place in front of which the document says that it is short for: "县文物局,简称文物局"."""
    pattern = re.compile(
        rf"(?<![\u4e00-\u9fff])(?:{HAN}{{0,12}}?[立建设为])?([省市县区州旗]{HAN}{{4,24}}?)[,(]?(?:以下)?简称:?[“\"]?{re.escape(name)}[”\"]?(?=$|[,。;)])"
    )
    found = (hit[1] for text in document.even for hit in pattern.finditer(text[:LONGEST]))
    return next((one for one in found if set(core(name)) <= set(one)), None)


def _spelled_out(document: Document, name: str) -> str | None:
    """The name alone in a title or a cell of which the one used in sentences is an abbreviation."""
    found = (hit[1] for text in document.even for hit in ALONE.finditer(text[:LONGEST]))
    return next((one for one in found if abbreviates(name, one)), None)


def abbreviates(short: str, full: str) -> bool:
    """Whether the characters of a name are some of another's, in order, as 农科院 are of 农业科学院; 教育局 is no short 教育体育局."""
    mine, whole = (core(NATION.sub("", one)) for one in (short, full))
    if whole == full or not 1 < len(mine) < len(whole) or mine[0] != whole[0]:
        return False
    same_end = mine[-1] == whole[-1] or any(mine.endswith(a) and whole.endswith(b) for a, b in ENDS)
    if not same_end or (len(mine) > 2 and whole.startswith(mine[:-1])):
        return False
    rest = iter(whole)
    return all(sign in rest for sign in mine)
