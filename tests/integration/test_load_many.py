"""Many records at once: several in one transaction, several writers, one bad one among them, a list of failures."""

import json
import os
import signal
import subprocess
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from benchmarks.counties import write
from graph.errors import GuapaiError, RefusedError
from graph.store import embedded
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Counters, Store
from guapai.cli.loading_side_by_side import _outcomes
from loaders.batches import bring_several
from loaders.load import Loaded, forget, load, load_path
from loaders.many import Loading, by_place, prepared, record_files
from loaders.markers import record_marker
from loaders.reading import file_digest
from loaders.refusals import Allowed
from tests.contents import content
from tests.families import FIXTURES, family
from tests.servers import Server
from tests.typed import GUAPAI, known_to

LOADED = "MATCH (document:Document) WHERE document.external IS NULL RETURN count(document) AS count"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Records that share parents, partners, functions and places, one of them in another place."""
    return [Path(file.where) for file in family(tmp_path, 3)]


def one_after_the_other(store: Store, files: list[Path]) -> object:
    """What a graph holds after loading each alone; it is empty again at the end."""
    for path in files:
        load_path(store, path)
    held = content(store)
    for path in files:
        forget(store, path.stem)
    assert content(store) == ([], [])
    return held


def outcomes(found: list[Loaded | GuapaiError]) -> list[str]:
    return [one.outcome if isinstance(one, Loaded) else type(one).__name__ for one in found]


def test_documents_of_one_transaction_give_the_graph_of_one_after_the_other(store: Store, files: list[Path]) -> None:
    wanted = one_after_the_other(store, files)
    load_path(store, files[1])
    loading = Loading(store, files, Allowed())
    assert outcomes(loading.load(list(range(len(files))))) == ["loaded", "unchanged", "loaded", "loaded", "loaded"]
    assert content(store) == wanted
    again = Loading(store, [*files, files[0]], Allowed())
    assert outcomes(again.load(list(range(len(files) + 1)))) == ["unchanged"] * 6


def test_one_refused_record_stops_no_other_of_its_transaction(store: Store, files: list[Path], tmp_path: Path) -> None:
    twin = tmp_path / "twin.yaml"
    twin.write_bytes(files[0].read_bytes())
    broken = tmp_path / "broken.yaml"
    broken.write_text("version: 2\n", encoding="utf-8")
    loading = Loading(store, [files[0], twin, broken, files[2]], Allowed())
    assert outcomes(loading.load([0, 1, 2, 3])) == ["loaded", "RefusedError", "ContentError", "loaded"]
    assert {row["id"] for row in store.rows("MATCH (d:Document) WHERE d.external IS NULL RETURN d.id AS id", {})} == {
        f"document/{files[0].stem}",
        f"document/{files[2].stem}",
    }


def test_a_transaction_that_fails_as_a_whole_is_begun_again_one_by_one(store: Store, files: list[Path]) -> None:
    calls: list[int] = []
    change = store.change

    def once(work, **more):  # type: ignore[no-untyped-def]
        calls.append(1)
        if len(calls) == 1:
            raise RefusedError("here", "no room for so much", "less", "")
        return change(work, **more)

    store.change = once  # type: ignore[method-assign]
    found = list(bring_several(store, [prepared(path) for path in files], Allowed()))
    assert (outcomes(found), len(calls)) == (["loaded"] * len(files), len(files) + 1)


def test_a_damaged_document_is_not_called_unchanged(store: Store, files: list[Path]) -> None:
    for path in files:
        load_path(store, path)
    store.run_write("MATCH ()-[link:HOSTS]->() WHERE link.document = 'salt' DELETE link", {})
    found = Loading(store, files, Allowed()).load(list(range(len(files))))
    assert {one.document: one.outcome for one in found if isinstance(one, Loaded)} == {
        path.stem: "changed" if path.stem == "salt" else "unchanged" for path in files
    }


def test_a_changed_document_writes_its_own_rows_only(store: Store, files: list[Path]) -> None:
    for path in files:
        load_path(store, path)
    (path,) = (path for path in files if path.stem == "salt")
    text = path.read_text(encoding="utf-8")
    assert text.count('heading: "') == 1
    path.write_text(text.replace('heading: "', 'heading: "Revised '), encoding="utf-8")
    changed = load_path(store, path)
    assert (changed.outcome, changed.counters) == ("changed", Counters(properties_set=1))
    # What data files say between two nodes is made again where it has gone.
    (lost,) = store.run_write(
        "MATCH (body:Bureau {id: 'jinhua/salt-bureau'})-[link:IN_PLACE]->() DELETE link RETURN body.id AS id", {}
    ).rows[0]
    repaired = load_path(store, path, whole=True)
    assert (lost, repaired.counters) == ("jinhua/salt-bureau", Counters(relationships_created=1))


def test_a_document_that_comes_twice_is_what_its_last_file_says(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "grain.yaml", tmp_path / "b" / "grain.yaml"
    text = (FIXTURES / "grain.yaml").read_text(encoding="utf-8")
    for path, more in ((first, ""), (second, "# another copy\n")):
        path.parent.mkdir()
        path.write_text(text + more, encoding="utf-8")
    load_path(store, first)
    loading = Loading(store, [second, first], Allowed())
    for number in range(2):
        loading.load([number])
    (row,) = store.rows("MATCH (d:Document {id: 'document/grain'}) RETURN d.record_sha256 AS marker", {})
    assert row["marker"] == record_marker(file_digest(first) or "")
    forget(store, "grain")
    assert outcomes(Loading(store, [second, first], Allowed()).load([0, 1])) == [
        "loaded",
        "unchanged",
    ]  # but for a remark
    (row,) = store.rows("MATCH (d:Document {id: 'document/grain'}) RETURN d.record_sha256 AS marker", {})
    assert row["marker"] == record_marker(file_digest(first) or "")


def test_the_more_a_graph_holds_the_more_documents_share_a_transaction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "ENOUGH", 2)
    write(tmp_path, 12)
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as store:
        store.prepare()
        loading = Loading(store, record_files([tmp_path / "records"]), Allowed())
        sizes = []
        for numbers in loading.batches(None):
            assert outcomes(loading.load(numbers)) == ["loaded"] * len(numbers)
            sizes.append(len(numbers))
        assert sizes == [1, 1, 2, 3, 4, 1]  # one more for each two that are there; the last is what is left
        assert [store.documents_at_once(asked) for asked in (None, 3, 100)] == [7, 3, 10]


def test_records_of_one_place_go_to_one_writer(tmp_path: Path) -> None:
    write(tmp_path, 3, 4)
    paths = record_files([tmp_path / "records"])
    shuffled = paths[::2] + paths[1::2]
    groups = list(by_place(shuffled, 4))
    assert sorted(number for group in groups for number in group) == list(range(12))
    assert [len({shuffled[number].stem.rpartition("-")[0] for number in group}) for group in groups] == [1, 1, 1]


def test_the_failures_of_a_folder_are_a_file(tmp_path: Path) -> None:
    write(tmp_path, 6)
    folder, failures = tmp_path / "records", tmp_path / "failures.jsonl"
    (folder / "broken.yaml").write_text("version: 2\n", encoding="utf-8")
    known = {**known_to(tmp_path / "home"), "GUAPAI_STORE": str(tmp_path / "graph.kgl")}

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        command = [GUAPAI, "load", folder, "--batch", "4", "--failures", failures, "--format", "json", *more]
        return subprocess.run(command, capture_output=True, text=True, env=known, timeout=600)

    done = run()
    assert (done.returncode, len(json.loads(done.stdout))) == (6, 6), done.stderr
    (told,) = [json.loads(line) for line in failures.read_text(encoding="utf-8").splitlines()]
    assert (told["file"], told["where"], told["exit_code"]) == (
        str(folder / "broken.yaml"), f"{folder / 'broken.yaml'}:1", 6,
    )  # fmt: skip
    assert f"what each one lacks stands in {failures}" in done.stderr
    (folder / "broken.yaml").unlink()
    done = run()
    assert (done.returncode, {row["outcome"] for row in json.loads(done.stdout)}) == (0, {"unchanged"})
    assert failures.read_text(encoding="utf-8") == ""
    failures.write_text("notes of mine\n", encoding="utf-8")
    assert run().returncode == 5
    assert failures.read_text(encoding="utf-8") == "notes of mine\n"
    failures.unlink()
    refused = run("--jobs", "2")
    assert (refused.returncode, "one writer at a time" in refused.stderr) == (2, True)


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="there is no folder that takes no file")
def test_a_list_that_cannot_be_written_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    write(tmp_path, 2)
    store, failures = tmp_path / "graph.kgl", Path("/sys/kernel/failures.jsonl")
    command = [GUAPAI, "load", tmp_path / "records", "--store", store, "--failures", failures]
    done = subprocess.run(command, capture_output=True, text=True, env=known_to(tmp_path / "home"), timeout=600)
    assert (done.returncode, store.exists()) == (5, False), done.stderr
    assert f"{failures}: it cannot be written" in done.stderr


@pytest.fixture
def reached(engine: "str | Server", tmp_path: Path) -> dict[str, str]:
    """What a command needs to know of the server."""
    if isinstance(engine, str):
        pytest.skip("one process writes an embedded graph at a time")
    return {
        **known_to(tmp_path / "home"),
        "NEO4J_URI": engine.uri,
        "NEO4J_USERNAME": engine.username,
        "NEO4J_PASSWORD": engine.password.get_secret_value(),
        "NEO4J_DATABASE": engine.database or "",
    }


def test_several_writers_give_the_graph_of_one_after_the_other(
    reached: dict[str, str], store: Store, tmp_path: Path
) -> None:
    write(tmp_path, 4, 2)
    folder = tmp_path / "records"
    wanted = one_after_the_other(store, record_files([folder]))
    (folder / "broken.yaml").write_text("version: 2\n", encoding="utf-8")
    command = [GUAPAI, "load", folder, "--jobs", "2", "--batch", "3", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, env=reached, timeout=600)
    assert (done.returncode, [row["outcome"] for row in json.loads(done.stdout)]) == (6, ["loaded"] * 8), done.stderr
    assert content(store) == wanted


def begun(reached: dict[str, str], store: Store, folder: Path, *more: str) -> "subprocess.Popen[str]":
    """A load by two writers of which some documents are written."""
    command = [GUAPAI, "load", folder / "records", "--jobs", "2", "--format", "json", *more]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=reached)
    while running.poll() is None and not store.rows(LOADED, {})[0]["count"]:
        time.sleep(0.05)
    return running


def goes_on(reached: dict[str, str], store: Store, folder: Path, count: int) -> bool:
    """Does the same command do the rest, and is every document whole then?"""
    command = [GUAPAI, "load", folder / "records", "--jobs", "2", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, env=reached, timeout=600)
    again = Loading(store, record_files([folder / "records"]), Allowed()).load(list(range(count)))
    return done.returncode == 0 and outcomes(again) == ["unchanged"] * count


@pytest.mark.long
def test_ctrl_c_ends_all_writers_between_two_documents(reached: dict[str, str], store: Store, tmp_path: Path) -> None:
    write(tmp_path, 60)
    with begun(reached, store, tmp_path) as running:
        running.send_signal(signal.SIGINT)
        out, told = running.communicate(timeout=300)
    assert (running.returncode, "interrupted behind" in told, "Traceback" in told) == (130, True, False), told
    assert len(json.loads(out)) <= store.rows(LOADED, {})[0]["count"] < 60
    assert goes_on(reached, store, tmp_path, 60)


@pytest.mark.long
def test_a_writer_that_is_killed_stops_the_others_and_the_same_command_goes_on(
    reached: dict[str, str], store: Store, tmp_path: Path
) -> None:
    write(tmp_path, 60)
    with begun(reached, store, tmp_path) as running:
        writers = [one for one in children(running.pid) if "multiprocessing.spawn" in one[1]]
        os.kill(writers[0][0], signal.SIGKILL)
        _, told = running.communicate(timeout=300)
    assert (running.returncode, "a writer was killed" in told, "Traceback" in told) == (1, True, False), told
    assert "cut behind" in told
    assert goes_on(reached, store, tmp_path, 60)


def children(process: int) -> list[tuple[int, str]]:
    """The processes that a process started, with their command lines."""
    listed = subprocess.run(["ps", "-ww", "-o", "pid=,args=", "--ppid", str(process)], capture_output=True, text=True)
    return [(int(line.split()[0]), line) for line in listed.stdout.splitlines()]


def test_a_killed_writer_is_said() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool, pytest.raises(GuapaiError, match="a writer was killed"):
        _outcomes(pool.submit(os._exit, 9))


def test_load_and_batches_agree_on_what_is_written(store: Store, files: list[Path]) -> None:
    """The counts that a table shows are those of the document alone."""
    alone = [load_path(store, path) for path in files]
    for path in files:
        forget(store, path.stem)
    together = Loading(store, files, Allowed()).load(list(range(len(files))))
    shown = [(one.document, one.nodes, one.relationships) for one in together if isinstance(one, Loaded)]
    assert shown == [(one.document, one.nodes, one.relationships) for one in alone]
    assert load(store, family(files[0].parent, 3)[0]).outcome == "unchanged"
