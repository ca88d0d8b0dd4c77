"""What a document says, as plain values: nodes, relationships, and the batch that a store writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Value = str | int | float | bool | list[str] | list[int]


def node_key(own_id: str, label: str) -> str:
    """The id, with a prefix for the index of names: a normalised name may be the id of something else (`planning`)."""
    return f"name:{own_id}" if label == "Name" else own_id


@dataclass(frozen=True)
class NodeRow:
    """A node as a store keeps it: no null, lists without null; `labels` with the most special one first.

    `element` is what the store itself calls it, where the row was read.
    """

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Value]
    element: str | None = field(default=None, compare=False)

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
    element: str | None = field(default=None, compare=False)

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
    """What one transaction writes, in this order; each part is sorted by key.

    A change is a pair: what is there, and what it becomes. Only properties and labels of ours are set: what others
    added stays. Labels of relationship ends are the first labels, as they are when the part is written. `links` are
    what data files say: made where they are not there yet. `present` are nodes at the ends that were there, by key.
    """

    drop_relationships: tuple[RelationshipRow, ...] = ()
    put_nodes: tuple[NodeRow, ...] = ()
    change_nodes: tuple[tuple[NodeRow, NodeRow], ...] = ()
    put_relationships: tuple[RelationshipRow, ...] = ()
    change_relationships: tuple[tuple[RelationshipRow, RelationshipRow], ...] = ()
    links: tuple[RelationshipRow, ...] = ()
    present: Mapping[str, NodeRow] = field(default_factory=dict)

    def links_apart(self) -> tuple[list[RelationshipRow], list[RelationshipRow]]:
        """The links at a node that is made here, which are not there yet for certain, and all others."""
        made = {row.key for row in self.put_nodes}
        new = [row for row in self.links if not made.isdisjoint(row.ends)]
        return new, [row for row in self.links if made.isdisjoint(row.ends)]

    def __bool__(self) -> bool:
        return any(
            (
                self.drop_relationships,
                self.put_nodes,
                self.change_nodes,
                self.put_relationships,
                self.change_relationships,
                self.links,
            )
        )


def differing(old: Mapping[str, Value], new: Mapping[str, Value]) -> dict[str, Value | None]:
    """What has to be set so that `old` becomes `new`: None takes a property away."""
    gone: dict[str, Value | None] = {name: None for name in old if name not in new}
    return gone | {name: value for name, value in new.items() if old.get(name) != value}


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

    def to_frame(self) -> Any:
        """The rows as a `pandas.DataFrame`; pandas is not part of guapai."""
        import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]  # pyright: ignore

        return pandas.DataFrame(self.records(), columns=self.columns)

    def _repr_html_(self) -> str:
        """How a notebook shows it: the first rows; whatever stands in them is text."""
        from graph.html import rows_as_table

        return rows_as_table(self.columns, self.rows)
