"""Loading the five records into a Neo4j, beside an UNWIND of the same rows that knows nothing of documents.

Both begin with an empty database that has all constraints and indexes. The other side reads no record, compares
nothing, and creates blindly what our side made of the records beforehand.
"""

from collections import defaultdict
from typing import Any

import neo4j
from neo4j import GraphDatabase

from benchmarks import bundled
from benchmarks.timing import best, report
from graph.server import LocalServer
from graph.store.neo4j_store import Neo4jStore
from guapai.opening import record_paths
from loaders.load import document_rows
from loaders.reading import read_record

RUNS = 5
GOAL = 5
Statements = dict[str, list[dict[str, Any]]]


def statements() -> Statements:
    """One statement for each set of labels and each type, with its rows: nodes first."""
    files = [document_rows(read_record(path)) for path in record_paths()]
    nodes = {key: row for rows in files for key, row in rows.nodes.items()}
    grouped: Statements = defaultdict(list)
    for node in nodes.values():
        text = f"UNWIND $rows AS row CREATE (node:{':'.join(node.labels)}) SET node = row"
        grouped[text].append(dict(node.properties))
    for link in (row for rows in files for row in rows.relationships.values()):
        text = (
            f"UNWIND $rows AS row MATCH (origin:{link.start_label} {{id: row.origin}}) "
            f"MATCH (target:{link.end_label} {{id: row.target}}) "
            f"CREATE (origin)-[link:{link.type}]->(target) SET link = row.properties"
        )
        grouped[text].append({"origin": link.start, "target": link.end, "properties": dict(link.properties)})
    return grouped


def unwind(server: LocalServer, prepared: Statements) -> None:
    """Log in and send all statements in one transaction, as a script that somebody wrote in a minute would."""

    def work(transaction: neo4j.ManagedTransaction) -> None:
        for text, rows in prepared.items():
            transaction.run(text, {"rows": rows}).consume()  # type: ignore[arg-type]

    with (
        GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver,
        driver.session(database=server.database) as session,
    ):
        session.execute_write(work)


def ours(server: LocalServer) -> None:
    """Log in, look at the indexes, read the records, load each in a transaction of its own."""
    with bundled.prepared(server) as store:
        bundled.load_all(store)


def empty(store: Neo4jStore) -> None:
    """An empty database; its constraints and indexes stay."""
    store.run_write("MATCH (node) DETACH DELETE node", {})


def main() -> None:
    """Measure and print."""
    rows = statements()
    with bundled.server() as server, bundled.prepared(server) as store:
        times = best(lambda: ours(server), lambda: unwind(server, rows), runs=RUNS, before=lambda: empty(store))
    report("loading the five records into Neo4j", *times, GOAL)


if __name__ == "__main__":
    main()
