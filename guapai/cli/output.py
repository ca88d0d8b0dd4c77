"""Results into a file in place of stdout, for every command that prints."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from graph.messages import remark
from graph.said import Said
from graph.writing import check_target, write_whole

OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Write the result into this file, not on stdout.", show_default=False),
]
WideOption = Annotated[bool, typer.Option("--wide", help="Tables as wide as they are, whatever the terminal.")]


@contextmanager
def printed_to(output: Path | None, *, force: bool = False) -> Iterator[None]:
    """What is printed on stdout goes into a file, which appears whole or not at all; None leaves stdout alone.

    Raises, before anything is asked, what `check_target` raises.
    """
    if output is None:
        yield
        return
    check_target(output, force=force)
    kept, text = sys.stdout, io.StringIO()
    sys.stdout = text
    try:
        yield
    finally:
        sys.stdout = kept
    write_whole(output, text.getvalue())
    remark(Said("{}: written", output))
