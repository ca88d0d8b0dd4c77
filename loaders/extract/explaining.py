"""What was made of each line of a document: every fact with its value, and by which rule."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.proof import Quote
from loaders.checks import proofs
from loaders.extract.extraction import Extraction
from loaders.record import Entry, Record, Remark, Unit

Path = tuple[str | int, ...]
# What of a unit is told with it; all else of it is a fact of its own.
OF_UNIT = ("kind", "name", "number", "rank", "system", "civil_service_ref", "name_zh", "name_en")
# Where a thing stands, how sure it is, and how it is written: no part of what it says.
ABOUT = frozenset(("at", "lines", "printed", "key", "confidence", "valid_from", "valid_to", "place", "name_zh_source"))
ABOUT |= {"name_en_source", "implied", "language"}


@dataclass(frozen=True)
class Told:
    """One thing that a record says, or leaves open."""

    kind: str
    """unit, the name of a list of facts (aliases, hosts, duties …), ignored or question."""
    depth: int
    """In how many bodies and units it stands."""
    values: tuple[tuple[str, tuple[str, ...]], ...]
    """What it says, by the names of the record's fields."""


@dataclass(frozen=True)
class Mark:
    """Characters of a line that became a fact, are ignored, or are an open question."""

    quote: Quote
    kind: str
    says: str
    """The rule, or the reason."""
    told: int
    """Which of the things that the record says, from 0."""


@dataclass(frozen=True)
class Explained:
    """Everything that a record says in its order, and the marks of each line, from left to right, longer ones first."""

    told: tuple[Told, ...]
    marks: dict[int, list[Mark]]


def explained(extraction: Extraction) -> Explained:
    """What was made of a document."""
    record = extraction.record
    numbers: dict[Path, int] = {}
    told: list[Told] = []
    by_line: dict[int, list[Mark]] = defaultdict(list)
    for path, quote in proofs(record, ()):
        fact = _fact(path)
        if fact not in numbers:
            numbers[fact] = len(told)
            told.append(Told(_kind(fact), sum(part == "units" for part in fact), tuple(_values(_at(record, fact)))))
        by_line[quote.span.line].append(Mark(quote, _kind(fact), _says(record, path, quote), numbers[fact]))
    for line in by_line.values():
        line.sort(key=lambda mark: (mark.quote.span.start, -mark.quote.span.end, mark.kind))
    return Explained(tuple(told), dict(by_line))


def marks(extraction: Extraction) -> dict[int, list[Mark]]:
    """The marks of every line that has any, from left to right, longer ones first."""
    return explained(extraction).marks


def _fact(path: Path) -> Path:
    """The way to the body, unit or fact that a proof is of: what is inside a fact is a part of it."""
    end = 0
    while path[end] in ("bodies", "units"):
        end += 2
    if path[end] == "at":
        return path[:end]
    return path[: end + 2] if len(path) > end + 1 and isinstance(path[end + 1], int) else path[: end + 1]


def _kind(fact: Path) -> str:
    """The list of facts that a path leads into; the unit itself where it leads into none."""
    names = [part for part in fact if isinstance(part, str)]
    if names[0] in ("ignored", "questions", "cites"):
        return names[0].removesuffix("s") if names[0] == "questions" else names[0]
    inside = [name for name in names if name not in ("bodies", "units")]
    return inside[0] if inside else "unit"


def _at(record: Record, path: Path) -> object:
    value: object = record
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part)  # type: ignore[index]
    return value


def _says(record: Record, path: Path, quote: Quote) -> str:
    """The rule that found it; the reason where it gives no fact."""
    value = _at(record, _fact(path))
    return value.reason if isinstance(value, Remark) else quote.rule


def _values(value: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What an entry says, field by field: names of what is inside it, numbers, words of closed lists."""
    if not isinstance(value, Entry):
        return
    for name, one in value:
        if (isinstance(value, Unit) and name not in OF_UNIT) or name in ABOUT or one in (None, [], {}, False, ""):
            continue
        if name == "status" and one == "stated":
            continue
        if isinstance(value, Remark) and name in ("why", "fields"):
            yield from [("why", (value.reason,))] if name == "why" else []
            continue
        yield name, tuple(text for text in map(_text, _several(one)) if text)


def _several(value: object) -> list[object]:
    if isinstance(value, dict):
        return [f"{key} {number}" for key, number in value.items()]
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str:
    """One value in words: of another entry its name."""
    if isinstance(value, Entry):
        return str(getattr(value, "name", None) or getattr(value, "id", None) or "")
    return "yes" if value is True else str(value)
