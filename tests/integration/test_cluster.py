"""neo4j://: who leads is found by the table of the cluster, and a reader knows what was written before it asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import guapai
from benchmarks.counties import write
from graph.errors import RefusedError, UnreachableError
from graph.settings import Settings, settings
from graph.store import neo4j_writing
from graph.store.neo4j_store import Neo4jStore
from graph.store.protocol import Store, Transaction
from loaders.load import Loaded, load_path
from loaders.many import Loading, record_files
from loaders.refusals import Allowed
from tests.clusters import Cluster, cluster
from tests.conftest import ANY_SERVER
from tests.families import FIXTURES
from tests.servers import Server

GRAIN = FIXTURES / "grain.yaml"
COUNT = "MATCH (document:Document) WHERE document.external IS NULL RETURN count(document) AS count"

pytestmark = [ANY_SERVER, pytest.mark.neo4j]


@pytest.fixture
def members(engine: Server, store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """Two members before an empty database; the settings name them."""
    with cluster(int(engine.uri.rpartition(":")[2]), "one", "two") as made:
        monkeypatch.setenv("NEO4J_URI", made.uri)
        monkeypatch.setenv("NEO4J_USERNAME", engine.username)
        monkeypatch.setenv("NEO4J_PASSWORD", engine.password.get_secret_value())
        monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
        settings.cache_clear()
        yield made


def opened(made: Cluster, uri: str | None = None) -> Neo4jStore:
    return Neo4jStore(uri or made.uri, settings(), write=True)


def test_the_leader_writes_and_the_others_answer(members: Cluster) -> None:
    with opened(members) as store:
        assert load_path(store, GRAIN).outcome == "loaded"
        assert store.read(COUNT, {}).rows == [[1]]
    one, two = members.members.values()
    assert (one.commits, two.commits) == (1, 0)
    assert ([*two.written], {said.get("mode") for said in one.begun if said not in one.written}) == ([], set())
    assert two.begun


@pytest.mark.parametrize(
    "code",
    ["Neo.ClientError.Cluster.NotALeader", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"],
)
def test_a_change_of_the_leader_costs_one_try(members: Cluster, code: str) -> None:
    with opened(members) as store:
        store.prepare()
        members.code, members.leader = code, "two"
        asked = members.asked
        assert load_path(store, GRAIN).outcome == "loaded"
    two = members.members["two"]
    assert (two.commits, members.asked > asked) == (1, True)
    assert store_holds(members, 1)


def store_holds(members: Cluster, count: int) -> bool:
    with opened(members) as store:
        return bool(store.read(COUNT, {}).rows == [[count]])


def test_a_leader_that_changes_between_two_documents_loses_none_and_answers_know_all(
    members: Cluster, tmp_path: Path
) -> None:
    write(tmp_path, 4)
    one, two = members.members.values()
    with opened(members) as store:
        store.prepare()
        before, begun = one.commits, [len(member.begun) for member in (one, two)]
        loading = Loading(store, record_files([tmp_path / "records"]), Allowed())
        for number, leader in enumerate(("one", "two", "one", "two")):
            members.leader = leader
            (loaded,) = loading.load([number])
            assert isinstance(loaded, Loaded)
            assert loaded.outcome == "loaded"
            assert store.read(COUNT, {}).rows == [[number + 1]]
    assert (one.commits - before, two.commits) == (2, 2)
    since = [said for member, first in zip((one, two), begun, strict=True) for said in member.begun[first:]]
    assert all(said.get("bookmarks") for said in since)


def test_a_leader_that_changes_before_the_commit_writes_nothing_and_the_next_one_writes_once(members: Cluster) -> None:
    with opened(members) as store:
        store.prepare()
        one, two = members.members.values()
        before = one.commits

        def elected(transaction: Transaction) -> object:
            made = transaction.rows("CREATE (node:Place {id: 'x', name: 'x'}) RETURN node.id AS id", {})
            members.leader = "two"
            return made

        assert store.change(elected) == [{"id": "x"}]
        assert (one.commits - before, two.commits) == (0, 1)
        assert store.read("MATCH (node:Place) RETURN count(node)", {}).rows == [[1]]


def test_an_election_is_waited_for(members: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(members) as store:
        store.prepare()
        members.leader = None
        pauses: list[float] = []

        def elected(seconds: float) -> None:
            pauses.append(seconds)
            members.leader = "two" if len(pauses) > 3 else None

        monkeypatch.setattr(neo4j_writing.time, "sleep", elected)
        assert load_path(store, GRAIN).outcome == "loaded"
    assert members.members["two"].commits == 1
    assert len(pauses) == 4


def test_a_cluster_that_stays_without_a_leader_is_said(members: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_writing, "ELECTION", 0.1)
    with opened(members) as store:
        store.prepare()
        members.leader, members.told = None, "one"  # the table is behind
        with pytest.raises(UnreachableError, match="no member of the cluster takes it now"):
            load_path(store, GRAIN)
        with pytest.raises(UnreachableError, match="no member of the cluster takes it now"):
            store.run_write("CREATE (node:Place {id: 'x', name: 'x'})", {})
    members.leader = "one"
    assert store_holds(members, 0)


def test_a_member_asked_directly_says_that_another_leads(members: Cluster) -> None:
    with opened(members, f"bolt://{members.members['one'].address}") as store:
        store.prepare()
        members.leader = "two"
        with pytest.raises(RefusedError, match="another member of the cluster leads") as caught:
            load_path(store, GRAIN)
        assert "neo4j://" in caught.value.todo


def test_questions_behind_a_load_carry_its_bookmark_whoever_asks(members: Cluster) -> None:
    with guapai.open(write=True) as graph:
        graph.load(GRAIN)
        before = len(members.members["two"].begun)
        assert len(graph.ask("alias.hanging_signs").rows) == 1
    (said,) = {tuple(one.get("bookmarks", ())) for one in members.members["two"].begun[before:]}
    assert said
    with guapai.open() as graph:
        graph.ask("alias.hanging_signs")
    assert members.members["two"].begun[-1]["bookmarks"] == list(said)


def test_other_servers_are_asked_without_bookmarks(engine: Server, store: Store) -> None:
    """A single server knows what it wrote, and one that was made anew at the same port would wait for what never comes."""
    login = Settings(neo4j_username=engine.username, neo4j_password=engine.password)
    with Neo4jStore(engine.uri, login, write=True) as own:
        assert "bookmark_manager" not in own._session
