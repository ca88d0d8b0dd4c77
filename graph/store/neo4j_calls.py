"""Calls of the driver: each ends at a deadline of ours, and whatever goes wrong in one is an error of the driver.

A server that falls silent keeps a call for ever, unless it has told the driver otherwise; so the connection is cut.
"""

import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from threading import Event, Thread
from types import TracebackType
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

from graph.errors import GuapaiError

GRACE = 0.6  # seconds behind the deadline, which the server knows as well: its own answer says more
AGAIN = 0.1  # seconds until what was opened meanwhile is cut, too
UNTIL: ContextVar[float] = ContextVar("until", default=float("inf"))  # when the call that is running has to end

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what the driver has to say is in the errors


class SilentError(DriverError):
    """The server did not answer until the deadline."""


class UnknownHostError(ServiceUnavailable):
    """Nobody knows the address of a host, or tells it in time."""


class DamagedError(DriverError):
    """What came from the server is no answer."""


@contextmanager
def watched(driver: neo4j.Driver, seconds: float) -> Iterator[None]:
    """Cut the connections of a driver where the calls inside do not end in time.

    Raises SilentError then, and DamagedError where the driver stumbles over what it was sent. Errors of ours, and what
    the server itself refuses, pass.
    """
    done, late = Event(), Event()
    Thread(target=_cut_late, args=(driver, seconds, done, late), daemon=True).start()
    before = UNTIL.set(time.monotonic() + seconds)
    try:
        yield
    except (GuapaiError, Neo4jError):
        raise
    except DriverError as error:
        if late.is_set():
            raise SilentError(f"no answer within {seconds:.0f} seconds") from error
        raise
    except Exception as error:
        if _is_of_the_driver(error.__traceback__):
            raise DamagedError(type(error).__name__) from error
        raise
    finally:
        UNTIL.reset(before)
        done.set()


def seconds_left() -> float:
    """How long the call that is running may still take; infinite outside of one."""
    return max(0.0, UNTIL.get() - time.monotonic())


def _cut_late(driver: neo4j.Driver, seconds: float, done: Event, late: Event) -> None:
    if done.wait(seconds + GRACE):
        return
    late.set()
    while True:
        _cut(driver)
        if done.wait(AGAIN):
            return


def _cut(driver: Any) -> None:
    """End both directions of every connection: who waits for one is woken."""
    pool = getattr(driver, "_pool", None)
    for connections in list(getattr(pool, "connections", {}).values()):
        for connection in list(connections):
            wire = getattr(getattr(connection, "socket", None), "_socket", None)
            if isinstance(wire, socket.socket):
                with suppress(OSError, ValueError):
                    socket.socket.shutdown(wire, socket.SHUT_RDWR)


def _is_of_the_driver(trace: TracebackType | None) -> bool:
    """Did the error pass through code of the driver?"""
    while trace is not None:
        if str(trace.tb_frame.f_globals.get("__name__")).split(".")[0] == "neo4j":
            return True
        trace = trace.tb_next
    return False
