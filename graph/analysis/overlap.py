"""Units that do the same, as a network of their own."""

from collections import defaultdict

import networkx
from networkx.algorithms import bipartite

from graph.analysis.finding import Finding, Network, field_of, links, name, owners, wider_functions, within
from graph.statement import Answer

GENERAL = "administration"
# The roles of each unit in each of its functions.
Roles = defaultdict[str, defaultdict[str, set[str]]]


def overlap(network: "Network[str]", *, general: bool = False) -> Finding:
    """Pairs of units joined by the functions that both have, most shared first; a projection of units and functions.

    An owner and its own part never overlap, and general office chores count only with `general`. The roles stand beside
    each function, for a unit that only assists does not do the same as one that leads: this is a place to look, no verdict.
    """
    roles: Roles = defaultdict(lambda: defaultdict(set))
    ties: networkx.Graph[str] = networkx.Graph()
    wider = wider_functions(network)
    for unit, function, data in links(network, "RESPONSIBLE_FOR"):
        if general or field_of(function, wider) != GENERAL:
            ties.add_edge(unit, function)
            roles[unit][function] |= set(data.get("roles") or ())
    above = owners(network)
    projected = bipartite.weighted_projected_graph(ties, roles)
    pairs = [
        (*sorted((one, other)), int(data["weight"]))
        for one, other, data in projected.edges(data=True)
        if not within(one, other, above)
    ]
    rows = [_row(network, roles, one, other) for one, other, _ in sorted(pairs, key=lambda pair: (-pair[2], *pair[:2]))]
    shares: dict[str, int] = defaultdict(int)
    for one, other, weight in pairs:
        shares[one], shares[other] = shares[one] + weight, shares[other] + weight
    columns = ["unit", "other", "shared", "functions", "roles", "other_roles", "unit_id", "other_id"]
    return Finding(Answer(columns, rows), {unit: {"shared_functions": count} for unit, count in shares.items()})


def _row(network: "Network[str]", roles: Roles, one: str, other: str) -> list[object]:
    both = sorted(roles[one].keys() & roles[other].keys())
    said = [[", ".join(sorted(roles[unit][function])) for function in both] for unit in (one, other)]
    return [name(network, one), name(network, other), len(both), both, *said, one, other]
