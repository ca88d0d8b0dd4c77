"""What a record has of the names and numbers of its document."""

import re
from collections.abc import Iterable, Iterator

from graph.proof import Span
from loaders.extract.document.numbering import value_of
from loaders.extract.document.spelling import simplified
from loaders.extract.grammar.lexicon import Lexicon
from loaders.record import LONGEST_NAME, Entry, Record, Unit

# Whose names these are a page itself says: who runs it, who wrote on it, what it links to.
LABELLED = re.compile(
    r"(?:\b[Ll]inks|(?:友情|相关)链接|\b(?:[Pp]revious|[Nn]ext|[Ll]ast)(?: article| page| one)?):.*|\b[Cc]opyright\b.*|"
    r"(?:主办|承办|协办|来源|[抄主]送|(?:发文|制发|签发)(?:机关|单位|部门)|作者|编辑|发布(?:机构|单位|部门)?|责任|版权所有|技术支持|供稿|撰稿|审核|维护|点击|浏览|"
    r"附件|扫码|关注|公众号|[Aa]uthor|[Ss]ource|[Ee]ditor|[Pp]ublisher|[Ss]ponsor(?:ed by)?|"
    r"[Hh]ost(?:ed by)?)[^:。;、,\s]{0,6}:\s{0,3}\S*(?: (?:[A-Z][\w'’]+|of|and|the))*|"
    r"(?<!\S)(?:版权所有|技术支持|主办(?:单位)?|承办(?:单位)?|来源|维护)\s{0,3}\S*|"
    r"(?<![\w,] )(?:News|Download|Service|User|Member|Help|Interaction|Message|Online) (?:Cent(?:er|re)|Service)\b|"
    r"(?<![\u4e00-\u9fff])(?:新闻|下载|用户|会员|帮助|互动)中心(?=[\s|]|$)"
)


NUMERAL = r"\d+|[一二三四五六七八九十两]+"
# What is left of a name without its place is a name of its own where it is longer.
SHORTEST = 3
# A level alone in front of a name (市, 县) tells it from no other.
LEVEL = 2


def even(name: str) -> str:
    """A name without blanks, stops, letter case and traditional characters, as names are compared."""
    return re.sub(r"[\W_]", "", simplified(name)).lower()


class Known:
    """The names that facts have taken, the places that prove them, and the announced numbers."""

    def __init__(self, words: Lexicon, record: Record) -> None:
        self.words = words
        self.own = words.grammar.alarms.OWN
        self.names: set[str] = set()
        self.fronts: dict[str, set[str]] = {}
        """What stands in front of names that are the same without it: their places and levels."""
        self.at: dict[int, list[tuple[Span, str]]] = {}
        self.numbers = _counts_in(record)
        for one in _entries(record.bodies):
            said = [even(name) for name in _names_of(one) if even(name)]
            self.names.update(said)
            for front, bare in map(self._parted, said):
                self.fronts.setdefault(bare, set()).add(front)
            for quote in getattr(one, "at", ()) if said else ():
                self.at.setdefault(quote.span.line, []).extend((quote.span, name) for name in said)

    def _parted(self, name: str) -> tuple[str, str]:
        """A name's place or level, and the rest; all of it is the rest where that would be too short for a name."""
        found = self.own.match(name)
        return (found[0], name[found.end() :]) if found and len(name) - found.end() > SHORTEST else ("", name)

    def _is_same(self, front: str, other: str) -> bool:
        """Whether names that are the same but for their places are one name: 桂溪片区 and 新民片区 are two places."""
        short = min(len(front), len(other)) <= LEVEL
        return short or front.endswith(other) or other.endswith(front)

    def has(self, name: str, places: Iterable[Span] = ()) -> bool:
        """Whether a name is one of them, its place in front or not, or stands where one is proved."""
        said = even(name)
        front, bare = self._parted(said)
        if not said or said in self.names or said in self.fronts:
            return True
        if any(self._is_same(front, other) for other in self.fronts.get(bare, ())):
            return True
        if self.own.fullmatch(said, 0, 1) and any(one.endswith(said) for one in self.names):
            return True  # 县水利局 of 青田县, where 水利局 alone would be too short for a name
        return any(
            place.start < span.end
            and span.start < place.end
            and (said in one or (one in said and 2 * len(one) > len(said)))
            for place in places
            for span, one in self.at.get(place.line, ())
        )

    def ends_with(self, name: str) -> bool:
        """Whether a known name, its place in front, ends so: the short name of a body."""
        said = self._parted(even(name))[1]
        return any(one.endswith(said) for one in self.names)

    def counts(self, found: re.Match[str], line: int) -> bool:
        """Whether what was found in a line is a number of units that is among them, or names that share a word and are."""
        groups = found.groupdict()
        if "names" in groups:
            shared = list(map(even, re.split("[、和]", groups["names"])))
            whole = any(self.words.ends(name, "unit") for name in shared)
            return whole or all(any(name in one for one in self.names) for name in shared)
        if parts := groups.get("parts"):
            return sum(value_of(one) or 0 for one in re.findall(NUMERAL, parts)) in self.numbers
        number = value_of(groups["number"] or groups.get("behind"))
        # The same number twice in one line counts two things.
        return number == 1 or bool(self.numbers.get(number or 0, frozenset()) - {line})


def _entries(value: object) -> Iterator[Entry]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, Entry):
            yield one
            waiting.extend(inner for inner in vars(one).values() if isinstance(inner, (list, Entry)))


def _names_of(one: Entry) -> Iterator[str]:
    names = (
        getattr(one, "name", None),
        getattr(one, "full_name", None),
        (getattr(one, "id", None) or "").rsplit("/")[-1],
    )
    yield from (name for name in names if isinstance(name, str) and name)


def _counts_in(record: Record) -> dict[int, set[int]]:
    """The numbers of units that units announce, and the lines that announce each."""
    found: dict[int, set[int]] = {}
    for one in _entries(record.bodies):
        counts = (one.stated_divisions, one.stated_institutions, one.stated_branches) if isinstance(one, Unit) else ()
        for count in filter(None, counts):
            found.setdefault(count.number, set()).update(quote.span.line for quote in count.at)
    return found


def uncounted(pattern: re.Pattern[str], known: Known, said: str, clause: Span) -> Iterator[Span]:
    """What a pattern of numbers finds in a clause that no fact has."""
    found = pattern.finditer(said, clause.start, clause.end)
    return (
        Span(clause.line, max(one.start(), one.start(1)), one.end())
        for one in found
        if not known.counts(one, clause.line)
    )


def too_long(words: Lexicon, text: str, span: Span) -> Iterator[Span]:
    """What stands between two signs and is longer than any name may be in a record, where a body or unit is in it."""
    if span.end - span.start <= LONGEST_NAME:
        return
    alarms, begin = words.grammar.alarms, span.start
    for start, end in (
        *(found.span() for found in alarms.MARKS.finditer(text, begin, span.end)),
        (span.end, span.end),
    ):
        if start - begin > LONGEST_NAME and alarms.HOLDS.search(text, begin, start):
            yield Span(span.line, begin, start)
        begin = end
