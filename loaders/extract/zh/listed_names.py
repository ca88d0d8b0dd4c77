"""Lists with numbers as wholes: most items of one end as units do or have the place in front; names that stand only in lists."""

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.extract.document.numbering import Number, number_at
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.zh.full_names import abbreviates
from loaders.extract.zh.sections import kind as section_kind
from loaders.extract.zh.units import GROUP_OF_UNITS, SERVICE

# What stands behind the name that an item is about.
BEHIND_NAME = re.compile(r"[。:,;(]|\.(?:\s|$)|$")
LEVEL = re.compile(r"(?:中共)?[\u4e00-\u9fff]{0,6}?[省市县区州旗镇乡](?!场|长|政)")
# "An office, two departments and a brigade".
NUMBERED = re.compile(r"(?:机构)?[为是]?(?:\d{1,3}|[一二三四五六七八九十两]{1,4})(?P<kind>[\u4e00-\u9fff]{1,2})")
# What is given up is no body any more.
MOST_GIVEN_UP = 20
REPLACED = re.compile(r"撤销([\u4e00-\u9fff]{2,16}),(?:同时|重新)?(?:设(?!在)|成立|组建|建立)")
NO_MORE = re.compile(r"(?:不再保留|撤销)[^。;,不]{0,60}$")
# What belongs to another is no body of the document.
BELONGS = re.compile(r"[^。;]{0,80}?均?[为是系](?:本单位|局机关|机关)的?(?:所属|直属|下属)")
LIST_KINDS = ("institutions", "branches")
LISTS = re.compile(
    r"(?:[下直所]属|下[设辖]|归口管理|派出)[^。;]{0,24}?(?:[:、]|\d个|[一二三四五六七八九十两]个|有|包括|为)[^。;]{0,60}$"
)
# So many units make a list one of units; in a list of two one is enough. The share that tells of which kind a list is.
LEAST, SHARE = 2, 0.6
# So many lines apart a list without numbers goes on.
GAP = 3
# Names of institutions, with the place or its level in front of them.
PLACED = r"[\u4e00-\u9fff]{2,24}(?:中心|(?<!网)(?<!车)站|所|[支大]队|学校|[院馆校园圃厂库台社]|(?<!市)场)(?:\([^()]{1,30}\))?[ 。;,]*"
Starts = frozenset[tuple[int, int]]
# A unit at the beginning of a line, and that it does something: in that line, or in the next.
UNIT_TOLD = re.compile(
    r"\s{0,9}(?!其中|各|本|该)[\u4e00-\u9fff]{1,14}(?:(?P<unit>[科处股室]|(?<![内全本干])部)|[站所队]|中心)(?:\([^()]{2,20}\))?:?\s{0,4}"
    r"(?P<does>(?(unit)(?:主要)?(?:负责|承担)|(?!))|(?:主要|工作|岗位)?职责\s?:?\s{0,9}$)?"
)
DOES_BELOW = re.compile(r"\s{0,9}(?:主要)?(?:负责|承担)")


@dataclass(frozen=True)
class _Item:
    """One line with a number: which, and what stands behind the number."""

    line: int
    number: Number
    said: str

    @property
    def name(self) -> str:
        """The words in front of the first stop."""
        found = BEHIND_NAME.search(self.said)
        return (self.said[: found.start()] if found else self.said).strip()


def only_numbers(names: list[str]) -> bool:
    """Whether a list tells how many units of which kind there are; names that are numbers share their last word."""
    found = [one["kind"] for name in names if (one := NUMBERED.fullmatch(name))]
    return len(found) == len(names) and len(set(found)) > 1


def names_among_units(document: Document, words: Lexicon, names: tuple[str, ...]) -> frozenset[str]:
    """Those names that begin lines only as items of lists whose other items are units."""
    if not names:
        return frozenset()
    among = [
        item.said
        for run in _runs(document)
        if _of_units(words, run)
        for item in run
        if item.number.style != "article" and item.said.startswith(names)
    ]
    told = [document.even[line - 1].strip() for line, _ in _lines_of_units(document)]
    among += [said for said in told if said.startswith(names)]
    listed = {name for name in names if any(said.startswith(name) for said in among)}
    return frozenset(name for name in listed if not _leads_elsewhere(document, name, among))


def _leads_elsewhere(document: Document, name: str, among: list[str]) -> bool:
    """Whether a line of its own, or one with a number outside such a list, begins with the name."""
    starts = 0
    for above, text in pairwise(("", *document.even)):
        # What repeats the name of an item right below it tells of that item.
        starts += _said(text).startswith(name) and not (number_at(above) and _said(above) == name)
    return starts > sum(said.startswith(name) for said in among)


def _said(text: str) -> str:
    number = number_at(text)
    return text[number.end if number else 0 :].strip()


def list_starts(document: Document, words: Lexicon, places: tuple[str, ...]) -> tuple[Starts, Starts]:
    """Line and place in it where each name in a list of units begins, and in one of institutions with their place."""
    fronts = "|".join(map(re.escape, places)) or "(?!)"
    placed = re.compile(rf"(?:{fronts}|(?:自治区|[省市县区州旗])(?![直属级])){PLACED}")
    units, bodies = list[_Item](), list[_Item]()
    for run in _runs(document):
        shaped = [one for one in run if words.ends(one.name, "unit") and not GROUP_OF_UNITS.search(one.name)]
        # Articles are about all sorts of things: only those that name a unit make a list.
        run = shaped if run[0].number.style == "article" else run
        if len(run) > LEAST and sum(placed.fullmatch(item.said) is not None for item in run) >= SHARE * len(run):
            bodies += run
        elif len(shaped) >= max(LEAST, SHARE * len(run)) > sum(SERVICE.search(item.name) is not None for item in run):
            units += run
    return _starts(units) | _lines_of_units(document), _starts(bodies) | _lines_of_bodies(document, placed)


def _lines_of_units(document: Document) -> Starts:
    """The same for units without numbers, each of which a sentence in its line or the next says what it does."""
    said = [(line, text) for line, text in enumerate(document.even, 1) if text.strip()]
    found = [
        (line, one)
        for (line, text), (_, below) in pairwise((*said, (0, "")))
        if (one := UNIT_TOLD.match(text))
        and (one["does"] or (one["unit"] and not text[one.end() :].strip() and DOES_BELOW.match(below)))
    ]
    units = sum(one["unit"] is not None for _, one in found)
    starts = ((line, len(one[0]) - len(one[0].lstrip())) for line, one in found)
    return frozenset(starts if units > LEAST else ())


def _lines_of_bodies(document: Document, placed: re.Pattern[str]) -> Starts:
    """The same where lines that begin with such a name follow each other closely, without numbers; a name once more goes on."""
    runs: list[list[int]] = []
    name = ""
    for line, text in enumerate(document.even, 1):
        again = bool(name) and text.strip().startswith(name)
        if again or placed.fullmatch(text.strip()):
            if not runs or line - runs[-1][-1] > GAP:
                runs.append([])
            runs[-1].append(line)
            name = name if again else text.strip()
    lines = (line for run in runs if len(run) > LEAST for line in run)
    return frozenset((line, len(text) - len(text.lstrip())) for line in lines if (text := document.even[line - 1]))


def _starts(items: list[_Item]) -> Starts:
    return frozenset((item.line, item.number.end) for item in items)


def _runs(document: Document) -> list[list[_Item]]:
    """Items of one style whose numbers count on, without another of that style between them."""
    last: dict[str, list[_Item]] = {}
    runs: list[list[_Item]] = []
    for line, text in enumerate(document.even, 1):
        number = number_at(text)
        if number is None or number.value is None:
            continue
        run = last.get(number.style, [])
        if not run or run[-1].number.value != number.value - 1:
            run = last[number.style] = []
            runs.append(run)
        run.append(_Item(line, number, text[number.end :].strip()))
    return runs


def _of_units(words: Lexicon, run: list[_Item]) -> bool:
    """Whether most lists like this one are lists of the units of one body."""
    units = sum(words.ends(item.name, "unit") and not LEVEL.match(item.name) for item in run)
    return units >= LEAST or (units == 1 and len(run) == LEAST)


def among_units(document: Document, words: Lexicon, names: tuple[str, ...]) -> frozenset[str]:
    """Those that begin lines only as items of lists whose other items are units, or that are only told to be given up."""
    among = names_among_units(document, words, names)
    among |= _of_another(document, words, names)
    if not any("不再保留" in text or "撤销" in text for text in document.even):
        return among
    replaced = {hit[1] for text in document.even for hit in REPLACED.finditer(text)}
    return among.union(
        name
        for name in names[:MOST_GIVEN_UP]
        if _only_behind(document, name, NO_MORE) or any(abbreviates(old, name) for old in replaced)
    )


def _of_another(document: Document, words: Lexicon, names: tuple[str, ...]) -> frozenset[str]:
    """Those that stand only where institutions or branches of another body are listed, behind or below its units."""
    listed = _lines_of_lists(document, words) if names else frozenset()
    return frozenset(
        name
        for name in names[:MOST_GIVEN_UP]
        if all(
            index in listed
            or LISTS.search(text[: text.find(name)][-80:])
            or BELONGS.search(text, text.find(name) + len(name))
            for index, text in enumerate(document.even)
            if name in text
        )
    )


def _lines_of_lists(document: Document, words: Lexicon) -> frozenset[int]:
    """The lines below a heading of institutions or branches, up to the next heading."""
    listed, lists = set[int](), False
    for index, text in enumerate(document.even):
        number = number_at(text)
        head = text[number.end if number else 0 :].strip(" :。")
        kind = section_kind(words, head) if head else None
        lists = kind in LIST_KINDS if kind else lists
        if lists and not kind:
            listed.add(index)
    return frozenset(listed)


def _only_behind(document: Document, name: str, said: re.Pattern[str]) -> bool:
    """Whether a name stands nowhere but behind words that give it up, or list what belongs to another."""
    fronts = [text[: text.find(name)][-80:] for text in document.even if name in text]
    return bool(fronts) and all(map(said.search, fronts))
