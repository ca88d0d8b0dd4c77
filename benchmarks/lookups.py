"""How questions about one name or one place grow: milliseconds per returned row with the records of few and of many counties.

    python -m benchmarks.lookups 28 285 2850
    python -m benchmarks.lookups --neo4j 28 285

In the embedded store CPU time, the sizes in turn, so that whatever else the machine does falls on all of them; of a managed
Neo4j the time that its client waits. The best of some rounds. The last column is the ratio of the last to the first: 1.5 is the
goal. Surveys stand last, with the reason why they grow. Of a question that counts it is the milliseconds for each one counted.
`python -m benchmarks.database_hits 28 285` counts what a server touches instead, which is the same on a busy machine.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import yaml

from benchmarks import bundled, counties
from graph.catalog.catalogue import catalogue, run
from graph.catalog.finding import find
from graph.catalog.parameters import Parameter, bind
from graph.catalog.stored_query import StoredQuery
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from loaders.many import Loading
from loaders.refusals import Allowed

ROUNDS = 12
LEAST_SECONDS, MOST_SECONDS = 0.2, 3
TOGETHER = 20  # documents of one transaction
PASSES = 3  # over all lookups, with a server
GOAL = 1.5
SIZES = [28, 285]
# What somebody knows about one county where several share a matter, as parameters take it; of each only one.
KNOWN = """
MATCH (function:Function {id: $function})<-[:RESPONSIBLE_FOR]-(:Institution)-[:AFFILIATED_WITH]->(body:Bureau)
WITH function, body ORDER BY body.id LIMIT 1
MATCH (body)<-[:PART_OF]-(unit:Division) WHERE EXISTS { (unit)-[:RESPONSIBLE_FOR]->(function) }
MATCH (body)-[:IN_PLACE]->(place:Place)<-[:IN_PLACE]-(committee:LeadingGroup)
RETURN place.id AS place, place.name AS named, body.id AS body, unit.id AS unit, body.id AS name, function.id AS function,
       committee.id AS committee, body.document AS document
ORDER BY unit, committee LIMIT 1
"""
PLAIN = {"date": "2010", "integer": "5"}
FINDS = {
    "find, a whole name in one county": "{body}",
    "find, a name in every county": "慈善总会",
    "find, a name with its place in front": "{named}民政局",
    "find, a short form in a place": "{named}老龄办",
}
COUNTED = {"functions.list": "units"}  # a row that counts costs what it counts
PART = "find, a part of a name"
# What is no lookup by its nature, and why.
SURVEYS = {
    "overlap.merged_or_split": "a survey: each function of the place is compared with every place",
    PART: "a survey: every name may hold the part",
}
Lookup = Callable[[Store], int]


def lookups(known: dict[str, str]) -> Iterator[tuple[str, Lookup]]:
    """Every lookup by its name: how many rows a store gives for it."""
    for title, text in FINDS.items():
        yield title, _found(text.format(**known))
    for query in stored():
        for title, values in questions(query, known):
            yield title, _asked(query, values)
    yield PART, _found("减灾委")


def stored() -> list[StoredQuery]:
    """Every stored query, each before its near misses."""
    return [one for query in catalogue() for one in (query, query.near) if one]


def _found(text: str) -> Lookup:
    return lambda store: len(find(store, text).things)


def _asked(query: StoredQuery, values: dict[str, str]) -> Lookup:
    bound = bind(query.parameters, values, query.name)
    if (counted := COUNTED.get(query.name)) is None:
        return lambda store: len(run(store, query, bound).rows)
    return lambda store: sum(row[counted] for row in run(store, query, bound).records())


def questions(query: StoredQuery, known: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """A query asked about one place where it takes one, then about each single thing that it takes besides, in any place."""
    required = {one.name: _value(one, known) for one in query.parameters if one.required}
    optional = {one.name: _value(one, known) for one in query.parameters if one.is_thing and not one.required}
    asked = [{name: value} for name, value in optional.items()]
    for values in asked or [{}]:
        yield " by ".join([query.name, *(name for name in values if name != "place")]), {**required, **values}
    if required and "place" not in optional and asked:
        yield query.name, required
    if required.keys() & {one.near for one in query.parameters}:
        yield " by ".join([query.name, *required]), required


def _value(parameter: Parameter, known: dict[str, str]) -> str:
    return PLAIN.get(parameter.type) or known[parameter.type.split("|")[0]]


def grown(store: Store, sizes: list[int]) -> Iterator[int]:
    """The sizes in turn, each once the store holds so many counties."""
    made, before = counties.counties(max(sizes)), 0
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            paths = [_written(one, Path(name)) for one in islice(made, size - before)]
            loading = Loading(store, paths, Allowed())
            for numbers in loading.batches(TOGETHER):
                loading.load(numbers)
            before = size
            yield size


def _written(one: counties.County, folder: Path) -> Path:
    path = folder / f"{one.document}.yaml"
    path.write_text(yaml.dump(one.record, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
    return path


def measured(store: Store, sizes: list[int]) -> dict[str, list[float]]:
    """Milliseconds per returned row of each lookup, for each size: the best of some passes over all of them.

    A server that has just taken up records plans and compiles in the first pass, and what else the machine does falls into one.
    """
    found: dict[str, list[float]] = {}
    for size in grown(store, sizes):
        for number in range(PASSES):
            for title, lookup in lookups(known_of(store)):
                best = found.setdefault(title, [])
                best.extend([float("inf")] * (sizes.index(size) + 1 - len(best)))
                best[-1] = min(best[-1], _best(lookup, store, 0 if number == 0 else LEAST_SECONDS))
    return found


def known_of(store: Store) -> dict[str, str]:
    """What somebody knows about one county, as `KNOWN` says."""
    found: dict[str, str] = store.read(KNOWN, {"function": counties.SPLIT}).records()[0]
    return found


def _best(lookup: Lookup, store: Store, least: float) -> float:
    """The best of some rounds: of a lookup of milliseconds of many, for what else the machine does is as long as it."""
    best, began, rounds = float("inf"), time.monotonic(), 0
    while (rounds < ROUNDS and time.monotonic() - began < MOST_SECONDS) or time.monotonic() - began < least:
        best = min(best, _once(lookup, store, time.perf_counter))
        rounds += 1
    return best


def _once(lookup: Lookup, store: Store, clock: Callable[[], float]) -> float:
    start = clock()
    rows = lookup(store)
    return (clock() - start) * 1000 / max(rows, 1)


def report(engine: str, sizes: list[int], found: dict[str, list[float]]) -> None:
    """Print the table of one engine, those with the largest growth first and surveys at its end."""
    print(engine.ljust(48), *(f"{size:>9}" for size in sizes), "    ratio")
    for title in sorted(found, key=lambda one: (one in SURVEYS, -found[one][-1] / found[one][0])):
        times = found[title]
        ratio = times[-1] / times[0]
        mark = SURVEYS.get(title) or ("" if ratio <= GOAL else f"above {GOAL}")
        print(title.ljust(48), *(f"{one:9.3f}" for one in times), f"{ratio:9.2f}  {mark}".rstrip())


def in_turn(stores: Mapping[int, Store]) -> dict[str, list[float]]:
    """Milliseconds of CPU per returned row of each lookup, for each size: the best of rounds over all of them."""
    asked = {size: dict(lookups(known_of(store))) for size, store in stores.items()}
    found = {}
    for title in next(iter(asked.values())):
        best, began = dict.fromkeys(stores, float("inf")), time.monotonic()
        for number in range(ROUNDS):
            if number > 1 and time.monotonic() - began > MOST_SECONDS:
                break
            for size, store in stores.items():
                best[size] = min(best[size], _once(asked[size][title], store, time.process_time))
        found[title] = list(best.values())
    return found


def embedded(sizes: list[int]) -> None:
    """Measure and print the embedded store."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        stores = {}
        for size in sizes:
            store = stack.enter_context(EmbeddedStore(Path(name) / f"{size}.kgl", write=True))
            store.prepare()
            for _ in grown(store, [size]):
                stores[size] = store
        report("ms a row, embedded", sizes, in_turn(stores))


def neo4j(sizes: list[int]) -> None:
    """Measure and print a managed Neo4j."""
    with bundled.server() as server, bundled.prepared(server) as store:
        report("ms a row, Neo4j", sizes, measured(store, sizes))


def main() -> None:
    """Both engines with few and many counties: what `make bench` prints."""
    embedded(SIZES)
    neo4j(SIZES)


if __name__ == "__main__":
    asked = [int(one) for one in sys.argv[1:] if one.isdigit()] or SIZES
    (neo4j if "--neo4j" in sys.argv else embedded)(asked)
