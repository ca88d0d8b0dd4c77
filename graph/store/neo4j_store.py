"""The reference store: any Neo4j that a URI names, through the official driver."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import TracebackType
from typing import Any, LiteralString, Self, TypeVar, cast

import neo4j
from neo4j import READ_ACCESS, WRITE_ACCESS, GraphDatabase, Query
from neo4j.exceptions import DriverError, Neo4jError, WriteServiceUnavailable

from graph.errors import GuapaiError, RefusedError, UnreachableError, UsageError, VersionError
from graph.said import Said
from graph.settings import Settings
from graph.statement import Answer
from graph.store import indexes, statements
from graph.store.address import checked_address, refuse_plain_password
from graph.store.given import refuse_values
from graph.store.neo4j_calls import SilentError, watched
from graph.store.neo4j_errors import OLDEST, SUPPORTED, explained, outcome_unknown, unplanned, unrouted
from graph.store.neo4j_hosts import resolver
from graph.store.neo4j_notes import HEARING, notes
from graph.store.neo4j_plans import asks_for_plan, plan_of, refuse_writing
from graph.store.neo4j_writing import Neo4jTransaction, answer_of, in_transaction, patiently, plain_rows
from graph.store.open_filters import decided
from graph.store.protocol import DOCUMENT_COUNT, TIMEOUT_SECONDS, Transaction
from graph.store.unheld import unheld_value
from graph.store.versions import refuse_version
from graph.version import SCHEMA_VERSION

CONNECT_SECONDS = 5.0  # for a connection and the login
ANSWER_SECONDS = 10.0  # for both and the first answer, which a server that has just started thinks about
SYSTEM = "system"  # the database in which a server keeps its users and databases
PLAN_SECONDS = 30.0  # for a plan, which a server that is busy makes in some seconds
SHORT = 0.3  # seconds for a second try behind that
AT_ONCE = 5_000  # rows of columns
TOGETHER = 1_000  # documents of one transaction
Result = TypeVar("Result")


class Neo4jStore:
    """A database of a Neo4j server, a cluster or Aura. Opening it logs in, once."""

    actors = "Organization"

    def __init__(self, uri: str, settings: Settings, *, write: bool) -> None:
        self.uri = checked_address(uri)
        self.name = f"neo4j {self.uri}"
        self.writable = write
        self._database = settings.neo4j_database
        self._session: dict[str, Any] = {"database": self._database}
        if self.uri.startswith("neo4j"):
            self._session["bookmark_manager"] = _bookmarks(self.uri, self._database)
        if (self._database or "").lower() == SYSTEM:
            raise UsageError(
                "NEO4J_DATABASE",
                Said("{} holds no graph", SYSTEM),
                Said("a database for graphs, such as neo4j"),
                "NEO4J_DATABASE=neo4j",
            )
        password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
        login = (settings.neo4j_username, password) if password else None
        if login:
            refuse_plain_password(self.uri, insecure=settings.insecure)
        self._driver = _driver(self.uri, login, insecure=settings.insecure)
        until = time.monotonic() + CONNECT_SECONDS
        try:
            self._login()
            self._refuse_version(write)
        except UnreachableError:
            self._driver.close()
            if self.uri.startswith("neo4j"):
                self._say_why_not_routed(login, until, insecure=settings.insecure)
            raise
        except Exception:
            self._driver.close()
            raise

    def _say_why_not_routed(self, login: tuple[str, str] | None, until: float, *, insecure: bool) -> None:
        """Raise what the server says when it is asked directly: routing hides it."""
        left = max(SHORT, until - time.monotonic())
        direct = "bolt" + self.uri.removeprefix("neo4j")
        with _driver(direct, login, insecure=insecure, seconds=left) as driver:
            try:
                with watched(driver, left):
                    driver.verify_connectivity()
            except (Neo4jError, DriverError) as error:
                raise explained(error, self.name) from error
        raise unrouted(self.name)

    def _login(self) -> None:
        try:
            answer = self._in_session(
                lambda session: session.run("RETURN 1").consume(), write=False, seconds=ANSWER_SECONDS
            )
        except (Neo4jError, DriverError) as error:
            raise explained(error, self.name) from error
        agent = answer.server.agent
        version = tuple(
            int(part) for part in str(agent).partition("/")[2].split("-")[0].split(".")[:2] if part.isdigit()
        )
        if not str(agent).startswith("Neo4j/"):
            raise VersionError(
                self.name,
                Said("the server calls itself {}", agent),
                Said("a Neo4j server"),
                Said("set NEO4J_URI to a Neo4j server"),
            )
        if version < OLDEST:
            raise VersionError(
                self.name, Said("the server is {}", agent), SUPPORTED, Said("guapai neo4j up starts one that works")
            )

    def _refuse_version(self, write: bool) -> None:
        """An older graph may be opened for writing only: it is carried over then."""
        version = self.schema_version() or SCHEMA_VERSION
        if version > SCHEMA_VERSION or not write:
            refuse_version(self.name, version)

    def _ask(
        self, work: Callable[[neo4j.Session], Result], *, write: bool = False, seconds: float | None = None
    ) -> Result:
        return patiently(lambda: self._in_session(work, write=write, seconds=seconds), self.name)

    def _in_session(
        self, work: Callable[[neo4j.Session], Result], *, write: bool, seconds: float | None = None
    ) -> Result:
        access = {"default_access_mode": WRITE_ACCESS} if write else {"default_access_mode": READ_ACCESS, **HEARING}
        with (
            watched(self._driver, seconds or TIMEOUT_SECONDS),
            self._driver.session(**self._session, **access) as session,
        ):
            return work(session)

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Any],
        *,
        timeout: float = TIMEOUT_SECONDS,
        rows: int | None = None,
    ) -> Answer:
        """See Store.read; the plan comes from EXPLAIN, the READ transaction is rolled back."""
        refuse_values(statement, parameters)
        statement = decided(statement, parameters)
        until = time.monotonic() + timeout
        plan = self._plan(statement, parameters, timeout)
        refuse_writing(plan)
        left = max(SHORT, until - time.monotonic())

        def work(session: neo4j.Session) -> Answer:
            with session.begin_transaction(timeout=left) as transaction:
                answer = answer_of(transaction.run(_text(statement), dict(parameters)), rows)
                transaction.rollback()
            return Answer(answer.columns, answer.rows, [*notes(plan), *answer.notes])

        return self._ask(work, seconds=left)

    def _plan(self, statement: str, parameters: Mapping[str, Any], seconds: float) -> neo4j.ResultSummary:
        """What the server would do. Raises UsageError where it stumbles: nothing has run yet, so that it is the statement.

        Over a text with too many levels a server stumbles without a word, and is well when it is asked something else.
        """
        try:
            return self._ask(
                lambda session: plan_of(session, statement, parameters), seconds=min(seconds, PLAN_SECONDS)
            )
        except UnreachableError as error:
            if not isinstance(error.__cause__, SilentError) or not self._is_well():
                raise
            raise unplanned() from error

    def _is_well(self) -> bool:
        """Does the server answer when it is asked something else?"""
        try:
            self._login()
        except GuapaiError:
            return False
        return True

    def run_write(self, statement: str, parameters: Mapping[str, Any]) -> Answer:
        """See Store.run_write; a deadlock is tried again, and where the answer cannot be handed over nothing is written."""
        refuse_values(statement, parameters)
        if not asks_for_plan(statement):
            self._plan(statement, parameters, TIMEOUT_SECONDS)

        def written() -> Answer:
            with watched(self._driver, TIMEOUT_SECONDS):
                session = self._driver.session(**self._session, default_access_mode=WRITE_ACCESS)
                return in_transaction(session, self.name, lambda one: one.answer(statement, parameters))

        try:
            return patiently(written, self.name)
        except GuapaiError as error:
            if "TransactionStartFailed" not in (getattr(error.__cause__, "code", None) or ""):
                raise
        return self._in_transactions(statement, parameters)

    def _in_transactions(self, statement: str, parameters: Mapping[str, Any]) -> Answer:
        """Run a statement that begins and ends transactions itself."""

        def work(session: neo4j.Session) -> Answer:
            result = session.run(Query(_text(statement), timeout=TIMEOUT_SECONDS), dict(parameters))
            try:
                return answer_of(result)
            except UsageError as error:
                result.consume()
                raise unheld_value(written=True) from error

        def written() -> Answer:
            try:
                return self._in_session(work, write=True)
            except DriverError as error:
                if WriteServiceUnavailable in (type(error), type(error.__cause__)):  # no member took it
                    raise
                raise outcome_unknown(error, self.name) from error

        return patiently(written, self.name)

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """See Asked.rows."""
        query = Query(_text(text), timeout=TIMEOUT_SECONDS)
        return self._ask(lambda session: plain_rows(session.run(query, dict(parameters))))

    def columns(
        self,
        text: str,
        parameters: Mapping[str, Any],
        *,
        as_text: bool = False,  # noqa: ARG002  the driver has values only
    ) -> Iterator[dict[str, Sequence[Any]]]:
        """See Store.columns."""
        query = Query(_text(text), timeout=TIMEOUT_SECONDS)
        names, rows = self._ask(lambda session: _table(session.run(query, dict(parameters))))
        for first in range(0, len(rows), AT_ONCE):
            yield dict(zip(names, zip(*rows[first : first + AT_ONCE], strict=True), strict=True))

    def in_use(self) -> None:
        """See Store.in_use: this server would go through all relationships."""

    def change(self, work: Callable[[Transaction], Result], *, carrying: bool = False) -> Result:
        """See Store.change."""

        def locked(transaction: Neo4jTransaction) -> Result:
            version = transaction.lock()
            if carrying and version < SCHEMA_VERSION:
                transaction.rows(indexes.SET_VERSION, {"version": SCHEMA_VERSION})
            else:
                refuse_version(self.name, version)
            return work(transaction)

        def watched_transaction() -> Result:
            with watched(self._driver, TIMEOUT_SECONDS):
                session = self._driver.session(**self._session, default_access_mode=WRITE_ACCESS)
                return in_transaction(session, self.name, locked)

        return patiently(watched_transaction, self.name)

    def documents_at_once(self, asked: int | None) -> int:
        """See Store.documents_at_once."""
        return min(asked or 1, TOGETHER)

    def schema_version(self) -> int | None:
        """See Store.schema_version."""
        found = self.rows(indexes.VERSION, {})
        if found:
            return int(found[0]["version"])
        return 1 if any(row["count"] for row in self.rows(indexes.OLD, {})) else None

    def keep_copy(self) -> None:
        """See Store.keep_copy: a server has backups of its own."""

    def prepare(self) -> None:
        """See Store.prepare: constraints and indexes; a database with foreign nodes under our labels is refused."""
        version = self.schema_version()
        refuse_version(self.name, version or SCHEMA_VERSION)
        self._refuse_foreign(ours=version is not None)
        if patiently(lambda: self._in_session(_make_missing, write=True), self.name):
            self._ask(lambda session: session.run("CALL db.awaitIndexes(60)").consume())
            self._refuse_displaced()
        if version is None:
            self.change(lambda _: None)

    def _refuse_displaced(self) -> None:
        """The server says nothing where IF NOT EXISTS finds another index with the same name or schema."""
        for text in indexes.missing(self._rows(indexes.KNOWN, {})):
            raise RefusedError(
                self.name,
                Said("another index is in the place of one of ours"),
                text,
                Said("DROP INDEX for the one that is not ours"),
            )

    def _refuse_foreign(self, *, ours: bool) -> None:
        """Nodes under our labels that we did not write: all of them before the first load, later those without an id."""
        for label in ("Organization", *statements.own_labels()):
            condition = "WHERE node.id IS NULL " if ours else ""
            count = self._rows(f"MATCH (node:{label}) {condition}RETURN count(node) AS count", {})[0]["count"]
            if count:
                found = Said("{} nodes with the label {} are not ours", count, label)
                raise RefusedError(
                    self.name,
                    found,
                    Said("a database of our own, or one without our labels"),
                    Said("NEO4J_DATABASE=another"),
                )

    def is_empty(self) -> bool:
        """See Store.is_empty."""
        return bool(self.read(DOCUMENT_COUNT, {}).rows[0][0] == 0)

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


def _table(result: neo4j.Result) -> tuple[Sequence[str], list[list[Any]]]:
    return result.keys(), result.values()


@cache
def _bookmarks(_uri: str, _database: str | None) -> neo4j.api.BookmarkManager:
    """What this process wrote into a cluster, whoever opened it: no member answers before it knows of that."""
    return GraphDatabase.bookmark_manager()


def _driver(uri: str, login: tuple[str, str] | None, *, insecure: bool, seconds: float | None = None) -> neo4j.Driver:
    patience = seconds or CONNECT_SECONDS
    try:
        return GraphDatabase.driver(
            uri,
            auth=login,
            resolver=resolver(uri, secret=login is not None, insecure=insecure),
            connection_timeout=patience,
            connection_acquisition_timeout=patience,
            max_transaction_retry_time=CONNECT_SECONDS,
            notifications_min_severity="OFF",
            user_agent="guapai/0.1",
        )
    except (neo4j.exceptions.ConfigurationError, ValueError) as error:
        raise UnreachableError(
            uri, type(error).__name__, Said("an address such as bolt://host:7687"), Said("set NEO4J_URI")
        ) from error


def _make_missing(session: neo4j.Session) -> bool:
    """Make what is missing, in one transaction: a schema is there as a whole or not at all. Was anything?"""
    known = [record.data() for record in session.run(_text(indexes.KNOWN))]
    wanted = indexes.missing(known)
    if wanted:
        with session.begin_transaction(timeout=TIMEOUT_SECONDS) as transaction:
            for text in wanted:
                transaction.run(_text(text)).consume()
            transaction.commit()
    return bool(wanted)


def _text(statement: str) -> LiteralString:
    """A statement for the driver: a user's own, a stored query, or one made from the closed list of labels and types."""
    return cast(LiteralString, statement)  # type: ignore[redundant-cast]  # pyright tells them apart
