"""All commands in one application, and what becomes of their errors."""

import signal
import sys
from io import StringIO
from types import FrameType
from typing import Any

import typer

from graph.cli import asking, browsing, describing, drawing, exporting, extracting, loading, neo4j
from graph.cli.options import spoken_language
from graph.errors import GuapaiError
from graph.messages import error_text, remark, speak, spoken
from graph.version import VERSION

# Typer has no name of its own for it, and keeps it in another place from one version to the next.
WrongCommand: Any = typer.BadParameter.__base__
app = typer.Typer(
    name="guapai",
    help="Who is part of whom, who answers for a name, who hosts which office: with the line that proves it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for module in (loading, extracting, asking, exporting, drawing, browsing, describing, neo4j):
    module.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"guapai {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Say the version."),
) -> None:
    """Options of the program itself."""


def run() -> None:
    """Run one command; every error of ours becomes its message on stderr and its exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    speak(spoken_language(sys.argv[1:]))
    stdout = sys.stdout
    try:
        sys.exit(app(standalone_mode=False))
    except GuapaiError as error:
        print(error_text(error), file=sys.stderr)
        sys.exit(error.exit_code)
    except WrongCommand as error:
        _show(error)
        sys.exit(2)
    except KeyboardInterrupt:
        remark("interrupted")
        sys.exit(130)
    except SystemExit:
        # Typer puts another stream there when the reader of stdout has seen enough (`| head`): no error.
        if sys.stdout is stdout:
            raise


def _show(error: Any) -> None:
    """What Typer says of a wrong command line."""
    text = StringIO()
    error.show(text)
    for line in text.getvalue().splitlines():
        print(spoken(line), file=sys.stderr)


def _terminated(_number: int, _frame: FrameType | None) -> None:
    sys.exit(143)
