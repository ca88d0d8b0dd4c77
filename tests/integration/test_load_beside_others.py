"""What other people added to a graph stays: their relationships, labels and properties, also on our nodes."""

from pathlib import Path

import pytest

from graph.store.protocol import Store
from loaders.graph_check import check_graph
from loaders.load import forget, load
from loaders.reading import RecordFile, read_record
from tests.contents import content
from tests.servers import Server

FIXTURES = Path(__file__).parents[1] / "fixtures"
BODY, UNIT = "jinhua/grain-bureau", "jinhua/grain-bureau/division/reserve-division"
FOREST = "jinhua/forest-bureau"
ADDED = (
    f"MATCH (unit:Division {{id: '{UNIT}'}}) CREATE (:Movie {{name: 'theirs'}})-[:ABOUT {{since: 1999}}]->(unit)",
    f"MATCH (forest:Organization {{id: '{FOREST}'}}) SET forest:Favourite, forest.note = 'mine'",
    f"MATCH (body:Bureau {{id: '{BODY}'}})-[link:ORGAN_OF]->() SET link.note = 'mine'",
    "MATCH (function:Function {id: 'planning'}) CREATE (:Movie {name: 'second'})-[:ABOUT]->(function)",
)
THEIRS = "MATCH (movie:Movie)-[about:ABOUT]->(ours) RETURN movie.name AS name, about.since AS since, ours.id AS id ORDER BY name"
MARKED = "MATCH (node:Favourite) RETURN node.id AS id, node.note AS note, labels(node) AS labels"


def record(name: str) -> RecordFile:
    return read_record(FIXTURES / f"{name}.yaml")


def add(store: Store) -> None:
    for statement in ADDED:
        store.run_write(statement, {})


@pytest.fixture
def shared(store: Store) -> Store:
    """Two documents, and what others added to their nodes."""
    load(store, record("grain"))
    add(store)
    yield store
    store.run_write("MATCH (node:Movie) DETACH DELETE node", {})
    store.run_write("MATCH (node:Favourite) DETACH DELETE node", {})


def test_a_forgotten_node_stays_with_id_and_name_where_others_have_added_something(shared: Store) -> None:
    assert forget(shared, "grain").kept == 3
    assert [list(row.values()) for row in shared.rows(THEIRS, {})] == [
        ["second", None, "planning"],
        ["theirs", 1999, UNIT],
    ]
    (marked,) = shared.rows(MARKED, {})
    assert (marked["id"], marked["note"], sorted(marked["labels"])) == (
        FOREST, "mine", ["External", "Favourite", "Organization"],
    )  # fmt: skip
    nodes, links = content(shared)
    ours = {own_id: (labels, dict(properties)) for own_id, labels, properties in nodes if "Movie" not in labels}
    assert ours[UNIT] == (["External", "Organization"], {"id": UNIT, "name": "Reserve Division"})
    assert ours.keys() == {UNIT, FOREST, "planning"}
    assert {link[1] for link in links} == {"ABOUT"}


def test_what_stayed_is_ours_again_when_the_document_is_loaded_again(shared: Store) -> None:
    forget(shared, "grain")
    load(shared, record("grain"))
    held = content(shared)
    shared.run_write("MATCH (node:Movie) DETACH DELETE node", {})
    shared.run_write("MATCH (node:Favourite) REMOVE node:Favourite REMOVE node.note", {})
    assert held != content(shared)
    with_them = content(shared)
    forget(shared, "grain")
    load(shared, record("grain"))
    assert content(shared) == with_them


def test_a_node_that_gets_another_kind_keeps_what_others_added(shared: Store) -> None:
    load(shared, record("forest"))
    (marked,) = shared.rows(MARKED, {})
    assert (marked["id"], marked["note"], sorted(marked["labels"])) == (
        FOREST, "mine", ["Bureau", "Favourite", "Organization"],
    )  # fmt: skip
    forget(shared, "forest")
    (marked,) = shared.rows(MARKED, {})
    assert sorted(marked["labels"]) == ["External", "Favourite", "Organization"]


def test_a_changed_load_sets_our_properties_only(shared: Store) -> None:
    file = record("grain")
    body = file.record.bodies[0].model_copy(
        update={"rank": "bureau rank", "name_zh": "粮食局", "name_zh_source": "translated"}
    )
    changed = RecordFile(file.document, file.record.model_copy(update={"bodies": [body]}), file.where)
    assert load(shared, changed).outcome == "changed"
    text = f"MATCH (body:Bureau {{id: '{BODY}'}})-[link:ORGAN_OF]->() RETURN body.rank AS rank, link.note AS note"
    assert shared.rows(text, {}) == [{"rank": "bureau rank", "note": "mine"}]
    assert load(shared, file).outcome == "changed"
    assert shared.rows(text, {}) == [{"rank": None, "note": "mine"}]
    assert [row["name"] for row in shared.rows(THEIRS, {})] == ["second", "theirs"]


def test_a_relationship_of_ours_that_somebody_else_drew_is_theirs(store: Store) -> None:
    load(store, record("grain"))
    drawn = f"MATCH (a:Bureau {{id: '{BODY}'}}), (b:Organization {{id: '{FOREST}'}}) CREATE (a)-[:OVERSEES {{note: 'mine'}}]->(b)"
    store.run_write(drawn, {})
    assert forget(store, "grain").kept == 2
    text = "MATCH (a)-[link:OVERSEES]->(b) RETURN a.id AS a, b.id AS b, link.note AS note"
    assert store.rows(text, {}) == [{"a": BODY, "b": FOREST, "note": "mine"}]
    store.run_write("MATCH (node:Organization) DETACH DELETE node", {})


def test_a_date_of_others_that_python_cannot_hold_keeps_nobody_from_our_nodes(
    store: Store, engine: "str | Server"
) -> None:
    if isinstance(engine, str):
        pytest.skip("nobody else writes into the file of an embedded graph")
    load(store, record("grain"))
    store.run_write(f"MATCH (body:Bureau {{id: '{BODY}'}}) SET body.founded = date({{year: 0}})", {})
    assert list(check_graph(store)) == []
    assert load(store, record("grain")).outcome == "unchanged"
    assert load(store, record("forest")).outcome == "loaded"
    assert forget(store, "grain").kept == 1
    asked = f"MATCH (body {{id: '{BODY}'}}) RETURN toString(body.founded) AS founded"
    assert store.rows(asked, {}) == [{"founded": "0000-01-01"}]
    store.run_write(f"MATCH (body {{id: '{BODY}'}}) REMOVE body.founded", {})
