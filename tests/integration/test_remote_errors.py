"""What a server that cannot be used is said to be: the exit code, and a sentence that says what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from pydantic import SecretStr

import graph.server
from graph.catalog.catalogue import ask
from graph.errors import GuapaiError
from graph.server import configuration
from graph.server.places import places
from graph.settings import Settings
from graph.store import neo4j_store, ready
from graph.store.neo4j_store import Neo4jStore
from loaders.load import load, load_path
from loaders.reading import read_record
from tests import strangers
from tests.servers import Server

FIXTURES = Path(__file__).parents[1] / "fixtures"
SECRET = "not-to-be-seen"


def refused(uri: str, password: SecretStr | None = None, database: str | None = None) -> GuapaiError:
    """The error of opening a store, which never shows the password."""
    known = Settings(neo4j_password=password or SecretStr(SECRET), neo4j_database=database)
    with pytest.raises(GuapaiError) as caught:
        Neo4jStore(uri, known, write=False).close()
    assert known.neo4j_password
    assert known.neo4j_password.get_secret_value() not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("uri", "found"),
    [
        ("http://127.0.0.1:7474", "this is no address for drivers"),
        ("https://127.0.0.1:7473", "this is no address for drivers"),
        ("127.0.0.1:7687", "this is no address for drivers"),
        ("bolt://127.0.0.1:7474", "port 7474 is that of the Browser"),
        ("neo4j+s://127.0.0.1:7473", "port 7473 is that of the Browser"),
        ("bolt://127.0.0.1:76877", "the port is no number up to 65535"),
    ],
)
def test_an_address_given_by_mistake_gets_the_right_one(uri: str, found: str) -> None:
    error = refused(uri)
    assert (error.exit_code, error.found) == (2, found)
    assert error.todo.startswith("try bolt://")
    assert error.todo.endswith(":7687")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (strangers.web_server, "the server does not speak Bolt"),
        (strangers.hangs_up, "the server does not speak Bolt"),
        (strangers.mail_server, "the server is too old, or no Neo4j"),
        (strangers.without_common_version, "the server is too old, or no Neo4j"),
        (strangers.speaks_bolt("Neo4j/4.4.9"), "the server is too old, or no Neo4j"),
        (strangers.speaks_bolt("Memgraph/3.0"), "the server is too old, or no Neo4j"),
    ],
)
def test_a_server_that_is_too_old_or_no_neo4j_is_said_to_be_so(
    scheme: str, answer: strangers.Answer, found: str
) -> None:
    with strangers.listening(answer) as port:
        error = refused(f"{scheme}://127.0.0.1:{port}")
    assert (error.exit_code, error.found) == (10, found)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s"])
def test_where_nobody_listens_nobody_answers(scheme: str) -> None:
    error = refused(f"{scheme}://127.0.0.1:9")
    assert (error.exit_code, error.found) == (8, "nobody answers")


@pytest.fixture
def server(engine: "str | Server") -> Server:
    if isinstance(engine, str):
        pytest.skip("about servers: the embedded engine has no address")
    return engine


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"])
def test_tls_where_there_is_none_says_so(server: Server, scheme: str) -> None:
    error = refused(f"{scheme}://{server.uri.split('://')[1]}")
    assert (error.exit_code, "the server speaks no TLS here" in error.found) == (8, True)
    assert "without TLS" in error.todo


def test_a_missing_database_and_a_wrong_password_are_told_apart(server: Server) -> None:
    missing = refused(server.uri, server.password, "nowhere")
    assert (missing.exit_code, missing.found) == (3, "there is no such database")
    wrong = refused(server.uri, None, "nowhere")
    assert (wrong.exit_code, wrong.found) == (4, "the login was refused")


def test_a_server_below_the_oldest_supported_version_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_store, "OLDEST", (9999, 1))
    error = refused(server.uri, server.password)
    assert (error.exit_code, error.found.startswith("the server is Neo4j/")) == (10, True)


@pytest.fixture(params=["2026.08.1", "5.26.30"])
def version(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield str(request.param)
    graph.server.down(home=tmp_path)


def system_answers(uri: str, username: str, password: str, database: str) -> bool:
    """Does the server answer, whatever its databases do?"""
    try:
        with GraphDatabase.driver(uri, auth=(username, password)) as driver:
            return bool(driver.execute_query("SHOW DATABASES", database_="system").records)
    except (DriverError, Neo4jError):
        return False


@pytest.mark.long
@pytest.mark.neo4j
def test_a_database_that_is_read_only_is_read_and_one_that_is_down_says_so(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = graph.server.up(version, tmp_path)
    login = Settings(neo4j_password=SecretStr(first.password))
    with Neo4jStore(first.uri, login, write=True) as store:
        store.prepare()
        load_path(store, FIXTURES / "grain.yaml")  # with its hash, by which it is known again without a write
    graph.server.down(version, tmp_path)

    own = configuration.settings
    read_only = {"server.databases.default_to_read_only": "true"}
    monkeypatch.setattr(configuration, "settings", lambda *words: own(*words) | read_only)
    second = graph.server.up(version, tmp_path)
    with Neo4jStore(second.uri, login, write=True) as store:
        assert ask(store, "hierarchy.divisions").rows
        assert load_path(store, FIXTURES / "grain.yaml").outcome == "unchanged"
        with pytest.raises(GuapaiError) as caught:
            load(store, read_record(FIXTURES / "forest.yaml"))
    assert (caught.value.exit_code, caught.value.found) == (5, "the database is read-only")
    graph.server.down(version, tmp_path)

    monkeypatch.setattr(configuration, "settings", own)
    monkeypatch.setattr(ready, "answers", system_answers)  # what `up` waits for: the other database stays down
    (places(version, tmp_path).data / "databases" / "neo4j" / "neostore").write_bytes(b"damaged" * 1000)
    third = graph.server.up(version, tmp_path)
    error = refused(third.uri, SecretStr(third.password), "neo4j")
    assert (error.exit_code, error.found) == (8, "the database is stopped or not up yet")
