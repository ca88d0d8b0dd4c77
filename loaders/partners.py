"""Whom a unit watches over, acts for, or works together with."""

from collections.abc import Iterator

from graph.schema import ActsFor, CoordinatesWith, Oversees
from loaders.context import Context, Placed, Statement


def statements(placed: Placed, context: Context) -> Iterator[Statement]:
    """One relationship per mention, and the organizations that are only named."""
    for oversight in placed.unit.oversees:
        other, needed = context.mention(oversight, placed)
        yield from needed
        roles = sorted(set(oversight.roles))
        yield Oversees(start_id=placed.id, end_id=other, roles=roles, **context.proof(oversight))
    for mention in placed.unit.acts_for:
        other, needed = context.mention(mention, placed)
        yield from needed
        yield ActsFor(start_id=placed.id, end_id=other, **context.proof(mention))
    for mention in placed.unit.coordinates_with:
        other, needed = context.mention(mention, placed)
        yield from needed
        yield CoordinatesWith(start_id=placed.id, end_id=other, **context.proof(mention))
