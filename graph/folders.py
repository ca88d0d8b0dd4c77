"""Where the stored queries and the bundled data are: in the package, else in a proven checkout."""

from pathlib import Path

from graph.errors import NotThereError
from graph.installation import again
from graph.said import Said


def bundled(name: str) -> Path:
    """The folder "queries" or "data".

    The copy inside the package comes first, then that of a checkout whose pyproject names this project.
    Raises NotThereError where neither is there: the installation is broken.
    """
    packaged = Path(__file__).parent / f"_{name}"
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).parent.parent
    project = checkout / "pyproject.toml"
    if project.is_file() and (checkout / name).is_dir() and _is_ours(project):
        return checkout / name
    raise NotThereError(
        str(packaged),
        Said("the folder {} is missing", repr(name)),
        Said("a complete installation"),
        again(),
    )


def _is_ours(project: Path) -> bool:
    import tomllib

    return bool(tomllib.loads(project.read_text(encoding="utf-8")).get("project", {}).get("name") == "guapai")
