"""Which version of the schema a graph has, and what to do where it is not ours."""

from graph.errors import OlderGraphError, VersionError
from graph.installation import again
from graph.version import SCHEMA_VERSION


def refuse_version(where: str, version: int) -> None:
    """Raise VersionError for a graph of another version of the schema."""
    if version > SCHEMA_VERSION:
        found = f"the graph has schema version {version}"
        raise VersionError(where, found, f"version {SCHEMA_VERSION} or older", again())
    if version < SCHEMA_VERSION:
        found = f"the graph has schema version {version}, which an older guapai wrote"
        raise OlderGraphError(where, found, f"version {SCHEMA_VERSION}", "guapai load carries it over")
