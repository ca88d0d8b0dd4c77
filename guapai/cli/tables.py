"""Tables that people can read: no word is cut, long rows become records, long answers go through a pager."""

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from graph.messages import heading
from graph.plain_text import plain
from graph.statement import Answer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

GAP = 3  # cells between two columns
SHORT = 30  # cells of a list that stays in one line
TALL = 6  # lines of a row on average, from which on records are easier to read
CHINESE_WORD = 8  # cells: Chinese may be broken anywhere, and is not pleasant to read in narrower columns
SIZED = 1000  # rows that say how wide a column is
# A pager that ends by itself where all fits, and takes colours; a setting of the reader's own comes first.
PAGER = "FRX"


def print_table(answer: Answer, title: str = "", *, wide: bool = False) -> None:
    """Print rows on stdout; on a terminal in its width, unless wide, elsewhere without colours or shortening."""
    from rich.text import Text

    from guapai.cli.console import Console

    terminal = sys.stdout.isatty()
    texts = [[lines_of(value) for value in row] for row in answer.rows]
    columns = _Columns([plain(heading(name)) for name in answer.columns], texts, _numbers(answer))
    console = Console(
        width=None if terminal and not wide else max(columns.full, 80),
        no_color=not terminal,
        highlight=False,
        soft_wrap=wide,
    )
    with _paged(console, len(texts) + GAP, terminal=terminal):
        if title:
            console.print(Text(plain(title), style="bold"))
        for part in columns.table(console.width) if columns.fit(console.width) else columns.records():
            console.print(part)


def lines_of(value: Any) -> list[str]:
    """A value as lines of text: a long list one entry a line, all else in one."""
    from guapai.cli.rendering import cell

    if isinstance(value, list) and any(isinstance(one, str) for one in value) and len(cell(value)) > SHORT:
        return [cell(one) for one in value]
    return [cell(value)]


def _numbers(answer: Answer) -> list[bool]:
    columns = zip(*answer.rows[:SIZED], strict=True) if answer.rows else ([],) * len(answer.columns)
    return [all(isinstance(value, int | None) and not isinstance(value, bool) for value in one) for one in columns]


def _paged(console: "Console", lines: int, *, terminal: bool) -> AbstractContextManager[Any]:
    if not terminal or lines <= console.height or not sys.stdin.isatty():
        return nullcontext()
    os.environ.setdefault("LESS", PAGER)
    return console.pager(styles=True)


class _Columns:
    """The columns of a table: how wide they are, and how narrow they may be."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[list[str]]], numbers: Sequence[bool]) -> None:
        self.headings = headings
        self.rows = rows
        self.numbers = numbers
        sized = rows[:SIZED]
        self.widths = [_widest(head, sized, index) for index, head in enumerate(headings)]
        self.narrow = [_longest_word(head, sized, index) for index, head in enumerate(headings)]
        self.full = sum(self.widths) + GAP * len(headings)

    def fit(self, width: int) -> bool:
        """Can the table be read in this width: no word cut, no row much taller than wide?"""
        if self.full <= width:
            return True
        room = width - GAP * len(self.headings)
        if sum(self.narrow) > room:
            return False
        heights = [max(-(-wide // max(narrow, 1)) for wide, narrow in zip(self.widths, self.narrow, strict=True))]
        return sum(self.widths) / max(room, 1) <= TALL and min(heights) <= 3 * TALL

    def table(self, width: int) -> list["RenderableType"]:
        """The rows side by side."""
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, pad_edge=False)
        for head, number, narrow in zip(self.headings, self.numbers, self.narrow, strict=True):
            least = min(narrow, width)
            table.add_column(Text(head), justify="right" if number else "left", overflow="fold", min_width=least)
        for row in self.rows:
            table.add_row(*(Text("\n".join(lines)) for lines in row))
        return [table]

    def records(self) -> list["RenderableType"]:
        """One field a line, rows apart."""
        from rich.table import Table
        from rich.text import Text

        parts: list[RenderableType] = []
        for number, row in enumerate(self.rows, 1):
            record = Table.grid(padding=(0, GAP - 1))
            record.add_column(style="bold", no_wrap=True)
            record.add_column(overflow="fold")
            for head, lines in zip(self.headings, row, strict=True):
                if any(lines):
                    record.add_row(Text(head), Text("\n".join(lines)))
            parts += [Text(f"{number}", style="dim"), record]
        return parts


def _widest(head: str, rows: Sequence[Sequence[list[str]]], index: int) -> int:
    from rich.cells import cell_len

    return max([cell_len(head), *(cell_len(line) for row in rows for line in row[index])])


def _longest_word(head: str, rows: Sequence[Sequence[list[str]]], index: int) -> int:
    from rich.cells import cell_len

    words = [word for row in rows for line in row[index] for word in line.split()]
    return max([0, *(_least(word, cell_len(word)) for word in (*head.split(), *words))])


def _least(word: str, length: int) -> int:
    return length if word.isascii() else min(length, CHINESE_WORD)
