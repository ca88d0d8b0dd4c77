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
    records: Annotated[list[Path], typer.Argument(help="Record files, or folders of them.")],
    form: FormatOption = Format.table,
    strict: Annotated[bool, typer.Option("--strict", help="Open questions about structure are an error.")] = False,
) -> None:
    """List the open questions of records, first those that could change most.

    Example: guapai questions data/records/zhengzhou.yaml
    """
    from loaders.many import record_files
    from loaders.questions import COLUMNS, listed, structural, weight
    from loaders.reading import read_record

    files = record_files(records)
    told = spoken if form in (Format.table, Format.markdown) else str
    asked, doubts = [], 0
    for file in files:
        read = read_record(file).record
        doubts += len(structural(read))
        asked += [(file.stem, *question) for question in listed(read)]
    if len(files) > 1:
        asked.sort(key=lambda one: weight(one[1]))
    rows = [[record, kind, seen, lines, told(why)] for record, kind, seen, lines, why in asked]
    show(Answer(["record", *COLUMNS], rows) if len(files) > 1 else Answer(COLUMNS, [row[1:] for row in rows]), form)
    refuse_doubts(", ".join(map(str, records)), doubts if strict else 0)


def refuse_doubts(where: str, count: int) -> None:
    """End with 1 where questions about structure are open."""
    if count:
        raise GuapaiError(
            where,
            Said("{} open questions about structure", count),
            Said("none with --strict"),
            Said("guapai questions RECORD lists them, guapai extract FILE --explain shows them"),
        )
