"""Hosted offices, the coordinating bodies behind them, and who sits in or answers to such bodies."""

from collections.abc import Iterator

from graph.identity import body_id
from graph.schema import (
    AnswersTo,
    Bureau,
    Concerns,
    External,
    HostedOffice,
    Hosts,
    Institution,
    LeadingGroup,
    LeadingGroupOffice,
    MemberOf,
    OfficeOf,
    Organization,
    PartyUnit,
)
from loaders import functions, signs
from loaders.context import Context, Placed, Statement, names
from loaders.record import Hosting
from loaders.reference import place_statements

HOSTED: dict[str, type[Organization]] = {
    "leading_group_office": LeadingGroupOffice,
    "hosted_office": HostedOffice,
    "leading_group": LeadingGroup,
    "external": External,
    "bureau": Bureau,
    "institution": Institution,
    "party_unit": PartyUnit,
}


def statements(hosting: Hosting, host: Placed, context: Context) -> Iterator[Statement]:
    """The office, the host's HOSTS, the group behind the office, and their other names."""
    place = context.place(hosting.place, host.path)
    hosting = hosting.model_copy(update={"name": hosting.full_name})
    office = body_id(place, context.key(hosting, place))
    if office not in context.by_id:
        extra = {"form": hosting.form} if hosting.kind == "leading_group" else {}
        yield HOSTED[hosting.kind](id=office, place=place, **names(hosting), **extra)
    yield from place_statements(place)
    yield Hosts(start_id=host.id, end_id=office, wordings=hosting.wordings, **context.proof(hosting))
    for alias in hosting.aliases:
        yield from signs.statements(alias, office, context)
    for code in hosting.concerns:
        yield from functions.known(code, context, host.path)
        yield Concerns(start_id=office, end_id=code, **context.proof(hosting))
    if hosting.group:
        yield from _group(hosting, office, host, context)


def _group(hosting: Hosting, office: str, host: Placed, context: Context) -> Iterator[Statement]:
    group = hosting.group
    assert group is not None
    place = context.place(group.place or hosting.place, host.path)
    group_id = body_id(place, context.key(group, place))
    if group_id == office:
        group_id = body_id(place, f"{context.key(group, place)}~group")
    yield LeadingGroup(id=group_id, place=place, form=group.form, implied=group.implied or None, **names(group))
    yield OfficeOf(start_id=office, end_id=group_id, **context.proof(hosting, group.at))
    for alias in group.aliases:
        yield from signs.statements(alias, group_id, context)
    for code in group.concerns:
        yield from functions.known(code, context, host.path)
        yield Concerns(start_id=group_id, end_id=code, **context.proof(hosting, group.at))


def memberships(placed: Placed, context: Context) -> Iterator[Statement]:
    """The coordinating bodies in which a unit sits, and those with whose consent it acts."""
    for membership in placed.unit.member_of:
        group, needed = context.mention(membership, placed)
        yield from needed
        yield MemberOf(start_id=placed.id, end_id=group, role=membership.role, **context.proof(membership))
    for answer in placed.unit.answers_to:
        group, needed = context.mention(answer, placed)
        yield from needed
        yield AnswersTo(start_id=placed.id, end_id=group, **context.proof(answer))
