"""The same statement in the words in which KGLite finds its beginning at once: nothing else about it changes.

It plans before it looks at parameters, so that a filter that a parameter switches off makes it read every node of a label;
and it knows a node by its first label, which for an actor is never Organization.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.store.statements import ANY_ACTOR
from graph.store.tokens import Token, told

Change = tuple[int, int, str]  # from, to, what stands there


def quicker(statement: str, parameters: Mapping[str, Any]) -> str:
    """The statement without filters that its parameters leave open, and with actors by their first labels.

    `WHERE $place IS NULL OR …` with a place says `WHERE …`: OR binds last, so the rest of the filter is its other side.
    """
    pieces = told(statement)
    for start, end, text in sorted([*_actors(pieces), *_open(pieces, parameters)], reverse=True):
        statement = statement[:start] + text + statement[end:]
    return statement


def _open(pieces: Sequence[Token], parameters: Mapping[str, Any]) -> Iterator[Change]:
    for place in range(len(pieces) - 5):
        where, sign, name, *test = (piece.text for piece in pieces[place : place + 6])
        switched = [where.upper(), sign, *(word.upper() for word in test)] == ["WHERE", "$", "IS", "NULL", "OR"]
        if switched and pieces[place].kind == "word" and parameters.get(name) is not None:
            yield pieces[place + 1].start, pieces[place + 5].end, ""


def _actors(pieces: Sequence[Token]) -> Iterator[Change]:
    for place in range(2, len(pieces) - 4):
        colon, label, *keyed = (piece.text for piece in pieces[place : place + 5])
        before = [piece.text for piece in pieces[place - 2 : place]]
        if [colon, label, *keyed] == [":", "Organization", "{", "id", ":"] and "(" in before and before[0] != ":":
            yield pieces[place + 1].start, pieces[place + 1].end, ANY_ACTOR
