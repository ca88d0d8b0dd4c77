"""Which store to use: --store, GUAPAI_STORE, NEO4J_URI, a running local server, else the embedded file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from graph.errors import NotThereError
from graph.server import running
from graph.settings import settings
from graph.store.protocol import Store

FILE_NAME = "graph.kgl"


@dataclass(frozen=True)
class Choice:
    """A store that was chosen: its kind (embedded or neo4j), its path or address, and why."""

    kind: str
    target: str
    why: str


def choose(store: str | None = None) -> Choice:
    """Choose by the fixed order. Raises NotThereError for `local` where no local server runs."""
    known = settings()
    for value, why in ((store, "--store says so"), (known.guapai_store, "GUAPAI_STORE says so")):
        if value:
            return _named(value, why)
    if known.neo4j_uri:
        return Choice("neo4j", known.neo4j_uri, "NEO4J_URI says so")
    if server := running():
        return Choice("local", server.uri, "a local server is running: guapai neo4j up")
    return Choice("embedded", str(known.home / FILE_NAME), "nothing else is named")


def _named(value: str, why: str) -> Choice:
    if "://" in value:
        return Choice("neo4j", value, why)
    if value == "embedded":
        return Choice("embedded", str(settings().home / FILE_NAME), why)
    if value == "local":
        server = running()
        if server is None:
            raise NotThereError("--store local", "no local server is running", "a running server", "guapai neo4j up")
        return Choice("local", server.uri, why)
    return Choice("embedded", str(Path(value).expanduser()), why)


def open_store(choice: Choice, *, write: bool = False, on_first_use: Callable[[Store], None] | None = None) -> Store:
    """Open the chosen store. `on_first_use` fills an embedded file that does not exist yet and is only read."""
    if choice.kind == "neo4j":
        from graph.store.neo4j_store import Neo4jStore

        return Neo4jStore(choice.target, settings(), write=write)
    if choice.kind == "local":
        return _open_local(write)
    from graph.store.embedded import EmbeddedStore

    path = Path(choice.target)
    if not path.exists() and on_first_use and not write:
        with EmbeddedStore(path, write=True) as fresh:
            on_first_use(fresh)
    return EmbeddedStore(path, write=write)


def _open_local(write: bool) -> Store:
    from graph.settings import Settings
    from graph.store.neo4j_store import Neo4jStore

    server = running()
    if server is None:
        raise NotThereError("the local server", "it has ended meanwhile", "a running server", "guapai neo4j up")
    login = Settings(
        neo4j_uri=server.uri,
        neo4j_username=server.username,
        neo4j_password=SecretStr(server.password),
        neo4j_database=server.database,
    )
    return Neo4jStore(server.uri, login, write=write)
