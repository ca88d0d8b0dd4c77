"""A statement of somebody's own runs in a child process: whatever it does to memory, this program says what happened.

An engine in process cannot be asked to give up memory: it aborts. A child that aborts is only a child.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import RefusedError
from graph.said import Said

LARGEST = 4 * 1024**3  # bytes of memory for a statement and the graph; less on a small machine
SHARE = 0.75  # of the memory of a small machine
GRACE = 5  # seconds behind its time limit in which a statement may still end by itself
_is_child = False


def go_apart() -> None:
    """Go on in a child with limited memory. The parent waits here, ends with its code, or says why the child died.

    Nothing is divided where others hold the streams of this process (a notebook, a test). Raises RefusedError in the
    parent where the child was ended by a limit, SystemExit with its code otherwise.
    """
    global _is_child
    if sys.__stdout__ is None or sys.stdout is not sys.__stdout__ or not hasattr(os, "fork"):
        return
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        _is_child = True
        _limit_memory()
        return
    try:
        _, status = os.waitpid(child, 0)
    except BaseException:  # an interrupt, or the end of this program: nothing is written there that could be cut
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGALRM:
        raise RefusedError(
            "Cypher", Said("the statement took too long"), Said("an answer within the time limit"), Said("ask for less")
        )
    if code < 0:
        raise RefusedError(
            "Cypher",
            Said("the statement needs too much memory"),
            Said("{} MB at most", _limit() // 1024**2),
            Said("ask for less"),
        )
    raise SystemExit(code)


def go_apart_for(query: str | None) -> None:
    """Go apart where a query is a file of somebody's own."""
    if query is not None and query.endswith(".cypher"):
        go_apart()


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End the child where the work inside does not end by itself; nothing of the engine's last words is shown."""
    if not _is_child:
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    except MemoryError:
        os.abort()
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _limit() -> int:
    physical = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return min(LARGEST, int(physical * SHARE))


def _limit_memory() -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = _limit() if hard == resource.RLIM_INFINITY else min(_limit(), hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
