"""Documents that were cut, shuffled, glued and sprinkled with signs: a record whose proofs hold, or a clear refusal."""

import traceback
from pathlib import Path

import pytest

from graph.errors import GuapaiError
from graph.proof import quote_hash
from loaders.checks import proofs
from loaders.extract.extraction import extract_document
from loaders.extract.reading import decode
from loaders.load import document_rows
from loaders.reading import read_record
from loaders.record_writing import record_text
from tests.extraction.damage import MUTATIONS, damaged


def test_damage_gives_a_record_that_loads_or_a_refusal(tmp_path: Path) -> None:
    faults = {seed: found for seed in range(MUTATIONS) if (found := fault(damaged(seed), tmp_path / "damaged.yaml"))}
    assert not faults


def fault(text: str, path: Path) -> str | None:
    """What is wrong with reading a document: it crashes, or the record's proofs do not hold, or it does not load."""
    try:
        extraction = extract_document(decode(text.encode(), "damaged.txt"), "damaged.txt", "jinhua")
    except GuapaiError:
        return None
    except Exception:
        return traceback.format_exc()
    for place, quote in proofs(extraction.record, ()):
        if quote_hash(quote.span.quoted(extraction.document.lines)) != quote.hash:
            return f"{place} quotes other characters"
    path.write_text(record_text(extraction.record), encoding="utf-8")
    try:
        document_rows(read_record(path))
    except Exception:
        return traceback.format_exc()
    return None


LONG = "市" * 400


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (f"（二）{LONG}科。负责财务工作。", True),
        (f"（二）人事科（挂{LONG}局牌子）。负责财务工作。", True),
        (f"（二）人事科。承担{LONG}领导小组办公室日常工作。", False),
        (f"（二）人事科。会同{LONG}局负责财务工作。", False),
        (f"直属事业单位\n金华市{LONG}中心", True),
    ],
)
def test_a_name_that_is_too_long_for_a_record_is_asked_about_and_the_record_loads(
    line: str, asked: bool, tmp_path: Path
) -> None:
    text = f"金华市教育局\n内设机构\n（一）办公室。负责档案管理工作。\n{line}\n"
    extraction = extract_document(decode(text.encode(), "long.txt"), "long.txt", "jinhua")
    record = tmp_path / "long.yaml"
    record.write_text(record_text(extraction.record), encoding="utf-8")
    assert document_rows(read_record(record)).nodes
    assert any(one.kind == "lost_name" for one in extraction.record.questions) or not asked


def test_a_change_of_a_branch_names_the_branch_as_it_stands_in_the_record(tmp_path: Path) -> None:
    """A branch has the id of its owner in front, also where a change of it was read."""
    text = (
        "Jinhua Market Supervision Administration\nInternal divisions\n(1) Office: keeps the archives.\n"
        "Dispatched branches\nSouth River Branch\nSouth River Branch was established in 1984.\n"
    )
    path = tmp_path / "branch.yaml"
    assert fault(text, path) is None
    (branch,) = (unit for unit in read_record(path).record.bodies[0].units if unit.kind == "branch")
    assert [one.id for change in branch.changes for one in change.after] == [
        "jinhua/market-supervision-administration/branch/south-river-branch"
    ]
