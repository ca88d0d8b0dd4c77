"""The command that lists what a record leaves open: questions."""

from pathlib import Path
from typing import Annotated

import typer

from graph.errors import GuapaiError
from graph.messages import spoken
from graph.said import Said
from graph.statement import Answer
from guapai.cli.options import Format, FormatOption, LanguageOption
from guapai.cli.output import printing
from guapai.cli.rendering import show


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(printing(questions))


def questions(
    language: LanguageOption,
    record: Annotated[Path, typer.Argument(help="A record file.")],
    form: FormatOption = Format.table,
    strict: Annotated[bool, typer.Option("--strict", help="Open questions about structure are an error.")] = False,
) -> None:
    """List the open questions of a record, first those that could change most.

    Example: guapai questions data/records/zhengzhou.yaml
    """
    from loaders.questions import COLUMNS, listed, structural
    from loaders.reading import read_record

    read = read_record(record).record
    told = spoken if form in (Format.table, Format.markdown) else str
    show(Answer(COLUMNS, [[kind, seen, lines, told(why)] for kind, seen, lines, why in listed(read)]), form)
    refuse_doubts(str(record), len(structural(read)) if strict else 0)


def refuse_doubts(where: str, count: int) -> None:
    """End with 1 where questions about structure are open."""
    if count:
        raise GuapaiError(
            where,
            Said("{} open questions about structure", count),
            Said("none with --strict"),
            Said("guapai questions RECORD lists them, guapai extract FILE --explain shows them"),
        )
