"""The graph of organizational relationships: what may be in it, where it is kept, what is asked of it.

import graph
import loaders

with graph.open_graph("work.kgl", write=True) as store:
    loaders.load_record(store, "data/records/jinhua.yaml")
    answer = graph.ask(store, "alias.hanging_signs", place="jinhua")
    network = graph.network(store, place="jinhua")
"""

# The name alone tells type checkers; importing typing would cost every start of the program.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import networkx

    from graph.statement import Answer
    from graph.store.protocol import Store


def open_graph(store: str | None = None, *, write: bool = False) -> "Store":
    """Open a store: `embedded`, `local`, a path or a Neo4j URI; None chooses as the command line does.

    Raises NotThereError for an embedded file that does not exist and is only to be read.
    """
    from graph.store.choose import choose, open_store

    return open_store(choose(store), write=write)


def ask(store: "Store", name: str, /, **parameters: "Any") -> "Answer":
    """The answer of a stored query; `answer.records()` gives one mapping per row.

    Raises UsageError for a wrong parameter, NotThereError for an unknown query or place.
    """
    from graph.catalog import catalogue

    return catalogue.ask(store, name, **parameters)


def network(store: "Store", *, place: str | None = None) -> "networkx.MultiDiGraph[str]":
    """Everything, or everything of one place, as a MultiDiGraph whose nodes are our ids."""
    from graph.export import network as networks

    return networks.as_network(networks.whole(store) if place is None else networks.of_place(store, place))
