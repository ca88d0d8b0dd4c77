"""The right store: a local server that died is told, several first uses are one, doctor loads nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.server.places import places
from graph.server.state import State, write_state
from graph.version import SCHEMA_VERSION
from tests.ended import CommandLine

GUAPAI = Path(sys.executable).with_name("guapai")
GRAIN = Path(__file__).parents[1] / "fixtures" / "grain.yaml"
RECORDS = Path(__file__).parents[2] / "data" / "records"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def guapai(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    return CommandLine(home, capsys, monkeypatch)


@pytest.fixture
def dead(home: Path) -> State:
    """The state file of a server whose process is gone."""
    place = places("2026.08.1", home)
    place.root.mkdir(parents=True)
    state = State("2026.08.1", 999_999_999, "never", 7687, 7474, ready=True)
    write_state(place, state)
    return state


@pytest.mark.parametrize(
    "command",
    [["load", GRAIN], ["doctor"], ["query", "quality.counts"], ["cypher", "RETURN 1 AS x"], ["forget", "grain"],
     ["cypher", "--write", "CREATE (:Movie)"], ["check"],
     ["query", "quality.counts", "--store", "local"]],
)  # fmt: skip
def test_a_local_server_that_died_is_an_error_and_no_other_store(
    guapai: CommandLine, home: Path, dead: State, command: list[str]
) -> None:
    done = guapai(*command)
    assert (done.code, f"it has died (process id {dead.pid})" in done.err) == (8, True)
    assert "guapai neo4j up" in done.err
    assert not (home / "graph.kgl").exists()
    assert "died" in guapai("neo4j", "status").out
    assert guapai("query", "quality.counts", "--store", "embedded").code == 0
    guapai("neo4j", "down")
    assert guapai(*(one for one in command if one not in ("--store", "local"))).code in (0, 3)


def test_a_server_that_is_starting_is_waited_for_by_its_user(guapai: CommandLine, home: Path) -> None:
    place = places("2026.08.1", home)
    place.root.mkdir(parents=True)
    from graph.server.process import started_at

    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        write_state(place, State("2026.08.1", other.pid, started_at(other.pid) or "", 7687, 7474))
        done = guapai("query", "quality.counts")
        other.communicate(b"\n")
    assert (done.code, "it is starting" in done.err) == (8, True)


def test_several_first_uses_at_once_all_answer(home: Path) -> None:
    known = {"GUAPAI_HOME": str(home), "LANG": "C.UTF-8"}
    command = [GUAPAI, "query", "hierarchy.branches", "--format", "json"]
    started = [
        subprocess.Popen(command, env=known, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [one.communicate() for one in started]
    assert [(one.returncode, len(json.loads(out))) for one, (out, _) in zip(started, said, strict=True)] == [(0, 4)] * 3
    assert sum("first use" in told for _, told in said) == 1
    assert sorted(path.name for path in home.iterdir()) == ["graph.kgl"]


def test_a_first_use_that_was_killed_is_begun_again(guapai: CommandLine, home: Path) -> None:
    left = home / "graph.kgl.first-use"
    left.mkdir(parents=True)
    (left / "graph.kgl").write_text("half", encoding="utf-8")
    assert guapai("query", "hierarchy.branches").code == 0
    assert not left.exists()


def test_doctor_loads_nothing(guapai: CommandLine, home: Path) -> None:
    done = guapai("doctor")
    assert (done.code, "nothing yet" in done.out, home.exists()) == (0, True, False)


def test_doctor_tells_people_on_one_screen_and_programs_everything(guapai: CommandLine, home: Path) -> None:
    assert guapai("load", GRAIN).code == 0
    told = guapai("doctor")
    assert len(told.out.splitlines()) <= 12
    assert {"loaded    1: grain", f"home      {home}"} <= set(told.out.splitlines())
    content = json.loads(guapai("doctor", "--format", "json").out)
    assert (content["store"], content["documents"], content["error"]) == ("embedded", ["grain"], None)
    assert (content["answers"], content["schema"]) == (f"embedded {home / 'graph.kgl'}", SCHEMA_VERSION)
    assert {"zh", "office", "server"} <= content["extras"].keys()


def test_doctor_names_bundled_records_that_the_graph_holds_in_another_state(
    guapai: CommandLine, tmp_path: Path
) -> None:
    """As after an update of guapai, or where somebody loaded a record of his own under that name."""
    own = tmp_path / "tumen.yaml"
    own.write_text((RECORDS / "tumen.yaml").read_text(encoding="utf-8") + "# checked\n", encoding="utf-8")
    assert guapai("load", own, GRAIN).code == 0
    assert json.loads(guapai("doctor", "--format", "json").out)["differing"] == ["tumen"]
    assert "differs   tumen" in guapai("doctor").out
    assert guapai("load").code == 0
    assert json.loads(guapai("doctor", "--format", "json").out)["differing"] == []


def test_doctor_says_all_it_knows_of_a_store_that_does_not_answer(guapai: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "broken.kgl").write_text("no graph", encoding="utf-8")
    done = guapai("doctor", "--store", tmp_path / "broken.kgl", "--format", "json")
    content = json.loads(done.out)
    assert (done.code, content["error"]["exit_code"], content["answers"]) == (6, 6, None)
    assert content["target"] == str(tmp_path / "broken.kgl")
    assert json.loads(done.err) == content["error"]


def test_a_store_that_nobody_knows_makes_no_file(
    guapai: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command, code in (
        (["query", "quality.counts", "--store", "embeded"], 2),
        (["query", "quality.counts", "--store", "typo.kgl"], 3),
        (["cypher", "--write", "CREATE (:X)", "--store", "typo.kgl"], 3),
        (["forget", "jinhua", "--store", "./typo"], 3),
        (["load", "--from", "embeded"], 2),
        (["load", "--from", "typo.kgl"], 3),
    ):
        done = guapai(*command)
        assert (done.code, done.has_four_parts) == (code, True)
        assert ("--from" in done.err, "--store" in done.err) in ((True, False), (False, True))
        assert ("--from" in done.err) == ("--from" in command)
        assert list(tmp_path.iterdir()) == []
    assert guapai("load", GRAIN, "--store", "new.kgl").code == 0
    assert (tmp_path / "new.kgl").exists()
    assert guapai("query", "quality.counts", "--store", "new.kgl").code == 0


def test_a_password_in_plain_text_needs_a_word(guapai: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "geheim")
    done = guapai("doctor", "--store", "bolt://db.example.invalid")
    assert (done.code, "in plain text" in done.err, "geheim" in done.err) == (2, True, False)
    for command in (["--insecure", "doctor"], ["doctor", "--insecure"]):
        again = guapai(*command, "--store", "bolt://db.example.invalid")
        assert (again.code, again.has_four_parts) == (8, True)
    assert guapai("doctor", "--store", "bolt://db.example.invalid").code == 2


READ_ONLY = """
set -e
mount -t tmpfs none "$1"
cp "$2" "$1/graph.kgl"
mount -o remount,ro "$1"
export GUAPAI_HOME="$1"
"$3" cypher "MATCH (n:Place {id: 'tumen'}) RETURN n.id AS id" --format csv
set +e
"$3" load; echo "load $?"
"$3" cypher --write "CREATE (:Place {id: 'x'})"; echo "write $?"
rm -f "$1/graph.kgl" 2>/dev/null
GUAPAI_HOME="$1/other" "$3" query quality.counts; echo "first $?"
"""


def test_a_read_only_file_system_is_read_and_not_written(guapai: CommandLine, home: Path, tmp_path: Path) -> None:
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    assert guapai("query", "quality.counts").code == 0
    folder = tmp_path / "sealed"
    folder.mkdir()
    command = ["unshare", "-rm", "sh", "-c", READ_ONLY, "sh", folder, home / "graph.kgl", GUAPAI]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split("\n")[:-1] == ["id", "tumen", "load 5", "write 5", "first 5"], done.stderr
    assert "Traceback" not in done.stderr
    assert "no embedded graph" not in done.stderr
