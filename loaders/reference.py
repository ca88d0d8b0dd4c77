"""What records refer to: the function tree, and places as nodes of the graph."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from graph.folders import bundled
from graph.schema import Function, Place, Within
from loaders.places import places

SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Functions:
    """Every function by code, and what links it to the wider one."""

    nodes: dict[str, Function]
    within: dict[str, Within]

    def around(self, code: str) -> Iterator[Function | Within]:
        """A function, the wider one and the relationship between them: the same objects each time."""
        yield self.nodes[code]
        if code in self.within:
            yield self.nodes[self.within[code].end_id]
            yield self.within[code]


def _content(name: str) -> dict[str, object]:
    path: Path = bundled("data") / name
    loaded: dict[str, object] = yaml.load(path.read_text(encoding="utf-8"), SafeLoader)  # noqa: S506  it is the safe one
    return loaded


@cache
def functions() -> Functions:
    """The functions of data/functions.yaml: two levels."""
    nodes: dict[str, Function] = {}
    within: dict[str, Within] = {}

    def add(code: str, names: dict[str, str]) -> None:
        nodes[code] = Function(
            id=code,
            code=code,
            name=names["name_zh"],
            name_zh=names["name_zh"],
            name_en=names["name_en"],
            name_zh_source="printed",
            name_en_source="translated",
            cofog=names.get("cofog"),
        )

    for parent, entry in _content("functions.yaml").items():
        assert isinstance(entry, dict)
        add(parent, entry)
        for code, names in entry["within"].items():
            add(code, names)
            within[code] = Within(start_id=code, end_id=parent)
    return Functions(nodes, within)


def place_statements(place: str) -> Iterator[Place | Within]:
    """A place and all places around it."""
    chain = places().chain(place)
    for inner, outer in pairwise(chain):
        yield Within(start_id=inner, end_id=outer)
    for one in chain:
        yield places().node(one)
