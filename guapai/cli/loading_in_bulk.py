"""A first load of very much: files that Neo4j imports, the import itself on the local server, and a look at what it made."""

import errno
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GuapaiError, RefusedError, UsageError
from graph.messages import remark
from graph.said import Said
from graph.server import LocalServer, running
from graph.store.choose import choose
from graph.store.import_files import command
from graph.system_errors import not_written
from graph.writing import make_folder
from guapai.opening import opened

if TYPE_CHECKING:
    from guapai.cli.loading_many import Run
    from loaders.bulk import Bulk

COUNTS = "MATCH (node) WHERE NOT node:Guapai RETURN count(node) AS count"
LINKS = "MATCH ()-[link]->() RETURN count(link) AS count"
AT_ONCE = 200  # documents that are looked at in one question


def load_in_bulk(run: "Run", paths: list[Path], store: str | None, output: Path | None) -> None:
    """Bring all records into the empty database of the local server; with `output`, write the files of the import only.

    Raises UsageError for another store without `output`, RefusedError for a database or a folder that is not empty.
    """
    from loaders.bulk import Bulk

    server = None if output else _empty_server(store)
    with _folder(server, output) as folder:
        with _told(folder):
            bulk = Bulk(folder)
        with _told(folder), _whole(bulk):
            run.one_by_one([str(path) for path in paths], lambda number: bulk.add(paths[number]))
            if run.stopped or not run.outcomes:
                bulk.give_up()
                run.outcomes.clear()
                return
            bulk.finish()
        if server is None:
            written = bulk.files.written
            remark(Said("{}: {} nodes, {} relationships", folder, written.nodes, written.relationships))
            remark(command(folder))
            return
        from graph.server.starting import import_files

        import_files(server.version, folder, server.root.parent.parent)
    _look(store, bulk)


@contextmanager
def _whole(bulk: "Bulk") -> Iterator[None]:
    """All files or none."""
    try:
        yield
    except BaseException:
        bulk.give_up()
        raise


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Raise RefusedError where the disk takes no more."""
    try:
        yield
    except OSError as error:
        if error.filename is None:  # of a file that was open already
            raise not_written(error, str(folder), "--files") from error
        raise
    except sqlite3.OperationalError as error:
        raise not_written(OSError(errno.ENOSPC, str(error)), str(folder), "--files") from error


def _empty_server(store: str | None) -> LocalServer:
    """The local server, whose database is empty."""
    server = running()
    if choose(store).kind != "local" or server is None:
        raise UsageError(
            "--bulk",
            Said("the store is not the local server"),
            Said("the server of guapai neo4j up"),
            Said("--files FOLDER writes the files for a server of your own"),
        )
    with opened(store, write=True) as graph:
        if count := graph.rows(COUNTS, {})[0]["count"]:
            raise RefusedError(
                graph.name,
                Said("{} nodes are there", count),
                Said("an empty database: an import replaces all of it"),
                Said("guapai load without --bulk"),
            )
    return server


@contextmanager
def _folder(server: LocalServer | None, output: Path | None) -> Iterator[Path]:
    """An empty folder for the files: the one that is named, or one beside the database that goes at the end."""
    if output is None:
        assert server is not None
        with tempfile.TemporaryDirectory(dir=server.root, prefix="bulk-") as name:
            yield Path(name)
        return
    make_folder(output, "--files")
    if any(output.iterdir()):
        raise RefusedError(
            str(output),
            Said("the folder is not empty"),
            Said("an empty or a new folder"),
            Said("name another with --files"),
        )
    yield output.absolute()


def _look(store: str | None, bulk: "Bulk") -> None:
    """Compare what the import made with what the files hold, document by document."""
    from loaders.markers import unchanged

    markers = [*bulk.gathered.markers.items()]
    with opened(store, write=True) as graph:
        graph.prepare()
        whole = 0
        for first in range(0, len(markers), AT_ONCE):
            whole += len(unchanged(graph, dict(markers[first : first + AT_ONCE])))
        there = (graph.rows(COUNTS, {})[0]["count"], graph.rows(LINKS, {})[0]["count"])
        wanted = (bulk.files.written.nodes, bulk.files.written.relationships)
        if whole != len(markers) or there != wanted:
            raise GuapaiError(
                graph.name,
                Said(
                    "the import made {} nodes and {} relationships, {} of {} documents are whole",
                    there[0],
                    there[1],
                    whole,
                    len(markers),
                ),
                Said("{} nodes and {} relationships", wanted[0], wanted[1]),
                Said("guapai check says more; guapai load repairs"),
            )
