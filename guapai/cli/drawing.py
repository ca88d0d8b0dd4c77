"""The command that draws: the picture of a stored query, or an organization chart as a page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.errors import UsageError
from graph.messages import remark
from graph.said import Said
from guapai.cli.apart import go_apart_for
from guapai.cli.asking import ParameterOption, parameters
from guapai.cli.options import ForceOption, LanguageOption, StoreOption
from guapai.opening import opened

if TYPE_CHECKING:
    from graph.export.network import Network
    from graph.store.protocol import Store

PAGE = ".html"


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(draw)


def draw(
    language: LanguageOption,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write: .html, .mmd, .dot or .svg.")],
    name: Annotated[str | None, typer.Argument(metavar="[QUERY]", help="A stored query that has a picture.")] = None,
    of: Annotated[
        list[str] | None, typer.Option("--of", help="A chart of this unit and all below it; twice: side by side.")
    ] = None,
    place: Annotated[
        list[str] | None, typer.Option("--place", help="A chart of this place; twice: side by side.")
    ] = None,
    given: ParameterOption = None,
    store: StoreOption = None,
    force: ForceOption = False,
) -> None:
    """Draw an organization chart as one page (.html), or the picture of a stored query (.mmd, .dot; .svg with Graphviz).

    Without a query, --of or --place the chart holds all that is loaded.

    Example: guapai draw --of 图们市民政和人力资源社会保障局 -o tumen.html
    """
    from graph.draw.files import check_output

    if sum(map(bool, (name, of, place))) > 1:
        raise UsageError(
            "draw", "more than one of QUERY, --of, --place", "one of them, or none for everything", "guapai draw --help"
        )
    check_output(output, force=force)
    if output.suffix.lower() == PAGE:
        _chart(output, language.value, {"query": name, "of": of, "place": place}, parameters(given), store)
    elif name is None:
        raise UsageError(str(output), "an organization chart is a page", "-o FILE.html", "-o chart.html")
    else:
        _picture(output, language.value, name, parameters(given), store)


def _picture(output: Path, language: str, name: str, given: dict[str, Any], store: str | None) -> None:
    from graph.catalog.catalogue import find_query, picture_of, run_picture
    from graph.catalog.parameters import bind
    from graph.draw.files import write_picture
    from graph.draw.picture import picture_of_paths

    query = find_query(name)
    values = bind(query.parameters, given, name)
    picture_of(query)
    go_apart_for(name)
    with opened(store) as graph:
        picture = picture_of_paths(run_picture(graph, query, values), language)
    write_picture(picture, output)
    remark(Said("{}: {} nodes, {} relationships", output, len(picture.shapes), len(picture.arrows)))
    if not picture.shapes:
        remark("nothing was found: the picture is empty")


def _chart(output: Path, language: str, asked: dict[str, Any], given: dict[str, Any], store: str | None) -> None:
    from graph.draw.page import page
    from graph.writing import write_whole

    go_apart_for(asked["query"])
    with opened(store) as graph:
        chart, title = charted(graph, asked, given, language)
    write_whole(output, page(chart, title, language))
    remark(Said("{}: {} units, offices and signs", output, len(chart["things"])))
    if not chart["things"]:
        remark("nothing was found: the picture is empty")


def charted(graph: "Store", asked: dict[str, Any], given: dict[str, Any], language: str) -> tuple[dict[str, Any], str]:
    """The chart of a query, of units (`of`), of places (`place`) or of all that is loaded, and its title."""
    from graph.draw.chart import chart_of, roots_of

    network, roots = _part(graph, asked, given)
    chart = chart_of(network, roots if roots is not None else roots_of(network))
    if asked.get("of") or asked.get("place"):
        chart["overlap"] = _overlap(graph, network, chart["things"], asked.get("place") or [])
    named = [str(chart["things"][root].get(language) or chart["things"][root]["printed"]) for root in chart["roots"]]
    return chart, " · ".join(named) if 0 < len(named) < 3 else "guapai"


def _overlap(graph: "Store", network: "Network[str]", things: dict[str, Any], named: list[str]) -> dict[str, Any]:
    """What several units of a chart have, place by place."""
    from graph.catalog.catalogue import ask, place_ids
    from graph.draw.overlap import overlap_of

    places = [place_ids(graph, one)[0] for one in named]
    own = places or sorted({thing["place"] for thing in things.values() if thing.get("place")})
    graded = [row for place in own for row in ask(graph, "overlap.graded", place=place).records()]
    return overlap_of(network, things, graded, places)


def _part(graph: "Store", asked: dict[str, Any], given: dict[str, Any]) -> "tuple[Network[str], list[str] | None]":
    """The network of a chart, and its roots where they were named."""
    import networkx

    from graph.draw.overview import overview
    from graph.export import network as networks

    if asked.get("query"):
        return networks.of_query(graph, asked["query"], given), None
    if asked.get("place"):
        return networkx.compose_all([networks.of_place(graph, one) for one in asked["place"]]), None
    if not asked.get("of"):
        return overview(graph), None
    roots: list[str] = []
    for text in asked["of"]:
        ids, taken = networks.named(graph, text)
        for line in taken:
            remark(line)
        roots += ids
    return networks.below(graph, roots), roots
