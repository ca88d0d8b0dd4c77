"""Second names of a unit: each kind and name once, with every line that proves it."""

from typing import Any

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, is_new
from loaders.extract.mentions.second_names import SecondName


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
