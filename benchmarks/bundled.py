"""A managed Neo4j in a home of its own, and the five bundled records in it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr

from graph.server import LocalServer, down, up
from graph.settings import Settings
from graph.store.neo4j_store import Neo4jStore
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record


@contextmanager
def server() -> Iterator[LocalServer]:
    """A server of the default version, ended and removed at last."""
    with tempfile.TemporaryDirectory() as name:
        try:
            yield up(home=Path(name))
        finally:
            down(home=Path(name))


@contextmanager
def prepared(running: LocalServer) -> Iterator[Neo4jStore]:
    """Its store with all constraints and indexes."""
    login = Settings(neo4j_password=SecretStr(running.password))
    with Neo4jStore(running.uri, login, write=True) as store:
        store.prepare()
        yield store


def load_all(store: Neo4jStore) -> None:
    """Load the five bundled records."""
    for path in record_paths():
        load(store, read_record(path))
