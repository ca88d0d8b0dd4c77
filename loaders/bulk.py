"""Records become the files of an import: what one transaction for each would write, sorted out beside the database.

What several documents say of one node is kept in a file until all of them are read, so that memory does not grow with the
country.
"""

import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import RefusedError
from graph.identity import document_id
from graph.said import Said
from graph.statement import NodeRow, RelationshipRow
from graph.store import held
from graph.store.import_files import ImportFiles
from graph.store.protocol import Counters
from loaders.batches import Prepared
from loaders.claims import is_claimed, shown
from loaders.load import Loaded, marked
from loaders.many import prepared
from loaders.refusals import size_of
from loaders.rows import Rows

TABLES = """
CREATE TABLE nodes (key TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID;
CREATE TABLE claims (key TEXT, row BLOB);
CREATE TABLE links (key TEXT PRIMARY KEY, row BLOB) WITHOUT ROWID;
"""


@dataclass
class Gathered:
    """What was read so far: the marker of each document, and the id under which each text stands."""

    markers: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


class Bulk:
    """Writes the files of an import into an empty folder; `add` each record, then `finish`."""

    def __init__(self, folder: Path) -> None:
        self.files = ImportFiles(folder)
        self.gathered = Gathered()
        self._beside = folder / "waiting.sqlite"
        self._waiting = sqlite3.connect(self._beside, isolation_level=None)
        try:
            self._waiting.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + TABLES + "BEGIN;")
        except sqlite3.Error:
            self.give_up()
            raise

    def add(self, path: Path) -> Loaded:
        """Take a record file. Raises as loading it into an empty graph would."""
        one = prepared(path)
        own_id = document_id(one.document)
        text = str(one.rows.nodes[own_id].properties["sha256"])
        self._refuse_twice(one, text)
        rows = marked(one.rows, own_id, None, {"record_sha256": one.marker, **size_of(one.rows)})
        self._take(rows)
        self.gathered.texts[text] = one.document
        self.gathered.markers[one.document] = one.marker
        return Loaded(one.document, "loaded", Counters(), *rows.size)

    def _refuse_twice(self, one: Prepared, text: str) -> None:
        if one.document in self.gathered.markers:
            raise RefusedError(
                one.where,
                Said("{} comes twice", repr(one.document)),
                Said("each document once"),
                Said("leave one of the two files out"),
            )
        if other := self.gathered.texts.get(text):
            raise RefusedError(
                one.where,
                Said("the same text is loaded as {}", repr(other)),
                Said("each text under one id"),
                Said("guapai forget {}, or give the record that name", other),
            )

    def _take(self, rows: Rows) -> None:
        plain = ((key, _packed(node)) for key, node in rows.nodes.items() if not is_claimed(node))
        claims = ((row.ends[0], _packed(row)) for row in rows.relationships.values() if row.type in held.CLAIMS)
        links = ((repr(row.key), _packed(row)) for row in rows.relationships.values() if not row.document)
        self._waiting.executemany("INSERT OR IGNORE INTO nodes VALUES (?, ?)", plain)
        self._waiting.executemany("INSERT INTO claims VALUES (?, ?)", claims)
        self._waiting.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", links)
        for row in rows.relationships.values():
            if row.document:
                self.files.put_relationship(row)

    def finish(self) -> None:
        """Write what waited, and the arguments of the import."""
        with closing(self._waiting):
            for node in self._nodes():
                self.files.put_node(node)
            for (packed,) in self._waiting.execute("SELECT row FROM links ORDER BY key"):
                self.files.put_relationship(_row(packed))
        self.files.put_schema()
        self.files.close()
        self._beside.unlink()

    def give_up(self) -> None:
        """Close what is open and leave the folder empty, so that the same command begins again."""
        self._waiting.close()
        self._beside.unlink(missing_ok=True)
        self.files.give_up()

    def _nodes(self) -> Iterator[NodeRow]:
        for (packed,) in self._waiting.execute("SELECT row FROM nodes ORDER BY key"):
            yield pickle.loads(packed)  # noqa: S301  written by us, a moment ago
        last, said = "", list[RelationshipRow]()
        for key, packed in self._waiting.execute("SELECT key, row FROM claims ORDER BY key"):
            if said and key != last:
                yield shown(said[0].start, said)
                said = []
            last = key
            said.append(_row(packed))
        if said:
            yield shown(said[0].start, said)


def _packed(row: NodeRow | RelationshipRow) -> bytes:
    return pickle.dumps(row, pickle.HIGHEST_PROTOCOL)


def _row(packed: bytes) -> RelationshipRow:
    row: RelationshipRow = pickle.loads(packed)  # noqa: S301  written by us, a moment ago
    return row
