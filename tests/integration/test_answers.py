"""Every stored query gives, on every engine, the answer that a reader of the documents expects."""

import pytest

from graph.catalog.catalogue import ask, find_query, names
from graph.store.protocol import Store
from tests.asked import ANSWERS, expected, told_keys
from tests.questions_page import page


def full(row: list, columns: list[str]) -> list:
    if "group" not in columns:
        return row
    group = row[columns.index("group")]
    return [value.replace("{group}", group) if isinstance(value, str) else value for value in row]


def test_every_stored_query_has_an_expected_answer() -> None:
    assert {path.stem for path in ANSWERS.glob("*.yaml")} == set(names())


@pytest.mark.parametrize("name", list(names()))
def test_a_stored_query_gives_the_expected_rows_in_order(bundled: Store, name: str) -> None:
    wanted = expected(name)
    answer = ask(bundled, name, **wanted.get("parameters", {}))
    columns = wanted.get("columns", told_keys(find_query(name)))
    rows = [[record[column] for column in columns] for record in answer.records()]
    assert rows == [full(row, columns) for row in wanted["rows"]]


def test_numbers_and_headings_of_the_units_of_each_body_are_those_of_its_document(bundled: Store) -> None:
    rows = ask(bundled, "hierarchy.divisions").records()

    def numbers(place: str, owner: str) -> list:
        return [row["ordinal_printed"] for row in rows if row["place"] == place and owner in row["owner"]]

    jinhua = ["a", "2", "3", "4", "E", "F", "VII", "viii", "IX", "J", "k", "xii", None]
    changsha = ["1", "2", "3", "4", "5", "6", "7", "eight", "9", "10", "1 1", "12", "XIII", "14", "15", "sixteen"]
    changsha += ["seventeen", "eighteen", "nineteen", "20", "XXI", None, None, None]
    zhengzhou = ["1", "2", "3", "Step 4", "5", "6", "7", "8", "9", "10", "1 1", "12", "13", "14", "15", "16", "17"]
    assert numbers("jinhua", "Human Resources") == jinhua
    assert numbers("changsha", "Human Resources") == changsha
    assert numbers("zhengzhou", "Social Insurance Bureau") == zhengzhou
    assert numbers("zhengzhou", "Testing Center") == ["1", "2", None, "3"]
    assert numbers("shanghai", "Shanghai") == ["1", "2"] + [None] * 23


def test_the_page_of_questions_is_current(bundled: Store) -> None:
    """Else: python -m tests.questions_page > docs/questions.md."""
    assert page(bundled) == (ANSWERS.parents[1] / "docs" / "questions.md").read_text(encoding="utf-8")
