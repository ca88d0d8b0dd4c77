"""The command line as a new user types it: in this very process, which is twenty times as fast as in one of its own.

What belongs to a process itself (its streams, signals, memory, locks) is tried with `in_a_process`.
"""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from graph import messages
from graph.catalog import catalogue
from graph.settings import allow_insecure
from guapai.cli import main

GUAPAI = Path(sys.executable).with_name("guapai")
Done = subprocess.CompletedProcess[str]


def known_to(home: Path) -> dict[str, str]:
    """The environment of a new user; PYTHONPATH only where this very checkout is found by it."""
    passed = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {**passed, "GUAPAI_HOME": str(home), "LANG": "C.UTF-8"}


def guapai(*arguments: str | Path, home: Path, **environment: str) -> Done:
    """What `guapai` says to these arguments, and its exit code."""
    words = [str(GUAPAI), *map(str, arguments)]
    with _stream() as out, _stream() as err, _stream() as nothing:
        with (
            _as_a_new_process({**known_to(home), **environment}),
            patch.object(sys, "argv", words),
            patch.object(sys, "stdin", nothing),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            code = _ended()
        return Done(words, code, _written(out), _written(err))


def in_a_process(*arguments: str | Path, home: Path, **environment: str) -> Done:
    """The same in a process of its own."""
    known = {**known_to(home), **environment}
    return subprocess.run([GUAPAI, *map(str, arguments)], capture_output=True, text=True, env=known, timeout=600)


def _ended() -> int:
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


@contextmanager
def _as_a_new_process(environment: Mapping[str, str]) -> Iterator[None]:
    """Nothing that the program keeps for the life of its process comes from before, or stays behind."""
    terminated = signal.getsignal(signal.SIGTERM)
    _forget()
    with patch.dict(os.environ, environment, clear=True):
        try:
            yield
        finally:
            signal.signal(signal.SIGTERM, terminated)
            messages.speak("en")
    _forget()


def _forget() -> None:
    allow_insecure(allowed=False)  # and with it the settings, which are read once
    catalogue.names.cache_clear()


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    content: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return content.decode("utf-8").replace("\r\n", "\n")
