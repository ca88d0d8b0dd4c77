"""Tables that `neo4j-admin database import full` reads: a file for each set of labels and each type, and the arguments.

A text is always quoted, a value that is absent is nothing, lists are parted by the character U+001F, which no document
prints. Nodes are told apart by `NodeRow.key`, which is no property of theirs.
"""

import types
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shlex import quote
from typing import IO, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from graph.errors import ContentError
from graph.said import Said
from graph.schema import NODE_BY_LABEL, RELATIONSHIP_BY_TYPE
from graph.statement import NodeRow, RelationshipRow, Value
from graph.store.indexes import GUAPAI
from graph.version import SCHEMA_VERSION

PARTING = "\x1f"
ARGUMENTS = "import.args"
OPTIONS = (
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    "--legacy-style-quoting=false",
    "--overwrite-destination",
)
KINDS = {bool: "boolean", int: "long", float: "double", str: "string"}
Columns = tuple[tuple[str, str], ...]


@dataclass
class Written:
    """How many nodes and relationships the files hold."""

    nodes: int = 0
    relationships: int = 0


class ImportFiles:
    """The files of one import, open until `close`; rows are written as they come."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written = Written()
        self._open = ExitStack()
        self._files: dict[tuple[str, Columns], IO[str]] = {}
        self._arguments: list[str] = []

    def put_schema(self) -> None:
        """The node that says of which schema the graph is."""
        file = self._file("nodes", GUAPAI, (("id", "string"), ("schema_version", "long")))
        file.write(f"{_quoted('guapai')},{_quoted('guapai')},{SCHEMA_VERSION}\n")

    def put_node(self, row: NodeRow) -> None:
        """A node with its labels."""
        columns = _columns(NODE_BY_LABEL[row.labels[0]], row.properties)
        file = self._file("nodes", ":".join(row.labels), columns)
        file.write(f"{_quoted(row.key)},{_cells(columns, row.properties)}\n")
        self.written.nodes += 1

    def put_relationship(self, row: RelationshipRow) -> None:
        """A relationship between nodes that are written, too."""
        columns = _columns(RELATIONSHIP_BY_TYPE[row.type], row.properties)
        file = self._file("relationships", row.type, columns)
        start, end = map(_quoted, row.ends)
        file.write(f"{start},{end}{',' if columns else ''}{_cells(columns, row.properties)}\n")
        self.written.relationships += 1

    def _file(self, sort: str, kind: str, columns: Columns) -> IO[str]:
        known = self._files.get((kind, columns))
        if known is not None:
            return known
        number = sum(1 for one, _ in self._files if one == kind)
        path = self.folder / f"{sort}-{kind.replace(':', '-')}{f'-{number}' if number else ''}.csv"
        file = self._open.enter_context(path.open("w", encoding="utf-8", errors="backslashreplace", newline=""))
        first = [":ID"] if sort == "nodes" else [":START_ID", ":END_ID"]
        file.write(",".join([*first, *(f"{name}:{type_}" for name, type_ in columns)]) + "\n")
        self._arguments.append(f"--{sort}={kind}=./{path.name}")
        self._files[kind, columns] = file
        return file

    def give_up(self) -> None:
        """Close the files and take them away: nothing of an import that is not whole stays."""
        with suppress(OSError):  # what a full disk did not take is lost on purpose
            self._open.close()
        for path in self.folder.glob("*.csv"):
            path.unlink()
        (self.folder / ARGUMENTS).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the files and write the arguments of the command beside them."""
        self._open.close()
        text = "".join(f"{one}\n" for one in (*OPTIONS, *sorted(self._arguments)))
        (self.folder / ARGUMENTS).write_text(text, encoding="utf-8")


def command(folder: Path) -> str:
    """What makes a database of the files."""
    return Said(
        "with the server ended, its database is made by: cd {} && neo4j-admin database import full neo4j @import.args",
        quote(str(folder.absolute())),
    )


def _columns(kind: type[BaseModel], properties: Mapping[str, Value]) -> Columns:
    """Every property that such a thing may have, with its type; where that may be one of two, the type of the value."""
    known = _declared(kind)
    if strange := properties.keys() - known.keys():
        raise KeyError(*strange)
    return _sure(kind) or tuple((name, type_ or KINDS[type(properties.get(name, ""))]) for name, type_ in known.items())


@cache
def _declared(kind: type[BaseModel]) -> dict[str, str]:
    return {name: _type(field.annotation) for name, field in kind.model_fields.items() if not field.exclude}


@cache
def _sure(kind: type[BaseModel]) -> Columns:
    """The columns where no value changes them; none where one may be of two types."""
    known = _declared(kind)
    return tuple(known.items()) if all(known.values()) else ()


def _type(annotation: Any) -> str:
    """The type of a column; empty where a value may be of two types."""
    found = set(_types(annotation)) - {""}
    return found.pop() if len(found) == 1 else ""


def _types(annotation: Any) -> Iterator[str]:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        for one in get_args(annotation):
            yield from _types(one)
    elif origin is list:
        (inner,) = get_args(annotation)
        yield f"{_type(inner)}[]"
    elif origin is Literal:
        yield "string"
    elif hasattr(annotation, "__metadata__"):
        yield from _types(get_args(annotation)[0])
    elif annotation is not types.NoneType:
        yield KINDS[annotation]


FITTING: dict[str, tuple[type, ...]] = {"boolean": (bool,), "long": (int,), "double": (int, float), "string": (str,)}


def fits(kind: type[BaseModel], name: str, value: Any) -> bool:
    """Whether the files can hold this value as this property of such a thing."""
    if name not in _declared(kind):
        return False
    type_ = _declared(kind)[name]
    allowed = FITTING.get(type_.removesuffix("[]"), tuple(KINDS))
    inside = value if isinstance(value, list) else [value]
    if isinstance(value, list) != type_.endswith("[]") or any(type(one) not in allowed for one in inside):
        return False
    return not isinstance(value, list) or not any(one == "" or PARTING in str(one) for one in inside)


def _cells(columns: Columns, properties: Mapping[str, Value]) -> str:
    return ",".join([_cell(properties.get(name)) for name, _ in columns])


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return _quoted(PARTING.join(map(str, _without_parting(value))))


def _without_parting(values: Iterable[str | int]) -> Iterator[str | int]:
    for one in values:
        if isinstance(one, str) and (PARTING in one or not one):
            raise ContentError(
                "neo4j-admin",
                Said("a list holds {}", repr(one)),
                Said("texts without U+001F"),
                Said("correct the record"),
            )
        yield one


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
