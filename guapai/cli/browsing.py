"""Commands for the Neo4j Browser: a link, and the kit of favourites and style."""

from pathlib import Path
from typing import Annotated, Any

import typer

from graph.messages import remark
from graph.said import Said
from graph.streams import put
from guapai.cli import helping
from guapai.cli.asking import ParameterOption, parameters
from guapai.cli.mistakes import Commands, Group
from guapai.cli.options import LanguageOption, StoreOption, behind_language
from guapai.opening import opened


class LinkUnlessTold(Group):
    """`guapai browser QUERY` is `guapai browser link QUERY`: a query's name has a point and is no command's."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments with `link` before them where no command is named."""
        first = [*behind_language(args), ""][0]
        named = first in self.commands or first in helping.ASKED
        return super().parse_args(ctx, args if named else ["link", *args])


browser_app = Commands(
    cls=LinkUnlessTold,
    help="The Neo4j Browser: a link with a stored query in its editor (link, or no command), favourites and style (kit).",
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.add_typer(browser_app, name="browser")


@browser_app.command()
def link(
    language: LanguageOption,
    name: Annotated[str | None, typer.Argument(metavar="[QUERY]", help="A stored query for the editor.")] = None,
    given: ParameterOption = None,
    picture: Annotated[bool, typer.Option("--picture", help="The variant that is drawn as a graph.")] = False,
    wanted: Annotated[bool, typer.Option("--open", help="Open it in this machine's web browser, too.")] = False,
    address: Annotated[
        str | None,
        typer.Option("--address", help="Where the Browser is, if not at the usual port.", show_default=False),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Print the link of the Browser of the server in use; it never holds a password.

    Example: guapai browser alias.hanging_signs -P place=金华 --open
    """
    from graph.browser.link import browser_of
    from graph.store.choose import choose

    browser = browser_of(choose(store), address)
    text = "" if name is None else _text(name, parameters(given), store, picture=picture)
    printed = browser.link(text)
    print(printed)
    if wanted:
        import webbrowser

        if not webbrowser.open(printed):
            remark(Said("no web browser could be opened: open the link yourself"))


def _text(name: str, given: dict[str, Any], store: str | None, *, picture: bool) -> str:
    """The stored query as one statement, its values written into it; names are looked up in the graph."""
    from graph.catalog.catalogue import find_query, picture_of
    from graph.catalog.literals import spelled_out, without_head
    from graph.catalog.parameters import bind
    from graph.catalog.things import resolved

    query = find_query(name)
    text = picture_of(query) if picture else query.text
    values = bind(query.parameters, given, name)
    if any(one.is_thing and values[one.name] is not None for one in query.parameters):
        with opened(store) as graph:
            values, notes = resolved(graph, query, values)
        for note in notes:
            remark(note)
    return spelled_out(without_head(query, text), values)


@browser_app.command()
def kit(
    language: LanguageOption,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write to; made if it is not there.")],
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
) -> None:
    """Write every stored query as a favourite, all of them in favourites.zip, and the style guapai.grass.

    Drop the two files on the page of the Browser, then run its favourite "guapai: parameters" once.

    Example: guapai browser kit browser-kit
    """
    from graph.browser.kit import write_kit
    from graph.catalog.catalogue import catalogue

    for path in write_kit(catalogue(), folder, language.value, force=force):
        put(f"{path}\n")
