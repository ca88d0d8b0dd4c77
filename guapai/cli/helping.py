"""The help of the command line in Chinese: paragraph by paragraph from data/help.json."""

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from graph.folders import bundled
from guapai.cli.options import Language, behind_language
from guapai.cli.rewriting import rewritten

ASKED = ("-h", "--help")
EXAMPLE = "Example: "


def is_asked(arguments: Sequence[str]) -> bool:
    """Does a command line ask for help?"""
    return any(one in ASKED for one in arguments)


def names_no_command(command: Any, arguments: Sequence[str]) -> bool:
    """Does a command line end at a group, which then shows its help?"""
    words = behind_language([*arguments])
    below = getattr(command, "commands", None)
    if below is None or not words:
        return below is not None
    return words[0] in below and names_no_command(below[words[0]], words[1:])


@cache
def known() -> dict[str, dict[str, str]]:
    """Headings and paragraphs, by their English."""
    content: dict[str, dict[str, str]] = json.loads((bundled("data") / "help.json").read_text(encoding="utf-8"))
    return content


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a help text, each in one line, without examples: those are commands."""
    for part in text.strip().split("\n\n"):
        if not part.startswith(EXAMPLE):
            yield " ".join(part.split())


def help_texts(command: Any) -> Iterator[str]:
    """Every help text of a command, of its parameters and of the commands below it."""
    yield command.help or ""
    yield from (str(getattr(one, "help", None) or "") for one in command.params)
    for below in getattr(command, "commands", {}).values():
        yield from help_texts(below)


def list_whole(command: Any) -> None:
    """Let lists of commands show the first sentence of each as a whole: the library cuts it after some words."""
    for below in getattr(command, "commands", {}).values():
        below.short_help = next(paragraphs(below.help or ""), "").split(". ")[0].removesuffix(".") + "."
        list_whole(below)


def translate(command: Any) -> None:
    """Put the Chinese of a command's help, and of all below it, in the place of the English."""
    command.help = _told(command.help or "")
    command.short_help = None
    for one in command.params:
        if getattr(one, "help", None):
            one.help = _told(one.help)
    for below in getattr(command, "commands", {}).values():
        translate(below)


def _told(text: str) -> str:
    parts = text.strip().split("\n\n")
    return "\n\n".join(known()["paragraphs"].get(" ".join(part.split()), part) for part in parts)


def spoken_headings(language: Language, arguments: Sequence[str]) -> AbstractContextManager[None]:
    """What the library writes around the help is Chinese, too."""
    return rewritten(with_headings) if language is Language.zh and is_asked(arguments) else nullcontext()


def with_headings(shown: str) -> str:
    """The Chinese of what the library writes around a help text."""
    for english, chinese in known()["headings"].items():
        shown = shown.replace(english, chinese)
    return shown
