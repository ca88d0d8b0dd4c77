"""The command that draws an organization chart or the answer of a stored query, as a page or as a picture."""

from pathlib import Path
from typing import Annotated, Any

import typer

from graph.errors import UsageError
from graph.messages import remark
from graph.said import Said
from guapai.cli.apart import go_apart_for
from guapai.cli.asking import ParameterOption, parameters
from guapai.cli.options import ForceOption, LanguageOption, StoreOption
from guapai.opening import opened

PAGE = ".html"


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(draw)


def draw(
    language: LanguageOption,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write: .html, .mmd, .dot or .svg.")],
    name: Annotated[str | None, typer.Argument(metavar="[QUERY]", help="A stored query.")] = None,
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
    """Draw an organization chart or an answer as one page (.html) or as a picture (.mmd, .dot; .svg with Graphviz).

    Without a query, --of or --place the chart holds all that is loaded.

    Example: guapai draw --of 图们市民政和人力资源社会保障局 -o tumen.html
    """
    from graph.catalog.catalogue import find_query
    from graph.catalog.parameters import bind
    from graph.draw.files import check_output

    if sum(map(bool, (name, of, place))) > 1:
        raise UsageError(
            "draw",
            Said("more than one of QUERY, --of, --place"),
            Said("one of them, or none for everything"),
            Said("guapai draw --help"),
        )
    check_output(output, force=force)
    values = parameters(given)
    if name:
        query = find_query(name)
        bind(query.parameters, values, name)  # what does not fit is refused before anything is opened
    asked = {"query": name, "of": of, "place": place}
    (_chart if output.suffix.lower() == PAGE else _picture)(output, language.value, asked, values, store)


def _picture(output: Path, language: str, asked: dict[str, Any], given: dict[str, Any], store: str | None) -> None:
    from graph.draw.files import write_picture
    from guapai.charts import pictured

    go_apart_for(asked["query"])
    with opened(store) as graph:
        picture = pictured(graph, asked, given, language)
    write_picture(picture, output)
    remark(Said("{}: {} nodes, {} relationships", output, len(picture.shapes), len(picture.arrows)))
    if not picture.shapes:
        remark(Said("nothing was found: the picture is empty"))


def _chart(output: Path, language: str, asked: dict[str, Any], given: dict[str, Any], store: str | None) -> None:
    from graph.draw.page import page
    from graph.writing import write_whole
    from guapai.charts import charted

    go_apart_for(asked["query"])
    with opened(store) as graph:
        chart, title = charted(graph, asked, given, language)
    write_whole(output, page(chart, title, language))
    remark(Said("{}: {} units, offices and signs", output, len(chart["things"])))
    if not chart["things"]:
        remark(Said("nothing was found: the picture is empty"))
