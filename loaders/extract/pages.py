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
HIDDEN = frozenset(("script", "style", "noscript", "template"))
# What may stand in front of a page's first tag; the first tags of pages, whole or saved in part.
IN_FRONT = re.compile(r"(?:\s|\ufeff|<\?xml[^>]{0,200}\?>|<!--.{0,20000}?-->)*", re.DOTALL)
FIRST = re.compile(
    rf"<(?:!doctype|html|head|body|meta|link|base|center|font|span|a|b|strong|img|main|nav|form|article|{'|'.join(sorted({*BLOCKS, *HIDDEN}))})\b[^<>]*>",
    re.IGNORECASE,
)
# White space with a line break inside the text of an element: as wide as a blank, but nothing between two Chinese characters.
BREAK = "\x1f"
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…"
BROKEN = re.compile(rf"(?<=[{WIDE}]){BREAK}+(?=[{WIDE}])")


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
        self.last = ""
        """The tag that has just ended."""
        # The open row of each open table, None between rows: tables of old pages stand inside one another.
        self.rows: list[_Row | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.hidden += tag in HIDDEN
        self.last = ""
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
        self.last = tag
        if tag in ("tr", "table") and self.rows:
            self._end_row()
        if tag == "table" and self.rows:
            self.rows.pop()
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
        ends = [*row.cells[1:], len(self.parts)]
        cells = [lines for span in zip(row.cells, ends, strict=False) if (lines := _lines(self.parts[slice(*span)]))]
        long = next((index for index, lines in enumerate(cells) if len(lines) > 1), len(cells) - 1)
        if long < 1 or len(cells[long]) > MOST:
            return
        joined = "\t".join(lines[0] for lines in cells[: long + 1])
        rest = [line for lines in (cells[long][1:], *cells[long + 1 :]) for line in lines]
        self.parts[row.start :] = ["\n".join(["", joined, *rest, ""])]


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
    parser.feed(page)
    parser.close()
    return "\n".join(_lines(parser.parts)) + "\n"
