"""The command that writes a subgraph to a file: export."""

from enum import StrEnum
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


class Form(StrEnum):
    """What no ending says."""

    neo4j_admin = "neo4j-admin"
    yed = "yed"


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(export)


def export(
    language: LanguageOption,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="File: .graphml .gexf .json .cyjs .csv .parquet .ttl .jsonld .mmd .dot."),
    ],
    form: Annotated[
        Form | None,
        typer.Option(
            "--as", help="neo4j-admin: -o is an empty folder for its import. yed: GraphML with shapes and labels."
        ),
    ] = None,
    query: Annotated[
        str | None, typer.Option("--query", help="A stored query: its units and what is between them.")
    ] = None,
    given: ParameterOption = None,
    around: Annotated[str | None, typer.Option("--around", help="Name or id of a node to start from.")] = None,
    hops: Annotated[int, typer.Option("--hops", min=0, max=10, help="How far around it.")] = 1,
    below: Annotated[str | None, typer.Option("--below", help="Name or id of a unit: it and all below it.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Everything of one place.")] = None,
    types: Annotated[
        list[str] | None, typer.Option("--type", help="Only relationships of this type; repeatable.")
    ] = None,
    store: StoreOption = None,
    force: ForceOption = False,
) -> None:
    """Write a subgraph, or everything, in the format that the ending of the name says.

    Lists are JSON where a format knows none; .csv and .parquet make two files, NAME.nodes.csv and NAME.relationships.csv.
    With --as neo4j-admin a folder is written, of which a Neo4j elsewhere makes its database; yEd shows the names of what
    is written with --as yed.

    Example: guapai export --place jinhua -o jinhua.graphml
    """
    from graph.export.files import check_output, check_yed, targets
    from graph.export.import_folder import check_folder
    from graph.export.network import check_types
    from graph.store.import_files import command
    from guapai.graph import Graph

    chosen: dict[str, Any] = {"query": query, "around": around, "below": below, "place": place}
    if sum(one is not None for one in chosen.values()) > 1:
        raise UsageError(
            "export",
            Said("more than one of --query, --around, --below, --place"),
            Said("one of them, or none for everything"),
            Said("guapai export --place jinhua -o jinhua.graphml"),
        )
    if given and query is None:
        raise UsageError(
            "-P",
            Said("there is no query that takes it"),
            "--query NAME",
            Said("guapai export --query NAME -P place=jinhua"),
        )
    check_types(types or [])
    if form == Form.yed:
        check_yed(output)
    folder = form == Form.neo4j_admin
    (check_folder if folder else check_output)(output, force=force)
    go_apart_for(query)
    with opened(store) as graph:
        told: dict[str, Any] = {**chosen, "parameters": parameters(given), "hops": hops, "types": types or []}
        size = Graph(graph).export_part(
            output, **told, force=True, language=language.value, form=form.value if form else None
        )
    files = ", ".join(map(str, [output] if folder else targets(output)))
    remark(Said("{}: {} nodes, {} relationships", files, size.nodes, size.relationships))
    if folder:
        remark(command(output))
    if not size.nodes:
        remark(Said("nothing was found: the file holds no node"))
