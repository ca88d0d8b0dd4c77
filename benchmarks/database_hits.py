"""How much of the graph a stored query touches on a Neo4j: db hits for each row that comes back, whatever else the machine does.

`python -m benchmarks.database_hits` asks the expected answers, on the five bundled records; `benchmarks.lookups` with `--neo4j`
asks lookups, with the records of few and of many counties.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from neo4j import Driver, GraphDatabase

from benchmarks import bundled
from graph.catalog.catalogue import names
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


def main() -> None:
    """What the expected answers touch: what `make bench` prints."""
    with bundled.server() as server, bundled.prepared(server) as store, logged_in(server) as driver:
        on_bundled(store, driver)


def logged_in(server: LocalServer) -> Driver:
    """A driver that may profile."""
    return GraphDatabase.driver(server.uri, auth=(server.username, server.password))


if __name__ == "__main__":
    main()
