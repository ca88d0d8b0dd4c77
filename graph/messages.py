"""What the program says to people, in their language.

The code says everything in English. For a reader of Chinese a `Said` is looked up by its template in data/messages.json,
and its fields put into the Chinese one. Where an error is, is a name that stays as it is, or a `Said`. What is a plain text
in the other parts of an error is matched with the English templates. Nothing is read as long as the language is English
or nothing is said.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from string import Formatter
from typing import Any

from graph.errors import GuapaiError
from graph.plain_text import plain_lines
from graph.said import Said
from graph.streams import tell

CHINESE = "zh"
# A template with fewer letters than this fits too many messages: what stands in its first places has no blank.
FEW = 6
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


def speak(language: str) -> None:
    """From now on, say everything in this language: zh or en."""
    global _language
    _language = language


def reader() -> str:
    """The language of who reads what is said: zh or en."""
    return _language


def remark(text: str) -> None:
    """Say something on stderr, beside the result."""
    tell(spoken(text))


def say(text: str) -> None:
    """Say something on stdout that is for people only."""
    print(plain_lines(spoken(text)))


def error_record(error: GuapaiError) -> dict[str, str | int]:
    """The four parts of an error by name, in the language of the reader, and its exit code."""
    parts = {name: spoken(getattr(error, name)) for name in ("found", "expected", "todo")}
    return {"where": where_told(error.where), **parts, "exit_code": error.exit_code}


def error_text(error: GuapaiError) -> str:
    """The four parts of an error as lines, in the language of the reader."""
    if _language != CHINESE:
        return str(error)
    lines = [f"{where_told(error.where)}: {spoken(error.found)}" if error.where else spoken(error.found)]
    if error.expected:
        lines.append(f"  应为 {spoken(error.expected)}")
    lines += [f"  {spoken(line)}" for line in error.todo.splitlines()]
    return "\n".join(lines)


def where_told(where: str) -> str:
    """Where an error is, in the language of the reader: the name of a file or a thing stays, whatever it says."""
    return spoken(where) if isinstance(where, Said) else where


def spoken(text: str) -> str:
    """The text in the language of the reader; one that is no message stays as it is."""
    if isinstance(text, Said):
        return _told(text) if _language == CHINESE else text
    words = text.strip()
    if _language != CHINESE or not words:
        return text
    known = _catalogue()
    found = known.whole.get(words.lower()) or next(filter(None, (one.put(words) for one in known.templates)), words)
    return text.replace(words, found, 1)


def _told(said: Said) -> str:
    chinese = _catalogue().messages.get(said.template.strip())
    if chinese is None:
        return str(said)
    return said.template.replace(said.template.strip(), chinese).format(*map(_field, said.fields))


def _field(field: Any) -> "Field":
    return Field(spoken(field) if isinstance(field, Said) else str(field))


def heading(column: str) -> str:
    """The heading of a column."""
    return _catalogue().headings.get(column, column) if _language == CHINESE else column.replace("_", " ")


def worded(column: str, value: Any) -> Any:
    """A value of a column as its reader calls it, where it is one of a closed list (the kind of a unit)."""
    if isinstance(value, list):
        return [worded(column, one) for one in value]
    if not isinstance(value, str):
        return value
    if _language != CHINESE:
        return _in_english(value) if column in CLOSED else value
    return _in_chinese(_catalogue().values.get(column, {}), value)


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
class Template:
    """An English message with places for what is inserted, and its Chinese one."""

    pattern: re.Pattern[str]
    chinese: str

    def put(self, text: str) -> str:
        """The Chinese message; empty where the text is another one."""
        found = self.pattern.fullmatch(text)
        return self.chinese.format(*map(Inserted, found.groups())) if found else ""


class Inserted(str):
    """What was inserted into a message; `{:spoken}` says one that is a message itself."""

    __slots__ = ()

    def __format__(self, wanted: str) -> str:
        text = spoken(self) if wanted == "spoken" else str(self)
        return re.sub(r"(?<=['\"]) or (?=['\"])", " 或 ", text)


class Field(str):
    """What is a field of a message; `{:spoken}` says one that is a message itself."""

    __slots__ = ()

    def __format__(self, wanted: str) -> str:
        return spoken(str(self)) if wanted == "spoken" else str(self)


@dataclass(frozen=True)
class Catalogue:
    """The Chinese of every message by its English template, of headings, and of values by column."""

    messages: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def whole(self) -> dict[str, str]:
        """Messages in which nothing is inserted, by their English in lower case."""
        plain = ((english, chinese) for english, chinese in self.messages.items() if "{}" not in english)
        return {english.format().lower(): chinese.format() for english, chinese in plain}

    @cached_property
    def templates(self) -> list[Template]:
        """Messages with places, in the order in which they are tried."""
        return [_template(*pair) for pair in sorted(self.messages.items(), key=_order) if "{}" in pair[0]]


@cache
def _catalogue() -> Catalogue:
    from graph.folders import bundled

    try:
        content = json.loads((bundled("data") / "messages.json").read_text(encoding="utf-8"))
    except (GuapaiError, OSError):  # a broken installation is told in English
        return Catalogue()
    return Catalogue({**content["libraries"], **content["messages"]}, content["headings"], content["values"])


def _template(english: str, chinese: str) -> Template:
    inserted = r"(\S+)" if sum(map(str.isalpha, _literal(english))) < FEW else "(.+?)"
    return Template(re.compile("".join(_pattern(english, inserted)), re.DOTALL | re.IGNORECASE), chinese)


def _order(pair: tuple[str, str]) -> tuple[bool, int]:
    """Templates that begin with words come first, then those with more of them: they fit fewer messages."""
    return pair[0].startswith("{}"), -len(_literal(pair[0]))


def _literal(english: str) -> str:
    return "".join(literal for literal, *_ in Formatter().parse(english))


def _pattern(english: str, inserted: str) -> Iterator[str]:
    places = english.count("{}")
    for place, (literal, name, *_) in enumerate(Formatter().parse(english), 1):
        yield re.escape(literal)
        if name is not None:
            yield "(.+)" if place == places else inserted
