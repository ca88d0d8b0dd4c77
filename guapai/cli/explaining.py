"""Shows in the terminal what was made of each line of a document."""

import sys
from typing import TYPE_CHECKING

from graph.messages import spoken, worded
from graph.plain_text import plain

if TYPE_CHECKING:
    from loaders.extract.explaining import Mark
    from loaders.extract.extraction import Extraction

# Colours by kind of mark; every other kind of fact has the last one.
COLOURS = {
    "unit": "bold green",
    "aliases": "magenta",
    "hosts": "cyan",
    "duties": "blue",
    "ignored": "dim",
    "question": "bold red",
}
OTHER = "yellow"
BLANKS = dict.fromkeys((0x3000, 0xA0, 0x2007, 0x202F, 0x09), " ")


def shown(text: str) -> str:
    """The text with wide and other odd blanks as plain ones, and all else that does not print as escapes."""
    return plain(text.translate(BLANKS))


def explain(extraction: "Extraction") -> None:
    """Print each line of the document and what was made of it."""
    from rich.text import Text

    from guapai.cli.console import Console
    from loaders.extract.explaining import marks

    console = Console(no_color=not sys.stdout.isatty(), width=None if sys.stdout.isatty() else 100_000, highlight=False)
    found = marks(extraction)
    for number, line in enumerate(extraction.document.lines, 1):
        if line.strip():
            console.print(Text(f"{number:>5}  {shown(line.strip())}"))
        for mark in found.get(number, []):
            style = COLOURS.get(mark.kind, OTHER)
            span = mark.quote.span
            console.print(Text(f"{'':>7}{span.start}-{span.end} {_told(mark)}  ", style), end="")
            console.print(Text(_shortened(shown(line[span.start : span.end])), "italic"))


def _told(mark: "Mark") -> str:
    return f"{worded('mark', mark.kind)}: {spoken(mark.says)}"


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:40]} … {text[-15:]}"
