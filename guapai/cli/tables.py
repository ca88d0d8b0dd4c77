"""Tables that people can read: no word is cut, long rows become records, long answers go through a pager."""

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from graph.messages import heading
from graph.plain_text import plain
from graph.statement import Answer
from guapai.cli.wrapping import cells, least, wrapped

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

TWO = 2
BETWEEN = "; "  # entries of a list in one line
GAP = 3  # cells between two columns
SHORT = 30  # cells of a list that stays in one line
INSIDE = "  "  # before what belongs to the entry of a list above
CHINESE_WORDS = (14, 12, 10)  # cells: Chinese may be broken anywhere, and narrower columns are worse to read
SIZED = 1000  # rows that say how wide a column is
MEASURED = 200  # rows that say whether a table or records are easier to read
SHORTER = 0.8  # of the lines that records take: a table that takes more has too narrow columns
# A pager that ends by itself where all fits, and takes colours; a setting of the reader's own comes first.
PAGER = "FRX"


def print_table(answer: Answer, title: str = "", *, wide: bool = False) -> None:
    """Print rows on stdout; on a terminal in its width, unless wide, elsewhere without colours or shortening."""
    from rich.text import Text

    from guapai.cli.console import Console

    terminal = sys.stdout.isatty()
    texts = [[entries_of(value) for value in row] for row in answer.rows]
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
        widths = columns.fit(console.width)
        for part in columns.table(widths) if widths else columns.records(console.width):
            console.print(part)


def entries_of(value: Any) -> list[str]:
    """A value as texts: the entries of a list of texts, all else in one."""
    from guapai.cli.rendering import cell

    if isinstance(value, list) and any(isinstance(one, str) for one in value):
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
    """The columns of a table: how wide they are, and how narrow they may be. A cell is a list of entries."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[list[str]]], numbers: Sequence[bool]) -> None:
        self.headings = headings
        self.rows = rows
        self.numbers = numbers
        self.sized = [[[head], *(row[index] for row in rows[:SIZED])] for index, head in enumerate(headings)]
        self.widths = [max(map(_wide, cells)) for cells in self.sized]
        self.between = GAP * len(headings) - 1
        self.full = sum(self.widths) + self.between

    def fit(self, width: int) -> list[int] | None:
        """How wide each column is in a table of this width; None where records are easier to read.

        No word is cut, and the table takes clearly fewer lines than records would.
        """
        if self.full <= width:
            return self.widths
        for word in CHINESE_WORDS:
            narrow = [max(least(entry, word) for cell in cells for entry in cell) for cells in self.sized]
            if sum(narrow) + self.between <= width and self._is_short(widths := self._shared(narrow, width), width):
                return widths
        return None

    def _is_short(self, widths: list[int], width: int) -> bool:
        rows, beside = self.rows[:MEASURED], self._beside(width)
        table = sum(max(len(laid(cell, wide)) for cell, wide in zip(row, widths, strict=True)) for row in rows)
        records = sum(1 + sum(len(laid(cell, beside)) for cell in row if any(cell)) for row in rows)
        return table <= SHORTER * records

    def table(self, widths: list[int]) -> list["RenderableType"]:
        """The rows side by side, in columns of these widths."""
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, pad_edge=False)
        for head, number, wide in zip(self.headings, self.numbers, widths, strict=True):
            shown = Text("\n".join(wrapped(head, wide)))
            table.add_column(shown, justify="right" if number else "left", overflow="fold", width=wide)
        for row in self.rows:
            table.add_row(*(Text("\n".join(lines)) for lines in beside(row, widths)))
        return [table]

    def records(self, width: int) -> list["RenderableType"]:
        """One field a line, rows apart."""
        from rich.table import Table
        from rich.text import Text

        parts: list[RenderableType] = []
        wide = self._beside(width)
        for number, row in enumerate(self.rows, 1):
            record = Table.grid(padding=(0, GAP - 1))
            record.add_column(style="bold", no_wrap=True)
            record.add_column(no_wrap=True, overflow="fold")
            for head, cell in zip(self.headings, row, strict=True):
                if any(cell):
                    record.add_row(Text(head), Text("\n".join(laid(cell, wide))))
            parts += [Text(f"{number}", style="dim"), record]
        return parts

    def _beside(self, width: int) -> int:
        """The cells of a record beside its headings."""
        return max(width - max(map(cells, self.headings), default=0) - GAP, 1)

    def _shared(self, narrow: list[int], width: int) -> list[int]:
        """Widths that fill a line: what is over goes, cell by cell, to the column whose entries take most lines."""
        widths = [min(pair) for pair in zip(narrow, self.widths, strict=True)]
        for _ in range(width - self.between - sum(widths)):
            column = max(range(len(widths)), key=lambda index: self.widths[index] / max(widths[index], 1))
            widths[column] += 1
        return widths


def beside(row: Sequence[list[str]], widths: list[int]) -> list[list[str]]:
    """The lines of each cell of a row: lists that are as long as one that takes several lines take them, too."""
    apart = {len(cell) for cell, wide in zip(row, widths, strict=True) if not _in_one_line(cell, wide)}
    return [laid(cell, wide, apart=len(cell) in apart) for cell, wide in zip(row, widths, strict=True)]


def _in_one_line(cell: list[str], width: int) -> bool:
    return len(cell) < TWO or cells(BETWEEN.join(cell)) <= min(width, SHORT)


def laid(cell: list[str], width: int, *, apart: bool = False) -> list[str]:
    """The lines of a cell: short lists in one line, of longer ones, or `apart`, each entry in a line of its own."""
    if len(cell) < TWO or (_in_one_line(cell, width) and not apart):
        return wrapped(BETWEEN.join(cell), width)
    if all(cells(entry) <= width for entry in cell):
        return cell
    return [line for entry in cell for line in _hanging(entry, width)]


def _hanging(entry: str, width: int) -> list[str]:
    first, *more = wrapped(entry, width)
    if not more:
        return [first]
    first, *more = wrapped(entry, max(width - len(INSIDE), 1))
    return [first, *(INSIDE + line for line in more)]


def _wide(cell: list[str]) -> int:
    whole = cells(BETWEEN.join(cell))
    return whole if whole <= SHORT else max(map(cells, cell), default=0)
