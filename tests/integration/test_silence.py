"""A server that falls silent, or sends what is no answer: every call ends at its deadline, in four parts."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from graph.errors import GuapaiError
from graph.settings import Settings
from graph.store import neo4j_store, neo4j_writing
from graph.store.neo4j_store import Neo4jStore
from guapai.cli.loading_many import Run
from loaders.load import Loaded, load
from loaders.reading import read_record
from tests import strangers
from tests.conftest import ANY_SERVER, wipe
from tests.relays import Relay
from tests.servers import Server

FIXTURES = Path(__file__).parents[1] / "fixtures"
OUT_OF_REACH, UNKNOWN = 8, 9
LIMIT = (
    5.0  # what a call has here; the machine may be busy, so SOON is far above it and far below the minutes of a driver
)
SOON = 60.0


def ended(work: Callable[[], object]) -> tuple[GuapaiError, float]:
    """The error that a call ends with, and after how many seconds."""
    begun = time.monotonic()
    with pytest.raises(GuapaiError) as caught:
        work()
    assert caught.value.found
    assert caught.value.expected
    assert caught.value.todo
    return caught.value, time.monotonic() - begun


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
def test_a_port_that_says_nothing_is_told_in_time(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_store, "CONNECT_SECONDS", LIMIT)
    with strangers.listening(strangers.silent) as port:
        uri = f"{scheme}://127.0.0.1:{port}"
        error, seconds = ended(lambda: Neo4jStore(uri, Settings(neo4j_password=SecretStr("x")), write=False))
    assert (error.exit_code, seconds < SOON) == (OUT_OF_REACH, True), error


@pytest.fixture
def server(engine: Server) -> Server:
    """One server stands for all: it is the driver that waits."""
    return engine


def login_of(server: Server) -> Settings:
    return Settings(neo4j_username=server.username, neo4j_password=server.password, neo4j_database=server.database)


@pytest.fixture
def relay(server: Server) -> Iterator[Relay]:
    port = int(server.uri.rpartition(":")[2])
    with Relay(port) as between:
        between.strike = between.mute
        yield between


@pytest.fixture
def store(server: Server, relay: Relay, monkeypatch: pytest.MonkeyPatch) -> Iterator[Neo4jStore]:
    """A store behind the relay whose calls have five seconds; emptied directly when all is over."""
    login = login_of(server)
    with Neo4jStore(server.uri, login, write=True) as direct:
        direct.prepare()
        load(direct, read_record(FIXTURES / "grain.yaml"))  # what a server does for the first time takes it longer
        wipe(direct)
        monkeypatch.setattr(neo4j_store, "TIMEOUT_SECONDS", LIMIT)
        monkeypatch.setattr(neo4j_writing, "TIMEOUT_SECONDS", LIMIT)
        with Neo4jStore(relay.uri, login, write=True) as behind:
            yield behind
        monkeypatch.undo()
        wipe(direct)


@ANY_SERVER
def test_silence_behind_the_login_ends_a_question_in_time(store: Neo4jStore, relay: Relay) -> None:
    relay.mute()
    error, seconds = ended(lambda: store.read("RETURN 1 AS x", {}, timeout=LIMIT))
    assert (error.exit_code, error.found) == (OUT_OF_REACH, "the server has fallen silent")
    assert seconds < SOON


@ANY_SERVER
def test_silence_in_a_load_ends_it_in_time_and_nothing_is_written(store: Neo4jStore, relay: Relay) -> None:
    start = relay.passed.size
    relay.after = lambda passed: passed.size > start + 3000
    error, seconds = ended(lambda: load(store, read_record(FIXTURES / "grain.yaml")))
    assert (error.exit_code, relay.struck) == (OUT_OF_REACH, True), error
    assert seconds < SOON


@pytest.mark.long
@ANY_SERVER
def test_silence_behind_a_commit_is_an_unknown_outcome(store: Neo4jStore, relay: Relay) -> None:
    commits = relay.passed.commits
    relay.after = lambda passed: passed.commits > commits
    error, seconds = ended(lambda: load(store, read_record(FIXTURES / "grain.yaml")))
    assert (error.exit_code, relay.struck) == (UNKNOWN, True), error
    assert seconds < SOON


@ANY_SERVER
def test_silence_behind_a_writing_statement_is_an_unknown_outcome(store: Neo4jStore, relay: Relay) -> None:
    commits = relay.passed.commits
    relay.changed = lambda piece: b"" if relay.passed.commits > commits else piece
    error, seconds = ended(lambda: store.run_write("CREATE (:Place {id: 'x', name: 'x'})", {}))
    assert (error.exit_code, relay.passed.commits - commits, seconds < SOON) == (UNKNOWN, 1, True)


@ANY_SERVER
def test_silence_before_a_writing_statement_writes_nothing_and_says_so(
    store: Neo4jStore, server: Server, relay: Relay
) -> None:
    relay.mute()
    error, seconds = ended(lambda: store.run_write("CREATE (:Place {id: 'x', name: 'x'})", {}))
    assert (error.exit_code, seconds < SOON) == (OUT_OF_REACH, True)
    with Neo4jStore(server.uri, login_of(server), write=False) as again:
        assert again.read("MATCH (node:Place) RETURN count(node) AS count", {}).rows == [[0]]


@ANY_SERVER
@pytest.mark.parametrize(
    "change",
    [bytes.upper, lambda piece: piece[::-1], lambda piece: b"\x00\x05\xff\xff\xff\xff\xff\x00\x00",
     lambda piece: piece.replace(b"\xb1\x71", b"\xb3\x71"), lambda piece: bytes(len(piece)), lambda piece: b"\x00\x04\xb1\x70\xd4\xff\x00\x00"],
)  # fmt: skip
def test_a_damaged_answer_is_no_answer(
    server: Server, store: Neo4jStore, relay: Relay, change: Callable[[bytes], bytes]
) -> None:
    relay.changed = change
    error, seconds = ended(lambda: store.read("UNWIND [1, 'a', null] AS x RETURN x", {}, timeout=LIMIT))
    assert (error.exit_code, seconds < SOON) == (OUT_OF_REACH, True), error
    with Neo4jStore(server.uri, login_of(server), write=False) as again:
        assert again.read("RETURN 1 AS x", {}).rows == [[1]]


@pytest.mark.long
@ANY_SERVER
def test_an_unknown_outcome_is_asked_again_and_known_then(
    store: Neo4jStore, relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer to a commit is lost; the next connection is whole, and has all the time it needs."""
    commits, pieces = relay.passed.commits, relay.changed

    def cut() -> None:
        relay.changed = lambda _: b""

    def heal() -> None:
        relay.changed = pieces

    relay.after, relay.strike = lambda passed: passed.commits > commits, cut
    run = Run(1)

    def work(_number: int) -> Loaded:
        try:
            return load(store, read_record(FIXTURES / "grain.yaml"))
        finally:
            heal()
            monkeypatch.setattr(neo4j_store, "TIMEOUT_SECONDS", SOON)
            monkeypatch.setattr(neo4j_writing, "TIMEOUT_SECONDS", SOON)

    run.one_by_one(["grain.yaml"], work)
    assert relay.struck
    assert [one.outcome for one in run.outcomes] == ["unchanged"]
