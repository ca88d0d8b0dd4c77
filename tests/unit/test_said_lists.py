"""Lists that came as text without escapes are taken only where they can be read in one way."""

import pytest

from graph.export.said_lists import says_all

PLAIN = {"lines": ["[6]", "[7, 8]", ""], "spans": ['["6:1-2"]', '["7:1-2", "8:1-2"]', ""]}


def test_lists_with_an_item_for_each_line_are_taken() -> None:
    assert says_all(PLAIN, [])
    assert says_all({**PLAIN, "texts": ["", '["a", "b"]', ""]}, [])
    assert says_all({"labels": ['["Site"]'], "blank": ['["phone", "hours"]'], "items": ["3"]}, ["labels", "blank"])
    assert says_all({**PLAIN, "roles": ['["does"]', '["leads", "joins"]', ""]}, [])


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("spans", ['["6:1-2", "6:3-4"]', '["7:1-2", "8:1-2"]', ""]),
        ("rules", ['["a"b"]', '["c", "d"]', ""]),
        ("rules", ['["a"]', '["c\\d", "d"]', ""]),
        ("rules", ['["a"]', '["c\nd", "d"]', ""]),
        ("lines", ['["6"]', "[7, 8]", ""]),
        ("roles", ['["hops"]', "", ""]),
    ],
    ids=["more items than lines", "a quote", "a backslash", "a break", "text for a number", "none of the list"],
)
def test_lists_that_may_be_something_else_are_not(name: str, column: list[str]) -> None:
    assert not says_all({**PLAIN, name: column}, [])


def test_items_that_the_store_counted_are_compared() -> None:
    assert not says_all({"labels": ['["Site", "Other"]'], "items": ["1"]}, ["labels"])


def test_values_need_no_look() -> None:
    assert says_all({"labels": [["Site"]], "blank": [['a", "b']], "items": [2]}, ["labels", "blank"])
