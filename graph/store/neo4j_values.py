"""Values of the Neo4j driver as plain Python with our own ids."""

from collections.abc import Iterator
from typing import Any

from neo4j import Record
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.schema import NODE_BY_LABEL
from graph.store.neo4j_unheld import readable

BROKEN = (
    "BrokenHydrationObject"  # what the driver puts in the place of a value that it cannot make; it exports no class
)


def plain_value(value: Any) -> Any:
    """A value of a record in the shapes that the protocol promises; times become text, as do values that the driver cannot make."""
    if isinstance(value, Node):
        properties = {key: plain_value(item) for key, item in value.items()}
        return {"id": value.get("id"), "labels": ordered(value.labels), "properties": properties}
    if isinstance(value, Relationship):
        ends = [end.get("id") if end is not None else None for end in (value.start_node, value.end_node)]
        return {"type": value.type, "start": ends[0], "end": ends[1], "properties": plain_value(dict(value.items()))}
    if isinstance(value, Path):
        return {
            "nodes": [plain_value(node) for node in value.nodes],
            "relationships": [plain_value(link) for link in value.relationships],
        }
    if isinstance(value, list):
        return [plain_value(item) for item in value]
    if isinstance(value, dict):
        return {key: plain_value(item) for key, item in value.items()}
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if type(value).__name__ == BROKEN:
        return readable(value.raw_data, plain_value)
    return value


def plain_values(record: Record) -> Iterator[Any]:
    """The values of a record; the record itself raises for one that the driver could not make."""
    return map(plain_value, tuple.__iter__(record))


def ordered(labels: Any) -> list[str]:
    """The label of the kind first, then the common one, then those of others."""
    return sorted(labels, key=lambda label: (label not in NODE_BY_LABEL, label == "Organization", label))
