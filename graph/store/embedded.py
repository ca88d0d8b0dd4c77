"""The embedded store: KGLite, in process, a file with its write-ahead log beside it."""

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from graph.errors import ContentError, GuapaiError, NotThereError, RefusedError, UsageError, VersionError
from graph.installation import again
from graph.messages import remark
from graph.statement import Answer, Batch, NodeRow, RelationshipRow
from graph.store.embedded_files import files_told, refuse_other_kinds
from graph.store.embedded_plans import refuse_outside
from graph.store.protocol import DOCUMENT_COUNT, TIMEOUT_SECONDS, Counters
from graph.store.values import KGLITE_OWN, plain_value
from graph.version import SCHEMA_VERSION

LOG_ENDING = "-wal"
EMPTY_LOG = 40
EXPLAIN = "EXPLAIN "
COLUMN = re.compile(r"(?<= at line 1, col )\d+|(?<= at position )\d+")


class EmbeddedStore:
    """A KGLite file. Only one process may write it at a time; readers see what was saved."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self.name = f"embedded {path}"
        self.writable = write
        kglite.set_query_warning_policy("silent")
        self._graph = self._open_for_writing() if write else self._open_for_reading()
        if self._graph.schema_version > SCHEMA_VERSION:
            self.close()
            found = f"the graph has schema version {self._graph.schema_version}"
            raise VersionError(str(path), found, f"version {SCHEMA_VERSION} or older", again())

    def _open_for_writing(self) -> Any:
        refuse_other_kinds(self.path)
        try:
            with files_told(self.path):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                return kglite.open(str(self.path))
        except kglite.WriterLeaseHeldError as error:
            raise RefusedError(
                str(self.path),
                "another process is writing this graph",
                "one writer at a time",
                "wait, then run the same command again",
            ) from error
        except (kglite.FileError, kglite.KgError) as error:
            raise self._no_graph(error) from error

    def _open_for_reading(self) -> Any:
        refuse_other_kinds(self.path)
        if not os.path.exists(self.path):  # noqa: PTH110  a name that is too long is no file, too
            raise NotThereError(str(self.path), "there is no such file", "an embedded graph", "guapai load")
        log = self.path.with_name(self.path.name + LOG_ENDING)
        if log.exists() and log.stat().st_size > EMPTY_LOG:
            remark(f"{log}: a writer is at work or was killed; this reads what was saved before")
        try:
            return kglite.load(str(self.path))
        except (kglite.FileError, kglite.KgError) as error:
            raise self._no_graph(error) from error

    def _no_graph(self, error: Exception) -> GuapaiError:
        if not os.access(self.path.parent, os.R_OK):
            return NotThereError(
                str(self.path), "the folder cannot be read", "a folder of yours", "name another with --store"
            )
        first = str(error).splitlines()[0].partition("): ")[2][:120] or str(error)[:120]
        return ContentError(
            str(self.path),
            f"this is no embedded graph: {first}",
            "a file that guapai wrote",
            "name another file with --store",
        )

    def read(self, statement: str, parameters: Mapping[str, Any], *, timeout: float = TIMEOUT_SECONDS) -> Answer:
        """See Store.read; the plan comes from EXPLAIN, the transaction is read-only."""
        transaction = self._graph.begin_read()
        try:
            refuse_outside(statement, lambda text: _steps(transaction, text, parameters))
            result = transaction.cypher(statement, params=dict(parameters), timeout_ms=int(timeout * 1000))
            return _answer(result)
        except kglite.KgError as error:
            raise _query_error(error, len(EXPLAIN)) from error
        finally:
            transaction.rollback()

    def run_write(self, statement: str, parameters: Mapping[str, Any]) -> Answer:
        """See Store.run_write; the file is saved behind it."""
        with files_told(self.path):
            try:
                with self._graph.begin() as transaction:
                    answer = _answer(transaction.cypher(statement, params=dict(parameters)))
            except kglite.FileIoError:
                raise
            except kglite.KgError as error:
                raise _query_error(error) from error
            self._graph.save(str(self.path))
        return answer

    def write(self, batch: Batch) -> Counters:
        """See Store.write. A node whose first label changes is made anew with its relationships: the type of a
        KGLite node cannot change.
        """
        if not batch:
            return Counters()
        with files_told(self.path):
            return self._write(batch)

    def _write(self, batch: Batch) -> Counters:
        from graph.store import statements

        present = self.nodes(row.address for row in batch.put_nodes)
        new = [row for row in batch.put_nodes if row.key not in present]
        new_keys = {row.key for row in new}
        linked = {row.key for row in batch.put_relationships if new_keys.isdisjoint(row.ends)}
        changing = [
            present[row.key] for row in batch.put_nodes if row.key in present and present[row.key].labels != row.labels
        ]
        before = self._size()
        with self._graph.begin() as transaction:
            kept = self._relationships_at(transaction, [row.id for row in changing])
            labels = {row.id: row.labels[0] for row in batch.put_nodes}
            dropped = {row.id for row in batch.drop_nodes}
            steps = [
                *statements.drop_relationships(batch.drop_relationships),
                *statements.drop_nodes([*batch.drop_nodes, *changing]),
                *statements.new_nodes(new),
                *statements.create_nodes(row for row in batch.put_nodes if row.key in present),
                *statements.create_relationships(_moved(kept, labels, dropped, batch)),
                *statements.new_relationships(row for row in batch.put_relationships if row.key not in linked),
                *statements.create_relationships(row for row in batch.put_relationships if row.key in linked),
            ]
            for statement, rows in steps:
                transaction.cypher(statement, params={"rows": rows})
        if self._graph.schema_version != SCHEMA_VERSION:
            self._graph.set_schema_version(SCHEMA_VERSION)
        after = self._size()
        return Counters(
            nodes_created=max(0, after[0] - before[0]) + 0,
            nodes_deleted=len(batch.drop_nodes),
            relationships_created=max(0, after[1] - before[1]),
            relationships_deleted=len(batch.drop_relationships),
            properties_set=len(batch.put_nodes) + len(batch.put_relationships),
        )

    def _size(self) -> tuple[int, int]:
        nodes = self._graph.cypher("MATCH (node) RETURN count(node) AS count").to_list()
        links = self._graph.cypher("MATCH ()-[link]->() RETURN count(link) AS count").to_list()
        return nodes[0]["count"], links[0]["count"]

    def _relationships_at(self, transaction: Any, ids: list[str]) -> list[RelationshipRow]:
        from graph.store import statements

        if not ids:
            return []
        found: dict[tuple[str, str, str, str], RelationshipRow] = {}
        for kind in statements.own_types():
            text = (
                f"MATCH (origin)-[link:{kind}]->(target) WHERE origin.id IN $ids OR target.id IN $ids RETURN link, origin.id AS start, "
                "target.id AS finish, labels(origin) AS start_labels, labels(target) AS end_labels"
            )
            for row in transaction.cypher(text, params={"ids": ids}).to_list():
                one = _relationship_row(row)
                found[one.key] = one
        return [found[key] for key in sorted(found)]

    def prepare(self) -> None:
        """See Store.prepare: the properties of each label, and a unique id."""
        from graph.store import statements

        self._graph.define_schema({"nodes": {label: {"optional": names} for label, names in statements.declared()}})
        # In one transaction: the disk is waited for once, and not for each of them.
        with files_told(self.path), self._graph.begin() as transaction:
            for label in statements.own_labels():
                transaction.cypher(f"CREATE CONSTRAINT IF NOT EXISTS FOR (node:{label}) REQUIRE node.id IS UNIQUE")

    def is_empty(self) -> bool:
        """See Store.is_empty."""
        return bool(self.read(DOCUMENT_COUNT, {}).rows[0][0] == 0)

    def nodes(self, addresses: Iterable[tuple[str, str]]) -> dict[str, NodeRow]:
        """See Store.nodes."""
        from graph.store import statements

        rows: dict[str, NodeRow] = {}
        for label, ids in statements.ids_by_label(addresses):
            found = self._graph.cypher(statements.nodes_by_id(label), params={"ids": ids}).to_list()
            rows |= {one.key: one for one in (_node_row(row) for row in found)}
        return rows

    def document_nodes(self, document: str) -> list[NodeRow]:
        """See Store.document_nodes."""
        from graph.store import statements

        result = self._graph.cypher(statements.DOCUMENT_NODES, params={"document": document})
        return [_node_row(row) for row in result.to_list()]

    def document_relationships(self, document: str) -> list[RelationshipRow]:
        """See Store.document_relationships."""
        from graph.store import statements

        rows = []
        for kind in statements.own_types():
            result = self._graph.cypher(statements.relationships_of_document(kind), params={"document": document})
            rows += [_relationship_row(row) for row in result.to_list()]
        return rows

    def close(self) -> None:
        """See Store.close: a writer saves, so that readers see it, and gives back its lock.

        Each committed transaction is in the log before that: a killed process loses none of them.
        """
        if self.writable:
            with files_told(self.path):
                self._graph.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Where the disk is full, closing fails once more: the first error says why.
        with suppress(GuapaiError) if error else nullcontext():
            self.close()


def _steps(transaction: Any, text: str, parameters: Mapping[str, Any]) -> list[str]:
    """The steps of the plan of a statement."""
    plan = transaction.cypher(EXPLAIN + text, params=dict(parameters)).to_list()
    return [str(step.get("operation")) for step in plan]


def _answer(result: Any) -> Answer:
    columns = list(result.columns)
    rows = [[plain_value(row[column]) for column in columns] for row in result.to_list()]
    return Answer(columns, rows, list(result.warnings))


def _node_row(row: Mapping[str, Any]) -> NodeRow:
    node = row["node"]
    properties = {
        key: value for key, value in node["properties"].items() if key not in KGLITE_OWN and value is not None
    }
    return NodeRow(properties["id"], tuple(node["labels"]), properties)


def _relationship_row(row: Mapping[str, Any]) -> RelationshipRow:
    link = row["link"]
    properties = {key: value for key, value in link["properties"].items() if key != "type" and value is not None}
    start, end = row["start_labels"][0], row["end_labels"][0]
    return RelationshipRow(
        link["type"], row["start"], row["finish"], properties.get("document"), start, end, properties
    )


def _moved(
    kept: list[RelationshipRow], labels: Mapping[str, str], dropped: set[str], batch: Batch
) -> list[RelationshipRow]:
    """The relationships of nodes that are made anew, without those that the batch removes anyway."""
    from dataclasses import replace

    gone = {row.key for row in batch.drop_relationships}
    return [
        replace(
            row,
            start_label=labels.get(row.start, row.start_label),
            end_label=labels.get(row.end, row.end_label),
        )
        for row in kept
        if row.key not in gone and row.start not in dropped and row.end not in dropped
    ]


def _query_error(error: Exception, before: int = 0) -> GuapaiError:
    """What went wrong; `before` characters stood in front of the statement when the engine counted its columns."""
    text = str(error).splitlines()[0]
    text = COLUMN.sub(lambda found: str(max(1, int(found[0]) - before)), text)
    if missing := re.search(r"Missing parameter: \$(\w+)", text):
        name = missing[1]
        return UsageError("Cypher", f"parameter {name} is missing", f"a value for ${name}", f"-P {name}=VALUE")
    if isinstance(error, kglite.ReadOnlyError):
        return RefusedError("Cypher", "the statement writes", "a statement that only reads", "guapai cypher --write")
    if isinstance(error, kglite.CypherTimeoutError):
        return GuapaiError("Cypher", "the statement took too long", "an answer within the time limit", "ask for less")
    return UsageError("Cypher", text, "Cypher that the embedded engine runs", "guapai neo4j up, for all of Cypher")
