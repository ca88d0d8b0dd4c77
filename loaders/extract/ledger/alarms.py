"""What looks like the name of a unit, an institution, an office or a sign: where nothing took it, it may be lost."""

import re
from collections.abc import Iterable, Iterator

from graph.proof import Span
from loaders.extract.document.numbering import number_at, value_of
from loaders.extract.grammar.lexicon import Lexicon
from loaders.record import LONGEST_NAME

# Whose names these are a page itself says: who runs it, who wrote on it, what it links to.
LABELLED = re.compile(
    r"(?:主办|承办|协办|来源|作者|编辑|发布(?:机构|单位|部门)?|责任|版权所有|技术支持|供稿|撰稿|审核|维护|点击|浏览|友情链接|相关链接|"
    r"附件|扫码|关注|公众号|[Aa]uthor|[Ss]ource|[Ee]ditor|[Pp]ublisher)[^:。;]{0,6}:?\s{0,3}\S*(?: [A-Z]\w+)*|"
    r"(?:News|Download|Service|User|Member|Help|Interaction|Message) Cent(?:er|re)\b|"
    r"(?<![\u4e00-\u9fff])(?:新闻|下载|服务|用户|会员|帮助|互动|信息)中心(?=[\s|]|$)"
)


def even(name: str) -> str:
    """A name without blanks, stops and letter case, as names are compared."""
    return re.sub(r"[\W_]", "", name).lower()


class Known:
    """The names and the announced numbers that facts have taken."""

    def __init__(self, names: Iterable[str], numbers: Iterable[int]) -> None:
        self.numbers = frozenset(numbers)
        self.names = sorted({one for name in names if len(one := even(name)) > 1})
        self.text = "\n".join(self.names)

    def has(self, name: str) -> bool:
        """Whether a name is one of them, a part of one, or one with words around it."""
        said = even(name)
        return said in self.text or any(one in said for one in self.names)

    def counts(self, found: re.Match[str]) -> bool:
        """Whether what was found is a number of units that is among them."""
        printed = found["number"]
        return bool(printed) and value_of(printed) in self.numbers


def seen_in(words: Lexicon, known: Known, text: str, span: Span) -> str | None:
    """The first name, or word of alarm, in a span that no fact took; None where there is none."""
    said = LABELLED.sub(lambda found: " " * len(found[0]), text[span.start : span.end])
    if words.matches("negative").search(said):
        return None
    alarms = words.grammar.alarms
    name = next((one for one in alarms.names(said) if not known.has(one)), None)
    number = number_at(said)
    others = alarms.WORDS.finditer(said, number.end if number else 0)
    return name or next((one[0] for one in others if not known.has(one[0]) and not known.counts(one)), None)


def left(words: Lexicon, known: Known, text: str, gaps: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Where in the gaps of a sentence a name or a number stands that no fact took, and what was seen."""
    alarms = words.grammar.alarms
    for gap in gaps:
        said = LABELLED.sub(lambda found: " " * len(found[0]), text[gap.start : gap.end])
        if words.matches("negative").search(said):
            continue
        if found := alarms.shared(known, text, gap) or next(alarms.left(known, said), None):
            yield gap, found


def told_in(words: Lexicon, text: str, span: Span) -> str | None:
    """The words that tell of a sign or an office for certain; None where there are none."""
    if words.matches("negative").search(text, span.start, span.end):
        return None
    found = words.grammar.alarms.TOLD.search(text, span.start, span.end)
    return found[0] if found else None


def too_long(words: Lexicon, text: str, span: Span) -> Iterator[Span]:
    """What stands between two signs and is longer than any name may be in a record, where a body or unit is in it."""
    if span.end - span.start <= LONGEST_NAME:
        return
    alarms, begin = words.grammar.alarms, span.start
    for start, end in (
        *(found.span() for found in alarms.BETWEEN.finditer(text, begin, span.end)),
        (span.end, span.end),
    ):
        if start - begin > LONGEST_NAME and alarms.HOLDS.search(text, begin, start):
            yield Span(span.line, begin, start)
        begin = end
