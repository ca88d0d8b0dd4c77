"""What yEd draws of a GraphML file: shapes, colours and labels in elements of its own, which other programs pass over.

An attribute of GraphML is shown in yEd only where a user maps it; these elements are shown as they are. Nodes have no place:
a layout of yEd gives them one.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from graph.draw.style import COLOURS, text_colour
from graph.export.flat import allowed

NAMESPACE = ' xmlns:y="http://www.yworks.com/xml/graphml"'
NODE, LINK = "y0", "y1"
KEYS = f'<key id="{NODE}" for="node" yfiles.type="nodegraphics"/>\n<key id="{LINK}" for="edge" yfiles.type="edgegraphics"/>\n'
SHAPES = {
    "Government": "rectangle3d",
    "Bureau": "rectangle3d",
    "Division": "roundrectangle",
    "PartyUnit": "hexagon",
    "Branch": "parallelogram",
    "LeadingGroup": "trapezoid",
    "LeadingGroupOffice": "ellipse",
    "HostedOffice": "ellipse",
    "External": "octagon",
    "Alias": "trapezoid2",
    "Function": "hexagon",
}
LINES = {"HOSTS": "dashed", "MANAGED_BY": "dashed", "HANGS_SIGN": "dotted", "KNOWN_AS": "dotted"}
HEIGHT, WIDE, NARROW, EDGE = (
    30,
    13,
    7,
    24,
)  # pixels: of a node, of a Chinese character, of another one, of what is around


def node_graphics(names: Sequence[str], labels: Sequence[str]) -> list[str]:
    """A `data` element for each node: its name in the shape and colour of its most special label."""
    drawn = {one: _drawn(one) for one in set(labels)}
    return [
        f'<data key="{NODE}"><y:ShapeNode><y:Geometry height="{HEIGHT}" width="{_width(name)}"/>'
        f"{drawn[label].replace('%', _shown(name), 1)}</y:ShapeNode></data>"
        for name, label in zip(names, labels, strict=True)
    ]


def link_graphics(types: Sequence[str]) -> list[str]:
    """A `data` element for each relationship: an arrow with its type."""
    drawn = {
        one: f'<data key="{LINK}"><y:PolyLineEdge><y:LineStyle type="{LINES.get(one, "line")}"/>'
        f'<y:Arrows source="none" target="standard"/><y:EdgeLabel>{_shown(one)}</y:EdgeLabel></y:PolyLineEdge></data>'
        for one in set(types)
    }
    return [drawn[one] for one in types]


def _drawn(labels: str) -> str:
    """Colour, label (`%`) and shape for labels as a file holds them: a list as JSON."""
    kind = labels.partition('"')[2].partition('"')[0]
    colour = COLOURS.get(kind, COLOURS["Organization"])
    return (
        f'<y:Fill color="{colour}"/><y:NodeLabel textColor="{text_colour(colour)}">%</y:NodeLabel>'
        f'<y:Shape type="{SHAPES.get(kind, "rectangle")}"/>'
    )


def _width(name: str) -> int:
    return EDGE + sum(WIDE if ord(one) > 0x2E7F else NARROW for one in name)


def _shown(name: str) -> str:
    """The name as text alone: what begins with `<html>` would be markup to yEd."""
    return escape(allowed(f"\u200b{name}" if name.lstrip().lower().startswith("<html") else name))
