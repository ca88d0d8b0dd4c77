"""A part of a store as a folder of files that `neo4j-admin database import` reads.

Unlike other exports it holds the version of the schema and the index of names, so that the database that is made of it is one
in which names are found; of the whole graph it is the graph as one load after the other makes it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import RefusedError
from graph.export.parts import Part
from graph.export.streamed import Size
from graph.messages import remark
from graph.said import Said
from graph.schema import NODE_BY_LABEL, RELATIONSHIP_BY_TYPE
from graph.statement import NodeRow, RelationshipRow
from graph.store.import_files import ARGUMENTS, ImportFiles, fits
from graph.system_errors import not_written
from graph.writing import check_target, refuse_stdout

OURS = ("nodes-*.csv", "relationships-*.csv", ARGUMENTS)
FOLDER = Said("an empty or a new folder")


def check_folder(folder: Path, *, force: bool = False) -> None:
    """Raise before anything is asked: NotThereError where the folder around it is missing, RefusedError for what is no folder
    and for one that is not empty, unless `force` may replace an earlier export.
    """
    refuse_stdout(folder, expected=Said("a folder"))
    if not folder.is_dir():
        check_target(folder, force=True)
        if os.path.lexists(folder):
            raise RefusedError(
                str(folder), Said("this is no folder"), Said("a folder"), Said("name another with {}", "-o")
            )
        return
    there = {path.name for path in folder.iterdir()}
    if there and not force:
        raise RefusedError(str(folder), Said("the folder is not empty"), FOLDER, Said("write over it: --force"))
    if there - {path.name for pattern in OURS for path in folder.glob(pattern)}:
        raise RefusedError(
            str(folder), Said("the folder holds other files"), FOLDER, Said("name another with {}", "-o")
        )


def write_folder(part: Part, folder: Path, *, force: bool = False) -> Size:
    """Write the files; the folder is whole or as it was. Raises what `check_folder` raises, and RefusedError for a full disk."""
    check_folder(folder, force=force)
    with _aside(folder) as place:
        writing = _Writing(ImportFiles(place), part)
        writing.files.put_schema()
        for nodes in part.nodes():
            for own_id, data in nodes.rows():
                writing.put_node(own_id, data)
        for links in part.links():
            for start, end, _, data in links.rows():
                writing.put_link(start, end, data)
        size = Size(writing.files.written.nodes, writing.files.written.relationships)
        writing.put_names()
        writing.files.close()
    if writing.left_out:
        remark(Said("{} values are not of the type that the schema says: they are left out", writing.left_out))
    return size


@dataclass
class _Writing:
    files: ImportFiles
    part: Part
    left_out: int = 0

    def put_node(self, own_id: str, data: Mapping[str, Any]) -> None:
        labels = tuple(data["labels"])
        said = {name: value for name, value in data.items() if name != "labels"}
        self.files.put_node(NodeRow(own_id, labels, {"id": own_id, **self._fitting(NODE_BY_LABEL[labels[0]], said)}))

    def put_link(self, start: str, end: str, data: Mapping[str, Any]) -> None:
        said = {name: value for name, value in data.items() if name != "type"}
        fitting = self._fitting(RELATIONSHIP_BY_TYPE[data["type"]], said)
        self.files.put_relationship(RelationshipRow(data["type"], start, end, None, "", "", fitting))

    def put_names(self) -> None:
        """The names under which nodes of the part are found."""
        seen: set[str] = set()
        for row in self.part.names():
            if row["name"] not in seen:
                seen.add(row["name"])
                self.files.put_node(NodeRow(row["name"], ("Name",), {"id": row["name"], "name": row["name"]}))
            said = {} if row["document"] is None else {"document": row["document"]}
            self.files.put_relationship(RelationshipRow("NAMES", row["name"], row["finish"], None, "Name", "", said))

    def _fitting(self, kind: type[Any], said: Mapping[str, Any]) -> dict[str, Any]:
        """What the columns of such a thing can hold; somebody may have set another value."""
        held = {name: value for name, value in said.items() if fits(kind, name, value)}
        self.left_out += len(said) - len(held)
        return held


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A new folder beside one, which takes its place in the end; whatever fails leaves all as it was."""
    try:
        with tempfile.TemporaryDirectory(dir=folder.absolute().parent, suffix=".part") as name:
            new, old = Path(name) / "new", Path(name) / "old"
            new.mkdir()
            yield new
            if folder.is_dir():
                shutil.move(folder.resolve(), old)
            shutil.move(new, folder.resolve())
    except OSError as error:
        raise not_written(error, str(folder)) from error
