"""Who heads a unit, where it is found, and how many posts it is granted."""

from collections.abc import Iterator

from graph.identity import name_key, owned_id
from graph.schema import HasQuota, Heads, LocatedAt, Person, Quota, Site
from loaders.context import Context, Placed, Statement


def statements(placed: Placed, context: Context) -> Iterator[Statement]:
    """Its heads, its site and its quotas."""
    yield from _heads(placed, context)
    yield from _site(placed, context)
    for quota in placed.unit.quotas:
        node = Quota(
            id=context.owned(placed.id, "quota", quota.kind),
            name=quota.kind if quota.number is None else f"{quota.kind} {quota.number}",
            kind=quota.kind,
            number=quota.number,
            of_which=[f"{kind}={part}" for kind, part in quota.of_which.items()] or None,
            counted_elsewhere=quota.counted_elsewhere,
        )
        yield node
        yield HasQuota(start_id=placed.id, end_id=node.id, **context.proof(quota))


def _heads(placed: Placed, context: Context) -> Iterator[Statement]:
    for number, head in enumerate(placed.unit.heads, 1):
        name = head.name or f"person {number}"
        node = Person(
            id=context.owned(placed.id, "person", name_key(name)),
            name=name,
            post=head.post,
            blank=None if head.name else ["name"],
        )
        yield node
        yield Heads(start_id=node.id, end_id=placed.id, **context.proof(head))


def _site(placed: Placed, context: Context) -> Iterator[Statement]:
    site = placed.unit.site
    if site is None:
        return
    node = Site(
        id=owned_id(placed.id, "site", "1"),
        name="site 1",
        address=site.address,
        postcode=site.postcode,
        phone=site.phone,
        hours=site.hours,
        opened=site.opened,
        area_m2=site.area_m2,
        blank=site.blank or None,
    )
    yield node
    yield LocatedAt(start_id=placed.id, end_id=node.id, **context.proof(site))
