"""YAML that people write: duplicate keys, aliases and tags are errors, and every value knows its line."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from graph.errors import ContentError
from graph.reading import read_text

Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FORMAT = "guapai schema --record prints the format"
Location = tuple[str | int, ...]
TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NOTHING = ("", "~", "null", "Null", "NULL")
# A number with zeros in front, such as a postcode, is text.
WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d*)\Z")
BROKEN = re.compile(r"[-+]?(?:0|[1-9]\d*)?\.\d+\Z")


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

    def document(self) -> Any:
        """The value of the only document; None where there is none."""
        self.next()
        first = self.next()
        if isinstance(first, yaml.StreamEndEvent):
            return None
        value = self._value(self.next(), ())
        self.next()
        more: Any = self.next()
        if not isinstance(more, yaml.StreamEndEvent):
            raise self._error(more, "a second YAML document begins here", "one document", "cut the file into two")
        return value

    def _error(self, event: Any, found: str, expected: str, todo: str) -> ContentError:
        return ContentError(f"{self.where}:{event.start_mark.line + 1}", found, expected, todo)

    def _value(self, event: Any, path: Location) -> Any:
        if self.lines is not None:
            self.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent):
            raise self._error(
                event, "a YAML alias stands for this value", "every value written out", "copy the value to here"
            )
        if event.tag is not None:
            raise self._error(event, f"the YAML tag {event.tag}", "plain values without tags", "remove the tag")
        if isinstance(event, yaml.ScalarEvent):
            return _plain(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.MappingStartEvent):
            return dict(self._pairs(path))
        return list(self._items(path))

    def _items(self, path: Location) -> Iterator[Any]:
        index = 0
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            yield self._value(event, (*path, index) if self.lines is not None else path)
            index += 1

    def _pairs(self, path: Location) -> Iterator[tuple[str, Any]]:
        seen: dict[str, int] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self._value(event, path)
            if not isinstance(key, str):
                raise self._error(event, f"the key {key!r} is no text", "a key of letters", "put the key in quotes")
            line = event.start_mark.line + 1
            if key in seen:
                todo = f"remove one of them: the first is on line {seen[key]}"
                raise self._error(event, f"the key {key!r} stands twice", "each key once", todo)
            seen[key] = line
            inner = path
            if self.lines is not None:
                inner = (*path, key)
                self.lines[inner] = line
            yield key, self._value(self.next(), inner)


def _plain(text: str) -> Any:
    """What an unquoted value means in YAML 1.2: nothing, truth, a number, else text; dates are text."""
    if text in NOTHING:
        return None
    if text in TRUTH:
        return TRUTH[text]
    if WHOLE.match(text):
        return int(text)
    return float(text) if BROKEN.match(text) else text


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """The content of a YAML file and the lines of the paths in it.

    Raises NotThereError where the file is missing and ContentError where its content is refused.
    """
    return read_yaml_text(_text(path), str(path))


def read_yaml_text(text: str, where: str) -> tuple[Any, Lines]:
    """The same for a text; `where` names it in errors."""
    try:
        return _Builder(text, where).document(), Lines(text)
    except RecursionError as error:
        raise ContentError(where, "values are nested too deeply", "a record of one document", FORMAT) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{where}:{mark.line + 1}" if mark else where
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise ContentError(place, f"this is no YAML: {problem}", "a record in YAML", FORMAT) from error


def _text(path: Path) -> str:
    return read_text(path, "a record", "guapai load data/records/*.yaml")
