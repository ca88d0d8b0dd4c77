"""Many records of which one is wrong, into an embedded graph: what a load of them costs, and the same command again behind a correction.

python -m benchmarks.many_records --counties 40 --bureaus 25
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.counties import write
from benchmarks.figures import GUAPAI
from loaders.many import record_files

WRONG = "version: 2\n"


def measured(folder: Path, counties: int, bureaus: int) -> str:
    """One line: how many are loaded for how many seconds of the CPU, and what the correction costs."""
    write(folder, counties, bureaus)
    paths = record_files([folder / "records"])
    wrong = paths[len(paths) // 2]
    right = wrong.read_bytes()
    wrong.write_text(WRONG, encoding="utf-8")
    first, spent, failures = load(folder)
    wrong.write_bytes(right)
    second, again, none = load(folder)
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(second.items()))
    return (
        f"{len(paths)} records, {failures} refused and in the list: {first['loaded']} loaded in {spent:.1f} s; "
        f"corrected, the same command: {told}, {none} in the list, in {again:.1f} s ({again / spent:.3f})"
    )


def load(folder: Path) -> tuple[dict[str, int], float, int]:
    """How many records had each outcome, what the command cost of the CPU, and the lines of its list of failures."""
    failures = folder / "failures.jsonl"
    words = ("load", folder / "records", "--store", folder / "graph.kgl", "--failures", failures, "--format", "jsonl")
    before = sum(os.times()[2:4])
    known = {**os.environ, "GUAPAI_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", GUAPAI, *words], env=known, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    spent = sum(os.times()[2:4]) - before
    outcomes: dict[str, int] = {}
    for line in done.stdout.splitlines():
        outcome = json.loads(line)["outcome"]
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    return outcomes, spent, len(failures.read_text(encoding="utf-8").splitlines())


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counties", type=int, default=20)
    parser.add_argument("--bureaus", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        print(measured(Path(name), asked.counties, asked.bureaus))


if __name__ == "__main__":
    main()
