"""Charts of a place, a unit, an answer, or of all that is loaded: what `guapai draw`, `guapai serve` and notebooks show."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.html import frame
from graph.messages import remark

if TYPE_CHECKING:
    from graph.export.network import Network
    from graph.store.protocol import Store

TALL = 560  # pixels of a chart in a notebook


@dataclass(frozen=True)
class Chart:
    """A chart as one page that needs nothing else; a notebook shows it in a frame."""

    html: str = field(repr=False)
    title: str
    things: int

    def save(self, path: str | Path, *, force: bool = False) -> Path:
        """Write the page; raises RefusedError for a file that is there unless `force`."""
        from graph.writing import check_target, write_whole

        check_target(Path(path), force=force)
        write_whole(Path(path), self.html)
        return Path(path)

    def _repr_html_(self) -> str:
        return frame(self.html, self.title, TALL)


def charted(graph: "Store", asked: dict[str, Any], given: dict[str, Any], language: str) -> tuple[dict[str, Any], str]:
    """The chart of a query, of units (`of`), of places (`place`) or of all that is loaded, and its title."""
    from graph.draw.chart import chart_of, roots_of

    network, roots = _part(graph, asked, given)
    places = _place_ids(graph, asked.get("place") or [])
    chart = chart_of(network, roots if roots is not None else _in_order(network, roots_of(network), places))
    if asked.get("of") or places:
        chart["overlap"] = _overlap(graph, network, chart["things"], places)
    if not any(asked.values()):
        from graph.draw.words import WORDS

        return {**chart, "overview": True}, WORDS[language]["all"]
    named = [str(chart["things"][root].get(language) or chart["things"][root]["printed"]) for root in chart["roots"]]
    return chart, " · ".join(named) if 0 < len(named) < 3 else "guapai"


def _place_ids(graph: "Store", named: list[str]) -> list[str]:
    from graph.catalog.catalogue import place_ids

    return [place_ids(graph, one)[0] for one in named]


def _in_order(network: "Network[str]", roots: list[str], places: list[str]) -> list[str]:
    """The roots in the order in which their places were named."""
    order = {place: number for number, place in enumerate(places)}
    return sorted(roots, key=lambda root: order.get(str(network.nodes[root].get("place")), len(order)))


def _overlap(graph: "Store", network: "Network[str]", things: dict[str, Any], places: list[str]) -> dict[str, Any]:
    """What several units of a chart have, place by place."""
    from graph.catalog.catalogue import ask
    from graph.draw.overlap import overlap_of

    own = places or sorted({thing["place"] for thing in things.values() if thing.get("place")})
    graded = [row for place in own for row in ask(graph, "overlap.graded", place=place).records()]
    return overlap_of(network, things, graded, places)


def _part(graph: "Store", asked: dict[str, Any], given: dict[str, Any]) -> "tuple[Network[str], list[str] | None]":
    """The network of a chart, and its roots where they were named."""
    import networkx

    from graph.draw.overview import overview
    from graph.export import network as networks

    if asked.get("query"):
        return networks.as_network(networks.of_query(graph, asked["query"], given)), None
    if asked.get("place"):
        parts = [networks.as_network(networks.of_place(graph, one)) for one in asked["place"]]
        return networkx.compose_all(parts), None
    if not asked.get("of"):
        return overview(graph), None
    roots: list[str] = []
    for text in asked["of"]:
        ids, taken = networks.named(graph, text)
        for line in taken:
            remark(line)
        roots += ids
    return networks.as_network(networks.below(graph, roots)), roots
