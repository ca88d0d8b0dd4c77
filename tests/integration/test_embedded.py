"""The embedded store: what it refuses, what survives a killed writer, what first use does."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import graph
import loaders
from graph.errors import ContentError, NotThereError, RefusedError, UsageError, VersionError
from graph.store.embedded import EmbeddedStore
from graph.version import SCHEMA_VERSION

GRAIN = Path(__file__).parents[1] / "fixtures" / "grain.yaml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "graph.kgl"


def test_a_missing_file_is_not_made_by_reading(path: Path) -> None:
    with pytest.raises(NotThereError):
        graph.open_graph(str(path))
    assert not path.exists()


@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_is_no_graph_is_refused_and_stays(path: Path, write: bool) -> None:
    path.write_text("Dear diary", encoding="utf-8")
    with pytest.raises(ContentError, match="this is no embedded graph"):
        EmbeddedStore(path, write=write)
    assert path.read_text(encoding="utf-8") == "Dear diary"


def test_a_folder_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="this is a folder"):
        EmbeddedStore(tmp_path, write=False)


def test_a_graph_of_a_newer_schema_is_refused(path: Path) -> None:
    with EmbeddedStore(path, write=True) as store:
        store._graph.set_schema_version(SCHEMA_VERSION + 1)
    for write in (False, True):
        with pytest.raises(VersionError, match="schema version"):
            EmbeddedStore(path, write=write)


def test_a_second_writer_in_one_process_is_refused(path: Path) -> None:
    with EmbeddedStore(path, write=True), pytest.raises(RefusedError, match="another process is writing"):
        EmbeddedStore(path, write=True)


def test_a_reader_sees_what_was_loaded(path: Path) -> None:
    with graph.open_graph(str(path), write=True) as store:
        assert loaders.load_record(store, GRAIN).outcome == "loaded"
    with graph.open_graph(str(path)) as store:
        (row,) = graph.ask(store, "alias.hanging_signs", place="jinhua").records()
        assert (row["unit"], row["lines"]) == ("Reserve Division", [7])
        network = graph.network(store, place="金华市")
        unit = "jinhua/grain-bureau/division/reserve-division"
        assert network.has_edge(unit, "jinhua/flood-relief-group-office", key="HOSTS")
        assert graph.network(store).number_of_nodes() >= network.number_of_nodes()


def test_loading_what_is_there_leaves_the_file_as_it_is(path: Path) -> None:
    for outcome, is_left in (("loaded", False), ("unchanged", True)):
        before = path.stat().st_mtime_ns if path.exists() else None
        with EmbeddedStore(path, write=True) as store:
            store.prepare()
            assert loaders.load_record(store, GRAIN).outcome == outcome
        assert (path.stat().st_mtime_ns == before) == is_left
    with EmbeddedStore(path, write=True) as store:  # its lock was given back
        assert not store.is_empty()


def test_a_writing_statement_of_ones_own_is_saved(path: Path) -> None:
    with EmbeddedStore(path, write=True) as store:
        store.run_write("CREATE (node:Place {id: $id, name: 'x'})", {"id": "x"})
    with EmbeddedStore(path, write=False) as store:
        assert store.read("MATCH (node:Place) RETURN node.id AS id", {}).rows == [["x"]]


@pytest.mark.parametrize("statement", ["MATCH (", "RETURN nothing", "FROB"])
def test_a_statement_that_cannot_run_says_so(path: Path, statement: str) -> None:
    with EmbeddedStore(path, write=True) as store:
        with pytest.raises(UsageError):
            store.read(statement, {})
        with pytest.raises(UsageError):
            store.run_write(statement, {})


def test_a_union_that_only_reads_is_answered(path: Path) -> None:
    with EmbeddedStore(path, write=True) as store:
        assert store.read("RETURN 1 AS x UNION RETURN 2 AS x", {}).rows == [[1], [2]]


def test_values_inside_lists_and_maps_are_plain(path: Path) -> None:
    with EmbeddedStore(path, write=True) as store:
        loaders.load_record(store, GRAIN)
        text = "MATCH (unit:Division)-[part:PART_OF]->() RETURN collect(unit) AS units, {kind: unit.name} AS map, part"
        ((units, mapped, part),) = store.read(text, {}).rows
    assert [unit["id"] for unit in units] == ["jinhua/grain-bureau/division/reserve-division"]
    assert mapped == {"kind": "Reserve Division"}
    assert part["type"] == "PART_OF"


KILLED = """
import os, signal, sys
from graph.store.embedded import EmbeddedStore
import kglite
from pathlib import Path
store = EmbeddedStore(Path(sys.argv[1]), write=True)
store._graph.cypher("CREATE (node:Place {id: 'late', name: 'late'})")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_writer_had_committed_is_replayed_by_the_next(path: Path, capfd: pytest.CaptureFixture) -> None:
    with EmbeddedStore(path, write=True) as store:
        loaders.load_record(store, GRAIN)
    done = subprocess.run([sys.executable, "-c", KILLED, path], env=os.environ, check=False)
    assert done.returncode == -signal.SIGKILL
    with EmbeddedStore(path, write=False) as store:
        assert store.read("MATCH (node:Place {id: 'late'}) RETURN node.id", {}).rows == []
    assert "a writer is at work or was killed" in capfd.readouterr().err
    with EmbeddedStore(path, write=True) as store:
        assert store.read("MATCH (node:Place {id: 'late'}) RETURN node.id AS id", {}).rows == [["late"]]
    with EmbeddedStore(path, write=False) as store:
        assert store.read("MATCH (node:Place {id: 'late'}) RETURN node.id AS id", {}).rows == [["late"]]
    assert "a writer is at work" not in capfd.readouterr().err
