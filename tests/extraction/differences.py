"""Where a miniature is read otherwise than a reader reads it; what is known stands in fixtures/faults.yaml with its reason."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.checks import proofs
from loaders.places import places
from tests.extraction.facts import even
from tests.extraction.miniatures import (
    FOLDER,
    KINDS,
    LANGUAGES,
    Row,
    expected,
    expected_rows,
    extracted,
    found_rows,
    miniatures,
)

FAULTS = FOLDER.parent / "faults.yaml"
Difference = tuple[str, str, Row]
"""Kind of fact, "missing" or "extra", and the row."""


def differences(path: Path) -> set[Difference]:
    """What is missing in the reading of a miniature, and what is in it too much, whatever the kind."""
    compared = [(kind, found_rows(path, kind), expected_rows(path, kind)) for kind in KINDS]
    bodies = [(even(body.name),) for body in extracted(path).reading.bodies if not body.unnamed]
    compared.append(("bodies", bodies, [(even(name),) for name in expected(path)["bodies"]]))
    compared.append(("place", [_place(path)], [(expected(path)["place"] or "china",)]))
    compared.append(("ignored", _set_aside(path), [(line,) for line in expected(path)["ignored_lines"]]))
    return {one for kind, found, wanted in compared for one in _between(kind, found, wanted)}


def _between(kind: str, found: list[Row], wanted: list[Row]) -> list[Difference]:
    missing, extra = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    return [*((kind, "missing", row) for row in missing), *((kind, "extra", row) for row in extra)]


def _place(path: Path) -> Row:
    """The expected place where it is a name of the one that was found, else the id of that."""
    found, wanted = extracted(path).record.place, str(expected(path)["place"] or "china")
    entry = places().get(found)
    names = {found, entry.name, entry.everyday, entry.short, entry.name_en} if entry else {found}
    return (wanted if wanted in names or wanted.rsplit(" ", 1)[0].replace("'", "") in names else found,)


def _set_aside(path: Path) -> list[Row]:
    """The lines that are to be ignored and are: they say nothing but the body's name, and nothing is asked about them."""
    record = extracted(path).record
    names = {quote.span for body in record.bodies for quote in body.at}
    told = {quote.span.line for at, quote in proofs(record, ()) if at[0] != "ignored" and quote.span not in names}
    return [(line,) for line in expected(path)["ignored_lines"] if line not in told]


@cache
def _listed() -> dict[str, list[dict[str, Any]]]:
    content: dict[str, list[dict[str, Any]]] = yaml.safe_load(FAULTS.read_text(encoding="utf-8"))
    return content


def known_faults(path: Path) -> set[Difference]:
    """The differences that the list of faults names for a miniature; raises KeyError for one without a reason."""
    entries = _listed().get(path.stem, [])
    return {
        (entry["kind"], sign, tuple(row))
        for entry in entries
        if entry["why"]
        for sign in ("missing", "extra")
        for row in entry.get(sign, [])
    }


def listed_documents() -> set[str]:
    """The miniatures that the list of faults names."""
    return set(_listed())


def _written() -> str:
    """The list of faults as it would stand now: reasons are kept, a new fault has none."""
    reasons = {
        (stem, entry["kind"], sign, tuple(row)): entry["why"]
        for stem, entries in _listed().items()
        for entry in entries
        for sign in ("missing", "extra")
        for row in entry.get(sign, [])
    }
    head = [line for line in FAULTS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*head]
    for path in (path for language in LANGUAGES for path in miniatures(language)):
        entries: dict[tuple[str, str], dict[str, list[list[Any]]]] = {}
        for kind, sign, row in sorted(differences(path), key=str):
            why = reasons.get((path.stem, kind, sign, row)) or ""
            entries.setdefault((kind, why), {}).setdefault(sign, []).append(list(row))
        if entries:
            content = [{"kind": kind, **rows, "why": why} for (kind, why), rows in entries.items()]
            text = yaml.safe_dump(
                {path.stem: content}, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None
            )
            lines += text.splitlines()
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FAULTS.write_text(_written(), encoding="utf-8")
