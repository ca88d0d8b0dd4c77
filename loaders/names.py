"""The index of names: under which normalised names each thing of a document is found."""

from collections.abc import Iterator
from functools import cache

from graph.names import is_chinese, keys_of, normal, plain_ours
from graph.statement import NodeRow, RelationshipRow
from loaders.places import NATION, places
from loaders.rows import Rows

SPELLINGS = ("name", "name_zh", "name_en")
# Named by data files: their names belong to no document.
FROM_DATA = ("Function", "Place")
INTERNAL = ("Division", "PartyUnit")  # names of units begin with nothing that stands for "ours"
# Bodies of which every place has one: looked up with the place in front, however their document calls them.
BODIES = ("Bureau", "Institution", "Branch", "LeadingGroup")
NATION_NAMES = ("全国",)


def with_names(rows: Rows, document: str) -> Rows:
    """The rows with a Name for each spelling of an actor, alias, function or place, and NAMES between them."""
    nodes, links = dict(rows.nodes), dict(rows.relationships)
    for node in rows.nodes.values():
        for key in _keys(node):
            name = NodeRow(key, ("Name",), {"id": key, "name": key})
            said = None if node.labels[0] in FROM_DATA else document
            properties = {"document": said} if said else {}
            link = RelationshipRow("NAMES", key, node.id, said, "Name", node.labels[0], properties)
            nodes[name.key], links[link.key] = name, link
    return Rows(nodes, links)


def _keys(node: NodeRow) -> Iterator[str]:
    """The keys of a node; none for what is not found by a name, and for what its document gives no name."""
    label = node.labels[0]
    spelled = tuple(str(node.properties[name]) for name in SPELLINGS if name in node.properties)
    if label == "Place":
        yield from keys_of((*spelled, node.id, *_everyday(node.id)))
    elif label == "Function":
        yield from keys_of((*spelled, node.id))
    elif "Organization" in node.labels or label == "Alias":
        front = None if label in INTERNAL else fronts(node.id.split("/")[0])
        keys = keys_of(spelled[1:] if node.properties.get("unnamed") else spelled, front)
        yield from dict.fromkeys((*keys, *(_with_place(keys, node.id.split("/")[0]) if label in BODIES else ())))


def _with_place(keys: list[str], place: str) -> Iterator[str]:
    """Chinese names without a place, with the full and the short name of theirs in front."""
    entry = places().entries.get(place)
    names = tuple(filter(None, (entry.name_zh, entry.short))) if entry else ()
    for key in filter(is_chinese, keys):
        if not key.startswith(names or "/") and not any(plain_ours(key)):
            yield from (normal(name + key) for name in names)


@cache
def fronts(place: str) -> tuple[str, ...]:
    """How names of bodies of a place may begin with the place or a wider one; none for a place that no list has."""
    return tuple(places().names(place)) if place in places() else ()


def _everyday(place: str) -> tuple[str, ...]:
    """The code and the short names of a listed place."""
    if place == NATION:
        return NATION_NAMES
    entry = places().entries.get(place)
    return tuple(filter(None, (entry.code, entry.short, *sorted(entry.full_names)))) if entry else ()
