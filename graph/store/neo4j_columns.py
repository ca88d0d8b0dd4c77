"""Many rows as columns: parallel lists, which the driver packs and the server reads faster than a map for each row.

A statement for each set of labels and each type, made from the closed list of them; few rows go with rows of other kinds
into one statement instead (`neo4j_writing`), because a round trip costs more than they do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from graph.statement import NodeRow, RelationshipRow
from graph.store.statements import grouped, known_label, known_property, known_type

WORTH_A_STATEMENT = 250  # rows of one kind; fewer of them wait for the statement that takes every kind
Row = TypeVar("Row", NodeRow, RelationshipRow)
Columns = dict[str, list[Any]]
EACH = "UNWIND range(0, size($p_id) - 1) AS i "
ENDS = (
    "UNWIND range(0, size($origin) - 1) AS i MATCH (origin) WHERE elementId(origin) = $origin[i] "
    "MATCH (target) WHERE elementId(target) = $target[i] "
)


def apart(rows: Iterable[Row]) -> tuple[list[tuple[tuple[str, ...], list[Row]]], list[Row]]:
    """Groups of rows of one kind that are worth a statement of their own, and all the other rows."""
    large: list[tuple[tuple[str, ...], list[Row]]] = []
    rest: list[Row] = []
    for kind, group in grouped(rows, _kind):
        if len(group) >= WORTH_A_STATEMENT:
            large.append((kind, group))
        else:
            rest += group
    return large, rest


def _kind(row: NodeRow | RelationshipRow) -> tuple[str, ...]:
    return row.labels if isinstance(row, NodeRow) else (row.type,)


def made(labels: Sequence[str], rows: Sequence[NodeRow]) -> tuple[str, Columns]:
    """The statement that makes nodes of one kind, with its columns; it gives one list of what the store calls them."""
    columns, names = _columns(rows)
    kinds = ":".join(map(known_label, labels))
    return f"{EACH}CREATE (node:{kinds} {names}) RETURN collect(elementId(node)) AS elements", columns


def joined(kind: str, rows: Sequence[RelationshipRow], elements: Mapping[str, str | None]) -> tuple[str, Columns]:
    """The statement that makes relationships of one type between nodes that are there, with its columns."""
    columns, names = _columns(rows)
    return f"{ENDS}CREATE (origin)-[:{known_type(kind)} {names}]->(target)", {**ends(rows, elements), **columns}


def linked(kind: str, rows: Sequence[RelationshipRow], elements: Mapping[str, str | None]) -> tuple[str, Columns]:
    """The same for what data files say: only where it is not there yet."""
    return f"{ENDS}MERGE (origin)-[:{known_type(kind)}]->(target)", ends(rows, elements)


def ends(rows: Iterable[RelationshipRow], elements: Mapping[str, str | None]) -> Columns:
    """What the store calls the nodes at the ends."""
    pairs = [row.ends for row in rows]
    return {"origin": [elements[start] for start, _ in pairs], "target": [elements[end] for _, end in pairs]}


def _columns(rows: Sequence[NodeRow] | Sequence[RelationshipRow]) -> tuple[Columns, str]:
    """Every property that some of the rows have, as a column, and the map that reads one row out of them."""
    names = sorted({name for row in rows for name in row.properties})
    columns = {f"p_{name}": [row.properties.get(name) for row in rows] for name in names}
    return columns, "{" + ", ".join(_cells(names)) + "}"


def _cells(names: Iterable[str]) -> Iterator[str]:
    return (f"{known_property(name)}: $p_{name}[i]" for name in names)
