"""What is printed is text alone, in every format and every encoding, whatever stands in names, files and errors."""

import csv
import io
import json
import os
import pty
import subprocess
import unicodedata
from pathlib import Path

import pytest

from graph.plain_text import json_text, plain, plain_lines
from tests.ended import CommandLine
from tests.integration.test_command_line import FIXTURES, GUAPAI, known_to

# An escape sequence, C1, bell, directions, a line separator, a byte order mark, private use.
ODD = "\x1b[31m\x9b2J\x07\u202e\u2066\ufeff\ue000"
HOSTILE = f"a{ODD}\u2028b"
HANGUL_AND_WIDE = "한𠮷é"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose embedded graph holds one small record."""
    folder = tmp_path_factory.mktemp("home")
    command = [GUAPAI, "load", FIXTURES / "grain.yaml"]
    subprocess.run(command, env=known_to(folder), check=True, capture_output=True, timeout=120)
    return folder


@pytest.fixture
def guapai(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    return CommandLine(home, capsys, monkeypatch)


def controls(text: str) -> set[str]:
    """Characters that do more than to be shown, line ends left aside."""
    kinds = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    return {one for one in text if one != "\n" and unicodedata.category(one) in kinds}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "markdown"])
def test_a_hostile_value_and_a_hostile_column_are_only_text(guapai: CommandLine, form: str) -> None:
    done = guapai(
        "cypher", f"RETURN $value AS `{HOSTILE}`, [$value] AS several", "-P", f"value={HOSTILE}", "--format", form
    )
    assert done.code == 0, done.err
    assert controls(done.out + done.err) == set()
    if form in ("json", "jsonl"):
        rows = json.loads(done.out)
        assert (rows[0] if form == "json" else rows) == {HOSTILE: HOSTILE, "several": [HOSTILE]}


def test_hostile_files_and_errors_are_only_text(
    guapai: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    query = tmp_path / "mine.cypher"
    text = f"// Who {ODD}? 谁？\n//\n// @column n integer -- a number\nRETURN 1 AS n ORDER BY n\n"
    query.write_text(text, "utf-8", newline="\n")
    record = tmp_path / "record.yaml"
    record.write_text(
        (FIXTURES / "grain.yaml").read_text("utf-8") + f'"x{ODD}": 1\n'.encode("unicode_escape").decode(), "utf-8"
    )
    commands = [
        ("query", query),
        ("query", query, "-P", f"{HOSTILE}=1"),
        ("query", f"alias.{HOSTILE}"),
        ("cypher", f"MATCH (n) RETURN {HOSTILE}"),
        ("cypher", f"MATCH (n:`{HOSTILE}`) RETURN n"),
        ("find", "x", "--format", HOSTILE),
        ("find", "x", f"--{HOSTILE}"),
        ("find", "x", "--store", HOSTILE + "/graph.kgl/x"),
        ("check", record),
        ("forget", HOSTILE),
        ("export", "-o", f"x.{HOSTILE}"),
        (HOSTILE,),
    ]
    for command in commands:
        done = guapai(*command)
        assert (controls(done.out + done.err), "Traceback" in done.err) == (set(), False), command
        done = guapai(*command, "--format=json")
        assert (controls(done.out + done.err), "Traceback" in done.err) == (set(), False), command


def test_csv_changes_no_text_and_every_row_stays_one(guapai: CommandLine) -> None:
    texts = ["a\rb", "a\nb", "a\r\nb", 'a"b', "a,b", "=1+1", HOSTILE, ""]
    values = ["-P", f"values={json.dumps(texts)}"]
    done = guapai("cypher", "UNWIND $values AS value RETURN value, 1 AS one", *values, "--format", "csv")
    assert list(csv.reader(io.StringIO(done.out, newline=""))) == [["value", "one"], *([text, "1"] for text in texts)]
    assert b"\r\n" not in done.out.replace("a\r\nb", "").encode()


def test_excel_gets_its_mark_and_no_formula(guapai: CommandLine) -> None:
    statement = "RETURN '=1+1' AS `=a`, '@x' AS b, 'c' AS c"
    done = guapai("cypher", statement, "--format", "csv", "--excel")
    assert (done.code, done.out) == (0, "\ufeff'=a,b,c\n'=1+1,'@x,c\n")
    for form in ("table", "json", "jsonl", "markdown"):
        refused = guapai("cypher", statement, "--excel", "--format", form)
        assert (refused.code, refused.out) == (2, "")
    assert guapai("query", "alias.hanging_signs", "--excel").code == 2


def test_json_has_no_number_that_is_none() -> None:
    infinite = float("inf")
    value = {"a": [float("nan"), infinite, -infinite, 1.5], "b": "NaN"}
    assert json_text(value) == '{"a": [null, null, null, 1.5], "b": "NaN"}'


def test_a_division_by_zero_is_no_number_in_json(guapai: CommandLine) -> None:
    done = guapai("cypher", "RETURN 1.0/0.0 AS a", "--format", "json")
    assert (done.code, json.loads(done.out, parse_constant=pytest.fail)) == (0, [{"a": None}])


def test_plain_text_is_as_it_was() -> None:
    usual = "金华市民政局（市外国专家局） Bureau of Civil Affairs é 한 𠮷"
    assert (plain(usual), plain_lines(f"{usual}\n{usual}"), json.loads(json_text(usual))) == (
        usual,
        f"{usual}\n{usual}",
        usual,
    )
    assert json_text(usual) == f'"{usual}"'
    assert plain("a\nb\u3000c") == "a\\nb\\u3000c"


@pytest.mark.parametrize(
    "value", [str(2**63), "1" * 5000, '"\\ud800"', '["\\udfff"]', "[" * 100_000, '{"a": {"\\ud800": 1}}']
)
def test_a_value_that_no_engine_holds_is_refused_or_text(guapai: CommandLine, value: str) -> None:
    done = guapai("cypher", "RETURN $value AS value", "-P", f"value={value}", "--format", "json")
    if value.startswith(("[[", "11")):  # nothing that JSON can hold here: it is text
        assert (done.code, json.loads(done.out)) == (0, [{"value": value}])
    else:
        assert (done.code, done.out, json.loads(done.err)["exit_code"]) == (2, "", 2)


def test_a_parameter_is_given_once(guapai: CommandLine) -> None:
    done = guapai("query", "alias.hanging_signs", "-P", "place=jinhua", "-P", "place=tumen")
    assert (done.code, done.out, done.has_four_parts) == (2, "", True)


# --- encodings: a process of its own, since Python reads them when it starts


@pytest.mark.parametrize(
    ("encoding", "asked"),
    [("cp1252", "table json quer extract"), ("ascii", "csv json"), ("gbk", "table json"), ("utf-16", "json")],
)
def test_what_an_encoding_lacks_is_an_escape(home: Path, encoding: str, asked: str) -> None:
    statement = f"RETURN '{HANGUL_AND_WIDE}' AS a"
    document = FIXTURES / "documents" / "zh_anxi_town_government.txt"
    commands = {form: ("cypher", statement, "--format", form) for form in ("table", "json", "csv")}
    commands |= {"quer": ("quer", "--lang", "zh"), "extract": ("extract", document)}
    for command in map(commands.__getitem__, asked.split()):
        done = subprocess.run(
            [GUAPAI, *command],
            env={**known_to(home), "PYTHONIOENCODING": encoding},
            capture_output=True,
            timeout=120,
        )
        assert (b"Traceback" in done.stderr, done.returncode) == (False, 2 if command[0] == "quer" else 0), done.stderr
        if "json" in command:
            assert json.loads(done.stdout.decode(encoding)) == [{"a": HANGUL_AND_WIDE}]
        if command[0] == "extract":
            assert "安溪" in done.stdout.decode()


def test_nothing_controls_a_terminal(home: Path, tmp_path: Path) -> None:
    """On a terminal a result that is a text itself is shown as text alone, too; colours are Rich's own."""
    query = tmp_path / "mine.cypher"
    text = f"// Who {ODD}? 谁？\n//\n// @column n integer -- a number\nRETURN 1 AS n ORDER BY n\n"
    query.write_text(text, "utf-8", newline="\n")
    for command in (("queries", "show", query), ("cypher", f"RETURN '{HOSTILE}' AS a", "--format", "csv")):
        ours, theirs = pty.openpty()
        with subprocess.Popen([GUAPAI, *command], stdout=theirs, stderr=theirs, env=known_to(home)) as running:
            os.close(theirs)
            shown = b""
            while chunk := _read(ours):
                shown += chunk
        os.close(ours)
        assert running.returncode == 0, shown
        assert controls(shown.decode().replace("\r\n", "\n")) == set()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end is closed
        return b""
