"""A real Neo4j of one's own, without Docker and without an installed Java: started, found, ended.

Importing this package, and asking `running`, is cheap; the rest imports what it needs when it is called.
"""

from pathlib import Path

from graph.server.state import LocalServer, running

__all__ = ["LocalServer", "down", "running", "up"]


def up(version: str | None = None, home: Path | None = None) -> LocalServer:
    """The running server of a version, started if it is not running; its jars are fetched if they are not there.

    `home` is the folder that holds the data of all versions. Raises what `graph.server.starting.start` raises.
    """
    from graph.server.lock_file import DEFAULT_VERSION
    from graph.server.starting import start

    return start(version or DEFAULT_VERSION, home)


def down(version: str | None = None, home: Path | None = None) -> list[str]:
    """End the server of a version, or of every version; the versions that were running come back."""
    from graph.server.stopping import stop

    return stop(version, home)
