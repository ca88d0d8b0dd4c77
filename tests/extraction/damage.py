"""Documents as damage leaves them: the miniatures, and the real ones where they are, each changed by a number alone."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from tests.extraction.miniatures import LANGUAGES, miniatures
from tests.extraction.reviewed import FOLDER

# How many damaged documents are tried; GUAPAI_MUTATIONS=3000 tries what no change of every day has to wait for.
MUTATIONS = int(os.environ.get("GUAPAI_MUTATIONS", "200"))
SIGNS = '（）()、，。；：:;,.\t|#*-[]【】〔〕\u200b\u00a0　 1一①"“”/\u2028\x0b\u202e\ufeff𠮷'
WORDS = (
    *(
        "设",
        "内设机构：",
        "加挂",
        "牌子",
        "和",
        "、",
        "市教育局",
        "朝阳区",
        "承担市领导小组办公室日常工作",
        "（",
        "3个科室",
    ),
    *(
        "二〇一八年",
        "会同",
        "直属事业单位",
        "分局",
        "原",
        "合并",
        " division ",
        " hangs the sign of ",
        " and ",
        "(",
        "; ",
    ),
    *(" the office of the leading group for ", " three sections", "affiliated institutions: ", " Bureau of "),
)
Change = Callable[[Random, list[str], int], None]


@cache
def texts() -> tuple[str, ...]:
    """Every miniature, and each real document as often as all of them need to be taken in every third place."""
    small = [path.read_text(encoding="utf-8") for language in LANGUAGES for path in miniatures(language)]
    real = [path.read_text(encoding="utf-8") for path in sorted(Path(FOLDER).glob("*.txt"))] if FOLDER else []
    return (*small, *(real * (len(small) // 2 // len(real)) if real else ()))


def damaged(seed: int) -> str:
    """One or two documents in which lines are lost, doubled, moved, cut, glued, mixed or filled; equal for equal seeds."""
    random = Random(seed)
    lines = [line for text in random.sample(texts(), random.choice((1, 1, 2))) for line in text.splitlines()]
    for _ in range(random.randint(1, 12)):
        random.choice(CHANGES)(random, lines, random.randrange(len(lines)))
    return random.choice(("\n", "\n", "\n", "\r\n")).join(lines)


def _lose(_random: Random, lines: list[str], index: int) -> None:
    if len(lines) > 1:
        del lines[index]


def _double(_random: Random, lines: list[str], index: int) -> None:
    lines.insert(index, lines[index])


def _move(random: Random, lines: list[str], index: int) -> None:
    lines.insert(random.randrange(len(lines)), lines.pop(index))


def _cut(random: Random, lines: list[str], index: int) -> None:
    place = random.randint(0, len(lines[index]))
    lines[index] = random.choice((lines[index][:place], lines[index][place:]))


def _break(random: Random, lines: list[str], index: int) -> None:
    place = random.randint(0, len(lines[index]))
    lines[index : index + 1] = [lines[index][:place], lines[index][place:]]


def _glue(_random: Random, lines: list[str], index: int) -> None:
    if index + 1 < len(lines):
        lines[index] += lines.pop(index + 1)


def _fill(random: Random, lines: list[str], index: int) -> None:
    _put(random, lines, index, "".join(random.choices(SIGNS, k=3)))


def _word(random: Random, lines: list[str], index: int) -> None:
    _put(random, lines, index, random.choice(WORDS) * random.choice((1, 1, 1, 40)))


def _mix(random: Random, lines: list[str], index: int) -> None:
    """Words of one line stand in another."""
    other = random.choice(lines)
    start = random.randint(0, len(other))
    _put(random, lines, index, other[start : start + random.randint(1, 40)])


def _thin(random: Random, lines: list[str], index: int) -> None:
    lines[index] = "".join(sign for sign in lines[index] if random.random() > 0.1)


def _repeat(random: Random, lines: list[str], index: int) -> None:
    lines[index] *= random.choice((2, 5, 30))


def _put(random: Random, lines: list[str], index: int, text: str) -> None:
    place = random.randint(0, len(lines[index]))
    lines[index] = lines[index][:place] + text + lines[index][place:]


CHANGES: tuple[Change, ...] = (_lose, _double, _move, _cut, _break, _glue, _fill, _word, _mix, _thin, _repeat)
