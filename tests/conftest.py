"""A graph of the bundled records on every engine; a Neo4j is chosen, not assumed."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import pytest

from graph.settings import Settings
from graph.store.embedded import EmbeddedStore
from graph.store.indexes import GUAPAI
from graph.store.neo4j_store import Neo4jStore
from graph.store.protocol import Store
from graph.store.statements import own_labels
from guapai.opening import load_bundled, record_paths
from loaders.load import load
from loaders.reading import read_record
from tests.servers import NAMED, Server, servers
from tests.sharing import SERVERS as SERVERS_OF_A_RUN

# An example takes as long as it takes on a machine that is busy with other things.
SLOW = [hypothesis.HealthCheck.too_slow]
hypothesis.settings.register_profile("busy", deadline=None, suppress_health_check=SLOW)
hypothesis.settings.load_profile("busy")
NO_SERVER = pytest.param("none", marks=pytest.mark.skip(reason="no Neo4j: set NEO4J_URI, or make venv"))
SERVERS = servers()
ENGINES = ["embedded", *(SERVERS or [NO_SERVER])]
# For what the driver decides, or the program: any server will do.
ANY_SERVER = pytest.mark.parametrize("engine", [*SERVERS][:1] or [NO_SERVER], indirect=True, scope="session")


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the settings or the data of whoever runs it."""
    from graph.settings import settings

    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "GUAPAI_STORE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GUAPAI_HOME", str(tmp_path / "home"))
    settings.cache_clear()


# The longest files come first, those of the servers of a run before all: where several workers run, nobody waits at the end.
LONG = (
    "test_killed_server",
    "test_remote_errors",
    "test_server",
    "test_docs",
    "test_load_in_bulk",
    "test_browser_page",
)
LONG += ("test_extract_damaged", "test_readme")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the tests on servers in front, then those of the long files, else leave the order as it is.

    On each server those that read the bundled records come last and together: it loads them once.
    """
    places = {stem: place for place, stem in enumerate(LONG)}

    def place(item: pytest.Item) -> tuple[int, str, bool]:
        if asked := SERVERS_OF_A_RUN.search(item.nodeid):
            return -1, asked[0], "bundled" in getattr(item, "fixturenames", ())
        return places.get(item.path.stem, len(LONG)), "", False

    turned_away = out_of_turn(items)
    items[:] = sorted((item for item in items if item not in turned_away), key=place)
    config.hook.pytest_deselected(items=list(turned_away))


def out_of_turn(items: list[pytest.Item]) -> dict[pytest.Item, None]:
    """The cases of tests `in_turn` that are another server's: the first is for the first server, and so on."""
    cases: dict[str, dict[str, int]] = {}
    turned_away = {}
    for item in items:
        asked = SERVERS_OF_A_RUN.search(item.nodeid)
        if asked and item.get_closest_marker("in_turn"):
            known = cases.setdefault(item.nodeid.split("[")[0], {})
            number = known.setdefault(item.nodeid.replace(asked[0], ""), len(known))
            if [*SERVERS][number % len(SERVERS)] != asked[0]:
                turned_away[item] = None
    return turned_away


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Where files are shared among workers, those that ask for the same servers stay together."""
    from tests.sharing import ByServer

    return ByServer(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def started() -> Iterator[dict[str, Server]]:
    """The servers of this run by name: each is started when a test first asks for it, and ended with the last test."""
    if NAMED["NEO4J_URI"] and int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) > 1:
        pytest.exit("NEO4J_URI names one database: several workers would empty it under each other, use -n 0", 1)
    with ExitStack() as open_servers:
        yield Started(open_servers)


class Started(dict[str, Server]):
    """Servers by name; who is asked for is started."""

    def __init__(self, open_servers: ExitStack) -> None:
        super().__init__()
        self.open_servers = open_servers

    def __missing__(self, name: str) -> Server:
        self[name] = self.open_servers.enter_context(SERVERS[name]())
        return self[name]


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, started: dict[str, Server]) -> "str | Server":
    """The embedded engine, then each Neo4j in turn."""
    return "embedded" if request.param == "embedded" else started[request.param]


def open_engine(engine: "str | Server", folder: Path) -> Store:
    if isinstance(engine, str):
        return EmbeddedStore(folder / "graph.kgl", write=True)
    settings = Settings(neo4j_username=engine.username, neo4j_password=engine.password, neo4j_database=engine.database)
    return Neo4jStore(engine.uri, settings, write=True)


def wipe(store: Store) -> None:
    """Remove every node that has a label of ours, and the one that holds the schema; the labels of others stay."""
    for label in ("Organization", *own_labels(), GUAPAI):
        store.run_write(f"MATCH (node:{label}) DETACH DELETE node", {})


# The servers that hold the bundled records and nothing else, since a test has read them.
holding: set[str] = set()


@pytest.fixture
def store(engine: "str | Server", tmp_path: Path) -> Iterator[Store]:
    """An empty graph."""
    holding.clear()
    with open_engine(engine, tmp_path) as opened:
        opened.prepare()
        wipe(opened)
        yield opened
        wipe(opened)


@pytest.fixture(scope="module")
def bundled(engine: "str | Server", tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The five bundled records; a server keeps them for the next file of tests."""
    uri = "" if isinstance(engine, str) else engine.uri
    with open_engine(engine, tmp_path_factory.mktemp("bundled")) as opened:
        if uri not in holding:
            opened.prepare()
            wipe(opened)
            for path in record_paths():
                load(opened, read_record(path))
        holding.update(filter(None, [uri]))
        yield opened
        if NAMED["NEO4J_URI"]:  # the database of somebody, and files in any order
            wipe(opened)
            holding.clear()


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The bundled records in the embedded engine, to read: for what is the same on every engine once the rows are."""
    with EmbeddedStore(tmp_path_factory.mktemp("embedded") / "graph.kgl", write=True) as opened:
        load_bundled(opened)
        yield opened
