"""The command that serves pages about a store to this machine: serve."""

from pathlib import Path
from typing import Annotated

import typer

from graph.messages import remark
from graph.said import Said
from guapai.cli.options import LanguageOption, StoreOption

PORT = 8180


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(serve)


def serve(
    language: LanguageOption,
    documents: Annotated[
        Path | None,
        typer.Option("--documents", help="A folder of your copies: proofs show their lines.", show_default=False),
    ] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65_535, help="Where on 127.0.0.1; 0 takes any.")] = PORT,
    wanted: Annotated[bool, typer.Option("--open", help="Open it in this machine's web browser, too.")] = False,
    store: StoreOption = None,
) -> None:
    """Show the graph as pages in a web browser: questions, names, charts, proofs. Only this machine can ask, nothing is written.

    Example: guapai serve --documents papers
    """
    from guapai.serve.server import Server
    from guapai.serve.site import Site

    site = Site(store, documents, language.value)
    try:
        with Server(site, port) as server:
            print(server.link, flush=True)
            remark(Said("it runs until Ctrl-C"))
            if wanted:
                import webbrowser

                webbrowser.open(server.link)
            server.serve_forever()
    finally:
        site.close()
