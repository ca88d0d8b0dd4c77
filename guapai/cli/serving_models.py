"""The command that answers a language model: mcp."""

import typer

from graph.said import Said
from guapai.cli.options import LanguageOption, StoreOption


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command("mcp")(mcp)


def mcp(language: LanguageOption, store: StoreOption = None) -> None:
    """Answer a language model over stdin and stdout (MCP): the stored queries, find and proof; it can only read.

    A host such as a desktop assistant starts it: the command is guapai, its argument mcp.

    Example: guapai mcp --store embedded
    """
    from graph.errors import NotThereError
    from graph.installation import with_extra

    try:
        import mcp.server  # noqa: F401  # before what comes with it
    except ModuleNotFoundError as error:
        raise NotThereError("mcp", Said("it is not installed"), Said("the extra 'mcp'"), with_extra("mcp")) from error
    from guapai.mcp.server import serve

    serve(store)
