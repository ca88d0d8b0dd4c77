"""Subgraphs of a store as `networkx.MultiDiGraph`.

Nodes are our ids with `labels` (list of text) and all properties; a document that shares its id with another node
is `document:<id>`. Edge keys are relationship types, `TYPE@document` where several documents state one between the
same ends; edges carry `type` and all properties.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import networkx

from graph.catalog.catalogue import ask, place_ids
from graph.errors import NotThereError, did_you_mean
from graph.statement import node_key
from graph.store.protocol import Store

NODES = "MATCH (node) RETURN node, labels(node)[0] AS label ORDER BY node.id, label"
LINKS = (
    "MATCH (first)-[link]->(second) RETURN link, first.id AS start, labels(first)[0] AS start_label, "
    "second.id AS target, labels(second)[0] AS end_label, type(link) AS type ORDER BY start, type, target, link.document"
)
Network = networkx.MultiDiGraph


def whole(store: Store) -> "Network[str]":
    """All nodes and relationships."""
    nodes = store.read(NODES, {}).rows
    seen: dict[str, int] = {}
    for node, _ in nodes:
        seen[node["id"]] = seen.get(node["id"], 0) + 1

    def name(own_id: str, label: str) -> str:
        return node_key(own_id, label) if seen.get(own_id, 0) > 1 else own_id

    network: Network[str] = networkx.MultiDiGraph()
    for node, label in nodes:
        attributes = {key: value for key, value in node["properties"].items() if key != "id"}
        network.add_node(name(node["id"], label), labels=node["labels"], **attributes)
    links = [
        (name(start, start_label), name(target, end_label), kind, link["properties"])
        for link, start, start_label, target, end_label, kind in store.read(LINKS, {}).rows
    ]
    _add_links(network, links)
    return network


def _add_links(network: "Network[str]", links: Iterable[tuple[str, str, str, Mapping[str, Any]]]) -> None:
    links = list(links)
    count: dict[tuple[str, str, str], int] = {}
    for start, end, kind, _ in links:
        count[start, end, kind] = count.get((start, end, kind), 0) + 1
    for start, end, kind, properties in links:
        several = count[start, end, kind] > 1 and "document" in properties
        key = f"{kind}@{properties['document']}" if several else kind
        network.add_edge(start, end, key=key, type=kind, **properties)


def around_node(store: Store, own_id: str, hops: int = 1) -> "Network[str]":
    """A node and all that is at most `hops` relationships away, in any direction.

    Raises NotThereError where no node has this id.
    """
    network = whole(store)
    if own_id not in network:
        raise NotThereError(
            f"node {own_id!r}",
            "no node has this id",
            "an id",
            did_you_mean(own_id, network.nodes) or "guapai find NAME",
        )
    near = networkx.ego_graph(network.to_undirected(as_view=True), own_id, radius=hops).nodes
    return network.subgraph(near).copy()


def of_place(store: Store, place: str) -> "Network[str]":
    """Every organization of a place, with all that belongs to it and all that it points at or is pointed at by.

    Raises NotThereError where no loaded place has this name.
    """
    places = set(place_ids(store, place))
    network = whole(store)
    own = {node for node, data in network.nodes(data=True) if data.get("place") in places}
    near = {neighbour for node in own for neighbour in (*network.successors(node), *network.predecessors(node))}
    return network.subgraph(own | near).copy()


def of_query(store: Store, name: str, parameters: Mapping[str, Any]) -> "Network[str]":
    """The nodes of an answer and every relationship between them.

    Raises what asking the query raises.
    """
    wanted = {node_key(thing["id"], thing["labels"][0]) for thing in ask(store, name, **parameters).things()}
    network = whole(store)
    return network.subgraph(wanted & set(network)).copy()
