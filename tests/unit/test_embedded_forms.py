"""A statement for the embedded engine: in words that it begins at once, with the same meaning."""

import pytest

from graph.catalog.answers import settled
from graph.store.embedded_forms import quicker
from graph.store.open_filters import decided

PLACE = "MATCH (place:Place) WHERE $place IS NULL OR place.id IN $place RETURN place"


def test_a_filter_that_a_given_parameter_leaves_open_is_dropped() -> None:
    assert quicker(PLACE, {"place": ["jinhua"]}).split() == PLACE.replace("$place IS NULL OR ", "").split()


def test_filters_that_two_given_parameters_leave_open_are_dropped_and_the_one_of_a_third_stays() -> None:
    text = "MATCH (n) where $one is null OR $other IS NULL OR $third IS NULL OR n.id = $one RETURN n"
    left = text.replace("$one is null OR $other IS NULL OR ", "")
    assert decided(text, {"one": 1, "other": 2, "third": None}).split() == left.split()


@pytest.mark.parametrize(
    "text",
    [
        PLACE.replace("WHERE", "WHERE 1 = 1 AND"),
        PLACE.replace("$place IS NULL OR place.id IN $place", "($place IS NULL OR place.id IN $place) AND 1 = 2"),
        PLACE.replace("$place IS NULL OR", "$place IS NULL AND"),
        PLACE.replace("$place IS NULL OR", "$place IS NOT NULL OR"),
        "RETURN 'WHERE $place IS NULL OR' AS text // WHERE $place IS NULL OR",
        "MATCH (place:Place) WHERE $place IS NULL OR",
    ],
)
def test_a_filter_that_says_something_else_stays(text: str) -> None:
    assert quicker(text, {"place": ["jinhua"]}) == text


@pytest.mark.parametrize("values", [{}, {"place": None}])
def test_a_filter_of_a_parameter_that_is_not_given_stays(values: dict[str, None]) -> None:
    assert quicker(PLACE, values) == PLACE


def test_an_actor_that_is_found_by_its_id_is_known_by_its_first_label() -> None:
    found = quicker("MATCH (unit:Organization {id: $id}) RETURN unit", {})
    assert "unit:Government|Bureau|" in found
    assert "Organization" not in found


@pytest.mark.parametrize(
    "pattern", ["(unit:Organization)", "(unit:Bureau:Organization {id: 1})", "(unit:Organization {place: 'x'})"]
)
def test_an_actor_that_is_found_in_another_way_stays_what_it_is(pattern: str) -> None:
    text = f"MATCH {pattern} RETURN unit"
    assert quicker(text, {}) == text


def test_a_set_is_distinct_and_in_one_order_whatever_the_engine_gives() -> None:
    first, second = ({"id": name, "labels": ["Bureau"], "properties": {}} for name in "ab")
    assert settled("set<unit>", [second, first, None, second]) == [first, second]
    assert settled("set<string>", ["leads", "does", "leads"]) == ["does", "leads"]
    assert settled("list<unit>", [second, first]) == [second, first]
    assert settled("set<unit>", None) is None
