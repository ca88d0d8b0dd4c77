"""Documents read by the workers of a Dask scheduler: the same records byte for byte, whatever becomes of a worker."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from benchmarks.counties import write
from graph.errors import UnreachableError, UsageError
from guapai.cli import extracting, extracting_elsewhere
from guapai.cli.extracting import Done, Job
from guapai.cli.extracting_elsewhere import on_cluster, scheduler
from guapai.cli.extracting_side_by_side import side_by_side
from tests.integration.test_command_line import GUAPAI, known_to

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster("127.0.0.1", n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        print(cluster.scheduler_address, *(worker.pid for worker in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[int]]]:
    """A scheduler with two workers on this machine: its address, and the process ids of the workers."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    command = [sys.executable, script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as started:
        assert started.stdout is not None
        address, *pids = started.stdout.readline().split()
        try:
            yield address.replace("tcp://", "dask://"), [int(pid) for pid in pids]
        finally:
            started.communicate()


def records(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refused(told: str) -> set[str]:
    (line,) = [line for line in told.splitlines() if "documents were not extracted" in line]
    return set(line.partition("extracted: ")[2].split(", "))


def extract(folder: Path, *more: "str | Path") -> list["str | Path"]:
    return [GUAPAI, "extract", folder / "documents", "-o", *more]


@pytest.mark.long
def test_workers_make_the_same_records_and_one_that_is_killed_costs_only_time(
    cluster: tuple[str, list[int]], tmp_path: Path
) -> None:
    address, pids = cluster
    write(tmp_path, 8, 2)
    (tmp_path / "documents" / "nothing.txt").write_text("天气很好。\n", encoding="utf-8")
    known = known_to(tmp_path / "home")
    here = subprocess.run(
        extract(tmp_path, tmp_path / "here", "--jobs", "1"), capture_output=True, text=True, env=known, timeout=300
    )
    asked = extract(tmp_path, tmp_path / "there", "--on", address)
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=known) as running:
        while running.poll() is None and not list((tmp_path / "there").glob("*.yaml")):
            time.sleep(0.05)
        os.kill(pids[0], signal.SIGKILL)
        _, told = running.communicate(timeout=300)
    assert (here.returncode, running.returncode) == (6, 6), told
    # The two documents of a place whose name several have are refused, too.
    assert (
        refused(told)
        == refused(here.stderr)
        == {"chaoyang-110105-教育局.txt", "chaoyang-110105-民政局.txt", "nothing.txt"}
    )
    assert len(records(tmp_path / "here")) == 14
    assert records(tmp_path / "there") == records(tmp_path / "here")


def dies_of_some(job: Job) -> Done:
    """In the place of reading: one document kills whoever reads it, another only the first who does."""
    seen = job.document.with_suffix(".seen")
    if job.document.stem == "always" or (job.document.stem == "once" and not seen.exists()):
        seen.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Done(job)


def test_a_killed_process_stops_no_document_but_the_one_that_kills_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extracting, "one_of_many", dies_of_some)
    names = ["a", "once", "b", "always", "c", "d"]
    found = [
        (done.job.document.stem, done.error and str(done.error.found))
        for done in side_by_side([Job(tmp_path / name, None, None, None) for name in names], 2)
    ]
    assert len(found) == len(names)
    killed = "the process that read it was killed"
    assert dict(found) == {**dict.fromkeys(names, None), "always": killed}


def test_a_scheduler_that_is_not_there_is_said(tmp_path: Path) -> None:
    write(tmp_path, 1)
    asked = extract(tmp_path, tmp_path / "there", "--on", "dask://127.0.0.1:9")
    done = subprocess.run(asked, capture_output=True, text=True, env=known_to(tmp_path / "home"), timeout=120)
    assert done.returncode == 8, done.stderr
    assert [line.strip() for line in done.stderr.splitlines()][-3:] == [
        "tcp://127.0.0.1:9: no scheduler answers",
        "expected a Dask scheduler that runs",
        "start one: dask scheduler; or leave --on out",
    ]
    assert not list((tmp_path / "there").iterdir())


@pytest.mark.parametrize("said", [b"", b"HTTP/1.0 400 Bad Request\r\n\r\n", b"\x02" + b"\x00" * 63, b"220 mail\r\n"])
def test_what_listens_there_and_is_no_scheduler_is_not_waited_for(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting_elsewhere, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as other:

        def answer() -> None:
            accepted, _ = other.accept()
            with accepted:
                accepted.sendall(said)
                while accepted.recv(4096):  # until the one who asked gives up
                    pass

        speaking = Thread(target=answer)
        speaking.start()
        with pytest.raises(UnreachableError, match="no scheduler answers"):
            list(on_cluster([], f"tcp://127.0.0.1:{other.getsockname()[1]}"))
        speaking.join(timeout=10)
        assert not speaking.is_alive()


@pytest.mark.parametrize(
    "address", ["127.0.0.1:8786", "tcp://host:1", "dask://", "dask://a@b:1", "dask://host:99999", "dask://host/x"]
)
def test_what_is_no_address_of_a_scheduler_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="no address of a scheduler"):
        scheduler(address)


def test_a_scheduler_has_a_usual_port() -> None:
    assert [scheduler(one) for one in ("dask://here", "dask://[::1]:7")] == ["tcp://here:8786", "tcp://[::1]:7"]
