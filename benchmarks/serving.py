"""A question asked of `guapai serve` beside the same question as a command, in one process."""

import os
import sys
import tempfile
import threading
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from urllib.request import urlopen

from benchmarks.timing import best, report
from graph.settings import settings
from guapai.cli import main as command
from guapai.serve.server import Server
from guapai.serve.site import Site

QUERY = "hierarchy.divisions"


def main() -> None:
    """The page holds the table in HTML with a link for each name; the command prints its table."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["GUAPAI_HOME"] = str(Path(name))
        settings.cache_clear()
        _query()
        with Server(Site(None, None, "en"), 0) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"{server.link}ask/{QUERY}?place=tumen"
            page, printed = best(lambda: urlopen(address).read(), _query)
            server.shutdown()
            server.site.close()
    report("guapai serve beside guapai query", page, printed, 1.5)


def _query() -> None:
    sys.argv = ["guapai", "query", QUERY, "-P", "place=tumen"]
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()), suppress(SystemExit):
        command()


if __name__ == "__main__":
    main()
