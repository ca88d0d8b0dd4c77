"""Who signs a document or has it printed: a name above a day, or in front of one with a word for it behind."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

DAY = re.compile(
    r"(?:\d{4}|二[〇○零Oo][一-龥〇○]{2})\s?[年./-]\s?[\d一二三四五六七八九十]{1,3}\s?[月./-]\s?[\d一二三四五六七八九十]{1,3}\s?日?|"
    r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2},)? \d{4}"
)
ISSUED = re.compile(rf"(?:{DAY.pattern})印发$")


def signed(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The number of each such line, from 1, and the words in front of the day; the first line with words is a title."""
    filled = [(line, text.strip()) for line, text in enumerate(lines, 1) if text.strip()]
    yield from ((line, name) for (line, name), (_, day) in pairwise(filled[1:]) if DAY.fullmatch(day))
    yield from ((line, text[: found.start()].strip()) for line, text in filled if (found := ISSUED.search(text)))
