"""The console of Rich, with one difference: a reader that has seen enough is told to whoever started the command."""

import rich.console


class Console(rich.console.Console):
    """Rich itself would end the program with code 1."""

    def on_broken_pipe(self) -> None:
        """Raise BrokenPipeError."""
        raise BrokenPipeError
