"""Names that are like a given one, over every organization and alias."""

from collections.abc import Iterable
from typing import Any

from graph.statement import Answer
from graph.store.protocol import Store

NAMES = """
MATCH (named:Organization|Alias)
RETURN named.id AS id, named.name AS name, named.name_zh AS name_zh, named.name_en AS name_en, labels(named) AS labels
ORDER BY id
"""
FUNCTIONS = """
MATCH (function:Function)
RETURN function.code AS code, function.name_zh AS name_zh, function.name_en AS name_en
ORDER BY code
"""
CUTOFF = 60
SAME = 100


def find_names(store: Store, name: str, limit: int = 20) -> Answer:
    """The nearest names, best first: id, name, kind (label in lower case), score from 0 to 100.

    Whole names come first, then parts, then names that are alike.
    """
    found = []
    for own_id, first, chinese, english, labels in store.read(NAMES, {}).rows:
        kind = next(label for label in labels if label != "Organization").lower()
        found.append([own_id, first, kind, _likeness(name, (own_id, first, chinese, english))])
    return _best(found, limit)


def find_functions(store: Store, text: str, limit: int = 20) -> Answer:
    """The functions whose code or name is like this text, in the same columns: the name is the code."""
    rows = store.read(FUNCTIONS, {}).rows
    return _best([[row[0], row[0], "function", _likeness(text, row)] for row in rows], limit)


def _best(found: list[list[Any]], limit: int) -> Answer:
    near = sorted((row for row in found if row[3] >= CUTOFF), key=lambda row: (-row[3], row[0]))
    return Answer(["id", "name", "kind", "score"], near[:limit])


def _likeness(text: str, names: Iterable[str | None]) -> int:
    """The score of the name that is most like the text."""
    from rapidfuzz import fuzz

    wanted = text.strip().lower()
    texts = [name.lower() for name in names if name]
    return round(max(_score(wanted, one, fuzz.ratio(wanted, one)) for one in texts))


def _score(wanted: str, text: str, ratio: float) -> float:
    if wanted == text:
        return float(SAME)
    if wanted in text:
        return 80.0 + 19.0 * len(wanted) / len(text)
    return min(ratio, 79.0)
