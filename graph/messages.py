"""What the program says to people, in their language.

The code says everything in English, as a `Said`: its template is the code under which data/messages.json has the Chinese,
into which the same fields are put. A text that is no `Said` is a name, a command or somebody else's: it stays as it is,
whatever it says. Nothing is read as long as the language is English or nothing is said.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from string import Formatter
from typing import Any

from graph.errors import GuapaiError
from graph.plain_text import plain_lines
from graph.said import Said
from graph.streams import tell

CHINESE = "zh"
# Columns of closed lists whose values are words with _ between them, and kinds that are labels of the graph.
CLOSED = {"counted", "form", "grade", "kind", "of_which", "owner_kinds", "stands_in", "wording", "wordings"}
LABELS = {
    "changeevent": "change event",
    "hostedoffice": "hosted office",
    "leadinggroup": "leading group",
    "leadinggroupoffice": "leading-group office",
    "partyunit": "Party unit",
}
_language = "en"
_here: ContextVar[str | None] = ContextVar("language of one reader", default=None)


def speak(language: str) -> None:
    """From now on, say everything in this language: zh or en."""
    global _language
    _language = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Meanwhile, in this thread alone, say everything in this language: one of several readers has asked."""
    token = _here.set(language)
    try:
        yield
    finally:
        _here.reset(token)


def reader() -> str:
    """The language of who reads what is said: zh or en."""
    return _here.get() or _language


def remark(text: str) -> None:
    """Say something on stderr, beside the result."""
    tell(spoken(text))


def say(text: str) -> None:
    """Say something on stdout that is for people only."""
    print(plain_lines(spoken(text)))


def error_record(error: GuapaiError) -> dict[str, str | int]:
    """The four parts of an error by name, in the language of the reader, and its exit code."""
    parts = {name: spoken(getattr(error, name)) for name in ("where", "found", "expected", "todo")}
    return {**parts, "exit_code": error.exit_code}


def error_text(error: GuapaiError) -> str:
    """The four parts of an error as lines, in the language of the reader."""
    if reader() != CHINESE:
        return str(error)
    where, found, expected, todo = map(spoken, (error.where, error.found, error.expected, error.todo))
    told = [f"{where}: {found}" if where else found, *([f"  应为 {expected}"] if expected else [])]
    return "\n".join([*told, *(f"  {line}" for line in todo.splitlines())])


def spoken(text: str) -> str:
    """The text in the language of the reader; one that is no `Said` stays as it is."""
    if reader() != CHINESE or not isinstance(text, Said):
        return text
    fields = iter(text.fields)
    return "\n".join(_line(line, fields) for line in text.template.split("\n"))


def _line(template: str, fields: Iterator[Any]) -> str:
    """One line of a message; one that has no Chinese, of names and commands, keeps its words."""
    words = template.strip()
    chinese = template.replace(words, _catalogue().messages.get(words, words)) if words else template
    blanks = sum(name is not None for _, name, *_ in Formatter().parse(template))
    return chinese.format(*(spoken(one) if isinstance(one, Said) else one for one in islice(fields, blanks)))


def heading(column: str) -> str:
    """The heading of a column."""
    return _catalogue().headings.get(column, column) if reader() == CHINESE else column.replace("_", " ")


def worded(column: str, value: Any) -> Any:
    """A value of a column as its reader calls it, where it is one of a closed list (the kind of a unit)."""
    if isinstance(value, list):
        return [worded(column, one) for one in value]
    if not isinstance(value, str):
        return value
    if reader() != CHINESE:
        return _in_english(value) if column in CLOSED else _from_chinese(column, value)
    return _in_chinese(_catalogue().values.get(column, {}), value)


def _from_chinese(column: str, value: str) -> str:
    """A word that a Chinese document prints, where its column has a list in both languages."""
    if value.isascii():
        return value
    return next((own for own, word in _catalogue().values.get(column, {}).items() if word == value), value)


def _in_english(value: str) -> str:
    name, equals, number = value.partition("=")
    return LABELS.get(name, name).replace("_", " ") + (equals and f": {number}")


def _in_chinese(known: dict[str, str], value: str) -> str:
    """Also several values in one text, a number behind one, and the last word of an arrow with its type."""
    if not known or value in known:
        return known.get(value, value)
    if ", " in value:
        return ", ".join(_in_chinese(known, one) for one in value.split(", "))
    name, equals, number = value.partition("=")
    before, blank, last = name.rpartition(" ")
    return before + blank + known.get(last, last) + (equals and f": {number}")


@dataclass(frozen=True)
class Catalogue:
    """The Chinese of every message by its English template, of headings, and of values by column."""

    messages: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)


@cache
def _catalogue() -> Catalogue:
    from graph.folders import bundled

    try:
        content = json.loads((bundled("data") / "messages.json").read_text(encoding="utf-8"))
    except (GuapaiError, OSError):  # a broken installation is told in English
        return Catalogue()
    return Catalogue({**content["libraries"], **content["messages"]}, content["headings"], content["values"])
