"""Subgraphs of a store as `networkx.MultiDiGraph`.

Nodes are our ids with `labels` (list of text, the most special first) and all properties. Edge keys are relationship
types, `TYPE@document` where several documents state one between the same ends; edges carry `type` and all properties.
What is not ours, and the index of names, is in no network. Only `whole` reads the whole graph.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import networkx

from graph.catalog.catalogue import ask, place_ids
from graph.catalog.finding import resolve, within
from graph.catalog.things import remarks
from graph.errors import NotThereError, UsageError, did_you_mean
from graph.export.parts import TYPES, Ids, Part, Reader, own_labels
from graph.export.shown_network import ShownNetwork
from graph.said import Said
from graph.store.protocol import Store

Network = networkx.MultiDiGraph
# What stands below a unit points at it with one of these.
UPWARDS = "PART_OF|BRANCH_OF|AFFILIATED_WITH|MANAGED_BY|ORGAN_OF"
ANY_NAME = "name|function|place"


def whole(store: Store) -> "Network[str]":
    """All nodes and relationships. Raises NotThereError where nothing is loaded."""
    if store.is_empty():
        raise NotThereError(store.name, Said("nothing loaded"), Said("a loaded graph"), Said("guapai load"))
    return _network(Reader(store).everything())


def around(store: Store, ids: Sequence[str], hops: int = 1) -> "Network[str]":
    """Nodes and all that is at most `hops` relationships away, in any direction.

    Raises NotThereError where no node has one of these ids.
    """
    reader = Reader(store)
    near = dict(_known(reader, ids))
    last: Ids = near
    for _ in range(hops):
        last = {one: label for one, label in reader.neighbours(last).items() if one not in near}
        near |= last
    return _network(reader.induced(near))


def below(store: Store, ids: Sequence[str]) -> "Network[str]":
    """Units and every unit below them, with all that they point at and are pointed at by.

    Raises NotThereError where no node has one of these ids.
    """
    reader = Reader(store)
    own = dict(_known(reader, ids))
    last: Ids = own
    while last:
        last = {one: label for one, label in reader.neighbours(last, UPWARDS, against=True).items() if one not in own}
        own |= last
    return _with_neighbours(reader, own)


def of_place(store: Store, place: str) -> "Network[str]":
    """Every organization of a place and of what lies in it, with all that belongs to it and all that it points at or is pointed at by.

    Raises NotThereError where no loaded place has this name.
    """
    reader = Reader(store)
    return _with_neighbours(reader, reader.in_place(within(store, place_ids(store, place))))


def of_query(store: Store, name: str, parameters: Mapping[str, Any]) -> "Network[str]":
    """The nodes of an answer and every relationship between them.

    Raises what asking the query raises.
    """
    things = ask(store, name, **parameters).things()
    return _network(Reader(store).induced({thing["id"]: own_labels(thing["labels"])[0] for thing in things}))


def check_types(types: Sequence[str]) -> None:
    """Raise UsageError for a type of relationships that is none of ours."""
    for one in types:
        if one not in TYPES:
            todo = did_you_mean(one, TYPES) or Said("guapai schema")
            raise UsageError(
                "--type",
                Said("{} is no {} of the schema", repr(one), Said("relationship type")),
                Said("a known {}", Said("relationship type")),
                todo,
            )


def of_types(network: "Network[str]", types: Sequence[str]) -> "Network[str]":
    """The relationships of some types and the nodes at their ends."""
    edges: Any = network.edges(keys=True, data="type")
    network.remove_edges_from([(start, end, key) for start, end, key, kind in edges if kind not in types])
    network.remove_nodes_from(list(networkx.isolates(network)))
    return network


def named(store: Store, text: str) -> tuple[list[str], list[str]]:
    """The ids that a text stands for: an id itself, or the nodes of a name; and what was taken for it.

    Raises NotThereError where nothing has this name.
    """
    if Reader(store).known([text]):
        return [text], []
    found = resolve(store, text, ANY_NAME)
    return found.ids, remarks(found)


def _known(reader: Reader, ids: Sequence[str]) -> Ids:
    known = reader.known(ids)
    for one in ids:
        if one not in known:
            raise NotThereError(
                Said("node {}", repr(one)), Said("no node has this id"), Said("an id"), Said("guapai find NAME")
            )
    return known


def _with_neighbours(reader: Reader, own: Ids) -> "Network[str]":
    return _network(reader.induced({**reader.neighbours(own), **own}))


def _network(part: Part) -> "Network[str]":
    network = ShownNetwork()
    for own_id, (labels, properties) in part.nodes.items():
        network.add_node(own_id, labels=labels, **properties)
    count: dict[tuple[str, str, str], int] = {}
    for link in part.links:
        ends = link.start, link.end, link.type
        count[ends] = count.get(ends, 0) + 1
    for link in part.links:
        several = count[link.start, link.end, link.type] > 1 and "document" in link.properties
        key = f"{link.type}@{link.properties['document']}" if several else link.type
        network.add_edge(link.start, link.end, key=key, type=link.type, **link.properties)
    return network
