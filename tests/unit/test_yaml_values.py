"""Values of records keep what was written; what no store or memory holds is refused with its line, in every command."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import ContentError
from loaders.load import document_rows
from loaders.reading import read_record
from loaders.record import LONGEST_NAME, Record
from loaders.record_writing import record_text
from loaders.yaml_reading import DEEPEST, LONGEST, read_yaml_text
from tests.ended import CommandLine

GRAIN = (Path(__file__).parents[1] / "fixtures" / "grain.yaml").read_text("utf-8")
NUMBER, PHONE, POSTS, PERIOD = 'number: "1"', 'phone: "0579-0000000"', "number: 2,", "machine_translated: true"


def grain(folder: Path, old: str, new: str) -> Path:
    """The record with a part of it written in another way."""
    assert GRAIN.count(old) == 1
    path = folder / "grain.yaml"
    path.write_text(GRAIN.replace(old, new), "utf-8")
    return path


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2.10",
            "1.0",
            "+5",
            "-0",
            "007",
            "0571",
            "1e3",
            "0x1F",
            "1_000",
            ".5",
            "12345678901234567890123",
            "9" * 5000,
        ),
        *(
            "2018-01-02",
            "12:30:45",
            "yes",
            "No",
            "on",
            "true",
            "False",
            "4\u0f23",
            "\u0663",
            "\uff11",
            "一",
            ".inf",
            ".nan",
        ),
    ],
)
def test_a_text_field_keeps_the_characters_of_the_scalar(tmp_path: Path, written: str) -> None:
    record = read_record(grain(tmp_path, NUMBER, f"number: {written}")).record
    assert record.bodies[0].units[0].number == written
    again = tmp_path / "again.yaml"
    again.write_text(record_text(record), "utf-8")
    assert read_record(again).record == record


def test_the_graph_has_the_number_as_it_is_printed(tmp_path: Path) -> None:
    rows = document_rows(read_record(grain(tmp_path, NUMBER, "number: 2.10")))
    printed = [row.properties.get("ordinal_printed") for row in rows.relationships.values() if row.type == "PART_OF"]
    assert "2.10" in printed


def test_nothing_is_nothing_and_a_field_of_truth_reads_truth(tmp_path: Path) -> None:
    for written in ("null", "~", ""):
        assert read_record(grain(tmp_path, NUMBER, f"number: {written}")).record.bodies[0].units[0].number is None
    for written, value in (("true", True), ("FALSE", False)):
        file = read_record(grain(tmp_path, PERIOD, f"machine_translated: {written}"))
        assert file.record.document.machine_translated is value


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20))
def test_any_text_that_is_written_is_read_back(tmp_path: Path, text: str) -> None:
    record = read_record(grain(tmp_path, NUMBER, NUMBER)).record
    body = record.bodies[0].model_copy(update={"rank": text, "number": text})
    written = tmp_path / "written.yaml"
    written.write_text(record_text(record.model_copy(update={"bodies": [body]})), "utf-8")
    assert read_record(written).record.bodies[0] == body


BAD = {
    "beyond 64 bits": (POSTS, f"number: {2**63},", f"less than {2**63}"),
    "5,000 digits": (POSTS, f"number: {'9' * 5000},", "a valid integer"),
    "of another script": (POSTS, "number: \u0664,", "a valid integer"),
    "a digit of another script behind one of ours": (POSTS, "number: 4\u0f23,", "a valid integer"),
    "in quotes": (POSTS, 'number: "2",', "a valid integer"),
    "broken": (POSTS, "number: 2.5,", "a valid integer"),
    "truth": (POSTS, "number: true,", "a valid integer"),
    "below nothing": (POSTS, "number: -1,", "greater than or equal to 0"),
    "below nothing in a part": ("of_which: {driver: 1}", "of_which: {driver: -1}", "greater than or equal to 0"),
    "announced below nothing": ("divisions: {number: 1", "divisions: {number: -1", "greater than or equal to 0"),
    "announced beyond reason": ("divisions: {number: 1", "divisions: {number: 10000", "less than 10000"),
    "a document without lines": ("line_count: 9", "line_count: 0", "greater than or equal to 1"),
    "no number": (POSTS, "number: .inf,", "a valid integer"),
    "a line of many digits": ("lines: [7]", f"lines: [{'7' * 19}]", "a line from 1 to 9"),
    "a span of many digits": ('at: "8:0-4 0', f'at: "8:0-{"4" * 5000} 0', "LINE:START-END HASH"),
    "a span of other digits": ('at: "8:0-4 0', 'at: "8:0-\u0664 0', "LINE:START-END HASH"),
    "a long name": (
        "name: Reserve Division",
        f"name: {'R' * (LONGEST_NAME + 1)}",
        f"at most {LONGEST_NAME} characters",
    ),
    "a long key": ("name: Reserve Division", f"name: R\n    key: {'k' * 100_000}", f"at most {LONGEST}"),
    "a key over the limit": (
        "name: Reserve Division",
        f"name: R\n    key: {'k' * 301}",
        f"at most {LONGEST_NAME} characters",
    ),
    "a long text": (PHONE, f"phone: {'0' * (LONGEST + 1)}", f"at most {LONGEST}"),
    "a long folded text": (PHONE, f'phone: "{"0 " * LONGEST}"', f"at most {LONGEST}"),
    "nested lists": (PHONE, f"phone: {'[' * 100_000}", "maximum nesting depth"),
    "nested mappings": (PHONE, f"phone: {'{a: ' * 100_000}", f"nested more than {DEEPEST} deep"),
    "an alias": (PHONE, "phone: &a 1, address: *a", "a YAML alias"),
    "a tag": (PHONE, "phone: !!python/object:os.system 1", "the YAML tag"),
    "a key that is a list": (PHONE, f"? [{'a, ' * 1000}] : 1", "a key of letters"),
}


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("command", ["check", "load", "load --dry-run"])
def test_every_command_refuses_it_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str, command: str
) -> None:
    guapai = CommandLine(tmp_path / "home", capsys, monkeypatch)
    old, new, wanted = BAD[kind]
    path = grain(tmp_path, old, new)
    line = 1 + GRAIN[: GRAIN.index(old)].count("\n") + new.count("\n")
    done = guapai(*command.split(), path)
    assert (done.code, done.out, done.has_four_parts) == (6, "", True), done.err
    assert done.err.startswith(f"{path}:{line}: ")
    assert wanted in done.err
    assert len(done.err) < 2000
    assert command == "load" or not (tmp_path / "home").exists()


def test_what_is_no_yaml_says_its_line() -> None:
    for text, line in (("a: 1\nb: \x07", 2), ("a: é\nb: ]", 2), ("a: 1\n\tb: 2", 2), ("a: 1\na: 2", 2)):
        with pytest.raises(ContentError) as caught:
            read_yaml_text(text, "x.yaml")
        assert caught.value.where == f"x.yaml:{line}"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell a process's memory")
def test_large_files_are_refused_in_bounded_memory(tmp_path: Path) -> None:
    """A process of its own: the most memory that it ever had is what is measured (not its maxrss, which a parent leaves behind)."""
    contents = {
        "one text": GRAIN.replace("0579-0000000", "0" * 30_000_000),
        "many wrong texts": GRAIN.replace("lines: [7]", "lines: [" + "x, " * 300_000 + "]"),
    }
    program = (
        "import re, sys; from pathlib import Path; from graph.errors import ContentError\n"
        "from loaders.reading import read_record\n"
        "try: read_record(Path(sys.argv[1]))\n"
        "except ContentError as error:\n"
        "    status = Path('/proc/self/status').read_text()\n"
        "    print(int(re.search('VmHWM: *([0-9]+)', status.replace(chr(9), ' ')).group(1)) // 1024, error.where)\n"
    )
    for kind, content in contents.items():
        path = tmp_path / "grain.yaml"
        path.write_text(content, "utf-8")
        done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, timeout=600)
        megabytes, _, where = done.stdout.partition(" ")
        assert where.strip().startswith(f"{path}:"), (kind, done.stderr[-500:])
        assert int(megabytes) < 400, kind


def test_a_name_over_the_limit_is_no_traceback_in_a_reading(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    guapai = CommandLine(tmp_path / "home", capsys, monkeypatch)
    document = tmp_path / "long.txt"
    long = "综合" * LONGEST_NAME
    text = f"金华市民政局\n一、主要职责\n（一）负责救助工作。\n二、内设机构\n（一）{long}科\n负责机关日常工作。\n（二）办公室\n负责文电。\n"
    document.write_text(text, "utf-8")
    done = guapai("extract", document, "-o", tmp_path / "long.yaml")
    assert done.code in (0, 6), done.err
    if done.code == 0:
        assert Record.model_validate(read_record(tmp_path / "long.yaml").record.model_dump())
    else:
        assert done.has_four_parts
