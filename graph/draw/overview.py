"""What a chart shows where nobody names a unit: all that is loaded, or its bodies alone where that is too much for a page."""

from collections.abc import Mapping
from typing import Any

import networkx

from graph.export.network import as_network, whole
from graph.store.protocol import Store

MOST = 5_000  # organizations on one page
COUNT = "MATCH (one:Organization) RETURN count(one) AS count"
BODIES = """
MATCH (body:Bureau)-[link:ORGAN_OF]->(government:Government)
WHERE body.document IS NOT NULL
RETURN body, link, government ORDER BY government.id, body.id
"""
Network = networkx.MultiDiGraph


def overview(store: Store) -> "Network[str]":
    """The network of an overview. Raises NotThereError where nothing is loaded."""
    if store.read(COUNT, {}).rows[0][0] <= MOST:
        return as_network(whole(store))
    network: Network[str] = networkx.MultiDiGraph()
    for body, link, government in store.read(BODIES, {}).rows:
        for node in (body, government):
            _add(network, node)
        network.add_edge(body["id"], government["id"], key="ORGAN_OF", type="ORGAN_OF", **link["properties"])
    return network


def _add(network: "Network[str]", node: Mapping[str, Any]) -> None:
    properties = {key: value for key, value in node["properties"].items() if key != "id"}
    network.add_node(node["id"], labels=node["labels"], **properties)
