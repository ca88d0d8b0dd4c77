"""Commands that ask: query, queries, find, proof, cypher."""

from pathlib import Path
from typing import Annotated, Any

import typer

from graph.cli.apart import go_apart, within
from graph.cli.opening import opened
from graph.cli.options import ExcelOption, Format, FormatOption, Language, LanguageOption, StoreOption
from graph.cli.rendering import refuse_excel, show
from graph.errors import UsageError, suggestion
from graph.messages import remark
from graph.statement import Answer
from graph.store.protocol import MAX_ROWS, TIMEOUT_SECONDS
from graph.streams import put, stdin_text

ParameterOption = Annotated[
    list[str] | None,
    typer.Option("-P", "--parameter", help="NAME=VALUE; null is null, lists are JSON.", show_default=False),
]
queries_app = typer.Typer(help="The stored queries.", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(query)
    app.add_typer(queries_app, name="queries")
    app.command()(find)
    app.command()(proof)
    app.command()(cypher)


def parameters(given: list[str] | None) -> dict[str, Any]:
    """The values of -P NAME=VALUE, as text; raises UsageError where one has another form."""
    values: dict[str, Any] = {}
    for text in given or []:
        name, equals, value = text.partition("=")
        name = name.strip()
        if not equals or not name:
            raise UsageError("-P", f"{text!r} has no name or no value", "NAME=VALUE", "-P place=jinhua")
        if name in values:
            raise UsageError("-P", f"{name!r} is given twice", "each name once", f"one -P {name}=VALUE; a list is JSON")
        values[name] = None if value == "null" else value
    return values


def query(
    language: LanguageOption,
    name: Annotated[
        str, typer.Argument(help="Name of a stored query, such as alias.hanging_signs, or a file of yours (.cypher).")
    ],
    given: ParameterOption = None,
    store: StoreOption = None,
    form: FormatOption = Format.table,
    excel: ExcelOption = False,
    translate: Annotated[
        bool | None,
        typer.Option("--translate/--as-printed", help="Names in the language of --lang; tables in Chinese do so."),
    ] = None,
) -> None:
    """Answer a stored query.

    Example: guapai query hierarchy.divisions -P place=长沙市
    """
    refuse_excel(form, excel)
    from graph.catalog.catalogue import find_query, is_own, run
    from graph.catalog.parameters import bind
    from graph.cli.naming import in_language

    stored = find_query(name)
    values = bind(stored.parameters, parameters(given), name)
    if is_own(stored):
        go_apart()
    with opened(store) as graph:
        answer = run(graph, stored, values)
        if not answer.rows:
            _suggest(graph, values)
        elif translate is not False and form in (Format.table, Format.markdown):
            answer = in_language(graph, answer, language, as_printed=not translate and language is Language.en)
    show(answer, form, title=stored.question_in(language.value), excel=excel)


def _suggest(graph: Any, values: dict[str, Any]) -> None:
    """Where a name found nothing, name the nearest ones on stderr; a name that is there has no answer, that is all."""
    from graph.catalog.finding import SAME, find_functions, find_names

    for wanted in ("name", "body", "matter", "function"):
        if values.get(wanted):
            text = str(values[wanted])
            near = find_functions(graph, text, limit=3).rows if wanted in ("matter", "function") else []
            near = near or (find_names(graph, text, limit=3).rows if wanted != "function" else [])
            if near and near[0][3] < SAME:
                remark(suggestion(row[1] for row in near))


@queries_app.command("list")
def list_queries(language: LanguageOption, form: FormatOption = Format.table) -> None:
    """List the stored queries.

    Example: guapai queries list --format markdown
    """
    from graph.catalog.catalogue import catalogue

    rows = [[one.name, one.question_in(language.value)] for one in catalogue()]
    show(Answer(["query", "question"], rows), form)


@queries_app.command("show")
def show_query(language: LanguageOption, name: Annotated[str, typer.Argument(help="Name of a stored query.")]) -> None:
    """Print a stored query with its parameters and columns.

    Example: guapai queries show alias.answers_for
    """
    from graph.catalog.catalogue import find_query

    put(find_query(name).text)


def find(
    language: LanguageOption,
    name: Annotated[str, typer.Argument(help="Any part of a name, in Chinese or English.")],
    store: StoreOption = None,
    form: FormatOption = Format.table,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many at most.")] = 20,
) -> None:
    """Find names that are like this one, best first.

    Example: guapai find 外国专家局
    """
    from graph.catalog.finding import find_names

    if not name.strip():
        raise UsageError("find", "the name is empty", "a part of a name", "guapai find 外国专家局")
    with opened(store) as graph:
        answer = find_names(graph, name, limit)
    show(answer, form)


def proof(
    language: LanguageOption,
    name: Annotated[str, typer.Argument(help="Any name of a unit, or its id.")],
    text: Annotated[list[Path] | None, typer.Option("--text", help="Your copy of a document; repeatable.")] = None,
    store: StoreOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Show each fact about a unit with its document and line, and the sentence where your copy is given.

    Example: guapai proof 社会救助科 --text tumen.txt
    """
    from graph.catalog.catalogue import ask
    from graph.cli.naming import in_language
    from graph.cli.sentences import with_sentences

    people = form in (Format.table, Format.markdown)
    with opened(store) as graph:
        answer = ask(graph, "proof.facts", name=name)
        if not answer.rows:
            _suggest(graph, {"name": name})
        elif people:
            answer = in_language(graph, answer, language, as_printed=language is Language.en)
        if text:
            answer = with_sentences(graph, answer, text, for_people=people)
    hidden = {"quotes"} if people else set()
    keep = [index for index, column in enumerate(answer.columns) if column not in hidden]
    shown = Answer([answer.columns[index] for index in keep], [[row[index] for index in keep] for row in answer.rows])
    show(shown, form)


def tell_notes(answer: Answer) -> None:
    """Say on stderr what the engine remarks about an answer."""
    for note in answer.notes:
        remark(f"note: {note}")


def cypher(
    language: LanguageOption,
    statement: Annotated[str, typer.Argument(help="The statement; - reads it from stdin.")],
    given: ParameterOption = None,
    store: StoreOption = None,
    form: FormatOption = Format.table,
    excel: ExcelOption = False,
    write: Annotated[bool, typer.Option("--write", help="Let the statement write.")] = False,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, max=86_400, help="Seconds that it may take.")
    ] = TIMEOUT_SECONDS,
    rows: Annotated[
        int, typer.Option("--rows", min=1, max=MAX_ROWS, help="How many rows are shown at most.")
    ] = MAX_ROWS,
) -> None:
    """Run Cypher of your own; it may only read unless --write is given.

    Example: guapai cypher 'MATCH (unit:Division) RETURN unit.name AS name ORDER BY name LIMIT 5'
    """
    import json

    refuse_excel(form, excel)
    text = stdin_text("a statement") if statement == "-" else statement
    if not text.strip():
        raise UsageError("Cypher", "the statement is empty", "a statement", "guapai cypher --help shows one")
    values = {}
    for key, value in parameters(given).items():
        try:
            values[key] = json.loads(value) if isinstance(value, str) else value
        except (ValueError, RecursionError):
            values[key] = value
    if write:
        with opened(store, write=True) as graph:
            answer = graph.run_write(text, values)
    else:
        go_apart()
        with opened(store) as graph, within(timeout):
            answer = graph.read(text, values, timeout=timeout, rows=rows)
    tell_notes(answer)
    show(answer, form, excel=excel, as_stored=True)
