"""Every command on a page for readers is one that there is; those that no test types are listed here, with the reason."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from guapai.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md"])
PAGES = [page for page in PAGES if page.name != "commands.md"]  # made of the commands themselves
TYPED = re.compile(r"^(?:\$ )?((?:guapai|make|pip|pipx|uv|docker|export|python) .*)$", re.MULTILINE)
# In blocks that are shown, not run, on the pages of the guide; README's are in test_readme.
NOT_TYPED = {
    "index.md": {"make demo"},  # what a clone begins with
    "index.zh-CN.md": {"make demo"},
    "containers.md": {"make password", "docker compose up"},  # make test-containers
    "neo4j.md": {
        *("make server", "guapai neo4j fetch", "guapai neo4j up", "guapai neo4j status", "guapai neo4j down"),
        "export NEO4J_URI=bolt://localhost:7687 NEO4J_USERNAME=neo4j NEO4J_PASSWORD=…",  # the server of a run is named so
    },
    "performance.md": {  # minutes each; every benchmark is imported by a test
        *(f"python -m benchmarks.{one}" for one in (
            "country --counties 28 285", "country --counties 28 2850", "country_server --counties 28 57",
            "country_server --counties 28 120", "country_server --growth FOLDER --counties 28 2850", "peers",
            "country_server --memory --counties 28 2850", "many_records --counties 400 --bureaus 25",
            "many_records --counties 40 --bureaus 25 --neo4j",
            "extraction_side_by_side --counties 2850",
            "lookups 28 285 2850", "lookups --neo4j 28 285 2850", "lookups --neo4j --version 5.26.30 28 285 2850",
            "performance --only exports --counties 28 285",
        )),
    },
}  # fmt: skip


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Language and content of each block of a page."""
    for found in re.finditer(r"^```([^\n`]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield found[1], found[2]


def bare(command: str) -> str:
    """A command without the remark behind it."""
    return re.sub(r"\s+#.*$", "", command)


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_a_command_that_no_test_types_is_listed_with_its_reason(page: Path) -> None:
    shown = {
        bare(command)
        for language, content in blocks(page.read_text("utf-8"))
        if language in ("", "bash", "sh")
        for command in TYPED.findall(content)
    }
    if page.name == "questions.md":  # test_answers asks each, and makes the page
        shown = {command for command in shown if not command.startswith("guapai query ")}
    assert shown == NOT_TYPED.get(page.name, set())


def named(text: str) -> Iterator[str]:
    """Every guapai command of a page: in a block, or between two backticks."""
    yield from re.findall(r"`(guapai [^`\n]+)`", text)
    for _, content in blocks(text):
        yield from (bare(command) for command in TYPED.findall(content) if command.startswith("guapai "))


def mistake(command: str) -> str | None:
    """The first word that is no command, or no option of it."""
    found: Any = typer.main.get_command(app)
    alone = re.sub(r" --lang (zh|en)|[\[\]]", "", re.split(r" [|>&;] ", command)[0])
    for word in alone.split()[1:]:
        options = {one for parameter in found.params for one in (*parameter.opts, *parameter.secondary_opts)}
        if word.startswith("-") and len(word) > 1 and word.split("=")[0] not in {*options, "--help"}:
            return word
        if hasattr(found, "commands") and not word.startswith("-"):
            if word not in found.commands:
                return None if found.name == "browser" else word
            found = found.commands[word]
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_on_a_page_is_one_that_there_is(page: Path) -> None:
    wrong = {command: word for command in named(page.read_text("utf-8")) if (word := mistake(command))}
    assert wrong == {}


def test_a_command_or_an_option_that_is_not_there_would_be_found() -> None:
    assert [mistake(one) for one in ("guapai qurey x", "guapai load --fast x", "guapai neo4j pu", "guapai load x")] == [
        "qurey",
        "--fast",
        "pu",
        None,
    ]
