"""Several loaders at one server: the graph is that of one after the other, whatever they share and however they meet."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store import indexes
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from loaders.load import forget, load
from loaders.reading import RecordFile
from tests.conftest import open_engine
from tests.contents import content
from tests.families import family
from tests.servers import Server

Work = Callable[[Store], object]


@pytest.fixture
def side_by_side(engine: "str | Server", store: Store, tmp_path: Path) -> Callable[[list[Work]], None]:
    """Each work in a thread and with a connection of its own, all begun at once; what one raises is raised."""
    if isinstance(engine, str):
        pytest.skip("one process writes an embedded graph at a time")

    def run(works: list[Work]) -> None:
        begin, errors = threading.Barrier(len(works)), []

        def one(work: Work) -> None:
            with open_engine(engine, tmp_path) as own:
                begin.wait()
                try:
                    work(own)
                except Exception as error:
                    errors.append(error)

        threads = [threading.Thread(target=one, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert errors == []

    return run


def loading(files: list[RecordFile]) -> Work:
    return lambda own: [load(own, file) for file in files]


def one_after_the_other(folder: Path, files: list[RecordFile]) -> object:
    """What a graph holds after loading these, one by one: the same on every engine, so asked of the quickest."""
    with EmbeddedStore(folder / "alone.kgl", write=True) as alone:
        alone.prepare()
        for file in files:
            load(alone, file)
        return content(alone)


@pytest.mark.parametrize("loaders", [2, 4, 8])
def test_documents_with_shared_parents(
    store: Store, side_by_side: Callable[[list[Work]], None], tmp_path: Path, loaders: int
) -> None:
    files = family(tmp_path)
    wanted = one_after_the_other(tmp_path, files)
    side_by_side([loading(files[number::loaders]) for number in range(loaders)])
    assert content(store) == wanted
    assert {load(store, file).outcome for file in files} == {"unchanged"}


@pytest.mark.parametrize("loaders", [2, 8])
def test_the_same_document_from_all_of_them(
    store: Store, side_by_side: Callable[[list[Work]], None], tmp_path: Path, loaders: int
) -> None:
    files = family(tmp_path, 1)
    wanted = one_after_the_other(tmp_path, files)
    side_by_side([loading(files)] * loaders)
    assert content(store) == wanted


def test_loading_and_forgetting_side_by_side(
    store: Store, side_by_side: Callable[[list[Work]], None], tmp_path: Path
) -> None:
    files = family(tmp_path)
    leaving, staying = files[::2], files[1::2]
    wanted = one_after_the_other(tmp_path, staying)
    for file in leaving:
        load(store, file)
    works: list[Work] = [loading([file]) for file in staying]
    works += [lambda own, name=file.document: forget(own, name) for file in leaving]
    side_by_side(works)
    assert content(store) == wanted


def test_the_first_load_of_all_makes_the_constraints_once(
    store: Store, side_by_side: Callable[[list[Work]], None], tmp_path: Path
) -> None:
    files = family(tmp_path, 3)
    wanted = one_after_the_other(tmp_path, files)
    for row in store.rows("SHOW CONSTRAINTS YIELD name", {}):
        store.run_write(f"DROP CONSTRAINT {row['name']}", {})
    for row in store.rows("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", {}):
        store.run_write(f"DROP INDEX {row['name']}", {})
    store.run_write(f"MATCH (node:{indexes.GUAPAI}) DELETE node", {})

    def first(file: RecordFile) -> Work:
        return lambda own: (own.prepare(), load(own, file))

    side_by_side([first(file) for file in files])
    assert content(store) == wanted
    assert indexes.missing(store.rows(indexes.KNOWN, {})) == []
    assert [row["count"] for row in store.rows(f"MATCH (n:{indexes.GUAPAI}) RETURN count(n) AS count", {})] == [1]
