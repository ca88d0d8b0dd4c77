"""Two places, function by function."""

from collections import defaultdict

from graph.analysis.finding import Finding, Network, field_of, links, thing, typed, wider_functions


def compare(network: "Network[str]", *, place: str, other: str) -> Finding:
    """Which units of two places (ids) have each function, and how alike the places are in each field.

    Similarity is the share of a field's functions that both places have among those that one has (Jaccard). Only what the
    loaded documents say counts: a function that one place lacks may stand in a document that nobody loaded.
    """
    wider = wider_functions(network)
    units: dict[str, dict[str, set[str]]] = defaultdict(lambda: {place: set(), other: set()})
    for unit, function, _ in links(network, "RESPONSIBLE_FOR"):
        where = network.nodes[unit].get("place")
        if where in (place, other):
            units[function][where].add(unit)
    alike = _similarity(units, wider, place, other)
    rows, marks = [], {}
    for function in sorted(units, key=lambda code: (field_of(code, wider), code)):
        here, there = ([thing(network, unit) for unit in sorted(units[function][one])] for one in (place, other))
        stands = "both" if here and there else "only_first" if here else "only_second"
        field = field_of(function, wider)
        rows.append([thing(network, field), thing(network, function), stands, here, there, alike[field]])
        marks[function] = {"stands_in": stands, "similarity_of_field": alike[field]}
    kinds = {"field": "function", "function": "function", "stands_in": "string", "units": "list<unit>"}
    return Finding(typed(rows, **kinds, other_units="list<unit>", similarity="float"), marks)


def _similarity(
    units: dict[str, dict[str, set[str]]], wider: dict[str, str], place: str, other: str
) -> dict[str, float]:
    both: dict[str, int] = defaultdict(int)
    some: dict[str, int] = defaultdict(int)
    for function, where in units.items():
        field = field_of(function, wider)
        some[field] += 1
        both[field] += bool(where[place] and where[other])
    return {field: round(both[field] / some[field], 3) for field in some}
