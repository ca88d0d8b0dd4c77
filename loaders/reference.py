"""What records refer to: the function tree, and places as nodes of the graph."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

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
        """A function, those around it and the relationships between them: the same objects each time."""
        yield self.nodes[code]
        while code in self.within:
            yield self.nodes[self.within[code].end_id]
            yield self.within[code]
            code = self.within[code].end_id


def _content(name: str) -> dict[str, Any]:
    path: Path = bundled("data") / name
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), SafeLoader)  # noqa: S506  it is the safe one
    return loaded


@cache
def functions() -> Functions:
    """The functions of data/functions.yaml: fields, their matters, and what wide ones of these hold."""
    nodes: dict[str, Function] = {}
    within: dict[str, Within] = {}

    def add(entries: dict[str, Any], parent: str | None) -> None:
        for code, entry in entries.items():
            cofog = entry.get("cofog") or (nodes[parent].cofog if parent else None)
            nodes[code] = _function(code, entry, cofog)
            if parent:
                within[code] = Within(start_id=code, end_id=parent)
            add(entry.get("within", {}), code)

    add(_content("functions.yaml"), None)
    return Functions(nodes, within)


def _function(code: str, entry: dict[str, Any], cofog: str | None) -> Function:
    return Function(
        id=code,
        code=code,
        name=entry["name_zh"],
        name_zh=entry["name_zh"],
        name_en=entry["name_en"],
        name_zh_source="printed",
        name_en_source="translated",
        cofog=cofog,
        general=entry.get("general"),
    )


def place_statements(place: str) -> Iterator[Place | Within]:
    """A place and all places around it."""
    chain = places().chain(place)
    for inner, outer in pairwise(chain):
        yield Within(start_id=inner, end_id=outer)
    for one in chain:
        yield places().node(one)
