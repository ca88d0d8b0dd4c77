"""A picture as Mermaid or DOT text; a hostile name is only text in both."""

from collections.abc import Iterator

from graph.catalog.answers import UNSURE
from graph.draw.picture import Picture
from graph.draw.style import COLOURS, text_colour

FONT = "Noto Sans CJK SC, sans-serif"


def mermaid(picture: Picture) -> str:
    """A Mermaid flowchart; what no document states outright is dotted. Every character that Mermaid, Markdown or HTML knows is written as its number."""
    return "\n".join(_mermaid(picture)) + "\n"


def _mermaid(picture: Picture) -> Iterator[str]:
    numbers = picture.numbers()
    yield "flowchart LR"
    for shape in picture.shapes:
        yield f'    {numbers[shape.key]}["{_in_mermaid(shape.caption)}"]:::{shape.label}'
    for arrow in picture.arrows:
        link = f"-->|{arrow.type}|" if arrow.sure else f'-.->|"{arrow.type} {UNSURE}"|'
        yield f"    {numbers[arrow.start]} {link} {numbers[arrow.end]}"
    for label in _labels(picture):
        colour = COLOURS[label]
        yield f"    classDef {label} fill:{colour},color:{text_colour(colour)},stroke:{colour}"


def _in_mermaid(text: str) -> str:
    return "".join(
        character if character.isalnum() or character in " ,()" or not character.isascii() else f"#{ord(character)};"
        for character in one_line(text)
    )


def dot(picture: Picture) -> str:
    """A Graphviz graph; what no document states outright is dashed. Names stand in quotes; quotes, backslashes and entities of their own are escaped."""
    return "\n".join(_dot(picture)) + "\n"


def _dot(picture: Picture) -> Iterator[str]:
    numbers = picture.numbers()
    yield "digraph guapai {"
    yield "    rankdir=LR;"
    yield f'    node [shape=box, style="rounded,filled", fontname="{FONT}", fontsize=11];'
    yield f'    edge [fontname="{FONT}", fontsize=9, color="#6b7280"];'
    for shape in picture.shapes:
        colour = COLOURS[shape.label]
        look = f'fillcolor="{colour}", color="{colour}", fontcolor="{text_colour(colour)}"'
        yield f'    {numbers[shape.key]} [label="{_in_dot(shape.caption)}", tooltip="{shape.label}", {look}];'
    for arrow in picture.arrows:
        look = f'label="{arrow.type}"' if arrow.sure else f'label="{arrow.type} {UNSURE}", style=dashed'
        yield f"    {numbers[arrow.start]} -> {numbers[arrow.end]} [{look}];"
    yield "}"


def _in_dot(text: str) -> str:
    return one_line(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def one_line(text: str) -> str:
    """The text in one line: white space as one blank, what does not print as \\uXXXX."""
    joined = " ".join(text.split())
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape", "surrogatepass").decode() for one in joined
    )


def _labels(picture: Picture) -> list[str]:
    return sorted({shape.label for shape in picture.shapes})
