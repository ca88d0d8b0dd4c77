"""Declared parameters, and how a value from outside becomes what they take."""

import datetime
import json
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError

from graph.catalog.types import CHOICES, PLAIN, things_of
from graph.errors import UsageError, did_you_mean
from graph.said import Said

# Partial dates, as documents print them, of months and days that there are.
DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
EXAMPLES = {
    "string": "TEXT",
    "integer": "3",
    "float": "0.5",
    "boolean": "true",
    "date": "2010-06",
    "grade": "duplication",
    "place": "jinhua",
    "unit": "社会救助科",
    "body": "金华市人社局",
    "committee": "migrant workers",
    "function": "petitions",
    "document": "tumen",
    "name": "外专局",
}
# No question asks for less than nothing, and lines are counted from 1.
LEAST = {"limit": 0, "least": 0, "line": 1}
SHORT = reprlib.Repr()  # a wrong value may be of any size and depth
SHORT.maxstring = SHORT.maxother = SHORT.maxlong = 120


@dataclass(frozen=True)
class Parameter:
    """One declared parameter; `required` where no default is declared.

    Where it is a place that is not given, it is the places of the things of parameter `near` and of who is related to them.
    """

    name: str
    type: str
    description: str
    required: bool
    default: Any = None
    near: str | None = None

    @property
    def is_thing(self) -> bool:
        """Does it take a thing of the graph, by a name that is looked up?"""
        return bool(things_of(self.type))

    def convert(self, value: Any, query: str) -> Any:
        """The value as the declared type, a thing as its texts; null where it need not be given; raises UsageError."""
        if value is None or value == "null":
            if self.required:
                raise self.missing(query)
            return None
        if isinstance(value, str) and not value.strip() and (self.required or self.is_thing):
            raise UsageError(
                Said("query {}", query), Said("parameter {} is empty", self.name), self.description, self.example()
            )
        return self._texts(value, query) if self.is_thing else self._plain(value, query)

    def _plain(self, value: Any, query: str) -> Any:
        if self.type in CHOICES and value not in CHOICES[self.type]:
            raise self._unknown(value if isinstance(value, str) else SHORT.repr(value), query)
        if isinstance(value, str) and self.type not in ("string", "date", *CHOICES):
            value = _parsed(value)
        if self.type == "date" and isinstance(value, int):
            value = str(value)
        try:
            strict = not (self.type == "float" and isinstance(value, int))
            return TypeAdapter(self._shape(), config=ConfigDict(strict=strict)).validate_python(value)
        except ValidationError as error:
            raise self.wrong(value, query) from error

    def _shape(self) -> Any:
        from typing import Annotated, Literal

        if self.type == "date":
            return Annotated[str, Field(pattern=DATE), AfterValidator(_existing)]
        if self.type in CHOICES:
            return Literal[CHOICES[self.type]]
        least = LEAST.get(self.name) if self.type == "integer" else None
        return PLAIN[self.type] if least is None else Annotated[int, Field(ge=least)]

    def json_schema(self) -> dict[str, Any]:
        """What a value may be, as JSON Schema; null, where it need not be given."""
        name = {"type": "string"}
        shapes = (
            [name, {"type": "array", "items": name, "minItems": 1}]
            if self.is_thing
            else [TypeAdapter(self._shape()).json_schema()]
        )
        absent = [] if self.required else [{"type": "null"}]
        default = {} if self.required else {"default": self.default}
        return {"description": self.description, "anyOf": [*shapes, *absent], **default}

    def _texts(self, value: Any, query: str) -> list[str]:
        """A name, a code or a list of these: as JSON where it comes from a command line."""
        if isinstance(value, str) and value.lstrip().startswith("["):
            value = _parsed(value)
        several = value if isinstance(value, list) else [value]
        texts = [str(one).strip() for one in several if isinstance(one, str) or type(one) is int]
        if not texts or len(texts) < len(several) or not all(texts):
            raise self.wrong(value, query)
        return list(dict.fromkeys(texts))

    def wrong(self, value: Any, query: str) -> UsageError:
        """The error of a value of another type, shown as far as its beginning."""
        found = Said("parameter {} is {}", self.name, SHORT.repr(value))
        return UsageError(Said("query {}", query), found, Said("{}: {}", self.type, self.description), self.example())

    def missing(self, query: str) -> UsageError:
        """The error where it has to be given, and is not, or is null."""
        todo = Said("guapai query {} {}", query, self.example())
        return UsageError(Said("query {}", query), Said("parameter {} is missing", self.name), self.description, todo)

    def _unknown(self, value: str, query: str) -> UsageError:
        known = CHOICES[self.type]
        found = Said("parameter {} is {}", self.name, SHORT.repr(value))
        todo = did_you_mean(value, known) or self.example()
        return UsageError(Said("query {}", query), found, Said("one of {}", ", ".join(known)), todo)

    def example(self) -> str:
        """How the parameter is written on the command line."""
        value = EXAMPLES.get(self.type.split("|")[0], "TEXT")
        return f"-P {self.name}={value}"


def _existing(date: str) -> str:
    """A date that the calendar has; raises ValueError for another."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    datetime.date(year, month, day)
    return date


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def bind(declared: tuple[Parameter, ...], given: Mapping[str, Any], query: str) -> dict[str, Any]:
    """All declared parameters with their values, things as texts; raises UsageError for unknown, missing, wrong ones."""
    names = [parameter.name for parameter in declared]
    for name in given:
        if name not in names:
            todo = did_you_mean(name, names) or Said("guapai queries show {}", query)
            expected = Said("one of {}", ", ".join(names)) if names else Said("no parameter")
            raise UsageError(Said("query {}", query), Said("there is no parameter {}", repr(name)), expected, todo)
    values = {}
    for parameter in declared:
        if parameter.name in given:
            values[parameter.name] = parameter.convert(given[parameter.name], query)
        elif parameter.required:
            raise parameter.missing(query)
        else:
            values[parameter.name] = parameter.default
    return values
