"""What only a server does: logins, foreign databases, indexes, counters."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from graph.errors import LoginError, NotThereError, RefusedError, UnreachableError, UsageError
from graph.settings import Settings
from graph.store.neo4j_store import Neo4jStore
from loaders.load import load
from loaders.reading import read_record
from tests.servers import Server

FIXTURES = Path(__file__).parents[1] / "fixtures"
SECRET = "not-the-password"


@pytest.fixture
def server(engine: "str | Server") -> Server:
    if isinstance(engine, str):
        pytest.skip("about servers: the embedded engine has no login")
    return engine


def settings(server: Server, **other: object) -> Settings:
    known = {"neo4j_username": server.username, "neo4j_password": server.password, "neo4j_database": server.database}
    return Settings.model_validate({**known, **other})


def test_a_wrong_password_is_refused_and_never_shown(server: Server) -> None:
    with pytest.raises(LoginError) as caught:
        Neo4jStore(server.uri, settings(server, neo4j_password=SecretStr(SECRET)), write=False)
    assert SECRET not in str(caught.value)


def test_a_database_that_is_not_there_says_so(server: Server) -> None:
    with pytest.raises((NotThereError, UnreachableError)):
        Neo4jStore(server.uri, settings(server, neo4j_database="nowhere"), write=False)


def test_a_database_with_foreign_nodes_under_our_labels_is_refused_and_stays(server: Server) -> None:
    with Neo4jStore(server.uri, settings(server), write=True) as store:
        store.run_write("CREATE (node:Place {name: 'theirs'}), (other:Theirs {name: 'other'})", {})
        try:
            with pytest.raises(RefusedError, match="1 nodes with the label Place are not ours"):
                store.prepare()
        finally:
            store.run_write("MATCH (node:Place) WHERE node.documents IS NULL DELETE node", {})
        store.prepare()
        assert store.read("MATCH (other:Theirs) RETURN other.name AS name", {}).rows == [["other"]]
        store.run_write("MATCH (other:Theirs) DELETE other", {})


def test_indexes_are_made_once_and_found_under_another_name(server: Server) -> None:
    with Neo4jStore(server.uri, settings(server), write=True) as store:
        store.prepare()
        before = store._rows("SHOW INDEXES", {})
        store.prepare()
        assert len(store._rows("SHOW INDEXES", {})) == len(before)
        kinds = {(row["type"], tuple(row["labelsOrTypes"] or ()), tuple(row["properties"] or ())) for row in before}
        assert ("RANGE", ("Division",), ("id",)) in kinds
        assert ("TEXT", ("Organization",), ("name",)) in kinds
        assert ("FULLTEXT", ("Organization", "Alias"), ("name", "name_zh", "name_en")) in kinds
        assert {row["state"] for row in before} == {"ONLINE"}


def test_loading_again_leaves_every_counter_at_zero(server: Server) -> None:
    from loaders.load import forget

    with Neo4jStore(server.uri, settings(server), write=True) as store:
        store.prepare()
        first = load(store, read_record(FIXTURES / "grain.yaml")).counters
        again = load(store, read_record(FIXTURES / "grain.yaml")).counters
        forget(store, "grain")
    assert first.nodes_created > 10
    assert not again


@pytest.mark.parametrize(
    ("uri", "error", "message"),
    [
        ("bolt://127.0.0.1:9", UnreachableError, "nobody answers"),
        ("http://127.0.0.1:7474", UsageError, "try bolt://127.0.0.1:7687"),
        ("bolt://127.0.0.1:7474", UsageError, "try bolt://127.0.0.1:7687"),
        ("bolt://neo4j:secret@127.0.0.1:9", UsageError, "it holds a login"),
    ],
)
def test_a_wrong_address_says_what_to_write(uri: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=r".") as caught:
        Neo4jStore(uri, Settings(), write=False)
    assert message in str(caught.value)
    assert "secret" not in str(caught.value)
