"""One measured ratio, and what several benchmarks measure with."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.store.neo4j_store import Neo4jStore
from graph.store.statements import own_labels


@dataclass(frozen=True)
class Figure:
    """One ratio beside its goal."""

    what: str
    ratio: float
    goal: str
    measured: str


def seconds(work: Callable[[], object]) -> float:
    """What a work costs of the CPU."""
    start = time.process_time()
    work()
    return time.process_time() - start


def with_server(process: int, work: Callable[[], object]) -> float:
    """What a work costs of the CPU here and in the server; where nobody says what a server used, the time it takes."""
    if not Path(f"/proc/{process}/stat").exists():
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    before = _used(process)
    return seconds(work) + _used(process) - before


def _used(process: int) -> float:
    """Seconds of the CPU that a process used until now."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(command: list[str], environment: dict[str, str] | None = None) -> float:
    """Megabytes that a command needs at most. Raises where it fails."""
    process = os.posix_spawn(command[0], command, {**os.environ, **(environment or {})}, file_actions=QUIET)
    _, status, used = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{command[:4]} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_maxrss / 1024


QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


def empty(store: Neo4jStore) -> None:
    """Take everything out; constraints stay."""
    for label in ("Organization", *own_labels()):
        text = f"MATCH (node:{label}) WITH node LIMIT 10000 DETACH DELETE node RETURN count(*) AS count"
        while store.run_write(text, {}).rows[0][0]:
            pass
