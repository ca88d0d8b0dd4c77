"""Which part of a store: an answer, a place, a unit, everything; and a part as `networkx.MultiDiGraph`.

Nodes are our ids with `labels` (list of text, the most special first) and all properties. Edge keys are relationship
types, `TYPE@document` where several documents state one between the same ends; edges carry `type` and all properties.
What is not ours, and the index of names, is in no network. Only `whole` reads the whole graph.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import networkx

from graph.catalog.catalogue import ask, place_ids
from graph.catalog.finding import resolve, within
from graph.catalog.things import remarks
from graph.errors import NotThereError, UsageError, did_you_mean
from graph.export.asked import own_labels
from graph.export.parts import Ids, Part, Reader
from graph.export.said_lists import TYPES
from graph.export.shown_network import ShownNetwork
from graph.said import Said
from graph.store.protocol import Store

Network = networkx.MultiDiGraph
# What stands below a unit points at it with one of these.
UPWARDS = "PART_OF|BRANCH_OF|AFFILIATED_WITH|MANAGED_BY|ORGAN_OF"
ANY_NAME = "name|function|place"


def whole(store: Store) -> Part:
    """All nodes and relationships. Raises NotThereError where nothing is loaded."""
    if store.is_empty():
        raise NotThereError(store.name, Said("nothing loaded"), Said("a loaded graph"), Said("guapai load"))
    return Reader(store).everything()


def around(store: Store, ids: Sequence[str], hops: int = 1) -> Part:
    """Nodes and all that is at most `hops` relationships away, in any direction.

    Raises NotThereError where no node has one of these ids.
    """
    reader = Reader(store)
    near = dict(_known(reader, ids))
    last: Ids = near
    for _ in range(hops):
        last = {one: label for one, label in reader.neighbours(last).items() if one not in near}
        near |= last
    return reader.induced(near)


def below(store: Store, ids: Sequence[str]) -> Part:
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


def of_place(store: Store, place: str) -> Part:
    """Every organization of a place and of what lies in it, with all that belongs to it and all that it points at or is pointed at by.

    Raises NotThereError where no loaded place has this name.
    """
    reader = Reader(store)
    return _with_neighbours(reader, reader.in_place(within(store, place_ids(store, place))))


def of_query(store: Store, name: str, parameters: Mapping[str, Any]) -> Part:
    """The nodes of an answer and every relationship between them.

    Raises what asking the query raises.
    """
    return of_things(store, ask(store, name, **parameters).things())


def of_things(store: Store, things: Iterable[Mapping[str, Any]]) -> Part:
    """Nodes as an answer gives them, and every relationship between them."""
    return Reader(store).induced({thing["id"]: own_labels(thing["labels"])[0] for thing in things})


def in_their_bodies(part: Part) -> Part:
    """A part with what its nodes stand below, up to the top: who hosts an office or hangs a sign, units, bodies, governments."""
    reader = part.reader
    own = dict(part.ids) | reader.neighbours(part.ids, "HOSTS|HANGS_SIGN", against=True)
    last: Ids = own
    while last:
        last = {one: label for one, label in reader.neighbours(last, UPWARDS, against=False).items() if one not in own}
        own |= last
    return reader.induced(own)


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


def _with_neighbours(reader: Reader, own: Ids) -> Part:
    return reader.induced({**reader.neighbours(own), **own})


def as_network(part: Part) -> "Network[str]":
    """The part as a network of its own."""
    made = ShownNetwork()
    with collecting_later():
        for nodes in part.nodes():
            made.add_units(nodes.rows())
        names = {one: one for one in made}
        for links in part.links():
            made.add_links(links.rows(), names)
    return made


@contextmanager
def collecting_later() -> Iterator[None]:
    """Many things are made and none of them goes: looking for garbage among them takes longer than making them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()  # what was made counts as old at once: else all of it would be looked through now
            gc.enable()
