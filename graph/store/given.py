"""What may be given to an engine: text that is Unicode, numbers that it can hold."""

from collections.abc import Mapping
from typing import Any

from graph.errors import UsageError
from graph.said import Said

SMALLEST, LARGEST = -(2**63), 2**63 - 1


def refuse_values(statement: str, parameters: Mapping[str, Any]) -> None:
    """Raise UsageError for a value that no engine holds: half a character, or a number beyond 64 bits."""
    if _is_broken(statement):
        found = "half a character stands in the statement"
        raise UsageError("Cypher", found, "text that is Unicode", "write the whole character")
    for name, value in parameters.items():
        found = _wrong(value)
        if found:
            raise UsageError(
                Said("parameter {}", name), found, "text that is Unicode, numbers of 64 bits", f"-P {name}=VALUE"
            )


def _wrong(value: Any) -> str:
    """What is wrong with a value; empty where nothing is."""
    if isinstance(value, str):
        return "half a character stands in it" if _is_broken(value) else ""
    if isinstance(value, int):
        return "" if SMALLEST <= value <= LARGEST else "the number is beyond 64 bits"
    if isinstance(value, Mapping):
        return next(filter(None, (_wrong(one) for pair in value.items() for one in pair)), "")
    if isinstance(value, list | tuple):
        return next(filter(None, map(_wrong, value)), "")
    return ""


def _is_broken(text: str) -> bool:
    return any("\ud800" <= one <= "\udfff" for one in text) if not text.isascii() else False
