"""Commands about the stored queries themselves: queries list, show, new, check."""

from pathlib import Path
from typing import Annotated

import typer

from graph.errors import RefusedError, UsageError
from graph.messages import error_text, remark
from graph.said import Said
from graph.statement import Answer
from graph.streams import put
from guapai.cli.mistakes import Commands
from guapai.cli.options import Format, FormatOption, LanguageOption, QueriesOption
from guapai.cli.output import printing
from guapai.cli.rendering import show

queries_app = Commands(help="The stored queries.", no_args_is_help=True, rich_markup_mode=None)
TEMPLATE = """// Which units stand under which body, in my words? 我想问的问题是什么？
//
// What a row means, and where the rest is.
//
// @param place place = null -- only this place and all that lies in it
// @column place place -- where
// @column unit unit -- the unit
// @column says proof -- where the document says it
MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place
MATCH (place)<-[:IN_PLACE]-(unit:Division)-[says:PART_OF]->(:Organization)
RETURN DISTINCT place, unit, says
ORDER BY place.id, unit.id
"""


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.add_typer(queries_app, name="queries")


@queries_app.command("list")
@printing
def list_queries(
    language: LanguageOption,
    form: FormatOption = Format.table,
    topic: Annotated[str | None, typer.Option("--topic", help="Only this topic.", show_default=False)] = None,
    queries: QueriesOption = None,
) -> None:
    """List the stored queries: question, topic, parameters; * behind a parameter that has to be given.

    Example: guapai queries list --topic overlap
    """
    from graph.catalog.catalogue import readable

    good, bad = readable(queries)
    topics = sorted({one.topic for one in good})
    if topic is not None and topic not in topics:
        raise UsageError(
            "--topic",
            Said("there is no topic {}", repr(topic)),
            Said("one of {}", ", ".join(topics)),
            Said("guapai queries list"),
        )
    rows = [
        [
            one.name,
            one.question_in(language.value),
            [parameter.name + "*" * parameter.required for parameter in one.parameters],
            " ".join(word for word, there in (("near", one.near), ("picture", one.picture)) if there),
        ]
        for one in good
        if topic in (None, one.topic)
    ]
    show(Answer(["query", "question", "parameters", "besides"], rows), form)
    for error in bad:
        remark(error_text(error))


@queries_app.command("show")
@printing
def show_query(
    language: LanguageOption,
    name: Annotated[str, typer.Argument(help="Name of a stored query.")],
    queries: QueriesOption = None,
) -> None:
    """Print a stored query with its parameters and columns.

    Example: guapai queries show alias.answers_for
    """
    from graph.catalog.catalogue import find_query

    put(find_query(name, queries).text)


@queries_app.command("new")
def new_query(
    language: LanguageOption,
    name: Annotated[str, typer.Argument(help="TOPIC.NAME of the question.")],
    queries: QueriesOption = None,
) -> None:
    """Write a template for a question of your own into the folder of --queries, else here.

    Example: guapai queries new hierarchy.mine --queries my-queries
    """
    from graph.writing import make_folder, refuse_stdout, write_whole

    topic, _, rest = name.removesuffix(".cypher").rpartition(".")
    if not rest.isidentifier() or (topic and not topic.isidentifier()):
        raise UsageError(
            "queries new",
            Said("{} is no name of a query", repr(name)),
            "TOPIC.NAME",
            Said("guapai queries new alias.mine"),
        )
    refuse_stdout(queries or Path(), "--queries", Said("a folder"))
    path = (queries or Path()) / topic / f"{rest}.cypher"
    if path.exists():
        raise RefusedError(
            str(path), Said("it is there already"), Said("a new name"), Said("guapai queries check {}", path.parent)
        )
    make_folder(path.parent, "--queries")
    write_whole(path, TEMPLATE)
    print(path)
    remark(Said("guapai query {} answers it", path))


@queries_app.command("check")
@printing
def check_queries(
    language: LanguageOption,
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of queries, or one file; none: those of --queries.")
    ] = None,
    queries: QueriesOption = None,
) -> None:
    """Tell everything that is wrong with the queries of a folder at once.

    Example: guapai queries check my-queries
    """
    from graph.catalog.checks import everything_wrong

    found = list(everything_wrong(folder or queries))
    for error in found:
        print(error_text(error))
    if found:
        remark(Said("1 fault") if len(found) == 1 else Said("{} faults", len(found)))
        raise typer.Exit(6)
    remark(Said("every query is right"))
