"""A graph of schema 1 is carried over by the first command that writes, and read by none before."""

from collections.abc import Iterator
from pathlib import Path

import kglite
import pytest

from graph.errors import OlderGraphError
from graph.store.embedded import EmbeddedStore
from graph.store.indexes import GUAPAI
from graph.store.protocol import Store
from graph.version import SCHEMA_VERSION
from guapai.opening import opened
from loaders.carrying import carry_over
from loaders.graph_check import check_graph
from loaders.load import forget, load
from loaders.reading import read_record
from tests.contents import content

FIXTURES = Path(__file__).parents[1] / "fixtures"
PROOF = (
    "lines: [1], spans: ['1:0-3'], quotes: ['0123456789abcdef'], rules: ['reading'], status: 'stated', confidence: 1.0"
)
CLAIMS = (
    '{"labels": ["External", "Organization"], "properties": {"id": "jinhua/forest-bureau", "name": "Municipal Forest Bureau", '
    '"place": "jinhua"}}',
    '{"labels": ["Bureau", "Organization"], "properties": {"id": "jinhua/forest-bureau", "name": "Jinhua Forest Bureau", '
    '"place": "jinhua", "document": "old-forest", "lines": [1]}}',
)
# What the first version wrote of two documents: one names the bureau that the other describes.
OLD = f"""
CREATE (grain:Document {{id: 'old-grain', name: 'grain', sha256: 'a', documents: ['old-grain'], marker: 'm', line_count: 3}}),
  (forest:Document {{id: 'old-forest', name: 'forest', sha256: 'b', documents: ['old-forest'], marker: 'm', line_count: 3}}),
  (place:Place {{id: 'jinhua', name: '金华市', documents: ['old-forest', 'old-grain']}}),
  (government:Government:Organization {{id: 'jinhua/government', name: '金华市人民政府', place: 'jinhua',
    documents: ['old-forest', 'old-grain']}}),
  (function:Function {{id: 'planning', code: 'planning', name: '规划', documents: ['old-grain']}}),
  (one:Bureau:Organization {{id: 'jinhua/grain-bureau', name: 'Jinhua Grain Bureau', place: 'jinhua', document: 'old-grain',
    lines: [1], documents: ['old-grain']}}),
  (two:Bureau:Organization {{id: 'jinhua/forest-bureau', name: 'Jinhua Forest Bureau', place: 'jinhua', document: 'old-forest',
    lines: [1], documents: ['old-forest', 'old-grain'], claims: $claims}}),
  (government)-[:GOVERNS]->(place),
  (one)-[:ORGAN_OF {{document: 'old-grain', {PROOF}}}]->(government),
  (two)-[:ORGAN_OF {{document: 'old-forest', {PROOF}}}]->(government),
  (one)-[:DESCRIBED_IN {{document: 'old-grain'}}]->(grain), (two)-[:DESCRIBED_IN {{document: 'old-forest'}}]->(forest),
  (one)-[:COORDINATES_WITH {{document: 'old-grain', {PROOF}}}]->(two),
  (one)-[:RESPONSIBLE_FOR {{document: 'old-grain', roles: ['does'], level: 'bureau', {PROOF}}}]->(function)
"""
PARAMETERS = {"claims": [CLAIMS[1], CLAIMS[0]]}


def old_file(path: Path) -> None:
    graph = kglite.open(str(path))
    graph.cypher(OLD, params=PARAMETERS)
    graph.set_schema_version(1)
    graph.close()


@pytest.fixture
def older(store: Store, tmp_path: Path) -> Iterator[Store]:
    """A store that holds an old graph, with a relationship of somebody else."""
    if isinstance(store, EmbeddedStore):
        old_file(tmp_path / "old.kgl")
        with EmbeddedStore(tmp_path / "old.kgl", write=True) as old:
            yield old
    else:
        store.run_write(OLD, PARAMETERS)
        store.run_write(f"MATCH (node:{GUAPAI}) DELETE node", {})
        yield store


@pytest.mark.long
def test_documents_names_and_proofs_are_there_after_it(older: Store) -> None:
    older.run_write(
        "MATCH (body:Bureau {id: 'jinhua/grain-bureau'}) CREATE (:Movie {name: 'theirs'})-[:ABOUT]->(body)", {}
    )
    assert older.schema_version() == 1
    with pytest.raises(OlderGraphError):
        load(older, read_record(FIXTURES / "grain.yaml"))
    assert carry_over(older) == ["old-forest", "old-grain"]
    older.prepare()
    assert (older.schema_version(), check_graph(older)) == (SCHEMA_VERSION, [])
    text = (
        "MATCH (body:Bureau)-[link:DESCRIBED_IN]->(document) RETURN body.name AS name, document.id AS id ORDER BY name"
    )
    assert [list(row.values()) for row in older.rows(text, {})] == [
        ["Jinhua Forest Bureau", "document/old-forest"],
        ["Jinhua Grain Bureau", "document/old-grain"],
    ]
    named = "MATCH (body:Bureau)-[link:NAMED_IN]->() RETURN body.id AS id, link.name AS name, link.label AS label"
    assert older.rows(named, {}) == [
        {"id": "jinhua/forest-bureau", "name": "Municipal Forest Bureau", "label": "External"}
    ]
    proven = "MATCH ()-[link:RESPONSIBLE_FOR]->() RETURN link.spans AS spans, link.document AS document"
    assert older.rows(proven, {}) == [{"spans": ["1:0-3"], "document": "old-grain"}]
    assert older.rows("MATCH (:Movie)-[:ABOUT]->(body) RETURN body.id AS id", {}) == [{"id": "jinhua/grain-bureau"}]
    older.run_write("MATCH (movie:Movie) DETACH DELETE movie", {})
    assert carry_over(older) == []
    forget(older, "old-forest")
    text = "MATCH (body {id: 'jinhua/forest-bureau'}) RETURN body.name AS name, labels(body) AS labels"
    (left,) = older.rows(text, {})
    assert (left["name"], sorted(left["labels"])) == ("Municipal Forest Bureau", ["External", "Organization"])
    forget(older, "old-grain")
    assert content(older) == ([], [])


def test_an_older_file_is_read_by_no_command_but_where_it_is_the_users_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named, own = tmp_path / "named.kgl", tmp_path / "home" / "graph.kgl"
    own.parent.mkdir()
    for path in (named, own):
        old_file(path)
    with pytest.raises(OlderGraphError, match="guapai load carries it over"), opened(str(named)):
        pass
    with opened(None) as store:
        assert store.schema_version() == SCHEMA_VERSION
    assert "2 documents are carried over from schema version 1" in capsys.readouterr().err
    assert (own.parent / "graph.1.kgl").exists()
    with opened(str(named), write=True) as store:
        assert check_graph(store) == []
    with EmbeddedStore(tmp_path / "named.1.kgl", write=True) as kept:
        assert kept.schema_version() == 1
