"""The promise page: every fault on it has tests that are there, every reported kind of fault has one, the page is current."""

import re
from pathlib import Path

from tests.reliability_page import ENGINES, PAGE, ROOT, all_tests, outcomes, page, rows, written

# Kinds of faults that were reported, twenty by users and thirteen by attackers.
REPORTED = {f"A{number}" for number in range(1, 21)} | {f"B{number}" for number in range(1, 14)}


def test_every_fault_has_tests_that_are_there() -> None:
    sources = {name: (ROOT / name).read_text(encoding="utf-8") for name in {one.split("::")[0] for one in all_tests()}}
    missing = [one for one in all_tests() if f"\ndef {one.split('::')[1]}(" not in sources[one.split("::")[0]]]
    assert missing == []
    assert all(row["tests"] and row["where"] in ENGINES for some in rows().values() for row in some)


def test_every_reported_kind_of_fault_is_made_by_a_test() -> None:
    answered = {kind for some in rows().values() for row in some for kind in row.get("reported", ())}
    assert sorted(REPORTED ^ answered) == []


def test_the_page_is_current_but_for_how_the_tests_ended() -> None:
    """`make reliability` writes it; without running anything, `python -m tests.reliability_page` prints it anew."""
    text = PAGE.read_text(encoding="utf-8")
    day, ended = written(text)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d|not run", day)
    assert page(day, ended) == text


def test_a_test_that_fails_on_one_engine_is_told_first_and_a_new_one_is_not_run(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    case = '<testcase classname="tests.integration.test_a" name="test_b[{}]">{}</testcase>'
    cases = [case.format("embedded-x", ""), case.format("embedded-y", ""), case.format("5.26.30-x", "<failure/>")]
    report.write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
    assert outcomes(report) == {"tests/integration/test_a.py::test_b": "1 failed on 5.26.30, 2 passed on embedded"}
    first = all_tests()[0]
    told = page("2026-11-30", {first: "3 passed"})
    assert written(told) == ("2026-11-30", {one: "3 passed" if one == first else "not run" for one in all_tests()})
