"""Lists seen as wholes: numbered items, or lines of one shape, most of which end as names of units do."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from loaders.extract.document.numbering import INSIDE, Number, number_at
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import heading_at
from loaders.extract.zh.units import GROUP_OF_UNITS, PLAIN, VERB_FIRST
from loaders.extract.zh.units import SERVICE as SERVES

# A name that is nothing but the name of an internal unit.
UNIT = re.compile(r"(?!负责|承担|[^\u4e00-\u9fff])[^的,。;:是为将]{2,24}(?<!机构)(?<!单位)(?<!部门)(?<!出处)")
# Behind a name in a list of telephone numbers or of people.
NO_TEXT = re.compile(r"[\s:]{0,9}(?:[\d(]|[\u4e00-\u9fff]{2,4}\s{0,9}$)")
# Names of institutions with the place, or its level, in front.
LEVEL = "自治区|[省市县区州旗]"
SERVICE = r"[\u4e00-\u9fff]{2,24}(?:中心|(?<!网)(?<!车)站|所|[支大]队|学校|[院馆校园圃厂库台社]|(?<!市)场)(?:\([^()]{1,30}\))?"
SHARE = 0.6
GAP = 3
# A line that tells what a unit does is longer than this.
TOLD = 30


@dataclass(frozen=True)
class Item:
    """What may be an item of a list of units: where its name begins, its number, whether it has a unit's shape."""

    line: int
    start: int
    number: Number | None
    shaped: bool
    plain: bool
    told: bool = False
    """Whether it fills its line and the next one tells what it does."""
    placed: bool = False
    """Whether it is the name of an institution with the place in front, and nothing else."""
    serves: bool = False
    """Whether it ends as institutions do more often than units."""


@dataclass
class Run:
    """Items that follow one another."""

    items: list[Item] = field(default_factory=list)

    def continues(self, item: Item) -> bool:
        """Whether the item comes next: by its number, or soon after where there are none."""
        last = self.items[-1]
        if item.number is None or last.number is None:
            return (item.told and last.told) or item.line - last.line <= GAP
        return last.number.value is not None and item.number.value == last.number.value + 1

    @property
    def of_bodies(self) -> bool:
        """Whether it is a list of institutions."""
        placed = sum(item.placed for item in self.items)
        return len(self.items) > 2 and placed >= SHARE * len(self.items)

    @property
    def of_units(self) -> bool:
        """Whether it is a list of units, and not one of institutions without their place."""
        shaped = sum(item.shaped for item in self.items)
        if sum(item.serves for item in self.items) >= SHARE * len(self.items):
            return False
        if self.items[0].number is None:
            told = all(item.told for item in self.items)
            return len(self.items) > (1 if told else 2) and shaped == len(self.items)
        return shaped > 1 and shaped >= SHARE * len(self.items)


Starts = frozenset[tuple[int, int]]


def list_starts(document: Document, words: Lexicon, places: tuple[str, ...]) -> tuple[Starts, Starts]:
    """Line and place in it where each name in a list of units begins, and in one of institutions."""
    fronts = "|".join(map(re.escape, places)) or "(?!)"
    placed = re.compile(rf"(?:{fronts}|(?:{LEVEL})(?![直属级])){SERVICE}")
    runs = _runs(document, words, placed)
    units = (run for run in runs if run.of_units and not run.of_bodies)
    bodies = (run for run in runs if run.of_bodies)
    return _starts(units), _starts(bodies)


def _starts(runs: Iterable[Run]) -> Starts:
    return frozenset((item.line, item.start) for run in runs for item in run.items)


def _runs(document: Document, words: Lexicon, placed: re.Pattern[str]) -> list[Run]:
    open_runs: dict[str, Run] = {}
    every: list[Run] = []
    for line, text in enumerate(document.even, 1):
        following = next((one for one in document.even[line : line + GAP] if one.strip()), "")
        for item in _items(words, line, text, following, placed):
            style = item.number.style if item.number else "placed" if item.placed else ""
            run = open_runs.get(style)
            if run is None or not run.continues(item):
                run = open_runs[style] = Run()
                every.append(run)
            run.items.append(item)
    return every


def _items(words: Lexicon, line: int, text: str, following: str, placed: re.Pattern[str]) -> Iterator[Item]:
    for start in (0, *(found.start() for found in INSIDE.finditer(text))):
        number = number_at(text, start)
        if (start and number is None) or (number and number.style == "is"):
            continue
        item = _item(words, line, text, number.end if number else start, number, following)
        if item and placed.fullmatch(text, item.start, len(text.rstrip(" 。;,"))):
            item = replace(item, placed=True)
        # Articles are about all sorts of things: only those that name a unit make a list.
        if item and (item.shaped if number and number.style == "article" else number or item.plain or item.placed):
            yield item


def _item(words: Lexicon, line: int, text: str, begin: int, number: Number | None, following: str) -> Item | None:
    heading = heading_at(words, line, text, begin, len(text))
    if heading is None:
        return None
    name = heading.said(text)
    behind = text[heading.end :]
    closed = not behind.strip() or behind[0] in "。:. ,;"
    shaped = bool(closed and UNIT.fullmatch(name) and words.ends(name, "unit") and not GROUP_OF_UNITS.search(name))
    shaped = shaped and not NO_TEXT.match(behind)
    below = number_at(following)
    does = bool(VERB_FIRST.match(following, below.end if below else 0))
    alone = not text[:begin].strip() and not behind.strip() and (does or len(following) > TOLD)
    plain = shaped and number is None and (behind[:1] == ":" or alone) and bool(PLAIN.fullmatch(name))
    told, serves = plain and alone and does, SERVES.search(name) is not None
    return Item(line, heading.name.start, number, shaped, plain, told, serves=serves)
