"""What the environment says: which store, and how to log in."""

import os
from functools import cache
from pathlib import Path

from pydantic import BaseModel, SecretStr

NAMES = ("neo4j_uri", "neo4j_username", "neo4j_password", "neo4j_database", "guapai_store", "guapai_home")

_insecure = False


class Settings(BaseModel):
    """Environment variables; a password is kept so that it is never printed."""

    neo4j_uri: str | None = None
    neo4j_username: str = "neo4j"
    neo4j_password: SecretStr | None = None
    neo4j_database: str | None = None
    guapai_store: str | None = None
    guapai_home: Path | None = None
    insecure: bool = False

    @property
    def home(self) -> Path:
        """The folder of this user's data: GUAPAI_HOME, else what the operating system uses."""
        if self.guapai_home:
            return self.guapai_home
        from platformdirs import user_data_path

        return user_data_path("guapai", appauthor=False)

    @property
    def log_folder(self) -> Path:
        """Where reports of errors are kept: in GUAPAI_HOME, else where the operating system has such files."""
        if self.guapai_home:
            return self.guapai_home / "log"
        from platformdirs import user_log_path

        return user_log_path("guapai", appauthor=False)


@cache
def settings() -> Settings:
    """The settings of this process, read once; an empty variable counts as absent."""
    known = {name: os.environ.get(name.upper()) for name in NAMES}
    return Settings.model_validate({name: value for name, value in known.items() if value} | {"insecure": _insecure})


def allow_insecure(*, allowed: bool) -> None:
    """From now on a password may, or may not, go to a distant host in plain text."""
    global _insecure
    _insecure = allowed
    settings.cache_clear()
