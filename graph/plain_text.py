"""Text of others as text alone: nothing in it controls a terminal, turns its direction, or breaks JSON."""

import json
import math
import re
from functools import cache
from typing import Any

# Nothing that str.isprintable() denies is in here; most texts match as a whole.
ODD = re.compile(r"[^\x20-\x7e\u4e00-\u9fff\n]")


def plain(text: str) -> str:
    """The text in one line: all that does not print (controls, directions, line ends, odd blanks) as escapes."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else _escape(one) for one in text)


def plain_lines(text: str) -> str:
    """The same, with its line ends kept."""
    return ODD.sub(lambda found: plain(found[0]), text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()


def json_text(value: Any, *, indent: int | None = None, ascii_only: bool = False) -> str:
    """A value as JSON that every reader takes: what does not print as \\uXXXX, no NaN and no Infinity (null instead)."""
    try:
        text = _dumped(value, indent, ascii_only)
    except ValueError:
        text = _dumped(_finite(value), indent, ascii_only)
    return printable_json(text)


def printable_json(text: str) -> str:
    """JSON that stands already, with \\uXXXX for what does not print: in JSON that stands in strings only."""
    return ODD.sub(lambda found: found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1], text)


def _dumped(value: Any, indent: int | None, ascii_only: bool) -> str:
    return _encoder(indent, ascii_only).encode(value)


@cache
def _encoder(indent: int | None, ascii_only: bool) -> json.JSONEncoder:
    """Made once: `json.dumps` makes one for every value, which costs more than most values do."""
    return json.JSONEncoder(ensure_ascii=ascii_only, indent=indent, default=str, allow_nan=False)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
