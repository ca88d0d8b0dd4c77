"""The guide: it builds without a warning, and every command and program on its pages prints what stands there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ANY_SERVER
from tests.servers import Server

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PAGES = sorted(path.name for path in (ROOT / "docs").glob("*.md"))
ON_A_SERVER = "neo4j.md"
REST = "…"  # at the end of a line: anything


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def reader(tmp_path: Path) -> dict:
    """An empty home, and a folder that shows the checkout's files."""
    for name in ("data", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    environment = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    return {"cwd": tmp_path, "env": {**environment, "GUAPAI_HOME": str(tmp_path / "home"), "GUAPAI_STORE": "embedded"}}


@pytest.mark.parametrize("name", [one for one in PAGES if blocks(one, "console") and one != ON_A_SERVER])
def test_every_command_of_a_page_prints_what_stands_there(name: str, reader: dict) -> None:
    assert differences(name, reader) == []


@ANY_SERVER
def test_every_command_of_the_page_about_neo4j_prints_what_stands_there(engine: Server, reader: dict) -> None:
    login = {
        "NEO4J_URI": engine.uri,
        "NEO4J_USERNAME": engine.username,
        "NEO4J_PASSWORD": engine.password.get_secret_value(),
    }
    known = {name: value for name, value in reader["env"].items() if name != "GUAPAI_STORE"}
    assert differences(ON_A_SERVER, {**reader, "env": {**known, **login}}) == []


def differences(name: str, reader: dict) -> list[tuple[str, str, str, str]]:
    """The commands of a page that print something else: command, what it printed, what stands there, stderr."""
    wrong = []
    for block in blocks(name, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, expected = typed(part)
            done = subprocess.run(["bash", "-c", command], **reader, capture_output=True, text=True, check=False)
            printed, lines = done.stdout.splitlines(), expected.splitlines()
            if done.returncode or len(printed) != len(lines) or not all(map(fits, printed, lines)):
                wrong.append((command, done.stdout, expected, done.stderr))
    return wrong


def typed(part: str) -> tuple[str, str]:
    """A command, with the lines behind it that begin with >, and what stands below it."""
    first, _, below = part.partition("\n")
    more = re.match(r"(?:^> .*\n)*", below, re.MULTILINE)
    assert more
    return first + "\n" + re.sub(r"^> ", "", more[0], flags=re.MULTILINE), below[more.end() :]


def fits(printed: str, expected: str) -> bool:
    return printed.startswith(expected[:-1]) if expected.endswith(REST) else printed == expected


def test_every_program_of_the_page_about_python_prints_what_stands_there(reader: dict) -> None:
    programs, printed = blocks("python.md", "python"), blocks("python.md", "text")
    assert len(programs) == len(printed)
    for program, expected in zip(programs, printed, strict=True):
        done = subprocess.run([BIN / "python", "-c", program], **reader, capture_output=True, text=True, check=True)
        assert done.stdout == expected


def test_the_guide_is_built_without_a_warning_and_every_page_is_in_it(tmp_path: Path) -> None:
    command = [
        BIN / "sphinx-build",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        "-d",
        tmp_path / "kept",
        "docs",
        tmp_path / "html",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.stem for path in (tmp_path / "html").glob("*.html")} >= {Path(name).stem for name in PAGES}
    commands = (tmp_path / "html" / "commands.html").read_text(encoding="utf-8")
    assert {command for command in ("guapai mcp", "guapai neo4j up", "guapai load") if command not in commands} == set()
