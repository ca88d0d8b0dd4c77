"""Names of a list that share their last word: "东湾、西桥2个管理所" are 东湾管理所 and 西桥管理所."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.document.numbering import value_of
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading

NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
STEM = r"(?![各其全])(?:(?![和及辖]|(?<![建施])设|(?<!国)有|内置)[\u4e00-\u9fff]){1,9}?"
# What all of them are, in front of the word that they share.
SORT = r"(?:行政|业务|职能|综合|内设|管理|中型|小型|大型|基层|国有|国营|直属|派出|个){0,3}"
HEAD = (
    r"(?:[\u4e00-\u9fff]{0,4}?(?:管理所|服务所|[^处场住]所|分局|分场|[林农牧茶苗]场|苗圃|营林[区点]|服务站|管理站|工作站|监测站|[^车]站|"
    r"分院|分校|分馆|分中心|(?:人民)?法庭|检察室|水厂|[支大中]队|支局)|[科处股室组部庭班])"
)
SHARED = re.compile(
    rf"(?P<stems>{STEM}(?:[、,和及]{STEM}){{1,30}}?)(?P<next>(?!))?(?P<sort>(?!))?,?(?P<more>等)?\s?(?:(?P<number>(?<!第){NUMBER}(?:[个所座处家]|(?=[科股组班])))|(?<=等)(?=[科股](?:[,。;和及(]|$)))"
    rf"(?P<noun>{SORT}(?P<head>{HEAD})室?)(?=$|[,。;:(和及]|以及)"
)
BETWEEN = re.compile("[、,和及]")
# An office needs no further word; what else ends as a name does is no stem.
WHOLE = re.compile("办公室$")
LONGEST = 200


def shared_names(
    words: Lexicon, line: int, text: str, begin: int, end: int
) -> tuple[list[Heading], re.Match[str]] | None:
    """The names of a list that begins here, each with the word that they share as its tail, and what counts them.

    The number decides: it is that of the names, with the office among them or without it.
    """
    found = SHARED.match(text, begin, min(end, begin + LONGEST))
    if found is None:
        return None
    head = Span(line, *found.span("head"))
    stems = list(_stems(line, found))
    offices = [one for one in stems if WHOLE.search(text, one.start, one.end)]
    if any(words.ends(text[one.start : one.end], "unit") for one in stems if one not in offices):
        return None
    number = value_of((found["number"] or "").rstrip("个所座处家")) or 0
    if not found["number"]:
        # "A, B等股" without a number.
        number = len(stems)
    if number not in (len(stems), len(stems) - len(offices)) and not (found["more"] and number > len(stems)):
        return None
    return [Heading(one, (), found.end(), None if one in offices else head) for one in stems], found


def _stems(line: int, found: re.Match[str]) -> Iterator[Span]:
    """Where the words in front of the shared one stand."""
    begin, stop = found.span("stems")
    for cut in BETWEEN.finditer(found.string, begin, stop):
        yield Span(line, begin, cut.start())
        begin = cut.end()
    yield Span(line, begin, stop)
