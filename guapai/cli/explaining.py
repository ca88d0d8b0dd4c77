"""Shows what was made of each line of a document: in the terminal and as one page."""

import html
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.messages import spoken, worded
from graph.plain_text import plain

if TYPE_CHECKING:
    from loaders.extract.explaining import Mark
    from loaders.extract.extraction import Extraction

# Colours in the terminal and on the page, by kind of mark; every other kind of fact has the last one.
COLOURS = {
    "unit": ("bold green", "#b7e4c7"),
    "aliases": ("magenta", "#e4c1f9"),
    "hosts": ("cyan", "#a9def9"),
    "duties": ("blue", "#d0e1ff"),
    "ignored": ("dim", "#e5e5e5"),
    "question": ("bold red", "#ffadad"),
}
OTHER = ("yellow", "#fdf0b5")
BLANKS = dict.fromkeys((0x3000, 0xA0, 0x2007, 0x202F, 0x09), " ")
STYLE = """body{font-family:"Noto Sans CJK SC",sans-serif;max-width:70em;margin:2em auto;padding:0 1em;line-height:1.7}
ol{padding-left:4em}li::marker{color:#888}mark{border-radius:.2em;padding:.05em .1em}
small{display:block;color:#666;line-height:1.3}"""

# By this a page of ours is known: it is no document.
GENERATOR = '<meta name="generator" content="guapai extract">'


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
            style = COLOURS.get(mark.kind, OTHER)[0]
            span = mark.quote.span
            console.print(Text(f"{'':>7}{span.start}-{span.end} {_told(mark)}  ", style), end="")
            console.print(Text(_shortened(shown(line[span.start : span.end])), "italic"))


def _told(mark: "Mark") -> str:
    return f"{worded('mark', mark.kind)}: {spoken(mark.says)}"


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:40]} … {text[-15:]}"


def page(extraction: "Extraction") -> str:
    """One HTML page with the text marked up in colours; it needs nothing beside it."""
    from loaders.extract.explaining import marks

    found = marks(extraction)
    kinds = dict.fromkeys([*COLOURS, *(mark.kind for line in found.values() for mark in line)])
    named = ((_colour(kind), html.escape(worded("mark", kind))) for kind in kinds)
    legend = " ".join(f'<mark style="background:{colour}">{name}</mark>' for colour, name in named)
    lines = "\n".join(
        _item(number, line, found.get(number, []))
        for number, line in enumerate(extraction.document.lines, 1)
        if line.strip()
    )
    title = html.escape(extraction.record.bodies[0].name)
    return (
        f'<!DOCTYPE html>\n<html lang="{extraction.document.language}"><head><meta charset="utf-8">{GENERATOR}<title>{title}</title>\n'
        f"<style>{STYLE}</style></head>\n<body><h1>{title}</h1><p>{legend}</p>\n<ol>\n{lines}\n</ol></body></html>\n"
    )


def _colour(kind: str) -> str:
    return COLOURS.get(kind, OTHER)[1]


def _item(number: int, line: str, found: Sequence["Mark"]) -> str:
    rules = dict.fromkeys(_told(mark) for mark in found)
    notes = f"<small>{html.escape('; '.join(rules))}</small>" if rules else ""
    return f'<li value="{number}">{"".join(_coloured(line, found))}{notes}</li>'


def _coloured(line: str, found: Sequence["Mark"]) -> Iterator[str]:
    """The line in pieces; where marks overlap, the innermost gives the colour."""
    cuts = sorted({0, len(line), *(edge for mark in found for edge in (mark.quote.span.start, mark.quote.span.end))})
    for start, end in pairwise(cuts):
        around = [mark for mark in found if mark.quote.span.start <= start and end <= mark.quote.span.end]
        text = html.escape(shown(line[start:end]))
        if not around:
            yield text
            continue
        inner = min(around, key=lambda mark: mark.quote.span.end - mark.quote.span.start)
        hint = html.escape("; ".join(_told(mark) for mark in around))
        yield f'<mark style="background:{_colour(inner.kind)}" title="{hint}">{text}</mark>'
