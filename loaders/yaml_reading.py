"""YAML that people write: duplicate keys, aliases and tags are errors, and every value knows its line."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from graph.errors import ContentError
from graph.reading import read_text
from graph.said import Said, code

Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FORMAT = Said("guapai schema --record prints the format")
Location = tuple[str | int, ...]
NOTHING = ("", "~", "null", "Null", "NULL")
# A number with zeros in front, such as a postcode, or with more digits than 64 bits hold, is text.
WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,18})\Z")
BROKEN = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,18})?\.[0-9]{1,18}\Z")
# What no record of one document needs; the bundled ones stay below a hundredth of it.
LONGEST, DEEPEST, MOST = 10_000, 100, 1_000_000
SHOWN = 60


class Whole(int):
    """A whole number that is written in another way than usual (`+5`); as text it is as written."""

    def __new__(cls, text: str) -> "Whole":
        """The number that a text writes."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    text: str

    def __str__(self) -> str:
        return self.text


class Broken(float):
    """The same for a number with a point (`2.10`)."""

    def __new__(cls, text: str) -> "Broken":
        """The number that a text writes."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    text: str

    def __str__(self) -> str:
        return self.text


class Lines:
    """The line (from 1) of each path in a YAML text that was read; found out only when it is asked for."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def __getitem__(self, path: Location) -> int:
        """The line of the value at a path, or of the nearest one around it; 1 where there is none."""
        while path and path not in self._known:
            path = path[:-1]
        return self._known.get(path, 1)

    @cached_property
    def _known(self) -> Mapping[Location, int]:
        lines: dict[Location, int] = {}
        if self.text:
            _Builder(self.text, "", lines).document()
        return lines


class _Builder:
    """Builds plain values from the events of a parser; with `lines` it also notes the line of each path."""

    def __init__(self, text: str, where: str, lines: dict[Location, int] | None = None) -> None:
        self.where = where
        self.lines = lines
        self.next = Parser(text).get_event
        self.count = 0

    def document(self) -> Any:
        """The value of the only document; None where there is none."""
        self.next()
        first = self.next()
        if isinstance(first, yaml.StreamEndEvent):
            return None
        value = self._value(self.next(), (), 0)
        self.next()
        more: Any = self.next()
        if not isinstance(more, yaml.StreamEndEvent):
            raise self._error(
                more, Said("a second YAML document begins here"), Said("one document"), Said("cut the file into two")
            )
        return value

    def _error(self, event: Any, found: str, expected: str, todo: str) -> ContentError:
        return ContentError(f"{self.where}:{event.start_mark.line + 1}", found, expected, todo)

    def _value(self, event: Any, path: Location, depth: int) -> Any:
        self._refuse_size(event, depth)
        if self.lines is not None:
            self.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent):
            raise self._error(
                event,
                Said("a YAML alias stands for this value"),
                Said("every value written out"),
                Said("copy the value to here"),
            )
        if event.tag is not None:
            raise self._error(
                event, Said("the YAML tag {}", event.tag), Said("plain values without tags"), Said("remove the tag")
            )
        if isinstance(event, yaml.ScalarEvent):
            return _plain(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.MappingStartEvent):
            return dict(self._pairs(path, depth + 1))
        return list(self._items(path, depth + 1))

    def _refuse_size(self, event: Any, depth: int) -> None:
        """Raise ContentError for what is larger than any record: it would take memory that is needed elsewhere."""
        self.count += 1
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > LONGEST:
            found = Said("this text has {} characters", len(event.value))
            raise self._error(event, found, Said("at most {}", LONGEST), Said("write it shorter, or leave it out"))
        if depth > DEEPEST:
            raise self._error(
                event, Said("values are nested more than {} deep", DEEPEST), Said("a record of one document"), FORMAT
            )
        if self.count > MOST:
            todo = Said("cut the file into records of one document")
            raise self._error(
                event, Said("the file holds more than {} values", MOST), Said("a record of one document"), todo
            )

    def _items(self, path: Location, depth: int) -> Iterator[Any]:
        index = 0
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            yield self._value(event, (*path, index) if self.lines is not None else path, depth)
            index += 1

    def _pairs(self, path: Location, depth: int) -> Iterator[tuple[str, Any]]:
        seen: dict[str, int] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self._value(event, path, depth)
            if not isinstance(key, str):
                found = Said("the key {} is no text", shortened(key))
                raise self._error(event, found, Said("a key of letters"), Said("put the key in quotes"))
            line = event.start_mark.line + 1
            if key in seen:
                found = Said("the key {} stands twice", shortened(key))
                todo = Said("remove one of them: the first is on line {}", seen[key])
                raise self._error(event, found, Said("each key once"), todo)
            seen[key] = line
            inner = path
            if self.lines is not None:
                inner = (*path, key)
                self.lines[inner] = line
            yield key, self._value(self.next(), inner, depth)


def _plain(text: str) -> Any:
    """What an unquoted value means: nothing, a number that knows how it is written, else text.

    Dates are text, and so is truth: the field knows what it wants.
    """
    if text in NOTHING:
        return None
    if WHOLE.match(text):
        return int(text) if str(int(text)) == text else Whole(text)
    return Broken(text) if BROKEN.match(text) else text


def shortened(value: Any) -> str:
    """A value as it is shown in an error."""
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """The content of a YAML file and the lines of the paths in it.

    Raises NotThereError where the file is missing and ContentError where its content is refused.
    """
    return read_yaml_text(_text(path), str(path))


def read_yaml_text(text: str, where: str) -> tuple[Any, Lines]:
    """The same for a text; `where` names it in errors."""
    try:
        return _Builder(text, where).document(), Lines(text)
    except yaml.YAMLError as error:
        place = f"{where}:{_line(error, text)}"
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise ContentError(
            place, Said("this is no YAML: {}", code(problem)), Said("a record in YAML"), FORMAT
        ) from error


def _line(error: yaml.YAMLError, text: str) -> int:
    """The line of an error; the reader of characters counts bytes, and knows no lines."""
    mark = getattr(error, "problem_mark", None)
    if mark:
        return int(mark.line) + 1
    before = text.encode(errors="surrogatepass")[: getattr(error, "position", 0)]
    return before.count(b"\n") + 1


def _text(path: Path) -> str:
    return read_text(path, Said("a record"), Said("guapai load data/records/*.yaml"))
