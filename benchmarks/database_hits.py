"""How much of the graph a stored query touches: db hits for each row that comes back, on the five bundled records."""

from collections.abc import Iterator, Mapping
from typing import Any

from neo4j import GraphDatabase

from benchmarks import bundled
from graph.catalog.catalogue import names
from graph.store.open_filters import decided
from tests.asked import asked


def hits(plan: Mapping[str, Any]) -> Iterator[int]:
    """The db hits of each operator."""
    yield int(plan.get("dbHits", 0))
    for child in plan.get("children", []):
        yield from hits(child)


def main() -> None:
    """Profile every stored query as its expected answer asks it."""
    with bundled.server() as server, bundled.prepared(server) as store:
        bundled.load_all(store)
        with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
            for name in names():
                query, values = asked(store, name)
                answer = driver.execute_query(
                    "PROFILE " + decided(query.text, values), values, database_=server.database
                )  # type: ignore[arg-type]
                total, rows = sum(hits(answer.summary.profile or {})), len(answer.records)
                print(f"{name}: {total / max(rows, 1):.0f} db hits a row ({total} for {rows} rows)")


if __name__ == "__main__":
    main()
