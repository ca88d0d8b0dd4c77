"""Rows on stdout, in one way for all commands: table, JSON, JSON lines, CSV, Markdown."""

import csv
import json
import sys
from collections.abc import Sequence
from typing import Any

from graph.cli.options import Format
from graph.messages import heading, remark, worded
from graph.statement import Answer

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def show(answer: Answer, form: Format, *, title: str = "", excel: bool = False, as_stored: bool = False) -> None:
    """Print an answer on stdout; an empty one prints no rows and is no error.

    For people, values of closed lists (the kind of a unit) are in their language, unless wanted as the graph has them.
    """
    if not as_stored and form in (Format.table, Format.markdown):
        answer = _worded(answer)
    if form is Format.json:
        print(json.dumps(answer.records(), ensure_ascii=False, indent=2, default=str))
    elif form is Format.jsonl:
        for record in answer.records():
            print(json.dumps(record, ensure_ascii=False, default=str))
    elif form is Format.csv:
        _csv(answer, excel)
    elif form is Format.markdown:
        _markdown(answer)
    else:
        _table(answer, title)


def cell(value: Any) -> str:
    """A value as one line of text; characters that control a terminal are shown as escapes."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return ("; " if any(isinstance(item, str) for item in value) else ", ").join(plain(str(item)) for item in value)
    if isinstance(value, dict | list):
        return plain(json.dumps(value, ensure_ascii=False, default=str))
    return plain(str(value))


def plain(text: str) -> str:
    """The text with everything that does not print as escapes, so that it is only text."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


def _csv(answer: Answer, excel: bool) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow([_guarded(_csv_cell(value), excel) for value in row])


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _guarded(text: str, excel: bool) -> str:
    return "'" + text if excel and text.startswith(FORMULA) else text


def _worded(answer: Answer) -> Answer:
    rows = [[worded(column, value) for column, value in zip(answer.columns, row, strict=True)] for row in answer.rows]
    return Answer(answer.columns, rows)


def _markdown(answer: Answer) -> None:
    _markdown_row([heading(name) for name in answer.columns])
    _markdown_row(["---"] * len(answer.columns))
    for row in answer.rows:
        _markdown_row([cell(value) for value in row])


def _markdown_row(cells: Sequence[str]) -> None:
    escaped = (
        text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "\\`") for text in cells
    )
    print("| " + " | ".join(escaped) + " |")


def _table(answer: Answer, title: str) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from graph.cli.console import Console

    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else _width(answer), no_color=not terminal, highlight=False)
    if title:
        console.print(Text(title, style="bold"))
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in answer.columns:
        numbers = all(isinstance(row[answer.columns.index(name)], int | None) for row in answer.rows)
        table.add_column(Text(heading(name)), justify="right" if numbers else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(cell(value)) for value in row))
    console.print(table)
    if not answer.rows:
        remark("no rows")


def _width(answer: Answer) -> int:
    """Wide enough that nothing is shortened: a wide character takes two cells."""
    widest = max((sum(2 * len(cell(value)) + 3 for value in row) for row in answer.rows), default=0)
    return max(widest, 40 * len(answer.columns), 200)
