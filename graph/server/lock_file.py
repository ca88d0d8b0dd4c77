"""What a lock file says: which jars make up one version of the server, each with its SHA-256."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from graph.errors import ContentError, VersionError
from graph.said import Said

FOLDER = Path(__file__).parent / "locks"
DEFAULT_VERSION = "2026.08.1"


@dataclass(frozen=True, order=True)
class Jar:
    """One jar: its coordinates, its size in bytes and the SHA-256 of its content. No classifier is an empty text."""

    group: str
    artifact: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def file_name(self) -> str:
        """The name of the file, as every Maven repository names it."""
        return "-".join(part for part in (self.artifact, self.version, self.classifier) if part) + ".jar"

    @property
    def place(self) -> Path:
        """Where the jar is in the cache, seen from its root: one folder per group."""
        return Path(self.group, self.file_name)


@dataclass(frozen=True)
class Lock:
    """One version of the server: its main class, the oldest Java that runs it, and its jars in class path order."""

    version: str
    main_class: str
    java: int
    jars: Sequence[Jar]


def versions() -> list[str]:
    """The versions that have a lock file, the newest first."""
    return newest_first(path.stem for path in FOLDER.glob("*.json"))


def newest_first(known: Iterable[str]) -> list[str]:
    """Versions by their numbers; a year counts more than the 5 of the older line, as it should."""
    return sorted(known, key=lambda version: [int(part) for part in re.findall(r"\d+", version)], reverse=True)


@cache
def read_lock(version: str = DEFAULT_VERSION) -> Lock:
    """The lock of a version. Raises VersionError for a version without one, ContentError for a broken file."""
    if version not in versions():
        known = ", ".join(versions())
        raise VersionError(
            Said("version {}", version), Said("it has no lock file"), known, Said("choose one of these with --version")
        )
    path = FOLDER / f"{version}.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        jars = tuple(Jar(**jar) for jar in content["jars"])
        return Lock(content["version"], content["main_class"], content["java"], jars)
    except (ValueError, TypeError, KeyError) as error:
        raise ContentError(
            str(path), Said("no lock file: {}", error), Said("a lock file"), Said("guapai neo4j lock")
        ) from error


def write_lock(lock: Lock, folder: Path = FOLDER) -> Path:
    """Write the lock file of a version, one jar per line, so that two versions of it compare well."""
    head = {"version": lock.version, "main_class": lock.main_class, "java": lock.java}
    lines = ",\n".join(f"  {json.dumps(asdict(jar))}" for jar in lock.jars)
    path = folder / f"{lock.version}.json"
    path.write_text(f'{json.dumps(head)[:-1]}, "jars": [\n{lines}\n]}}\n', encoding="utf-8")
    return path
