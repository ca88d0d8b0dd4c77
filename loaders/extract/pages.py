"""The text of an HTML page: a line for each block, a line with tabs for each row of a table."""

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        *("p", "div", "li", "dd", "dt", "tr", "td", "th", "br", "table", "ul", "ol", "dl", "option", "title"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer"),
    ]
)
CELLS = frozenset(("td", "th"))
# A cell with more lines than this holds a part of the page, not the text of a table.
MOST = 40
HIDDEN = frozenset(("script", "style", "noscript", "template"))


class _Row:
    """A row that is being read: where its parts begin, and where those of each cell do."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.cells: list[int] = []


class _Page(HTMLParser):
    """Gathers the visible text of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0
        # The open row of each open table, None between rows: tables of old pages stand inside one another.
        self.rows: list[_Row | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag == "table":
            self.rows.append(None)
        elif tag == "tr" and self.rows:
            self._end_row()
            self.rows[-1] = _Row(len(self.parts))
        elif tag in CELLS and self.rows and (row := self.rows[-1]):
            row.cells.append(len(self.parts))

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in HIDDEN))
        if tag in ("tr", "table") and self.rows:
            self._end_row()
        if tag == "table" and self.rows:
            self.rows.pop()
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _end_row(self) -> None:
        """Join the cells of a row that ends, up to the first line of one that holds several."""
        row, self.rows[-1] = self.rows[-1], None
        if row is None:
            return
        ends = [*row.cells[1:], len(self.parts)]
        cells = [lines for span in zip(row.cells, ends, strict=False) if (lines := _lines(self.parts[slice(*span)]))]
        long = next((index for index, lines in enumerate(cells) if len(lines) > 1), len(cells) - 1)
        if long < 1 or len(cells[long]) > MOST:
            return
        joined = "\t".join(lines[0] for lines in cells[: long + 1])
        rest = [line for lines in (cells[long][1:], *cells[long + 1 :]) for line in lines]
        self.parts[row.start :] = ["\n".join(["", joined, *rest, ""])]


def _lines(parts: list[str]) -> list[str]:
    return [line for part in "".join(parts).split("\n") if (line := part.strip(" "))]


def text_of_page(page: str) -> str:
    """The visible text of an HTML page, a line for each block; empty lines are left out."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    return "\n".join(_lines(parser.parts)) + "\n"
