"""Commands that ask: query, find, proof, cypher."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.errors import UsageError
from graph.messages import remark
from graph.said import Said
from graph.statement import Answer
from graph.store.protocol import MAX_ROWS, TIMEOUT_SECONDS
from graph.streams import stdin_text
from guapai.cli.apart import go_apart, within
from guapai.cli.completing import complete_name, complete_parameter, complete_query
from guapai.cli.options import (
    ExcelOption,
    ForceOption,
    Format,
    FormatOption,
    Language,
    LanguageOption,
    QueriesOption,
    StoreOption,
)
from guapai.cli.output import OutputOption, WideOption, printed_to
from guapai.cli.rendering import refuse_excel, show
from guapai.opening import opened

if TYPE_CHECKING:
    from graph.catalog.answers import ThingAnswer

ParameterOption = Annotated[
    list[str] | None,
    typer.Option(
        "-P",
        "--parameter",
        help="NAME=VALUE; null is null, lists are JSON.",
        show_default=False,
        autocompletion=complete_parameter,
    ),
]
TranslateOption = Annotated[
    bool,
    typer.Option("--translate/--as-printed", help="Names in the language of --lang, or as the document prints them."),
]
PEOPLE = (Format.table, Format.markdown)


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(query)
    app.command()(find)
    app.command()(proof)
    app.command()(cypher)


def parameters(given: list[str] | None) -> dict[str, Any]:
    """The values of -P NAME=VALUE, as text; raises UsageError where one has another form or comes twice."""
    values: dict[str, Any] = {}
    for text in given or []:
        name, equals, value = text.partition("=")
        name = name.strip()
        if not equals or not name:
            raise UsageError(
                "-P", Said("{} has no name or no value", repr(text)), Said("NAME=VALUE"), Said("-P place=jinhua")
            )
        if name in values:
            raise UsageError(
                "-P",
                Said("{} is given twice", repr(name)),
                Said("each name once"),
                Said("one -P {}=VALUE; a list is JSON", name),
            )
        values[name] = None if value == "null" else value
    return values


def query(
    language: LanguageOption,
    name: Annotated[
        str,
        typer.Argument(
            help="Name of a stored query, such as alias.hanging_signs, or a file of yours (.cypher).",
            autocompletion=complete_query,
        ),
    ],
    given: ParameterOption = None,
    store: StoreOption = None,
    form: FormatOption = Format.table,
    excel: ExcelOption = False,
    translate: TranslateOption = True,
    near: Annotated[bool, typer.Option("--near", help="The near misses: what is like an answer and is none.")] = False,
    queries: QueriesOption = None,
    wide: WideOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Answer a stored query.

    Example: guapai query hierarchy.divisions -P place=长沙市
    """
    refuse_excel(form, excel)
    from graph.catalog.catalogue import find_query, is_own, near_misses, run
    from graph.catalog.parameters import bind

    stored = find_query(name, queries)
    stored = near_misses(stored) if near else stored
    values = bind(stored.parameters, parameters(given), name)
    if is_own(stored):
        go_apart()
    with printed_to(output, force=force):
        with opened(store) as graph:
            answer = run(graph, stored, values)
        title = stored.question_in(language.value)
        show_things(answer, form, language, title=title, excel=excel, as_printed=not translate, wide=wide)
    if not answer.rows and any(one.is_thing and values[one.name] is not None for one in stored.parameters):
        remark(Said("the name is known: the documents say nothing of this"))


def show_things(
    answer: "ThingAnswer",
    form: Format,
    language: Language,
    *,
    title: str = "",
    excel: bool = False,
    as_printed: bool = False,
    wide: bool = False,
) -> None:
    """Print the answer of a stored query, with what its marks mean on stderr."""
    from guapai.cli.shown import for_people, legend

    for note in answer.notes:
        remark(note)
    if form not in PEOPLE:
        show(answer.flat(), form, excel=excel)
        return
    shown = for_people(answer, language.value, as_printed=as_printed)
    show(shown, form, title=title, as_stored=True, wide=wide)
    for line in legend(shown):
        remark(line)


def find(
    language: LanguageOption,
    name: Annotated[
        str,
        typer.Argument(
            help="Any name, a short form, pinyin or a part, in Chinese or English.", autocompletion=complete_name
        ),
    ],
    store: StoreOption = None,
    form: FormatOption = Format.table,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many at most.")] = 20,
    wide: WideOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Say what a name stands for: what kind of thing, where, and how it answers for the name.

    Example: guapai find 外国专家局
    """
    from dataclasses import replace

    from guapai.cli.shown import found_for_people, legend
    from guapai.graph import Graph

    with printed_to(output, force=force):
        with opened(store) as graph:
            answer = Graph(graph).find(name)
        first = replace(answer, rows=answer.rows[:limit])
        shown = found_for_people(first, language.value) if form in PEOPLE else first.flat()
        show(shown, form, as_stored=True, wide=wide)
    for line in legend(shown) if form in PEOPLE else ():
        remark(line)
    left = len(answer.rows) - limit
    if left > 0:
        remark(Said("{} more: --limit {}", left, len(answer.rows)))


def proof(
    language: LanguageOption,
    name: Annotated[str, typer.Argument(help="Any name of a unit, or its id.", autocompletion=complete_name)],
    text: Annotated[list[Path] | None, typer.Option("--text", help="Your copy of a document; repeatable.")] = None,
    store: StoreOption = None,
    form: FormatOption = Format.table,
    translate: TranslateOption = True,
    wide: WideOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Show each fact about a unit with its document and line, and the sentence where your copy is given.

    Example: guapai proof 社会救助科 --text tumen.txt
    """
    from graph.catalog.catalogue import ask
    from guapai.cli.shown import for_people, legend
    from guapai.sentences import sentences

    people = form in PEOPLE
    with opened(store) as graph:
        answer = ask(graph, "proof.facts", name=name)
        quoted = sentences(graph, answer, text or [], for_people=people)
    for note in answer.notes:
        remark(note)
    shown = for_people(answer, language.value, as_printed=not translate) if people else answer.flat()
    hidden = {"quotes", "spans"} if people else set()
    keep = [index for index, column in enumerate(shown.columns) if column not in hidden]
    columns = [shown.columns[index] for index in keep] + ["text"] * (quoted is not None)
    rows = [[row[index] for index in keep] for row in shown.rows]
    if quoted is not None:
        rows = [[*row, one] for row, one in zip(rows, quoted, strict=True)]
    with printed_to(output, force=force):
        show(Answer(columns, rows), form, as_stored=True, wide=wide)
    for line in legend(shown) if people else ():
        remark(line)


def tell_notes(answer: Answer) -> None:
    """Say on stderr what the engine remarks about an answer."""
    for note in answer.notes:
        remark(Said("note: {}", note))


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
    wide: WideOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Run Cypher of your own; it may only read unless --write is given.

    Example: guapai cypher 'MATCH (unit:Division) RETURN unit.name AS name ORDER BY name LIMIT 5'
    """
    import json

    refuse_excel(form, excel)
    text = stdin_text("a statement") if statement == "-" else statement
    if not text.strip():
        raise UsageError(
            "Cypher", Said("the statement is empty"), Said("a statement"), Said("guapai cypher --help shows one")
        )
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
    with printed_to(output, force=force):
        show(answer, form, excel=excel, as_stored=True, wide=wide)
