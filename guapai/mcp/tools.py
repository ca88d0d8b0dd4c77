"""What a model may ask: every stored query, `find` and `proof`, each with typed parameters; nothing else is reachable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.catalog.catalogue import catalogue
from graph.catalog.parameters import SHORT, Parameter
from graph.catalog.stored_query import StoredQuery
from graph.errors import NotThereError, UsageError, did_you_mean
from graph.messages import spoken
from graph.plain_text import json_text
from graph.said import Said
from graph.statement import Answer
from guapai.graph import Graph

MOST_ROWS = 200
MOST_BYTES = 100_000  # of the rows as JSON in UTF-8: some 25,000 tokens
MOST_NAMES = 100  # in one list: each is looked up
MOST_LETTERS = 1000  # of a name or a text: no document has a longer one
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
            "properties": {one.name: _capped(one.json_schema() if self.query else ONE_NAME) for one in self.parameters},
            "required": [one.name for one in self.parameters if one.required],
            "additionalProperties": False,
        }

    def ask(self, graph: Graph, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The answer, within the caps; raises UsageError for more than a question takes, and what asking raises."""
        for name, value in arguments.items():
            self._refuse_too_much(name, value)
        if self.query is not None:
            return within_caps(graph.ask(self.query.name, **arguments))
        from graph.catalog.parameters import bind

        names = bind(self.parameters, arguments, self.name)["name"]
        if names is None or len(names) > 1:
            raise NAME.wrong(arguments["name"], self.name)
        return within_caps(graph.find(names[0]) if self.name == "find" else graph.proof(names[0]))

    def _refuse_too_much(self, name: str, value: Any) -> None:
        several = value if isinstance(value, list) else [value]
        longest = max((len(text) for text in (name, *several) if isinstance(text, str)), default=0)
        if len(several) <= MOST_NAMES and longest <= MOST_LETTERS:
            return
        found = (
            Said("parameter {} has {} values", SHORT.repr(name), len(several))
            if len(several) > MOST_NAMES
            else Said("parameter {} has a text of {} characters", SHORT.repr(name), longest)
        )
        expected = Said("at most {} values of at most {} characters each", MOST_NAMES, MOST_LETTERS)
        raise UsageError(Said("tool {}", repr(self.name)), found, expected, Said("ask for less, in several calls"))


@cache
def tools() -> dict[str, Tool]:
    """Every tool by its name; a query `topic.name` is `topic_name`."""
    known = [Tool("find", FIND, "", (NAME,)), Tool("proof", PROOF, "", (NAME,))]
    known += [Tool(_spelled(one), one.question, one.description, one.parameters, one) for one in catalogue()]
    return {one.name: one for one in known}


def _capped(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter's schema with the caps of its texts and lists, for whoever reads it before asking."""
    limits = {"string": {"maxLength": MOST_LETTERS}, "array": {"maxItems": MOST_NAMES}}
    capped = {**schema, **limits.get(schema.get("type", ""), {})}
    for inner in ("items", "anyOf"):
        if isinstance(below := schema.get(inner), dict):
            capped[inner] = _capped(below)
        elif isinstance(below, list):
            capped[inner] = [_capped(one) for one in below]
    return capped


def tool(name: str) -> Tool:
    """One tool; raises NotThereError, naming the nearest."""
    if name not in tools():
        todo = did_you_mean(name[:MOST_LETTERS], tools()) or Said("list the tools")
        raise NotThereError(
            Said("tool {}", SHORT.repr(name)),
            Said("there is no such tool"),
            Said("a name such as alias_hanging_signs"),
            todo,
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
