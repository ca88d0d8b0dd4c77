"""What may be given to an engine: text that is Unicode, numbers that it can hold, no more levels than it can walk down."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import UsageError
from graph.said import Said
from graph.store.tokens import Token, depths, told
from graph.store.unions import BETWEEN

SMALLEST, LARGEST = -(2**63), 2**63 - 1
# Of 200 lists in each other a server says nothing any more; of 400 branches the process of the embedded engine dies.
DEEPEST = 100
LEVEL = re.compile(r"[(\[{.]|union|intersect|except", re.IGNORECASE)  # without so many of these no text is deep


def refuse_values(statement: str, parameters: Mapping[str, Any]) -> None:
    """Raise UsageError for what no engine holds: half a character, a number beyond 64 bits, a text with too many levels."""
    if _is_broken(statement):
        raise UsageError(
            "Cypher",
            Said("half a character stands in the statement"),
            Said("text that is Unicode"),
            Said("write the whole character"),
        )
    for levels, deep in _levels(statement):
        if levels > DEEPEST:
            raise UsageError("Cypher", deep, Said("{} at most", DEEPEST), Said("ask in several statements"))
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


def _levels(statement: str) -> Iterator[tuple[int, Said]]:
    """How many levels a text has, in each of its ways; an engine walks down all of them by calling itself."""
    if sum(1 for _ in LEVEL.finditer(statement)) <= DEEPEST:
        return
    pieces = told(statement)
    deep = max(depths(pieces))
    yield deep, Said("brackets stand in each other, {} deep", deep)
    joined = 1 + sum(one.kind == "word" and one.text.upper() in BETWEEN for one in pieces)
    yield joined, Said("{} statements are joined by UNION", joined)
    names = 1 + _longest_chain(pieces)
    yield names, Said("{} names are joined by dots", names)


def _longest_chain(pieces: list[Token]) -> int:
    """How many dots follow each other with one piece between: `a.b.c` has two."""
    chains = [0, 0]
    longest = 0
    for place, piece in enumerate(pieces):
        chains[place % 2] = chains[place % 2] + 1 if (piece.kind, piece.text) == ("sign", ".") else 0
        longest = max(longest, chains[place % 2])
    return longest
