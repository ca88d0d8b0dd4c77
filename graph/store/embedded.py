"""The embedded store: KGLite, in process, a file with its write-ahead log beside it."""

import os
import re
import shutil
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from graph.errors import ContentError, GuapaiError, NotThereError, RefusedError, UnwritableError, UsageError
from graph.messages import remark
from graph.said import Said
from graph.statement import Answer
from graph.store import statements
from graph.store.embedded_columns import columns_of, columns_of_csv
from graph.store.embedded_files import files_told, log_of, nothing_left, refuse_other_kinds, remove_beside, saving_told
from graph.store.embedded_forms import quicker
from graph.store.embedded_plans import refuse_outside
from graph.store.embedded_writing import EmbeddedTransaction, plain_rows
from graph.store.given import refuse_values
from graph.store.protocol import DOCUMENT_COUNT, MAX_ROWS, TIMEOUT_SECONDS, Joined, Result, Transaction, cut_off
from graph.store.values import listed, plain_value
from graph.store.versions import refuse_version
from graph.version import SCHEMA_VERSION

EMPTY_LOG = 8  # bytes of a log without a transaction, at most: its head takes five, the least that follows twelve
LARGE_LOG = 16 << 20  # bytes of a log behind which the graph is saved while it is still being loaded
TOGETHER = 10  # documents of one transaction: of fifty, the engine copies the graph
ENOUGH = 256  # documents of a graph, of which a transaction of one more copies as much as is worth a tenth of its time
EXPLAIN = "EXPLAIN "
TOO_MUCH = ("max_work_units", "safety limit", "safety ceiling")  # what the engine says of its own limits
CUT = "truncated by row_limit"
COLUMN = re.compile(r"(?<= at line 1, col )\d+|(?<= at position )\d+")


class EmbeddedStore:
    """A KGLite file. Only one process may write it at a time; readers see what was saved."""

    actors = statements.ANY_ACTOR

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self.name: str = Said("embedded {}", path)
        self.writable = write
        self._unwritable: UnwritableError | None = None
        self._written = False  # has a transaction brought anything in?
        self._saved_at_all = os.path.exists(path)  # noqa: PTH110  a name that is too long is no file, too
        kglite.set_query_warning_policy("silent")
        self._graph = self._open_for_writing() if write else self._open_for_reading()
        self._opened_with = self.schema_version()
        version = self._opened_with or SCHEMA_VERSION
        if version > SCHEMA_VERSION or (version < SCHEMA_VERSION and not write):
            self.close()
            refuse_version(str(path), version)

    def _open_for_writing(self) -> Any:
        refuse_other_kinds(self.path)
        try:
            with files_told(self.path), nothing_left(self.path):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                return kglite.open(str(self.path), auto_checkpoint_wal_mib=0)  # see `_save_between`
        except kglite.WriterLeaseHeldError as error:
            raise RefusedError(
                str(self.path),
                Said("another process is writing this graph"),
                Said("one writer at a time"),
                Said("wait, then run the same command again"),
            ) from error
        except (kglite.FileError, kglite.KgError) as error:
            raise self._no_graph(error) from error

    def _open_for_reading(self) -> Any:
        refuse_other_kinds(self.path)
        if not os.path.exists(self.path):  # noqa: PTH110  a name that is too long is no file, too
            raise NotThereError(
                str(self.path), Said("there is no such file"), Said("an embedded graph"), Said("guapai load")
            )
        if self._has_log():
            remark(Said("{}: a writer is at work or was killed; this reads what was saved before", log_of(self.path)))
        try:
            with warnings.catch_warnings(action="ignore"):  # it says of the log what is said above
                # Ids are found without the declared indexes, which cost a tenth of the time.
                return kglite.load(str(self.path), defer_index_rebuild=True)
        except (kglite.FileError, kglite.KgError) as error:
            raise self._no_graph(error) from error

    def _no_graph(self, error: Exception) -> GuapaiError:
        if not os.access(self.path.parent, os.R_OK):
            return NotThereError(
                str(self.path),
                Said("the folder cannot be read"),
                Said("a folder of yours"),
                Said("name another with --store"),
            )
        first = str(error).splitlines()[0].partition("): ")[2][:120] or str(error)[:120]
        return ContentError(
            str(self.path),
            Said("this is no embedded graph: {}", first),
            Said("a file that guapai wrote"),
            Said("name another file with --store"),
        )

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Any],
        *,
        timeout: float = TIMEOUT_SECONDS,
        rows: int | None = None,
    ) -> Answer:
        """See Store.read; the plan comes from EXPLAIN, the transaction is read-only."""
        refuse_values(statement, parameters)
        statement = quicker(statement, parameters)
        limits = {} if rows is None else {"row_limit": rows, "max_work_units": MAX_ROWS}
        transaction = self._graph.begin_read()
        try:
            refuse_outside(statement, lambda text: _steps(transaction, text, parameters))
            result = transaction.cypher(statement, params=dict(parameters), timeout_ms=int(timeout * 1000), **limits)
            return _answer(result, rows)
        except kglite.KgError as error:
            raise _query_error(error, len(EXPLAIN)) from error
        finally:
            transaction.rollback()

    def run_write(self, statement: str, parameters: Mapping[str, Any]) -> Answer:
        """See Store.run_write; the file is saved behind it."""
        refuse_values(statement, parameters)
        with files_told(self.path):
            try:
                with self._graph.begin() as transaction:
                    answer = _answer(transaction.cypher(statement, params=dict(parameters)))
                self._written = True
            except kglite.FileIoError:
                raise
            except kglite.KgError as error:
                raise _query_error(error) from error
            self._save()
        return answer

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """See Asked.rows."""
        return plain_rows(self._graph.cypher(text, params=dict(parameters)))

    def columns(
        self, text: str, parameters: Mapping[str, Any], *, as_text: bool = False
    ) -> Iterator[dict[str, Sequence[Any]]]:
        """See Store.columns; texts cost two thirds of what values do."""
        if as_text:
            yield from columns_of_csv(self._graph.cypher(f"{text} FORMAT CSV", params=dict(parameters)))
        else:
            yield from columns_of(self._graph.cypher(text, params=dict(parameters)))

    def in_use(self) -> Mapping[str, Joined]:
        """See Store.in_use; the engine keeps count."""
        found = self._graph.schema()["connection_types"].items()
        return {kind: Joined(one["properties"].keys(), one["source_types"], one["target_types"]) for kind, one in found}

    def change(self, work: Callable[[Transaction], Result], *, carrying: bool = False) -> Result:
        """See Store.change; no other process writes this file meanwhile."""
        if carrying:
            self._declare()
        else:
            refuse_version(self.name, self.schema_version() or SCHEMA_VERSION)
        with self._refused_once(), self._graph.begin() as transaction:
            result = work(EmbeddedTransaction(transaction))
        self._written = True
        self._save_between()
        if carrying:
            self._graph.set_schema_version(SCHEMA_VERSION)
        return result

    @contextmanager
    def _refused_once(self) -> Iterator[None]:
        """What the disk refuses once is refused for good: from then on the engine shows what it could not write."""
        if self._unwritable:
            raise self._unwritable
        try:
            with files_told(self.path):
                yield
        except UnwritableError as error:
            self._unwritable = error
            raise

    def _save_between(self) -> None:
        """Save when the log has grown: what is done behind a transaction takes a third of the memory of what is done in one."""
        if self._log_size() > LARGE_LOG:
            with self._refused_once():
                self._save()

    def _save(self) -> None:
        """Save in the form that is packed: the other one, which can be mapped, takes as much again as the graph while it is written."""
        kglite.trim_memory()  # what transactions left is given back first: saving needs a third of the graph again
        with saving_told(self.path):
            self._graph.save(str(self.path), layout="compact")

    def keep_copy(self) -> Path:
        """The file as it is, kept beside itself as `.1.kgl`; the path of the copy, made the first time only."""
        with files_told(self.path):
            self._save()
            copy = self.path.with_suffix(f".1{self.path.suffix}")
            if not copy.exists():
                shutil.copyfile(self.path, copy)
        return copy

    def documents_at_once(self, asked: int | None) -> int:
        """See Store.documents_at_once: each transaction copies columns, which grow with the graph, so that its documents grow, too."""
        if asked is None:
            asked = (
                1
                + int(self.rows("MATCH (document:Document) RETURN count(document) AS count", {})[0]["count"]) // ENOUGH
            )
        return min(asked, TOGETHER)

    def schema_version(self) -> int | None:
        """See Store.schema_version."""
        return int(self._graph.schema_version) or None

    def prepare(self) -> None:
        """See Store.prepare: the properties of each label, and a unique id."""
        refuse_version(self.name, self.schema_version() or SCHEMA_VERSION)
        self._declare()
        # In one transaction: the disk is waited for once, and not for each of them.
        with files_told(self.path), self._graph.begin() as transaction:
            for label in statements.own_labels():
                transaction.cypher(f"CREATE CONSTRAINT IF NOT EXISTS FOR (node:{label}) REQUIRE node.id IS UNIQUE")
            transaction.cypher("CREATE INDEX IF NOT EXISTS FOR (node:Document) ON (node.sha256)")
        if self._graph.schema_version != SCHEMA_VERSION:
            self._graph.set_schema_version(SCHEMA_VERSION)

    def _declare(self) -> None:
        self._graph.define_schema({"nodes": {label: {"optional": names} for label, names in statements.declared()}})

    def is_empty(self) -> bool:
        """See Store.is_empty."""
        return bool(self.read(DOCUMENT_COUNT, {}).rows[0][0] == 0)

    def close(self) -> None:
        """See Store.close: a writer saves, so that readers see it, and gives back its lock.

        Each committed transaction is in the log before that: a killed process loses none of them. Where the log holds
        none, the file is left as it is: saving costs as much as the whole graph is large.
        """
        if not self.writable:
            return
        with files_told(self.path):
            try:
                if not self._unwritable and (
                    not self._saved_at_all or self._opened_with != self.schema_version() or self._has_log()
                ):
                    self._save()
            finally:
                if not (self._saved_at_all or self._written):
                    remove_beside(self.path)
                self._graph.__exit__(GuapaiError, None, None)  # what the engine calls ending without a save

    def _has_log(self) -> bool:
        """Are there transactions that the file does not hold?"""
        return self._log_size() > EMPTY_LOG

    def _log_size(self) -> int:
        log = log_of(self.path)
        return log.stat().st_size if log.exists() else 0

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


def _answer(result: Any, rows: int | None = None) -> Answer:
    """The rows of a result with its warnings; where it was cut, the engine's word for that becomes ours."""
    columns = list(result.columns)
    found = [[plain_value(row[column]) for column in columns] for row in listed(result)]
    notes = [cut_off(rows or 0) if CUT in note else note for note in result.warnings]
    return Answer(columns, found, notes)


def _query_error(error: Exception, before: int = 0) -> GuapaiError:
    """What went wrong; `before` characters stood in front of the statement when the engine counted its columns."""
    text = str(error).splitlines()[0]
    text = COLUMN.sub(lambda found: str(max(1, int(found[0]) - before)), text)
    if missing := re.search(r"Missing parameter: \$(\w+)", text):
        name = missing[1]
        return UsageError(
            "Cypher", Said("parameter {} is missing", name), Said("a value for ${}", name), Said("-P {}=VALUE", name)
        )
    if isinstance(error, kglite.ReadOnlyError):
        return RefusedError(
            "Cypher", Said("the statement writes"), Said("a statement that only reads"), Said("guapai cypher --write")
        )
    if isinstance(error, kglite.CypherTimeoutError):
        return RefusedError(
            "Cypher", Said("the statement took too long"), Said("an answer within the time limit"), Said("ask for less")
        )
    if any(word in text for word in TOO_MUCH):
        found = Said("the statement makes too many rows, or too long lists")
        return RefusedError(
            "Cypher", found, Said("{} at most", MAX_ROWS), Said("ask for less: LIMIT, or more in WHERE")
        )
    return UsageError(
        "Cypher", text, Said("Cypher that the embedded engine runs"), Said("guapai neo4j up, for all of Cypher")
    )
