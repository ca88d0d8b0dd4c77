"""What Java remembers of one start of a server, so that the next takes half the processor: its AOT cache.

<cache>/starts/<version>-<what it was made of>-<its own digest>.aot    made once, by `guapai neo4j fetch`

Java is asked for it only where both digests are right: it tells other jars from these, not a byte that was changed
later. Where there is none, a server starts as it always did.
"""

import hashlib
import json
import platform
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import mkdtemp

from graph.messages import remark
from graph.said import Said
from graph.server.lock_file import Lock
from graph.server.one_at_a_time import alone
from graph.server.places import jar_cache
from graph.server.state import LocalServer

WRITING = 900.0  # seconds in which Java writes the cache when the server ends; two busy cores need some 150
DIGITS = 16


def options(lock: Lock, java: Path, class_path: Sequence[Path]) -> list[str]:
    """What Java is told of the cache that fits it and these jars; nothing where there is none, or a damaged one."""
    found = _found(lock, java, class_path)
    return [f"-XX:AOTCache={found}"] if found else []


def remember(lock: Lock, java: Path, class_path: Sequence[Path], use: Callable[[LocalServer], object]) -> bool:
    """Start a server that is thrown away, use it once, keep what Java learned. True where a cache is there now."""
    from graph.server.stopping import stop

    folder = _folder()
    with alone(folder / "starts.lock", WRITING):
        if _found(lock, java, class_path):
            return True
        for left in folder.glob("partial-*"):  # of one who was killed: its server may run still
            stop(home=left)
            shutil.rmtree(left)
        remark(Said("preparing Neo4j {}, once: its Java keeps what it learns of a start", lock.version))
        home = Path(mkdtemp(prefix="partial-", dir=folder))
        try:
            return _kept(_used(lock, home, use), _made_of(lock, java, class_path))
        finally:
            shutil.rmtree(home, ignore_errors=True)


def _used(lock: Lock, home: Path, use: Callable[[LocalServer], object]) -> Path:
    """Where Java writes what it learned of a server that was started, used and ended."""
    from graph.server.starting import start
    from graph.server.stopping import stop

    made, patience = home / "made.aot", 0.0
    try:
        use(start(lock.version, home, [f"-XX:AOTCacheOutput={made}"]))
        patience = WRITING
    finally:
        stop(lock.version, home, patience)
    return made


def _kept(made: Path, made_of: str) -> bool:
    """Put a cache in its place, and take away what was made of other jars or another Java."""
    if not made.exists():
        remark(Said("Java kept nothing: servers start as before"))
        return False
    for old in _folder().glob(f"{made_of.rpartition('-')[0]}-*.aot"):
        old.unlink()
    made.replace(_folder() / f"{made_of}-{_digest(made)}.aot")
    return True


def _found(lock: Lock, java: Path, class_path: Sequence[Path]) -> Path | None:
    fitting = _folder().glob(f"{_made_of(lock, java, class_path)}-*.aot")
    return next((path for path in fitting if path.stem.endswith(f"-{_digest(path)}")), None)


def _made_of(lock: Lock, java: Path, class_path: Sequence[Path]) -> str:
    """The version, and a digest of what Java compares with its cache: itself, the machine, each jar's place, size and time."""
    modules = java.parents[1] / "lib" / "modules"
    jars = [(str(path), (found := path.stat()).st_size, found.st_mtime_ns) for path in class_path]
    told = json.dumps([platform.machine(), modules.stat().st_size, jars])
    return f"{lock.version}-{hashlib.sha256(told.encode()).hexdigest()[:DIGITS]}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:DIGITS]


def _folder() -> Path:
    return jar_cache().with_name("starts")
