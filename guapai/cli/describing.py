"""Commands that tell about guapai itself: schema, doctor."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from graph.plain_text import json_text
from graph.streams import put_file
from guapai.cli.options import LanguageOption, StoreOption
from guapai.cli.output import printing


class SchemaFormat(StrEnum):
    """How the schema is printed."""

    text = "text"
    json = "json"
    mermaid = "mermaid"
    markdown = "markdown"


class DoctorFormat(StrEnum):
    """How the state of things is printed."""

    text = "text"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(printing(schema))
    app.command()(printing(doctor))


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


def doctor(
    language: LanguageOption,
    store: StoreOption = None,
    form: Annotated[DoctorFormat, typer.Option("--format", help="How it is printed.")] = DoctorFormat.text,
) -> None:
    """Say what is installed, which store is used and why, and whether it answers; nothing is loaded.

    Example: guapai doctor
    """
    from guapai.checkup import Checkup, as_json, check_up, tell

    found = Checkup()
    try:
        check_up(found, store)
    finally:
        if form is DoctorFormat.json:
            put_file(json_text(as_json(found), indent=2) + "\n")
        else:
            tell(found)
