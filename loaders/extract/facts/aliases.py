"""Second names of a unit: each kind and name once, with every line that proves it."""

from typing import Any

from graph.identity import name_key
from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading, is_new
from loaders.extract.mentions.second_names import SecondName
from loaders.places import places

# What may be the name of a body, and what stands by itself.
NAMES = ("sign", "bracket", "second_name")
BODIES = ("bureau", "institution")


def add_second_name(document: Document, owner: Draft, second: SecondName) -> None:
    """Note a second name of a unit; the same name in the same kind is one alias with several proofs.

    Two rules that read the same characters differently are both kept as proposals.
    """
    name = document.printed(second.name)
    if name == owner.name or name.startswith(document.grammar.short_names.POINTING):
        return
    if second.kind == "translation":
        owner.fields.setdefault("name_zh", name)
        owner.fields.setdefault("name_zh_source", "printed")
        return
    quote = document.quote(second.name, second.rule)
    for known in owner.list_of("aliases"):
        if known["name"] == name and known["kind"] == second.kind:
            if is_new(known["at"], quote):
                known["at"].append(quote)
            return
    alias: dict[str, Any] = {"kind": second.kind, "name": name, "at": [quote]}
    if second.kind == "sign":
        alias["wording"] = second.wording
    for other in owner.list_of("aliases"):
        if other["kind"] != second.kind and any(_overlap(one.span, quote.span) for one in other["at"]):
            other["status"] = alias["status"] = "proposed"
    owner.add("aliases", alias)


def _overlap(one: Span, other: Span) -> bool:
    return one.line == other.line and one.start < other.end and other.start < one.end


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
