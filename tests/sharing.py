"""How files of tests are shared among workers: all that ask for one of the servers of a run go to one worker.

Each version of Neo4j is then started once, not once for each worker, and what it has planned and compiled stays.
"""

from functools import cached_property

from xdist.scheduler import LoadFileScheduling

SERVERS = "neo4j-"  # stands in the names of the tests on these servers, see servers.servers


class ByServer(LoadFileScheduling):  # type: ignore[misc]
    """A file is a piece of work, as with `--dist loadfile`; the files of the servers are one together."""

    @cached_property
    def asking(self) -> set[str]:
        """The files in which a test asks for a server; known when every worker has collected."""
        return {super(ByServer, self)._split_scope(test) for test in self.collection or () if SERVERS in test}

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return "servers" if file in self.asking else file
