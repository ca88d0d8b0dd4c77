"""Whatever a command is given and wherever it writes: four parts and the right exit code, never a traceback."""

import errno
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from graph.settings import settings
from guapai.cli import asking, main
from tests.ended import CommandLine
from tests.integration.test_command_line import FIXTURES
from tests.typed import GUAPAI, known_to

LONG = "n" * 300
SIGNS = "alias.hanging_signs"
DOCUMENTS = [str(FIXTURES / "documents" / f"{name}.txt") for name in ("zh_anxi_town_government", "en_anshun_water")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose embedded graph holds one small record."""
    folder = tmp_path_factory.mktemp("home")
    command = [GUAPAI, "load", FIXTURES / "grain.yaml"]
    subprocess.run(command, env=known_to(folder), check=True, capture_output=True, timeout=600)
    return folder


@pytest.fixture
def guapai(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    return CommandLine(home, capsys, monkeypatch)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with inputs of every bad kind."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "folder.mmd").mkdir()
    (tmp_path / "there.json").write_text("there", "utf-8")
    (tmp_path / "there.mmd").write_text("there", "utf-8")
    (tmp_path / "there.yaml").write_text("there", "utf-8")
    (tmp_path / "bytes.yaml").write_bytes("name: 金华".encode("gbk"))
    (tmp_path / "bytes.cypher").write_bytes("// 谁？".encode("gbk"))
    (tmp_path / "bytes.txt").write_bytes(bytes(range(128, 256)))
    os.mkfifo(tmp_path / "pipe.yaml")
    os.mkfifo(tmp_path / "pipe.cypher")
    os.mkfifo(tmp_path / "pipe.json")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "code"),
    [
        # the command line itself
        ("quer", 2),
        ("find", 2),
        ("find x y", 2),
        ("find x --nothing", 2),
        ("find x --limit", 2),
        ("find x --limit 0", 2),
        ("find x --format bad", 2),
        ("find x\udcff", 2),
        ("load \udcff.yaml", 2),
        ("export", 2),
        ("export -o x", 2),
        ("export -o x.docx", 2),
        ("export -o x.json --place jinhua --around jinhua", 2),
        ("draw alias.hanging_signs -o x.docx", 2),
        ("neo4j lgos", 2),
        # inputs that are not there, or are something else
        ("load nowhere.yaml", 3),
        ("load there.json/in.yaml", 3),
        (f"load {LONG}", 3),
        ("load folder", 3),
        ("load pipe.yaml", 6),
        ("load /dev/zero", 6),
        ("load bytes.yaml", 6),
        ("load there.yaml", 6),
        ("load --dry-run pipe.yaml", 6),
        ("check nowhere.yaml", 3),
        ("check pipe.yaml", 6),
        ("check bytes.cypher", 6),
        ("diff nowhere.yaml there.yaml", 3),
        ("extract nowhere.txt", 3),
        (f"extract {LONG}", 3),
        ("extract /dev/zero", 6),
        ("extract pipe.json", 6),
        ("extract bytes.txt", 6),
        ("query nothing.at_all", 3),
        ("query nothing.at_all --queries there.yaml", 3),
        ("queries check pipe.cypher", 3),
        ("query nowhere.cypher", 3),
        (f"query {LONG}.cypher", 3),
        ("query pipe.cypher", 6),
        ("query bytes.cypher", 6),
        (f"proof Reserve --text {LONG}", 3),
        ("proof Reserve --text pipe.json", 6),
        ("forget nowhere", 3),
        # stores
        ("find x --store ./folder", 6),
        ("find x --store ./there.yaml", 6),
        ("find x --store /dev/zero", 6),
        ("load --store there.yaml/graph.kgl", 5),
        ("load --store /dev/zero", 6),
        (f"load --store {LONG}.kgl", 2),
        # outputs
        ("export -o there.json", 5),
        ("export -o folder.json --force", 5),
        ("export -o pipe.json --force", 5),
        ("export -o nowhere/x.json", 3),
        ("export -o there.json/x.json", 3),
        (f"export -o {LONG}.json", 2),
        ("draw alias.hanging_signs -o there.mmd", 5),
        ("draw alias.hanging_signs -o folder.mmd --force", 5),
        ("draw alias.hanging_signs -o nowhere/x.mmd", 3),
        ("extract bytes.txt -o there.yaml", 5),
        ("extract bytes.txt -o folder", 5),
        ("extract bytes.txt -o nowhere/x.yaml", 3),
        ("extract folder bytes.txt -o there.yaml", 5),
        ("browser kit there.yaml", 5),
        ("browser kit there.yaml/kit", 3),
    ],
)
def test_what_cannot_be_done_is_told_in_four_parts_with_its_code(
    here: Path, guapai: CommandLine, command: str, code: int
) -> None:
    before = _content(here)
    done = guapai(*command.split(" "))
    assert (done.code, done.out, done.has_four_parts) == (code, "", True), done.err
    assert _content(here) == before


def _content(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): path.read_bytes().hex() for path in files}


@pytest.mark.parametrize(
    ("command", "code"),
    [("find", 2), ("find x --nothing", 2), ("query nothing.at_all", 3), ("find x --store ./folder", 6)],
)
def test_a_program_that_wants_json_gets_its_errors_so(here: Path, guapai: CommandLine, command: str, code: int) -> None:
    done = guapai(*command.split(" "), "--format=json")
    told = json.loads(done.err)
    assert (done.code, done.out, told.pop("exit_code")) == (code, "", code)
    assert list(told) == ["where", "found", "expected", "todo"]
    assert all(told.values())


def test_an_error_that_nobody_foresaw_is_kept_in_a_file_without_the_password(
    guapai: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise LookupError("geheim at bolt://neo4j:geh/eim2@host")

    monkeypatch.setattr(asking, "opened", fails)
    monkeypatch.setenv("NEO4J_PASSWORD", "geheim")
    settings.cache_clear()
    done = guapai("find", "x")
    assert (done.code, done.out, done.has_four_parts) == (1, "", True)
    assert "LookupError" in done.err
    (report,) = (home / "log").iterdir()
    assert str(report) in done.err
    kept = report.read_text("utf-8")
    assert "in fails" in kept
    assert "bolt://***@host" in kept
    assert "geh" not in kept


def test_without_arguments_the_help_is_shown(guapai: CommandLine) -> None:
    assert [guapai(option).code for option in ("-h", "--help")] == [0, 0]
    assert guapai("browser", "-h").out.startswith("Usage: guapai browser")
    done = guapai()
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: guapai")


# --- streams and disks: a process of its own, since they belong to the process


def shell(text: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What becomes of a line of shell; `guapai` is ours."""
    command = ["bash", "-c", text.replace("guapai", str(GUAPAI))]
    known = {**known_to(home), **environment}
    return subprocess.run(command, capture_output=True, text=True, env=known, timeout=600)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"guapai query {SIGNS} > /dev/full", 5),
        (f"guapai query {SIGNS} --format csv > /dev/full", 5),
        (f"guapai query {SIGNS} >&-", 5),
        ("guapai --version > /dev/full", 5),
        ("guapai --version >&-", 5),
        ("guapai cypher - <&-", 2),
        (r"printf 'RETURN 1 AS \xff' | guapai cypher -", 6),
    ],
)
def test_a_stream_that_takes_or_gives_nothing_is_told(home: Path, line: str, code: int) -> None:
    done = shell(line, home)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert done.stderr.count("\n") == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_where_nothing_can_be_told_the_code_tells(home: Path) -> None:
    lines = {"guapai quer 2> /dev/full": 2, "guapai quer 2>&-": 2, "guapai doctor 2>&-": 0}
    assert {line: shell(line, home).returncode for line in lines} == lines
    assert shell("guapai quer 2>&-", home).stdout == ""


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_table_that_is_cut_by_its_reader_is_no_error(home: Path, form: str) -> None:
    statement = "UNWIND range(1, 5000) AS number RETURN number"
    done = shell(f'guapai cypher "{statement}" --format {form} | head -1; exit "${{PIPESTATUS[0]}}"', home)
    assert (done.returncode, done.stderr.removesuffix("5000 rows\n")) == (0, "")


def limited(size: int) -> None:
    """No file grows beyond this size, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "-o", "file.graphml"],
        ["export", "-o", "file.json"],
        ["browser", "kit", "kit"],
        ["extract", str(FIXTURES / "documents" / "zh_anxi_town_government.txt"), "-o", "file.yaml"],
        ["extract", *DOCUMENTS, "-o", "records", "--jobs", "2"],
        ["load", "--store", "new.kgl"],
    ],
)
def test_a_full_disk_leaves_the_file_as_it_was_and_nothing_beside_it(
    home: Path, tmp_path: Path, arguments: list[str]
) -> None:
    done = subprocess.run(
        [GUAPAI, *arguments],
        cwd=tmp_path,
        env=known_to(home),
        preexec_fn=lambda: limited(10),
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (5, False), done.stderr
    assert os.strerror(errno.EFBIG) in done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_is_written_and_cannot_be_saved_is_told_and_saved_by_the_next_command(home: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph.kgl"
    assert shell(f"guapai load {FIXTURES / 'grain.yaml'} --store {store}", home).returncode == 0
    write = [GUAPAI, "cypher", "--write", "CREATE (:Movie {name: 'x'})", "--store", store]
    size = store.stat().st_size
    done = subprocess.run(
        write,
        env=known_to(home),
        preexec_fn=lambda: limited(size // 2),
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert (done.returncode, "what was written stands in graph.kgl-wal" in done.stderr) == (5, True), done.stderr
    asked = shell(f'guapai cypher --store {store} "MATCH (n:Movie) RETURN n.name AS name" --format csv', home)
    assert (asked.stdout, "this reads what was saved before" in asked.stderr) == ("name\n", True)
    assert "Warning" not in asked.stderr
    assert shell(f"guapai load {FIXTURES / 'grain.yaml'} --store {store}", home).returncode == 0
    asked = shell(f'guapai cypher --store {store} "MATCH (n:Movie) RETURN n.name AS name" --format csv', home)
    assert asked.stdout == "name\nx\n"


def test_a_load_on_a_full_disk_leaves_the_graph_as_it_was(home: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph.kgl"
    ask = f'guapai cypher --store {store} "MATCH (n) RETURN count(n) AS n" --format json'
    assert shell(f"guapai load {FIXTURES / 'grain.yaml'} --store {store}", home).returncode == 0
    before = shell(ask, home).stdout
    for size, loaded in ((10, 0), (20_000, 0), (400_000, 1)):
        done = subprocess.run(
            [GUAPAI, "load", "--store", store],
            env=known_to(home),
            preexec_fn=lambda size=size: limited(size),
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert (done.returncode, "Traceback" in done.stderr) == (5, False), done.stderr
        assert f"{loaded} of 5 are done" in done.stderr or not loaded
        assert shell(ask, home).stdout == before
    done = shell(f"guapai load --store {store} --format csv", home)
    assert (done.returncode, done.stdout.count("unchanged"), done.stdout.count("loaded")) == (0, 1, 4)
    assert shell(ask, home).stdout != before


def test_ctrl_c_before_the_command_is_there_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Slow(ModuleType):
        def __getattr__(self, name: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "guapai.cli.app", Slow("guapai.cli.app"))
    with pytest.raises(SystemExit) as end:
        main()
    assert (end.value.code, capsys.readouterr().err) == (130, "interrupted\n")
