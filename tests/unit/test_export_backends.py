"""NetworkX hands a network of ours to another library as it is."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[1] / "fixtures"
PROGRAM = """
import sys, warnings, networkx
from pathlib import Path
from graph.export.network import as_network, whole
from graph.store.embedded import EmbeddedStore
from loaders.load import load
from loaders.reading import read_record

warnings.filterwarnings("ignore", "Note. conversions to backend graphs", UserWarning)
with EmbeddedStore(Path(sys.argv[1]), write=True) as store:
    store.prepare()
    load(store, read_record(Path(sys.argv[2])))
    network = as_network(whole(store))
few = sorted(network)[:5]
for node in few:
    assert set(networkx.descendants(network, node, backend="graphblas")) == networkx.descendants(network, node)
    steps = networkx.single_source_shortest_path_length(network, node, backend="graphblas")
    assert dict(steps) == dict(networkx.single_source_shortest_path_length(network, node))
print(sum(len(networkx.descendants(network, node)) for node in few))
"""


@pytest.mark.skipif(find_spec("graphblas_algorithms") is None, reason="its library has no wheel for this Python")
def test_graphblas_computes_on_a_network_as_it_is(tmp_path: Path) -> None:
    """In a process of its own: its library cannot be loaded behind those that other tests have loaded."""
    command = [sys.executable, "-c", PROGRAM, tmp_path / "graph.kgl", FIXTURES / "harbour.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert int(done.stdout or 0) > 0, done.stderr[-2000:]
