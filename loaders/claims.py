"""Shared nodes: what one document says of a node, and how the node looks when several say something.

What a document says stands on its own DESCRIBED_IN or NAMED_IN. The node shows, property by property, what the document
says that comes first: one that describes it before one that names it, of describing ones the later, of naming ones
one that knows its kind, then the smaller document id. So any order of loading and forgetting gives the same node.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.identity import document_id
from graph.schema import NODE_BY_LABEL, Document, Function, Name, Organization, Place, Question
from graph.statement import NodeRow, RelationshipRow, Value

# Said by data files, or by one document alone: nobody else says anything of them.
UNSHARED = frozenset((Place.label, Function.label, Name.label, Question.label))
NAMED_ONLY = "External"
# Properties that belong together: all of them come from one document.
TOGETHER = (
    ("name_zh", "name_zh_source"),
    ("name_en", "name_en_source"),
    ("stated_divisions", "stated_institutions", "stated_branches", "no_divisions_stated", "stated_lines"),
)
GROUP = {name: group for group in TOGETHER for name in group}
# True only where every document says so.
SAID_BY_ALL = ("implied", "unnamed")
NOT_SHOWN = ("label", "as_of", "document")


def is_claimed(node: NodeRow) -> bool:
    """Do documents say something of it that another document may say otherwise?"""
    label = node.labels[0]
    return label not in UNSHARED and (label != Document.label or "external" in node.properties)


def claim_of(node: NodeRow, document: str, as_of: str | None = None) -> RelationshipRow:
    """What a document says of a node, as the relationship on which it stands."""
    actor = node.labels[-1] == Organization.label
    described = actor and node.properties.get("document") == document
    left_out = {"id", "document", *(("place",) if node.properties.get("place") == _place(node.id) else ())}
    said: dict[str, Value] = {name: value for name, value in node.properties.items() if name not in left_out}
    said |= {"document": document, "label": node.labels[0]}
    if described and as_of:
        said["as_of"] = as_of
    kind = "DESCRIBED_IN" if described else "NAMED_IN"
    return RelationshipRow(kind, node.id, document_id(document), document, node.labels[0], Document.label, said)


def said_by(claim: RelationshipRow) -> NodeRow:
    """The node as the document of a claim has it."""
    return shown(claim.start, [claim])


def shown(own_id: str, claims: Iterable[RelationshipRow]) -> NodeRow:
    """The node when these documents say something of it; there is at least one."""
    ranked = sorted(claims, key=_rank)
    ranked.sort(key=lambda claim: str(claim.properties.get("as_of", "")), reverse=True)
    ranked.sort(key=lambda claim: claim.type != "DESCRIBED_IN")
    first = ranked[0]
    kind = NODE_BY_LABEL[str(first.properties["label"])]
    properties: dict[str, Value] = {"id": own_id}
    for name in kind.model_fields.keys() - {"document"}:
        group = GROUP.get(name, (name,))
        speaker = next((one for one in ranked if any(part in one.properties for part in group)), None)
        if speaker is not None and name in speaker.properties:
            properties[name] = speaker.properties[name]
    for name in SAID_BY_ALL:
        if not all(name in claim.properties for claim in ranked):
            properties.pop(name, None)
    _add_document(properties, first, kind)
    return NodeRow(own_id, kind.labels(), properties)


def _add_document(properties: dict[str, Value], first: RelationshipRow, kind: type[Any]) -> None:
    """The document that describes it (of things that are not actors: that says it), its lines, and the place."""
    actor = issubclass(kind, Organization)
    if actor:
        properties.setdefault("place", _place(first.start))
    if actor and first.type != "DESCRIBED_IN":
        return
    if "document" in kind.model_fields:
        properties["document"] = str(first.document)


def _rank(claim: RelationshipRow) -> tuple[bool, str]:
    named = claim.type != "DESCRIBED_IN"
    return named and claim.properties["label"] == NAMED_ONLY, str(claim.document)


def agrees(claim: RelationshipRow, node: NodeRow) -> bool:
    """Does the node show already all that the claim says? Then one more document that says it changes nothing."""
    said, seen = claim.properties, node.properties
    label, named = said["label"], claim.type != "DESCRIBED_IN"
    if label != node.labels[0] and not (named and label == NAMED_ONLY):
        return False
    if any((name in said) != (name in seen) for name in SAID_BY_ALL):
        return False
    if any(seen.get(name) != value for name, value in said.items() if name not in NOT_SHOWN):
        return False
    if any(_part(said, group) and _part(said, group) != _part(seen, group) for group in TOGETHER):
        return False
    actor = node.labels[-1] == Organization.label
    if actor and seen.get("place") != said.get("place", _place(node.id)):
        return False  # what others keep here has neither place nor document
    return (named and actor) or seen.get("document", claim.document) == claim.document


def _part(properties: Mapping[str, Value], names: Iterable[str]) -> dict[str, Value]:
    return {name: properties[name] for name in names if name in properties}


def _place(own_id: str) -> str:
    """The place in whose bodies an id lies."""
    return own_id.split("/", 1)[0]
