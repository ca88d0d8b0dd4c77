"""What is wrong with a command line, told by the kind and the fields of what Typer raises; its sentences are never read."""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from graph.errors import UsageError, suggestion
from graph.said import Said
from graph.wishes import wish
from guapai.cli.options import AnyLanguageOption, behind_language

# Typer has no name of its own for it, and keeps it in another place from one version to the next.
WrongCommand: Any = typer.BadParameter.__base__
Function = TypeVar("Function", bound=Callable[..., Any])


class Command(TyperCommand):
    """A command whose mistakes say which words they are about."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words behind the command."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except WrongCommand as error:
            error.ctx = error.ctx or ctx
            if type(error) is WrongCommand:
                _, left, _ = self.make_parser(ctx).parse_args(args=given)
                error.message = Said("Got unexpected extra arguments ({})", " ".join(left))
            raise


def _language_of_a_group(language: AnyLanguageOption = None) -> None:
    """Nothing is left to do: the whole command line was asked for its language before."""


class Group(TyperGroup):
    """A group of commands whose mistakes say which command was asked for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words behind the group; its help where they are none but a language."""
        return super().parse_args(ctx, behind_language(args) and args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command of a name."""
        try:
            return super().resolve_command(ctx, args)
        except WrongCommand as error:
            if type(error) is WrongCommand:
                error.message = Said("No such command {}", repr(args[0]))
            raise


class Commands(typer.Typer):
    """An application, or a part of one, of such commands; each takes the language in front of its command, too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"cls": Group, **options})
        self.callback()(_language_of_a_group)

    def command(self, name: str | None = None, **options: Any) -> Callable[[Function], Function]:
        """Take a function as a command."""
        return super().command(name, cls=Command, **options)


def wrong_command(error: Any) -> UsageError:
    """The error for a wrong command line, in four parts."""
    context = error.ctx
    command = context.command_path if context else "guapai"
    usage = context.get_usage().removeprefix("Usage: ") if context else "guapai COMMAND"
    return UsageError(command, _found(error), " ".join(usage.split()), _todo(error, command))


def _todo(error: Any, command: str) -> str:
    """What to write instead: what is called nearly so, else what to read."""
    from difflib import get_close_matches

    near = sorted(getattr(error, "possibilities", None) or ())
    commands = getattr(error.ctx.command, "commands", {}) if error.ctx else {}
    if type(error) is WrongCommand and isinstance(error.message, Said) and commands:
        near = get_close_matches(str(error.message.fields[0]).strip("'"), commands)
    return suggestion(near) or Said("{} --help", command)


def _found(error: Any) -> str:
    kind = type(error).__name__
    if isinstance(error.message, Said):
        return error.message
    if kind == "NoSuchOption":
        return Said("No such option: {}", error.option_name)
    if kind == "MissingParameter":
        argument = error.param is not None and error.param.param_type_name == "argument"
        return Said("Missing argument {}", _hint(error)) if argument else Said("Missing option {}", _hint(error))
    if kind == "BadOptionUsage":
        return _option(error)
    if kind == "BadParameter":
        return Said("the value of {} should be {}", _hint(error), _wanted(error))
    return str(error.format_message()).removesuffix(".")


def _hint(error: Any) -> str:
    """How the parameter is called on the command line."""
    hint = error.param_hint or (error.param.get_error_hint() if error.param is not None else "")
    return hint if isinstance(hint, str) else " / ".join(map(repr, hint))


def _wanted(error: Any) -> str:
    """What the value should be, by the type of the parameter or the code of what refused it."""
    annotation = getattr(getattr(error.param, "type_descriptor", None), "annotation", None)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Said("one of {}", ", ".join(str(one.value) for one in annotation))
    refused = getattr(error.__cause__, "errors", None)
    return wish(refused(include_url=False)[0]) if refused else str(error.message)


def _option(error: Any) -> str:
    """An option without its value, or a switch with one."""
    known = error.ctx.command.params if error.ctx else ()
    own = next((one for one in known if error.option_name in (*one.opts, *one.secondary_opts)), None)
    if own is not None and own.is_flag:
        return Said("Option {} does not take a value", repr(error.option_name))
    return Said("Option {} requires an argument", repr(error.option_name))
