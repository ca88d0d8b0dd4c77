"""Divisions, Party units and branches: whose part they are, and in which order."""

from collections.abc import Iterator

from graph.schema import BranchOf, PartOf
from loaders.context import Context, Placed, Statement

INTERNAL = ("division", "party_unit")


def statements(placed: Placed, context: Context) -> Iterator[Statement]:
    """One PartOf or BranchOf for a unit that is inside another."""
    unit, owner = placed.unit, placed.owner
    if owner is None or unit.kind not in (*INTERNAL, "branch"):
        return
    relation = PartOf if unit.kind in INTERNAL else BranchOf
    yield relation(
        start_id=placed.id,
        end_id=owner.id,
        ordinal=ordinal(placed),
        ordinal_printed=unit.number,
        **context.proof(unit.relation or unit),
    )


def ordinal(placed: Placed) -> int:
    """The place, from 1, among the internal units of the same owner; branches count apart."""
    assert placed.owner is not None
    kinds = INTERNAL if placed.unit.kind in INTERNAL else ("branch",)
    siblings = [unit for unit in placed.owner.unit.units if unit.kind in kinds]
    return next(number for number, unit in enumerate(siblings, 1) if unit is placed.unit)
