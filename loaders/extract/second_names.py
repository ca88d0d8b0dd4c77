"""Second names: what brackets behind a name hold, and sentences about signs and former names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.proof import Span
from loaders.extract.draft import Draft
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import is_name
from loaders.extract.text import Document, trimmed

CHINESE_SIGN = re.compile(
    r"(?P<verb>加挂|增挂|同时挂|对外挂|对外保留|保留|挂)(?:了|有)?(?P<names>[^,。;()]{2,90}?)(?:的)?(?:[两三]块)?(?:牌子|牌匾|名称|(?=\)|$))"
)
CHINESE_LABEL = re.compile(r"(?P<verb>加挂|增挂|挂)牌(?:子|匾)?(?:名称)?[:为](?P<names>[^。;()]{2,90})")
CHINESE_OTHER = (
    ("second_name", re.compile(r"对外(?:使用|以|称为?)(?P<names>[^,。;()]{2,60}?)(?:的?名称|名义|$)")),
    ("second_name", re.compile(r"(?:又称|亦称|又名|也称)(?:为)?(?P<names>[^,。;()]{2,60})")),
    ("former_name", re.compile(r"由原?(?P<names>[^,。;()、]{2,60}?)(?:于[^,。;()]{2,12}?)?更名")),
    (
        "former_name",
        re.compile(
            r"(?:原名|曾用名|前身(?:为|是|系)|(?:^|(?<=,))原为)[:为]?(?:\d{4}年[^,。的]{0,8}的)?(?P<names>[^,。;()、]{2,60})"
        ),
    ),
)
CHINESE_BRACKET = (
    ("short_name", re.compile(r"(?:以下)?简称:?[“\"]?(?P<names>[^”\"]{2,40})")),
    ("former_name", re.compile(r"原(?:名)?:?(?P<names>[^,。;()]{3,90})")),
)
SIGN_NOUN = r"(?:license plates?|licence plates?|plates?|signboards?|signs?|brands?|nameplates?|name plates?)"
ENGLISH_SIGN = (
    (
        "hang",
        re.compile(
            rf"(?P<verb>hang(?:s|ing|ed)?|with|plus|put(?:ting)? up|add(?:s|ed|ing)?|retain(?:s|ed|ing)?|bear(?:s|ing)?)\s+"
            rf"(?:up )?(?:the )?{SIGN_NOUN}\s+of\s+(?P<names>[^.;()]{{2,150}})",
            re.IGNORECASE,
        ),
    ),
    (
        "hang",
        re.compile(
            rf"(?:the )?{SIGN_NOUN} of (?P<names>[^.;()]{{2,110}}?) (?:is|are|was|were) (?P<verb>hung|added|retained)",
            re.IGNORECASE,
        ),
    ),
    (
        "hang",
        re.compile(
            rf"(?P<verb>hanging|hangs?|adding|adds?|plus) (?P<names>[^.;()]{{2,90}}?) {SIGN_NOUN}", re.IGNORECASE
        ),
    ),
    ("hang", re.compile(rf"{SIGN_NOUN} of (?P<names>[^.;()]{{2,90}}?) (?P<verb>added)", re.IGNORECASE)),
)
ENGLISH_FORMER = re.compile(
    r"(?:formerly known as|formerly called|previously known as|which was called|"
    r"once called|formerly|renamed from|renamed by|the original|original|the former|former)"
    r"\s+(?P<names>[^.;()]{2,110})",
    re.IGNORECASE,
)
ENGLISH_SECOND = re.compile(
    r"(?:also uses? the names? of|also known as|also called|externally known as|external use of the name of)\s+(?P<names>[^.;()]{2,110})",
    re.IGNORECASE,
)
ENGLISH_SHORT = re.compile(r"(?:hereinafter )?referred to as (?P<names>[^.;()]{2,90})", re.IGNORECASE)
WORDINGS = {"加挂": "add", "增挂": "add", "对外保留": "retain", "保留": "retain"}
LATER = re.compile(
    r",| externally\b| to the outside world\b| responsible\b| before \d|\s{1,9}(?:and (?:no longer|is|are|has|the)|which|on|it|is|are)\b|$",
    re.IGNORECASE,
)
NEGATED = re.compile(r"(?:不再|不|no longer|not)\s{0,9}(?:对外)?\s{0,9}(?:be )?(?:hung |hang )?$", re.IGNORECASE)


@dataclass(frozen=True)
class SecondName:
    """A second name where it stands; `wording` only for signs."""

    kind: str
    name: Span
    rule: str
    wording: str = "hang"


def in_bracket(words: Lexicon, line: int, text: str, content: Span) -> list[SecondName]:
    """The second names in a bracket behind a name: one, several or none (a rank, a remark)."""
    inner = text[content.start : content.end]
    if words.matches("negative").search(inner):
        return []
    said = list(in_sentence(words, line, text, content.start, content.end, bracket=True))
    if said and (words.language == "en" or "," not in inner):
        return said
    end = text.rfind(",", content.start, said[0].name.start) if said else content.end
    pieces = _separated(words, line, text, content.start, max(end, content.start))
    if words.language == "zh":
        good = [piece for piece in pieces if _is_chinese_name(words, text[piece.start : piece.end])]
    else:
        good = pieces if not words.matches("remark").search(inner) else []
        good = [piece for piece in good if is_name(words, text[piece.start : piece.end], "unit", "body")]
    return [*(SecondName("bracket", piece, "second-name.bracket") for piece in good), *said]


def _is_chinese_name(words: Lexicon, name: str) -> bool:
    if len(name) < 2 or not (words.ends(name, "unit") or words.ends(name, "body")):
        return False
    return (
        not re.match(r"[正副][处科厅局股部县]", name)
        and not name.startswith(("含", "不含", "公益", "参照", "与", "和"))
        and "合署" not in name
    )


def in_sentence(
    words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool = False
) -> Iterator[SecondName]:
    """The signs, second names and former names that a sentence (or a bracket) speaks of in words."""
    finder = _chinese if words.language == "zh" else _english
    yield from finder(words, line, text, start, end, bracket)


def _chinese(words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool) -> Iterator[SecondName]:
    for found in CHINESE_SIGN.finditer(text, start, end):
        closed = text[found.end("names") : found.end()].strip("的")
        if NEGATED.search(text, max(start, found.start() - 6), found.start()) or not (closed or bracket):
            continue
        if closed == "名称" and "保留" not in found["verb"]:
            continue
        for name in _separated(words, line, text, *found.span("names")):
            yield SecondName("sign", name, "second-name.sign", WORDINGS.get(found["verb"], "hang"))
    for found in CHINESE_LABEL.finditer(text, start, end):
        for name in _separated(words, line, text, *found.span("names")):
            yield SecondName("sign", name, "second-name.sign", WORDINGS.get(found["verb"], "hang"))
    for kind, pattern in (*CHINESE_OTHER, *(CHINESE_BRACKET if bracket else ())):
        found = pattern.match(text, start, end) if bracket else pattern.search(text, start, end)
        if found is None:
            continue
        for name in _separated(words, line, text, *found.span("names")):
            yield SecondName(kind, name, f"second-name.{kind.replace('_', '-')}")


def _english(words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool) -> Iterator[SecondName]:
    taken: list[range] = []
    for wording, pattern in ENGLISH_SIGN:
        for found in pattern.finditer(text, start, end):
            if any(found.start("names") in span for span in taken):
                continue
            if (
                NEGATED.search(text, max(start, found.start() - 24), found.start())
                or re.match(r"\s*(?:is |are )no longer", text[found.end("names") : end], re.IGNORECASE)
                or found["names"].lower() in ("the", "a", "an")
            ):
                continue
            taken.append(range(found.start(), found.end()))
            yield from _english_signs(words, line, text, found, wording)
    for kind, pattern in (
        ("second_name", ENGLISH_SECOND),
        ("former_name", ENGLISH_FORMER),
        ("short_name", ENGLISH_SHORT),
    ):
        if kind != "second_name" and not bracket and not _known_as(kind, text, start, end):
            continue
        said = pattern.match(text, start, end) if bracket else pattern.search(text, start, end)
        if said:
            name = _one_english(line, text, *said.span("names"))
            if name and (kind == "short_name" or is_name(words, text[name.start : name.end], "unit", "body")):
                yield SecondName(kind, name, f"second-name.{kind.replace('_', '-')}")


def _known_as(kind: str, text: str, start: int, end: int) -> bool:
    marks = (
        ("formerly known as", "previously known as", "renamed from", "which was called")
        if kind == "former_name"
        else ("referred to as",)
    )
    return any(mark in text[start:end] for mark in marks)


def _english_signs(words: Lexicon, line: int, text: str, found: re.Match[str], wording: str) -> Iterator[SecondName]:
    verb = found["verb"].lower()
    wording = "add" if verb.startswith(("add", "plus")) else "retain" if verb.startswith("retain") else wording
    start, end = found.span("names")
    later = re.compile(r",\s+and\s+no longer|\s+and\s+no longer|\s+and\s+is\b|,\s").search(text, start, end)
    end = later.start() if later else end
    several = re.search(r"(?:plates|signs|brands|signboards)\s+of", found[0], re.IGNORECASE)
    pieces = _separated(words, line, text, start, end) if several else [_one_english(line, text, start, end)]
    for name in pieces:
        if name:
            yield SecondName("sign", name, "second-name.sign", wording)


def _one_english(line: int, text: str, start: int, end: int) -> Span | None:
    later = LATER.search(text, start, end)
    span = trimmed(line, text, start, later.start() if later else end, '.,"”')
    if span is None:
        return None
    article = re.compile(r"[\"“]?(?:the |an? )?[\"“]?", re.IGNORECASE).match(text, span.start, span.end)
    return trimmed(line, text, article.end() if article else span.start, span.end)


def _separated(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Span]:
    """The names of a bracket or behind a verb: Chinese ones by 、, English ones by comma or "and" between names."""
    pattern = re.compile(r"[、,]") if words.language == "zh" else re.compile(r"[,;]\s+and\s+|[,;]\s+|\s+and\s+")
    pieces: list[Span] = []
    begin = start
    for found in pattern.finditer(text, start, end):
        left = text[begin : found.start()].rstrip()
        if words.language == "en" and not (words.ends(left, "unit") or words.ends(left, "body")):
            continue
        pieces.extend(_piece(line, text, begin, found.start()))
        begin = found.end()
    pieces.extend(_piece(line, text, begin, end))
    return pieces


def _piece(line: int, text: str, start: int, end: int) -> list[Span]:
    found = re.compile(r"\s*(?:the |an? |原)?", re.IGNORECASE).match(text, start, end)
    span = trimmed(line, text, found.end() if found else start, end, "。.,;")
    return [_unquoted(text, span)] if span else []


def _unquoted(text: str, span: Span) -> Span:
    """Without quotation marks around the whole name; those around a part of it belong to it."""
    if span.end - span.start > 2 and text[span.start] in '"“' and text[span.end - 1] in '"”':
        return Span(span.line, span.start + 1, span.end - 1)
    return span


def add_second_name(document: Document, owner: Draft, second: SecondName) -> None:
    """Note a second name of a unit; the same name in the same kind is one alias with several proofs.

    Two rules that read the same characters differently are both kept as proposals.
    """
    name = document.printed(second.name)
    quote = document.quote(second.name, second.rule)
    for known in owner.list_of("aliases"):
        if known["name"] == name and known["kind"] == second.kind:
            if quote not in known["at"]:
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
