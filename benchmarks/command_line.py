"""Ratios of the embedded graph and the command line: two things measured in one run, the best of several."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.timing import best, report
from graph.store.embedded import EmbeddedStore
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record

BARE_QUERY = """
import json
import typer, pydantic, kglite

class Parameters(pydantic.BaseModel):
    place: str | None = None

app = typer.Typer()

@app.command()
def query(path: str, text: str) -> None:
    kglite.set_query_warning_policy("silent")
    with open(text, encoding="utf-8") as file:
        statement = file.read()
    result = kglite.load(path).begin_read().cypher(statement, params=Parameters().model_dump())
    print(json.dumps(result.to_list(), ensure_ascii=False))

app()
"""
# A program that prints a constant; its console script is the one that the installer wrote for guapai, with its name.
CONSTANT = "def main():\n    print('guapai 0')\n"


def main() -> None:
    """Run all of them."""
    scripts = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "GUAPAI_HOME": str(folder)}
        run = lambda *words: subprocess.run(words, env=environment, check=True, capture_output=True)  # noqa: E731
        query = ("query", "alias.hanging_signs", "--format", "json")
        run(scripts / "guapai", *query)
        (bare := folder / "bare.py").write_text(BARE_QUERY, encoding="utf-8")
        text = Path("queries/alias/hanging_signs.cypher").resolve()
        ours, other = best(
            lambda: run(scripts / "guapai", *query),
            lambda: run(sys.executable, bare, folder / "graph.kgl", text),
        )
        report("guapai query", ours, other, 1.5)
        (folder / "constant.py").write_text(CONSTANT, encoding="utf-8")
        script = folder / "constant"
        script.write_text(
            (scripts / "guapai").read_text(encoding="utf-8").replace("guapai.cli", "constant"), encoding="utf-8"
        )
        script.chmod(0o755)
        environment["PYTHONPATH"] = str(folder)
        ours, other = best(lambda: run(scripts / "guapai", "--version"), lambda: run(script))
        report("guapai --version", ours, other, 1.3)
        ours, other = best(lambda: _load(folder), _read)
        report("loading the five records", ours, other, 4)


def _load(folder: Path) -> None:
    target = folder / f"{time.perf_counter_ns()}.kgl"
    with EmbeddedStore(target, write=True) as store:
        store.prepare()
        for path in record_paths():
            load(store, read_record(path))


def _read() -> None:
    for path in record_paths():
        yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


if __name__ == "__main__":
    main()
