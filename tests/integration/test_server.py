"""A real server of each version: started, found again, killed, damaged, ended. Each test ends what it starts."""

import fcntl
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import graph.server
from graph.errors import LoginError, NotThereError, RefusedError, UnreachableError
from graph.server import LocalServer, configuration, process, remembering, starting
from graph.server.fetching import fetched
from graph.server.lock_file import read_lock
from graph.server.places import Places, places
from graph.server.state import read_state
from graph.store.ready import answers

pytestmark = [pytest.mark.neo4j, pytest.mark.long]

# Ports that nobody else wants: a server whose port is taken before it listens is started again.
CODE = """
from graph.server import configuration
from guapai.cli.neo4j import app
configuration.BOLT_PORT = configuration.HTTP_PORT = 0
app()
"""


def command(*words: str) -> list[str]:
    """A command line of `guapai neo4j` in a process of its own."""
    return [sys.executable, "-c", CODE, *words]


def told(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GUAPAI_HOME": str(home)}
    return subprocess.run(command(*words), env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(params=["2026.08.1", "5.26.30"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """The places of a version in a fresh home, with a space and Chinese in its path; its server is ended after."""
    home = tmp_path / "家 of one"
    yield places(request.param, home)
    graph.server.down(home=home)


def home_of(place: Places) -> Path:
    return place.root.parent.parent


def replies(server: LocalServer) -> bool:
    return answers(server.uri, server.username, server.password, server.database)


def locks_held(place: Places) -> list[Path]:
    """Neo4j's lock files that a process holds, and any of ours."""
    held = list(place.root.parent.glob("*.lock"))
    for path in place.data.rglob("*lock"):
        with path.open("r+b") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                held.append(path)
    return held


def test_a_server_lives_from_up_to_down_and_a_killed_one_comes_back_with_its_data(
    place: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    version, home = place.root.name, home_of(place)
    monkeypatch.setenv("LC_ALL", "C")  # the path has Chinese all the same
    monkeypatch.setenv("NEO4J_PASSWORD", "of-another-server")
    server = graph.server.up(version, home)
    assert replies(server)
    assert graph.server.running(home=home) == server == graph.server.up(version, home)
    assert locks_held(place)

    assert stat.S_IMODE(place.password.stat().st_mode) == 0o600
    told_to_system = Path(f"/proc/{server.pid}/cmdline").read_bytes() + Path(f"/proc/{server.pid}/environ").read_bytes()
    assert server.password.encode() not in told_to_system
    assert [path for path in place.root.rglob("*.arguments") if server.password in path.read_text("utf-8")] == []
    with pytest.raises(LoginError):
        answers(server.uri, server.username, "wrong-password", server.database)

    lock = read_lock(version)
    learned = remembering.options(lock, starting.java_of(lock), fetched(lock))  # made by `guapai neo4j fetch`
    given = [line for line in (place.root / "server.arguments").read_text("utf-8").splitlines() if "AOT" in line]
    assert given == [f'"{option}"' for option in learned]
    assert "[error][aot]" not in place.console.read_text("utf-8").replace(" ", "")

    shown = told("status", home=home)
    assert (shown.returncode, f"process id {server.pid}" in shown.stdout) == (0, True)
    assert told("path", "--version", version, home=home).stdout.strip() == str(place.root)
    logged = told("logs", "--version", version, home=home).stdout
    assert f"Neo4j {version}" in logged
    assert server.password not in logged

    os.kill(server.pid, signal.SIGKILL)
    os.waitpid(server.pid, 0)
    assert graph.server.running(home=home) is None
    assert "died" in told("status", home=home).stdout
    second = graph.server.up(version, home)
    assert f"the server with process id {server.pid} has died" in capsys.readouterr().err
    assert (second.pid != server.pid, second.password == server.password, replies(second)) == (True, True, True)

    assert graph.server.down(version, home) == [version]
    assert process.started_at(second.pid) is None
    assert not place.state.exists()
    assert locks_held(place) == []
    assert graph.server.running(home=home) is None
    assert told("status", home=home).returncode == 8
    assert graph.server.down(version, home) == []


@pytest.fixture
def newest(tmp_path: Path) -> Iterator[Places]:
    """The places of the default version in a fresh home; its server is ended after."""
    yield places("2026.08.1", tmp_path)
    graph.server.down(home=tmp_path)


def test_two_ups_at_once_are_one_server_and_its_lost_password_is_refused_while_there_is_data(newest: Places) -> None:
    home = home_of(newest)
    environment = {**os.environ, "GUAPAI_HOME": str(home)}
    both = [subprocess.Popen(command("up"), env=environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    server = graph.server.running(home=home)
    assert server
    assert [f"process id {server.pid}" in one for one in said] == [True, True]
    newest.password.unlink()
    with pytest.raises(NotThereError, match="the password is gone"):
        graph.server.up(home=home)
    assert told("down", home=home).stdout == "Neo4j 2026.08.1 is down\n"
    assert process.started_at(server.pid) is None
    with pytest.raises(RefusedError, match="the password is gone"):
        graph.server.up(home=home)


def test_a_killed_up_leaves_a_server_that_the_next_up_finds(newest: Places) -> None:
    home = home_of(newest)
    environment = {**os.environ, "GUAPAI_HOME": str(home)}
    with subprocess.Popen(command("up"), env=environment) as starter:
        while not (state := read_state(newest)):
            assert starter.poll() is None
            time.sleep(0.01)
        starter.kill()
    assert graph.server.running(home=home) is None
    assert "starting" in told("status", home=home).stdout
    assert graph.server.up(home=home).pid == state.pid


def test_taken_ports_are_left_to_their_owner(newest: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuration, "BOLT_PORT", 7687)
    monkeypatch.setattr(configuration, "HTTP_PORT", 7474)
    with socket.socket() as bolt, socket.socket() as web:
        for one, port in ((bolt, 7687), (web, 7474)):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                one.bind(("127.0.0.1", port))
                one.listen()
            except OSError:
                continue  # another server has it: taken all the same
        server = graph.server.up(home=home_of(newest))
        assert (server.bolt_port == 7687, server.http_port == 7474, replies(server)) == (False, False, True)


def test_a_port_that_is_taken_after_the_choice_is_chosen_again(newest: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        choices = [(other.getsockname()[1], configuration.free_ports()[1])]
        monkeypatch.setattr(starting, "free_ports", lambda: choices.pop() if choices else configuration.free_ports())
        server = graph.server.up(home=home_of(newest))
        assert (server.bolt_port != other.getsockname()[1], replies(server)) == (True, True)


def test_a_crash_tells_where_the_log_is(newest: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.server.configuration.HEAP", "1x")
    with pytest.raises(UnreachableError) as caught:
        graph.server.up(home=home_of(newest))
    assert f"read {newest.console}" in str(caught.value)
    assert not newest.state.exists()
    monkeypatch.undo()
    assert replies(graph.server.up(home=home_of(newest)))  # nothing in the way of the next start


def test_a_full_disk_is_refused_before_anything_is_written(newest: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "FREE_BYTES", 10**18)
    with pytest.raises(RefusedError, match="MB are free"):
        graph.server.up(home=home_of(newest))
    assert not newest.data.exists()
