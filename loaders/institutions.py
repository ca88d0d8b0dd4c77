"""Affiliated institutions and their superiors."""

from collections.abc import Iterator

from graph.schema import AffiliatedWith
from loaders.context import Context, Placed, Statement


def statements(placed: Placed, context: Context) -> Iterator[Statement]:
    """Each superior that the record names; else the unit it is nested in."""
    unit, owner = placed.unit, placed.owner
    if unit.kind != "institution":
        return
    for affiliation in unit.affiliated_with:
        superior, needed = context.mention(affiliation, placed)
        yield from needed
        yield AffiliatedWith(
            start_id=placed.id, end_id=superior, wording=affiliation.wording, **context.proof(affiliation)
        )
    if owner and not unit.affiliated_with:
        relation = unit.relation
        wording = relation.wording if relation else None
        yield AffiliatedWith(start_id=placed.id, end_id=owner.id, wording=wording, **context.proof(relation or unit))
