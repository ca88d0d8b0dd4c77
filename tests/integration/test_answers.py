"""Every stored query gives, on every engine, the answer that a reader of the documents expects."""

import re

import networkx
import pytest

from graph import messages
from graph.catalog.catalogue import ask, find_query, names, near_misses, run
from graph.catalog.parameters import bind
from graph.catalog.stored_query import StoredQuery
from graph.export.network import as_network, of_query
from graph.export.network import whole as everything
from graph.store.protocol import Store
from guapai.cli.shown import for_people
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


@pytest.mark.parametrize("name", [name for name in names() if find_query(name).near])
def test_near_misses_are_those_that_a_reader_finds(bundled: Store, name: str) -> None:
    query = near_misses(find_query(name))
    wanted = expected(name)["near"]
    answer = run(bundled, query, bind(query.parameters, wanted.get("parameters", {}), name))
    columns = wanted.get("columns", told_keys(query))
    assert [[record[key] for key in columns] for record in answer.records()] == wanted["rows"]


def things_in(value: object) -> set[str]:
    """The ids of the nodes in a value of a row."""
    if isinstance(value, list):
        return set().union(*map(things_in, value))
    if not isinstance(value, dict):
        return set()
    return things_in(value["nodes"]) if "nodes" in value else {value["id"]} if "labels" in value else set()


def test_the_network_of_an_answer_has_its_things_and_all_between_them_and_is_the_same_on_every_engine(
    bundled: Store, embedded: Store
) -> None:
    whole = as_network(everything(embedded))
    for name in names():
        given = expected(name).get("parameters", {})
        answer = ask(bundled, name, **given)
        network, exported = answer.network(), as_network(of_query(bundled, name, given))
        things = things_in(answer.rows)
        assert set(network) == things, name
        assert {*network.edges(keys=True)} == {*whole.subgraph(things).edges(keys=True)}, name
        assert networkx.utils.graphs_equal(network, exported), name
        # `loaded_at` of a document is when this graph took it in.
        other = ask(embedded, name, **given).network()
        for one in (network, other):
            for _, data in one.nodes(data=True):
                data.pop("loaded_at", None)
        assert networkx.utils.graphs_equal(network, other), name


# Counts of functions, and what documents say of themselves, rest on no line.
WITHOUT_LINES = {"functions.list", "proof.documents", "proof.open_questions"}


@pytest.mark.parametrize("name", sorted(set(names()) - WITHOUT_LINES))
def test_every_row_names_a_document_and_its_lines(embedded: Store, name: str) -> None:
    for row in ask(embedded, name, **needed(name)).records():
        proofs = [key.removesuffix("document") for key in row if key == "document" or key.endswith("_document")]
        assert any(row[f"{one}document"] and row[f"{one}lines"] for one in proofs), row


NEAR = [(one, place.near) for one in map(find_query, names()) for place in one.parameters if place.near]
# On either side of a fact; had by one place, by several.
THINGS = {
    "unit": ["双拥工作科", "Zhengzhou Personnel Bureau", "企业", "慈善总会", "婚姻登记处"],
    "body": ["Labor Bureau", "Human Resources and Social Security Bureau"],
    "committee": ["市双拥工作领导小组", "Office of the Municipal Migrant Workers Joint Conference"],
    "function": ["small-loans", "officer-resettlement", "work-injury-insurance", "civil-affairs", "charity"],
    "matter": ["市双拥工作领导小组", "migrant-workers", "employment", "Joint Conference"],
}


@pytest.mark.in_turn
@pytest.mark.parametrize(("query", "thing"), NEAR, ids=[query.name for query, _ in NEAR])
def test_a_question_about_one_thing_finds_what_lies_in_any_place(
    query: StoredQuery, thing: str, bundled: Store
) -> None:
    everywhere = [row[0] for row in bundled.read("MATCH (place:Place) RETURN place.id AS id", {}).rows]
    for name in THINGS[thing]:
        found = ask(bundled, query.name, **{thing: name}).records()
        assert found == ask(bundled, query.name, **{thing: name, "place": everywhere}).records(), name


# Numbers as printed, hashes, addresses and hours, keys of names, and short terms that the records hold in one language.
AS_THEY_ARE = {
    "ordinal_printed",
    "spans",
    "quotes",
    "rules",
    "address",
    "hours",
    "name",
    "words",
    "of_which",
}
AS_THEY_ARE |= {"post", "postcode", "phone", "seen"}


@pytest.mark.parametrize("name", list(names()))
def test_a_reader_of_chinese_is_told_the_values_of_closed_lists_in_chinese(embedded: Store, name: str) -> None:
    messages.speak("zh")
    try:
        shown = for_people(ask(embedded, name, **needed(name)), "zh")
    finally:
        messages.speak("en")
    kinds = ("string", "set<string>", "boolean", "kind")
    told = {
        column.name: text
        for place, column in enumerate(find_query(name).columns)
        if column.type in kinds and column.name not in AS_THEY_ARE
        for row in shown.rows
        for text in (row[place] if isinstance(row[place], list) else [row[place]])
        if isinstance(text, bool) or re.search("[A-Za-z]", text or "")
    }
    assert told == {}


def needed(name: str) -> dict[str, object]:
    """What has to be given to a query, as its expected answer gives it."""
    given = expected(name).get("parameters", {})
    return {one.name: given[one.name] for one in find_query(name).parameters if one.required}


@pytest.mark.parametrize(
    ("place", "rows"),
    [
        ("jinhua", [("jinhua", 1), ("zhengzhou", 7)]),
        ("zhengzhou", [("zhengzhou", 7), ("changsha", 1), ("jinhua", 1), ("shanghai", 1), ("tumen", 1)]),
        (["jinhua", "zhengzhou"], [("jinhua", 1), ("zhengzhou", 7), ("changsha", 1), ("shanghai", 1), ("tumen", 1)]),
    ],
)
def test_what_one_unit_has_here_and_several_have_there_shows_both_sides(
    bundled: Store, place: str | list[str], rows: list[tuple[str, int]]
) -> None:
    answer = ask(bundled, "overlap.merged_or_split", place=place, function="work-injury-insurance")
    assert [(row["place"], row["count"]) for row in answer.records()] == rows


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


def test_the_page_of_questions_is_current(embedded: Store) -> None:
    """Else: python -m tests.questions_page > docs/questions.md."""
    assert page(embedded) == (ANSWERS.parents[1] / "docs" / "questions.md").read_text(encoding="utf-8")
