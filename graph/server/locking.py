"""Make the lock file of a version anew: resolve the jars of the server, fetch each, note its SHA-256.

For the maintainers of guapai. What is locked is what Neo4j's own build manages, without its test libraries.
"""

import hashlib
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import ContentError
from graph.said import Said, either
from graph.server.lock_file import Jar, Lock
from graph.server.repository import repository

if TYPE_CHECKING:
    from jgo.maven import Artifact

BROWSER_VERSION = "5.24.0"
MAIN_CLASSES = ("org.neo4j.server.Neo4jCommunity", "org.neo4j.server.CommunityEntryPoint")
# Neo4j's build names these for its tests; the resolver takes them for parts of the server.
TEST_GROUPS = frozenset({"junit", "org.hamcrest", "org.mockito", "org.objenesis", "net.bytebuddy"})
CLASS_VERSION_OF_JAVA_1 = 44  # a class file's major version is that of its Java plus this


def make_lock(version: str, folder: Path, browser: str = BROWSER_VERSION) -> Lock:
    """The lock of a version; POMs and jars are fetched into a folder, and used from there where they already are."""
    artifacts = _resolve(version, browser, folder)
    with ThreadPoolExecutor(max_workers=8) as pool:
        paths = list(pool.map(lambda artifact: Path(artifact.resolve()), artifacts))
    main_class, java = _entry_point(version, paths)
    jars = [_jar(artifact, path) for artifact, path in zip(artifacts, paths, strict=True)]
    return Lock(version, main_class, java, tuple(jars))


def _resolve(version: str, browser: str, folder: Path) -> list["Artifact"]:
    """The artifacts of the server in class path order: the named ones first, then the others by name."""
    context = repository(folder)
    named = [
        context.create_dependency(coordinates)
        for coordinates in (
            f"org.neo4j:neo4j:{version}",
            f"org.neo4j.app:neo4j-server:{version}",
            f"org.neo4j.client:neo4j-browser:{browser}",
        )
    ]
    inputs, others = context.resolver.resolve(named)
    needed = (one for one in others if one.scope in ("compile", "runtime") and one.groupId not in TEST_GROUPS)
    order = sorted(needed, key=lambda one: (one.groupId, one.artifactId, one.classifier))
    return [one.artifact for one in (*inputs, *order)]


def _jar(artifact: "Artifact", path: Path) -> Jar:
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        if broken := archive.testzip():
            raise ContentError(
                str(path), Said("{} in it is damaged", broken), Said("a whole jar"), Said("remove {}, try again", path)
            )
    return Jar(
        artifact.groupId,
        artifact.artifactId,
        artifact.version,
        artifact.classifier,
        len(content),
        hashlib.sha256(content).hexdigest(),
    )


def _entry_point(version: str, paths: Iterable[Path]) -> tuple[str, int]:
    """The main class and the Java it was compiled for, which its class file says in bytes 6 and 7."""
    wanted = {f"{name.replace('.', '/')}.class": name for name in MAIN_CLASSES}
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            for entry in wanted.keys() & set(archive.namelist()):
                major = int.from_bytes(archive.read(entry)[6:8], "big")
                return wanted[entry], major - CLASS_VERSION_OF_JAVA_1
    raise ContentError(
        Said("version {}", version), Said("no jar holds a main class"), either(MAIN_CLASSES), Said("add its name")
    )
