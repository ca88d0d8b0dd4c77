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
LINKS = frozenset(("a", "label", "button"))
# A cell with more lines than this holds a part of the page, not the text of a table.
MOST = 40
MOST_CELLS = 200
HIDDEN = frozenset(("script", "style", "noscript", "template", "select", "textarea", "iframe", "svg", "datalist"))
# What may stand in front of a page's first tag; the first tags of pages, whole or saved in part.
IN_FRONT = re.compile(r"(?:\s|\ufeff|<\?xml[^>]{0,200}\?>|<!--.{0,20000}?-->|<%.{0,20000}?%>)*", re.DOTALL)
FIRST = re.compile(
    rf"<(?:!doctype|html|head|body|meta|link|base|center|font|span|a|b|strong|img|main|nav|form|article|{'|'.join(sorted({*BLOCKS, *HIDDEN}))})\b[^<>]*>",
    re.IGNORECASE,
)
# White space with a line break inside the text of an element: as wide as a blank, but nothing between two Chinese characters.
BREAK = "\x1f"
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…"
BROKEN = re.compile(rf"(?<=[{WIDE}]){BREAK}+(?=[{WIDE}])")


class _Row:
    """A row that is being read: where its parts begin, where those of each cell do, and in which columns of how many rows it stands."""

    def __init__(self, start: int, above: dict[int, int]) -> None:
        self.start = start
        self.cells: list[int] = []
        self.columns: list[int] = []
        self.covered = above
        """Columns that cells of rows above go down into, each with how many rows more."""
        self.next = 0
        self.down: dict[int, int] = {}

    def add(self, start: int, attrs: list[tuple[str, str | None]]) -> None:
        """A cell that begins here."""
        across, down = _number(attrs, "colspan"), _number(attrs, "rowspan")
        while self.next in self.covered:
            self.next += 1
        self.cells.append(start)
        self.columns.append(self.next)
        for column in range(self.next, self.next + across):
            if down > 1:
                self.down[column] = down - 1
        self.next += across

    def below(self) -> dict[int, int]:
        """The columns that cells of this row and of those above go down into."""
        above = {column: more - 1 for column, more in self.covered.items() if more > 1}
        return above | self.down


def _number(attrs: list[tuple[str, str | None]], name: str) -> int:
    """How many columns or rows a cell takes."""
    said = dict(attrs).get(name) or ""
    return min(int(said), MOST_CELLS) if said.isascii() and said.isdecimal() and int(said[:4]) else 1


class _Page(HTMLParser):
    """Gathers the visible text of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0
        self.last = ""
        """The tag that has just ended."""
        # The open row of each open table, None between rows: tables of old pages stand inside one another.
        self.rows: list[_Row | None] = []
        self.below: list[dict[int, int]] = []
        """For each open table, the columns that cells of its last row go down into."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        self.last = ""
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag == "table":
            self.rows.append(None)
            self.below.append({})
        elif tag == "tr" and self.rows:
            self._end_row()
            self.rows[-1] = _Row(len(self.parts), self.below[-1])
        elif tag in CELLS and self.rows and (row := self.rows[-1]):
            row.add(len(self.parts), attrs)

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in HIDDEN))
        self.last = tag
        if tag in ("tr", "table") and self.rows:
            self._end_row()
        if tag == "table" and self.rows:
            self.rows.pop()
            self.below.pop()
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            between = data.isspace() and self.last in LINKS
            self.parts.append(re.sub(r"\s+", lambda found: BREAK if "\n" in found[0] and not between else " ", data))

    def _end_row(self) -> None:
        """Join the cells of a row that ends, up to the first line of one that holds several."""
        row, self.rows[-1] = self.rows[-1], None
        if row is None:
            return
        self.below[-1] = row.below()
        ends = [*row.cells[1:], len(self.parts)]
        every = [_lines(self.parts[slice(*span)]) for span in zip(row.cells, ends, strict=False)]
        cells = [lines for lines in every if lines]
        long = next((index for index, lines in enumerate(cells) if len(lines) > 1), len(cells) - 1)
        if long < 1 or len(cells[long]) > MOST:
            return
        joined = _joined(row, every, cells[long])
        rest = [line for lines in (cells[long][1:], *cells[long + 1 :]) for line in lines]
        self.parts[row.start :] = ["\n".join(["", joined, *rest, ""])]


def _joined(row: _Row, cells: list[list[str]], last: list[str]) -> str:
    """The first lines of the cells up to one, each in its column: an empty cell, or one from above, is nothing between tabs."""
    columns: dict[int, str] = {}
    for column, lines in zip(row.columns, cells, strict=True):
        columns[column] = lines[0] if lines else ""
        if lines is last and len(last) > 1:
            break
    first, final = min(columns), max(columns)
    return "\t".join(columns.get(column, "") for column in range(first, final + 1))


def _lines(parts: list[str]) -> list[str]:
    joined = BROKEN.sub("", "".join(parts)).replace(BREAK, " ")
    return [line for part in joined.split("\n") if (line := re.sub(" +", " ", part).strip(" "))]


def is_page(text: str) -> bool:
    """Whether a text is an HTML page or a part of one: its first words are a tag, whatever stands in front of that."""
    front = IN_FRONT.match(text)
    return FIRST.match(text, front.end() if front else 0) is not None


def text_of_page(page: str) -> str:
    """The visible text of an HTML page, a line for each block; empty lines are left out."""
    parser = _Page()
    front = IN_FRONT.match(page)
    parser.feed(page[front.end() if front else 0 :])
    parser.close()
    return "\n".join(_lines(parser.parts)) + "\n"
