"""The command that draws the picture of a stored query: draw."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.asking import ParameterOption, parameters
from graph.cli.opening import opened
from graph.cli.options import ForceOption, LanguageOption, StoreOption
from graph.messages import remark


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(draw)


def draw(
    language: LanguageOption,
    name: Annotated[str, typer.Argument(metavar="QUERY", help="A stored query that has a picture.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write: .mmd, .dot or .svg.")],
    given: ParameterOption = None,
    store: StoreOption = None,
    force: ForceOption = False,
) -> None:
    """Draw the picture of a stored query as Mermaid, DOT, or SVG where Graphviz is installed.

    Example: guapai draw hosting.leading_group_offices -P place=jinhua -o offices.svg
    """
    from graph.catalog.catalogue import find_query, picture_of, run_picture
    from graph.catalog.parameters import bind
    from graph.draw.files import check_output, write_picture
    from graph.draw.picture import picture_of_paths

    query = find_query(name)
    values = bind(query.parameters, parameters(given), name)
    picture_of(query)
    check_output(output, force=force)
    with opened(store) as graph:
        picture = picture_of_paths(run_picture(graph, query, values), language.value)
    write_picture(picture, output)
    remark(f"{output}: {len(picture.shapes)} nodes, {len(picture.arrows)} relationships")
    if not picture.shapes:
        remark("nothing was found: the picture is empty")
