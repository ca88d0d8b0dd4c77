"""Local servers end with the process that had them started, also where that is killed: nothing else would end them then.

A child of that process waits for the end of its standard input, which comes with the end of whoever holds the other side.
"""

import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import IO

from graph.server import starting
from graph.server.places import Places
from graph.server.state import State
from graph.server.stopping import stop

CHILD = "from tests.outlived import wait; wait()"
LAUNCH = starting._launch


def watch_launches() -> None:
    """From now on, every local server that this process starts is watched."""
    starting._launch = _launched


def _launched(place: Places, java: Path, words: Sequence[str], ports: tuple[int, int]) -> State:
    state = LAUNCH(place, java, words, ports)
    watch(place.root.parent.parent)
    return state


def watch(home: Path) -> None:
    """End the servers of a home when this process has ended."""
    _watcher().write(f"{home}\n")
    _watcher().flush()


@cache
def _watcher() -> IO[str]:
    # In a group of its own: whoever kills the group of the tests does not kill it.
    command = [sys.executable, "-c", CHILD]
    root = Path(__file__).parents[1]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, text=True, start_new_session=True, cwd=root)
    child.returncode = 0  # it outlives this process on purpose: no warning when the object goes
    assert child.stdin is not None
    return child.stdin


def wait() -> None:
    """The work of the child; a home whose servers have been ended, or that is gone, costs nothing."""
    for home in dict.fromkeys(sys.stdin.read().splitlines()):
        stop(home=Path(home), patience=0.1)
