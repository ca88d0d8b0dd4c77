"""Nodes and relationships as columns: what is alike is looked at once for all of it, not thing by thing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, islice, repeat
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
    properties: Mapping[str, Sequence[Any]]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Each thing as its keys and what it has."""
        return zip(*self.keys, self._data(), strict=True)

    def only(self, wanted: Sequence[bool]) -> "Columns":
        """Those of the things that are wanted."""
        if all(wanted):
            return self
        kept = {name: list(compress(column, wanted)) for name, column in self.properties.items()}
        return Columns(tuple(list(compress(column, wanted)) for column in self.keys), kept)

    def _data(self) -> Iterable[dict[str, Any]]:
        whole = {name: column for name, column in self.properties.items() if not column.count(None)}
        rows = zip(*whole.values(), strict=True) if whole else repeat((), len(self.keys[0]))
        data = [dict(zip(whole, values, strict=True)) for values in rows]
        for name in self.properties.keys() - whole.keys():
            for one, value in zip(data, self.properties[name], strict=True):
                if value is not None:
                    one[name] = value
        return data


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
