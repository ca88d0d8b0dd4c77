"""Reading a folder of documents on two processes against one.

    python -m benchmarks.extraction_side_by_side --counties 285

Seconds are of the CPU: those of the command itself and of the slowest of its processes, which a machine with two free cores
would need by a clock. What all of them need together stands beside it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.counties import write
from benchmarks.figures import GUAPAI, Figure, used

REFUSED = 6  # a few counties have a name that others have, too, and their documents do not say which they are
LOOK = 0.1  # seconds between two looks at what the processes have used


def figures(folder: Path, many: int) -> Iterator[Figure]:
    """The longest way through two processes against that through one; all seconds of both against those of one."""
    write(folder, many)
    one, two = (extracted(folder, jobs) for jobs in (1, 2))
    what = f"extraction of {many} counties on two processes against one"
    yield Figure(what, _way(two) / _way(one), ".6", f"{_way(two):.1f} against {_way(one):.1f} s")
    what = f"all that two processes need for {many} counties against one"
    yield Figure(what, sum(two) / sum(one), "", f"{sum(two):.1f} against {sum(one):.1f} s")


def _way(spent: list[float]) -> float:
    """The command itself, which comes first, and the slowest of its processes."""
    return spent[0] + max(spent[1:], default=0.0)


def extracted(folder: Path, jobs: int) -> list[float]:
    """What the command needs to read all documents: itself, then each of its processes."""
    words = ("extract", str(folder / "documents"), "-o", str(folder / f"by-{jobs}"), "--jobs", str(jobs))
    running = subprocess.Popen(
        [sys.executable, "-c", GUAPAI, *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "GUAPAI_HOME": str(folder)},
    )
    spent: dict[int, float] = {running.pid: 0.0}
    while running.poll() is None:
        for process in (running.pid, *_children(running.pid)):
            spent[process] = max(spent.get(process, 0.0), used(process))
        time.sleep(LOOK)
    if running.returncode not in (0, REFUSED):
        raise RuntimeError(f"guapai extract ended with {running.returncode}")
    return list(spent.values())


def _children(process: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:  # it has just ended
        return []


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, default=285)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for one in figures(Path(name), asked.counties):
            print(f"{one.what}: {one.told} ({one.measured}; goal {one.goal})", flush=True)


if __name__ == "__main__":
    main()
