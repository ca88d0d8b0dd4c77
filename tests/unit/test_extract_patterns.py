"""No pattern by which documents are read goes quadratic: each meets 16 KB of the text that it likes least."""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

import loaders.extract
from loaders.extract.grammar import LANGUAGES
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.rules.families import engine, families
from loaders.extract.zh.body_names import pattern

SIZE = 16 * 1024
# Of the processor, not of the clock: a busy machine does not count. A pattern that goes on from every letter takes more.
SECONDS = 2
PART = 4  # a text this many times shorter comes first: what goes quadratic is that many times faster there, squared
HOSTILE = {
    "one letter": "a" * SIZE,
    "one character": "市" * SIZE,
    "blanks": " " * SIZE,
    "words": "the office of the municipal leading group for the " * (SIZE // 50),
    "offices": "承担市领导小组办公室" * (SIZE // 10),
    "capitals": "Municipal Bureau of " * (SIZE // 20),
    "brackets": "(" * SIZE,
    "closed brackets": "局(市)" * (SIZE // 4),
    "numbers": "1 1" * (SIZE // 3),
    "chinese numbers": "(一)一、" * (SIZE // 5),
    "stops": "、,:" * (SIZE // 3),
    "signs": "加挂牌子名称" * (SIZE // 6),
    "names that hold what separates names": "科室和处室及" * (SIZE // 6),
    "daily": "undertake the daily work of the " * (SIZE // 32),
}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the modules that read documents, and those that are composed of words."""
    for module in pkgutil.walk_packages(loaders.extract.__path__, "loaders.extract."):
        content = vars(importlib.import_module(module.name))
        for name, value in content.items():
            yield from ((f"{module.name}.{name}", pattern) for pattern in _inside(value))
    yield "bodies", pattern(("金华市",))
    for speech in LANGUAGES:
        tried = [one for family in families(speech) for one in engine(speech, family).tried]
        yield from ((f"{one.rule.name} {index}", found) for one in tried for index, found in enumerate(one.patterns()))
    for language in LANGUAGES:
        words = lexicon(language)
        yield "places", re.compile(words.grammar.bodies.own_place(("Jinhua", "金华市")))
        yield "fields", words.fields_anywhere
        yield from (("headings", pattern) for _, pattern in words.headings)


def _inside(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _inside(one)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def ends(pattern: re.Pattern[str], text: str, seconds: float) -> bool:
    """Does the pattern read the text in so many seconds of the processor?"""
    before = signal.signal(signal.SIGVTALRM, _too_long)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        for _ in pattern.finditer(text):
            pass
    except TimeoutError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return True


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_pattern_comes_to_an_end(text: str) -> None:
    each = {pattern: name for name, pattern in patterns()}  # many are known to several modules
    slow = [pattern for pattern in each if not ends(pattern, text[: len(text) // PART], SECONDS / PART**2)]
    assert [each[pattern] for pattern in slow if not ends(pattern, text, SECONDS)] == []


def test_a_pattern_that_goes_quadratic_would_be_found() -> None:
    pattern, text = re.compile("[^。]*?局"), HOSTILE["one character"] * 2
    assert not ends(pattern, text[: len(text) // PART], SECONDS / PART**2)
    assert not ends(pattern, text, SECONDS)
