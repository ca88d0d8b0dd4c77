"""Charts of a place, a unit, an answer, or of all that is loaded: what `guapai draw`, `guapai serve` and notebooks show."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.html import frame
from graph.messages import remark

if TYPE_CHECKING:
    from graph.draw.picture import Picture
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
    """The chart of a query, of units (`of`), of places (`place`) or of all that is loaded, and its title.

    Things of a query stand in their bodies, and what is around them is `around`; a place among units is drawn as a place.
    """
    if asked.get("query"):
        return _of_answer(graph, asked["query"], given, language)
    from graph.draw.chart import chart_of, roots_of

    roots = _named(graph, asked.get("of") or [])
    if roots and set(roots.values()) == {"Place"}:
        return charted(graph, {"place": list(roots)}, given, language)
    network = _network(graph, asked, list(roots))
    places = _place_ids(graph, asked.get("place") or [])
    chart = chart_of(network, roots or _in_order(network, roots_of(network), places))
    if not roots and not places:
        from graph.draw.words import WORDS

        return {**chart, "overview": True}, WORDS[language]["all"]
    chart["overlap"] = _overlap(graph, network, chart["things"], places)
    named = [str(chart["things"][root].get(language) or chart["things"][root]["printed"]) for root in chart["roots"]]
    return chart, " · ".join(named) if 0 < len(named) < 3 else "guapai"


def pictured(graph: "Store", asked: dict[str, Any], given: dict[str, Any], language: str) -> "Picture":
    """What `charted` draws as a picture; of a query its own picture, else the things of its answer and all between them.

    Every actor stands in a place: a place is left out beside other things.
    """
    from graph.catalog.catalogue import find_query, run, run_picture
    from graph.catalog.parameters import bind
    from graph.draw.picture import picture_of_chart, picture_of_network, picture_of_paths

    name = asked.get("query")
    if not name:
        return picture_of_chart(charted(graph, asked, given, language)[0], language)
    query = find_query(name)
    values = bind(query.parameters, given, name)
    if query.picture is not None:
        return picture_of_paths(run_picture(graph, query, values), language)
    network = run(graph, query, values).network()
    places = [node for node in network if network.nodes[node]["labels"][0] == "Place"]
    if len(places) < len(network):
        network.remove_nodes_from(places)
    return picture_of_network(network, language)


def _of_answer(graph: "Store", name: str, given: dict[str, Any], language: str) -> tuple[dict[str, Any], str]:
    """The things of an answer in their bodies, with its grades as overlap where it has some, and the question."""
    from graph.catalog.catalogue import find_query, run
    from graph.catalog.parameters import bind
    from graph.draw.chart import chart_of, roots_of
    from graph.draw.overlap import GRADED, overlap_of
    from graph.export import network as networks

    query = find_query(name)
    answer = run(graph, query, bind(query.parameters, given, name))
    part = networks.of_things(graph, answer.things())
    network = networks.as_network(networks.in_their_bodies(part))
    chart = chart_of(network, roots_of(network))
    for own_id, thing in chart["things"].items():
        if own_id not in part.ids:
            thing["around"] = True
    graded = [row for row in answer.records() if row.keys() >= GRADED]
    if graded:
        chart |= {"overlap": overlap_of(network, chart["things"], graded), "begins": "overlap"}
    titles = {one: query.question_in(one) for one in ("en", "zh")}
    return {**chart, "titles": titles}, titles[language]


def _named(graph: "Store", texts: list[str]) -> dict[str, str]:
    """The ids that names stand for, each with its label, in the order of the names."""
    from graph.export import network as networks
    from graph.export.parts import Reader

    ids: list[str] = []
    for text in texts:
        found, taken = networks.named(graph, text)
        for line in taken:
            remark(line)
        ids += found
    known = Reader(graph).known(ids)
    return {one: known[one] for one in ids}


def _network(graph: "Store", asked: dict[str, Any], roots: list[str]) -> "Network[str]":
    """The network of a chart."""
    import networkx

    from graph.draw.overview import overview
    from graph.export import network as networks

    if roots:
        return networks.as_network(networks.below(graph, roots))
    if asked.get("place"):
        return networkx.compose_all(networks.as_network(networks.of_place(graph, one)) for one in asked["place"])
    return overview(graph)


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
