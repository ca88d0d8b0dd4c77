"""The command line: one module per group of commands. `main` is the console script."""

import sys


def main() -> None:
    """Run the command line; `--version` answers before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        from graph.version import VERSION

        print(f"guapai {VERSION}")
        return
    from graph.cli.app import run

    run()
