"""How long each stored question takes on the five bundled records, in the embedded store: milliseconds of CPU, resolving names too.

    python -m benchmarks.questions

The goal is 50 ms each. The first column is the whole question, the second what the engine needs of it.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from graph.catalog.catalogue import find_query, names, run
from graph.catalog.parameters import bind
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record
from tests.asked import asked, expected

GOAL = 50
ROUNDS = 5


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return min(times)


def measured(store: Store, name: str) -> tuple[float, float, int]:
    """Of one question: milliseconds of it all, from its file to its rows; of its Cypher alone; how many rows."""

    def whole() -> int:
        query = find_query(name)
        return len(run(store, query, bind(query.parameters, expected(name).get("parameters", {}), name)).rows)

    query, values = asked(store, name)
    return _best(whole), _best(lambda: store.read(query.text, values)), whole()


def main() -> None:
    """Print every question, the slowest first."""
    with tempfile.TemporaryDirectory() as folder, EmbeddedStore(Path(folder) / "graph.kgl", write=True) as store:
        store.prepare()
        for path in record_paths():
            load(store, read_record(path))
        found = {name: measured(store, name) for name in names()}
    print("ms on the bundled records".ljust(40), "    whole", "   Cypher", "     rows")
    for name, (whole, cypher, rows) in sorted(found.items(), key=lambda one: -one[1][0]):
        print(name.ljust(40), f"{whole:9.1f} {cypher:9.1f} {rows:9}", "" if whole <= GOAL else f"  above {GOAL}")


if __name__ == "__main__":
    main()
