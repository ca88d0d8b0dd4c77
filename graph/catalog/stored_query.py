"""A .cypher file as a `StoredQuery`: its question, parameters, columns and text."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.catalog.parameters import Parameter
from graph.catalog.types import COLUMNS, PARAMETERS, things_of
from graph.errors import ContentError, NotThereError, did_you_mean
from graph.reading import read_text
from graph.said import Said, code

TAG = re.compile(r"//\s*@(?P<tag>\w+)\s*(?P<rest>.*)")
DECLARED = re.compile(r"(?P<name>\w+)\s+(?P<type>[\w<>|]+)\s*(?:=\s*(?P<default>.+?)\s*)?--\s*(?P<text>\S.*)")
NEAR_THING = re.compile(r"near\s+(?P<thing>\w+)")  # the default of a place: where the things of another parameter are
TAGS = ("param", "column")
PICTURE = ".picture.cypher"
NEAR = ".near.cypher"


@dataclass(frozen=True)
class Column:
    """One declared column of the answer."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class StoredQuery:
    """One question with its Cypher; `text` is the whole file, comments too, and runs as it is.

    `picture` is the same for the file that returns paths, `near` the question for near misses; None where there is none.
    """

    name: str
    question: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str
    path: Path
    picture: str | None = None
    near: "StoredQuery | None" = None

    @property
    def topic(self) -> str:
        """The folder it stands in."""
        return self.name.split(".")[0]

    def question_in(self, language: str) -> str:
        """The question in "zh" or "en": the first line holds both, English first."""
        found = re.match(r"(?P<en>.*?\?)\s*(?P<zh>\S.*)?$", self.question)
        if found is None:
            return self.question
        return found["zh"] if language == "zh" and found["zh"] else found["en"]


def read_query(path: Path, name: str) -> StoredQuery:
    """Parse one file; raises ContentError where its head is not of the form. Its Cypher is checked elsewhere."""
    text = _text(path)
    lines = text.splitlines()
    question = lines[0].removeprefix("//").strip() if lines and lines[0].startswith("//") else ""
    if not question.endswith(("?", "？")):
        raise ContentError(
            f"{path}:1",
            Said("the first line is {}", repr(question)),
            Said("a comment that asks a question, ending with ?"),
            Said("// Which units hang another body's sign?"),
        )
    parameters: list[Parameter] = []
    columns: list[Column] = []
    description: list[str] = []
    for number, line in enumerate(lines[1:], 2):
        if not line.startswith("//"):
            break
        tag = TAG.match(line)
        if tag is None:
            description.append(line.removeprefix("//").strip())
        elif tag["tag"] == "param":
            parameters.append(_parameter(tag["rest"], f"{path}:{number}"))
        elif tag["tag"] == "column":
            declared = _declared(tag["rest"], f"{path}:{number}", COLUMNS)
            columns.append(Column(declared["name"], declared["type"], declared["text"]))
        else:
            raise ContentError(
                f"{path}:{number}",
                Said("the tag @{} is unknown", tag["tag"]),
                Said("@param or @column"),
                did_you_mean(tag["tag"], TAGS) or Said("guapai queries show alias.hanging_signs"),
            )
    picture, near = (beside(path, ending) for ending in (PICTURE, NEAR))
    main = near != path
    return StoredQuery(
        name,
        question,
        " ".join(part for part in description if part),
        tuple(parameters),
        tuple(columns),
        text,
        path,
        _text(picture) if main and picture.is_file() else None,
        read_query(near, f"{name} (near misses)") if main and near.is_file() else None,
    )


def _text(path: Path) -> str:
    return read_text(path, Said("a query"), Said("guapai queries list"))


def beside(path: Path, ending: str) -> Path:
    """The file of the picture, or of the near misses, that may stand beside a query."""
    return path.with_name(path.name.split(".")[0] + ending)


def query_files(root: Path) -> list[Path]:
    """The files of queries in a folder and the folders in it, sorted; the file itself where it is one.

    Raises NotThereError where there is none.
    """
    if root.is_file():
        return [root]
    found = sorted(path for deep in ("*.cypher", "*/*.cypher") for path in root.glob(deep))
    files = [path for path in found if not path.name.endswith((PICTURE, NEAR))]
    if not files:
        raise NotThereError(
            str(root),
            Said("there is no stored query") if root.is_dir() else Said("there is no such folder"),
            Said("files <topic>/<name>.cypher"),
            Said("guapai queries new alias.mine --queries DIR"),
        )
    return files


def _declared(rest: str, where: str, types: Sequence[str]) -> dict[str, Any]:
    found = DECLARED.fullmatch(rest.strip())
    if found is None:
        raise ContentError(
            where,
            Said("{} cannot be read", repr(rest)),
            Said("NAME TYPE -- DESCRIPTION, with = DEFAULT for a parameter"),
            Said("// @param place place = null -- only this place"),
        )
    declared = found.groupdict()
    if declared["type"] not in types and not (types is PARAMETERS and things_of(declared["type"])):
        todo = did_you_mean(declared["type"], types) or Said("guapai queries show alias.hanging_signs")
        raise ContentError(
            where, Said("the type {} is unknown", repr(declared["type"])), Said("one of {}", ", ".join(types)), todo
        )
    return declared


def _parameter(rest: str, where: str) -> Parameter:
    declared = _declared(rest, where, PARAMETERS)
    default = declared["default"]
    near = NEAR_THING.fullmatch(default or "")
    if near is not None:
        return Parameter(declared["name"], declared["type"], code(declared["text"]), False, near=near["thing"])
    try:
        value = None if default is None else json.loads(default)
    except ValueError as error:
        raise ContentError(
            where,
            Said("the default {} is no JSON", repr(default)),
            Said('null, a number or a "text"'),
            Said("put a text in double quotes"),
        ) from error
    return Parameter(declared["name"], declared["type"], code(declared["text"]), default is None, value)
