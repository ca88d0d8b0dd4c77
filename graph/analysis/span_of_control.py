"""How many units each body leads, and how deep it goes."""

from collections import Counter, defaultdict
from typing import Any

from graph.analysis.finding import Finding, Network, kind, links, place_of, thing, typed

COUNTS = ("direct", "divisions", "party_units", "branches", "institutions", "announced", "below", "levels")
COUNTED = ("Division", "PartyUnit", "Branch", "Institution")


def span_of_control(network: "Network[str]") -> Finding:
    """What each body or unit leads directly, by kind, how many there are below it in all, and through how many levels.

    Counted is what a document lists; announced is the number it states for internal units, where it states one.
    """
    below: dict[str, list[str]] = defaultdict(list)
    for start, end, _ in links(network, "PART_OF", "AFFILIATED_WITH", "BRANCH_OF"):
        below[end].append(start)
    rows: list[list[Any]] = []
    marks = {}
    for node in sorted(below):
        kinds = Counter(kind(network, one) for one in set(below[node]))
        everything, levels = _all_below(node, below)
        direct = [kinds[one] for one in COUNTED]
        announced = network.nodes[node].get("stated_divisions")
        above = [place_of(network, node), thing(network, node)]
        rows.append([*above, sum(direct), *direct, announced, len(everything), levels])
        marks[node] = {"span_of_control": sum(direct), "units_below": len(everything)}
    rows.sort(key=lambda row: (-row[2], row[1]["id"]))
    counts = dict.fromkeys(COUNTS, "integer")
    return Finding(typed(rows, place="place", unit="unit", **counts), marks)


def _all_below(node: str, below: dict[str, list[str]]) -> tuple[set[str], int]:
    """Everything below a node, and the number of levels."""
    seen: set[str] = set()
    level, levels = {node}, 0
    while level := {one for upper in level for one in below.get(upper, ())} - seen - {node}:
        seen |= level
        levels += 1
    return seen, levels
