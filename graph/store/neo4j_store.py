"""The reference store: any Neo4j that a URI names, through the official driver."""

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any, LiteralString, Self, TypeVar, cast

import neo4j
from neo4j import READ_ACCESS, WRITE_ACCESS, GraphDatabase, Query
from neo4j.exceptions import DriverError, Neo4jError, TransientError

from graph.errors import GuapaiError, RefusedError, UnreachableError, VersionError
from graph.schema import NODE_BY_LABEL
from graph.settings import Settings
from graph.statement import Answer, Batch, NodeRow, RelationshipRow
from graph.store import indexes, statements
from graph.store.neo4j_errors import OLDEST, SUPPORTED, checked_address, explained, outcome_unknown, unrouted
from graph.store.neo4j_plans import refuse_writing
from graph.store.neo4j_values import node_row, plain_value, relationship_row
from graph.store.protocol import DOCUMENT_COUNT, TIMEOUT_SECONDS, Counters

CONNECT_SECONDS = 5.0
DEADLOCK_TRIES = 5
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what the driver has to say is in the errors
Result = TypeVar("Result")


class Neo4jStore:
    """A database of a Neo4j server, a cluster or Aura. Opening it logs in, once."""

    def __init__(self, uri: str, settings: Settings, *, write: bool) -> None:
        self.uri = checked_address(uri)
        self.name = f"neo4j {self.uri}"
        self.writable = write
        self._database = settings.neo4j_database
        password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
        login = (settings.neo4j_username, password) if password else None
        self._driver = _driver(self.uri, login)
        try:
            self._login()
        except UnreachableError:
            self._driver.close()
            if self.uri.startswith("neo4j"):
                self._say_why_not_routed(login)
            raise
        except GuapaiError:
            self._driver.close()
            raise

    def _say_why_not_routed(self, login: tuple[str, str] | None) -> None:
        """Raise what the server says when it is asked directly: routing hides it."""
        with _driver("bolt" + self.uri.removeprefix("neo4j"), login) as driver:
            try:
                driver.verify_connectivity()
            except (Neo4jError, DriverError) as error:
                raise explained(error, self.name) from error
        raise unrouted(self.name)

    def _login(self) -> None:
        agent = self._ask(lambda session: session.run("RETURN 1").consume()).server.agent
        version = tuple(
            int(part) for part in str(agent).partition("/")[2].split("-")[0].split(".")[:2] if part.isdigit()
        )
        if not str(agent).startswith("Neo4j/"):
            raise VersionError(
                self.name, f"the server calls itself {agent}", "a Neo4j server", "set NEO4J_URI to a Neo4j server"
            )
        if version < OLDEST:
            raise VersionError(self.name, f"the server is {agent}", SUPPORTED, "guapai neo4j up starts one that works")

    def _ask(self, work: Callable[[neo4j.Session], Result], *, write: bool = False) -> Result:
        access = WRITE_ACCESS if write else READ_ACCESS
        try:
            with self._driver.session(database=self._database, default_access_mode=access) as session:
                return work(session)
        except (Neo4jError, DriverError) as error:
            raise explained(error, self.name) from error

    def read(self, statement: str, parameters: Mapping[str, Any], *, timeout: float = TIMEOUT_SECONDS) -> Answer:
        """See Store.read; the plan comes from EXPLAIN, the READ transaction is rolled back."""

        def work(session: neo4j.Session) -> Answer:
            with session.begin_transaction(timeout=timeout) as transaction:
                plan = transaction.run(_text("EXPLAIN " + statement), dict(parameters)).consume()
                refuse_writing(plan)
                answer = _answer(transaction.run(_text(statement), dict(parameters)))
                transaction.rollback()
            return answer

        return self._ask(work)

    def run_write(self, statement: str, parameters: Mapping[str, Any]) -> Answer:
        """See Store.run_write."""

        def work(session: neo4j.Session) -> Answer:
            return _answer(session.run(Query(_text(statement), timeout=TIMEOUT_SECONDS), dict(parameters)))

        return self._ask(work, write=True)

    def write(self, batch: Batch) -> Counters:
        """See Store.write; a deadlock is tried again, an outcome that nobody knows is said."""
        if not batch:
            return Counters()
        for attempt in range(DEADLOCK_TRIES):
            try:
                with self._driver.session(database=self._database, default_access_mode=WRITE_ACCESS) as session:
                    return self._write_once(session, batch)
            except TransientError as error:
                if "Deadlock" not in (error.code or "") or attempt == DEADLOCK_TRIES - 1:
                    raise explained(error, self.name) from error
                time.sleep(0.03 * (attempt + 1))
            except (Neo4jError, DriverError) as error:
                raise explained(error, self.name) from error
        raise AssertionError("unreachable")

    def _write_once(self, session: neo4j.Session, batch: Batch) -> Counters:
        changing = self._relabelled(batch)
        steps = [
            *statements.drop_relationships(map(_by_common_labels, batch.drop_relationships)),
            *statements.drop_nodes(batch.drop_nodes),
            *(statements.relabel(old, new) for old, new in changing),
            *statements.create_nodes(batch.put_nodes),
            *statements.create_relationships(map(_by_common_labels, batch.put_relationships)),
        ]
        with session.begin_transaction(timeout=TIMEOUT_SECONDS) as transaction:
            counted = [transaction.run(_text(text), {"rows": rows}).consume().counters for text, rows in steps]
            try:
                transaction.commit()
            except (Neo4jError, DriverError) as error:
                raise outcome_unknown(error, self.name) from error
        return Counters(
            *(
                sum(getattr(one, name) for one in counted)
                for name in (
                    "nodes_created",
                    "nodes_deleted",
                    "relationships_created",
                    "relationships_deleted",
                    "properties_set",
                )
            )
        )

    def _relabelled(self, batch: Batch) -> list[tuple[NodeRow, NodeRow]]:
        present = self.nodes(row.address for row in batch.put_nodes if row.labels[-1] == "Organization")
        return [
            (present[row.key], row)
            for row in batch.put_nodes
            if row.key in present and present[row.key].labels[0] != row.labels[0]
        ]

    def prepare(self) -> None:
        """See Store.prepare: constraints and indexes; a database with foreign nodes under our labels is refused."""
        self._refuse_foreign()
        wanted = indexes.missing(self._rows(indexes.KNOWN, {}))
        if wanted:
            self._ask(lambda session: _run_together(session, wanted), write=True)
            self._ask(lambda session: session.run("CALL db.awaitIndexes(60)").consume())
            self._refuse_displaced()

    def _refuse_displaced(self) -> None:
        """The server says nothing where IF NOT EXISTS finds another index with the same name or schema."""
        for text in indexes.missing(self._rows(indexes.KNOWN, {})):
            raise RefusedError(
                self.name,
                "another index is in the place of one of ours",
                text,
                "DROP INDEX for the one that is not ours",
            )

    def _refuse_foreign(self) -> None:
        for label in ("Organization", *statements.own_labels()):
            text = f"MATCH (node:{label}) WHERE node.documents IS NULL RETURN count(node) AS count"
            count = self._rows(text, {})[0]["count"]
            if count:
                found = f"{count} nodes with the label {label} are not ours"
                raise RefusedError(
                    self.name, found, "a database of our own, or one without our labels", "NEO4J_DATABASE=another"
                )

    def is_empty(self) -> bool:
        """See Store.is_empty."""
        return bool(self.read(DOCUMENT_COUNT, {}).rows[0][0] == 0)

    def nodes(self, addresses: Iterable[tuple[str, str]]) -> dict[str, NodeRow]:
        """See Store.nodes."""
        rows: dict[str, NodeRow] = {}
        for label, ids in statements.ids_by_label(addresses):
            found = self._rows(statements.nodes_by_id(label), {"ids": ids})
            rows |= {one.key: one for one in (node_row(row["node"]) for row in found)}
        return rows

    def document_nodes(self, document: str) -> list[NodeRow]:
        """See Store.document_nodes."""
        rows = []
        for label in ("Organization", *statements.own_labels()[10:]):
            text = f"MATCH (node:{label}) WHERE $document IN node.documents RETURN node"
            rows += [node_row(one["node"]) for one in self._rows(text, {"document": document})]
        return rows

    def document_relationships(self, document: str) -> list[RelationshipRow]:
        """See Store.document_relationships."""
        rows = []
        for kind in statements.own_types():
            found = self._rows(statements.relationships_of_document(kind), {"document": document})
            rows += [relationship_row(one) for one in found]
        return rows

    def _rows(self, text: str, parameters: dict[str, Any]) -> list[neo4j.Record]:
        return self._ask(lambda session: list(session.run(Query(_text(text), timeout=TIMEOUT_SECONDS), parameters)))

    def close(self) -> None:
        """See Store.close."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _driver(uri: str, login: tuple[str, str] | None) -> neo4j.Driver:
    try:
        return GraphDatabase.driver(
            uri,
            auth=login,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=CONNECT_SECONDS * 2,
            max_transaction_retry_time=CONNECT_SECONDS,
            notifications_min_severity="OFF",
            user_agent="guapai/0.1",
        )
    except (neo4j.exceptions.ConfigurationError, ValueError) as error:
        raise UnreachableError(
            uri, type(error).__name__, "an address such as bolt://host:7687", "set NEO4J_URI"
        ) from error


def _by_common_labels(row: RelationshipRow) -> RelationshipRow:
    """The row with ends that are looked for by the label all actors have: fewer statements, the same seeks."""
    start, end = (NODE_BY_LABEL[label].labels()[-1] for label in (row.start_label, row.end_label))
    return replace(row, start_label=start, end_label=end)


def _run_together(session: neo4j.Session, texts: list[str]) -> None:
    """Several statements in one transaction: a schema is there as a whole or not at all."""
    with session.begin_transaction(timeout=TIMEOUT_SECONDS) as transaction:
        for text in texts:
            transaction.run(_text(text)).consume()
        transaction.commit()


def _text(statement: str) -> LiteralString:
    """A statement for the driver: a user's own, a stored query, or one made from the closed list of labels and types."""
    return cast(LiteralString, statement)  # type: ignore[redundant-cast]  # pyright tells them apart


def _answer(result: neo4j.Result) -> Answer:
    columns = list(result.keys())
    return Answer(columns, [[plain_value(value) for value in record.values()] for record in result])
