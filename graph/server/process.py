"""Which process is which: a process id is used again by the system, with its start time it is not."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

PAUSE = 0.05  # seconds between two looks


def started_at(pid: int) -> str | None:
    """When a process started, as the system says it; None where there is no such process or it has ended."""
    if sys.platform == "linux":
        return _started_linux(pid)
    return _started_posix(pid)


def _started_linux(pid: int) -> str | None:
    """The clock ticks from the start of the system, with the identity of that start.

    The fields of /proc/PID/stat follow the name, which stands in parentheses and may hold anything.
    """
    try:
        status, *fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return None if status in "ZX" else f"{boot} {fields[18]}"


def _started_posix(pid: int) -> str | None:
    command = ["ps", "-o", "stat=,lstart=", "-p", str(pid)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()  # noqa: S603
    return None if not told or told[0].startswith("Z") else " ".join(told[1:])


def is_same(pid: int, started: str) -> bool:
    """Is the process still the one that started then?"""
    return started_at(pid) == started


def end(pid: int, started: str, patience: float) -> bool:
    """End a process: ask it, after `patience` seconds without effect force it. True where force was needed.

    Does nothing to another process that has its id by now.
    """
    _send(pid, started, signal.SIGTERM)
    if _ended_within(pid, started, patience):
        return False
    _send(pid, started, signal.SIGKILL)
    _ended_within(pid, started, patience)
    return True


def _send(pid: int, started: str, number: signal.Signals) -> None:
    if is_same(pid, started):
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def _ended_within(pid: int, started: str, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while is_same(pid, started):
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)
    return True
