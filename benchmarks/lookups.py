"""How lookups grow: CPU time per returned row with records of few and of many counties, in the embedded store.

    python -m benchmarks.lookups 28 285

The last column is the ratio of the last to the first: 1.5 is the goal for what starts at names and ids; parts of names may grow.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import counties
from graph.catalog.catalogue import ask
from graph.catalog.finding import find
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from loaders.load import load
from loaders.reading import read_record

ROUNDS = 5
Lookup = Callable[[Store, dict[str, str]], int]


def _found(text: str) -> Lookup:
    return lambda store, known: len(find(store, text.format(**known)).things)


def _asked(query: str, **values: str) -> Lookup:
    def run(store: Store, known: dict[str, str]) -> int:
        given = {name: value.format(**known) for name, value in values.items()}
        return len(ask(store, query, **given).rows)

    return run


LOOKUPS: dict[str, Lookup] = {
    "find, a whole name in one county": _found("{body}"),
    "find, a name in every county": _found("慈善总会"),
    "find, a name with its place in front": _found("{named}民政局"),
    "alias.answers_for": _asked("alias.answers_for", name="{body}"),
    "hierarchy.chain_up": _asked("hierarchy.chain_up", name="{body}"),
    "hierarchy.tree": _asked("hierarchy.tree", body="{body}"),
    "functions.duties_of": _asked("functions.duties_of", unit="{body}"),
    "proof.facts": _asked("proof.facts", name="{body}"),
    "alias.hanging_signs of a place": _asked("alias.hanging_signs", place="{place}"),
    "hierarchy.divisions of a place": _asked("hierarchy.divisions", place="{place}"),
    "find, a part of a name": _found("减灾委"),
}


def measured(count: int) -> dict[str, float]:
    """Milliseconds of CPU per returned row of each lookup, the best of some rounds."""
    with tempfile.TemporaryDirectory() as name, EmbeddedStore(Path(name) / "graph.kgl", write=True) as store:
        folder = Path(name) / "made"
        counties.write(folder, count)
        store.prepare()
        for path in sorted((folder / "records").glob("*.yaml")):
            load(store, read_record(path))
        rows = store.read(
            "MATCH (body:Bureau)-[:IN_PLACE]->(place:Place) "
            "RETURN place.id AS place, place.name AS named, body.id AS body ORDER BY body LIMIT 1",
            {},
        )
        known = rows.records()[0]
        return {text: _best(lookup, store, known) for text, lookup in LOOKUPS.items()}


def _best(lookup: Lookup, store: Store, known: dict[str, str]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        rows = lookup(store, known)
        best = min(best, (time.process_time() - start) * 1000 / max(rows, 1))
    return best


def main(sizes: list[int]) -> None:
    """Print the table."""
    found = {size: measured(size) for size in sizes}
    print("ms a row".ljust(36), *(f"{size:>9}" for size in sizes), "    ratio")
    for text in LOOKUPS:
        times = [found[size][text] for size in sizes]
        print(text.ljust(36), *(f"{one:9.3f}" for one in times), f"{times[-1] / times[0]:9.2f}")


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [28, 285])
