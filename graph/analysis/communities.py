"""Which functions are done together."""

import networkx
from networkx.algorithms import bipartite

from graph.analysis.finding import Finding, Network, links, thing, typed

SEED = 20_260


def communities(network: "Network[str]") -> Finding:
    """Groups of functions that the same units do (Louvain, with a fixed seed), largest first.

    Functions in one group are found in the same units more often than chance would have it: that is how duties are bundled
    in practice, whatever the tree of functions says.
    """
    ties: networkx.Graph[str] = networkx.Graph()
    for unit, function, _ in links(network, "RESPONSIBLE_FOR"):
        ties.add_edge(unit, function)
    functions = sorted({end for _, end, _ in links(network, "RESPONSIBLE_FOR")})
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
