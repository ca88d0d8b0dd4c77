"""HTML in which text is only text: whatever is no `Html` already is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from graph.plain_text import plain

ALONE = {"input", "meta", "link", "br"}


class Html(str):
    """Text that is HTML; only `tag` and `joined` make it."""

    __slots__ = ()


def tag(name: str, /, *children: object, **attributes: object) -> Html:
    """An element. Attributes that are None or False are left out; `class_` is `class`."""
    shown = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(plain(str(value)))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{shown}>" if name in ALONE else f"<{name}{shown}>{joined(*children)}</{name}>")


def joined(*children: object) -> Html:
    """Several pieces behind each other; None is nothing."""
    return Html("".join(map(_text, children)))


def _text(child: object) -> str:
    if child is None:
        return ""
    return str(child) if isinstance(child, Html) else escape(plain(str(child)))


def frame(page: str, title: str, height: int) -> Html:
    """A whole page in a frame of its own, without a file of its own; it may run its scripts and nothing else."""
    return Html(
        f'<iframe sandbox="allow-scripts allow-downloads allow-modals" srcdoc="{escape(page)}" title="{escape(plain(title))}" '
        f'width="100%" height="{height}" style="border:0"></iframe>'
    )


def rows_as_table(columns: Iterable[str], rows: Sequence[Sequence[object]], most: int = 50) -> Html:
    """The first rows as a table, as notebooks show it, and how many more there are."""
    head = tag("tr", *(tag("th", column) for column in columns))
    body = (tag("tr", *(tag("td", "" if cell is None else cell) for cell in row)) for row in rows[:most])
    left = len(rows) - most
    note = tag("p", f"{left:,} more rows") if left > 0 else None
    return joined(tag("table", tag("thead", head), tag("tbody", *body)), note)
