"""How Chinese is written: without blanks between words, so that a line may break anywhere."""

import re
from collections.abc import Sequence

from loaders.extract.document.spelling import PRONUNCIATION, is_traditional

NAME: str = "Chinese"
GAP: str = ""
BOUND: str = ""
TRANSLATED: bool = False
DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)
LETTER = re.compile("[\u4e00-\u9fff]")
WORD = re.compile("[A-Za-z]+")
# A name behind its translation: in brackets, or at the end of the line.
GLOSS = re.compile(
    "(?<=[A-Za-z])[ \t]?[(（](?:[A-Za-z ]{1,24}[:：])?[^A-Za-z\\n]{2,60}?[)）]{1,2}|(?<=[A-Za-z])[ \t][\u4e00-\u9fff]{2,30}[ \t]*$",
    re.MULTILINE,
)
STOP_INSIDE = re.compile(r"[，,、。；;]")
# A document has more characters than this.
LEAST = 4


def is_written(text: str) -> bool:
    """By its characters, but for those behind a translation: more than half as many as there are words in other letters."""
    characters = len(LETTER.findall(GLOSS.sub("", text)))
    return characters * 2 > len(WORD.findall(text)) and characters > LEAST


def is_respelled(text: str) -> bool:
    """Traditional characters are read as simplified ones, pronunciation in brackets is not read."""
    return is_traditional(text) or bool(PRONUNCIATION.search(text))


def is_inside(line: str, _following: str) -> bool:
    """By its stops."""
    return STOP_INSIDE.search(line) is not None


def ends(name: str, words: Sequence[str]) -> bool:
    """By its last characters."""
    return name.endswith(tuple(words))


def field(names: str, _without_head: Sequence[str]) -> str:
    """The name right in front of its colon."""
    return rf"\s*({names})\s*:"


def bare(name: str) -> str:
    """Without the blanks that set two characters apart."""
    return re.sub(r"\s", "", name)
