"""Second names: what brackets behind a name hold, and sentences about signs and former names."""

import re
from collections.abc import Iterator
from typing import Any

from graph.proof import Span
from loaders.extract.draft import Draft, is_new
from loaders.extract.english_signs import SecondName, english, separated
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import is_name
from loaders.extract.text import Document

CHINESE_SIGN = re.compile(
    r"(?P<verb>加挂|增挂|同时挂|对外挂|对外保留|保留|挂)(?:了|有)?(?P<names>[^,。;()]{2,90}?)(?:的)?(?:[两三]块)?(?:牌子|牌匾|名称|(?=\)|$))"
)
CHINESE_LABEL = re.compile(r"(?P<verb>加挂|增挂|挂)牌(?:子|匾)?(?:名称)?[:为](?P<names>[^。;()]{2,90})")
# "One body, two signs" with another name.
CHINESE_SHARED = re.compile(
    r"(?:与|和|同)(?P<names>[^,。;()、“”与和]{4,40}?)(?:合署办公|合署)?,?(?:实行|为|是|属|系)?[“\"]?"
    r"(?:(?:一个机构|一套(?:班子|人马|机构)|一套工作班子)[、,]?(?:两|二|多)[块个](?:牌子|名称)|"
    r"(?:两|二)[块个](?:牌子|名称)[、,]?一(?:个机构|套(?:班子|人马|机构)))"
)
CHINESE_OTHER = (
    ("second_name", re.compile(r"对外(?:使用|以|称为?)(?P<names>[^,。;()]{2,60}?)(?:的?名称|名义|$)")),
    ("second_name", re.compile(r"(?:又称|亦称|又名|也称)(?:为)?(?P<names>[^,。;()]{2,60})")),
    (
        "former_name",
        re.compile(
            r"(?<=,)原(?![为名系是由有]|[^,。;]{2,40}(?:改|更名|划|并入|撤))(?P<names>[^,。;()、]{4,40}(?:中心|[站所局馆院校队处厂场社会])(?=[。;,]|$))"
        ),
    ),
    ("former_name", re.compile(r"由原?(?P<names>[^,。;()、]{2,60}?)(?:于[^,。;()]{2,12}?)?更名")),
    (
        "former_name",
        re.compile(
            r"(?:原名|曾用名|前身(?:为|是|系)|(?<![\u4e00-\u9fff])原为)[:为]?(?:\d{4}年[^,。的]{0,8}的)?(?P<names>[^,。;()、]{2,60}(?:[、,][\u4e00-\u9fff]{3,20}[局厅委会站院校部所](?=[,。;]|$)){0,6})"
        ),
    ),
)
CHINESE_BRACKET = (
    ("short_name", re.compile(r"(?:以下)?简称:?[“\"]?(?P<names>[^”\"]{2,40})")),
    ("former_name", re.compile(r"原(?:名)?:?(?P<names>[^,。;()]{3,90})")),
)
# Brackets that hold no second names: parts of the unit, and whom it shares its rooms with.
TOLD_IN_BRACKET = re.compile(
    r"(?:composed|consisting|consists?|made up) of|including|in charge|responsible|co-?located with|(?:working )?(?:together|jointly) with|"
    r"[^()]{4,140}? (?:is|are) (?:located|set up|attached|placed)\b|"
    r"(?:under(?: it)?|with|has|sets up),? (?:the )?(?!brand|sign|name|plate|licen)",
    re.IGNORECASE,
)
# How a bracket begins that says something and is no name.
ENGLISH_SAID = re.compile(r"(?:also|which|who|with|under|in|by|bearing|concurrently|externally|and)\s", re.IGNORECASE)
ENGLISH_RANK = re.compile(
    r"(?:deputy|vice|full|main|chief|regular)[ -](?:division|section|department|county|bureau)s?", re.IGNORECASE
)
WORDINGS = {"加挂": "add", "增挂": "add", "对外保留": "retain", "保留": "retain"}
# "hangs the sign of X (in short Y), the sign of Z".
CHINESE_MORE = re.compile(r"(?:\([^()]{0,40}\))?[、和](?P<names>[^,。;()、]{4,60}?)(?:的)?牌子")
NEGATED = re.compile(r"(?:不再|不|no longer|not)\s{0,9}(?:对外)?\s{0,9}(?:be )?(?:hung |hang )?$", re.IGNORECASE)


# "(the sign of X)".
CHINESE_BRANDED = re.compile(r"(?!加?挂|增挂|对外|保留|另|同时)(?P<names>[^,。;()]{3,60}?)(?:的)?牌子$")
# "The sign of X hangs in the bureau", "X, whose sign hangs in the bureau".
CHINESE_HUNG = (
    re.compile(
        r"(?:^|(?<=[,。;]))将?(?P<names>[^,。;()在将]{3,60}?)(?:的)?牌子(?P<verb>加挂|挂)[在于](?P<place>[^,。;]{2,30}?)(?=[,。;]|$)"
    ),
    re.compile(
        r"(?P<names>[\u4e00-\u9fff]{3,40}?),?在(?P<place>[^,。;在]{2,30}?)(?P<verb>加挂|挂)(?:(?:该机构|该办公室|其|该)的?)?牌子?(?=[,。;]|$)"
    ),
)
# A bracket that says something about the unit in front of it.
SAID = re.compile(r"包括|下设|内设|含.{2,20}[、和]|合署|同处[一壹]|承担|设[在于]|负责")


def in_bracket(words: Lexicon, line: int, text: str, content: Span) -> list[SecondName]:
    """The second names in a bracket behind a name: one, several or none (a rank, a remark)."""
    inner = text[content.start : content.end]
    said_of = SAID.search(inner) if words.language == "zh" else TOLD_IN_BRACKET.match(inner)
    if words.matches("negative").search(inner) or said_of:
        return []
    if words.language == "zh" and (branded := CHINESE_BRANDED.match(text, content.start, content.end)):
        spans = separated(words, line, text, *branded.span("names"))
        return [SecondName("sign", name, "second-name.sign", "hang") for name in spans]
    said = list(in_sentence(words, line, text, content.start, content.end, bracket=True))
    if said and "," not in inner:
        return said
    end = text.rfind(",", content.start, said[0].name.start) if said else content.end
    pieces = separated(words, line, text, content.start, max(end, content.start))
    if words.language == "zh":
        good = [piece for piece in pieces if _is_chinese_name(words, text[piece.start : piece.end])]
    else:
        good = pieces if not words.matches("remark").search(inner) else []
        printed = ((piece, text[piece.start : piece.end]) for piece in good)
        good = [
            piece
            for piece, name in printed
            if is_name(words, name, "unit", "body") and not (ENGLISH_RANK.fullmatch(name) or ENGLISH_SAID.match(name))
        ]
    return [*(SecondName("bracket", piece, "second-name.bracket") for piece in good), *said]


def _is_chinese_name(words: Lexicon, name: str) -> bool:
    if len(name) < 2 or not (words.ends(name, "unit") or words.ends(name, "body")):
        return False
    return (
        not re.match(r"[正副][处科厅局股部县]", name)
        and not name.startswith(("由", "含", "不含", "简称", "以下简称", "公益", "参照", "与", "和"))
        and "合署" not in name
    )


def in_sentence(
    words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool = False
) -> Iterator[SecondName]:
    """The signs, second names and former names that a sentence (or a bracket) speaks of in words."""
    finder = _chinese if words.language == "zh" else english
    yield from finder(words, line, text, start, end, bracket)


def _chinese(words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool) -> Iterator[SecondName]:
    yield from _chinese_signs(words, line, text, start, end, bracket)
    for kind, pattern in (*CHINESE_OTHER, *(CHINESE_BRACKET if bracket else ())):
        found = pattern.match(text, start, end) if bracket else pattern.search(text, start, end)
        if found is None:
            continue
        for name in separated(words, line, text, *found.span("names")):
            yield SecondName(kind, name, f"second-name.{kind.replace('_', '-')}")


def _chinese_signs(words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool) -> Iterator[SecondName]:
    for found in CHINESE_SIGN.finditer(text, start, end):
        closed = text[found.end("names") : found.end()].strip("的")
        if NEGATED.search(text, max(start, found.start() - 6), found.start()) or not (closed or bracket):
            continue
        if closed == "名称" and "保留" not in found["verb"]:
            continue
        spans, behind = [found.span("names")], found.end()
        while more := CHINESE_MORE.match(text, behind, end):
            spans.append(more.span("names"))
            behind = more.end()
        for span in spans:
            for name in separated(words, line, text, *span):
                yield SecondName("sign", name, "second-name.sign", WORDINGS.get(found["verb"], "hang"))
    for pattern, rule in ((CHINESE_LABEL, "second-name.sign"), (CHINESE_SHARED, "second-name.shared")):
        for found in pattern.finditer(text, start, end):
            for name in separated(words, line, text, *found.span("names")):
                yield SecondName("sign", name, rule, WORDINGS.get(found.groupdict().get("verb", ""), "hang"))


def hung_elsewhere(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[tuple[SecondName, str]]:
    """Signs of which a Chinese sentence says where they hang: the sign, and the words for the unit that has it."""
    for found in (hit for pattern in CHINESE_HUNG for hit in pattern.finditer(text, start, end)):
        for name in separated(words, line, text, *found.span("names")):
            yield SecondName("sign", name, "second-name.sign", WORDINGS.get(found["verb"], "hang")), found["place"]


def add_second_name(document: Document, owner: Draft, second: SecondName) -> None:
    """Note a second name of a unit; the same name in the same kind is one alias with several proofs.

    Two rules that read the same characters differently are both kept as proposals.
    """
    name = document.printed(second.name)
    if name == owner.name or name.startswith(("该", "本单位", "本机构")):
        return
    quote = document.quote(second.name, second.rule)
    for known in owner.list_of("aliases"):
        if known["name"] == name and known["kind"] == second.kind:
            if is_new(known["at"], quote):
                known["at"].append(quote)
            return
    alias: dict[str, Any] = {"kind": second.kind, "name": name, "at": [quote]}
    if second.kind == "sign":
        alias["wording"] = second.wording
    for other in owner.list_of("aliases"):
        if other["kind"] != second.kind and any(_overlap(one.span, quote.span) for one in other["at"]):
            other["status"] = alias["status"] = "proposed"
    owner.add("aliases", alias)


def _overlap(one: Span, other: Span) -> bool:
    return one.line == other.line and one.start < other.end and other.start < one.end
