"""How the Neo4j store writes: under one lock, in one transaction, again with a fresh read where the server asks for it."""

import random
import time
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any, LiteralString, TypeVar, cast

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, SessionExpired, TransientError

from graph.errors import RefusedError
from graph.said import Said
from graph.statement import Answer, Batch, NodeRow, RelationshipRow, differing
from graph.store import neo4j_columns
from graph.store.neo4j_errors import explained, outcome_unknown
from graph.store.neo4j_values import plain_values
from graph.store.protocol import TIMEOUT_SECONDS, cut_off
from graph.store.statements import BATCH_SIZE, grouped, known_label, known_property, known_type
from graph.version import SCHEMA_VERSION

PATIENCE = 60.0  # seconds for trying again
ELECTION = 30.0  # seconds for the members of a cluster to agree on who leads
# Transient by the server's word, and still hopeless to try again at once.
HOPELESS = ("Memory", "DatabaseUnavailable", "LockClientStopped", "TimedOut")
# A write on this node is the lock: it waits until no other writer holds it. It also holds the schema's version.
LOCK = (
    "MERGE (node:Guapai {id: 'guapai'}) SET node.schema_version = node.schema_version "
    "RETURN node.schema_version AS version"
)
# A new node of this kind: the graph is of the first schema where documents of that one are there. MERGE takes no EXISTS.
FIRST = (
    "MATCH (node:Guapai {id: 'guapai'}) SET node.schema_version = "
    "CASE WHEN EXISTS { (old:Document) WHERE old.documents IS NOT NULL } THEN 1 ELSE $version END "
    "RETURN node.schema_version AS version"
)
Result = TypeVar("Result")


class Neo4jTransaction:
    """See Transaction."""

    actors = "Organization"

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """See Asked.rows."""
        return plain_rows(self._transaction.run(_own(text), dict(parameters)))

    def answer(self, text: str, parameters: Mapping[str, Any]) -> Answer:
        """The rows of a statement of somebody's own."""
        return answer_of(self._transaction.run(_own(text), dict(parameters)))

    def lock(self) -> int:
        """Wait until nobody else writes; the version of the schema that the database has."""
        version = self.rows(LOCK, {})[0]["version"]
        return int(version or self.rows(FIRST, {"version": SCHEMA_VERSION})[0]["version"])

    def write(self, batch: Batch) -> None:
        """See Transaction.write: relationships are written between the nodes that were found and made."""
        drop = "UNWIND $rows AS row MATCH ()-[link]->() WHERE elementId(link) = row.element DELETE link"
        self._run(drop, ({"element": row.element} for row in batch.drop_relationships))
        elements = {key: row.element for key, row in batch.present.items()}
        elements |= self._made(batch.put_nodes)
        self._changed(batch.change_nodes)
        new_links, links = batch.links_apart()
        self._joined([*batch.put_relationships, *new_links], elements)
        self._run(
            "UNWIND $rows AS row MATCH ()-[link]->() WHERE elementId(link) = row.element SET link += row.properties",
            (
                {"element": old.element, "properties": differing(old.properties, new.properties)}
                for old, new in batch.change_relationships
            ),
        )
        for (kind,), group in grouped(links, lambda row: (row.type,)):
            self.rows(*neo4j_columns.linked(kind, group, elements))

    def _made(self, rows: Iterable[NodeRow]) -> dict[str, str]:
        """Make nodes; what the store calls each of them, by key."""
        many, few = neo4j_columns.apart(rows)
        elements: dict[str, str] = {}
        for labels, group in many:
            (answer,) = self.rows(*neo4j_columns.made(labels, group))
            elements |= zip((row.key for row in group), answer["elements"], strict=True)
        text = (
            "UNWIND $rows AS row CREATE (node:$(row.labels)) SET node = row.properties "
            "RETURN collect(elementId(node)) AS elements"
        )
        new = ({"labels": [known_label(one) for one in row.labels], "properties": dict(row.properties)} for row in few)
        made = [element for answer in self._run(text, new) for element in answer["elements"]]
        return elements | dict(zip((row.key for row in few), made, strict=True))

    def _joined(self, rows: Iterable[RelationshipRow], elements: Mapping[str, str | None]) -> None:
        """Make relationships between nodes of which it is known what the store calls them."""
        many, few = neo4j_columns.apart(rows)
        for (kind,), group in many:
            self.rows(*neo4j_columns.joined(kind, group, elements))
        self._run(
            "UNWIND $rows AS row MATCH (origin) WHERE elementId(origin) = row.origin "
            "MATCH (target) WHERE elementId(target) = row.target "
            "CREATE (origin)-[link:$(row.type)]->(target) SET link = row.properties",
            (_between(row, elements) for row in few),
        )

    def _changed(self, changes: Iterable[tuple[NodeRow, NodeRow]]) -> None:
        rows, others = [], []
        for old, new in changes:
            rows.append({"element": old.element, "properties": differing(old.properties, new.properties)})
            if old.labels != new.labels:
                others.append({"element": old.element, "old": list(old.labels), "new": list(new.labels)})
        found = "UNWIND $rows AS row MATCH (node) WHERE elementId(node) = row.element "
        self._run(found + "SET node += row.properties", rows)
        self._run(found + "REMOVE node:$(row.old) SET node:$(row.new)", others)

    def _run(self, text: str, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        waiting, found = list(rows), []
        for first in range(0, len(waiting), BATCH_SIZE):
            found += self.rows(text, {"rows": waiting[first : first + BATCH_SIZE]})
        return found


def _between(row: RelationshipRow, elements: Mapping[str, str | None]) -> dict[str, Any]:
    for name in row.properties:
        known_property(name)
    start, end = (elements[key] for key in row.ends)
    return {"type": known_type(row.type), "origin": start, "target": end, "properties": dict(row.properties)}


def answer_of(result: neo4j.Result, rows: int | None = None) -> Answer:
    """The rows of a result, the first `rows` of them where that is given; what is behind them never comes."""
    columns = list(result.keys())
    found = [[*plain_values(record)] for record in islice(result, rows)]
    cut = rows is not None and result.peek() is not None
    return Answer(columns, found, [cut_off(len(found))] if cut else [])


def plain_rows(result: neo4j.Result) -> list[dict[str, Any]]:
    """The rows of a result with plain values."""
    names = result.keys()
    return [dict(zip(names, plain_values(record), strict=True)) for record in result]


def patiently(work: Callable[[], Result], where: str) -> Result:
    """What `work` gives; it runs again where the server says that trying again may help, for a minute at most.

    So it does where a member of a cluster went away or leads no longer: the driver asks the others who does now. Raises
    an error of ours for one of the driver.
    """
    start, pause = time.monotonic(), 0.02
    while True:
        try:
            return work()
        except TransientError as error:
            if any(word in (error.code or "") for word in HOPELESS):
                raise explained(error, where) from error
            if time.monotonic() > start + PATIENCE:
                found, expected = Said("other writers are in the way"), Said("a moment in which the server can write")
                raise RefusedError(where, found, expected, Said("wait, then run the same command again")) from error
        except SessionExpired as error:  # raised of clusters only, and never of a commit: see `in_transaction`
            if time.monotonic() > start + ELECTION:
                raise explained(error, where) from error
        except (Neo4jError, DriverError) as error:
            raise explained(error, where) from error
        time.sleep(pause * (0.5 + random.random()))  # noqa: S311  two that met must not meet again
        pause = min(pause * 2, 1.0)


def in_transaction(session: neo4j.Session, where: str, work: Callable[[Neo4jTransaction], Result]) -> Result:
    """Run `work` in one writing transaction. Raises OutcomeUnknownError where nobody can know how the commit ended."""
    with session, session.begin_transaction(timeout=TIMEOUT_SECONDS) as transaction:
        result = work(Neo4jTransaction(transaction))
        try:
            transaction.commit()
        except TransientError:
            raise
        except Exception as error:  # an answer that the driver cannot read says nothing of the commit
            raise outcome_unknown(error, where) from error
    return result


def _own(statement: str) -> LiteralString:
    return cast(LiteralString, statement)  # type: ignore[redundant-cast]  # pyright tells them apart


__all__ = ["Neo4jTransaction", "answer_of", "in_transaction", "patiently", "plain_rows"]
