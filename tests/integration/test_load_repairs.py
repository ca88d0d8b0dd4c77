"""`unchanged` is said only where all of a document is there; a load repairs; the check of a graph says what to repair."""

from pathlib import Path

import pytest

from graph.store.protocol import Store
from loaders.graph_check import check_graph
from loaders.load import forget, load, load_path
from loaders.reading import RecordFile, read_record
from tests.contents import content

# What is damaged and found is ours to say; each damage on the embedded engine and on a server.
pytestmark = pytest.mark.in_turn
FIXTURES = Path(__file__).parents[1] / "fixtures"
UNIT = "jinhua/grain-bureau/division/reserve-division"


def record(name: str) -> RecordFile:
    return read_record(FIXTURES / f"{name}.yaml")


DAMAGES = {
    "a relationship is gone": "MATCH ()-[link:RESPONSIBLE_FOR {document: 'grain'}]->() WITH link LIMIT 1 DELETE link",
    "all relationships of a type are gone": "MATCH ()-[link:HOSTS]->() DELETE link",
    "what a document names is gone": "MATCH ()-[link:NAMED_IN]->() DELETE link",
    "a described unit is gone": f"MATCH (node:Division {{id: '{UNIT}'}}) DETACH DELETE node",
    "a shared node is gone": "MATCH (node:Function {id: 'logistics'}) DETACH DELETE node",
    "the place is gone": "MATCH (node:Place {id: 'jinhua'}) DETACH DELETE node",
    "the government is gone": "MATCH (node:Government) DETACH DELETE node",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_load_brings_back_what_is_gone(store: Store, damage: str) -> None:
    for name in ("grain", "forest"):
        load(store, record(name))
    wanted = content(store)
    assert check_graph(store) == []
    store.run_write(damage, {})
    assert content(store) != wanted
    assert check_graph(store) != []
    for name in ("grain", "forest"):
        load(store, record(name))
    assert content(store) == wanted
    assert check_graph(store) == []


CHANGES = {
    "the name of a unit": (f"MATCH (node:Division {{id: '{UNIT}'}}) SET node.name = 'x'", "name"),
    "no name of a unit": (f"MATCH (node:Division {{id: '{UNIT}'}}) REMOVE node.lines", "lines"),
    "the kind of a second name": (
        "MATCH (node:Alias) SET node.kind = 'variant', node.language = 'en'",
        "kind",
    ),
    "the name of a function": ("MATCH (node:Function {id: 'logistics'}) SET node.name_en = 'x'", "name_en"),
    "the code of a place": ("MATCH (node:Place {id: 'jinhua'}) SET node.code = '1'", "code"),
    "the heading of a document": ("MATCH (node:Document {id: 'document/grain'}) SET node.heading = 'x'", "Document"),
    "a proof": (
        "MATCH ()-[link:RESPONSIBLE_FOR {document: 'grain'}]->() SET link.quotes = ['x'], link.lines = [1]",
        "RESPONSIBLE_FOR",
    ),
    "how sure a fact is": (
        "MATCH ()-[link:PART_OF {document: 'grain'}]->() WITH link LIMIT 1 SET link.confidence = 0.5",
        "PART_OF",
    ),
    "a printed number": ("MATCH ()-[link:PART_OF {document: 'grain'}]->() REMOVE link.ordinal", "PART_OF"),
    "the end of a fact": (
        "MATCH (unit)-[link:RESPONSIBLE_FOR {document: 'grain'}]->(old:Function), (new:Function) "
        "WHERE NOT (unit)-[:RESPONSIBLE_FOR]->(new) WITH unit, link, new LIMIT 1 "
        "CREATE (unit)-[:RESPONSIBLE_FOR {document: 'grain', lines: link.lines, spans: link.spans, quotes: link.quotes, "
        "rules: link.rules, status: link.status, confidence: link.confidence, roles: link.roles, level: link.level}]->(new) "
        "DELETE link",
        "RESPONSIBLE_FOR",
    ),
    "what is said of a shared node, there and on the node": (
        f"MATCH (node {{id: '{UNIT}'}})-[link:DESCRIBED_IN]->() SET node.name = 'x', link.name = 'x'",
        "DESCRIBED_IN",
    ),
}


@pytest.mark.parametrize(("change", "named"), CHANGES.values(), ids=CHANGES)
def test_a_load_of_one_record_writes_again_what_the_check_of_a_graph_finds(
    store: Store, change: str, named: str
) -> None:
    """The check needs no record: it compares with what documents, data files and the load itself noted."""
    load(store, record("grain"))
    wanted = content(store)
    store.run_write(change, {})
    assert content(store) != wanted
    assert {one.found.rpartition(": ")[2] for one in check_graph(store)} >= {named}
    assert load(store, record("grain")).outcome == "changed"
    assert content(store) == wanted
    assert check_graph(store) == []
    assert load(store, record("grain")).outcome == "unchanged"


def test_what_a_load_noted_and_somebody_changed_is_found_and_noted_again(store: Store) -> None:
    load(store, record("grain"))
    store.run_write("MATCH (node:Document {id: 'document/grain'}) SET node.digests = ['HOSTS=0']", {})
    assert [one.where for one in check_graph(store)] == ["document/grain"]
    assert load(store, record("grain")).outcome == "unchanged"
    assert check_graph(store) == []


def test_a_graph_whose_load_noted_nothing_is_told_and_the_next_load_notes_it(store: Store) -> None:
    load(store, record("grain"))
    wanted = content(store)
    store.run_write("MATCH (node:Document {id: 'document/grain'}) REMOVE node.digests SET node.record_sha256 = 'x'", {})
    (finding,) = check_graph(store)
    assert finding.where == "document/grain"
    assert "an older guapai loaded it" in finding.found
    assert "guapai load" in finding.todo
    assert load_path(store, FIXTURES / "grain.yaml").outcome == "unchanged"
    assert check_graph(store) == []
    assert content(store) == wanted


def test_what_others_add_to_a_relationship_is_no_finding(store: Store) -> None:
    load(store, record("grain"))
    store.run_write("MATCH ()-[link:RESPONSIBLE_FOR]->() SET link.seen_by = 'Ann'", {})
    assert check_graph(store) == []


@pytest.mark.parametrize("kind", ["WITHIN", "IN_PLACE", "GOVERNS"])
def test_a_load_of_one_record_links_again_what_data_files_say(store: Store, kind: str) -> None:
    load(store, record("grain"))
    wanted = content(store)
    store.run_write(f"MATCH ()-[link:{kind}]->() DELETE link", {})
    assert content(store) != wanted
    load(store, record("grain"))
    assert content(store) == wanted


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_forgetting_takes_out_what_a_damage_left(store: Store, damage: str) -> None:
    load(store, record("grain"))
    store.run_write(damage, {})
    forget(store, "grain")
    assert content(store)[1] == []


@pytest.mark.parametrize(
    ("change", "where", "found"),
    [
        (
            f"MATCH (node:Division {{id: '{UNIT}'}}) SET node.name = 'x'",
            UNIT,
            "the node differs from what its documents say: name",
        ),
        ("CREATE (:Person {id: 'stray', name: 'Ann'})", "stray", "no document uses this node"),
        (
            f"MATCH (unit:Division {{id: '{UNIT}'}}), (body:Bureau) CREATE (unit)-[:PART_OF {{document: 'ghost'}}]->(body)",
            "document/ghost",
            "1 relationships are of a document that is not loaded",
        ),
        (
            "MATCH (unit:Division)-[link:PART_OF]->(body:Bureau) CREATE (body)-[:PART_OF {document: 'grain'}]->(unit) DELETE link",
            "document/grain",
            f"PART_OF between jinhua/grain-bureau and {UNIT} meets a node of another kind",
        ),
        (f"MATCH (:Division {{id: '{UNIT}'}})-[link:IN_PLACE]->() DELETE link", UNIT, "the actor is in no place"),
    ],
)
def test_the_check_of_a_graph_says_what_does_not_agree(store: Store, change: str, where: str, found: str) -> None:
    load(store, record("grain"))
    assert check_graph(store) == []
    store.run_write(change, {})
    findings = check_graph(store)
    assert (where, found) in {(one.where, one.found) for one in findings}
    assert all(one.todo for one in findings)
