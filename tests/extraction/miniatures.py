"""The miniature documents: what extraction finds in them, and what a careful reader expects."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.extract.extraction import Extraction, extract
from loaders.extract.facts.draft import Draft
from tests.extraction.facts import even

FOLDER = Path(__file__).parents[1] / "fixtures" / "documents"
KINDS = ("divisions", "second_names", "hosted", "institutions", "counts")
LANGUAGES = ("zh", "en")
Row = tuple[Any, ...]


def miniatures(language: str) -> list[Path]:
    """The documents of a language."""
    return sorted(FOLDER.glob(f"{language}_*.txt"))


@cache
def extracted(path: Path) -> Extraction:
    """A miniature as extraction reads it; `given` is what --place says where several places have the name it prints."""
    return extract(path, place=expected(path).get("given"))


@cache
def expected(path: Path) -> dict[str, Any]:
    """What a reader found in it."""
    content: dict[str, Any] = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    return content


def expected_rows(path: Path, kind: str) -> list[Row]:
    """The expectations of one kind, each as line and what must be found there."""
    return [_expected_row(kind, entry) for entry in expected(path)[kind]]


def _expected_row(kind: str, entry: dict[str, Any]) -> Row:
    line = entry["line"]
    if kind == "divisions":
        return line, str(entry.get("number", "")), even(entry["name"]), entry["kind"]
    if kind == "second_names":
        return line, even(entry["unit"]), even(entry["name"]), entry["kind"]
    if kind == "hosted":
        group = (even(entry.get("group", "")), entry.get("form", ""))
        return line, even(entry["unit"]), even(entry.get("office", "")), *group
    if kind == "institutions":
        return line, even(entry["name"]), entry["kind"]
    return line, even(entry["owner"]), entry["what"], entry["announced"]


def found_rows(path: Path, kind: str) -> list[Row]:
    """What extraction found of one kind, in the same form."""
    return rows(extracted(path), kind)


def rows(extraction: Extraction, kind: str) -> list[Row]:
    """The same for any document."""
    if kind == "counts":
        return [(one.span.line, even(one.owner.name), one.what, one.number) for one in extraction.reading.announced]
    return [row for unit in extraction.reading.units() for row in _found_rows(unit, kind)]


def _found_rows(unit: Draft, kind: str) -> Iterator[Row]:
    line = unit.at[0].span.line
    if kind == "divisions" and unit.kind in ("division", "party_unit"):
        yield line, unit.number or "", even(unit.name), unit.kind
    if kind == "institutions" and unit.owner and unit.kind not in ("division", "party_unit"):
        yield line, even(unit.name), "managed_bureau" if unit.kind == "bureau" else unit.kind
    if kind == "second_names":
        for alias in unit.list_of("aliases"):
            if alias["kind"] != "short_name":
                yield alias["at"][0].span.line, even(unit.name), even(alias["name"]), alias["kind"]
    if kind == "hosted":
        for host in unit.list_of("hosts"):
            yield _hosted(unit, host)


def _hosted(unit: Draft, host: dict[str, Any]) -> Row:
    line = min(quote.span.line for quote in host["at"])
    if host["kind"] == "leading_group":
        return line, even(unit.name), "", even(host["name"]), host["form"]
    group = host.get("group")
    return (
        line,
        even(unit.name),
        even(host["name"]),
        even(group["name"]) if group else "",
        group["form"] if group else "",
    )
