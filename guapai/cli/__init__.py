"""The command line: one module per group of commands. `main` is the console script."""

import sys
from contextlib import suppress


def main() -> None:
    """Run the command line; `--version` answers before anything heavy is imported."""
    from graph.streams import prepare

    prepare()
    if sys.argv[1:] == ["--version"]:
        from graph.version import VERSION

        with suppress(OSError):
            print(f"guapai {VERSION}", flush=True)
            return
    try:
        from guapai.cli.app import run

        run()
    except KeyboardInterrupt:  # before the command is there, which is most of a second
        from graph.messages import remark
        from graph.said import Said

        remark(Said("interrupted"))
        sys.exit(130)
