"""What a library prints comes out changed."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout


@contextmanager
def rewritten(change: Callable[[str], str]) -> Iterator[None]:
    """Print what is printed inside as `change` makes it, in whatever way the inside ends."""
    text = io.StringIO()
    try:
        with redirect_stdout(text):
            yield
    finally:
        print(change(text.getvalue()), end="")
