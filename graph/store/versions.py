"""Which version of the schema a graph has, and what to do where it is not ours."""

from graph.errors import OlderGraphError, VersionError
from graph.installation import again
from graph.said import Said
from graph.version import SCHEMA_VERSION


def refuse_version(where: str, version: int) -> None:
    """Raise VersionError for a graph of another version of the schema."""
    if version > SCHEMA_VERSION:
        found = Said("the graph has schema version {}", version)
        raise VersionError(where, found, Said("version {} or older", SCHEMA_VERSION), again())
    if version < SCHEMA_VERSION:
        found = Said("the graph has schema version {}, which an older guapai wrote", version)
        raise OlderGraphError(where, found, Said("version {}", SCHEMA_VERSION), Said("guapai load carries it over"))
