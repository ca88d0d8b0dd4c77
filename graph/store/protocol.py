"""What every store does: read rows, write a batch in one transaction, keep its schema, close."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from graph.statement import Answer, Batch, NodeRow, RelationshipRow

TIMEOUT_SECONDS = 120.0
DOCUMENT_COUNT = "MATCH (document:Document) RETURN count(document) AS count"


@dataclass(frozen=True)
class Counters:
    """What a transaction did, in numbers."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties_set: int = 0

    def __bool__(self) -> bool:
        return any(vars(self).values())


class Store(Protocol):
    """A place where a graph is kept. Close it, or use it as a context manager."""

    name: str

    def read(self, statement: str, parameters: Mapping[str, Any], *, timeout: float = TIMEOUT_SECONDS) -> Answer:
        """Rows of a statement that only reads: its plan is classified first, then it runs and is rolled back.

        Raises RefusedError for a statement that writes or reaches outside, UsageError for one that cannot run.
        """
        ...

    def run_write(self, statement: str, parameters: Mapping[str, Any]) -> Answer:
        """Rows of a statement that may write, in one transaction."""
        ...

    def write(self, batch: Batch) -> Counters:
        """Do all of a batch in one transaction, or nothing; an empty batch opens none."""
        ...

    def prepare(self) -> None:
        """Make constraints and indexes that are missing. Raises RefusedError where the database is not ours."""
        ...

    def is_empty(self) -> bool:
        """True where no document is loaded."""
        ...

    def nodes(self, addresses: Iterable[tuple[str, str]]) -> dict[str, NodeRow]:
        """Those of the nodes that are there, by `NodeRow.key`; an address is `NodeRow.address`."""
        ...

    def document_nodes(self, document: str) -> list[NodeRow]:
        """The nodes that a document uses."""
        ...

    def document_relationships(self, document: str) -> list[RelationshipRow]:
        """The relationships that a document says."""
        ...

    def close(self) -> None:
        """Give back what is held; what was written stays."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
