"""Many records of which one is wrong: what a load of them costs, and the same command again behind a correction.

    python -m benchmarks.many_records --counties 40 --bureaus 25
    python -m benchmarks.many_records --counties 40 --bureaus 25 --neo4j

Into an embedded graph, or into a managed Neo4j, fifty documents a transaction. Seconds are those that the command needs of
the CPU; a server's own are not among them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks import bundled
from benchmarks.counties import write
from benchmarks.figures import GUAPAI
from loaders.many import record_files

WRONG = "version: 2\n"


@contextmanager
def store(folder: Path, *, neo4j: bool) -> Iterator[dict[str, str]]:
    """What the command has to know of an empty store."""
    if not neo4j:
        yield {"GUAPAI_STORE": str(folder / "graph.kgl")}
        return
    with bundled.server() as server:
        yield {"NEO4J_URI": server.uri, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": server.password}


def measured(folder: Path, counties: int, bureaus: int, known: Mapping[str, str]) -> str:
    """One line: how many are loaded for how many seconds of the CPU, and what the correction costs."""
    write(folder, counties, bureaus)
    paths = record_files([folder / "records"])
    wrong = paths[len(paths) // 2]
    right = wrong.read_bytes()
    wrong.write_text(WRONG, encoding="utf-8")
    first, spent, failures, code = load(folder, known)
    wrong.write_bytes(right)
    second, again, none, _ = load(folder, known)
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(second.items()))
    return (
        f"{len(paths)} records, {failures} refused and in the list, exit code {code}: {first['loaded']} loaded in {spent:.1f} s; "
        f"corrected, the same command: {told}, {none} in the list, in {again:.1f} s ({again / spent:.3f})"
    )


def load(folder: Path, known: Mapping[str, str]) -> tuple[dict[str, int], float, int, int]:
    """How many records had each outcome, what the command cost of the CPU, the lines of its list of failures, its exit code."""
    failures = folder / "failures.jsonl"
    words = ("load", folder / "records", "--batch", "50", "--failures", failures, "--format", "jsonl")
    before = sum(os.times()[2:4])
    told = {**os.environ, "GUAPAI_HOME": str(folder), **known}
    done = subprocess.run(
        [sys.executable, "-c", GUAPAI, *words], env=told, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    spent = sum(os.times()[2:4]) - before
    outcomes: dict[str, int] = {}
    for line in done.stdout.splitlines():
        outcome = json.loads(line)["outcome"]
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    return outcomes, spent, len(failures.read_text(encoding="utf-8").splitlines()), done.returncode


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, default=20)
    parser.add_argument("--bureaus", type=int, default=5)
    parser.add_argument("--neo4j", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, store(Path(name), neo4j=asked.neo4j) as known:
        print(measured(Path(name), asked.counties, asked.bureaus, known))


if __name__ == "__main__":
    main()
