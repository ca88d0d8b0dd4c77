"""What the page shows as overlap: pairs that the question grades, in one place; what both have, of two."""

import networkx

from graph.draw.chart import chart_of
from graph.draw.overlap import GRADES, overlap_of


def network_of(*duties: tuple[str, str]) -> networkx.MultiDiGraph:
    """Units of bodies `a` and `b`, each in a place of its own, with their duties."""
    network: networkx.MultiDiGraph = networkx.MultiDiGraph()
    for body in ("a", "b"):
        network.add_node(f"{body}/x", labels=["Bureau", "Organization"], name=body, place=body)
    for unit, function in duties:
        body = unit[0]
        network.add_node(unit, labels=["Division", "Organization"], name=unit, place=body)
        network.add_node(function, labels=["Function"], name=function, name_zh="职", name_en="duty")
        network.add_edge(unit, f"{body}/x", key="PART_OF", type="PART_OF")
        network.add_edge(unit, function, key="RESPONSIBLE_FOR", type="RESPONSIBLE_FOR")
    return network


def row(function: str, grade: str, one: str, other: str) -> dict[str, str]:
    return {"function": function, "grade": grade, "one_id": one, "other_id": other}


def test_of_one_place_the_graded_pairs_of_units_in_the_chart_are_shown() -> None:
    network = network_of(("a/1", "petitions"), ("a/2", "petitions"))
    things = chart_of(network, ["a/x"])["things"]
    graded = [row("petitions", "duplication", "a/1", "a/2"), row("petitions", "overlap", "a/1", "a/elsewhere")]
    found = overlap_of(network, things, graded, ["a"])
    assert found["pairs"] == [["petitions", "duplication", "a/1", "a/2"]]
    assert found["functions"] == {"petitions": {"printed": "petitions", "zh": "职", "en": "duty"}}
    assert found["places"] == []


def test_of_two_places_only_what_both_have_is_shown() -> None:
    network = network_of(
        ("a/1", "petitions"), ("b/1", "petitions"), ("a/1", "wages"), ("a/2", "wages"), ("a/2", "petitions")
    )
    things = chart_of(network, ["a/x", "b/x"])["things"]
    graded = [row("wages", "duplication", "a/1", "a/2"), row("petitions", "overlap", "a/1", "a/2")]
    found = overlap_of(network, things, graded, ["a", "b"])
    assert {tuple(pair) for pair in found["pairs"]} == {
        ("petitions", "elsewhere", "a/1", "b/1"),
        ("petitions", "elsewhere", "a/2", "b/1"),
        ("petitions", "overlap", "a/1", "a/2"),
    }
    assert found["places"] == ["a", "b"]


def test_every_grade_of_the_question_has_a_colour() -> None:
    from graph.catalog.catalogue import find_query

    description = find_query("overlap.graded").columns[2].description
    assert {grade for grade in GRADES if grade in description} == GRADES.keys() - {"elsewhere"}
