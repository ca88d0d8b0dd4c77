"""Runs the command line in this very process, as a user would: what it prints, and its exit code."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph import messages
from graph.settings import settings
from guapai.cli import main


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def has_four_parts(self) -> bool:
        """Where and what was found; what was expected; what to do next; and no traceback."""
        first, *rest = self.err.splitlines() or [""]
        expected = [line for line in rest if line.startswith("  expected ")]
        todo = [line for line in rest if line.startswith("  ") and line not in expected]
        return bool(": " in first and expected and todo) and "Traceback" not in self.err


class CommandLine:
    """`guapai` with a home of its own."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.monkeypatch = capsys, monkeypatch
        monkeypatch.setenv("GUAPAI_HOME", str(home))
        monkeypatch.setenv("LC_ALL", "C.UTF-8")
        settings.cache_clear()

    def __call__(self, *arguments: object) -> Ended:
        self.monkeypatch.setattr(sys, "argv", ["guapai", *map(str, arguments)])
        try:
            main()
            code: object = 0
        except SystemExit as end:
            code = end.code or 0
        finally:
            messages.speak("en")
        out, err = self.capsys.readouterr()
        assert isinstance(code, int)
        return Ended(code, out, err)
