"""What every store does: read rows, write a batch in one transaction, keep its schema, close."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from graph.messages import spoken
from graph.said import Said
from graph.statement import Answer, Batch

TIMEOUT_SECONDS = 120.0
MAX_ROWS = 5_000_000  # of a statement of somebody's own, in its answer and on the way to it
DOCUMENT_COUNT = "MATCH (document:Document) WHERE document.external IS NULL RETURN count(document) AS count"
Result = TypeVar("Result")


def cut_off(rows: int) -> str:
    """The note of an answer that has more rows than were asked for."""
    return spoken(Said("there are more rows: these are the first {}", rows))


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


@dataclass(frozen=True)
class Joined:
    """What the relationships of one type have: the names of their properties, the first labels of the nodes at their ends."""

    properties: Collection[str]
    starts: Collection[str]
    ends: Collection[str]


class Asked(Protocol):
    """Where statements of our own are run; their labels and types come from the closed list."""

    actors: str
    """How this store finds an actor by its id: by the common label, or by all labels of its kinds."""

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """One mapping per row, with plain values (see `Answer`)."""
        ...


class Transaction(Asked, Protocol):
    """One writing transaction: nobody else writes meanwhile, and what it wrote is seen by what it asks."""

    def write(self, batch: Batch) -> None:
        """Do all of a batch."""
        ...


class Store(Asked, Protocol):
    """A place where a graph is kept. Close it, or use it as a context manager."""

    name: str

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Any],
        *,
        timeout: float = TIMEOUT_SECONDS,
        rows: int | None = None,
    ) -> Answer:
        """Rows of a statement that only reads: its plan is classified first, then it runs and is rolled back.

        With `rows`, at most that many, and a note where there are more; then the statement may not make more than
        MAX_ROWS on its way either. Raises RefusedError for a statement that writes or reaches outside or needs more
        than its time, rows or memory, UsageError for one that cannot run.
        """
        ...

    def run_write(self, statement: str, parameters: Mapping[str, Any]) -> Answer:
        """Rows of a statement that may write, in one transaction."""
        ...

    def columns(
        self, text: str, parameters: Mapping[str, Any], *, as_text: bool = False
    ) -> Iterable[dict[str, Sequence[Any]]]:
        """Rows of a statement of our own as columns by name, some thousands of rows at a time.

        No node, relationship or path is among their values. With `as_text` a store may give each value as text where it
        is quicker in that: an empty one for null, a list as JSON in which nothing is escaped.
        """
        ...

    def in_use(self) -> Mapping[str, Joined] | None:
        """What relationships have, by type; None where looking costs as much as reading them."""
        ...

    def change(self, work: Callable[[Transaction], Result], *, carrying: bool = False) -> Result:
        """Run `work` in one writing transaction: all of it is written, or nothing where it raises.

        Where the server asks for it (a deadlock), `work` runs again, with a fresh read. Raises VersionError for a
        graph of another schema; `carrying` takes an older one, which is ours afterwards.
        """
        ...

    def documents_at_once(self, asked: int | None) -> int:
        """How many new documents one transaction takes: not more than are asked for, nor than help; None asks for what is quickest."""
        ...

    def schema_version(self) -> int | None:
        """The version of the schema that the graph has; None where nothing was loaded yet."""
        ...

    def keep_copy(self) -> Path | None:
        """Keep what is there beside itself, before an older graph is carried over; None where a server keeps it."""
        ...

    def prepare(self) -> None:
        """Make constraints and indexes that are missing.

        Raises RefusedError where the database is not ours, VersionError for a graph of another schema.
        """
        ...

    def is_empty(self) -> bool:
        """True where no document is loaded."""
        ...

    def close(self) -> None:
        """Give back what is held; what was written stays."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
