"""Turtle and JSON-LD: valid in terms of the W3C Organization Ontology, and the same network when read back."""

import builtins
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx
import pyshacl
import pytest
import rdflib
from hypothesis import given, settings
from rdflib.collection import Collection

from graph.errors import NotThereError
from graph.export.files import check_output, write_network
from graph.export.network import as_network, whole
from graph.export.rdf import NODE, OURS, address
from graph.store.embedded import EmbeddedStore
from loaders.load import load
from loaders.reading import read_record
from tests.unit.test_export_files import content, networks, small, unescaped

ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
SKOS = rdflib.SKOS
IDENTIFIER = rdflib.URIRef("http://purl.org/dc/terms/identifier")
RECORDS = Path(__file__).parents[2] / "data" / "records"
SHAPES = Path(__file__).parents[1] / "fixtures" / "organization-shapes.ttl"
ENDINGS = ("ttl", "jsonld")
# Its own reader of JSON-LD uses what rdflib itself no longer wants.
pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning:rdflib")
FORMATS = {"ttl": "turtle", "jsonld": "json-ld"}
TUMEN = "tumen/民政和人力资源社会保障局"


@pytest.fixture(scope="module")
def tumen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[networkx.MultiDiGraph]:
    with EmbeddedStore(tmp_path_factory.mktemp("rdf") / "graph.kgl", write=True) as store:
        store.prepare()
        load(store, read_record(RECORDS / "tumen.yaml"))
        yield as_network(whole(store))


def parsed(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format=FORMATS[path.suffix[1:]])


def plain(graph: rdflib.Graph, value: Any) -> Any:
    """A value of a property of ours as it was in the network."""
    if isinstance(value, rdflib.Literal):
        known = value.value
        return (
            unescaped(str(value)) if isinstance(known, str) else float(known) if isinstance(known, Decimal) else known
        )
    return [plain(graph, one) for one in Collection(graph, value)]


def own(graph: rdflib.Graph, thing: Any) -> dict[str, Any]:
    """The properties of ours of a node or of a statement; those that lead to nodes are relationships."""
    said = ((term, value) for term, value in graph.predicate_objects(thing) if str(term).startswith(OURS))
    return {
        str(term).removeprefix(OURS): plain(graph, value) for term, value in said if not str(value).startswith(NODE)
    }


def network_of(graph: rdflib.Graph) -> networkx.MultiDiGraph:
    network: networkx.MultiDiGraph = networkx.MultiDiGraph()
    ids = {thing: plain(graph, value) for thing, value in graph.subject_objects(IDENTIFIER)}
    for thing, own_id in ids.items():
        network.add_node(own_id, **own(graph, thing))
    for statement in graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement):
        start, end = (ids[graph.value(statement, term)] for term in (rdflib.RDF.subject, rdflib.RDF.object))
        kind = str(graph.value(statement, rdflib.RDF.predicate)).removeprefix(OURS)
        network.add_edge(start, end, type=kind, **own(graph, statement))
    return network


@pytest.mark.parametrize("ending", ENDINGS)
@settings(small, max_examples=20)
@given(network=networks())
def test_any_network_read_back_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, ending: str, network: networkx.MultiDiGraph
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any.{ending}"
    write_network(network, path)
    assert content(network_of(parsed(path))) == content(network)


def test_a_city_meets_the_shapes_of_the_organization_ontology(tmp_path: Path, tumen: networkx.MultiDiGraph) -> None:
    path = tmp_path / "tumen.ttl"
    write_network(tumen, path)
    graph = parsed(path)
    met, _, why = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(SHAPES))
    assert met, why
    bureau = rdflib.URIRef(address(NODE, TUMEN))
    assert (bureau, rdflib.RDF.type, ORG.FormalOrganization) in graph
    assert len(set(graph.subjects(ORG.unitOf, bureau))) == 10  # the sections that its document numbers
    institutions = set(graph.subjects(ORG.subOrganizationOf, bureau))
    assert len(institutions) == 7
    assert rdflib.Literal("图们市慈善总会") in {graph.value(one, rdflib.RDFS.label) for one in institutions}


def test_the_shapes_find_a_unit_of_what_is_no_organization(tmp_path: Path) -> None:
    wrong: networkx.MultiDiGraph = networkx.MultiDiGraph()
    wrong.add_node("a", labels=["Division", "Organization"], name="A")
    wrong.add_node("b", labels=["Document"], name="B")
    wrong.add_edge("a", "b", key="PART_OF", type="PART_OF")
    write_network(wrong, tmp_path / "wrong.ttl")
    met, _, why = pyshacl.validate(parsed(tmp_path / "wrong.ttl"), shacl_graph=rdflib.Graph().parse(SHAPES))
    assert not met
    assert "unitOf leads to an organization" in why


def test_without_rdflib_it_is_said_before_anything_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "rdflib":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.delitem(sys.modules, "rdflib")
    with pytest.raises(NotThereError, match="the extra 'rdf'"):
        check_output(tmp_path / "x.ttl")
