"""All commands in one application."""

import signal
import sys
from types import FrameType

import typer

from graph.messages import speak
from graph.settings import allow_insecure
from graph.streams import check_arguments
from graph.version import VERSION
from guapai.cli import (
    analysing,
    asking,
    browsing,
    describing,
    drawing,
    exporting,
    extracting,
    fetching,
    helping,
    loading,
    neo4j,
    queries,
    questioning,
    ruling,
    serving,
    serving_models,
    shells,
)
from guapai.cli.ending import told
from guapai.cli.mistakes import Commands
from guapai.cli.options import AnyLanguageOption, Language, choose_language, spoken_language, wants_json

INSECURE = "--insecure"
app = Commands(
    name="guapai",
    help="Who is part of whom, who answers for a name, who hosts which office: with the line that proves it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (
    loading,
    extracting,
    fetching,
    questioning,
    asking,
    queries,
    analysing,
    exporting,
    drawing,
    browsing,
    serving,
    describing,
    ruling,
    neo4j,
    serving_models,
):
    module.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"guapai {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Say the version."),
    insecure: bool = typer.Option(
        False,
        INSECURE,
        help="Send the password to a distant host in plain text, too; in front of a command or behind it.",
    ),
    language: AnyLanguageOption = None,
) -> None:
    """Options of the program itself; the language was chosen by `run`, wherever it stands."""


def run() -> None:
    """Run one command; every error becomes its message on stderr and its exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    arguments = sys.argv[1:]
    language = spoken_language(arguments)
    choose_language(language)
    speak(language)
    with told(as_json=wants_json(arguments)), helping.spoken_headings(language, arguments):
        check_arguments(arguments)
        command = typer.main.get_command(app)
        shells.use()
        if language is Language.zh and (helping.is_asked(arguments) or helping.names_no_command(command, arguments)):
            helping.translate(command)
        else:
            helping.list_whole(command)
        code = command(_without_insecure(arguments), standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code)


def _without_insecure(arguments: list[str]) -> list[str]:
    """The arguments of the command itself; --insecure may stand anywhere in front of a `--`."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    allow_insecure(allowed=INSECURE in options)
    return [one for one in options if one != INSECURE] + arguments[len(options) :]


def _terminated(_number: int, _frame: FrameType | None) -> None:
    sys.exit(143)
