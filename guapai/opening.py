"""Open the store that a command is to use; fill an empty embedded one on first use."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import OlderGraphError
from graph.folders import bundled
from graph.messages import remark
from graph.said import Said
from graph.settings import settings
from graph.store.choose import FILE_NAME, choose, open_store
from graph.store.protocol import Store
from graph.version import SCHEMA_VERSION


@contextmanager
def opened(store: str | None, *, write: bool = False, new: bool = False, option: str = "--store") -> Iterator[Store]:
    """The chosen store, closed at the end; see `open_chosen`. A command that writes says on stderr where."""
    with open_chosen(store, write=write, new=new, option=option) as found:
        yield found
    if write:
        remark(Said("written into {}", found.name))


def open_chosen(store: str | None, *, write: bool = False, new: bool = False, option: str = "--store") -> Store:
    """The chosen store; with `new`, an embedded file that is named and not there is made.

    This user's own embedded graph is made of the bundled records where it does not exist yet. A graph of an older schema
    is carried over where it is to be written, or where it is this user's own. `option` is what gave the name of the store.
    """
    choice = choose(store, option)
    try:
        found = open_store(choice, write=write, new=new, on_first_use=load_bundled)
    except OlderGraphError:
        if (choice.kind, choice.target) != ("embedded", str(settings().home / FILE_NAME)):
            raise
        with open_store(choice, write=True) as older:
            carry(older)
        found = open_store(choice, write=False)
    if write:
        try:
            carry(found)
        except BaseException:
            found.close()
            raise
    return found


def carry(store: Store) -> None:
    """Carry an older graph over, saying so on stderr; the bundled records in it are loaded again."""
    version = store.schema_version() or SCHEMA_VERSION
    if version >= SCHEMA_VERSION:
        return
    from loaders.carrying import carry_over
    from loaders.load import load_path
    from loaders.refusals import Allowed

    copy = store.keep_copy()
    documents = carry_over(store)
    fields = (store.name, len(documents), version)
    if copy:
        remark(Said("{}: {} documents are carried over from schema version {}; the old one stays as {}", *fields, copy))
    else:
        remark(Said("{}: {} documents are carried over from schema version {}", *fields))
    store.prepare()
    for path in record_paths():
        if path.stem in documents:
            load_path(store, path, allowed=Allowed(loss=True))


def record_paths() -> list[Path]:
    """The bundled records, sorted by name."""
    return sorted((bundled("data") / "records").glob("*.yaml"))


def bundled_markers() -> dict[str, str]:
    """By document: what a load of its bundled record leaves on it."""
    from loaders.markers import record_marker
    from loaders.reading import file_digest

    digests = {path.stem: file_digest(path) for path in record_paths()}
    return {document: record_marker(digest) for document, digest in digests.items() if digest}


def load_bundled(store: Store) -> None:
    """Load every bundled record into a store, saying so on stderr."""
    from loaders.load import load
    from loaders.reading import read_record

    paths = record_paths()
    remark(Said("first use: loading {} bundled records into {}", len(paths), store.name))
    store.prepare()
    for path in paths:
        load(store, read_record(path))
