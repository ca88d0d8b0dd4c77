"""Units end up where the graph can have them."""

import pytest

from loaders.extract.facts.draft import Draft, Reading
from loaders.extract.facts.fitting import fit


def chain(*kinds: str) -> list[Draft]:
    """Units of these kinds, each inside the one before."""
    units: list[Draft] = []
    for kind in kinds:
        unit = Draft(kind, kind, [], units[-1] if units else None)
        if units:
            units[-1].adopt(unit)
        units.append(unit)
    return units


@pytest.mark.parametrize(
    ("kinds", "owner", "kind"),
    [
        (("bureau", "branch", "institution"), 0, "institution"),
        (("bureau", "branch", "branch"), 0, "branch"),
        (("bureau", "institution", "bureau"), 0, "bureau"),
        (("institution", "bureau"), 0, "institution"),
        (("bureau", "party_unit", "institution"), 1, "institution"),
        (("bureau", "institution", "institution"), 1, "institution"),
        (("bureau", "division", "institution"), 0, "institution"),
    ],
)
def test_what_a_unit_cannot_have_belongs_to_the_next_one_around_that_can(
    kinds: tuple[str, ...], owner: int, kind: str
) -> None:
    units = chain(*kinds)
    fit(Reading(bodies=units[:1]))
    assert (units[-1].owner, units[-1].kind) == (units[owner], kind)
    assert [units[-1] in unit.units for unit in units[:-1]] == [index == owner for index in range(len(units) - 1)]
