"""The types of parameters and columns, and how a value from outside becomes one of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from graph.errors import UsageError, did_you_mean

TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "float": float,
    "boolean": bool,
    "list<string>": list[str],
    "list<integer>": list[int],
}


@dataclass(frozen=True)
class Parameter:
    """One declared parameter; `required` where no default is declared."""

    name: str
    type: str
    description: str
    required: bool
    default: Any = None

    def convert(self, value: Any, query: str) -> Any:
        """The value as the declared type, null always allowed; raises UsageError."""
        if value is None or value == "null":
            return None
        if self.required and isinstance(value, str) and not value.strip():
            raise UsageError(f"query {query}", f"parameter {self.name} is empty", self.description, self.example())
        if isinstance(value, str) and self.type != "string":
            value = _parsed(value)
        try:
            strict = not (self.type == "float" and isinstance(value, int))
            return TypeAdapter(TYPES[self.type], config=ConfigDict(strict=strict)).validate_python(value)
        except ValidationError as error:
            raise UsageError(
                f"query {query}",
                f"parameter {self.name} is {value!r}",
                f"{self.type}: {self.description}",
                self.example(),
            ) from error

    def example(self) -> str:
        """How the parameter is written on the command line."""
        value = {"string": "TEXT", "integer": "3", "float": "0.5", "boolean": "true"}.get(self.type, "'[\"…\"]'")
        return f"-P {self.name}={value}"


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def bind(declared: tuple[Parameter, ...], given: Mapping[str, Any], query: str) -> dict[str, Any]:
    """All declared parameters with their values; raises UsageError for unknown, missing and wrong ones."""
    names = [parameter.name for parameter in declared]
    for name in given:
        if name not in names:
            todo = did_you_mean(name, names) or f"guapai queries show {query}"
            expected = "one of " + ", ".join(names) if names else "no parameter"
            raise UsageError(f"query {query}", f"there is no parameter {name!r}", expected, todo)
    values = {}
    for parameter in declared:
        if parameter.name in given:
            values[parameter.name] = parameter.convert(given[parameter.name], query)
        elif parameter.required:
            todo = f"guapai query {query} {parameter.example()}"
            raise UsageError(f"query {query}", f"parameter {parameter.name} is missing", parameter.description, todo)
        else:
            values[parameter.name] = parameter.default
    return values
