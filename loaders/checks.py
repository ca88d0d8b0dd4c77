"""What must hold in a record before it may become a graph, and how it is compared with its document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from graph.errors import ContentError
from graph.proof import Quote, quote_hash
from graph.said import Said
from loaders.context import Context
from loaders.reading import RecordFile
from loaders.yaml_reading import Location

# What holds no proof: most of a record.
PLAIN = (str, int, float)


def check_record(context: Context) -> None:
    """Raise ContentError for a span outside the document and for a body above itself."""
    last = context.record.document.line_count
    for path, quote in proofs(context.record, ()):
        if quote.span.line > last:
            found = Said("the proof {} lies outside the document", quote.span)
            raise ContentError(
                context.file.at(path), found, Said("a line from 1 to {}", last), Said("guapai check RECORD DOCUMENT")
            )
    for placed in context.placed:
        for line in placed.unit.lines:
            if not 1 <= line <= last:
                where = context.file.at((*placed.path, "lines"))
                raise ContentError(
                    where,
                    Said("line {} lies outside the document", line),
                    Said("a line from 1 to {}", last),
                    Said("correct the lines of this unit"),
                )
    _refuse_cycles(context)


def _refuse_cycles(context: Context) -> None:
    above: dict[str, list[str]] = {}
    for placed in context.placed:
        unit = placed.unit
        superiors = [one.id for one in (*unit.affiliated_with, *unit.managed_by) if one.id]
        if placed.owner and not superiors:
            superiors = [placed.owner.id]
        above[placed.id] = superiors
    for placed in context.placed:
        chain = _cycle(placed.id, above)
        if chain:
            where = context.file.at(placed.path)
            raise ContentError(
                where,
                Said("a cycle: {}", " -> ".join(chain)),
                Said("no unit above itself"),
                Said("correct one of them"),
            )


def _cycle(start: str, above: dict[str, list[str]]) -> list[str]:
    """The chain of ids from `start` back to `start`; empty where there is none."""
    reached: dict[str, str] = {}
    waiting = [start]
    while waiting:
        current = waiting.pop()
        for superior in above.get(current, []):
            if superior == start:
                chain = [current]
                while chain[-1] != start:
                    chain.append(reached[chain[-1]])
                return [*reversed(chain), start]
            if superior not in reached:
                reached[superior] = current
                waiting.append(superior)
    return []


def proofs(value: Any, path: Location) -> list[tuple[Location, Quote]]:
    """Every proof in a record with the path where it stands, in the order of the record."""
    found: list[tuple[Location, Quote]] = []
    _collect(value, path, found)
    return found


def _collect(value: Any, path: Location, found: list[tuple[Location, Quote]]) -> None:
    if isinstance(value, Quote):
        found.append((path, value))
    elif isinstance(value, BaseModel):
        for name, inner in vars(value).items():
            if inner and not isinstance(inner, PLAIN):
                _collect(inner, (*path, name), found)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, PLAIN):
                break
            _collect(item, (*path, index), found)


@dataclass(frozen=True)
class Finding:
    """A proof that does not fit the document: where in the record, and what is wrong."""

    where: str
    found: str


def compare(file: RecordFile, lines: Sequence[str]) -> Iterator[Finding]:
    """Every proof of a record whose span or hash differs from the lines of a document."""
    for path, quote in proofs(file.record, ()):
        try:
            text = quote.span.quoted(lines)
        except ValueError as error:
            yield Finding(file.at(path), str(error))
            continue
        if quote_hash(text) != quote.hash:
            yield Finding(file.at(path), Said("{} quotes other characters than the record was made from", quote.span))
