"""The order in which documents are loaded, forgotten and loaded again changes nothing, on every engine."""

import random
from pathlib import Path

import pytest

from graph.store.protocol import Store
from guapai.opening import record_paths
from loaders.load import forget, load
from loaders.reading import RecordFile, read_record
from tests.contents import content
from tests.families import family


def after(store: Store, files: list[RecordFile]) -> object:
    """What a graph holds after loading these in this order; it is empty again at the end."""
    for file in files:
        load(store, file)
    held = content(store)
    for file in files:
        forget(store, file.document)
    assert content(store) == ([], [])
    return held


@pytest.mark.long
def test_every_order_of_the_bundled_records_gives_one_graph(store: Store) -> None:
    files = [read_record(path) for path in record_paths()]
    wanted = after(store, files)
    for turn in (3,) if "neo4j" in store.name else range(1, len(files)):
        assert after(store, [*files[turn:], *files[:turn]][:: -1 if turn % 2 else 1]) == wanted


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2))
def test_what_was_loaded_and_forgotten_before_leaves_no_trace(store: Store, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = family(tmp_path, 3)
    loaded: set[str] = set()
    for _ in range(12):
        file = chance.choice(files)
        if file.document in loaded and chance.random() < 0.7:
            forget(store, file.document)
            loaded.remove(file.document)
        else:
            load(store, file)
            loaded.add(file.document)
    held = content(store)
    for document in loaded:
        forget(store, document)
    assert content(store) == ([], [])
    assert held == after(store, [file for file in files if file.document in loaded])
