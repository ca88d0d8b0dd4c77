"""guapai load, forget and check as a user meets them: many records, a bad one among them, another store, kept text."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import yaml

from benchmarks.counties import write
from graph.proof import Quote, Span, quote_hash
from tests import typed
from tests.integration.test_command_line import FIXTURES
from tests.typed import GUAPAI, known_to

Guapai = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def guapai(tmp_path: Path) -> Guapai:
    def run(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        return typed.guapai(*arguments, home=tmp_path / "home", GUAPAI_STORE=str(tmp_path / "graph.kgl"), **more)

    return run


def rows(done: subprocess.CompletedProcess[str]) -> list[list[object]]:
    return [[row["document"], row["outcome"]] for row in json.loads(done.stdout)]


def test_a_bad_record_stops_no_other_and_the_code_tells(guapai: Guapai, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("version: 1\nplace: nowhere\n", encoding="utf-8")
    done = guapai("load", FIXTURES / "grain.yaml", bad, FIXTURES / "forest.yaml", "--format", "json")
    assert (done.returncode, rows(done)) == (6, [["grain", "loaded"], ["forest", "loaded"]])
    told = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    assert (told[0]["where"], told[-1]["exit_code"]) == (f"{bad}:1", 6)
    assert f"1 of 3 records were not loaded: {bad}" in done.stderr
    assert f"written into embedded {tmp_path / 'graph.kgl'}" in done.stderr
    again = guapai("load", FIXTURES / "grain.yaml", bad, tmp_path / "missing.yaml", "--format", "json")
    assert (again.returncode, rows(again)) == (1, [["grain", "unchanged"]])
    assert guapai("check").returncode == 0


def test_the_documents_of_another_store_are_copied(guapai: Guapai, tmp_path: Path) -> None:
    assert guapai("load", FIXTURES / "grain.yaml", FIXTURES / "forest.yaml").returncode == 0
    other = tmp_path / "other.kgl"
    copied = guapai("load", "--from", tmp_path / "graph.kgl", "--store", other, "--format", "json")
    assert (copied.returncode, rows(copied)) == (0, [["forest", "loaded"], ["grain", "loaded"]])
    again = guapai("load", FIXTURES / "grain.yaml", FIXTURES / "forest.yaml", "--store", other, "--format", "json")
    assert rows(again) == [["grain", "unchanged"], ["forest", "unchanged"]]
    assert guapai("check", "--store", other).returncode == 0
    same = guapai("load", "--from", other, "--store", other)
    assert (same.returncode, "both stores are" in same.stderr) == (2, True)


@pytest.mark.parametrize(
    "options",
    [
        "--bulk --keep-text a.txt", "--bulk --jobs 2", "--bulk --batch 5", "--bulk --files a --store a.kgl",
        "--from a.kgl --jobs 2", "--from a.kgl --bulk", "--jobs 2 --keep-text a.txt", "--from a.kgl",
    ],
)  # fmt: skip
def test_an_option_that_another_makes_idle_is_refused(guapai: Guapai, tmp_path: Path, options: str) -> None:
    done = guapai("load", FIXTURES / "grain.yaml", *options.split())
    assert (done.returncode, "one or the other" in done.stderr, list(tmp_path.glob("*.kgl"))) == (2, True, [])


def test_a_damaged_graph_is_said_and_repaired(guapai: Guapai) -> None:
    guapai("load", FIXTURES / "grain.yaml")
    assert guapai("cypher", "--write", "MATCH ()-[link:HOSTS]->() DELETE link").returncode == 0
    found = guapai("check", "--format", "json")
    assert (found.returncode, json.loads(found.stdout)[0]["where"]) == (1, "document/grain")
    assert "compares all of it and repairs" in json.loads(found.stdout)[0]["repair"]
    assert guapai("load", FIXTURES / "grain.yaml").returncode == 0
    assert guapai("check").returncode == 0


def kept_document(folder: Path) -> tuple[Path, Path]:
    """A record and its document, each proof right."""
    document, record = folder / "tea.txt", folder / "tea.yaml"
    document.write_text("Jinhua Tea Bureau\nDrafts plans.\n", encoding="utf-8")
    import hashlib

    def at(line: int, text: str) -> str:
        return str(Quote(Span(line, 0, len(text)), quote_hash(text)))

    content = {
        "version": 2,
        "document": {
            "heading": "{name}", "sha256": hashlib.sha256(document.read_bytes()).hexdigest(), "language": "en",
            "machine_translated": False, "line_count": 2,
        },
        "place": "jinhua",
        "bodies": [
            {
                "kind": "bureau", "name": "Jinhua Tea Bureau", "at": at(1, "Jinhua Tea Bureau"), "lines": [1, 2],
                "duties": [{"at": at(2, "Drafts plans"), "functions": ["planning"], "roles": ["drafts"]}],
            }
        ],
    }  # fmt: skip
    record.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return record, document


def test_kept_text_is_shown_and_survives_the_next_load(guapai: Guapai, tmp_path: Path) -> None:
    record, document = kept_document(tmp_path)
    assert guapai("load", record, "--keep-text", document).returncode == 0

    def texts() -> set[str]:
        shown = guapai("proof", "Jinhua Tea Bureau", "--format", "json")
        return {str(row.get("text")) for row in json.loads(shown.stdout)}

    assert "Drafts plans" in texts()
    changed = record.read_text(encoding="utf-8").replace("kind: bureau", "kind: bureau\n  rank: section")
    record.write_text(changed, encoding="utf-8")
    assert json.loads(guapai("load", record, "--format", "json").stdout)[0]["outcome"] == "changed"
    assert "Drafts plans" in texts()


def test_ctrl_c_ends_between_two_documents_and_says_where(tmp_path: Path) -> None:
    write(tmp_path, 80)
    files = sorted((tmp_path / "records").iterdir())
    known = {**known_to(tmp_path / "home"), "GUAPAI_STORE": str(tmp_path / "graph.kgl")}
    # Whoever runs the tests in the background ignores the signal, and what they start inherits that.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    command = [GUAPAI, "load", *files]
    log = tmp_path / "graph.kgl-wal"
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=known, preexec_fn=heard
    )
    # What stands there first is the schema; the documents follow.
    while not (log.exists() and log.stat().st_size > 10_000) and started.poll() is None:
        time.sleep(0.02)
    os.kill(started.pid, signal.SIGINT)
    _, told = started.communicate(timeout=600)
    assert (started.returncode, "interrupted behind" in told, "Traceback" in told) == (130, True, False), told
    done = subprocess.run([GUAPAI, "load", *files], capture_output=True, text=True, env=known, timeout=600)
    assert done.returncode == 0
