"""Tables on a terminal, results in files, completion in shells: as a user meets them."""

import json
import os
import pty
import select
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.typed import GUAPAI, guapai, known_to

WIDTH = 80


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose embedded graph holds the bundled records."""
    folder = tmp_path_factory.mktemp("home")
    assert guapai("query", "hierarchy.branches", home=folder).returncode == 0
    return folder


def shown_by(command: list, environment: dict[str, str], *, typing: bool = False) -> bytes:
    """What a command prints on a terminal; with `typing` it also reads from one."""
    main, other = pty.openpty()
    stdin = other if typing else None
    done = subprocess.Popen(command, stdin=stdin, stdout=other, stderr=subprocess.DEVNULL, env=environment)
    os.close(other)
    shown = b""
    try:
        while part := os.read(main, 65_536):
            shown += part
    except OSError:  # a terminal whose other end was closed
        pass
    assert done.wait(60) == 0
    os.close(main)
    return shown


def on_a_terminal(*arguments: str, home: Path) -> list[str]:
    """The lines that a terminal of 80 columns shows, without colours."""
    environment = {**known_to(home), "COLUMNS": str(WIDTH), "LINES": "500", "TERM": "dumb"}
    shown = shown_by([GUAPAI, *arguments], environment)
    return shown.decode().replace("\r\n", "\n").splitlines()


def test_no_word_is_cut_and_no_line_is_longer_than_the_terminal(home: Path) -> None:
    for query in ("alias.hanging_signs", "hosting.committees", "overlap.partners"):
        lines = on_a_terminal("query", query, "--lang", "en", "--as-printed", home=home)
        assert max(map(cell_len, lines)) <= WIDTH
        rows = json.loads(guapai("query", query, "--format", "json", home=home).stdout)
        shown = {word for line in lines for word in line.split()}
        printed = {word for row in rows for word in (row.get("unit") or "").split() if word.isascii()}
        assert printed <= shown


def test_long_rows_are_shown_as_records_unless_the_table_is_wide(home: Path) -> None:
    asked = ("query", "overlap.graded", "-P", "function=pension-rural-resident", "--lang", "en")
    fields = [line.split("  ")[0] for line in on_a_terminal(*asked, home=home)]
    assert fields.count("grade") == fields.count("rule") == 11
    wide = on_a_terminal(*asked, "--wide", home=home)
    assert sum("territory" in line for line in wide) == 6


def test_a_result_goes_into_a_file_that_is_not_replaced_unless_told(home: Path, tmp_path: Path) -> None:
    asked = ("query", "hierarchy.branches", "--format", "csv")
    printed = guapai(*asked, home=home).stdout
    file = tmp_path / "branches.csv"
    assert guapai(*asked, "-o", file, home=home).returncode == 0
    assert file.read_text(encoding="utf-8") == printed
    again = guapai(*asked, "-o", file, home=home)
    assert (again.returncode, "--force" in again.stderr) == (5, True)
    assert guapai(*asked, "-o", file, "--force", home=home).returncode == 0


@pytest.mark.parametrize(("ending", "form"), [("csv", "csv"), ("json", "json"), ("JSONL", "jsonl"), ("md", "markdown")])
def test_the_ending_of_the_file_names_the_format_where_nothing_else_does(
    home: Path, tmp_path: Path, ending: str, form: str
) -> None:
    asked = ("query", "hierarchy.branches")
    file = tmp_path / f"branches.{ending}"
    assert guapai(*asked, "-o", file, home=home).returncode == 0
    assert file.read_text(encoding="utf-8") == guapai(*asked, "--format", form, home=home).stdout
    told = guapai(*asked, "--format", "table", "-o", file, "--force", home=home)
    assert told.returncode == 0
    assert file.read_text(encoding="utf-8") == guapai(*asked, home=home).stdout


def test_excel_opens_what_is_written_into_a_file_of_csv(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "branches.csv"
    assert guapai("query", "hierarchy.branches", "--excel", "-o", file, home=home).returncode == 0
    assert file.read_bytes().startswith("\ufeff".encode())


def test_every_command_that_prints_rows_writes_them_into_a_file(home: Path) -> None:
    """analyse takes -o for the network that it reads."""
    from typer.main import get_command

    from guapai.cli.app import app

    waiting, lacking = {"": get_command(app)}, []
    while waiting:
        name, command = waiting.popitem()
        waiting |= {f"{name} {key}": one for key, one in getattr(command, "commands", {}).items()}
        options = {one.name for one in command.params}
        lacking += [name] if "form" in options and "output" not in options else []
    assert lacking == []


def test_findings_stand_in_the_file_and_end_the_command_as_ever(home: Path, tmp_path: Path) -> None:
    (query := tmp_path / "mine.cypher").write_text("// Which?\nRETURN 1\n", encoding="utf-8")
    file = tmp_path / "findings.txt"
    printed = guapai("queries", "check", query, home=home)
    written = guapai("queries", "check", query, "-o", file, home=home)
    assert (written.returncode, written.stdout) == (printed.returncode, "") == (6, "")
    assert file.read_text(encoding="utf-8") == printed.stdout != ""


@pytest.mark.parametrize(("query", "paged"), [("hierarchy.divisions", True), ("hierarchy.managed_bodies", False)])
def test_a_long_answer_goes_through_the_pager_of_the_reader(
    home: Path, tmp_path: Path, query: str, *, paged: bool
) -> None:
    (pager := tmp_path / "pager").write_text(f"#!/bin/sh\ncat > {tmp_path}/seen\n", encoding="utf-8")
    pager.chmod(0o755)
    environment = {**known_to(home), "COLUMNS": "80", "LINES": "20", "TERM": "dumb", "PAGER": str(pager)}
    asked = [GUAPAI, "query", query, "--lang", "en"]
    shown = shown_by(asked, environment, typing=True)
    seen = (tmp_path / "seen").read_text(encoding="utf-8") if paged else shown.decode()
    assert ("ordinal" if paged else "manager") in seen
    assert (tmp_path / "seen").exists() == paged


def test_a_translated_name_and_an_inferred_row_look_like_it_in_every_format(home: Path) -> None:
    asked = ("query", "hierarchy.two_lines")
    assert guapai(*asked, "--lang", "zh", home=home).stdout.count("市公务员局*") == 1
    assert guapai(*asked, home=home).stdout.rstrip().endswith("changsha 183 ?")
    (row,) = json.loads(guapai(*asked, "--format", "json", home=home).stdout)
    assert (row["unit"], row["unit_zh"], row["unit_unprinted"]) == (
        "Municipal Civil Service Bureau",
        "市公务员局",
        "zh",
    )
    assert (row["status"], row["document"], row["lines"]) == ("inferred", "changsha", [183])


def completed(words: list[str], home: Path, shell: str = "bash") -> list[str]:
    """What a shell offers for the last of these words."""
    line = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    zsh = {"_TYPER_COMPLETE_ARGS": " ".join(words), "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    environment = {**known_to(home), "_GUAPAI_COMPLETE": f"complete_{shell}", **(line if shell == "bash" else zsh)}
    return subprocess.run([GUAPAI], capture_output=True, text=True, env=environment, timeout=600).stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["guapai", "query", "alias.h"], ["alias.hanging_signs"]),
        (["guapai", "query", "alias.hanging_signs", "-P", "pl"], ["place="]),
        (["guapai", "query", "alias.hanging_signs", "-P", "place=j"], ["place=jinhua"]),
        (["guapai", "query", "alias.hanging_signs", "-P", "place", "=", "j"], ["jinhua"]),
        (["guapai", "find", "社会福"], ["社会福利科"]),
    ],
)
def test_bash_completes_queries_parameters_and_values(home: Path, words: list[str], offered: list[str]) -> None:
    assert completed(words, home) == offered


# What a person types before Tab, and what then stands at its end.
TYPED = {
    "query": ("guapai query alias.h", "alias.hanging_signs"),
    "parameter": ("guapai query alias.hanging_signs -P pl", "place="),
    "value": ("guapai query alias.hanging_signs -P place=金", "place=金华市"),
    "value with blanks": (r"guapai proof Office\ of\ V", r"Office\ of\ Vocational\ Capacity\ Building"),
    "value behind a quote": ("guapai proof 'Office of V", "'Office of Vocational Capacity Building'"),
    "value of a parameter behind a quote": (
        'guapai query proof.facts -P "name=Office of V',
        '"name=Office of Vocational Capacity Building"',
    ),
    "file of a name that a shell could run": ("guapai query own", r"own\ \'a\'\ \\\$\(touch\ made\).cypher"),
}
OWN_FILE = r"own 'a' \$(touch made).cypher"
ON_A_TERMINAL = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'PS1=; eval "$(_GUAPAI_COMPLETE=source_bash guapai)"'),
    "zsh": (
        ["zsh", "-f", "-i"],
        'PROMPT=; autoload -Uz compinit; compinit -u; eval "$(_GUAPAI_COMPLETE=source_zsh guapai)"',
    ),
}
FISH = '_GUAPAI_COMPLETE=source_fish guapai | source; complete -C "$argv[1]"'


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("shell", [*ON_A_TERMINAL, "fish"])
def test_a_shell_that_sources_the_completion_completes_queries_parameters_and_values(
    home: Path, tmp_path: Path, shell: str, typed: str
) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    environment = {**known_to(home), "HOME": str(home), "TERM": "dumb"}
    environment["PATH"] = f"{GUAPAI.parent}:{environment['PATH']}"
    (tmp_path / OWN_FILE).touch()
    line, whole = TYPED[typed]
    if shell in ON_A_TERMINAL:
        assert whole in after_tab(shell, line, whole, environment, tmp_path)
    else:
        asked = [shell, "-c", FISH, line]
        told = subprocess.run(asked, capture_output=True, text=True, env=environment, cwd=tmp_path, timeout=600).stdout
        assert [one.split("\t")[0].lstrip("'\"") for one in told.splitlines()] == shlex.split(whole)
    assert [one.name for one in tmp_path.iterdir()] == [OWN_FILE]


def after_tab(shell: str, line: str, whole: str, environment: dict[str, str], folder: Path) -> str:
    """What a shell on a terminal shows once Tab is pressed behind a line, as soon as the whole word is there."""
    main, other = pty.openpty()
    command, sourced = ON_A_TERMINAL[shell]
    running = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environment, cwd=folder)
    os.close(other)
    try:
        os.write(main, f"{sourced}; echo REA''DY\n".encode())
        read_until(main, "READY\r")
        os.write(main, f"{line}\t".encode())
        return read_until(main, whole)
    finally:
        running.kill()
        running.wait()
        os.close(main)


def read_until(terminal: int, wanted: str) -> str:
    """All that a terminal shows, without its bell, until it shows a word, or for two minutes nothing more."""
    shown = b""
    while wanted.encode() not in shown and select.select([terminal], [], [], 120)[0]:
        shown += os.read(terminal, 65_536).replace(b"\a", b"")
    return shown.decode(errors="replace")


def test_zsh_and_fish_complete_with_the_question(home: Path) -> None:
    for shell in ("zsh", "fish"):
        told = "\n".join(completed(["guapai", "query", "alias.h"], home, shell))
        assert "alias.hanging_signs" in told
        assert "Which units hang another body" in told


def test_the_language_may_stand_in_front_of_the_command(home: Path) -> None:
    assert "哪些机构加挂牌子" in guapai("--lang", "zh", "query", "alias.hanging_signs", home=home).stdout


def test_queries_of_ones_own_are_asked_checked_and_one_broken_file_spoils_no_other(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    for name in ("hierarchy.first", "hierarchy.second"):
        assert guapai("queries", "new", name, "--queries", folder, home=home).returncode == 0
    second = folder / "hierarchy" / "second.cypher"
    broken = (
        second.read_text(encoding="utf-8")
        .replace("PART_OF", "PART_OFF")
        .replace("@column unit unit", "@column unit unti")
    )
    assert guapai("queries", "check", folder, home=home).returncode == 0
    second.write_text(broken, encoding="utf-8")
    second.with_name("third.cypher").mkdir()
    second.with_name("fourth.cypher").symlink_to("nowhere")
    checked = guapai("queries", "check", folder, home=home)
    assert (checked.returncode, "did you mean 'unit'" in checked.stdout) == (6, True)
    assert {"third.cypher: this is a folder", "fourth.cypher: there is no such file"} <= {
        line.rpartition("/")[2] for line in checked.stdout.splitlines()
    }
    asked = guapai(
        "query", "hierarchy.first", "-P", "place=tumen", "--format", "json", home=home, GUAPAI_QUERIES=str(folder)
    )
    assert len(json.loads(asked.stdout)) == 10
    listed = guapai("queries", "list", "--queries", folder, "--format", "json", home=home)
    names = {row["query"] for row in json.loads(listed.stdout)}
    assert {"hierarchy.first", "alias.hanging_signs"} <= names
    assert "hierarchy.second" not in names
    assert "second.cypher" in listed.stderr
    assert guapai("query", "hierarchy.first", "--queries", tmp_path / "none", home=home).returncode == 3


def test_help_is_told_in_the_language_of_the_reader(home: Path) -> None:
    assert "命令：" in guapai("--lang", "zh", "-h", home=home).stdout
    told = guapai("query", "--help", "--lang", "zh", home=home).stdout
    assert told.startswith("用法：")
    assert "回答一个预存查询。" in told
    assert "Answer a stored query." in guapai("query", "-h", home=home).stdout
