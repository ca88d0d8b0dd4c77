"""The command that runs a ready analysis: analyse."""

from pathlib import Path
from typing import Annotated

import typer

from graph.messages import remark
from graph.said import Said
from guapai.cli.asking import TranslateOption
from guapai.cli.options import ForceOption, Format, LanguageOption, RowsOption, StoreOption
from guapai.cli.output import WideOption
from guapai.opening import opened


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(analyse)


def analyse(
    language: LanguageOption,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="brokers, span_of_control, overlap, communities or compare.")
    ],
    place: Annotated[str | None, typer.Option("--place", help="Only this place; for compare the first of two.")] = None,
    other: Annotated[str | None, typer.Option("--other", help="For compare: the second place.")] = None,
    general: Annotated[bool, typer.Option("--general", help="For overlap: general office chores, too.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Also write the network with the numbers on its nodes.")
    ] = None,
    form: RowsOption = Format.table,
    translate: TranslateOption = True,
    wide: WideOption = False,
    store: StoreOption = None,
    force: ForceOption = False,
) -> None:
    """Run a ready analysis: who stands between others, who leads how many, who does the same, what is done together.

    Example: guapai analyse compare --place changsha --other jinhua
    """
    from graph.analysis import EXPLAINED
    from graph.export.files import check_output, targets, write_network
    from guapai.analyses import analysed, chosen
    from guapai.cli.asking import show_things

    chosen(name)
    if output:
        check_output(output, force=force)
    with opened(store) as graph:
        found, network = analysed(graph, name, place, other, general=general)
    show_things(found.answer, form, language, as_printed=not translate, wide=wide)
    remark(EXPLAINED[name])
    if output:
        write_network(found.marked(network), output)
        files = ", ".join(map(str, targets(output)))
        remark(Said("{}: {} nodes, {} relationships", files, network.number_of_nodes(), network.number_of_edges()))
