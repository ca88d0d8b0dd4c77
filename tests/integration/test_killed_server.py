"""A server that is killed in the middle of a load: every document is whole or absent, the same command completes."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import SecretStr

import graph.server
from graph.identity import document_id
from graph.server import LocalServer
from graph.settings import Settings
from graph.store.neo4j_store import Neo4jStore
from graph.store.protocol import Store
from guapai.opening import record_paths
from loaders.held_rows import held_rows
from loaders.load import document_rows
from loaders.reading import read_record
from tests.conftest import wipe
from tests.contents import content
from tests.relays import Passed, Relay

pytestmark = [pytest.mark.neo4j, pytest.mark.long]
GUAPAI = Path(sys.executable).with_name("guapai")


def opened(server: LocalServer) -> Neo4jStore:
    login = Settings(neo4j_password=SecretStr(server.password))
    return Neo4jStore(server.uri, login, write=True)


def load_bundled(server: LocalServer, uri: str) -> subprocess.CompletedProcess[str]:
    """The command a user runs, in a process of its own."""
    known = {"PATH": os.environ["PATH"], "NEO4J_URI": uri, "NEO4J_PASSWORD": server.password, "LANG": "C.UTF-8"}
    return subprocess.run([GUAPAI, "load"], env=known, capture_output=True, text=True, timeout=600)


class Homes(dict[str, Path]):
    """The home of a managed server by its version: its server is started and killed at will, and ended at last."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        super().__init__()
        self.factory = factory

    def __missing__(self, version: str) -> Path:
        self[version] = self.factory.mktemp("home")
        return self[version]


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homes]:
    made = Homes(tmp_path_factory)
    yield made
    for version, home in made.items():
        graph.server.down(version, home)


@pytest.fixture(scope="module")
def reference(homes: Homes) -> Callable[[str], tuple[int, tuple[list, list]]]:
    """How many bytes a load sends to a prepared server of a version, and what the graph holds after it."""

    @cache
    def found(version: str) -> tuple[int, tuple[list, list]]:
        server = graph.server.up(version, homes[version])
        with opened(server) as store:
            store.prepare()
            with Relay(server.bolt_port) as relay:
                done = load_bundled(server, relay.uri)
            assert done.returncode == 0, done.stderr
            held = content(store)
            assert relay.passed.commits == len(record_paths())
            wipe(store)
        return relay.passed.size, held

    return found


def parts(store: Store, document: str) -> set[object]:
    """The keys of everything that a store holds of a document."""
    rows = held_rows(store, document)
    return {*rows.nodes, *rows.relationships} if rows else set()


def whole(document: Path) -> set[object]:
    rows = document_rows(read_record(document))
    assert document_id(document.stem) in rows.nodes
    return {*rows.nodes, *rows.relationships}


def after_bytes(share: float) -> Callable[[int], dict[str, Callable[[Passed], bool]]]:
    return lambda size: {"after": lambda passed: passed.size >= share * size}


MOMENTS = {
    "in the first document": after_bytes(0.12),
    "in the middle": after_bytes(0.5),
    "with the second commit on its way": lambda _: {"after": lambda passed: passed.commits == 2},
    "between the third document and the fourth": lambda _: {"before": lambda passed: passed.commits == 3},
}
CASES = [("2026.08.1", moment) for moment in MOMENTS]
CASES += [("5.26.30", "in the middle"), ("5.26.30", "with the second commit on its way")]


@pytest.mark.parametrize(("version", "moment"), CASES)
def test_a_kill_leaves_every_document_whole_or_absent_and_the_same_command_completes(
    version: str, moment: str, homes: Homes, reference: Callable[[str], tuple[int, tuple[list, list]]]
) -> None:
    size, wanted = reference(version)
    server = graph.server.up(version, homes[version])

    def kill() -> None:
        os.kill(server.pid, signal.SIGKILL)

    with Relay(server.bolt_port, strike=kill, **MOMENTS[moment](size)) as relay:
        done = load_bundled(server, relay.uri)
    assert relay.struck
    assert (done.returncode in (8, 9), "Traceback" in done.stderr) == (True, False), done.stderr
    os.waitpid(server.pid, 0)

    again = graph.server.up(version, homes[version])
    with opened(again) as store:
        held = {path: parts(store, path.stem) for path in record_paths()}
        assert {path.stem: len(have) for path, have in held.items() if have and have != whole(path)} == {}
        present = sum(bool(have) for have in held.values())
        assert present < len(held)
        done = load_bundled(again, again.uri)
        assert done.returncode == 0, done.stderr
        assert done.stdout.count("unchanged") == present
        assert content(store) == wanted
        wipe(store)
