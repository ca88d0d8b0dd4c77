"""Nodes and relationships as columns: what is alike is looked at once for all of it, not thing by thing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import networkx

AT_ONCE = 5_000  # rows of a network


@dataclass(frozen=True)
class Columns:
    """Some nodes or some relationships, in columns of one length.

    `keys` is the ids of nodes; of relationships the starts, the ends and the keys. In `properties` (of a node its
    `labels`, too, of a relationship its `type`) None stands for what is absent.
    """

    keys: tuple[list[str], ...]
    properties: dict[str, list[Any]]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Each thing as its keys and what it has."""
        return zip(*self.keys, self._data(), strict=True)

    def _data(self) -> Iterator[dict[str, Any]]:
        names, columns = tuple(self.properties), self.properties.values()
        if any(column.count(None) for column in columns):
            for values in zip(*columns, strict=True):
                yield {name: one for name, one in zip(names, values, strict=True) if one is not None}
        else:
            for values in zip(*columns, strict=True):
                yield dict(zip(names, values, strict=True))


def columns(keys: tuple[list[str], ...], data: Sequence[Mapping[str, Any]]) -> Columns:
    """Columns of what things have, in the order in which names come up; what none of them has is no column."""
    names = dict.fromkeys(name for one in data for name in one)
    return Columns(keys, {name: [one.get(name) for one in data] for name in names})


def nodes_of(network: "networkx.MultiDiGraph[str]") -> Iterator[Columns]:
    """The nodes of a network, some thousands at a time."""
    waiting = iter(network.nodes(data=True))
    while some := list(islice(waiting, AT_ONCE)):
        ids, data = zip(*some, strict=True)
        yield columns((list(ids),), data)


def links_of(network: "networkx.MultiDiGraph[str]") -> Iterator[Columns]:
    """The relationships of a network, some thousands at a time."""
    waiting: Iterable[tuple[str, str, str, dict[str, Any]]] = iter(network.edges(keys=True, data=True))
    while some := list(islice(waiting, AT_ONCE)):
        starts, ends, keys, data = zip(*some, strict=True)
        yield columns((list(starts), list(ends), list(keys)), data)
