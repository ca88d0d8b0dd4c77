"""Documents read by several processes of this machine; one that is killed costs nothing but its time."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TYPE_CHECKING

from graph.errors import GuapaiError
from graph.said import Said

if TYPE_CHECKING:
    from guapai.cli.extracting import Done, Job


def side_by_side(jobs: Sequence["Job"], processes: int | None) -> "Iterator[Done]":
    """Read in so many processes, on all cores unless told, in the order in which documents are finished.

    Where a process is killed, all of them end: new ones read what is left. Where these come no further, the next
    document is tried alone, so that one that is too much for the machine stops no other.
    """
    left = dict(enumerate(jobs))
    while left:
        before = len(left)
        with suppress(BrokenProcessPool):
            yield from _finished(left, processes or os.cpu_count() or 1)
        if len(left) == before:
            yield from _alone(left.pop(next(iter(left))))


def _finished(left: "dict[int, Job]", processes: int) -> "Iterator[Done]":
    """Read what is left; what is done goes out of it. Raises BrokenProcessPool where a process is killed."""
    from guapai.cli.extracting import one_of_many

    try:
        started = ProcessPoolExecutor(min(processes, len(left)))
    except OSError:  # no room for the locks that processes share, as where /dev/shm is full or missing: one by one here
        for number, job in list(left.items()):
            done = one_of_many(job)
            del left[number]
            yield done
        return
    with started as pool:
        waiting = {pool.submit(one_of_many, job): number for number, job in left.items()}
        try:
            for future in as_completed(waiting):
                done = future.result()
                del left[waiting[future]]
                yield done
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(job: "Job") -> "Iterator[Done]":
    from guapai.cli.extracting import Done

    try:
        yield from _finished({0: job}, 1)
    except BrokenProcessPool as error:
        found = GuapaiError(
            str(job.document),
            Said("the process that read it was killed"),
            Said("one that reads it to its end"),
            Said("see how much memory is free, then read it alone"),
        )
        found.__cause__ = error
        yield Done(job, error=found)
