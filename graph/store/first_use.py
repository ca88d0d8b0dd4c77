"""The first use of this user's embedded graph: one process fills it, the others wait for that one."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from graph.said import Said
from graph.server.one_at_a_time import alone
from graph.store.embedded import EmbeddedStore
from graph.store.embedded_files import files_told
from graph.store.protocol import Store


def fill(path: Path, load: Callable[[Store], None]) -> None:
    """Make the graph at `path` with what `load` writes, unless another process has made it meanwhile.

    It is filled beside its place and moved there as a whole: nobody ever reads half of it, and what a killed process
    left is thrown away by the next.
    """
    beside = path.with_name(f"{path.name}.first-use")
    with files_told(path), alone(path.with_name(f"{path.name}.filling")):
        if os.path.lexists(path):
            return
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        try:
            with EmbeddedStore(beside / path.name, write=True) as fresh:
                fresh.name = Said("embedded {}", path)
                load(fresh)
            (beside / path.name).replace(path)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
