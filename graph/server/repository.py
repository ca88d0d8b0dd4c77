"""The only code that talks to a repository of jars, through the library jgo; it knows no address itself.

Repositories that the user named in jgo's own configuration (a mirror nearby) are asked first. Any of them is good
enough, because what comes back is compared with the SHA-256 of the lock file.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import NotThereError
from graph.installation import with_extra
from graph.said import Said

if TYPE_CHECKING:
    from jgo.maven import MavenContext

TIMEOUT = 30  # seconds without an answer


def repository(folder: Path) -> "MavenContext":
    """A view of the repositories that keeps what it fetches in a folder. Raises NotThereError without jgo."""
    try:
        from jgo.config import GlobalSettings
        from jgo.maven import MavenContext
    except ImportError as error:
        raise missing("jgo") from error
    context = MavenContext(repo_cache=folder, timeout=TIMEOUT)
    context.remote_repos = {**GlobalSettings.load().repositories, **context.remote_repos}
    return context


def missing(library: str) -> NotThereError:
    """The error for a library of the extra `server` that is not installed."""
    return NotThereError(library, Said("it is not installed"), Said("the extra 'server'"), with_extra("server"))
