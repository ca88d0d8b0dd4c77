"""Where the files of a local server are.

<home>/neo4j/<version>/   conf/  data/  logs/  import/  run/   one server
                          password                             for its owner only
                          state.json                           who runs it; gone when nobody does
<cache>/jars/<group>/     jars of all versions
"""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """The files of one server, all under its root."""

    root: Path

    @property
    def configuration(self) -> Path:
        """The folder of neo4j.conf."""
        return self.root / "conf"

    @property
    def data(self) -> Path:
        """The databases."""
        return self.root / "data"

    @property
    def log(self) -> Path:
        """What the server says about itself."""
        return self.root / "logs" / "neo4j.log"

    @property
    def console(self) -> Path:
        """What the Java process printed: the place to look when it never came as far as a log."""
        return self.root / "logs" / "console.log"

    @property
    def password(self) -> Path:
        """The password, readable by its owner only."""
        return self.root / "password"

    @property
    def state(self) -> Path:
        """Who runs the server; there only while it runs, or after it died."""
        return self.root / "state.json"

    @property
    def lock(self) -> Path:
        """Held while a server is being started or ended; there only then."""
        return self.root.with_name(f"{self.root.name}.lock")


def places(version: str, home: Path | None = None) -> Places:
    """The files of the server of a version, under this user's home for data unless another is given."""
    return Places(all_servers(home) / version)


def all_servers(home: Path | None = None) -> Path:
    """The folder that has one folder per version."""
    if home is None:
        from graph.settings import settings

        home = settings().home
    return home.absolute() / "neo4j"


def jar_cache() -> Path:
    """The folder of the jars: GUAPAI_CACHE, else what the operating system uses for this user."""
    if named := os.environ.get("GUAPAI_CACHE"):
        return Path(named).absolute() / "jars"
    from platformdirs import user_cache_path

    return user_cache_path("guapai", appauthor=False) / "jars"
