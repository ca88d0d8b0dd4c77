"""Documents that were cut, shuffled, glued and sprinkled with signs: a record whose proofs hold, or a clear refusal."""

import traceback
from itertools import product
from pathlib import Path

import pytest

from graph.errors import GuapaiError
from graph.proof import quote_hash
from loaders.checks import proofs
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.load import document_rows
from loaders.reading import read_record
from loaders.record_writing import record_text
from tests.extraction.damage import MUTATIONS, damaged


@pytest.mark.long
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


LONG = ("文化" * 200, "甲" * 301)
FORMS = (
    "{}局\n内设机构\n（一）办公室。负责档案管理工作。",
    "金华市教育局（{}局）\n内设机构\n（一）办公室。负责档案管理工作。",
    "金华市教育局加挂{}局牌子\n内设机构\n（一）办公室。负责档案管理工作。",
    *(f"金华市教育局\n内设机构\n（一）办公室。负责档案管理工作。\n{line}" for line in (
        "（二）{}科。负责财务工作。", "（二）{}科", "设{}科、人事科、财务科3个科室。", "（二）人事科（挂{}局牌子）。负责财务工作。",
        "（二）人事科。承担市{}领导小组办公室日常工作。", "（二）人事科。会同市{}局负责财务工作。", "{}委员会办公室设在人事科。",
        "直属事业单位\n金华市{}中心", "派出机构\n{}分局", "1999年更名为金华市{}局。", "由{}局和财政局合并组建金华市教育局。",
        "受市{}局委托，负责财务。", "指导市{}协会工作。", "{}局负责审批，教育局负责监督。", "归{}局管理",
    )),
)  # fmt: skip
ENGLISH_LONG = ("Culture and Tourism " * 20, "X" * 400 + " ")
ENGLISH_FORMS = (
    "Jinhua {}Bureau\nInternal divisions\n(1) Office: keeps the archives.",
    "Jinhua Education Bureau (Jinhua {}Bureau)\nInternal divisions\n(1) Office: keeps the archives.",
    *(f"Jinhua Education Bureau\nInternal divisions\n(1) Office: keeps the archives.\n{line}" for line in (
        "(2) {}Section: responsible for finance.", "(2) Personnel Section ({}Office): does finance.",
        "(2) Personnel Section (hanging the sign of {}Office): does finance.", "(2) Personnel Section: in conjunction with the {}Bureau, manages finance.",
        "(2) Personnel Section: undertakes the daily work of the office of the {}Leading Group.", "Affiliated institutions\n1. Jinhua {}Center: trains.",
        "Branches\n{}Branch", "It was renamed the {}Bureau in 1999.", "Entrusted by the {}Bureau, manages finance.", "Guides the {}Association.",
    )),
)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "name"),
    [*product(FORMS, LONG), *product(ENGLISH_FORMS, ENGLISH_LONG)],
    ids=lambda text: text[-24:].replace("\n", " "),
)
def test_a_name_that_is_too_long_for_a_record_is_asked_about_and_the_record_loads(
    form: str, name: str, tmp_path: Path
) -> None:
    text = form.replace("{}", name) + "\n"
    assert fault(text, tmp_path / "long.yaml") is None
    record = extract_document(decode(text.encode(), "long.txt"), "long.txt", "jinhua").record
    assert any(one.kind == "lost_name" for one in record.questions)


@pytest.mark.parametrize(
    "text",
    [
        f"Jinhua {'Culture and Tourism ' * 20}Bureau\nInternal divisions\n(1) Office: keeps the archives.\n",
        f"金华市{'文化' * 160}局\n内设机构\n（一）办公室。负责档案。\n",
    ],
)
def test_the_name_of_a_body_that_is_too_long_is_asked_about(text: str, tmp_path: Path) -> None:
    assert fault(text, tmp_path / "long.yaml") is None
    record = extract_document(decode(text.encode(), "long.txt"), "long.txt", "jinhua").record
    assert record.bodies[0].unnamed
    assert any(one.kind == "lost_name" for one in record.questions)


def test_a_list_of_which_no_name_can_be_read_ends_nothing(tmp_path: Path) -> None:
    text = (
        "The Administration has set up a branch agency: the Harbour Branch; it keeps a repair agency: the Tide Repair Station."
        "There are enterprises and institutions under the jurisdiction of the administra, the Quay Btion."
        "The Administration has set up a branch agency: the Harbour Branch.\n"
    )
    assert fault(text, tmp_path / "damaged.yaml") is None


def test_a_committee_that_is_described_as_a_body_is_that_body_and_asked_about(tmp_path: Path) -> None:
    """Who hosts its office, sits in it or acts with its consent is said of a committee, and no body is one."""
    text = (
        "金华市教育局\n主要职责\n（一）经市安全生产委员会同意，负责安全。\n内设机构\n（一）办公室。负责档案管理工作。\n"
        "（二）安全科。承担市安全生产委员会办公室日常工作，为市安全生产委员会成员单位。\n"
        "直属事业单位\n（一）市安全生产委员会。负责安全生产。\n（二）市安全生产委员会办公室。负责文电。\n"
    )
    path = tmp_path / "described.yaml"
    assert fault(text, path) is None
    record = read_record(path).record
    (section,) = (unit for unit in record.bodies[0].units if unit.name == "安全科")
    assert [(one.name, one.kind, one.group) for one in section.hosts] == [
        ("市安全生产委员会办公室", "institution", None)
    ]
    assert (section.member_of, record.bodies[0].answers_to) == ([], [])
    asked = [one.at[0].span.line for one in record.questions if one.why and "describes as a body" in one.why]
    assert asked == [3, 6]


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
