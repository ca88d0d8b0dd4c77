"""Is a local server running? Answered from its state file and the list of processes, without asking the server."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from graph.errors import NotThereError, UnreachableError
from graph.said import Said
from graph.server.places import Places, all_servers, places
from graph.server.process import is_same

HOST = "127.0.0.1"
USERNAME = "neo4j"
DATABASE = "neo4j"


@dataclass(frozen=True)
class LocalServer:
    """A local server as other code sees it; it answers queries. The password is left out when it is shown."""

    version: str
    pid: int
    bolt_port: int
    http_port: int
    root: Path
    password: str = field(repr=False)
    username: str = USERNAME
    database: str = DATABASE

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://{HOST}:{self.bolt_port}"

    @property
    def http(self) -> str:
        """The address for a web browser."""
        return f"http://{HOST}:{self.http_port}"


@dataclass(frozen=True)
class State:
    """What the state file says: which process it is, where it listens, whether it has ever answered a query."""

    version: str
    pid: int
    started: str
    bolt_port: int
    http_port: int
    ready: bool = False

    @property
    def alive(self) -> bool:
        """Is that process still there?"""
        return is_same(self.pid, self.started)


def read_state(place: Places) -> State | None:
    """The state file of a server; None where there is none, or one that nobody wrote to its end."""
    try:
        return State(**json.loads(place.state.read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return None


def write_state(place: Places, state: State) -> None:
    """Write the state file in one step, readable by its owner only."""
    write_private(place.state, json.dumps(asdict(state)) + "\n")


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read; it is there as a whole or not at all."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)


def as_server(place: Places, state: State) -> LocalServer:
    """The server that a state file tells of, with its password. Raises NotThereError where the password is gone."""
    try:
        password = place.password.read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        todo = Said("restore it, or use another store: --store embedded")
        raise NotThereError(
            str(place.password), Said("the password is gone"), Said("the running server's password"), todo
        ) from error
    return LocalServer(state.version, state.pid, state.bolt_port, state.http_port, place.root, password)


def running(version: str | None = None, home: Path | None = None) -> LocalServer | None:
    """The running server of a version, or the one of the newest version; None where none runs and is ready.

    Reads one small file per version and looks at one process; nothing is connected to, nothing written.
    """
    for one in [version] if version else known_versions(home):
        place = places(one, home)
        state = read_state(place)
        if state and state.ready and state.alive:
            return as_server(place, state)
    return None


def known_versions(home: Path | None = None) -> list[str]:
    """The versions that have a state file, the newest first."""
    found = [path.parent.name for path in all_servers(home).glob("*/state.json")]
    if not found:
        return []
    # Every query asks this, mostly where no server was ever started.
    from graph.server.lock_file import newest_first

    return newest_first(found)


def refuse_dead(home: Path | None = None) -> None:
    """Raise UnreachableError where a server should run and none is ready: nobody wants another store in its place."""
    for one in known_versions(home):
        place = places(one, home)
        state = read_state(place)
        if state is None:
            continue
        todo = Said(
            "guapai neo4j up starts it again, guapai neo4j down leaves it ended; --store embedded is another graph"
        )
        if not state.alive:
            found = Said("it has died (process id {}); its log: {}", state.pid, place.log)
            raise UnreachableError(Said("the local server, Neo4j {}", one), found, Said("a running server"), todo)
        found = Said("it is starting (process id {})", state.pid)
        raise UnreachableError(Said("the local server, Neo4j {}", one), found, Said("a server that is ready"), todo)
