"""Filters that a parameter switches off, left out of a statement before an engine plans it.

No engine looks at parameters when it plans: at `WHERE $place IS NULL OR place.id IN $place` it expects many places even where
one is given, and may begin at what all places have.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.store.tokens import Token, told

Change = tuple[int, int, str]  # from, to, what stands there
SWITCH = 5  # pieces of `$place IS NULL OR`


def decided(statement: str, parameters: Mapping[str, Any]) -> str:
    """The statement without the filters that its parameters leave open."""
    return changed(statement, open_filters(told(statement), parameters))


def changed(statement: str, changes: Iterable[Change]) -> str:
    """The statement with other words in some places."""
    for start, end, text in sorted(changes, reverse=True):
        statement = statement[:start] + text + statement[end:]
    return statement


def open_filters(pieces: Sequence[Token], parameters: Mapping[str, Any]) -> Iterator[Change]:
    """`WHERE $place IS NULL OR …` with a place says `WHERE …`: OR binds last, so the rest of the filter is its other side."""
    for place, piece in enumerate(pieces):
        at = place + 1
        while (
            piece.kind == "word"
            and piece.text.upper() == "WHERE"
            and _is_open(pieces[at : at + SWITCH + 1], parameters)
        ):
            yield pieces[at].start, pieces[at + SWITCH].start, ""
            at += SWITCH


def _is_open(pieces: Sequence[Token], parameters: Mapping[str, Any]) -> bool:
    sign, name, *test, _ = (piece.text for piece in pieces) if len(pieces) > SWITCH else ("", "", "")
    return [sign, *map(str.upper, test)] == ["$", "IS", "NULL", "OR"] and parameters.get(name) is not None
