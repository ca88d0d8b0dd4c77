"""The command that writes a subgraph to a file: export."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.asking import ParameterOption, parameters
from graph.cli.opening import opened
from graph.cli.options import ForceOption, LanguageOption, StoreOption
from graph.errors import UsageError
from graph.messages import remark
from graph.writing import check_target


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(export)


def export(
    language: LanguageOption,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write: .graphml or .json.")],
    query: Annotated[
        str | None, typer.Option("--query", help="A stored query: its units and what is between them.")
    ] = None,
    given: ParameterOption = None,
    around: Annotated[str | None, typer.Option("--around", help="Id of a node to start from.")] = None,
    hops: Annotated[int, typer.Option("--hops", min=0, max=10, help="How far around it.")] = 1,
    place: Annotated[str | None, typer.Option("--place", help="Everything of one place.")] = None,
    store: StoreOption = None,
    force: ForceOption = False,
) -> None:
    """Write a subgraph, or everything, as GraphML or node-link JSON.

    Example: guapai export --place jinhua -o jinhua.graphml
    """
    from graph.export.files import check_ending, write_network
    from graph.export.network import around_node, of_place, of_query, whole

    if sum(one is not None for one in (query, around, place)) > 1:
        raise UsageError(
            "export",
            "more than one of --query, --around, --place",
            "one of them, or none for everything",
            "guapai export --place jinhua -o jinhua.graphml",
        )
    check_ending(output)
    check_target(output, force=force)
    with opened(store) as graph:
        if query is not None:
            network = of_query(graph, query, parameters(given))
        elif around is not None:
            network = around_node(graph, around, hops)
        elif place is not None:
            network = of_place(graph, place)
        else:
            network = whole(graph)
    write_network(network, output)
    remark(f"{output}: {network.number_of_nodes()} nodes, {network.number_of_edges()} relationships")
