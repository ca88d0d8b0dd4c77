"""End a local server: ask it, force it after a wait, leave no state behind."""

import os
from contextlib import suppress
from pathlib import Path

from graph.server.one_at_a_time import alone
from graph.server.places import Places, places
from graph.server.process import end
from graph.server.state import known_versions, read_state

PATIENCE = 20.0  # seconds for a clean end; a database of usual size needs one


def stop(version: str | None = None, home: Path | None = None, patience: float = PATIENCE) -> list[str]:
    """End the server of a version, or those of all versions; the versions that were running come back.

    Only a process that `up` started is ended: the one with the id and the start time of the state file.
    """
    wanted = [version] if version else known_versions(home)
    return [one for one in wanted if _stop(places(one, home), patience)]


def _stop(place: Places, patience: float) -> bool:
    if not place.root.is_dir():
        return False
    with alone(place.lock):
        return end_recorded(place, patience)


def end_recorded(place: Places, patience: float = PATIENCE) -> bool:
    """End the process of the state file and remove the file; for those who hold the lock. True where one ran."""
    state = read_state(place)
    alive = bool(state and state.alive)
    if state and alive:
        end(state.pid, state.started, patience)
    if state:
        with suppress(ChildProcessError):  # it is nobody's child, or its parent's to ask for
            os.waitpid(state.pid, os.WNOHANG)
    place.state.unlink(missing_ok=True)
    return alive
