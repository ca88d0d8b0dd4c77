"""The networks that we make: those of NetworkX, which a notebook shows in numbers."""

from collections import Counter
from typing import TYPE_CHECKING

import networkx

if TYPE_CHECKING:
    Directed = networkx.MultiDiGraph[str]
else:  # not generic at run time
    Directed = networkx.MultiDiGraph


class ShownNetwork(Directed):
    """A `networkx.MultiDiGraph` that a notebook shows as the numbers of its labels and types."""

    def _repr_html_(self) -> str:
        from graph.html import rows_as_table

        labels = Counter(data["labels"][0] for _, data in self.nodes(data=True))
        types = Counter(data["type"] for _, _, data in self.edges(data=True))
        rows = [["node", name, count] for name, count in labels.most_common()]
        rows += [["relationship", name, count] for name, count in types.most_common()]
        return rows_as_table(["", f"{len(self):,} nodes, {self.number_of_edges():,} relationships", "count"], rows)
