"""Second names: what brackets behind a name hold, and sentences about signs and former names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.proof import Span
from loaders.extract.draft import Draft, is_new
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import is_name
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim, Where
from loaders.extract.rules.stretch import Stretch
from loaders.extract.splitting import in_bracket as pieces_of
from loaders.extract.text import Document

# Brackets that hold no second names: parts of the unit, and whom it shares its rooms with.
TOLD_IN_BRACKET = re.compile(
    r"(?:composed|consisting|consists?|made up) of|including|in charge|responsible|co-?located with|(?:working )?(?:together|jointly) with|"
    r"[^()]{4,140}? (?:is|are) (?:located|set up|attached|placed)\b|"
    r"(?:under(?: it)?|with|has|sets up),? (?:the )?(?!brand|sign|name|plate|licen)",
    re.IGNORECASE,
)
# How a bracket begins that says something and is no name; ranks.
ENGLISH_SAID = re.compile(r"(?:also|which|who|with|under|in|by|bearing|concurrently|externally|and)\s", re.IGNORECASE)
ENGLISH_RANK = re.compile(
    r"(?:deputy|vice|full|main|chief|regular)[ -](?:division|section|department|county|bureau)s?", re.IGNORECASE
)
CHINESE_RANK = re.compile(r"[正副][处科厅局股部县]")
# A bracket that says something about the unit in front of it.
SAID = re.compile(r"包括|下设|内设|含.{2,20}[、和]|合署|同处[一壹]|承担|设[在于]|负责")
NO_NAME = ("由", "含", "不含", "简称", "以下简称", "公益", "参照", "与", "和")


@dataclass(frozen=True)
class SecondName:
    """A second name where it stands; `wording` only for signs."""

    kind: str
    name: Span
    rule: str
    wording: str = "hang"


def in_bracket(words: Lexicon, line: int, text: str, content: Span) -> list[SecondName]:
    """The second names in a bracket behind a name: one, several or none (a rank, a remark, a list of work)."""
    inner = text[content.start : content.end]
    told = SAID.search(inner) if words.language == "zh" else TOLD_IN_BRACKET.match(inner)
    if words.matches("negative").search(inner) or told:
        return []
    said = list(in_sentence(words, line, text, content.start, content.end, "bracket"))
    if said and "," not in inner:
        return said
    end = text.rfind(",", content.start, said[0].name.start) if said else content.end
    pieces = pieces_of(words, Stretch(line, text, content.start, max(end, content.start)))
    good = _chinese_names(words, pieces) if words.language == "zh" else _english_names(words, inner, pieces)
    return [*(SecondName("bracket", piece.span, "second-name.bracket") for piece in good), *said]


def _chinese_names(words: Lexicon, pieces: list[Stretch]) -> list[Stretch]:
    """The names among the pieces; none where work is listed with them: 建设信息中心、网站维护."""
    good = [piece for piece in pieces if _is_chinese_name(words, str(piece))]
    others = [
        piece
        for piece in pieces
        if piece not in good
        and piece.text[piece.start - 1 : piece.start] + piece.text[piece.end : piece.end + 1] != ",)"
    ]
    work = [piece for piece in others if "、" in piece.text[piece.start - 1] + piece.text[piece.end : piece.end + 1]]
    return [] if any(not words.matches("remark").search(str(piece)) for piece in work) else good


def _is_chinese_name(words: Lexicon, name: str) -> bool:
    named = len(name) > 1 and (words.ends(name, "unit") or words.ends(name, "body"))
    return named and not CHINESE_RANK.match(name) and not name.startswith(NO_NAME) and "合署" not in name


def _english_names(words: Lexicon, inner: str, pieces: list[Stretch]) -> list[Stretch]:
    if words.matches("remark").search(inner):
        return []
    named = [piece for piece in pieces if is_name(words, str(piece), "unit", "body")]
    return [piece for piece in named if not (ENGLISH_RANK.fullmatch(str(piece)) or ENGLISH_SAID.match(str(piece)))]


def in_sentence(
    words: Lexicon, line: int, text: str, start: int, end: int, where: Where = "sentence"
) -> Iterator[SecondName]:
    """The signs, second names and former names that a sentence (or a bracket) speaks of in words."""
    for claim in engine(words.language, "second_names.RULES").claims(Stretch(line, text, start, end), where):
        for name in claim.names:
            closed = where == "bracket" and name.end == end and claim.rule.fits == "anywhere"
            if (
                words.language == "zh"
                or claim.rule.says == "short_name"
                or closed
                or is_name(words, str(name), "unit", "body")
            ):
                yield SecondName(claim.rule.says, name.span, claim.rule.name, wording_of(words, claim))


def wording_of(words: Lexicon, claim: Claim) -> str:
    """How a sign is said to hang: hang, add or retain."""
    known = engine(words.language, "second_names.RULES").words
    verb = " ".join(claim.word("verb").split())
    meanings = (known.meaning(kind, verb) for kind in ("sign_verb", "passive") if kind in known.words)
    return next(filter(None, meanings), "hang")


def hung_elsewhere(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[tuple[SecondName, str]]:
    """Signs of which a sentence says where they hang: the sign, and the words for the unit that has it."""
    for claim in engine(words.language, "second_names.ELSEWHERE").claims(Stretch(line, text, start, end)):
        for name in claim.names:
            yield SecondName("sign", name.span, claim.rule.name, wording_of(words, claim)), claim.word("place")


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
