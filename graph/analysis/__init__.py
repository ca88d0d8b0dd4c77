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

Analysis = Callable[..., Finding]
ANALYSES: dict[str, Analysis] = {one.__name__: one for one in (brokers, span_of_control, overlap, communities, compare)}


def analyse(name: str, network: Any, **options: Any) -> Finding:
    """Run an analysis by name; raises KeyError for an unknown one."""
    return ANALYSES[name](network, **options)


__all__ = ["ANALYSES", "Finding", "analyse"]
