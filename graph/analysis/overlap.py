"""Units that do the same, as a network of their own."""

from collections import defaultdict
from typing import Any

import networkx
from networkx.algorithms import bipartite

from graph.analysis.finding import (
    Finding,
    Network,
    field_of,
    links,
    owners,
    place_of,
    thing,
    typed,
    wider_functions,
    within,
)

GENERAL = "administration"
COLUMNS = {
    "place": "place", "unit": "unit", "other_place": "place", "other": "unit", "shared": "integer", "functions": "list<function>",
    "roles": "list<string>", "other_roles": "list<string>", "says": "proof", "other_says": "proof",
}  # fmt: skip
# What documents say of each unit in each of its functions.
Facts = defaultdict[str, defaultdict[str, list[dict[str, Any]]]]


def overlap(network: "Network[str]", *, general: bool = False) -> Finding:
    """Pairs of units joined by the functions that both have, most shared first; a projection of units and functions.

    An owner and its own part never overlap, and general office chores count only with `general`. The roles stand beside
    each function, for a unit that only assists does not do the same as one that leads: this is a place to look, no verdict.
    """
    said: Facts = defaultdict(lambda: defaultdict(list))
    ties: networkx.Graph[str] = networkx.Graph()
    wider = wider_functions(network)
    for unit, function, data in links(network, "RESPONSIBLE_FOR"):
        if general or field_of(function, wider) != GENERAL:
            ties.add_edge(unit, function)
            said[unit][function].append(data)
    above = owners(network)
    projected = bipartite.weighted_projected_graph(ties, said)
    pairs = [
        (*sorted((one, other)), int(data["weight"]))
        for one, other, data in projected.edges(data=True)
        if not within(one, other, above)
    ]
    rows = [_row(network, said, one, other) for one, other, _ in sorted(pairs, key=lambda pair: (-pair[2], *pair[:2]))]
    shares: dict[str, int] = defaultdict(int)
    for one, other, weight in pairs:
        shares[one], shares[other] = shares[one] + weight, shares[other] + weight
    return Finding(typed(rows, **COLUMNS), {unit: {"shared_functions": count} for unit, count in shares.items()})


def _row(network: "Network[str]", said: Facts, one: str, other: str) -> list[object]:
    both = sorted(said[one].keys() & said[other].keys())
    functions = [thing(network, function) for function in both]
    roles = [[_roles(said[unit][function]) for function in both] for unit in (one, other)]
    proofs = [[link for function in both for link in said[unit][function]] for unit in (one, other)]
    things = [part for unit in (one, other) for part in (place_of(network, unit), thing(network, unit))]
    return [*things, len(both), functions, *roles, *proofs]


def _roles(links_of_one: list[dict[str, Any]]) -> str:
    return ", ".join(sorted({role for link in links_of_one for role in link.get("roles") or ()}))
