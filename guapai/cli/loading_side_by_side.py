"""Several writers at once: processes that read records and bring them to one server, each with a connection of its own.

Reading and checking run side by side; what is written waits for the lock of the graph, a short transaction at a time.
Documents of one place go to one writer.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GuapaiError, UsageError
from graph.said import Said
from graph.store.choose import choose, open_store
from guapai.cli.loading_many import OF_ONE
from guapai.opening import opened

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

    from graph.store.protocol import Store
    from guapai.cli.loading_many import Run
    from loaders.load import Loaded
    from loaders.refusals import Allowed

AT_ONCE = 20  # documents that a writer takes at a time
AHEAD = 3  # times so many are waiting for each writer
LOOK = 0.2  # seconds between two looks for Ctrl-C
_named: str | None = None  # the store of this writer, as the command line has it
_stop: "Event | None" = None  # set when this writer is to end behind what it has in hand


def load_side_by_side(
    run: "Run", paths: list[Path], store: str | None, allowed: "Allowed", batch: int | None, jobs: int
) -> None:
    """Load the files with so many writers; raises UsageError for an embedded graph, which has one writer at a time."""
    if choose(store).kind == "embedded":
        raise UsageError(
            "--jobs",
            Said("an embedded graph has one writer at a time"),
            Said("a Neo4j server"),
            Said("leave --jobs out, or guapai neo4j up"),
        )
    with opened(store, write=True) as graph:
        graph.prepare()
        context = multiprocessing.get_context("spawn")
        stop = context.Event()
        with ProcessPoolExecutor(jobs, context, _begin, (store, stop)) as pool:

            def looked() -> None:
                """Tell the writers of Ctrl-C while their outcomes are waited for."""
                if run.stopped:
                    stop.set()

            try:
                run.taken([str(path) for path in paths], _given(pool, paths, allowed, batch, jobs, looked))
            finally:
                stop.set()
                pool.shutdown(cancel_futures=True)


def _given(
    pool: ProcessPoolExecutor,
    paths: Sequence[Path],
    allowed: "Allowed",
    batch: int | None,
    jobs: int,
    looked: Callable[[], None],
) -> "Iterator[tuple[list[int], partial[list[Loaded | GuapaiError]]]]":
    """Batches and the call that waits for their outcomes; a few are handed out ahead."""
    from loaders.many import by_place

    waiting: list[tuple[list[int], Future[list[Loaded | GuapaiError]]]] = []
    for numbers in by_place(paths, AT_ONCE):
        files = [paths[number] for number in numbers]
        waiting.append((numbers, _handed_out(pool, files, allowed, batch)))
        if len(waiting) > jobs * AHEAD:
            first, future = waiting.pop(0)
            yield first, partial(_outcomes, future, looked)
    for last, future in waiting:
        yield last, partial(_outcomes, future, looked)


def _handed_out(
    pool: ProcessPoolExecutor, files: list[Path], allowed: "Allowed", batch: int | None
) -> "Future[list[Loaded | GuapaiError]]":
    """What will be known of some files; where a writer has been killed, that, in its turn."""
    try:
        return pool.submit(_load, files, allowed, batch)
    except BrokenProcessPool as error:
        broken: Future[list[Loaded | GuapaiError]] = Future()
        broken.set_exception(error)
        return broken


def _outcomes(
    future: "Future[list[Loaded | GuapaiError]]", looked: Callable[[], None] = lambda: None
) -> "list[Loaded | GuapaiError]":
    """What became of some files; of the first of them only where the writers were told to stop meanwhile."""
    try:
        while not future.done():
            wait([future], LOOK)
            looked()
        return future.result()
    except BrokenProcessPool as error:
        raise GuapaiError(
            "guapai load --jobs",
            Said("a writer was killed"),
            Said("writers that run to their end"),
            Said("run the same command again: what is written stays"),
        ) from error


def _begin(store: str | None, stop: "Event") -> None:
    """A new writer: Ctrl-C is for the process that hands out the work, which says when to stop."""
    global _named, _stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _named, _stop = store, stop


@cache
def _opened(store: str | None) -> "Store":
    """The connection of this writer, made for its first files: so what goes wrong with it is told like anything else."""
    return open_store(choose(store), write=True)


def _load(paths: list[Path], allowed: "Allowed", batch: int | None) -> "list[Loaded | GuapaiError]":
    """An outcome or an error for each file; where the server is lost, the error of the first stands for all that follow."""
    from loaders.many import Loading

    try:
        loading = Loading(_opened(_named), paths, allowed)
    except GuapaiError as error:
        return [error] * len(paths)
    found: list[Loaded | GuapaiError] = []
    for numbers in loading.batches(batch):
        if _stop is not None and _stop.is_set():
            break
        try:
            found += loading.load(numbers)
        except OF_ONE as error:
            found += [error] * len(numbers)
        except GuapaiError as error:
            return found + [error] * (len(paths) - numbers.start)
    return found
