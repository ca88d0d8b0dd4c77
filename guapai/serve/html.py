"""HTML in which text is only text: whatever is no `Html` already is escaped."""

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
