"""The networks that we make: those of NetworkX, which a notebook shows in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import networkx

if TYPE_CHECKING:
    Directed = networkx.MultiDiGraph[str]
else:  # not generic at run time
    Directed = networkx.MultiDiGraph


class ShownNetwork(Directed):
    """A `networkx.MultiDiGraph` that a notebook shows as the numbers of its labels and types."""

    def add_units(self, units: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """What `add_nodes_from` does for nodes that are new; the network keeps the data themselves, not a copy of it."""
        known: Any = self
        for own_id, data in units:
            known._node[own_id] = data
            known._succ[own_id] = {}
            known._pred[own_id] = {}

    def add_links(self, links: Iterable[tuple[str, str, str, dict[str, Any]]], names: Mapping[str, str]) -> None:
        """What `add_edges_from` does, for ends that are there and keys that are new: in less than half of the time.

        The networks keep the data themselves, not a copy of it. `names` holds each id as the nodes have it.
        """
        known: Any = self
        after, before = known._succ, known._pred
        for start, end, key, data in links:
            beside = after[start].get(end)
            if beside is None:
                start, end = names[start], names[end]  # one text in memory for each id
                after[start][end] = before[end][start] = {key: data}
            else:
                beside[key] = data

    def _repr_html_(self) -> str:
        from graph.html import rows_as_table

        labels = Counter(data["labels"][0] for _, data in self.nodes(data=True))
        types = Counter(data["type"] for _, _, data in self.edges(data=True))
        rows = [["node", name, count] for name, count in labels.most_common()]
        rows += [["relationship", name, count] for name, count in types.most_common()]
        return rows_as_table(["", f"{len(self):,} nodes, {self.number_of_edges():,} relationships", "count"], rows)
