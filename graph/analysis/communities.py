"""Which functions are done together."""

from collections.abc import Mapping

import networkx
from networkx.algorithms import bipartite

from graph.analysis.finding import Finding, Network, links, owners, thing, typed

SEED = 20_260


def communities(network: "Network[str]") -> Finding:
    """Groups of functions that the same units do (Louvain, with a fixed seed), largest first.

    Functions in one group are found in the same units more often than chance would have it: that is how duties are bundled
    in practice. A body whose parts have duties of their own is left out, for it has all of them together.
    """
    duties = [(unit, function) for unit, function, _ in links(network, "RESPONSIBLE_FOR")]
    leading = _leading({unit for unit, _ in duties}, owners(network))
    ties: networkx.Graph[str] = networkx.Graph()
    ties.add_edges_from((unit, function) for unit, function in duties if unit not in leading)
    functions = sorted({function for unit, function in duties if unit not in leading})
    together: networkx.Graph[str] = networkx.Graph()
    together.add_nodes_from(functions)
    projected = bipartite.weighted_projected_graph(ties, functions)
    together.add_weighted_edges_from(
        sorted((*sorted((one, other)), data["weight"]) for one, other, data in projected.edges(data=True))
    )
    found = networkx.community.louvain_communities(together, weight="weight", seed=SEED) if functions else []
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    rows, marks = [], {}
    for number, group in enumerate(groups, 1):
        units = {unit for function in group for unit in ties[function]}
        rows.append([number, len(group), [thing(network, one) for one in group], len(units)])
        marks.update({function: {"community": number} for function in group})
    found_groups = typed(rows, community="integer", size="integer", functions="list<function>", units="integer")
    return Finding(found_groups, marks)


def _leading(units: set[str], above: Mapping[str, str]) -> set[str]:
    """What some of the units are directly or further up part of."""
    found: set[str] = set()
    for unit in units:
        while (unit := above.get(unit, "")) and unit not in found:
            found.add(unit)
    return found
