"""How loading and answering grow with the country, in the embedded store.

    python -m benchmarks.country --counties 28 285

Seconds are of the CPU. What is compared is done in turn, one document or one question here and one there, so that other
work on the machine disturbs both alike; of many the median is taken. With 2850 it takes some ten minutes.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import kglite
import yaml

from benchmarks.counties import write
from benchmarks.figures import GUAPAI, Figure, peak, seconds
from graph.export.network import as_network, of_place
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from loaders.bulk import Bulk
from loaders.load import load_path
from loaders.many import Loading, record_files
from loaders.refusals import Allowed

LAST, TEN, BATCH, ROUNDS = 50, 10, 50, 10  # an even number of rounds leaves a record as it was
FIRST_ANSWER = "MATCH (document:Document) WHERE document.external IS NULL RETURN count(document) AS count"
LOADS = "import sys, kglite; kglite.load(sys.argv[1])"
SAVES = "import sys, kglite; kglite.open(sys.argv[1]).save(sys.argv[2], layout='compact')"


def figures(folder: Path, few: int, many: int) -> Iterator[Figure]:
    """Every figure of the embedded store; the records of the many counties stay in the folder."""
    write(folder, many)
    paths = record_files([folder / "records"])
    small, large = (folder / f"{size}.kgl" for size in (few, many))
    with EmbeddedStore(small, write=True) as fewer, EmbeddedStore(large, write=True) as more:
        last, first = loading(more, paths), loading(fewer, paths[: few + LAST // 2])
        yield _ratio(f"ten documents at the end of {many} counties against {few}", *in_turn(last, first), "1.2")
        yield _ratio(f"the network of one place in {many} counties against {few}", *networks(more, fewer), "1.5")
        yield from one_changed(folder, more, paths[-1], many)
    yield from again(folder, large, paths, many)
    yield opened(large, many)
    yield from memory(folder, large, many)
    yield bulk(folder, paths)


def loading(store: Store, paths: list[Path]) -> Iterator[Callable[[], object]]:
    """Load all but the last ones; then a call for each ten that are left. Transactions are as many as the command makes."""
    store.prepare()
    load_all(store, paths[:-LAST])
    for first in range(len(paths) - LAST, len(paths), TEN):
        yield lambda some=paths[first : first + TEN]: load_all(store, some)  # type: ignore[misc]


def load_all(store: Store, paths: list[Path]) -> None:
    """Load files as the command does."""
    loading = Loading(store, paths, Allowed())
    for numbers in loading.batches(None):
        loading.load(numbers)


def in_turn(*works: Iterator[Callable[[], object]]) -> list[float]:
    """The median cost of each kind of work, all done in turn; the first of each kind is not counted."""
    times = [[seconds(work) for work in round_] for round_ in zip(*works, strict=True)][1:]
    return [median(column) for column in zip(*times, strict=True)]


def networks(*stores: Store) -> list[float]:
    """What the network of one county costs in each store; the same county in all."""
    text = "MATCH (place:Place {level: 'county'}) RETURN place.id AS id ORDER BY id LIMIT 1"
    places = [str(store.rows(text, {})[0]["id"]) for store in stores]
    works = (
        [lambda s=store, p=place: as_network(of_place(s, p))] * ROUNDS
        for store, place in zip(stores, places, strict=True)
    )
    return in_turn(*(iter(work) for work in works))


def one_changed(folder: Path, store: EmbeddedStore, path: Path, many: int) -> Iterator[Figure]:
    """One county whose record changes, back and forth, against a first load of it alone; and what is written."""
    record = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    record["bodies"][0]["units"][0]["duties"].pop()
    (changed := folder / "changed").mkdir()
    (changed / path.name).write_text(yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
    versions = (changed / path.name, path)
    written = []

    def change() -> Iterator[Callable[[], object]]:
        for number in range(ROUNDS):
            yield lambda one=versions[number % 2]: written.append(load_path(store, one).counters)  # type: ignore[misc]

    def alone() -> Iterator[Callable[[], object]]:
        for number in range(ROUNDS):
            with EmbeddedStore(folder / f"alone-{number}.kgl", write=True) as own:
                own.prepare()
                yield lambda own=own: load_path(own, path)  # type: ignore[misc]

    yield _ratio(f"one changed county among {many} against loading it alone", *in_turn(change(), alone()), "1.5")
    rows = max(one.relationships_created + one.relationships_deleted for one in written)
    yield Figure("relationships written for it, where one duty comes or goes", rows, "1", f"{rows}")


def again(folder: Path, large: Path, paths: list[Path], many: int) -> Iterator[Figure]:
    """Open and load all that is there, against a first load of the same; nothing is written."""

    def everything(where: Path) -> None:
        with EmbeddedStore(where, write=True) as store:
            store.prepare()
            load_all(store, paths)

    total = seconds(lambda: everything(folder / "first.kgl"))
    before = large.stat().st_mtime_ns
    spent = min(seconds(lambda: everything(large)) for _ in range(3))
    alone = min(seconds(lambda: kglite.load(str(large))) for _ in range(3))
    beside = f"{many} counties again, unchanged, against the first time"
    yield Figure(f"opening and loading {beside}", spent / total, ".02", f"{spent:.2f} against {total:.1f} s")
    what = f"the engine alone, which opens the file of {many} counties, against that first time"
    yield Figure(what, alone / total, "", f"{alone:.2f} against {total:.1f} s")
    is_left = large.stat().st_mtime_ns == before
    yield Figure(
        "files written by that", 0 if is_left else 1, "0", "the file is left as it is" if is_left else "it is saved"
    )


def opened(large: Path, many: int) -> Figure:
    """Open for reading and answer, against the engine's own load of the file."""

    def answer() -> object:
        with EmbeddedStore(large, write=False) as store:
            return store.read(FIRST_ANSWER, {})

    works = ([answer] * ROUNDS, [lambda: kglite.load(str(large))] * ROUNDS)
    return _ratio(f"open {many} counties and answer against the engine's load", *in_turn(*map(iter, works)), "2")


def memory(folder: Path, large: Path, many: int) -> Iterator[Figure]:
    """The most that a load needs, against a program that only has the engine load the file; and how much of that is the engine's."""
    words = ("load", str(folder / "records"), "--batch", str(BATCH), "--store", str(folder / "memory.kgl"))
    ours = peak(GUAPAI, *words, GUAPAI_HOME=str(folder))
    other = peak(LOADS, str(large))
    engine = peak(SAVES, str(large), str(folder / "saved.kgl"))
    start = peak(GUAPAI, "check", str(next((folder / "records").iterdir())), GUAPAI_HOME=str(folder))
    beside = f"against the engine's load of the file of {many} counties"
    yield Figure(f"memory of loading {beside}", ours / other, "1.3", f"{ours:.0f} against {other:.0f} MB")
    what = f"the engine alone, which opens the file and saves it, {beside}"
    yield Figure(what, engine / other, "", f"{engine:.0f} against {other:.0f} MB")
    what = f"checking one record without a store, {beside}"
    yield Figure(what, start / other, "", f"{start:.0f} against {other:.0f} MB")


def bulk(folder: Path, paths: list[Path]) -> Figure:
    """The files of an import of some documents beside a load of the same."""
    some = paths[:: max(1, len(paths) // 100)]
    (files := folder / "files").mkdir()

    def work() -> None:
        made = Bulk(files)
        for path in some:
            made.add(path)
        made.finish()

    spent = seconds(work)
    with EmbeddedStore(folder / "beside.kgl", write=True) as store:
        store.prepare()
        total = seconds(lambda: [load_path(store, path) for path in some])
    return Figure(
        f"the files of load --bulk for {len(some)} documents against loading them",
        spent / total,
        "",
        f"{spent:.1f} against {total:.1f} s",
    )


def _ratio(what: str, ours: float, other: float, goal: str) -> Figure:
    return Figure(what, ours / other, goal, f"{ours * 1000:.0f} against {other * 1000:.0f} ms")


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, nargs=2, default=[28, 285])
    asked = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        for one in figures(Path(name), *asked.counties):
            print(f"{one.what}: {one.told} ({one.measured}; goal {one.goal})", flush=True)
    print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
