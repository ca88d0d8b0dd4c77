"""Who stands between others."""

import networkx

from graph.analysis.finding import Finding, Network, kind, links, place_of, thing, typed

TYPES = ("HOSTS", "COORDINATES_WITH", "OFFICE_OF", "MEMBER_OF", "ANSWERS_TO")


def brokers(network: "Network[str]") -> Finding:
    """Units that others meet through: betweenness over hosting and coordination, from 0 to 1.

    A unit scores high where the shortest ways between other bodies lead through it: it hosts offices of committees whose
    members it also works with. Bodies without a name ("the relevant departments") are left out, for nobody is meant.
    """
    ties: networkx.Graph[str] = networkx.Graph()
    for start, end, _ in links(network, *TYPES):
        if not (network.nodes[start].get("unnamed") or network.nodes[end].get("unnamed")):
            ties.add_edge(start, end)
    scores = networkx.betweenness_centrality(ties)
    ranked = sorted((node for node in scores if scores[node] > 0), key=lambda node: (-scores[node], node))
    rows = [
        [
            place_of(network, node),
            thing(network, node),
            kind(network, node).lower(),
            round(scores[node], 4),
            ties.degree(node),
        ]
        for node in ranked
    ]
    return Finding(
        typed(rows, place="place", unit="unit", kind="string", betweenness="float", ties="integer"),
        {node: {"betweenness": round(scores[node], 4)} for node in ranked},
    )
