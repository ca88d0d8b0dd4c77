"""Rows on stdout, in one way for all commands: table, JSON, JSON lines, CSV, Markdown."""

import csv
import re
import sys
from collections.abc import Sequence
from typing import Any

from graph.errors import UsageError
from graph.messages import heading, remark, worded
from graph.plain_text import json_text, plain
from graph.said import Said
from graph.statement import Answer
from graph.streams import is_unicode, put, put_file
from guapai.cli.options import Format

# What Markdown would take for something else than text; within a word an underscore is one.
MARKS = re.compile(r"[\\`*\[\]<>&|~!]|(?<!\w)_|_(?!\w)")
BETWEEN = " | "  # the entries of a list in one cell of CSV
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def show(
    answer: Answer,
    form: Format,
    *,
    title: str = "",
    excel: bool = False,
    as_stored: bool = False,
    wide: bool = False,
) -> None:
    """Print an answer on stdout; an empty one prints no rows and is no error. A table tells on stderr how many there are.

    For people, values of closed lists (the kind of a unit) are in their language, unless wanted as the graph has them.
    """
    if not as_stored and form in (Format.table, Format.markdown):
        answer = _worded(answer)
    if form is Format.json:
        print(_json(answer.records(), indent=2))
    elif form is Format.jsonl:
        for record in answer.records():
            print(_json(record))
    elif form is Format.csv:
        _csv(answer, excel)
    elif form is Format.markdown:
        _markdown(answer)
    else:
        from guapai.cli.tables import print_table

        print_table(answer, title, wide=wide)
        count = len(answer.rows)
        remark(Said("no rows") if not count else Said("1 row") if count == 1 else Said("{} rows", count))


def refuse_excel(form: Format, excel: bool) -> None:
    """Raise UsageError for `--excel` with another format than CSV, before anything is asked."""
    if excel and form is not Format.csv:
        raise UsageError("--excel", Said("the format is {}", form.value), "CSV", "--format csv --excel")


def _json(value: Any, indent: int | None = None) -> str:
    """JSON in which an encoding that lacks a character lacks nothing."""
    return json_text(value, indent=indent, ascii_only=not is_unicode(sys.stdout))


def cell(value: Any) -> str:
    """A value as one line of text; characters that control a terminal are shown as escapes."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return ("; " if any(isinstance(item, str) for item in value) else ", ").join(plain(str(item)) for item in value)
    if isinstance(value, dict | list):
        return plain(json_text(value))
    return plain(str(value))


class _Lines:
    """Takes the lines of a CSV writer that quotes CR and LF, and ends them with LF."""

    def write(self, line: str) -> None:
        """Put one line on stdout."""
        put(line.removesuffix("\r\n") + "\n")


def _csv(answer: Answer, excel: bool) -> None:
    if excel:
        put_file("\ufeff")
    writer = csv.writer(_Lines(), lineterminator="\r\n")
    writer.writerow([_guarded(name, excel) for name in answer.columns])
    for row in answer.rows:
        writer.writerow([_guarded(_csv_cell(value), excel) for value in row])


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return BETWEEN.join(map(str, value))
    return json_text(value) if isinstance(value, dict | list) else str(value)


def _guarded(text: str, excel: bool) -> str:
    return "'" + text if excel and text.startswith(FORMULA) else text


def _worded(answer: Answer) -> Answer:
    rows = [[worded(column, value) for column, value in zip(answer.columns, row, strict=True)] for row in answer.rows]
    return Answer(answer.columns, rows)


def _markdown(answer: Answer) -> None:
    _markdown_row([plain(heading(name)) for name in answer.columns])
    _markdown_row(["---"] * len(answer.columns))
    for row in answer.rows:
        _markdown_row([cell(value) for value in row])


def _markdown_row(cells: Sequence[str]) -> None:
    print("| " + " | ".join(MARKS.sub(r"\\\g<0>", text) for text in cells) + " |")
