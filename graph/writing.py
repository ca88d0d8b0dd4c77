"""Files appear whole or not at all."""

import tempfile
from pathlib import Path

from graph.errors import NotThereError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file in one step, text as UTF-8. Raises NotThereError for a folder that is missing."""
    if not path.parent.is_dir():
        raise NotThereError(
            str(path.parent),
            "there is no such folder",
            "a folder to write to",
            "make it first, or name another with -o",
        )
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False, suffix=".part") as file:
        file.write(content.encode() if isinstance(content, str) else content)
    part = Path(file.name)
    part.chmod(0o644)
    part.replace(path)
