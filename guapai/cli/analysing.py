"""The command that runs a ready analysis: analyse."""

from pathlib import Path
from typing import Annotated, Any

import typer

from graph.errors import UsageError
from graph.messages import remark
from graph.said import Said
from guapai.cli.options import ForceOption, Format, FormatOption, LanguageOption, StoreOption
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
    form: FormatOption = Format.table,
    store: StoreOption = None,
    force: ForceOption = False,
) -> None:
    """Run a ready analysis: who stands between others, who leads how many, who does the same, what is done together.

    Example: guapai analyse compare --place changsha --other jinhua
    """
    from graph.analysis import ANALYSES
    from graph.export.files import check_ending, write_network
    from graph.writing import check_target
    from guapai.cli.rendering import show

    chosen = _chosen(name, ANALYSES)
    if output:
        check_ending(output)
        check_target(output, force=force)
    with opened(store) as graph:
        network, options = _asked(graph, name, place, other, general)
    found = chosen(network, **options)
    show(found.answer, form)
    if output:
        write_network(found.marked(network), output)
        remark(Said("{}: {} nodes, {} relationships", output, network.number_of_nodes(), network.number_of_edges()))


def _chosen(name: str, known: dict[str, Any]) -> Any:
    from graph.errors import NotThereError, did_you_mean

    if name not in known:
        todo = did_you_mean(name, known) or "guapai analyse --help"
        raise NotThereError(Said("analysis {}", repr(name)), "there is no such analysis", ", ".join(known), todo)
    return known[name]


def _asked(graph: Any, name: str, place: str | None, other: str | None, general: bool) -> tuple[Any, dict[str, Any]]:
    """The network that an analysis reads, and its options."""
    from graph.catalog.catalogue import place_ids
    from graph.export.network import of_place, whole

    if name == "compare":
        if place is None or other is None:
            raise UsageError(
                "analyse compare",
                "a place is missing",
                "two places",
                "guapai analyse compare --place changsha --other jinhua",
            )
        return whole(graph), {"place": place_ids(graph, place)[0], "other": place_ids(graph, other)[0]}
    if other is not None:
        raise UsageError(f"analyse {name}", "--other is for compare", "no --other", f"guapai analyse {name}")
    network = of_place(graph, place) if place else whole(graph)
    return network, {"general": general} if name == "overlap" else {}
