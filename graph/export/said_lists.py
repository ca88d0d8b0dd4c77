"""Whether lists that a store gave as text can be read in one way only.

In them nothing is escaped: one item `a", "b` looks like two. So the items are counted by what cannot be mistaken.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from graph.schema import NODE_BY_LABEL, RELATIONSHIP_BY_TYPE
from graph.schema.properties import Property, properties

Found = Mapping[str, Sequence[Any]]
"""Columns by name."""

# The index of names is in no export.
TYPES = tuple(one for one in RELATIONSHIP_BY_TYPE if one != "NAMES")


def _properties(kind: type[BaseModel]) -> dict[str, Property]:
    return {one.name: one for one in properties(kind) if one.name != "id"}


OF_NODES = {label: _properties(node) for label, node in NODE_BY_LABEL.items()}
OF_LINKS = {kind: dict(sorted(_properties(RELATIONSHIP_BY_TYPE[kind]).items())) for kind in TYPES}
LISTS = {
    name: one
    for own in (*OF_NODES.values(), *OF_LINKS.values())
    for name, one in own.items()
    if one.type[0].startswith("list")
}
# An item for each of `lines`, where they are said at all.
PARALLEL = ("spans", "quotes", "rules", "texts")
CLOSED = {name: set(one.values) for name, one in LISTS.items() if one.values}
# What is none of these is counted by the store, in a column of this name.
FREE = {name for name, one in LISTS.items() if one.type[0] == "list of text"} - {*PARALLEL, *CLOSED}
ITEMS = "items"


def says_all(found: Found, counted: Iterable[str]) -> bool:
    """Whether there is nothing in the lists but their own quotes, two for each item; `counted` are those of the column of items."""
    lists = {name: column for name, column in found.items() if name in LISTS or name == "labels"}
    if not all(isinstance(column[0], str) for column in lists.values()):
        return True  # values
    together = {name: "".join(column) for name, column in lists.items()}
    if any("\\" in one or not one.isprintable() for one in together.values()):
        return False
    if not all(_items(found[name]) <= values for name, values in CLOSED.items() if name in found):
        return False
    if sum(together[name].count('"') for name in counted) != 2 * sum(map(int, found.get(ITEMS, ()))):
        return False
    lines = found.get("lines") or [""] * len(next(iter(found.values())))
    return '"' not in together.get("lines", "") and all(
        together[name].count('"') == 2 * _numbers(lines, found[name]) for name in PARALLEL if name in found
    )


def _items(column: Sequence[str]) -> set[str]:
    """The items of lists as they look."""
    return {item for one in set(column) if one for item in one[2:-2].split('", "')}


def _numbers(lines: Sequence[str], beside: Sequence[str]) -> int:
    """How many numbers the lists hold that stand beside something."""
    if "" in beside:
        lines = [one for one, other in zip(lines, beside, strict=True) if other]
    together = "".join(lines)
    return together.count(",") + len(lines) - lines.count("") - lines.count("[]")
