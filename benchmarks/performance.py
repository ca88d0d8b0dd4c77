"""docs/performance.md: how guapai grows and what it costs beside its peers, measured and written by one command.

    python -m benchmarks.performance -o docs/performance.md
    python -m benchmarks.performance --counties 28 285 2850 -o docs/performance.md

Every figure is a ratio of two things of one run, in seconds of CPU: other work on the machine disturbs it little.
"""

import argparse
import json
import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import networkx

from benchmarks.counties import write
from graph.export.files import write_network
from graph.export.network import as_network, of_place, whole
from graph.store.embedded import EmbeddedStore
from loaders.bulk import Bulk
from loaders.many import Loading, record_files
from loaders.refusals import Allowed

COMMAND = "python -m benchmarks.performance"
LAST = 20  # documents at the end of a load, whose time is compared with those at its beginning


@dataclass(frozen=True)
class Figure:
    """One ratio beside its goal."""

    what: str
    ratio: float
    goal: str
    measured: str


def seconds(work: Callable[[], object]) -> float:
    """What a work costs of the CPU."""
    start = time.process_time()
    work()
    return time.process_time() - start


def loaded(folder: Path, counties: int, batch: int = 1) -> tuple[Path, float, float]:
    """A graph of so many counties: its file, the seconds of a document at the end, and of all of them."""
    write(folder / str(counties), counties)
    paths = record_files([folder / str(counties) / "records"])
    target = folder / f"{counties}-{batch}.kgl"
    with EmbeddedStore(target, write=True) as store:
        store.prepare()
        loading = Loading(store, paths, Allowed())
        batches = [list(range(len(paths)))[first : first + batch] for first in range(0, len(paths), batch)]
        times = [seconds(lambda numbers=numbers: loading.load(numbers)) for numbers in batches]  # type: ignore[misc]
    last = times[-max(1, LAST // batch) :]
    return target, sum(last) / len(last) / batch, sum(times)


def growth(folder: Path, sizes: Sequence[int]) -> Iterator[Figure]:
    """How time for one document, loading again and the network of a place grow from the fewest counties to the most."""
    few, many = sizes[0], sizes[-1]
    small, first, _ = loaded(folder, few)
    large, last, total = loaded(folder, many)
    yield Figure(
        f"a document at the end of {many} counties against {few}",
        last / first,
        "1.2",
        f"{last * 1000:.0f} against {first * 1000:.0f} ms",
    )
    with EmbeddedStore(large, write=True) as store:
        paths = record_files([folder / str(many) / "records"])
        loading = Loading(store, paths, Allowed())
        again = seconds(lambda: [loading.load([number]) for number in range(len(paths))])
    yield Figure(
        f"loading {many} counties again, unchanged, against the first time",
        again / total,
        ".02",
        f"{again:.2f} against {total:.2f} s",
    )
    _, _, together = loaded(folder, many, 50)
    yield Figure(
        f"loading {many} counties with --batch 50 against one by one",
        together / total,
        "",
        f"{together:.2f} against {total:.2f} s",
    )
    times = []
    for path in (small, large):
        with EmbeddedStore(path, write=False) as store:
            place = str(
                store.rows("MATCH (place:Place {level: 'county'}) RETURN place.id AS id ORDER BY id LIMIT 1", {})[0][
                    "id"
                ]
            )
            times.append(min(seconds(lambda store=store, place=place: of_place(store, place)) for _ in range(5)))  # type: ignore[misc]
    yield Figure(
        f"the network of one place in {many} counties against {few}",
        times[1] / times[0],
        "1.5",
        f"{times[1] * 1000:.0f} against {times[0] * 1000:.0f} ms",
    )
    yield from exports(folder, large)
    yield bulk(folder, many, total)


def bulk(folder: Path, counties: int, total: float) -> Figure:
    """The files of an import beside a load of the same records."""
    (files := folder / "files").mkdir()

    def work() -> None:
        made = Bulk(files)
        for path in record_files([folder / str(counties) / "records"]):
            made.add(path)
        made.finish()

    spent = seconds(work)
    return Figure(
        f"the files of load --bulk for {counties} counties against loading them",
        spent / total,
        "",
        f"{spent:.2f} against {total:.2f} s",
    )


def exports(folder: Path, path: Path) -> Iterator[Figure]:
    """Writing everything, beside NetworkX's writer of GraphML, which takes no lists."""
    with EmbeddedStore(path, write=False) as store:
        network = as_network(whole(store))
    plain = networkx.MultiDiGraph()
    plain.add_nodes_from((node, _scalars(data)) for node, data in network.nodes(data=True))
    plain.add_edges_from(
        (start, end, key, _scalars(data)) for start, end, key, data in network.edges(keys=True, data=True)
    )
    other = seconds(lambda: networkx.write_graphml_lxml(plain, folder / "other.graphml"))
    for ending in (".graphml", ".csv", ".parquet"):
        spent = seconds(lambda ending=ending: write_network(network, folder / f"ours{ending}"))  # type: ignore[misc]
        yield Figure(
            f"export to {ending} against nx.write_graphml_lxml",
            spent / other,
            ".07" if ending != ".parquet" else "",
            f"{spent:.2f} against {other:.2f} s",
        )


def _scalars(data: dict[str, Any]) -> dict[str, Any]:
    return {name: json.dumps(one) if isinstance(one, list) else one for name, one in data.items()}


def page(figures: Sequence[Figure], sizes: Sequence[int]) -> str:
    """The figures as a page; below them the command that makes them."""
    told = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    command = f"{COMMAND} --counties {' '.join(map(str, sizes))} -o docs/performance.md"
    lines = [
        "# Performance",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} ({told}), in the embedded store, on documents made by `benchmarks/counties.py`:",
        "one bureau a county. Each figure is a ratio of two things in one run, in seconds of CPU; smaller is better.",
        "",
        "| what | ratio | goal | measured |",
        "|---|---|---|---|",
        *(f"| {one.what} | {one.ratio:.2f} | {one.goal} | {one.measured} |" for one in figures),
        "",
        "This page is written by:",
        "",
        "```",
        command,
        "```",
        "",
        "Other ratios: `make bench`; loading into Neo4j beside the bare driver: `python -m benchmarks.server_loading`;",
        "lookups as the graph grows: `python -m benchmarks.lookups`.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, nargs="+", default=[28, 285])
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        text = page(list(growth(Path(name), asked.counties)), asked.counties)
    if asked.output:
        asked.output.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
