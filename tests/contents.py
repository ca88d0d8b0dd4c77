"""All that a graph holds, to be compared: every label, type and property but the moment of loading."""

from typing import Any

from graph.store.indexes import GUAPAI
from graph.store.protocol import Store

NODES = "MATCH (node) RETURN node"
LINKS = "MATCH (first)-[link]->(second) RETURN first.id AS start, labels(first) AS kind, second.id AS target, type(link) AS type, link"


def content(store: Store) -> tuple[list[Any], list[Any]]:
    """Nodes as (id, labels, properties) and relationships as (start, type, target, properties), sorted."""
    nodes = [row["node"] for row in store.rows(NODES, {})]
    held = [
        (str(node["id"]), sorted(node["labels"]), _plain(node["properties"]))
        for node in nodes
        if GUAPAI not in node["labels"]
    ]
    links = [
        (str(row["start"]), row["type"], str(row["target"]), _plain(row["link"]["properties"]))
        for row in store.rows(LINKS, {})
    ]
    return sorted(held, key=str), sorted(links, key=str)


def _plain(properties: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted((name, value) for name, value in properties.items() if name != "loaded_at")
