"""What may be given to an engine: text that is Unicode, numbers that it can hold."""

from collections.abc import Mapping
from typing import Any

from graph.errors import UsageError
from graph.said import Said

SMALLEST, LARGEST = -(2**63), 2**63 - 1


def refuse_values(statement: str, parameters: Mapping[str, Any]) -> None:
    """Raise UsageError for a value that no engine holds: half a character, or a number beyond 64 bits."""
    if _is_broken(statement):
        raise UsageError(
            "Cypher",
            Said("half a character stands in the statement"),
            Said("text that is Unicode"),
            Said("write the whole character"),
        )
    for name, value in parameters.items():
        if found := _wrong(value):
            raise UsageError(
                Said("parameter {}", name),
                found,
                Said("text that is Unicode, numbers of 64 bits"),
                Said("-P {}=VALUE", name),
            )


def _wrong(value: Any) -> str:
    """What is wrong with a value; empty where nothing is."""
    if isinstance(value, str):
        return Said("half a character stands in it") if _is_broken(value) else ""
    if isinstance(value, int):
        return "" if SMALLEST <= value <= LARGEST else Said("the number is beyond 64 bits")
    if isinstance(value, Mapping):
        return next(filter(None, (_wrong(one) for pair in value.items() for one in pair)), "")
    if isinstance(value, list | tuple):
        return next(filter(None, map(_wrong, value)), "")
    return ""


def _is_broken(text: str) -> bool:
    return any("\ud800" <= one <= "\udfff" for one in text) if not text.isascii() else False
