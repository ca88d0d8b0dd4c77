"""What only a server does: logins, foreign databases, indexes, counters."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest
from pydantic import SecretStr

from graph.errors import GuapaiError, LoginError, NotThereError, RefusedError, UnreachableError, UsageError
from graph.settings import Settings
from graph.store.embedded import EmbeddedStore
from graph.store.neo4j_store import Neo4jStore
from graph.store.statements import own_labels
from loaders.load import load
from loaders.reading import read_record
from tests.conftest import wipe
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
            store.run_write("MATCH (node:Place) WHERE node.id IS NULL DELETE node", {})
        store.prepare()
        assert store.read("MATCH (other:Theirs) RETURN other.name AS name", {}).rows == [["other"]]
        store.run_write("MATCH (other:Theirs) DELETE other", {})


def test_indexes_are_made_once(server: Server) -> None:
    with Neo4jStore(server.uri, settings(server), write=True) as store:
        store.prepare()
        before = store._rows("SHOW INDEXES YIELD *", {})
        store.prepare()
        assert len(store._rows("SHOW INDEXES", {})) == len(before)
    kinds = {(row["type"], *(row["labelsOrTypes"] or ()), *(row["properties"] or ())) for row in before}
    names = ("name", "name_zh", "name_en")
    assert kinds >= {("RANGE", label, "id") for label in ("Organization", *own_labels())}
    assert kinds >= {("RANGE", "Organization", key) for key in ("place", "document", "name")}
    assert kinds >= {("TEXT", label, name) for label in ("Organization", "Alias") for name in names}
    assert ("FULLTEXT", "Organization", "Alias", *names) in kinds
    assert {
        row["name"]: row["options"]["indexConfig"]["fulltext.analyzer"] for row in before if row["type"] == "FULLTEXT"
    } == {"names": "cjk"}
    assert {row["state"] for row in before} == {"ONLINE"}


FULL_TEXT = (
    "CREATE FULLTEXT INDEX {name} FOR (node:{labels}) ON EACH [node.name, node.name_zh, node.name_en] "
    "OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{analyzer}'}}}}"
)


@pytest.fixture
def without_full_text(server: Server) -> Iterator[Neo4jStore]:
    """A prepared database without the full-text index; whatever a test puts there in its place is taken away again."""
    with Neo4jStore(server.uri, settings(server), write=True) as store:
        store.prepare()
        store.run_write("DROP INDEX names", {})
        yield store
        for name in ("names", "theirs"):
            store.run_write(f"DROP INDEX {name} IF EXISTS", {})
        store.prepare()


def test_an_equal_index_under_another_name_is_enough(without_full_text: Neo4jStore) -> None:
    store = without_full_text
    store.run_write(FULL_TEXT.format(name="theirs", labels="Alias|Organization", analyzer="cjk"), {})
    store.prepare()
    assert [row["name"] for row in store._rows("SHOW FULLTEXT INDEXES", {})] == ["theirs"]


@pytest.mark.parametrize(
    ("name", "labels", "analyzer"), [("theirs", "Organization|Alias", "english"), ("names", "Theirs", "cjk")]
)
def test_an_index_in_the_place_of_ours_is_said(
    without_full_text: Neo4jStore, name: str, labels: str, analyzer: str
) -> None:
    without_full_text.run_write(FULL_TEXT.format(name=name, labels=labels, analyzer=analyzer), {})
    with pytest.raises(RefusedError, match="another index is in the place of one of ours") as caught:
        without_full_text.prepare()
    assert "CREATE FULLTEXT INDEX names" in str(caught.value)


def test_loading_again_writes_nothing_as_the_server_counts(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    results: list[neo4j.Result] = []
    for kind in (neo4j.Session, neo4j.Transaction):

        def run(self: Any, *words: Any, _run: Any = kind.run, **named: Any) -> neo4j.Result:
            results.append(_run(self, *words, **named))
            return results[-1]

        monkeypatch.setattr(kind, "run", run)

    def counters() -> list[dict[str, int]]:
        # What `Result.consume().counters` is made of; that itself is refused once the transaction has ended.
        counted = [result._metadata.get("stats", {}) for result in results]
        results.clear()
        return counted

    with Neo4jStore(server.uri, settings(server), write=True) as store:
        wipe(store)
        store.prepare()  # makes the node of the lock, which is no part of a document
        counters()
        first = load(store, read_record(FIXTURES / "grain.yaml")).counters
        assert sum(one.get("nodes-created", 0) for one in counters()) == first.nodes_created > 10
        store.prepare()
        again = load(store, read_record(FIXTURES / "grain.yaml"))
        asked = counters()
        assert (again.outcome, bool(again.counters)) == ("unchanged", False)
        assert asked
        assert [one for one in asked if one] == []
        wipe(store)


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


def test_a_misspelt_name_gets_the_remark_of_the_embedded_engine(server: Server, tmp_path: Path) -> None:
    text = "MATCH (unit:Divison)-[:PART_OFF]->() RETURN unit"
    with Neo4jStore(server.uri, settings(server), write=True) as store:
        store.prepare()
        wipe(store)
        load(store, read_record(FIXTURES / "grain.yaml"))
        told = store.read(text, {}).notes
        assert store.read("MATCH (unit:Division) RETURN unit.rank", {}).notes == []
        wipe(store)
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as embedded:
        load(embedded, read_record(FIXTURES / "grain.yaml"))
        assert set(told) == set(embedded.read(text, {}).notes)


def test_the_database_of_the_server_itself_is_refused_in_our_own_words(server: Server) -> None:
    with pytest.raises(UsageError, match="system holds no graph"):
        Neo4jStore(server.uri, settings(server, neo4j_database="System"), write=False)


REFUSED_STATEMENTS = {
    "USE graph.byElementId('0') RETURN 1": UsageError,
    "USE graph.byElementId(1) RETURN 1": UsageError,
    "USE graph.byElementId(null) RETURN 1": UsageError,
    "CALL { USE graph.byElementId('0') RETURN 1 AS x } RETURN x": UsageError,
    "USE graph.byName('composite.other') RETURN 1": UsageError,
    "USE composite.other RETURN 1": NotThereError,
    "SHOW USERS": RefusedError,
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'": RefusedError,
    "ALTER USER neo4j SET PASSWORD 'another-password'": RefusedError,
    "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y": RefusedError,
}


def test_what_a_server_stumbles_over_is_refused_with_what_to_do_next(server: Server) -> None:
    with Neo4jStore(server.uri, settings(server), write=True) as store:
        store.prepare()
        found = {text: _refusal(lambda text=text: store.read(text, {})) for text in REFUSED_STATEMENTS}
        assert found == REFUSED_STATEMENTS
        store.run_write("CREATE (:Place {id: 'once', name: 'once'})", {})
        assert [
            _refusal(lambda: store.run_write("CREATE (:Place {id: 'once', name: 'once'})", {})),
            _refusal(lambda: store.run_write("USE graph.byElementId('0') CREATE (:Other)", {})),
        ] == [RefusedError, UsageError]
        wipe(store)


def _refusal(work: Callable[[], object]) -> type[GuapaiError] | None:
    """The kind of the error of ours, all four parts of which are said."""
    try:
        work()
    except GuapaiError as error:
        return type(error) if error.found and error.expected and error.todo else None
    return None
