"""Which Neo4j the tests run on: the one NEO4J_URI names, else managed servers of both versions."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import GraphDatabase
from pydantic import SecretStr

NAMED = {name: os.environ.get(name) for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")}
MANAGED = ("2026.08.1", "5.26.30")


@dataclass(frozen=True)
class Server:
    """Where a Neo4j answers."""

    uri: str
    username: str
    password: SecretStr = field(repr=False)
    database: str | None


def servers() -> dict[str, Callable[[], AbstractContextManager[Server]]]:
    """Every Neo4j to test, by name."""
    if NAMED["NEO4J_URI"]:
        return {"NEO4J_URI": _named}
    return {f"neo4j-{version}": _starter(version) for version in MANAGED}


@contextmanager
def _named() -> Iterator[Server]:
    server = Server(
        NAMED["NEO4J_URI"] or "",
        NAMED["NEO4J_USERNAME"] or "neo4j",
        SecretStr(NAMED["NEO4J_PASSWORD"] or ""),
        NAMED["NEO4J_DATABASE"],
    )
    auth = (server.username, server.password.get_secret_value())
    with GraphDatabase.driver(server.uri, auth=auth) as driver:
        count = driver.execute_query("MATCH (node) RETURN count(node) AS count", database_=server.database).records[0][
            "count"
        ]
    assert count == 0, f"NEO4J_URI names a database that holds {count} nodes: tests need an empty one"
    yield server


def _starter(version: str) -> Callable[[], AbstractContextManager[Server]]:
    @contextmanager
    def started() -> Iterator[Server]:
        from graph import server as local

        home = Path(tempfile.mkdtemp(prefix="guapai-test-"))
        running = local.up(version, home)
        try:
            yield Server(running.uri, running.username, SecretStr(running.password), running.database)
        finally:
            local.down(version, home)
            shutil.rmtree(home, ignore_errors=True)

    return started
