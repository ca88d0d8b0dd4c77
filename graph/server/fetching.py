"""The jars of a version, each with the SHA-256 of the lock file: those in the cache, the others fetched.

A jar appears in the cache by one renaming, after its check. Every use checks again: a jar that was changed or cut
short meanwhile is fetched anew, and refused by name where what comes is not what the lock file says.
"""

import hashlib
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from graph.certificates import is_distrust, untrusted
from graph.errors import ContentError, GuapaiError, UnreachableError
from graph.messages import remark, spoken
from graph.proxies import refuse_odd_proxies
from graph.said import Said
from graph.server.lock_file import Jar, Lock
from graph.server.one_at_a_time import alone
from graph.server.places import jar_cache
from graph.server.repository import repository

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jgo.maven import MavenContext

WORKERS = 8
TRIES = 2
MEGABYTE = 1_000_000


def fetched(lock: Lock, cache: Path | None = None) -> list[Path]:
    """The checked jars of a version in class path order; what is missing is fetched, with a progress bar on stderr.

    Raises ContentError where a jar comes with another content, UnreachableError where it does not come.
    """
    folder = cache or jar_cache()
    if wrong := _wrong(lock.jars, folder):
        with alone(folder / "fetching.lock"):
            _fetch(_wrong(wrong, folder), folder)
    return [folder / jar.place for jar in lock.jars]


def _wrong(jars: Sequence[Jar], folder: Path) -> list[Jar]:
    """The jars that are not in the folder with the content they must have."""
    with ThreadPoolExecutor(WORKERS) as pool:
        right = list(pool.map(lambda jar: is_right(jar, folder / jar.place), jars))
    return [jar for jar, fits in zip(jars, right, strict=True) if not fits]


def is_right(jar: Jar, path: Path) -> bool:
    """Does the file have the size and the SHA-256 of the lock file?"""
    try:
        if path.stat().st_size != jar.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
    except FileNotFoundError:
        return False


def _fetch(jars: Sequence[Jar], folder: Path) -> None:
    """Fetch jars side by side; we are alone here, so whatever lies half-fetched was left by a process that died."""
    refuse_odd_proxies()
    for left in folder.glob("partial-*"):
        shutil.rmtree(left)
    for jar in jars:
        if (folder / jar.place).exists():
            remark(Said("{} is not what its lock file says: fetching it again", folder / jar.place))
    partial_folder = Path(mkdtemp(prefix="partial-", dir=folder))
    pool = ThreadPoolExecutor(WORKERS)
    try:
        context = repository(partial_folder)
        with _progress(jars) as advance:
            for jar in pool.map(partial(_fetch_one, context=context, folder=folder), jars):
                advance(jar.size)
    finally:
        pool.shutdown(cancel_futures=True)
        shutil.rmtree(partial_folder, ignore_errors=True)


def _fetch_one(jar: Jar, context: "MavenContext", folder: Path) -> Jar:
    """Fetch a jar, check it, put it into the cache; what is broken is thrown away and fetched once more."""
    component = context.project(jar.group, jar.artifact).at_version(jar.version)
    artifact = component.artifact(jar.classifier, "jar")
    target = folder / jar.place
    failure: GuapaiError | None = None
    for _ in range(TRIES):
        try:
            path = Path(artifact.resolve())
        except (OSError, RuntimeError) as error:  # what jgo raises: the network, or nobody has it
            failure = _unreachable(target, error)
        else:
            if is_right(jar, path):
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)
                return jar
            failure = _refused(jar, target, path)
        if left := artifact.cached_path:
            left.unlink(missing_ok=True)
    assert failure
    raise failure


def _unreachable(target: Path, error: Exception) -> UnreachableError:
    if is_distrust(error):
        return untrusted(str(target), Said("{}=FILE adds the authority of your own network", "REQUESTS_CA_BUNDLE"))
    reason = type(error).__name__ if isinstance(error, OSError) else Said("no repository has it")
    todo = Said("check the connection and say it again: what is there already is not fetched twice")
    return UnreachableError(
        str(target), Said("cannot be fetched ({})", reason), Said("a repository that answers"), todo
    )


def _refused(jar: Jar, target: Path, path: Path) -> ContentError:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    found = Said("the repository sends {} bytes with SHA-256 {}", path.stat().st_size, sha256)
    return ContentError(
        str(target), found, Said("{} bytes with SHA-256 {}", jar.size, jar.sha256), Said("try again later")
    )


@contextmanager
def _progress(jars: Sequence[Jar]) -> "Iterator[Callable[[int], None]]":
    """A bar on stderr in megabytes; the function that comes back moves it on by bytes."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    total = sum(jar.size for jar in jars)
    if not console.is_terminal:
        remark(Said("fetching {} jars, {} MB", len(jars), f"{total / MEGABYTE:.0f}"))
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(spoken(Said("fetching {} jars", len(jars))), total=total)
        yield lambda size: progress.advance(task, size)
