"""What a record says as sets of facts, so that two readings of one document can be compared."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.proof import Quote
from loaders.record import Alias, Hosting, Mention, Oversight, Record, Unit

UNIT_KINDS = {"division": "division", "party_unit": "division", "institution": "institution", "branch": "institution"}


@dataclass(frozen=True, order=True)
class Found:
    """One fact: its kind, the owners around it, what it says in even letters, and the spans that prove it."""

    kind: str
    owners: tuple[str, ...]
    says: tuple[str, ...]
    at: tuple[Quote, ...]

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(sorted({quote.span.line for quote in self.at}))

    @property
    def key(self) -> tuple[object, ...]:
        """What two readings must agree on: kind, owners, what is said and the lines."""
        return (self.kind, self.owners, self.says, self.lines)


def even(name: str) -> str:
    """A name without width, letter case, spaces and punctuation."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name)).lower()


def facts_of(record: Record) -> list[Found]:
    """Every fact of a record; keys and translations are left out."""
    return [fact for body in record.bodies for fact in _unit(body, ())]


def _unit(unit: Unit, owners: tuple[str, ...]) -> Iterator[Found]:
    yield Found(UNIT_KINDS.get(unit.kind, "body"), owners, (unit.kind, even(unit.name)), (unit.at[0],))
    inside = (*owners, even(unit.name))
    for alias in unit.aliases:
        yield from _alias(alias, inside)
    for hosting in unit.hosts:
        yield _hosting(hosting, inside)
    for what, count in (("divisions", unit.stated_divisions), ("none", unit.no_divisions_stated)):
        if count:
            yield Found("count", inside, (what, str(getattr(count, "number", ""))), tuple(count.at[:1]))
    yield from _statements(unit, inside)
    for one in unit.units:
        yield from _unit(one, inside)


def _alias(alias: Alias, owners: tuple[str, ...]) -> Iterator[Found]:
    if alias.kind not in ("variant", "translation"):
        yield Found("second_name", owners, (alias.kind, even(alias.name)), tuple(alias.at))


def _hosting(hosting: Hosting, owners: tuple[str, ...]) -> Found:
    group = even(hosting.group.name) if hosting.group else ""
    return Found("hosted", owners, (hosting.kind, even(hosting.full_name), group), tuple(hosting.at))


def _statements(unit: Unit, owners: tuple[str, ...]) -> Iterator[Found]:
    for at in dict.fromkeys(tuple(duty.at) for duty in unit.duties):
        # Duties that share a clause are told apart by their functions; a clause is one fact.
        same = [duty for duty in unit.duties if tuple(duty.at) == at]
        said = {*(code for duty in same for code in duty.functions), *(role for duty in same for role in duty.roles)}
        yield Found("duty", owners, tuple(sorted(said)), at)
    for quota in unit.quotas:
        included = tuple(f"{kind}={number}" for kind, number in sorted(quota.of_which.items()))
        yield Found("quota", owners, (quota.kind, str(quota.number), *included), tuple(quota.at))
    for head in unit.heads:
        yield Found("head", owners, (even(head.name or ""),), tuple(head.at))
    if unit.site:
        site = unit.site
        said = (even(site.address or ""), site.postcode or "", even(site.phone or ""), site.hours or "")
        yield Found("site", owners, said, tuple(site.at))
    for change in unit.changes:
        ends = (f"{side}:{name}" for side in ("before", "after") for name in _named(getattr(change, side)))
        said = (change.kind, str(change.date), *sorted(change.functions), *sorted(ends))
        yield Found("change", owners, said, tuple(change.at))
    for boundary in unit.boundaries:
        said = (*sorted(boundary.functions), *sorted(even(share.name or share.id or "") for share in boundary.shares))
        yield Found("boundary", owners, said, tuple(boundary.at))
    for kind, mentions in _mentions(unit):
        for mention in mentions:
            roles = sorted(mention.roles) if isinstance(mention, Oversight) else []
            yield Found(kind, owners, (even(mention.name or mention.id or ""), *roles), tuple(mention.at))


def _named(mentions: list[Mention]) -> list[str]:
    """The other ends of a change; the body itself is not among them."""
    return [even(mention.name) for mention in mentions if mention.name]


def _mentions(unit: Unit) -> Iterator[tuple[str, list[Mention]]]:
    yield "coordinates", list(unit.coordinates_with)
    yield "acts_for", list(unit.acts_for)
    yield "answers_to", list(unit.answers_to)
    yield "oversees", list(unit.oversees)
    yield "managed_by", list(unit.managed_by)


@dataclass(frozen=True)
class Score:
    """How many facts of a kind two readings share."""

    found: int
    expected: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    def __str__(self) -> str:
        return f"{self.right}/{self.found} right ({self.precision:.3f}), {self.right}/{self.expected} found ({self.recall:.3f})"


def score(found: list[object], expected: list[object]) -> Score:
    """Compare two lists as multisets."""
    right = (Counter(found) & Counter(expected)).total()
    return Score(len(found), len(expected), right)
