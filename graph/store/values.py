"""Values of KGLite as plain Python with our own ids."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from graph.store.unheld import unheld_value

# KGLite gives every node these of its own; `type` also names a relationship's type.
KGLITE_OWN = ("title", "type", "label")


@contextmanager
def handed_over() -> Iterator[None]:
    """The values of a result are made inside. Raises UsageError where Python cannot hold one."""
    try:
        yield
    except (ValueError, OverflowError) as error:
        raise unheld_value() from error


def listed(result: Any) -> list[dict[str, Any]]:
    """The rows of a result."""
    with handed_over():
        rows: list[dict[str, Any]] = result.to_list()
    return rows


def plain_value(value: Any) -> Any:
    """A value of a KGLite row in the shapes that the protocol promises."""
    if isinstance(value, dict):
        if value.keys() == {"id", "labels", "properties"}:
            return _node(value)
        if value.keys() == {"nodes", "relationships"}:
            return _path(value)
        if value.keys() == {"id", "start", "end", "type", "properties"}:
            return _relationship(value, {})
        return {key: plain_value(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain_value(item) for item in value]
    return value


def _node(value: dict[str, Any]) -> dict[str, Any]:
    properties = {key: item for key, item in value["properties"].items() if key not in KGLITE_OWN and item is not None}
    return {"id": properties.get("id"), "labels": value["labels"], "properties": properties}


def _relationship(value: dict[str, Any], ids: dict[int, str]) -> dict[str, Any]:
    properties = {key: item for key, item in value["properties"].items() if key != "type" and item is not None}
    start, end = ids.get(value["start"]), ids.get(value["end"])
    return {"type": value["type"], "start": start, "end": end, "properties": properties}


def _path(value: dict[str, Any]) -> dict[str, Any]:
    ids = {node["id"]: node["properties"].get("id") for node in value["nodes"]}
    return {
        "nodes": [_node(node) for node in value["nodes"]],
        "relationships": [_relationship(link, ids) for link in value["relationships"]],
    }
