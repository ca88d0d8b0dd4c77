"""docs/reliability.md: what goes wrong, what is promised then, and how the tests that make it ended when they last ran.

`python -m tests.reliability_page --tests` prints the tests, for pytest; with the JUnit report of such a run the page is
written with its outcomes, without one those of the page stay.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "reliability.yaml"
PAGE = ROOT / "docs" / "reliability.md"
ENGINES = {"embedded": "embedded", "neo4j": "Neo4j", "both": "both", "none": ""}
NOT_RUN = "not run"
INTRODUCTION = """# What holds when something goes wrong

Each row is a fault that users or attackers met, what guapai promises then, on which engine (empty: no graph is needed), the
tests that make the fault, and how they ended when they last ran: how many passed, by engine. What no test makes is not
here. The relay that cuts and damages connections is `tests/relays.py`, the servers that lie are in `tests/strangers.py`, what
kills and fills is in the tests themselves. `make reliability` runs all of it and writes this page from
`tests/reliability.yaml`.
"""


def rows() -> dict[str, list[dict[str, Any]]]:
    """The faults, by what they are about."""
    table: dict[str, list[dict[str, Any]]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return table


def all_tests() -> list[str]:
    """Every test that the table names, once."""
    return list(dict.fromkeys(test for some in rows().values() for row in some for test in row["tests"]))


def outcomes(report: Path) -> dict[str, str]:
    """How each test ended, from a JUnit report of this checkout: "5 passed on embedded", what failed first."""
    counted: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for case in ElementTree.parse(report).iter("testcase"):
        name, _, parameters = case.attrib["name"].partition("[")
        module = case.attrib["classname"].replace(".", "/")
        engine = re.match(r"(?:neo4j-)?(embedded|\d+\.\d+\.\d+|NEO4J_URI)\b", parameters)
        counted[f"{module}.py::{name}"][_ended(case), engine[1] if engine else ""] += 1
    return {test: ", ".join(_told(counts)) for test, counts in counted.items()}


def _ended(case: ElementTree.Element) -> str:
    kinds = {child.tag for child in case}
    return "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds else "passed"


def _told(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    for (ended, engine), count in sorted(counts.items()):
        yield f"{count} {ended}" + (f" on {engine}" if engine else "")


def written(page: str) -> tuple[str, dict[str, str]]:
    """The day and the outcomes that stand on a page."""
    day = re.search(r"^Last run: (.+)\.$", page, re.MULTILINE)
    found = re.findall(r"`(tests/\S+::\w+)`: ([^|<]+?)(?=<br>| \|)", page)
    return day[1] if day else NOT_RUN, dict(found)


def page(day: str, ended: Mapping[str, str]) -> str:
    """The page as it stands in docs."""
    return "\n".join([INTRODUCTION, f"Last run: {day}.", *_lines(ended), ""])


def _lines(ended: Mapping[str, str]) -> Iterator[str]:
    for topic, faults in rows().items():
        yield from (
            "",
            f"## {topic}",
            "",
            "| fault | promise | engine | tests, and how they ended |",
            "|---|---|---|---|",
        )
        for row in faults:
            tests = "<br>".join(f"`{test}`: {ended.get(test, NOT_RUN)}" for test in row["tests"])
            yield f"| {row['fault']} | {row['promise']} | {ENGINES[row['where']]} | {tests} |"


def main(arguments: list[str]) -> None:
    """Print the tests, or the page."""
    if arguments == ["--tests"]:
        print("\n".join(all_tests()))
        return
    day, ended = written(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else (NOT_RUN, {})
    for report in map(Path, arguments):
        day, ended = datetime.now(UTC).strftime("%Y-%m-%d"), {**ended, **outcomes(report)}
    print(page(day, ended), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
