"""One measured ratio, and what several benchmarks measure with."""

import os
import subprocess
import sys
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

    @property
    def told(self) -> str:
        """The ratio with as many digits as it needs beside a goal of some hundredths."""
        return f"{self.ratio:.2f}" if self.ratio >= 0.1 or not self.ratio else f"{self.ratio:.3f}"


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
    before = used(process)
    return seconds(work) + used(process) - before


def used(process: int) -> float:
    """Seconds of the CPU that a process used until now; 0 where it has just ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(code: str, *arguments: str, **environment: str) -> float:
    """Megabytes that some Python needs at most, in a process of its own; as Linux counts them. Raises where it fails."""
    command = [sys.executable, "-c", code + TELLS, *arguments]
    known = {**os.environ, **environment}
    done = subprocess.run(command, env=known, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return int(done.stdout.split()[-2]) / 1024


# Not what the system reports of a child: that counts the process it was made by.
TELLS = """
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
# The command line as a program; how it ends is seen by who asks for its exit code.
GUAPAI = """
import sys
from guapai.cli import main
sys.argv[0] = "guapai"
try:
    main()
except SystemExit as end:
    if end.code:
        raise
"""


def empty(store: Neo4jStore) -> None:
    """Take everything out; constraints stay."""
    for label in ("Organization", *own_labels()):
        text = f"MATCH (node:{label}) WITH node LIMIT 1000 DETACH DELETE node RETURN count(*) AS count"
        while store.run_write(text, {}).rows[0][0]:
            pass
