"""A Docker engine for the tests: the one that answers, else a daemon of our own."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docker
from docker.errors import DockerException

from tests.servers import has_engine

PATIENCE = 60.0
NEEDED = "no Docker engine answers: apt-get install docker.io docker-compose debootstrap, and run this as root"


def answers() -> bool:
    """Does an engine not only listen but answer?"""
    if not has_engine():
        return False
    try:
        docker.from_env(timeout=5).close()
    except DockerException:
        return False
    return True


@contextmanager
def running_engine() -> Iterator[None]:
    """The engine that answers; else a dockerd with its data in a folder that goes with it.

    Its storage driver is vfs, which needs nothing of the kernel. It is ended by its own process id.
    """
    if answers():
        yield
        return
    if os.geteuid() or not shutil.which("dockerd"):
        sys.exit(NEEDED)
    with tempfile.TemporaryDirectory(prefix="guapai-engine-") as name, _daemon(Path(name)):
        yield


@contextmanager
def _daemon(folder: Path) -> Iterator[None]:
    address = f"unix://{folder / 'docker.sock'}"
    command = ["dockerd", "--storage-driver=vfs", f"--host={address}", f"--pidfile={folder / 'pid'}"]
    command += [f"--data-root={folder / 'data'}", f"--exec-root={folder / 'exec'}"]
    before = os.environ.get("DOCKER_HOST")
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        os.environ["DOCKER_HOST"] = address
        try:
            _wait(process, folder / "log")
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE)
            os.environ.pop("DOCKER_HOST")
            if before:
                os.environ["DOCKER_HOST"] = before


def _wait(process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not answers():
        if process.poll() is not None or time.monotonic() > deadline:
            sys.exit("dockerd did not come up:\n" + log.read_text(encoding="utf-8")[-2000:])
        time.sleep(0.2)
