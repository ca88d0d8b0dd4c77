"""Pictures as files, by the ending of the name: Mermaid, DOT, and SVG where Graphviz is installed."""

import shutil
import subprocess
from pathlib import Path

from graph.draw.picture import Picture
from graph.draw.text import dot, mermaid
from graph.errors import GuapaiError, NotThereError, UsageError
from graph.said import Said
from graph.writing import check_target, refuse_stdout, write_whole

ENDINGS = (".mmd", ".dot", ".svg", ".html")
SECONDS = 120


def check_output(path: Path, *, force: bool = False) -> None:
    """Raise before anything is asked: UsageError for an unknown ending, NotThereError for a missing folder or program,
    RefusedError for a file that is there and is not to be replaced.
    """
    refuse_stdout(path)
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(
            str(path),
            Said("the ending {} names no format", repr(path.suffix)),
            ", ".join(ENDINGS),
            Said("-o picture.mmd"),
        )
    check_target(path, force=force)
    if path.suffix.lower() == ".svg":
        _graphviz()


def write_picture(picture: Picture, path: Path) -> None:
    """Write a picture; the file appears whole or not at all. Raises what `check_output` raises."""
    check_output(path, force=True)
    text = {".mmd": mermaid, ".dot": dot, ".svg": _svg}[path.suffix.lower()](picture)
    write_whole(path, text)


def _graphviz() -> str:
    program = shutil.which("dot")
    if program is None:
        todo = Said("install Graphviz (Debian: apt install graphviz), or write a .dot or .mmd file")
        raise NotThereError(
            "dot", Said("the program of Graphviz is not installed"), Said("it on the PATH, for .svg files"), todo
        )
    return program


def _svg(picture: Picture) -> str:
    done = subprocess.run(  # noqa: S603  the program is Graphviz; the picture is its stdin
        [_graphviz(), "-Tsvg"], input=dot(picture).encode(), capture_output=True, timeout=SECONDS, check=False
    )
    if done.returncode:
        found = Said("it ended with {}: {}", done.returncode, done.stderr.decode(errors="replace")[:300])
        raise GuapaiError(
            "dot", found, Said("a drawing"), Said("guapai draw -o FILE.dot keeps what Graphviz was given")
        )
    return done.stdout.decode()
