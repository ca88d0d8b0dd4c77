"""Divisions, Party units and branches: whose part they are, and in which order."""

from collections.abc import Iterator

from graph.schema import BranchOf, PartOf
from loaders.context import INTERNAL, Context, Placed, Statement


def statements(placed: Placed, context: Context) -> Iterator[Statement]:
    """One PartOf or BranchOf for a unit that is inside another."""
    unit, owner = placed.unit, placed.owner
    if owner is None or unit.kind not in (*INTERNAL, "branch"):
        return
    relation = PartOf if unit.kind in INTERNAL else BranchOf
    yield relation(
        start_id=placed.id,
        end_id=owner.id,
        ordinal=context.ordinals[placed.id],
        ordinal_printed=unit.number,
        **context.proof(unit.relation or unit),
    )
