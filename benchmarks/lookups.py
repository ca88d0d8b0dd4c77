"""How questions about one name or one place grow: milliseconds per returned row with the records of few and of many counties.

    python -m benchmarks.lookups 28 285 2850
    python -m benchmarks.lookups --neo4j 28 285 2850
    python -m benchmarks.lookups --neo4j --version 5.26.30 --folder FOLDER 28 285 2850

A store, or a managed Neo4j filled as `guapai load --bulk` does, for each size, and the sizes in turn, so that whatever else the machine
does falls on all of them: in the embedded store CPU time, the best of some rounds; of a server the time that its client waits, the
median of some rounds behind a first one, in which it plans and compiles. Of a server also the database hits for each row are printed, first:
what it touches is the same however busy the machine is. The last column is the largest ratio to the first size: 1.5 is the goal.
Surveys stand last, with the reason why they grow. Of a question that counts it is what each one counted costs.
With `--folder` the stores stay there and are used again; `--only WORD` asks some of the questions.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks import bundled, counties, filled
from benchmarks.database_hits import logged_in, touched
from benchmarks.figures import Figure
from graph.catalog.catalogue import catalogue, find_query, run
from graph.catalog.finding import find
from graph.catalog.parameters import Parameter, bind
from graph.catalog.stored_query import StoredQuery
from graph.catalog.things import resolved
from graph.server import LocalServer
from graph.server.lock_file import DEFAULT_VERSION
from graph.store.protocol import Store

ROUNDS = 12
MOST_SECONDS = 3
AGAIN = 2  # times that what seems to grow is asked again: other work on the machine makes it dearer, never cheaper
IN_A_ROW = 3  # what one store needs is not paid by the next
FIRST = 1  # rounds of the pass in which a server plans and compiles
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
WIDE = ("overlap.who_does", "civil-affairs")  # a field of functions, each of which units of every county have
COUNTED = {"functions.list": "units"}  # a row that counts costs what it counts
PART = "find, a part of a name"
# What is no lookup by its nature, and why.
SURVEYS = {
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
    name, field = WIDE
    yield f"{name}, a wide function", _asked(find_query(name), {"place": known["place"], "function": field})
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


def known_of(store: Store) -> dict[str, str]:
    """What somebody knows about one county, as `KNOWN` says."""
    found: dict[str, str] = store.read(KNOWN, {"function": counties.SPLIT}).records()[0]
    return found


def _once(lookup: Lookup, store: Store, clock: Callable[[], float]) -> float:
    start = clock()
    rows = lookup(store)
    return (clock() - start) * 1000 / max(rows, 1)


def report(engine: str, sizes: list[int], found: dict[str, list[float]]) -> None:
    """Print the table of one engine, those with the largest growth first and surveys at its end."""
    print(engine.ljust(48), *(f"{size:>9}" for size in sizes), "    ratio", flush=True)
    for title in sorted(found, key=lambda one: (one in SURVEYS, -growth(found[one]))):
        ratio = growth(found[title])
        mark = SURVEYS.get(title) or ("" if ratio <= GOAL else f"above {GOAL}")
        print(title.ljust(48), *(f"{one:9.3f}" for one in found[title]), f"{ratio:9.2f}  {mark}".rstrip())


def growth(costs: list[float]) -> float:
    """The dearest of the larger sizes against the first."""
    return max(costs[1:] or costs) / costs[0]


def in_turn(
    stores: Mapping[int, Store], clock: Callable[[], float], only: str = "", rounds: int = ROUNDS
) -> dict[str, dict[int, list[float]]]:
    """Milliseconds per returned row of each lookup, for each size: some rounds over all of them."""
    asked = {size: dict(lookups(known_of(store))) for size, store in stores.items()}
    found: dict[str, dict[int, list[float]]] = {
        title: {size: [] for size in stores} for title in next(iter(asked.values())) if only in title
    }
    for title, times in found.items():
        for size in _turns(list(stores), rounds):
            times[size].append(_once(asked[size][title], stores[size], clock))
    return found


def _turns(sizes: list[int], rounds: int) -> Iterator[int]:
    """Each size in turn, twice at least and until the rounds or the time are over."""
    began = time.monotonic()
    for number in range(rounds):
        if number > 1 and time.monotonic() - began > MOST_SECONDS:
            return
        yield from (size for size in sizes for _ in range(IN_A_ROW))


def embedded(sizes: list[int], folder: Path | None = None, only: str = "") -> dict[str, list[float]]:
    """Milliseconds a row of each lookup in the embedded store, for each size."""
    with filled.kept(folder) as place, filled.embedded(place, sizes) as stores:
        found = in_turn(stores, time.process_time, only)
        for title, times in found.items():
            for _ in range(AGAIN * (growth([min(one) for one in times.values()]) > GOAL and title not in SURVEYS)):
                for size, more in in_turn(stores, time.process_time, title)[title].items():
                    times[size] += more
    return {title: [min(times[size]) for size in sizes] for title, times in found.items()}


def neo4j(
    sizes: list[int], folder: Path | None = None, only: str = "", version: str = DEFAULT_VERSION
) -> Iterator[tuple[str, dict[str, list[float]]]]:
    """The same on a managed Neo4j for each size: database hits a row of each lookup that is one query, then milliseconds a row of all."""
    with filled.kept(folder) as place, filled.servers(place, sizes, version) as servers, ExitStack() as stack:
        stores = {size: stack.enter_context(bundled.prepared(server)) for size, server in servers.items()}
        hits = [dict(_profiled(stores[size], servers[size], only)) for size in sizes]
        yield f"database hits a row, Neo4j {version}", {title: [found[title] for found in hits] for title in hits[0]}
        in_turn(stores, time.perf_counter, only, FIRST)
        times = in_turn(stores, time.perf_counter, only)
        yield (
            f"ms a row, Neo4j {version}",
            {title: [median(one[size]) for size in sizes] for title, one in times.items()},
        )


def _profiled(store: Store, server: LocalServer, only: str) -> Iterator[tuple[str, float]]:
    known = known_of(store)
    with logged_in(server) as driver:
        for query in stored():
            for title, values in (one for one in questions(query, known) if only in one[0]):
                bound = resolved(store, query, bind(query.parameters, values, query.name))[0]
                total, rows = touched(driver, query.text, bound)
                counted = _asked(query, values)(store) if query.name in COUNTED else rows
                yield title, total / max(counted, 1)


def figures(folder: Path, few: int, many: int) -> Iterator[Figure]:
    """Of each engine the lookup that grows most."""
    hits, times = neo4j([few, many], folder)
    for engine, found in (
        ("embedded, ms", embedded([few, many], folder)),
        ("Neo4j, database hits", hits),
        ("Neo4j, ms", times),
    ):
        title = max(found.keys() - SURVEYS.keys(), key=lambda one: growth(found[one]))
        first, last = found[title]
        yield Figure(
            f"{engine}, the most of {len(found.keys() - SURVEYS.keys())} lookups, {many} counties against {few}: {title}",
            growth(found[title]),
            f"{GOAL}",
            f"{last:.3f} against {first:.3f}",
        )


def main() -> None:
    """Both engines with few and many counties: what `make bench` prints."""
    report("ms a row, embedded", SIZES, embedded(SIZES))
    for what, found in neo4j(SIZES):
        report(what, SIZES, found)


def told() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--neo4j", action="store_true")
    parser.add_argument("--version", default=DEFAULT_VERSION)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    if asked.neo4j:
        for what, found in neo4j(asked.sizes, asked.folder, asked.only, asked.version):
            report(what, asked.sizes, found)
    else:
        report("ms a row, embedded", asked.sizes, embedded(asked.sizes, asked.folder, asked.only))


if __name__ == "__main__":
    told()
