"""The page of the commands: what the help of each says; made whenever the guide is built."""

from collections.abc import Iterator
from typing import Any

import typer

from guapai.cli.app import app

HEAD = "# Commands\n\nWhat `--help` says of each. With `--lang zh` it speaks Chinese.\n"


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join([HEAD, *_sections(typer.main.get_command(app), ("guapai",))])


def _sections(command: Any, words: tuple[str, ...]) -> Iterator[str]:
    below = getattr(command, "commands", {})
    if len(words) > 1:
        yield f"{'#' * len(words)} {' '.join(words)}\n"
        yield from _paragraphs(command.help or "")
        yield from _options(command)
    for name in sorted(below):
        yield from _sections(below[name], (*words, name))


def _paragraphs(text: str) -> Iterator[str]:
    for part in text.strip().split("\n\n"):
        line = " ".join(part.split())
        yield f"`{line.removeprefix('Example: ')}`\n" if line.startswith("Example: ") else f"{line}\n"


def _options(command: Any) -> Iterator[str]:
    told = [one for one in command.params if getattr(one, "help", None)]
    for one in told:
        names = ", ".join(one.opts) if one.param_type_name == "option" else one.metavar or one.name
        yield f"- `{names}`: {' '.join(one.help.split())}"
    if told:
        yield ""
