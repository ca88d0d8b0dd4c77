"""What the page of a chart shows as overlap: which functions several of its units have, and how an auditor grades that.

In a chart of two places the functions that both have stand in the middle, with the units of each place at its side.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx

Network = networkx.MultiDiGraph
# From what asks for a look to what is no fault; `elsewhere` joins two places and is no overlap at all.
GRADES = {
    "duplication": "#dc2626",
    "overlap": "#ea580c",
    "lead_and_helper": "#ca8a04",
    "policy_and_execution": "#2563eb",
    "territory": "#0d9488",
    "boundary": "#16a34a",
    "elsewhere": "#64748b",
}
UNITS = {"Division", "Institution", "Branch", "PartyUnit"}
Pair = tuple[str, str, str, str]
# What a row of an answer has that can be drawn as overlap.
GRADED = {"function", "grade", "one_id", "other_id"}


def overlap_of(
    network: "Network[str]", things: Mapping[str, Any], graded: Iterable[Mapping[str, Any]], places: Sequence[str] = ()
) -> dict[str, Any]:
    """{"functions": {id: names}, "pairs": [[function, grade, unit, other] …], "places": ids of two places, or none}.

    `graded` are records with GRADED, as those of `overlap.graded`; only pairs whose units are both in the chart are taken.
    """
    pairs = [
        (str(row["function"]), str(row["grade"]), str(row["one_id"]), str(row["other_id"]))
        for row in graded
        if row["one_id"] in things and row["other_id"] in things
    ]
    if len(places) == 2:
        pairs = list(_between(network, things, places, pairs))
    functions = {function: _names(network, function) for function, *_ in pairs if function in network}
    return {
        "functions": functions,
        "pairs": [list(pair) for pair in dict.fromkeys(pairs) if pair[0] in functions],
        "places": list(places) if len(places) == 2 else [],
    }


def _between(
    network: "Network[str]", things: Mapping[str, Any], places: Sequence[str], pairs: list[Pair]
) -> Iterable[Pair]:
    """The pairs of two places over the functions that both have, then those inside each place over the same ones."""
    units: dict[str, dict[str, list[str]]] = defaultdict(lambda: {place: [] for place in places})
    for start, end, kind in sorted(map(tuple, network.edges(data="type"))):
        place = str(network.nodes[start].get("place"))
        if kind == "RESPONSIBLE_FOR" and start in things and place in places and things[start]["kind"] in UNITS:
            units[end][place].append(start)
    both = {
        function: some
        for function, some in units.items()
        if all(some.values()) and not network.nodes[function].get("general")
    }
    for function, some in both.items():
        first, second = (some[place] for place in places)
        yield from (
            (function, "elsewhere", one, other) for one in dict.fromkeys(first) for other in dict.fromkeys(second)
        )
    yield from (pair for pair in pairs if pair[0] in both)


def _names(network: "Network[str]", function: str) -> dict[str, Any]:
    data = network.nodes[function]
    return {"printed": data.get("name") or function, "zh": data.get("name_zh"), "en": data.get("name_en")}
