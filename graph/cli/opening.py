"""Open the store that a command is to use; fill an empty embedded one on first use."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.folders import bundled
from graph.messages import remark, spoken
from graph.store.choose import choose, open_store
from graph.store.protocol import Store


@contextmanager
def opened(store: str | None, *, write: bool = False, new: bool = False) -> Iterator[Store]:
    """The chosen store, closed at the end; with `new`, an embedded file that is named and not there is made.

    This user's own embedded graph is made of the bundled records where it does not exist yet.
    """
    with open_store(choose(store), write=write, new=new, on_first_use=load_bundled) as opened_store:
        yield opened_store


def record_paths() -> list[Path]:
    """The bundled records, sorted by name."""
    return sorted((bundled("data") / "records").glob("*.yaml"))


def load_bundled(store: Store) -> None:
    """Load every bundled record into a store, saying so on stderr."""
    from loaders.load import load
    from loaders.reading import read_record

    paths = record_paths()
    remark(f"first use: loading {len(paths)} bundled records into {spoken(store.name)}")
    store.prepare()
    for path in paths:
        load(store, read_record(path))
