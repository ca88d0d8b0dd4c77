"""The command that shows how documents are read: rules."""

from enum import StrEnum
from typing import Annotated

import typer

from graph.errors import UsageError
from graph.said import Said
from guapai.cli.options import LanguageOption
from guapai.cli.output import printing


class RulesFormat(StrEnum):
    """How rules are printed."""

    text = "text"
    markdown = "markdown"


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(printing(rules))


def rules(
    language: LanguageOption,
    name: Annotated[str | None, typer.Argument(help="A rule, or how the names of several begin.")] = None,
    form: Annotated[RulesFormat, typer.Option("--format", help="How they are printed.")] = RulesFormat.text,
) -> None:
    """Show the rules by which documents are read, with what each finds and what it leaves.

    Example: guapai rules zh.sign
    """
    from loaders.extract.rules.families import every_rule, markdown, text

    if form == RulesFormat.markdown:
        print(markdown())
        return
    known = {one: rule for one, (_, _, rule) in every_rule().items()}
    wanted = [rule for one, rule in known.items() if one.startswith(name or "")]
    if not wanted:
        raise UsageError(
            Said("rule {}", name),
            Said("there is no such rule"),
            Said("a name such as zh.sign.hung"),
            Said("guapai rules shows all"),
        )
    print(text(wanted))
