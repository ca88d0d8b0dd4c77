"""Loading: whole or not at all, once, in any order, and out again; on every engine."""

import itertools
from pathlib import Path

import pytest

from graph.errors import NotThereError, RefusedError, UsageError
from graph.store.protocol import Store
from guapai.opening import record_paths
from loaders.load import forget, load
from loaders.reading import RecordFile, read_record
from tests.contents import content

FIXTURES = Path(__file__).parents[1] / "fixtures"


def record(name: str) -> RecordFile:
    return read_record(FIXTURES / f"{name}.yaml")


def test_loading_again_writes_nothing(store: Store) -> None:
    assert load(store, record("grain")).outcome == "loaded"
    before = content(store)
    again = load(store, record("grain"))
    assert (again.outcome, bool(again.counters)) == ("unchanged", False)
    assert content(store) == before


def test_any_order_of_loading_gives_the_same_graph(store: Store) -> None:
    seen = []
    for order in itertools.permutations(["grain", "forest"]):
        for name in order:
            load(store, record(name))
        seen.append(content(store))
        for name in order:
            forget(store, name)
        assert content(store) == ([], [])
    assert seen[0] == seen[1]


def test_a_body_named_in_one_document_and_described_in_another_is_one_node(store: Store) -> None:
    load(store, record("grain"))
    labels = "MATCH (body:Organization {id: 'jinhua/forest-bureau'}) RETURN labels(body) AS labels, body.document AS document"
    assert [sorted(row[0]) for row in store.read(labels, {}).rows] == [["External", "Organization"]]
    load(store, record("forest"))
    assert [sorted(row[0]) for row in store.read(labels, {}).rows] == [["Bureau", "Organization"]]
    forget(store, "forest")
    assert [(sorted(row[0]), row[1]) for row in store.read(labels, {}).rows] == [(["External", "Organization"], None)]


def test_a_changed_record_removes_only_what_it_no_longer_says(store: Store) -> None:
    file = record("grain")
    load(store, file)
    before = content(store)
    body = file.record.bodies[0]
    shorter = body.model_copy(update={"duties": body.duties[1:]})
    changed = RecordFile(file.document, file.record.model_copy(update={"bodies": [shorter]}), file.where)
    assert load(store, changed).outcome == "changed"
    nodes, links = content(store)
    gone = {row[:3] for row in before[1]} - {row[:3] for row in links}
    assert {row for row in gone if row[1] != "NAMES"} == {
        ("jinhua/grain-bureau", "RESPONSIBLE_FOR", "planning"),
        ("planning", "WITHIN", "administration"),
    }
    lost = {(row[0], *row[1]) for row in before[0]} - {(row[0], *row[1]) for row in nodes}
    assert {one for one in lost if "Name" not in one} == {("planning", "Function")}


def test_a_record_that_lost_more_than_a_fifth_is_refused_and_the_graph_stays(store: Store) -> None:
    file = record("grain")
    load(store, file)
    before = content(store)
    body = file.record.bodies[0].model_copy(update={"units": [], "duties": []})
    poorer = RecordFile(file.document, file.record.model_copy(update={"bodies": [body]}), file.where)
    with pytest.raises(RefusedError, match="the record lost"):
        load(store, poorer)
    assert content(store) == before
    assert load(store, poorer, allow_loss=True).outcome == "changed"


def test_forgetting_what_is_not_loaded_is_an_error(store: Store) -> None:
    with pytest.raises(NotThereError):
        forget(store, "nowhere")


def test_every_bundled_proof_stands_in_the_graph(bundled: Store) -> None:
    text = "MATCH ()-[link]->() WHERE link.spans IS NOT NULL RETURN link.spans AS spans, link.lines AS lines, link.quotes AS quotes, link.rules AS rules"
    for spans, lines, quotes, rules in bundled.read(text, {}).rows:
        assert len(spans) == len(lines) == len(quotes) == len(rules) > 0
        assert [int(span.split(":")[0]) for span in spans] == lines


def test_loading_the_bundled_records_again_says_unchanged(bundled: Store) -> None:
    assert {load(bundled, read_record(path)).outcome for path in record_paths()} == {"unchanged"}


@pytest.fixture(scope="module")
def before(bundled: Store) -> tuple[list, list]:
    """All that the bundled records put into a graph."""
    return content(bundled)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (node:Place {id: 'x'})",
        "MATCH (node) SET node.name = 'x'",
        "MATCH (node) DETACH DELETE node",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "LO\\u0041D CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "MATCH (node) RETURN node.id AS x UNION LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line AS x",
        "CREATE INDEX FOR (node:Place) ON (node.name)",
        "MERGE (node:Place {id: 'jinhua'}) RETURN node",
    ],
)
def test_a_statement_that_writes_or_reaches_outside_is_refused(
    bundled: Store, before: tuple[list, list], statement: str
) -> None:
    with pytest.raises((RefusedError, UsageError)):
        bundled.read(statement, {})
    assert content(bundled) == before


def test_values_have_the_same_shapes_on_every_engine(bundled: Store) -> None:
    text = "MATCH path = (unit:Division {id: $id})-[part:PART_OF]->(body) RETURN unit, part, path"
    own_id = "tumen/民政和人力资源社会保障局/division/社会救助科"
    ((unit, part, path),) = bundled.read(text, {"id": own_id}).rows
    assert (unit["id"], unit["labels"]) == (own_id, ["Division", "Organization"])
    assert unit["properties"]["name_zh"] == "社会救助科"
    assert set(unit["properties"]) == {
        "id", "name", "name_zh", "name_zh_source", "name_en", "name_en_source", "place", "document", "lines", "printed",
    }  # fmt: skip
    assert (part["type"], part["properties"]["ordinal"]) == ("PART_OF", 1)
    assert [node["id"] for node in path["nodes"]] == [own_id, "tumen/民政和人力资源社会保障局"]
    assert path["relationships"][0]["start"] == own_id
