"""A picture shows what the rows of its query say, on every engine; and every text runs as the Browser gets it."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.browser.kit import favourite
from graph.catalog.catalogue import ask, catalogue, find_query, names, run_picture
from graph.catalog.literals import literal, parameter_lines, spelled_out, without_head
from graph.catalog.parameters import bind
from graph.catalog.things import resolved
from graph.draw.picture import picture_of_paths
from graph.draw.text import dot, mermaid
from graph.store.protocol import Store
from guapai.charts import pictured
from tests.conftest import ANY_SERVER
from tests.integration.test_answers import expected

PICTURES = [query.name for query in catalogue() if query.picture is not None]
ANY_BODY = {"hierarchy.tree": {"body": "Human Resources"}}

Row = dict[str, Any]
SHOWN: dict[str, Callable[[Row], set[tuple]]] = {
    "alias.hanging_signs": lambda row: {(row["unit"], "HANGS_SIGN", row["sign"])},
    "alias.second_names": lambda row: {(row["unit"], row["name"])},
    "hosting.leading_group_offices": lambda row: {
        (row["unit"], "HOSTS", row["office"]),
        (row["office"], "OFFICE_OF", row["group"]),
    },
    "hierarchy.tree": lambda row: {(row["unit"], row["relationship"], row["owner"])},
    "hierarchy.institutions": lambda row: {(row["institution"], row["relationship"], row["bureau"])},
    "change.responsibilities": lambda row: {
        *(("BEFORE", name) for name in row["before"]),
        *(("AFTER", name) for name in row["after"]),
        *(("CONCERNS", code) for code in row["functions"]),
    },
}


def drawn(store: Store, name: str, values: dict[str, Any]) -> set[tuple]:
    """Each relationship of the picture by the names of its ends, functions by their ids."""
    found = set()
    for (path,) in run_picture(store, find_query(name), values).rows:
        names = {
            node["id"]: node["id"] if node["labels"][0] == "Function" else node["properties"]["name"]
            for node in path["nodes"]
        }
        found |= {(names[link["start"]], link["type"], names[link["end"]]) for link in path["relationships"]}
    return found


def values_of(name: str, given: dict[str, Any]) -> dict[str, Any]:
    return bind(find_query(name).parameters, given, name)


def test_the_pictures_are_those_that_are_promised() -> None:
    assert set(PICTURES) == set(SHOWN)


@pytest.mark.parametrize("place", [None, "金华", "tumen"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_the_rows_say(bundled: Store, name: str, place: str | None) -> None:
    given = {"place": place, **ANY_BODY.get(name, {})}
    rows = ask(bundled, name, **given).records()
    said = set().union(*(SHOWN[name](row) for row in rows))
    links = drawn(bundled, name, values_of(name, given))
    if name.startswith("alias."):
        links = {link for link in links if link[1] != "DENOTES"}  # the body that a name is, has no column
    if name == "alias.second_names":
        links = {(start, end) for start, _, end in links}
    if name == "change.responsibilities":
        links = {(kind, end) for _, kind, end in links}
    assert links == said
    assert said or place is not None


@pytest.mark.parametrize("name", PICTURES)
def test_every_engine_draws_the_same_picture(bundled: Store, embedded: Store, name: str) -> None:
    values = values_of(name, ANY_BODY.get(name, {}))
    pictures = [picture_of_paths(run_picture(store, find_query(name), values), "zh") for store in (bundled, embedded)]
    assert mermaid(pictures[0]) == mermaid(pictures[1])
    assert dot(pictures[0]) == dot(pictures[1])
    assert len(pictures[0].arrows) > 5


# What is tried of the Browser is what we write for it; that a query gives its rows on every version, test_answers shows.


def as_the_browser_sets(store: Store, lines: list[str]) -> dict[str, Any]:
    """Run `:param` lines as the Browser does: it asks the server what each value is."""
    parameters = {}
    for line in lines:
        name, _, expression = line.removeprefix(":param ").partition(" => ")
        parameters[name] = store.read(f"RETURN {expression} AS value", {}).rows[0][0]
    return parameters


@ANY_SERVER
@pytest.mark.parametrize("name", [query.name for query in catalogue()])
def test_a_stored_query_runs_as_it_is_once_its_parameter_lines_ran(bundled: Store, name: str) -> None:
    query = find_query(name)
    given = expected(name).get("parameters", {})
    values = resolved(bundled, query, values_of(name, given))[0]
    parameters = as_the_browser_sets(bundled, parameter_lines(values))
    assert parameters == values
    rows = bundled.read(query.text, values).rows
    assert bundled.read(favourite(query, query.text), parameters).rows == rows
    assert bundled.read(spelled_out(without_head(query, query.text), values), {}).rows == rows
    if query.picture is not None:
        paths = bundled.read(favourite(query, query.picture), parameters).rows
        assert bundled.read(spelled_out(without_head(query, query.picture), values), {}).rows == paths


@ANY_SERVER
@pytest.mark.parametrize(
    "text",
    ["it's", 'a"b`c', "a\\", "\\u0027 OR 1=1", "\\\\'", "a\n\r\tb", "a;b//c/*d*/", "&arg=#$x => {y}", "😀\u202e金华"],
)
def test_a_hostile_text_comes_back_from_the_server_as_it_was(bundled: Store, text: str) -> None:
    values = {"one": text, "many": [text, text]}
    assert as_the_browser_sets(bundled, parameter_lines(values)) == values
    browsers = literal(text).replace("&", "\\u0026").replace("#", "\\u0023")
    assert bundled.read(f"RETURN {browsers} AS value", {}).rows == [[text]]


@pytest.mark.parametrize("name", sorted(set(names()) - set(PICTURES)))
def test_a_query_without_a_picture_of_its_own_is_drawn_from_its_answer(embedded: Store, name: str) -> None:
    given = expected(name).get("parameters", {})
    network = ask(embedded, name, **given).network()
    picture = pictured(embedded, {"query": name}, given, "zh")
    places = {node for node, data in network.nodes(data=True) if data["labels"][0] == "Place"}
    shown = set(network) - places or places
    assert {shape.key for shape in picture.shapes} == shown
    ends = {(arrow.start, arrow.type, arrow.end) for arrow in picture.arrows}
    assert ends == {(a, kind, b) for a, b, kind in network.edges(data="type") if {a, b} <= shown}


def test_a_chart_is_a_picture_too_with_what_hangs_where(embedded: Store) -> None:
    picture = pictured(embedded, {"of": ["jinhua/human-resources-and-social-security-bureau"]}, {}, "zh")
    captions = {shape.key: shape.caption for shape in picture.shapes}
    links = {(captions[arrow.start], arrow.type, captions[arrow.end]) for arrow in picture.arrows}
    # The document is English: the Chinese names are made. A unit points to its bureau, and to the sign that it hangs.
    assert ("人才开发和市场处*", "PART_OF", "金华市人力资源和社会保障局*") in links
    assert ("人才开发和市场处*", "HANGS_SIGN", "市外国专家局*") in links
    assert len(picture.arrows) == len(picture.shapes) - 1  # a tree
    assert all(caption in mermaid(picture).replace("#42;", "*") for caption in captions.values())
