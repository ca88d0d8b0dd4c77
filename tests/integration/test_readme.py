"""What the README tells a newcomer to type works, in both languages, with nothing but what a checkout holds."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PAGES = ("README.md", "README.zh-CN.md")
# What other tests run, or what changes this very checkout: by its first words.
ELSEWHERE = (
    "make ",  # this test is part of the one, CI runs the other from an empty home
    ". .venv/bin/activate",
    "guapai neo4j ",  # tests of the managed server
    "guapai browser alias",  # asks for a server; test_browser_page
    "guapai serve",  # runs until it is stopped; test_serve
    "docker ",  # make test-containers
)


def blocks(page: str, language: str = "") -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[str]:
    lines = (line.strip().removeprefix("$ ") for block in blocks(page) for line in block.splitlines())
    return [re.sub(r"\s{2,}#.*$", "", line) for line in lines if line]


@pytest.fixture
def newcomer(tmp_path: Path) -> dict:
    """An empty home, and a folder that shows the checkout's files; what is written stays beside them."""
    for name in ("data", "tests", "queries"):
        (tmp_path / name).symlink_to(ROOT / name)
    environment = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path), "GUAPAI_HOME": str(tmp_path / "home"), "LANG": "C.UTF-8",
        "GUAPAI_STORE": "embedded", "TMPDIR": str(tmp_path),
    }  # fmt: skip
    return {"cwd": tmp_path, "env": environment}


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_the_page_works(page: str, newcomer: dict) -> None:
    failed = []
    known = () if page == PAGES[0] else commands(PAGES[0])  # what both say, letter for letter, is run once
    for command in commands(page):
        if command not in known and not command.startswith(ELSEWHERE):
            done = subprocess.run(["bash", "-c", command], **newcomer, capture_output=True, text=True, check=False)
            if done.returncode:
                failed.append(f"{command}\n{done.stderr}")
    assert failed == []


@pytest.mark.parametrize(("page", "language"), [(PAGES[0], "en"), (PAGES[1], "zh")])
def test_the_first_answer_of_the_page_is_what_its_command_prints(page: str, language: str, newcomer: dict) -> None:
    command = f"{commands(page)[0]} --format markdown --lang {language}"
    done = subprocess.run(["bash", "-c", command], **newcomer, capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 5
    assert done.stdout in (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_the_page_works(page: str, newcomer: dict) -> None:
    (program,) = blocks(page, "python")
    done = subprocess.run([BIN / "python", "-c", program], **newcomer, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 4  # Jinhua hangs four signs


def test_both_pages_name_the_same_commands() -> None:
    english, chinese = (
        {" ".join(command.split()[:3]) for command in commands(page) if command.startswith(("guapai", "make"))}
        for page in PAGES
    )
    assert english == chinese


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_installed_from_an_index_that_may_not_have_it(page: str) -> None:
    installs = re.findall(r"(?:pip|pipx|uv tool) install [^`\n]*", (ROOT / page).read_text(encoding="utf-8"))
    assert installs
    assert [one for one in installs if not re.search(r"install '?\.", one)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_the_page_names_is_there(page: str) -> None:
    links = re.findall(r"\]\(([^):]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
