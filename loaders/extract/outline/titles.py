"""Titles: what the words around a body's name say of the part of the document that it begins."""

import re

from loaders.extract.blocks.sections import kinds_in, opener
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.institution_names import UNDER

COUNTED = re.compile(
    r"\d|[一二三四五六七八九十两]个|\((?:two|three|four|five|six|seven|eight|nine|ten)\)", re.IGNORECASE
)
# How a sentence about a body goes on behind its name, where a title would not.
SENTENCE = re.compile(
    r"[,，]|(?:是|为|于|由|设(?!置(?!以下|下列|了|有|\d|[一二三四五六七八九十两]))|对|系|承担|承办|负责(?!人)|主管|贯彻|实行|履行|共有|现有|与|下辖|归口|代管|属(?!单位|机构)|下设(?!机构|单位|部门)|内设(?!机构|科室|处室|股室|部门|部室|司局)|加挂|挂|成立于|的?主要职责[:是])|\s{0,9}(?:is|was|works|belongs|hangs?|has|are|sets?|set)\b"
)
MAJOR = ("duties", "divisions", "institutions")
ORGANIZATION = re.compile(r"\b(?:organi[sz]ations?(?!['’]s)|structure|set ?up|settings?)\b", re.IGNORECASE)


def is_sentence(words: Lexicon, text: str, rest: int, end: int) -> bool:
    """Whether what stands behind a body's name from `rest` on makes it a sentence and no title."""
    whole = text[rest:end].strip()
    behind = whole.strip(" 。.:")
    title = len(behind) <= 24 and not COUNTED.search(behind) and kinds_in(words, behind)
    announces = not title and opener(words, text, rest, end)
    return bool(announces or len(behind) > 60 or words.grammar.sections.goes_on(whole) or SENTENCE.match(behind))


def section_of_title(words: Lexicon, front: str, behind: str) -> str:
    """The kind of section that a title begins, by the words in front of the name and behind it."""
    if UNDER.match(behind):
        return "institutions"
    title = f"{front} {behind}".strip()
    kinds = kinds_in(words, title)
    major = [kind for kind in kinds if kind in MAJOR]
    if words.grammar.sections.of_divisions(title, kinds):
        return "divisions"
    asked = [kind for kind in kinds_in(words, front) if kind in MAJOR]
    if behind.endswith("?") and len(asked) == 1:
        return asked[0]
    several = len(major) != 1 or "staffing" in kinds or (major == ["duties"] and ORGANIZATION.search(title))
    return "general" if several else major[0]
