"""The style of the Browser (.grass): one rule for each label, made from the schema."""

from collections.abc import Iterator

from graph.draw.style import COLOURS, MADE_NAMES, text_colour
from graph.schema import NODES, Node

DIAMETER = "100px"
UNTRANSLATED = ("Boundary", "Document", "Name", "Person", "Question")  # these have a printed name only


def grass(language: str) -> str:
    """The style with captions in "zh" or "en". `Organization` comes first: a later rule wins."""
    return "\n".join(_grass(language)) + "\n"


def _grass(language: str) -> Iterator[str]:
    yield from _rule("node", {"diameter": DIAMETER, "font-size": "11px", "caption": '"{name}"'})
    for node in sorted(NODES, key=lambda node: (node.label != "Organization", node.label)):
        colour = COLOURS[node.label]
        look = {"color": colour, "border-color": colour, "text-color-internal": text_colour(colour)}
        yield from _rule(f"node.{node.label}", look | {"caption": f'"{caption(node, language)}"'})
    yield from _rule(
        "relationship", {"color": "#9ca3af", "shaft-width": "2px", "font-size": "9px", "caption": '"<type>"'}
    )


def _rule(selector: str, look: dict[str, str]) -> Iterator[str]:
    yield f"{selector} {{"
    yield from (f"  {name}: {value};" for name, value in look.items())
    yield "}"


def caption(node: type[Node], language: str) -> str:
    """Properties in braces; the Browser leaves absent ones blank and knows no "else".

    A body that is only named may have no Chinese name: both names stand there, the Chinese one first.
    """
    if node.label in MADE_NAMES:
        return " ".join(f"{{{name}}}" for name in MADE_NAMES[node.label])
    if language == "en" or node.label in UNTRANSLATED:
        return "{name_en}" if node.label in ("Function", "Place") else "{name}"
    return "{name_zh} {name}" if node.label == "External" else "{name_zh}"
