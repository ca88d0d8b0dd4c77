"""How much of the graph a stored query touches on a Neo4j: db hits for each row that comes back, whatever else the machine does.

python -m benchmarks.database_hits               # the expected answers, on the five bundled records
python -m benchmarks.database_hits 28 285 2850   # lookups, with the records of so many counties
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase

from benchmarks import bundled, filled, lookups
from graph.catalog.catalogue import names
from graph.catalog.parameters import bind
from graph.catalog.things import resolved
from graph.server import LocalServer
from graph.store.neo4j_store import Neo4jStore
from graph.store.open_filters import decided
from tests.asked import asked


def hits(plan: Mapping[str, Any]) -> Iterator[int]:
    """The db hits of each operator."""
    yield int(plan.get("dbHits", 0))
    for child in plan.get("children", []):
        yield from hits(child)


def touched(driver: Driver, text: str, values: Mapping[str, Any]) -> tuple[int, int]:
    """The db hits of a question and its rows."""
    answer = driver.execute_query("PROFILE " + decided(text, values), values)  # type: ignore[arg-type]
    return sum(hits(answer.summary.profile or {})), len(answer.records)


def on_bundled(store: Neo4jStore, driver: Driver) -> None:
    """Profile every stored query as its expected answer asks it."""
    bundled.load_all(store)
    for name in names():
        query, values = asked(store, name)
        total, rows = touched(driver, query.text, values)
        print(f"{name}: {total / max(rows, 1):.0f} db hits a row ({total} for {rows} rows)")


def growth(sizes: list[int], folder: Path | None) -> None:
    """Profile every lookup with the records of few and of many counties; one that counts, for each one counted."""
    found: dict[str, list[float]] = {}
    with filled.kept(folder) as place:
        for size in sizes:
            with filled.servers(place, [size]) as servers, bundled.prepared(servers[size]) as store:
                profiled(store, servers[size], size, found)
    lookups.report("db hits a row, Neo4j", sizes, found)


def profiled(store: Neo4jStore, server: LocalServer, size: int, found: dict[str, list[float]]) -> None:
    """Add what each lookup touches with the records of so many counties."""
    known = lookups.known_of(store)
    with _driver(server) as driver:
        for query in lookups.stored():
            for title, values in lookups.questions(query, known):
                bound = resolved(store, query, bind(query.parameters, values, query.name))[0]
                total, rows = touched(driver, query.text, bound)
                counted = size if title.startswith("functions.list by function") else max(rows, 1)
                found.setdefault(title, []).append(total / counted)


def main() -> None:
    """One of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*")
    parser.add_argument("--folder", type=Path, help="where the servers stay, to be used again")
    asked = parser.parse_args()
    if asked.sizes:
        growth(asked.sizes, asked.folder)
        return
    with bundled.server() as server, bundled.prepared(server) as store, _driver(server) as driver:
        on_bundled(store, driver)


def _driver(server: LocalServer) -> Driver:
    return GraphDatabase.driver(server.uri, auth=(server.username, server.password))


if __name__ == "__main__":
    main()
