"""NetworkX hands a network of ours to another library as it is."""

from pathlib import Path

import networkx
import pytest

from graph.export.network import as_network, whole
from graph.store.embedded import EmbeddedStore
from loaders.load import load
from loaders.reading import read_record

FIXTURES = Path(__file__).parents[1] / "fixtures"
BACKEND = "graphblas"


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> "networkx.MultiDiGraph[str]":
    with EmbeddedStore(tmp_path_factory.mktemp("backends") / "graph.kgl", write=True) as store:
        store.prepare()
        load(store, read_record(FIXTURES / "harbour.yaml"))
        return as_network(whole(store))


@pytest.mark.filterwarnings("ignore:Note. conversions to backend graphs:UserWarning")
def test_graphblas_computes_on_a_network_as_it_is(network: "networkx.MultiDiGraph[str]") -> None:
    assert BACKEND in networkx.utils.backends.backends
    for node in sorted(network)[:5]:
        assert set(networkx.descendants(network, node, backend=BACKEND)) == networkx.descendants(network, node)
        steps = networkx.single_source_shortest_path_length(network, node, backend=BACKEND)
        assert dict(steps) == dict(networkx.single_source_shortest_path_length(network, node))
    assert any(networkx.descendants(network, node) for node in sorted(network)[:5])
