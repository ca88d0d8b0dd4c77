"""The command that saves documents from the web: fetch."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import GuapaiError, UsageError
from graph.messages import error_text, remark
from graph.said import Said
from guapai.cli.options import LanguageOption

if TYPE_CHECKING:
    from loaders.web_pages import Outcome


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(fetch)


def fetch(
    language: LanguageOption,
    addresses: Annotated[
        Path, typer.Argument(metavar="LIST", help="A file with one address a line; - is the standard input.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder for the documents and their manifest.")],
) -> None:
    """Save the documents of a list of addresses: one request a second to a host, and what its robots.txt allows.

    The same command again goes on where it stopped. guapai extract FOLDER -o RECORDS reads what was saved.

    Example: guapai fetch addresses.txt -o documents
    """
    from graph.writing import make_folder
    from loaders.web_pages import addresses_of
    from loaders.web_pages import fetch as fetch_pages

    wanted = addresses_of(_text(addresses), str(addresses))
    if not wanted:
        raise UsageError(
            str(addresses), Said("it names no address"), Said("one address a line"), Said("write the addresses into it")
        )
    make_folder(output)
    failed = [done.error for done in map(_told, fetch_pages(wanted, output)) if done.error]
    if failed:
        remark(Said("{} of {} addresses were not saved", len(failed), len(wanted)))
        codes = {error.exit_code for error in failed}
        raise typer.Exit(codes.pop() if len(codes) == 1 else GuapaiError.exit_code)


def _text(path: Path) -> str:
    from graph.reading import read_text
    from graph.streams import stdin_text

    if path == Path("-"):
        return stdin_text("a list of addresses")
    return read_text(path, Said("a list of addresses"), Said("name a file that is there"))


def _told(done: "Outcome") -> "Outcome":
    """Say on stderr what became of an address."""
    import sys

    if done.error:
        print(error_text(done.error), file=sys.stderr)
    elif done.fetched and not done.before:
        remark(Said("{}: saved from {}", done.fetched.file, done.address))
    return done
