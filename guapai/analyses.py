"""Ready analyses of a store by name: what `guapai analyse` runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.analysis import ANALYSES, Analysis, Finding
from graph.catalog.catalogue import place_ids
from graph.errors import NotThereError, UsageError, did_you_mean
from graph.export.network import as_network, of_place, whole
from graph.said import Said
from graph.store.protocol import Store

if TYPE_CHECKING:
    from graph.export.network import Network


def analysed(
    graph: Store, name: str, place: str | None, other: str | None, *, general: bool = False
) -> tuple[Finding, Network[str]]:
    """What an analysis finds, and the network that it read. Raises NotThereError for an unknown name."""
    found = chosen(name)
    network, options = _asked(graph, name, place, other, general=general)
    return found(network, **options), network


def chosen(name: str) -> Analysis:
    """An analysis by its name; raises NotThereError, naming the nearest."""
    known = ANALYSES
    if name not in known:
        todo = did_you_mean(name, known) or Said("guapai analyse --help")
        raise NotThereError(Said("analysis {}", repr(name)), Said("there is no such analysis"), ", ".join(known), todo)
    return known[name]


def _asked(
    graph: Store, name: str, place: str | None, other: str | None, *, general: bool
) -> tuple[Network[str], dict[str, Any]]:
    """The network that an analysis reads, and its options."""
    if name == "compare":
        if place is None or other is None:
            raise UsageError(
                "analyse compare",
                Said("a place is missing"),
                Said("two places"),
                Said("guapai analyse compare --place changsha --other jinhua"),
            )
        return as_network(whole(graph)), {"place": place_ids(graph, place)[0], "other": place_ids(graph, other)[0]}
    if other is not None:
        raise UsageError(
            f"analyse {name}", Said("--other is for compare"), Said("no --other"), Said("guapai analyse {}", name)
        )
    network = as_network(of_place(graph, place) if place else whole(graph))
    return network, {"general": general} if name == "overlap" else {}
