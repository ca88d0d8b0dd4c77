"""The difference between what a graph holds of a document and what its rows say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.schema import NODE_BY_LABEL
from graph.statement import Batch, NodeRow, RelationshipRow, differing
from graph.store import held
from graph.store.protocol import Asked
from loaders.claims import agrees, is_claimed, shown
from loaders.markers import NOTED
from loaders.rows import Key, Rows

Address = tuple[str, str]
MARKS = NOTED - {"loaded_at", "statements", "text_kept"}


@dataclass(frozen=True)
class Planned:
    """What to write, and the nodes that may have no use afterwards, by address."""

    batch: Batch
    candidates: frozenset[Address]

    def only(self, names: frozenset[str]) -> bool:
        """Does nothing change but what a load notes of itself under these names?"""
        batch = self.batch
        rest = (
            batch.drop_relationships,
            batch.put_nodes,
            batch.put_relationships,
            batch.change_relationships,
            batch.links,
        )
        marks = ({*differing(old.properties, new.properties)} for old, new in batch.change_nodes)
        return not any(rest) and all(changed <= names for changed in marks)


def plan(asked: Asked, document: str, rows: Rows, said: Mapping[Key, RelationshipRow], *, thorough: bool) -> Planned:
    """What has to be written so that a document says `rows` where it said `said`.

    `thorough` looks at everything again, as a document that is loaded already needs it; else a node that shows all
    that the document says is left as it is, and what data files say of it is there.
    """
    dropped = [row for key, row in said.items() if key not in rows.relationships]
    touched = {address for row in dropped for address in _addresses(row)}
    present = held.find(asked, {row.address for row in rows.nodes.values()} | touched)
    after = _after(asked, document, rows, said, present, thorough=thorough)
    made = [row for key, row in after.items() if key not in present]
    changed = [(present[key], row) for key, row in after.items() if key in present and row != present[key]]
    labels = {key: row.labels[0] for key, row in (present | after).items()}
    new = {key: relabelled(row, labels) for key, row in rows.relationships.items()}
    fresh = {row.key for row in made} | {row.key for _, row in changed}
    links = by_key(row for row in new.values() if not row.document and (thorough or not fresh.isdisjoint(row.ends)))
    batch = Batch(
        drop_relationships=by_key(dropped),
        put_nodes=tuple(sorted(made, key=lambda row: row.key)),
        change_nodes=tuple(sorted(changed, key=lambda change: change[1].key)),
        put_relationships=by_key(row for key, row in new.items() if row.document and key not in said),
        change_relationships=tuple(
            (said[key], row)
            for key, row in sorted(new.items())
            if key in said and row.properties != said[key].properties
        ),
        links=by_key(held.not_linked(asked, links)) if thorough else links,
        present=present,
    )
    return Planned(batch, frozenset(touched))


def _after(
    asked: Asked,
    document: str,
    rows: Rows,
    said: Mapping[Key, RelationshipRow],
    present: Mapping[str, NodeRow],
    *,
    thorough: bool,
) -> dict[str, NodeRow]:
    """Every node of the document, and those it no longer names, as they are afterwards; left out: what stays."""
    before, now = _claims(said.values()), _claims(rows.relationships.values())
    after: dict[str, NodeRow] = {}
    undecided: list[NodeRow] = []
    for key, node in rows.nodes.items():
        there = present.get(key)
        if not is_claimed(node):
            after[key] = node
        elif there is None:
            after[key] = shown(node.id, [now[key]])
        elif thorough or (key not in before and not agrees(now[key], there)):
            undecided.append(there)
    undecided += [present[key] for key in before if key not in now and key in present]
    others = held.claims(asked, undecided, document)
    for node in undecided:
        claims = [*others.get(node.key, ()), *([now[node.key]] if node.key in now else [])]
        if claims:
            after[node.key] = shown(node.id, claims)
    return after


def _claims(rows: Iterable[RelationshipRow]) -> dict[str, RelationshipRow]:
    return {row.ends[0]: row for row in rows if row.type in held.CLAIMS}


def _addresses(row: RelationshipRow) -> tuple[Address, Address]:
    start, end = (NODE_BY_LABEL[label].labels()[-1] for label in (row.start_label, row.end_label))
    return (start, row.start), (end, row.end)


def relabelled(row: RelationshipRow, labels: Mapping[str, str]) -> RelationshipRow:
    """The relationship with the labels that its ends have in the graph: another document may describe them."""
    start, end = (labels[key] for key in row.ends)
    if (start, end) == (row.start_label, row.end_label):
        return row
    return replace(row, start_label=start, end_label=end)


def by_key(rows: Iterable[RelationshipRow]) -> tuple[RelationshipRow, ...]:
    """Rows in the order of their keys."""
    return tuple(sorted(rows, key=lambda row: row.key))
