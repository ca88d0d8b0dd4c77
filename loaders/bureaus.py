"""Bodies: bureaus and what they are departments of, their government and its place, their document."""

from collections.abc import Iterator
from typing import Any

from graph.proof import distinct_lines
from graph.schema import (
    Branch,
    Bureau,
    Division,
    Institution,
    ManagedBy,
    Organization,
    OrganOf,
    PartyUnit,
    Serves,
)
from loaders.context import Context, Placed, Statement, names
from loaders.record import Unit
from loaders.reference import place_statements

KINDS: dict[str, type[Organization]] = {
    "bureau": Bureau,
    "division": Division,
    "institution": Institution,
    "branch": Branch,
    "party_unit": PartyUnit,
}

# Bureaus of the Party, a congress, a court, a procuratorate or a mass organization are departments of no government.
OF_GOVERNMENT = ("government", "zone")


def statements(placed: Placed, context: Context) -> Iterator[Statement]:
    """The organization itself, its document and places, and for a bureau its government and its manager."""
    yield organization(placed, context)
    for place in placed.unit.serves:
        context.place(place, placed.path)
        yield from place_statements(place)
        yield Serves(start_id=placed.id, end_id=place, **context.proof(placed.unit))
    if placed.unit.kind == "bureau":
        yield from _bureau(placed, context)


def organization(placed: Placed, context: Context) -> Organization:
    """The node of a unit that the document describes."""
    unit = placed.unit
    extra: dict[str, Any] = {"system": unit.system or "government"} if unit.kind == "bureau" else {}
    if unit.kind == "institution":
        extra["civil_service_ref"] = unit.civil_service_ref or "unstated"
    return KINDS[unit.kind](
        id=placed.id,
        place=context.record.place,
        document=context.document,
        lines=unit.lines,
        rank=unit.rank,
        unnamed=unit.unnamed or None,
        printed=printed(unit),
        stated_divisions=unit.stated_divisions.number if unit.stated_divisions else None,
        stated_institutions=unit.stated_institutions.number if unit.stated_institutions else None,
        stated_branches=unit.stated_branches.number if unit.stated_branches else None,
        no_divisions_stated=True if unit.no_divisions_stated else None,
        stated_lines=announcement_lines(unit),
        **names(unit),
        **extra,
    )


def announcement_lines(unit: Unit) -> list[int] | None:
    """Where the number of internal units is announced, or that there are none."""
    announced = unit.stated_divisions or unit.no_divisions_stated
    return distinct_lines(announced.at) if announced else None


def printed(unit: Unit) -> str:
    """The heading as the document prints it: the record keeps it with places for the names in it."""
    text = unit.printed or "{name}"
    text = text.replace("{name}", unit.name)
    for index, alias in enumerate(unit.aliases):
        text = text.replace(f"{{{index}}}", alias.name)
    return text


def _bureau(placed: Placed, context: Context) -> Iterator[Statement]:
    unit, place = placed.unit, context.record.place
    if (unit.system or "government") in OF_GOVERNMENT:
        yield from context.government_statements(place)
        proof = context.proof(unit.organ_of) if unit.organ_of else {**context.proof(unit), "status": "inferred"}
        yield OrganOf(start_id=placed.id, end_id=f"{place}/government", **proof)
    if placed.owner and not unit.managed_by:
        relation = unit.relation
        matters = relation.matters if relation else []
        yield ManagedBy(
            start_id=placed.id, end_id=placed.owner.id, matters=matters or None, **context.proof(relation or unit)
        )


def managers(placed: Placed, context: Context) -> Iterator[Statement]:
    """The bodies that manage this one, where it does not stand inside them."""
    for management in placed.unit.managed_by:
        manager, needed = context.mention(management, placed)
        yield from needed
        matters = management.matters or None
        yield ManagedBy(start_id=placed.id, end_id=manager, matters=matters, **context.proof(management))
