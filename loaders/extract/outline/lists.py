"""Lines that name several units, or several institutions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.proof import Span
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import kinds_in
from loaders.extract.document.text import trimmed
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.grammar.outline import Outlining
from loaders.extract.mentions.names import Heading, heading_at, inside_bracket, is_name, listed
from loaders.extract.outline.institution_names import AFFILIATED, MANAGED, list_begin

# Names that nothing announces are units only where they look like nothing else.
PLAIN_UNIT = re.compile(
    r"(?:[^设承负联]|(?<=建)设|设(?=[备施计])){1,12}[科处股室部]|[A-Z][\w -]{2,40} (?:Section|Division)"
)
# A number of units or a verb in front: no name.
COUNTED_OF = re.compile(
    r"\d|[一二三四五六七八九十两]{1,3}个|(?:[下管直内]|代)[设辖管]|[^、,]{2,24}下辖|(?:所属|直属|下属)(?:事业|二级)?单位|[^、,]{0,24}派出(?:机构|单位)"
)
LIST_BEGINS = re.compile(
    r":(?=.)|(?:机构|科室|处室|股室|部门)。(?=[\u4e00-\u9fff]{2,12}、)|"
    r", (?:including|namely) |,?(?:分别为|分别是|即|包括|"
    r"内设(?!(?:机构|科室|处室|股室|部门)[。,;])(?:(?:机构|科室|处室|股室|部门)(?:主要)?(?:有|为|是|包括|由|调整为))?)(?=.)"
)
TOLD = re.compile(r"\b(?:is|are|was|were|has|have|include|sets? up|consists?|affiliated|subordinate|needs? to)\b")
# Behind the names: that they are institutions, or none of them a unit inside.
PUBLIC = re.compile(r"等[^、,。;]{0,6}(?:事业单位|下属单位|直属单位)")
OUTSIDE = re.compile(r"等[^、,。;]{0,6}(?:事业单位|下属单位|直属单位|派出机构|派出单位)")
SUBORDINATE, SENT = re.compile("下辖$"), ("分局", "所")
SEVERAL = re.compile(r"[、,;和及]|\band\b")


@dataclass(frozen=True)
class UnitList:
    """Units named in one line; `rest` is what stands behind them, `said` a label in front."""

    names: tuple[Heading, ...]
    rest: Span | None = None
    said: Span | None = None
    plain: bool = False
    """Whether every name looks like nothing but a unit, or nothing else stands there."""
    shares: bool = False
    """Whether duties of all of them stand behind."""

    @property
    def several(self) -> bool:
        """Whether so many names that look like nothing else need no announcement."""
        return self.plain and (len(self.names) > 2 or self.shares)


def list_in_sentence(text: str, start: int, end: int) -> re.Match[str] | None:
    """What stands last in front of the first names of a list: "has 8 sections, namely:" rather than "has"."""
    first = re.compile("[、;]").search(text, start, end)
    stop = first.start() if first else end
    hits = (hit for hit in LIST_BEGINS.finditer(text, start, end) if hit.end() <= stop)
    # In a bracket stands what a unit has, not the body.
    found = [hit for hit in hits if not inside_bracket(text, start, hit.end())]
    return found[-1] if found else None


def units_in(words: Lexicon, part: Part) -> UnitList | None:
    """Several units named in one line: all of them end as units do."""
    outlining = words.grammar.outlining
    if outlining.BLANK_LIST.fullmatch(part.text, part.begin, part.end):
        return _between_blanks(words, part)
    front, whole = outlining.LIST_FRONT.match(part.text, part.begin, part.end), part.span
    if front:
        part = part.behind(front.end())
    if not SEVERAL.search(part.words) or TOLD.search(part.text, part.begin, _names_end(words, part)):
        return None
    headings, stop, said = _listed(words, part)
    if len(headings) > 3 and _is_cut_off(words, part, headings[-1].said(part.text), stop):
        headings = headings[:-1]
    names = [heading.said(part.text) for heading in headings]
    if len(names) < 2 or any(
        COUNTED_OF.match(name) or words.grammar.institutions.PLACED.search(name) for name in names
    ):
        return None
    if OUTSIDE.search(part.text, stop, part.end) or outlining.only_numbers(names) or not _are_names(words, names):
        return None
    form = words.matches("form")
    plain = outlining.nothing_else(words, part, names) or all(
        PLAIN_UNIT.fullmatch(one) and not form.search(one) for one in names
    )
    rest = trimmed(part.line, part.text, stop, part.end)
    told = rest is not None and re.search(r"\w", part.sub(rest))
    shares = rest is not None and outlining.SHARED.match(part.text, rest.start, rest.end) is not None
    return UnitList(tuple(headings), (whole if front else rest) if told else None, said, plain, shares)


def _names_end(words: Lexicon, part: Part) -> int:
    """Where names stop: at what is said of them, or at the semicolon behind names with commas where a sentence follows."""
    said = words.grammar.outlining.LIST_ENDS.search(part.text, part.begin, part.end)
    stop = said.start() if said else part.end
    names, _, behind = part.text[part.begin : stop].partition(";")
    return part.begin + len(names) if "," in names and TOLD.search(behind) else stop


def _is_cut_off(words: Lexicon, part: Part, last: str, stop: int) -> bool:
    """Whether the text ends within the last name of a list: no stop stands behind it, and it is no name."""
    unfinished = not part.text[stop:].strip() and part.text[stop - 1 : stop].isalpha() and last.isascii()
    among = words.grammar.outlining.AMONG.fullmatch(last) and len(last.rsplit(" ", 1)[-1]) > 1
    return unfinished and not (among or is_name(words, last, "unit", "body"))


def _are_names(words: Lexicon, names: list[str]) -> bool:
    """Whether all end as names do; among more of these others may stand that look like names."""
    others = [name for name in names if not is_name(words, name, "unit", "body")]
    return len(others) * 2 < len(names) and all(words.grammar.outlining.AMONG.fullmatch(name) for name in others)


def _between_blanks(words: Lexicon, part: Part) -> UnitList | None:
    """Names of units with nothing but blanks between them."""
    pieces = [found.span() for found in re.compile(r"\S+").finditer(part.text, part.begin, part.end)]
    headings = [heading_at(words, part.line, part.text, start, end) for start, end in pieces]
    names = tuple(heading for heading in headings if heading)
    return UnitList(names, plain=True) if len(names) > 1 else None


def _listed(words: Lexicon, part: Part) -> tuple[list[Heading], int, Span | None]:
    """The names that a line lists, where they end, and a label in front of them."""
    if found := words.grammar.outlining.listed(words, part):
        return found
    stop = _names_end(words, part)
    return listed(words, part.line, part.text, part.begin, stop), stop, None


@dataclass(frozen=True)
class BodyList:
    """Institutions or branches that a line begins with, and where what is said of them begins."""

    names: tuple[Heading, ...]
    begin: int
    stop: int
    managed: bool
    affiliated: bool
    counted: str = ""
    """What the words in front of them count: branches, institutions, divisions."""
    sent: bool = False
    """Whether words in front say that they are branches."""


def institutions_in(words: Lexicon, part: Part) -> BodyList | None:
    """Names of institutions: one, a list, or names in front of what is said of them."""
    begin = list_begin(words, part.text, part.begin, part.end)
    names, stop = words.grammar.outlining.names_at(words, part, begin)
    if not names:
        return None
    managed = MANAGED.match(part.text, stop, part.end) is not None
    counted = [
        what for what, _, _ in words.grammar.counting.found(part.line, part.text, part.begin, names[0].name.start)
    ]
    front = kinds_in(words, part.text[part.begin : begin])
    affiliated = (
        AFFILIATED.search(part.text, part.begin, begin) is not None
        or "institutions" in front
        or PUBLIC.match(part.text, stop, part.end) is not None
    )
    sub = SUBORDINATE.search(part.text, part.begin, begin)
    affiliated |= sub is not None and not any(part.sub(one.name).endswith(SENT) for one in names)
    sent = "branches" in front
    return BodyList(tuple(names), begin, stop, managed, affiliated, next(iter(counted), ""), sent)


def duties_of_each(said: Outlining, text: str, rest: Span, count: int) -> list[Span]:
    """What each of so many units does, by the words behind their names; empty where these tell no duty of theirs."""
    shared = said.SHARED.match(text, rest.start, rest.end)
    if shared is None:
        return []
    each = said.EACH.match(text, rest.start, rest.end)
    turns = list(_between(said.TURNS, text, replace(rest, start=each.end()))) if each else []
    return turns if len(turns) == count else [replace(rest, start=shared.end())] * count


def _between(separators: re.Pattern[str], text: str, span: Span) -> Iterator[Span]:
    """The parts of a span between separators; one called `stop` ends the last."""
    begin = span.start
    for found in separators.finditer(text, span.start, span.end):
        yield replace(span, start=begin, end=found.start())
        begin = found.end()
        if found["stop"]:
            return
    if begin < span.end:
        yield replace(span, start=begin)
