"""How loading grows with the country on a managed Neo4j, and what it costs beside the bare driver.

    python -m benchmarks.country_server --counties 28 285

Seconds are of the CPU, those of the server included, where the system says what a process used (Linux); else of a clock.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

import neo4j
import yaml
from neo4j import GraphDatabase

from benchmarks import bundled, filled
from benchmarks.counties import write
from benchmarks.figures import GUAPAI, Figure, empty, peak, with_server
from graph.server import LocalServer
from graph.store.neo4j_store import Neo4jStore
from loaders.batches import Prepared, bring_several
from loaders.load import forget, load_path
from loaders.many import Loading, prepared, record_files
from loaders.refusals import Allowed

LAST, WARM, BATCH, ROWS, ROUNDS = 20, 5, 50, 5_000, 3
SOME = 100  # documents that are loaded beside the bare driver, and by several writers


def figures(server: LocalServer, store: Neo4jStore, folder: Path, few: int, many: int) -> Iterator[Figure]:
    """Every figure of a server; its database is empty before."""
    write(folder / "many", many)
    paths = record_files([folder / "many" / "records"])
    yield from beside_the_driver(server, store, [prepared(path) for path in paths[:SOME]])
    yield from growth(folder / "filled", few, many)
    yield from memory(server, store, folder / "loaded", few, many)


def beside_the_driver(server: LocalServer, store: Neo4jStore, ready: list[Prepared]) -> Iterator[Figure]:
    """Rows that are ready, written by us in transactions of many documents, and by a driver that knows nothing of them."""
    statements = list(columns(ready))
    ours, bare = [], []
    for _ in range(ROUNDS + 1):
        empty(store)
        ours.append(with_server(server.pid, lambda: written(store, ready)))
        empty(store)
        bare.append(with_server(server.pid, lambda: sent(server, statements)))
    empty(store)
    spent, other = min(ours[1:]), min(bare[1:])
    count = sum(len(rows) for _, rows in statements)
    yield Figure(
        f"rows a second of {len(ready)} documents that are ready, against the bare driver",
        other / spent,
        ".8, or more",
        f"{count / spent:.0f} against {count / other:.0f} rows a second",
    )


def written(store: Neo4jStore, ready: Sequence[Prepared]) -> None:
    """Bring documents to the server, many in a transaction."""
    for first in range(0, len(ready), BATCH):
        list(bring_several(store, ready[first : first + BATCH], Allowed()))


def columns(ready: list[Prepared]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """What somebody would send who has all rows at hand: a statement for each kind, nodes first, in batches."""
    nodes = {key: row for one in ready for key, row in one.rows.nodes.items()}
    links = {key: row for one in ready for key, row in one.rows.relationships.items()}
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes.values():
        grouped[f"UNWIND $rows AS row CREATE (n:{':'.join(node.labels)}) SET n = row"].append(dict(node.properties))
    for link in links.values():
        start, end = (nodes[key].labels[0] for key in link.ends)
        grouped[
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.a}}) MATCH (b:{end} {{id: row.b}}) "
            f"CREATE (a)-[l:{link.type}]->(b) SET l = row.p"
        ].append({"a": link.start, "b": link.end, "p": dict(link.properties)})
    for text, rows in grouped.items():
        for first in range(0, len(rows), ROWS):
            yield text, rows[first : first + ROWS]


def sent(server: LocalServer, statements: list[tuple[str, list[dict[str, Any]]]]) -> None:
    """Log in and send all of it."""

    def work(transaction: neo4j.ManagedTransaction, text: str, rows: list[dict[str, Any]]) -> None:
        transaction.run(text, {"rows": rows}).consume()  # type: ignore[arg-type]

    with (
        GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver,
        driver.session(database=server.database) as session,
    ):
        for text, rows in statements:
            session.execute_write(work, text, rows)


def growth(folder: Path, few: int, many: int) -> Iterator[Figure]:
    """A document among few and among many counties, in turn: it is taken out and loaded again. Both servers are filled in bulk."""
    with filled.servers(folder, [few, many]) as servers, ExitStack() as stack:
        stores = {size: stack.enter_context(bundled.prepared(server)) for size, server in servers.items()}
        paths = filled.records(folder, many)
        known = {path.name for path in filled.records(folder, few)}
        last = [path for path in paths if path.name in known][-LAST:]
        times: dict[int, list[float]] = {few: [], many: []}
        for path in (*last[:WARM], *last):
            for size, store in stores.items():
                times[size].append(loaded_again(servers[size], store, path))
        first, then = (median(times[size][WARM:]) for size in (few, many))
        yield Figure(f"a document among {many} counties against {few}", then / first, "1.2", _seconds(then, first))
        yield changed(servers[many], stores[many], last[0], many)
        again = Loading(stores[many], paths, Allowed())
        spent = with_server(servers[many].pid, lambda: [again.load([number]) for number in range(len(paths))])
        title = f"loading {many} counties again, unchanged, against the first time"
        yield Figure(title, spent / (then * len(paths)), ".02", f"{spent:.1f} against {then * len(paths):.0f} s")


def loaded_again(server: LocalServer, store: Neo4jStore, path: Path) -> float:
    """What loading a document costs that was taken out."""
    forget(store, path.stem)
    return with_server(server.pid, lambda: load_path(store, path))


def changed(server: LocalServer, store: Neo4jStore, path: Path, many: int) -> Figure:
    """A record that loses a duty and gets it back, against loading it new."""
    record = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    record["bodies"][0]["units"][0]["duties"].pop()
    other = path.parent.parent / path.name
    other.write_text(yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
    times = [with_server(server.pid, lambda one=one: load_path(store, one)) for one in (other, path) * ROUNDS]  # type: ignore[misc]
    alone = median(loaded_again(server, store, path) for _ in range(ROUNDS))
    return Figure(
        f"one changed county among {many} against loading it new",
        median(times) / alone,
        "1.5",
        _seconds(median(times), alone),
    )


def memory(server: LocalServer, store: Neo4jStore, folder: Path, few: int, many: int) -> Iterator[Figure]:
    """The most that the command needs for few and for many counties; the server's own memory is not counted."""
    known = {
        "NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password, "NEO4J_DATABASE": server.database,
    }  # fmt: skip
    used = []
    for size in (few, many):
        write(folder / f"{size}", size)
        empty(store)
        used.append(peak(GUAPAI, "load", str(folder / f"{size}" / "records"), "--batch", str(BATCH), **known))
    title = f"memory of loading {many} counties against {few}"
    yield Figure(title, used[1] / used[0], "1.2", f"{used[1]:.0f} against {used[0]:.0f} MB")


def _seconds(ours: float, other: float) -> str:
    return f"{ours * 1000:.0f} against {other * 1000:.0f} ms"


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, nargs=2, default=[28, 285])
    parser.add_argument("--growth", type=Path, help="a folder where filled servers stay: growth alone is measured")
    parser.add_argument("--memory", action="store_true", help="the memory of loading alone is measured")
    asked = parser.parse_args()
    if asked.growth:
        for one in growth(asked.growth, *asked.counties):
            print(f"{one.what}: {one.told} ({one.measured}; goal {one.goal})", flush=True)
        return
    with tempfile.TemporaryDirectory() as name, bundled.server() as server, bundled.prepared(server) as store:
        measured = memory if asked.memory else figures
        for one in measured(server, store, Path(name), *asked.counties):
            print(f"{one.what}: {one.told} ({one.measured}; goal {one.goal})", flush=True)


if __name__ == "__main__":
    main()
