"""Answers as people see them: names in their language, proofs as document and lines, what no document prints marked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.catalog.answers import (
    OURS,
    UNPRINTED,
    UNSURE,
    Thing,
    ThingAnswer,
    is_unprinted,
    lines_in,
    plain,
    proofs_of,
    weakest,
)
from graph.catalog.types import BY_ID, NAMED, PATH, PHRASE, PROOF, is_list, item
from graph.messages import spoken, worded
from graph.said import Said
from graph.statement import Answer

MADE = {"Site": ("address",), "Quota": ("kind", "number"), "ChangeEvent": ("kind", "date")}
# Boundaries have no name, and neither have people whose name is printed blank.
NUMBERED = {"Boundary", "Person"}
NUMBERED_NAME = re.compile(r"(boundary|person) (\d+)")
SAYS, SOURCE = "says", "source"


def for_people(answer: ThingAnswer, language: str, *, as_printed: bool = False) -> Answer:
    """The answer as texts, lists of texts and numbers, in "zh" or "en", or with names as printed.

    `*` stands behind a name that no document prints, `?` at the end of a row that is inferred or proposed.
    """
    reader = _Reader(language, as_printed)
    columns = [_heading(column.name, column.type) for column in answer.types]
    return Answer(columns, [reader.row(answer, row) for row in answer.rows], answer.notes)


def found_for_people(answer: ThingAnswer, language: str) -> Answer:
    """What `find` found as texts: who answers for a name stands in one column, with the way in which it does."""
    told = for_people(answer, language)
    kinds, owners = told.columns.index("owner_kinds"), told.columns.index("owners")
    answers = told.columns.index("answers")
    for row in told.rows:
        row[answers] = [f"{kind}: {owner}" for kind, owner in zip(row[kinds], row[owners], strict=True)]
    keep = [index for index in range(len(told.columns)) if index not in (kinds, owners)]
    return Answer([told.columns[index] for index in keep], [[row[index] for index in keep] for row in told.rows])


def shown_name(node: Thing, language: str) -> str:
    """What a node is called in "zh" or "en", with the mark of a name that no document prints."""
    return _Reader(language, as_printed=False).name(node)


def legend(answer: Answer) -> Iterator[str]:
    """What the marks mean that stand in an answer for people."""
    texts = [text for row in answer.rows for value in row for text in (value if isinstance(value, list) else [value])]
    if any(isinstance(text, str) and text.endswith(UNPRINTED) for text in texts):
        yield spoken(Said("* behind a name: no document prints it, it is translated or reconstructed"))
    if any(isinstance(text, str) and text.endswith(f" {UNSURE}") for text in texts):
        yield spoken(Said("? behind a row: no document states it outright, it is inferred or proposed"))


class _Reader:
    """Who reads: the language, and whether names are to be shown as printed."""

    def __init__(self, language: str, as_printed: bool) -> None:
        self.language = language
        self.as_printed = as_printed

    def row(self, answer: ThingAnswer, row: list[Any]) -> list[Any]:
        """One row; the mark of an unsure one stands behind its last proof."""
        cells = [self.cell(column.name, column.type, value) for column, value in zip(answer.types, row, strict=True)]
        proofs = [index for index, column in enumerate(answer.types) if column.type == PROOF]
        status = weakest(status for index in proofs for _, _, status in proofs_of(row[index]))
        if proofs and status in ("inferred", "proposed"):
            cells[proofs[-1]] = f"{cells[proofs[-1]] or ''} {UNSURE}"
        return cells

    def cell(self, name: str, kind: str, value: Any) -> Any:
        """A value of a typed column."""
        if value is None:
            return None
        if kind == PROOF:
            return source(value)
        if kind == PATH:
            return self.path(value)
        if item(kind) in (*NAMED, *BY_ID):
            return [self.name(one) for one in value] if is_list(kind) else self.name(value)
        if kind == PHRASE:
            return (None if self.as_printed else value.get(self.language)) or value.get("text")
        if kind == "boolean":
            return worded("answer", "yes" if value else "no")
        return worded(name, plain(kind, value))

    def name(self, node: Thing) -> str:
        """What a node is called, with the mark of a name that no document prints."""
        label = next(one for one in node["labels"] if one != "Organization")
        own: Mapping[str, Any] = node["properties"]
        made = [str(worded("kind", own[key])) for key in MADE.get(label, ()) if own.get(key) is not None]
        if made:
            return " ".join(made)
        if numbered := label in NUMBERED and NUMBERED_NAME.fullmatch(str(own.get("name"))):
            return f"{worded('kind', numbered[1])} {numbered[2]}"
        if label == "Document":
            return str(node["id"]).removeprefix("document/")
        wanted = own.get(f"name_{self.language}")
        if not wanted or (self.as_printed and label not in OURS):
            return str(own.get("name") or node["id"])
        return str(wanted) + (UNPRINTED if label not in OURS and is_unprinted(node, self.language) else "")

    def path(self, value: Thing) -> str:
        """The names of the nodes and the types of the relationships in turn."""
        names = [self.name(node) for node in value["nodes"]]
        links = [f" ({worded('relationship', link['type'])}) " for link in value["relationships"]]
        return "".join(one for pair in zip(names, [*links, ""], strict=True) for one in pair)


def source(value: Any) -> str:
    """Documents and lines of a proof, such as `tumen 73, 189`."""
    proofs = proofs_of(value)
    documents = sorted({document for document, _, _ in proofs if document})
    return "; ".join(_lines(document, lines_in(proofs, document)) for document in documents)


def _lines(document: str, lines: Iterable[int]) -> str:
    return f"{document} {', '.join(map(str, lines))}".rstrip()


def _heading(name: str, kind: str) -> str:
    return name.removesuffix(SAYS) + SOURCE if kind == PROOF and name.endswith(SAYS) else name
