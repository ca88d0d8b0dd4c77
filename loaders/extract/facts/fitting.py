"""What may stand in what: a unit that was read inside one that cannot have it belongs to the next one around that can."""

from loaders.extract.facts.draft import Draft, Reading

# Who can have institutions, bureaus that it manages, and branches.
OWNERS = {
    "institution": ("bureau", "institution", "party_unit"),
    "bureau": ("bureau",),
    "branch": ("bureau", "institution"),
}


def fit(reading: Reading) -> None:
    """Move every institution, bureau and branch to an owner that can have it; a bureau that has none is an institution."""
    for unit in list(reading.units()):
        owner = unit.owner
        if owner is None or unit.kind not in OWNERS or owner.kind in OWNERS[unit.kind]:
            continue
        around = next((one for one in owner.around() if one.kind in OWNERS[unit.kind]), None)
        if around is not None:
            _move(unit, owner, around)
        elif unit.kind == "bureau":
            unit.kind = "institution"


def _move(unit: Draft, owner: Draft, around: Draft) -> None:
    owner.give_up([unit])
    unit.owner = around
    around.adopt(unit)
