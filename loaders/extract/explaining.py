"""What was made of each line of a document, and by which rule."""

from collections import defaultdict
from dataclasses import dataclass

from graph.proof import Quote
from loaders.checks import proofs
from loaders.extract.extraction import Extraction
from loaders.record import Fact, Record


@dataclass(frozen=True)
class Mark:
    """Characters of a line that became a fact, are ignored, or are an open question."""

    quote: Quote
    kind: str
    """unit, the name of a list of facts (aliases, hosts, duties …), ignored or question."""
    says: str
    """The rule, or the reason."""


def marks(extraction: Extraction) -> dict[int, list[Mark]]:
    """The marks of every line that has any, from left to right, longer ones first."""
    by_line: dict[int, list[Mark]] = defaultdict(list)
    record = extraction.record
    for path, quote in proofs(record, ()):
        names = [part for part in path if isinstance(part, str)]
        by_line[quote.span.line].append(Mark(quote, _kind(names), _says(record, path, quote)))
    for line in by_line.values():
        line.sort(key=lambda mark: (mark.quote.span.start, -mark.quote.span.end, mark.kind))
    return dict(by_line)


def _kind(names: list[str]) -> str:
    """The list of facts that a path leads into; the unit itself where it leads into none."""
    if names[0] in ("ignored", "questions", "cites"):
        return names[0].removesuffix("s") if names[0] == "questions" else names[0]
    inside = [name for name in names if name not in ("bodies", "units", "at")]
    return inside[0] if inside else "unit"


def _says(record: Record, path: tuple[str | int, ...], quote: Quote) -> str:
    """The rule that found it; the reason where it gives no fact."""
    value: object = record
    why = ""
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part)  # type: ignore[index]
        if hasattr(value, "why") and not isinstance(value, Fact):
            why = str(value.why)
    return why or quote.rule
