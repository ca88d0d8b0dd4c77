"""The two lists that records refer to: places and functions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from graph.errors import NotThereError, did_you_mean
from graph.folders import bundled
from graph.schema import Function, Place, Within

SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Places:
    """Every place by id, with the id of the place it lies in."""

    nodes: dict[str, Place]
    within: dict[str, str]

    def chain(self, place: str) -> list[str]:
        """The place and every larger one around it, smallest first."""
        chain = [place]
        while chain[-1] in self.within:
            chain.append(self.within[chain[-1]])
        return chain

    def names(self, place: str) -> list[str]:
        """How names of bodies may begin with this place."""
        node = self.nodes[place]
        chinese, english = node.name_zh or "", node.name_en or ""
        short = chinese[:-1] if len(chinese) > 2 else chinese
        return [name for name in (f"{english} city", f"{english} municipal", english, chinese, short) if name]

    def find(self, name: str) -> str:
        """The id of the place with this id, Chinese or English name; raises NotThereError."""
        wanted = name.strip().lower()
        for key, node in self.nodes.items():
            if wanted in (key, node.name_zh, (node.name_zh or "")[:-1], (node.name_en or "").lower(), node.code):
                return key
        known = [text for node in self.nodes.values() for text in (node.name_zh, node.name_en) if text]
        raise NotThereError(f"place {name!r}", "no place has this name", "an id or a name", did_you_mean(name, known))


@dataclass(frozen=True)
class Functions:
    """Every function by code, with the code of the wider one."""

    nodes: dict[str, Function]
    within: dict[str, str]


def _content(name: str) -> dict[str, object]:
    path: Path = bundled("data") / name
    loaded: dict[str, object] = yaml.load(path.read_text(encoding="utf-8"), SafeLoader)  # noqa: S506  it is the safe one
    return loaded


@cache
def places() -> Places:
    """The places of data/places.yaml."""
    content = _content("places.yaml")
    year, entries = content["code_year"], content["places"]
    assert isinstance(year, int)
    assert isinstance(entries, dict)
    within = {key: entry.pop("within") for key, entry in entries.items() if "within" in entry}
    nodes = {
        key: Place(
            id=key,
            name=entry["name_zh"],
            name_zh_source="printed",
            name_en_source="translated",
            code_year=year if "code" in entry else None,
            **entry,
        )
        for key, entry in entries.items()
    }
    return Places(nodes, within)


@cache
def functions() -> Functions:
    """The functions of data/functions.yaml: two levels."""
    nodes: dict[str, Function] = {}
    within: dict[str, str] = {}

    def add(code: str, names: dict[str, str]) -> None:
        nodes[code] = Function(
            id=code,
            code=code,
            name=names["name_zh"],
            name_zh=names["name_zh"],
            name_en=names["name_en"],
            name_zh_source="printed",
            name_en_source="translated",
        )

    for parent, entry in _content("functions.yaml").items():
        assert isinstance(entry, dict)
        add(parent, entry)
        for code, names in entry["within"].items():
            add(code, names)
            within[code] = parent
    return Functions(nodes, within)


def place_statements(place: str) -> Iterator[Place | Within]:
    """A place and all places around it."""
    chain = places().chain(place)
    for inner, outer in pairwise(chain):
        yield Within(start_id=inner, end_id=outer)
    for one in chain:
        yield places().nodes[one]
