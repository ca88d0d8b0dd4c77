"""Spellings of Chinese that are read as the usual one: traditional characters, and pronunciation in brackets."""

import re
from functools import cache

from graph.folders import bundled

# Characters that every document of this kind holds many of, in their traditional and their simplified form.
TRADITIONAL = re.compile("[機構設務職責辦內會單業縣區規劃組織處員]")
SIMPLIFIED = re.compile("[机构设务职责办内会单业县区规划组织处员]")

# Pages that garble their text on purpose print the pronunciation behind a character: 審計(jì)局.
PRONUNCIATION = re.compile(
    r"(?<=[\u3400-\u9fff])\((?=[a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)"
)


def is_traditional(text: str) -> bool:
    """Whether a text is printed in traditional characters."""
    sample = text[:20_000]
    found = len(TRADITIONAL.findall(sample))
    return found > 2 and found > len(SIMPLIFIED.findall(sample))


@cache
def _table() -> dict[int, str]:
    pairs = (bundled("data") / "words" / "traditional.txt").read_text(encoding="utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}


def simplified(text: str) -> str:
    """The text in simplified characters, one for one."""
    return text.translate(_table())
