"""Networks as files: GraphML and node-link JSON, by the ending of the name."""

import json
from pathlib import Path
from typing import Any

import networkx

from graph.errors import UsageError
from graph.writing import write_whole

ENDINGS = (".graphml", ".json")


def check_ending(path: Path) -> None:
    """Raise UsageError for a name whose ending says no format."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(
            str(path), f"the ending {path.suffix!r} names no format", " or ".join(ENDINGS), "-o graph.graphml"
        )


def write_network(network: "networkx.MultiDiGraph[str]", path: Path) -> None:
    """Write a network; the file appears whole or not at all.

    GraphML holds lists as JSON text, leaves nulls out, and writes characters that XML forbids as \\uXXXX.
    Raises UsageError for an unknown ending, NotThereError for a folder that is missing.
    """
    check_ending(path)
    write_whole(path, _graphml(network) if path.suffix.lower() == ".graphml" else _json(network))


def _json(network: "networkx.MultiDiGraph[str]") -> str:
    return json.dumps(networkx.node_link_data(network, edges="edges"), ensure_ascii=False, indent=1)


def _graphml(network: "networkx.MultiDiGraph[str]") -> str:
    plain: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        plain.add_node(allowed(node), **_flat(data))
    for start, end, key, data in network.edges(keys=True, data=True):
        plain.add_edge(allowed(start), allowed(end), key=allowed(key), **_flat(data))
    return "\n".join(networkx.generate_graphml(plain)) + "\n"


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    return {key: _scalar(value) for key, value in data.items() if value is not None}


def _scalar(value: Any) -> str | int | float | bool:
    if isinstance(value, list | dict):
        return allowed(json.dumps(value, ensure_ascii=False))
    return allowed(value) if isinstance(value, str) else value


def allowed(text: str) -> str:
    """The text with characters that XML forbids as \\uXXXX."""
    return "".join(character if _in_xml(ord(character)) else f"\\u{ord(character):04x}" for character in text)


def _in_xml(code: int) -> bool:
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
