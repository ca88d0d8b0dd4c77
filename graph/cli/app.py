"""All commands in one application, and what becomes of their errors."""

import signal
import sys
from types import FrameType

import typer

from graph.cli import asking, browsing, describing, drawing, exporting, extracting, loading, neo4j
from graph.errors import GuapaiError
from graph.version import VERSION

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
    stdout = sys.stdout
    try:
        app()
    except GuapaiError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        sys.exit(130)
    except SystemExit:
        # Typer puts another stream there when the reader of stdout has seen enough (`| head`): no error.
        if sys.stdout is stdout:
            raise


def _terminated(_number: int, _frame: FrameType | None) -> None:
    sys.exit(143)
