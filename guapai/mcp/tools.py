"""What a model may ask: every stored query, `find` and `proof`, each with typed parameters; nothing else is reachable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.catalog.catalogue import catalogue
from graph.catalog.parameters import Parameter
from graph.catalog.stored_query import StoredQuery
from graph.errors import NotThereError, did_you_mean
from graph.messages import spoken
from graph.plain_text import json_text
from graph.said import Said
from graph.statement import Answer
from guapai.graph import Graph

MOST_ROWS = 200
MOST_BYTES = 100_000  # of the rows as JSON in UTF-8: some 25,000 tokens
NAME = Parameter("name", "name", "any name of it, in Chinese or English, a short form, or an id", True)
ONE_NAME = {"type": "string", "description": NAME.description}
FIND = "What does a name stand for: what kind of thing, where, and who answers for it? 这个名称指的是什么？"
PROOF = "Which facts are stated about what a name stands for, and in which document and lines? 这个机构的事实出自哪里？"


@dataclass(frozen=True)
class Tool:
    """One question: its name as protocols spell it, what it says of itself, and its parameters."""

    name: str
    question: str
    description: str
    parameters: tuple[Parameter, ...]
    query: StoredQuery | None = None

    def schema(self) -> dict[str, Any]:
        """The parameters as JSON Schema."""
        return {
            "type": "object",
            "properties": {one.name: one.json_schema() if self.query else ONE_NAME for one in self.parameters},
            "required": [one.name for one in self.parameters if one.required],
            "additionalProperties": False,
        }

    def ask(self, graph: Graph, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The answer, within the caps; raises what asking raises."""
        if self.query is not None:
            return within_caps(graph.ask(self.query.name, **arguments))
        from graph.catalog.parameters import bind

        names = bind(self.parameters, arguments, self.name)["name"]
        if names is None or len(names) > 1:
            raise NAME.wrong(arguments["name"], self.name)
        return within_caps(graph.find(names[0]) if self.name == "find" else graph.proof(names[0]))


@cache
def tools() -> dict[str, Tool]:
    """Every tool by its name; a query `topic.name` is `topic_name`."""
    known = [Tool("find", FIND, "", (NAME,)), Tool("proof", PROOF, "", (NAME,))]
    known += [Tool(_spelled(one), one.question, one.description, one.parameters, one) for one in catalogue()]
    return {one.name: one for one in known}


def tool(name: str) -> Tool:
    """One tool; raises NotThereError, naming the nearest."""
    if name not in tools():
        todo = did_you_mean(name, tools()) or Said("list the tools")
        raise NotThereError(
            Said("tool {}", repr(name)), Said("there is no such tool"), Said("a name such as alias_hanging_signs"), todo
        )
    return tools()[name]


def _spelled(query: StoredQuery) -> str:
    return query.name.replace(".", "_")


def within_caps(answer: Answer) -> dict[str, Any]:
    """Rows without what is absent, at most so many and so many bytes; `total` says how many there are."""
    records = answer.records()
    rows = list(_first(records))
    notes = list(answer.notes)
    if len(rows) < len(records):
        notes.append(
            spoken(Said("these are the first {} of {} rows: ask for less, such as one place", len(rows), len(records)))
        )
    return {"rows": rows, "total": len(records), "notes": notes}


def _first(records: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    room = MOST_BYTES
    for record in records[:MOST_ROWS]:
        row = {name: value for name, value in record.items() if value not in (None, "", [])}
        room -= len(json_text(row).encode())
        if room < 0:
            return
        yield row
