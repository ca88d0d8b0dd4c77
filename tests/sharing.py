"""How tests are shared among workers: a file is a piece of work, and so is all that is asked of one of the servers of a run.

Each version of Neo4j is then started once, by the worker that asks it everything, while another worker asks the other
version: what a server has planned and compiled stays.
"""

import re

from xdist.scheduler import LoadFileScheduling

# Stands in the names of the tests on these servers, see servers.servers.
SERVERS = re.compile(r"neo4j-[0-9.]+[0-9]")


class ByServer(LoadFileScheduling):  # type: ignore[misc]
    """As with `--dist loadfile`, but for the tests on a server, which go together from whatever file they are."""

    def _split_scope(self, nodeid: str) -> str:
        asked = SERVERS.search(nodeid)
        file: str = super()._split_scope(nodeid)
        return asked[0] if asked else file
