"""What a document says, as plain values: nodes, relationships, and the batch that a store writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Value = str | int | float | bool | list[str] | list[int]


def node_key(own_id: str, label: str) -> str:
    """The id, with a prefix for documents: a record file and a place may have one name (`jinhua`)."""
    return f"document:{own_id}" if label == "Document" else own_id


@dataclass(frozen=True)
class NodeRow:
    """A node as a store keeps it: no null, lists without null; `labels` with the most special one first."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Value]

    @property
    def key(self) -> str:
        """What tells it from every other node; see `node_key`."""
        return node_key(self.id, self.labels[0])

    @property
    def address(self) -> tuple[str, str]:
        """The label that never changes (`Organization` for actors) and the id: where a store looks for it."""
        return self.labels[-1], self.id


@dataclass(frozen=True)
class RelationshipRow:
    """A relationship as a store keeps it; `document` is None where a data file says it."""

    type: str
    start: str
    end: str
    document: str | None
    start_label: str
    end_label: str
    properties: Mapping[str, Value]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Type, start id, end id and document: one relationship at most has it."""
        return (self.type, self.start, self.end, self.document or "")

    @property
    def ends(self) -> tuple[str, str]:
        """The keys of the nodes at its ends."""
        return node_key(self.start, self.start_label), node_key(self.end, self.end_label)


@dataclass(frozen=True)
class Batch:
    """Everything one transaction does, in this order; each part is sorted by key.

    Labels of relationship ends and of dropped nodes are the first labels (`labels[0]`), so that a store can
    anchor on an index. `put_*` creates what is absent and replaces labels and properties of what is there.
    `drop_nodes` also removes the relationships of the nodes that are left.
    """

    drop_relationships: tuple[RelationshipRow, ...] = ()
    drop_nodes: tuple[NodeRow, ...] = ()
    put_nodes: tuple[NodeRow, ...] = ()
    put_relationships: tuple[RelationshipRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.drop_relationships or self.drop_nodes or self.put_nodes or self.put_relationships)


@dataclass(frozen=True)
class Answer:
    """Rows of a read: column names in order, one list per row; values are plain Python (see the protocol of stores).

    A node is {"id", "labels", "properties"}, a relationship {"type", "start", "end", "properties"}, a path
    {"nodes", "relationships"}; ids are ours. `notes` is what the engine remarks, such as a label that no node has.
    """

    columns: list[str]
    rows: list[list[Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list, compare=False)

    def records(self) -> list[dict[str, Any]]:
        """One mapping per row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]
