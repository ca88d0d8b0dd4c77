"""What a record says of a document's structure, as lines that a person writes down: fixtures/readings/*.yaml hold the right ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from loaders.extract.document.reading import decode
from loaders.extract.extraction import Extraction, extract_document
from loaders.record import Record, Unit

FOLDER = Path(__file__).parents[1] / "fixtures" / "readings"


@dataclass(frozen=True)
class Case:
    """A small document, where it is from if the text does not say it, and how it is read rightly."""

    name: str
    text: str
    right: str
    place: str | None = None

    def read(self) -> Extraction:
        """The document as extraction reads it."""
        return extract_document(decode(self.text.encode(), self.name), self.name, self.place)


def cases() -> list[Case]:
    """Every case of the folder; the name is that of the file and its own."""
    return [
        Case(f"{path.stem}: {entry['name']}", entry["text"], entry["right"].strip(), entry.get("place"))
        for path in sorted(FOLDER.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def outline_of(record: Record) -> str:
    """Bodies and units, each below its owner with what is said of it; then the names that were seen and not taken."""
    return "\n".join(line for body in record.bodies for line in _lines(body, ""))


def _lines(unit: Unit, indentation: str) -> Iterator[str]:
    counted = f" ({unit.stated_divisions.number})" if unit.stated_divisions else ""
    number = f"{unit.number} " if unit.number else ""
    yield f"{indentation}{unit.kind} {number}{unit.name}{counted}"
    for what, count in (("institutions", unit.stated_institutions), ("branches", unit.stated_branches)):
        if count:
            yield f"{indentation}  announces {count.number} {what}"
    if unit.name_zh and unit.name_zh != unit.name:
        yield f"{indentation}  in Chinese {unit.name_zh}"
    for alias in unit.aliases:
        yield f"{indentation}  = {alias.kind} {alias.name}"
    for host in unit.hosts:
        yield f"{indentation}  hosts {host.full_name}"
    for managed in unit.managed_by:
        yield f"{indentation}  managed by {managed.name or managed.id}"
    for superior in unit.affiliated_with:
        how = "led by" if superior.wording == "led" else "affiliated with"
        yield f"{indentation}  {how} {superior.name or superior.id}"
    if lines := sorted({quote.span.line for duty in unit.duties for quote in duty.at}):
        yield f"{indentation}  duties {' '.join(map(str, lines))}"
    for one in unit.units:
        yield from _lines(one, indentation + "  ")
