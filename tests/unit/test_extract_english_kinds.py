"""Kinds of English misreading that were mended: who has which units, institutions and second names in small documents."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.record import Record

KINDS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "fixtures" / "english_kinds.yaml").read_text(encoding="utf-8")
)


def read(text: str, place: str | None = None) -> Record:
    """The record of a text."""
    return extract_document(decode(text.encode(), "x"), "x", place).record


def facts(record: Record) -> dict[str, set[str]]:
    """The names of a record by what they are; a body without a name is none."""
    found: dict[str, set[str]] = defaultdict(set)
    waiting = [(body, "") for body in record.bodies]
    while waiting:
        unit, owner = waiting.pop()
        kind = "institutions" if unit.kind in ("institution", "branch") else "divisions"
        if not owner:
            found["bodies"].update({unit.name} - {"unnamed"})
        else:
            found[kind].add(f"{owner}: {unit.name}")
        found["signs"].update(f"{unit.name}: {one.name}" for one in unit.aliases if one.kind != "short_name")
        waiting.extend((one, unit.name) for one in unit.units)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_read(kind: str) -> None:
    wanted = KINDS[kind]
    found = facts(read(wanted["text"], wanted.get("place")))
    for one in ("bodies", "divisions", "institutions", "signs"):
        assert found[one] == set(wanted.get(one, ())), one


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("The plans of the Harbour Dredging Section are sent to the public every year.", "Harbour Dredging Section"),
        ("In spring the Tree Nursery Station opens its gates to visitors of all ages.", "Tree Nursery Station"),
    ],
)
def test_a_name_in_capitals_that_no_fact_took_is_asked_about(sentence: str, seen: str) -> None:
    record = read(
        f"Shaoxing Forestry Bureau\nInternal organs\n(1) Office. Responsible for documents.\nHistory\n{sentence}\n"
    )
    assert seen in [one.seen for one in record.questions]


def test_the_body_itself_and_other_bodies_are_not_asked_about() -> None:
    text = (
        "Shaoxing Forestry Bureau\nInternal organs\n(1) Office. Responsible for documents.\nHistory\n"
        "The Forestry Bureau moved in 1990 with the help of the Municipal People's Government and the State Council.\n"
    )
    assert [one.seen for one in read(text).questions if one.kind == "lost_name"] == []


def test_a_body_of_the_state_council_is_one_of_the_nation() -> None:
    record = read(
        "Tea Affairs Office of the State Council\nAddress: West District, Beijing\nDepartments\n1. Department of Law\n"
    )
    assert record.place == "china"
