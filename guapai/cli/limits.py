"""A limit of time for one of many: what takes longer is given up, the others go on."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from graph.errors import RefusedError
from graph.said import Said

# A document of the longest kind takes some seconds.
SECONDS = 120


@contextmanager
def limited(where: str, seconds: float = SECONDS) -> Iterator[None]:
    """Raise RefusedError after so many seconds; where the system has no timers, or outside the main thread, there is no limit."""

    def _too_long(_number: int, _frame: FrameType | None) -> None:
        raise RefusedError(
            where,
            Said("reading took longer than {} seconds", seconds),
            Said("a document in lines, as they are printed"),
            Said("read it alone, without a limit: guapai extract FILE -o RECORD"),
        )

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
