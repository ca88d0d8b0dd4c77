"""Commands that tell about guapai itself: schema, doctor."""

import sys
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from graph.plain_text import json_text
from graph.said import Said
from graph.streams import put_file
from graph.version import VERSION
from guapai.cli.options import LanguageOption, StoreOption
from guapai.cli.output import printing


class SchemaFormat(StrEnum):
    """How the schema is printed."""

    text = "text"
    json = "json"
    mermaid = "mermaid"
    markdown = "markdown"


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(printing(schema))
    app.command()(doctor)


def schema(
    language: LanguageOption,
    form: Annotated[SchemaFormat, typer.Option("--format", help="How it is printed.")] = SchemaFormat.text,
    record: Annotated[bool, typer.Option("--record", help="The JSON schema of record files instead.")] = False,
) -> None:
    """Print the schema: every node and relationship type with its properties.

    Example: guapai schema --format mermaid
    """
    if record:
        from loaders.record import Record

        put_file(json_text(Record.model_json_schema(), indent=2) + "\n")
        return
    from graph.schema import page

    render: dict[SchemaFormat, Callable[[], str]] = {
        SchemaFormat.text: page.text,
        SchemaFormat.json: page.as_json,
        SchemaFormat.mermaid: page.mermaid,
        SchemaFormat.markdown: partial(page.markdown, language.value),
    }
    put_file(render[form]() + "\n")


def doctor(language: LanguageOption, store: StoreOption = None) -> None:
    """Say which store is used and why, and whether it answers; nothing is loaded.

    Example: guapai doctor
    """
    from graph.messages import say, spoken
    from graph.store.choose import choose, is_unused, open_store

    say(Said("guapai    {} on Python {}", VERSION, sys.version.split()[0]))
    choice = choose(store)
    say(Said("store     {}: {}", choice.kind, choice.target))
    say(Said("because   {}", spoken(choice.why)))
    if is_unused(choice):
        say("loaded    nothing yet: the first question loads the bundled records")
        return
    with open_store(choice) as graph:
        rows = graph.read(
            "MATCH (document:Document) WHERE document.external IS NULL RETURN document.id AS id ORDER BY id", {}
        ).rows
        say(Said("answers   {}", spoken(graph.name)))
        if loaded := ", ".join(str(row[0]).removeprefix("document/") for row in rows):
            say(Said("loaded    {}", loaded))
        else:
            say("loaded    nothing: guapai load")
