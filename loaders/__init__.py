"""Documents and records become nodes and relationships."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store.protocol import Store
    from loaders.load import Loaded


def load_record(
    store: "Store", path: str | Path, *, allow_loss: bool = False, replace_reviewed: bool = False
) -> "Loaded":
    """Load one record file into an open store, in one transaction.

    Raises NotThereError, ContentError or RefusedError, with the graph as it was.
    """
    from loaders.load import load
    from loaders.reading import read_record
    from loaders.refusals import Allowed

    file = read_record(Path(path))
    store.prepare()
    return load(store, file, allowed=Allowed(loss=allow_loss, replacing_reviewed=replace_reviewed))
