"""Results into a file in place of stdout, for every command that prints."""

import inspect
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from graph.errors import GuapaiError
from graph.messages import remark
from graph.said import Said
from graph.writing import STDOUT, check_target, write_whole
from guapai.cli.options import ForceOption

OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Write the result into this file, not on stdout.", show_default=False),
]
WideOption = Annotated[bool, typer.Option("--wide", help="Tables as wide as they are, whatever the terminal.")]


def printing(command: Callable[..., None]) -> Callable[..., None]:
    """The same command with -o FILE and --force besides."""

    @wraps(command)
    def run(*, output: Path | None = None, force: bool = False, **given: Any) -> None:
        with printed_to(output, force=force):
            command(**given)

    own = inspect.signature(command)
    keyword = inspect.Parameter.KEYWORD_ONLY
    more = [
        inspect.Parameter("output", keyword, default=None, annotation=OutputOption),
        inspect.Parameter("force", keyword, default=False, annotation=ForceOption),
    ]
    run.__signature__ = own.replace(parameters=[*own.parameters.values(), *more])  # type: ignore[attr-defined]
    run.__annotations__ = {**command.__annotations__, "output": OutputOption, "force": ForceOption}
    return run


@contextmanager
def printed_to(output: Path | None, *, force: bool = False) -> Iterator[None]:
    """What is printed on stdout goes into a file, which appears whole or not at all; None and `-` leave stdout alone.

    Findings that end a command with an error are a result, too. Raises, before anything is asked, what `check_target` raises.
    """
    if output is None or output == STDOUT:
        yield
        return
    check_target(output, force=force)
    kept, text = sys.stdout, io.StringIO()
    sys.stdout = text
    try:
        yield
    except (GuapaiError, typer.Exit):
        sys.stdout = kept
        if text.getvalue():
            _write(output, text)
        raise
    finally:
        sys.stdout = kept
    _write(output, text)


def _write(output: Path, text: io.StringIO) -> None:
    write_whole(output, text.getvalue())
    remark(Said("{}: written", output))
