"""What a fact calls a committee or its office, and the document describes as a body: it is that body, and asked about."""

from typing import Any

from graph.identity import name_key
from graph.said import Said
from loaders.extract.facts.aliases import BODIES
from loaders.extract.facts.draft import Asked, Draft, Reading
from loaders.places import places

# Facts whose other end is a coordinating body, and nothing else.
OF_COMMITTEES = ("member_of", "answers_to")


def settle(reading: Reading, place: str) -> None:
    """Let facts about bodies of this document fit what these are; what each leaves out is an open question."""
    names = places().names(place)
    bodies = {one.fields["key"]: one for one in reading.units() if one.owner is None or one.kind in BODIES}
    for unit in reading.units():
        for fact in unit.list_of("hosts"):
            _settle_hosting(reading, fact, bodies, names)
        for key in OF_COMMITTEES:
            for fact in unit.list_of(key):
                if name_key(fact.get("name") or "", names) in bodies:
                    unit.facts[key] = [one for one in unit.list_of(key) if one is not fact]
                    _ask(reading, fact)


def _settle_hosting(reading: Reading, fact: dict[str, Any], bodies: dict[str, Draft], names: list[str]) -> None:
    """An office that is described is hosted as what it is; one whose committee is a body has no committee."""
    group = fact.get("group")
    if group is None:
        return
    body = bodies.get(name_key(fact["name"].replace("{group}", group["name"]), names))
    if body is None and name_key(group["name"], names) not in bodies:
        return
    fact["name"] = fact["name"].replace("{group}", group["name"])
    fact["kind"] = body.kind if body and body.kind in BODIES else "hosted_office"
    del fact["group"]
    _ask(reading, fact)


def _ask(reading: Reading, fact: dict[str, Any]) -> None:
    why = Said("the document describes as a body what it calls a committee or its office here")
    reading.questions.append(Asked(fact["at"][0].span, why, "two_readings"))
