"""Ready analyses of a network: a table whose ids lead back to the graph, and the same numbers as attributes of its nodes.

    from graph.analysis import ANALYSES
    found = ANALYSES["brokers"](network)
    found.answer.records(); found.marks["tumen/…"]["broker"]

The network is one that `graph.network` gives. Every analysis gives the same for the same network, each time.
"""

from collections.abc import Callable
from typing import Any

from graph.analysis.brokers import brokers
from graph.analysis.communities import communities
from graph.analysis.compare import compare
from graph.analysis.finding import Finding
from graph.analysis.overlap import overlap
from graph.analysis.span_of_control import span_of_control
from graph.said import Said

Analysis = Callable[..., Finding]
ANALYSES: dict[str, Analysis] = {one.__name__: one for one in (brokers, span_of_control, overlap, communities, compare)}
# What each says, in two sentences, a line each.
EXPLAINED = {
    "brokers": Said(
        "Who stands between others: betweenness, from 0 to 1, over hosting, coordination and the offices of committees.\n"
        "High is a unit through which the shortest ways between other bodies lead; bodies without a name are left out."
    ),
    "span_of_control": Said(
        "How many units a body leads directly, by kind, and how many there are below it in all, through how many levels.\n"
        "Counted is what documents list; announced is the number that a document states for internal units."
    ),
    "overlap": Said(
        "Pairs of units that have the same functions, most shared first; an owner and its part are no pair, office chores count with --general.\n"
        "This is a place to look and no verdict: roles stand beside each function, for who assists does not do what a leader does."
    ),
    "communities": Said(
        "Functions that the same units have more often than chance would have it, in groups (Louvain, fixed seed), largest first.\n"
        "A body whose parts have duties of their own is left out, for it has all of them together."
    ),
    "compare": Said(
        "Which units of two places have each function; similarity is the share of a field's functions that both have (Jaccard).\n"
        "What one place lacks may stand in a document that nobody loaded."
    ),
}


def analyse(name: str, network: Any, **options: Any) -> Finding:
    """Run an analysis by name; raises KeyError for an unknown one."""
    return ANALYSES[name](network, **options)


__all__ = ["ANALYSES", "EXPLAINED", "Finding", "analyse"]
