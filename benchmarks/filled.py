"""Stores with the records of few and of many counties, for what is measured on them; where a folder is named they stay there.

In the folder: `records/`, `28.kgl`, `neo4j-2026.08.1-28/`, and so on. What is there already is not made again.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path

from benchmarks import bundled, counties
from graph.server import LocalServer, down, up
from graph.server.lock_file import DEFAULT_VERSION
from graph.server.starting import import_files
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from loaders.bulk import Bulk
from loaders.many import Loading, record_files
from loaders.refusals import Allowed

TOGETHER = 10  # documents of one transaction


@contextmanager
def kept(folder: Path | None) -> Iterator[Path]:
    """The folder that is named, made where it is not there, or one that goes at the end."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder.absolute()
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def records(folder: Path, size: int) -> list[Path]:
    """The record files of the first so many counties, written where they are not there."""
    if not (written := folder / f"records-{size}").exists():
        counties.write(unfinished := folder / f"unfinished-{size}", size)
        (unfinished / "records").rename(written)
    return list(islice(record_files([written]), size))


@contextmanager
def embedded(folder: Path, sizes: Sequence[int]) -> Iterator[dict[int, Store]]:
    """An embedded store for each size, open for reading."""
    with ExitStack() as stack:
        yield {size: stack.enter_context(EmbeddedStore(_loaded(folder, size), write=False)) for size in sizes}


def _loaded(folder: Path, size: int) -> Path:
    path = folder / f"{size}.kgl"
    if not path.exists():
        loading = folder / f"unfinished-{size}.kgl"
        with EmbeddedStore(loading, write=True) as store:
            store.prepare()
            several = Loading(store, records(folder, size), Allowed())
            for numbers in several.batches(TOGETHER):
                several.load(numbers)
        loading.rename(path)
    return path


@contextmanager
def servers(folder: Path, sizes: Sequence[int], version: str = DEFAULT_VERSION) -> Iterator[dict[int, LocalServer]]:
    """A managed Neo4j for each size, filled as `guapai load --bulk` does, and ended at last."""
    with ExitStack() as stack:
        yield {size: stack.enter_context(_running(folder, size, version)) for size in sizes}


@contextmanager
def _running(folder: Path, size: int, version: str) -> Iterator[LocalServer]:
    home = folder / f"neo4j-{version}-{size}"
    try:
        server = up(version, home)
        with bundled.prepared(server) as store:
            is_empty = store.rows("MATCH (one:Document) RETURN count(one) AS count", {})[0]["count"] == 0
        if is_empty:
            server = _imported(server, home, records(folder, size))
        yield server
    finally:
        down(version, home)


def _imported(server: LocalServer, home: Path, paths: list[Path]) -> LocalServer:
    with tempfile.TemporaryDirectory(dir=home) as name:
        bulk = Bulk(Path(name))
        for path in paths:
            bulk.add(path)
        bulk.finish()
        server = import_files(server.version, Path(name), home)
    with bundled.prepared(server):
        return server
