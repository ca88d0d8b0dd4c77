"""What garbled words of one document mean: data that people write, never branches in code."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from graph.errors import ContentError
from graph.folders import bundled
from graph.said import Said
from graph.wishes import wish
from loaders.yaml_reading import read_yaml

WORDS, CHARACTERS = 12, 20
GENERAL = ("general", "functions")


class Correction(BaseModel):
    """Words as the document prints them, what they mean, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    printed: str = Field(min_length=1)
    meaning: str
    why: str = Field(min_length=1)
    line: int | None = Field(None, ge=1, description="Only there; absent: wherever it stands.")

    @field_validator("printed")
    @classmethod
    def _short(cls, printed: str) -> str:
        if len(printed.split()) > WORDS or len(re.findall(r"[\u4e00-\u9fff]", printed)) > CHARACTERS:
            raise ValueError(Said("at most {} words or {} Chinese characters", WORDS, CHARACTERS))
        return printed


class WordFile(BaseModel):
    """The corrections of one document, known by the hash of its bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: str = Field(pattern=r"^[0-9a-f]{64}$")
    words: tuple[Correction, ...]


def read_word_file(path: Path) -> WordFile:
    """Read one word file; raises NotThereError and ContentError."""
    content, _ = read_yaml(path)
    try:
        return WordFile.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ContentError(
            str(path),
            Said("{}: {}", where, wish(first)),
            Said("document, words: printed, meaning, why"),
            Said("data/words/jinhua.yaml shows how"),
        ) from error


@cache
def _bundled() -> dict[str, tuple[Correction, ...]]:
    files = (path for path in sorted((bundled("data") / "words").glob("*.yaml")) if path.stem not in GENERAL)
    return {file.document: file.words for file in map(read_word_file, files)}


def bundled_corrections(sha256: str) -> tuple[Correction, ...]:
    """The corrections that come with guapai for the document of this hash; none for any other."""
    return _bundled().get(sha256, ())


Places = tuple[list[int], list[int]]


def corrected(line: int, text: str, corrections: tuple[Correction, ...]) -> tuple[str, Places | None, set[Correction]]:
    """The line with its corrections; for each character where it begins and ends in print; which ones were used.

    The places are None where the line holds nothing to correct.
    """
    mine = [one for one in corrections if one.line in (None, line) and one.printed in text]
    if not mine:
        return text, None, set()
    pattern = re.compile("|".join(re.escape(one.printed) for one in sorted(mine, key=lambda one: -len(one.printed))))
    meanings = {one.printed: one.meaning for one in mine}
    return *replaced(text, pattern, meanings), set(mine)


def replaced(text: str, pattern: re.Pattern[str], meanings: dict[str, str]) -> tuple[str, Places]:
    """The text with what the pattern finds replaced by its meaning, by nothing where it has none; places as above."""
    return put(text, ((found.start(), found.end(), meanings.get(found[0], "")) for found in pattern.finditer(text)))


def put(text: str, changes: Iterable[tuple[int, int, str]]) -> tuple[str, Places]:
    """The text with other words in place of spans, which come from left to right; places as above."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before = 0
    for start, end, meaning in changes:
        pieces += [text[before:start], meaning]
        starts += [*range(before, start), *[start] * len(meaning)]
        ends += [*range(before + 1, start + 1), *[end] * len(meaning)]
        before = end
    pieces.append(text[before:])
    starts += range(before, len(text))
    ends += range(before + 1, len(text) + 1)
    return "".join(pieces), (starts, ends)


def through(outer: Places, inner: Places | None) -> Places:
    """The places of characters that were changed twice: first as `inner` says, then as `outer` does."""
    if inner is None:
        return outer
    starts, ends = inner
    return [starts[place] for place in outer[0]], [ends[place - 1] for place in outer[1]]
