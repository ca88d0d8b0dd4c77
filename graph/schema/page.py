"""The schema as text, JSON, Markdown and a Mermaid diagram, made from the declarations."""

import inspect
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from graph.folders import bundled
from graph.schema.nodes import ACTORS, NODES, Node, Organization
from graph.schema.properties import Property, own_properties, properties
from graph.schema.relationships import RELATIONSHIPS, Relationship
from graph.version import SCHEMA_VERSION

ANY_ACTOR = "Organization"
LIST = "list of "


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
        lines += map(_line, own_properties(node))
    lines += ["", "relationships"]
    for one in RELATIONSHIPS:
        lines.append(f"  ({ends(one.start)})-[:{one.relation}]->({ends(one.end)})  {summary(one)}")
        lines += map(_line, own_properties(one))
    return "\n".join(lines)


def as_json() -> str:
    """For programs: nodes and relationships with their properties."""
    content: dict[str, Any] = {
        "version": SCHEMA_VERSION,
        "nodes": [
            {"label": node.label, "chinese": node.chinese, "meaning": summary(node), **_all(node)} for node in NODES
        ],
        "relationships": [
            {
                "type": one.relation,
                "start": [kind.label for kind in one.start],
                "end": [kind.label for kind in one.end],
                "meaning": summary(one),
                **_all(one),
            }
            for one in RELATIONSHIPS
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _line(one: Property) -> str:
    allowed = f" [{', '.join(one.values)}]" if one.values else ""
    return f"      {one.name} ({' or '.join(one.type)}{', must be there' * one.required}): {one.meaning}{allowed}"


def _all(kind: type[BaseModel]) -> dict[str, Any]:
    """The meaning of each property, and beside it what it holds."""
    held = properties(kind)
    details = {
        one.name: {
            "type": " or ".join(one.type),
            "required": one.required,
            **({"values": list(one.values)} if one.values else {}),
        }
        for one in held
    }
    return {"properties": {one.name: one.meaning for one in held}, "details": details}


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


def markdown(language: str = "en") -> str:
    """The page SCHEMA.md, or SCHEMA.zh-CN.md."""
    return "\n".join(_Page(language).lines())


class _Page:
    """The page in one language."""

    def __init__(self, language: str) -> None:
        self.chinese = language == "zh"
        self.command = "guapai schema --format markdown" + " --lang zh" * self.chinese

    def lines(self) -> Iterator[str]:
        """From the first heading to the last table."""
        yield f"# {self.told('Schema')}"
        yield self.told("Version {}. Made by `{}` from `graph/schema/`.").format(SCHEMA_VERSION, self.command)
        yield self.told("A partial date is `2008`, `2008-06` or `2008-06-01`: as much as the document says.")
        yield ""
        yield f"## {self.told('Every node')}"
        yield from self.table(own_properties(Node))
        yield f"## {self.told('Every actor')}"
        yield self.told("Carries `Organization` and one label of its own.")
        yield ""
        yield from self.table(own_properties(Organization))
        yield f"## {self.told('Nodes')}"
        for node in NODES[1:]:
            yield f"### {node.label} {node.chinese}"
            yield self.told(summary(node))
            yield ""
            yield from self.table(own_properties(node))
        yield f"## {self.told('Proof on every relationship')}"
        yield self.told("{} carry no span.").format(", ".join(one.relation for one in RELATIONSHIPS if not one.proven))
        yield ""
        yield from self.table(own_properties(Relationship))
        yield f"## {self.told('Relationships')}"
        for one in RELATIONSHIPS:
            yield f"### {one.relation} {terms()['relationship'][one.relation]}"
            stop = "。" if self.chinese else ". "
            yield f"{ends(one.start)} → {ends(one.end)}{stop}{self.told(summary(one))}"
            yield ""
            yield from self.table(own_properties(one))

    def told(self, english: str) -> str:
        """A sentence in the language of the page."""
        return sentences()[english] if self.chinese else english

    def table(self, properties: list[Property]) -> Iterator[str]:
        """One row for each property; nothing where there is none."""
        if properties:
            yield "| " + " | ".join(map(self.told, ("property", "type", "must be there", "meaning"))) + " |"
            yield "|---|---|---|---|"
            yield from map(self.row, properties)
            yield ""

    def row(self, one: Property) -> str:
        """Its name, type, whether it must be there, meaning and allowed values with their Chinese terms."""
        kinds = [
            self.told("list of {}").format(self.told(kind.removeprefix(LIST)))
            if kind.startswith(LIST)
            else self.told(kind)
            for kind in one.type
        ]
        kind = kinds[0] if len(kinds) == 1 else self.told("{} or {}").format(*kinds)
        between, stop = ("、", "。") if self.chinese else (", ", ".")
        allowed = between.join(f"`{value}` {term(one.name, value)}" for value in one.values)
        said = self.told(one.meaning) + (f"{self.told(' One of ')}{allowed}{stop}" if allowed else "")
        return f"| `{one.name}` | {kind} | {self.told('yes') if one.required else ''} | {said} |"


def term(name: str, value: str) -> str:
    """The Chinese term for a value of a property with a closed list."""
    return terms().get(name, {}).get(value) or _content()["values"][value]


@cache
def terms() -> dict[str, dict[str, str]]:
    """The Chinese of values, by column, as answers show them."""
    found: dict[str, dict[str, str]] = json.loads((bundled("data") / "messages.json").read_text("utf-8"))["values"]
    return found


def sentences() -> dict[str, str]:
    """The Chinese of every sentence of the page, by its English."""
    return _content()["sentences"]


@cache
def _content() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((bundled("data") / "schema.json").read_text("utf-8"))
    return found
