"""Networks as files, by the ending of the name: one table of writers."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

import networkx

from graph.draw.picture import picture_of_network
from graph.draw.text import dot, mermaid
from graph.errors import UsageError, did_you_mean
from graph.export import rdf, tables
from graph.export.flat import Flat, Row, flat, text, whole_characters
from graph.export.xml import gexf, graphml
from graph.plain_text import json_text
from graph.said import Said
from graph.writing import check_target, write_whole

# What a format needs beside the core; it says so where that is not installed.
LIBRARIES = {".ttl": rdf.library, ".jsonld": rdf.library, ".parquet": tables.library}
IN_TWO = (".csv", ".parquet")
AT_ONCE = 500  # rows
NODES, RELATIONSHIPS = ".nodes", ".relationships"
Network = networkx.MultiDiGraph
# The content of each file, by what its name has in front of the ending.
Content = str | Iterable[str | bytes]
Writer = Callable[["Network[str]", str], Mapping[str, Content]]


def check_ending(path: Path) -> None:
    """Raise UsageError for a name whose ending says no format, NotThereError for a format that needs an extra."""
    if path.suffix.lower() not in WRITERS:
        found = Said("the ending {} names no format", repr(path.suffix))
        todo = did_you_mean(path.suffix.lower(), WRITERS) or Said("-o graph.graphml")
        raise UsageError(str(path), found, Said("one of {}", ", ".join(WRITERS)), todo)
    LIBRARIES.get(path.suffix.lower(), lambda: None)()


def check_output(path: Path, *, force: bool = False) -> None:
    """Raise before anything is asked what `check_ending` and `check_target` raise, for each file that will be there."""
    check_ending(path)
    for target in targets(path):
        check_target(target, force=force)


def targets(path: Path) -> list[Path]:
    """The files that a name stands for: `a.csv` is `a.nodes.csv` and `a.relationships.csv`."""
    parts = (NODES, RELATIONSHIPS) if path.suffix.lower() in IN_TWO else ("",)
    return [path.with_name(f"{path.stem}{part}{path.suffix}") for part in parts]


def write_network(network: "Network[str]", path: Path, language: str = "en") -> None:
    """Write a network; each file appears whole or not at all. Pictures name things in "zh" or "en".

    Raises UsageError for an unknown ending, and what `write_whole` raises.
    """
    check_output(path, force=True)
    contents = WRITERS[path.suffix.lower()](network, language)
    for target, content in zip(targets(path), contents.values(), strict=True):
        write_whole(target, content)


def _node_link(network: "Network[str]", _language: str) -> Mapping[str, str]:
    return {"": json_text(networkx.node_link_data(network, edges="edges"), indent=1)}


def _cytoscape(network: "Network[str]", _language: str) -> Mapping[str, str]:
    data = networkx.cytoscape_data(network)
    for number, edge in enumerate(data["elements"]["edges"]):
        edge["data"]["id"] = f"e{number}"
    return {"": json_text(data, indent=1)}


def _csv(network: "Network[str]", _language: str) -> Mapping[str, Content]:
    rows = flat(network)
    return {NODES: _nodes_csv(rows), RELATIONSHIPS: _relationships_csv(rows)}


def _nodes_csv(tables: Flat) -> Iterator[str]:
    names = ["labels", *sorted(tables.node_types.keys() - {"labels"})]
    return _table(["id", *names], ([whole_characters(node), *_cells(row, names)] for node, row in tables.nodes))


def _relationships_csv(tables: Flat) -> Iterator[str]:
    names = ["type", "key", *sorted(tables.edge_types.keys() - {"type", "key"})]
    rows = (
        [number, whole_characters(start), whole_characters(end), *_cells(row, names)]
        for number, start, end, row in tables.edges
    )
    return _table(["id", "start", "end", *names], rows)


def _cells(row: Row, names: list[str]) -> list[str]:
    return [whole_characters(text(row[name])) if name in row else "" for name in names]


def _table(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """The lines of a table, some hundreds at a time."""
    waiting = chain([head], rows)
    while some := list(islice(waiting, AT_ONCE)):
        content = io.StringIO(newline="")
        csv.writer(content, lineterminator="\r\n").writerows(some)
        yield content.getvalue()


WRITERS: dict[str, Writer] = {
    ".graphml": lambda network, _: {"": graphml(flat(network))},
    ".gexf": lambda network, _: {"": gexf(flat(network))},
    ".json": _node_link,
    ".cyjs": _cytoscape,
    ".csv": _csv,
    ".parquet": lambda network, _: {NODES: tables.nodes(network), RELATIONSHIPS: tables.relationships(network)},
    ".ttl": lambda network, _: {"": rdf.turtle(network)},
    ".jsonld": lambda network, _: {"": rdf.json_ld(network)},
    ".mmd": lambda network, language: {"": mermaid(picture_of_network(network, language))},
    ".dot": lambda network, language: {"": dot(picture_of_network(network, language))},
}
