"""Second names that are names of bodies, too: a sign or a bracket of one unit, and an institution that the document tells of."""

from graph.identity import name_key
from loaders.extract.facts.draft import Draft, Reading
from loaders.places import places

# What may be the name of a body, and what stands by itself.
NAMES = ("sign", "bracket", "second_name")
BODIES = ("bureau", "institution")


def link(reading: Reading, place: str) -> None:
    """Link each second name with the body of this document that has the same name, with or without its place in front."""
    names = places().names(place)
    bodies: dict[str, Draft] = {}
    for unit in reading.units():
        if unit.kind in BODIES and not unit.unnamed:
            bodies.setdefault(name_key(unit.name, names), unit)
    for unit in reading.units():
        for alias in unit.list_of("aliases"):
            body = bodies.get(name_key(alias["name"], names)) if alias["kind"] in NAMES else None
            if body is not None and body is not unit and "denotes" not in alias:
                alias["denotes"] = body
