"""The schema as text, JSON, Markdown and a Mermaid diagram, made from the declarations."""

import inspect
import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from graph.schema.nodes import ACTORS, NODES, Node, Organization
from graph.schema.relationships import RELATIONSHIPS, Relationship
from graph.version import SCHEMA_VERSION

ANY_ACTOR = "Organization"
INTERNAL = ("start_id", "end_id")


def own_properties(kind: type[BaseModel]) -> dict[str, str]:
    """The properties that a type adds to those it shares, with their descriptions."""
    shared: set[str] = set()
    for base in kind.__mro__[1:]:
        if isinstance(base, type) and issubclass(base, BaseModel):
            shared |= set(base.model_fields)
    return {
        name: field.description or ""
        for name, field in kind.model_fields.items()
        if name not in shared and name not in INTERNAL
    }


def ends(kinds: tuple[type[Node], ...]) -> str:
    """The labels of one end; `Organization` where every actor may stand there."""
    return ", ".join(_sides(kinds))


def summary(kind: type[BaseModel]) -> str:
    """The first sentence of the docstring."""
    return inspect.cleandoc(kind.__doc__ or "").splitlines()[0]


def text() -> str:
    """For a terminal."""
    lines = [f"schema version {SCHEMA_VERSION}", "", "nodes"]
    for node in NODES:
        lines.append(f"  {node.label}  {node.chinese}: {summary(node)}")
        lines += [f"      {name}: {meaning}" for name, meaning in own_properties(node).items()]
    lines += ["", "relationships"]
    for one in RELATIONSHIPS:
        lines.append(f"  ({ends(one.start)})-[:{one.relation}]->({ends(one.end)})  {summary(one)}")
        lines += [f"      {name}: {meaning}" for name, meaning in own_properties(one).items()]
    return "\n".join(lines)


def as_json() -> str:
    """For programs: nodes and relationships with their properties."""
    content: dict[str, Any] = {
        "version": SCHEMA_VERSION,
        "nodes": [
            {"label": node.label, "chinese": node.chinese, "meaning": summary(node), "properties": _all(node)}
            for node in NODES
        ],
        "relationships": [
            {
                "type": one.relation,
                "start": [kind.label for kind in one.start],
                "end": [kind.label for kind in one.end],
                "meaning": summary(one),
                "properties": _all(one),
            }
            for one in RELATIONSHIPS
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _all(kind: type[BaseModel]) -> dict[str, str]:
    return {name: field.description or "" for name, field in kind.model_fields.items() if name not in INTERNAL}


def mermaid() -> str:
    """A diagram of the relationships between labels."""
    lines = ["flowchart LR"]
    for one in RELATIONSHIPS:
        for start in _sides(one.start):
            lines += [f"    {start} -->|{one.relation}| {end}" for end in _sides(one.end)]
    return "\n".join(lines)


def _sides(kinds: tuple[type[Node], ...]) -> list[str]:
    if not set(ACTORS) <= set(kinds):
        return [kind.label for kind in kinds]
    return [ANY_ACTOR, *(kind.label for kind in kinds if kind not in ACTORS)]


def markdown() -> str:
    """The page SCHEMA.md."""
    return "\n".join(_markdown())


def _markdown() -> Iterator[str]:
    yield "# Schema"
    yield f"Version {SCHEMA_VERSION}. Made by `guapai schema --format markdown` from `graph/schema/`."
    yield ""
    yield "## Every node"
    yield from _table(own_properties(Node))
    yield "## Every actor"
    yield "Carries `Organization` and one label of its own."
    yield ""
    yield from _table(own_properties(Organization))
    yield "## Nodes"
    for node in NODES[1:]:
        yield f"### {node.label} {node.chinese}"
        yield summary(node)
        yield ""
        yield from _table(own_properties(node))
    yield "## Proof on every relationship"
    yield "WITHIN, GOVERNS, IN_PLACE, DESCRIBED_IN, NAMED_IN, NAMES, RAISED_BY and CITES carry no span."
    yield ""
    yield from _table(own_properties(Relationship))
    yield "## Relationships"
    for one in RELATIONSHIPS:
        yield f"### {one.relation}"
        yield f"{ends(one.start)} → {ends(one.end)}. {summary(one)}"
        yield ""
        yield from _table(own_properties(one))


def _table(properties: dict[str, str]) -> Iterator[str]:
    if properties:
        yield "| property | meaning |"
        yield "|---|---|"
        yield from (f"| `{name}` | {meaning} |" for name, meaning in properties.items())
        yield ""
