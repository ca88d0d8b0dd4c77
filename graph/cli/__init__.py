"""The command line: one module per group of commands. `main` is the console script."""

import sys


def main() -> None:
    """Run the command line; `--version` answers before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        from importlib.metadata import version

        print(f"guapai {version('guapai')}")
        return
    from graph.cli.app import run

    run()
