"""The types of parameters and columns: plain values, things of the graph, proofs and paths."""

import re
from typing import Any

PLAIN: dict[str, Any] = {
    "string": str,
    "integer": int,
    "float": float,
    "boolean": bool,
    "date": str,
    "list<string>": list[str],
    "list<integer>": list[int],
    "list<date>": list[str],
}
# Words of closed lists that a parameter takes.
CHOICES: dict[str, tuple[str, ...]] = {
    "grade": ("boundary", "territory", "policy_and_execution", "lead_and_helper", "duplication", "overlap"),
}
UNITS = ("Government", "Bureau", "Division", "Institution", "Branch", "PartyUnit")
COMMITTEES = ("LeadingGroup", "LeadingGroupOffice")
ACTORS = (*UNITS, *COMMITTEES, "HostedOffice", "External")
# The labels that a parameter of a thing takes; what it is given becomes a list of ids before the query runs.
THINGS: dict[str, tuple[str, ...]] = {
    "place": ("Place",),
    "unit": ACTORS,
    "body": ("Government", "Bureau", "Institution", "Branch"),
    "committee": COMMITTEES,
    "function": ("Function",),
    "document": ("Document",),
    "name": (*ACTORS, "Alias"),
}
# Nodes that a row shows by their name, and nodes that it shows by their id: these three have short and stable ones.
NAMED = ("unit", "alias", "committee", "person", "quota", "site", "event", "boundary", "name")
BY_ID = ("place", "function", "document")
PROOF, PATH, KIND = "proof", "path", "kind"
# A short text that stands in the other language, too: a map of `text`, `zh` and `en`, of which the last two may be null.
PHRASE = "phrase"
# `list<…>` keeps the order of the query; the order and repetitions of a `set<…>` say nothing: it is distinct and sorted.
SEVERAL = re.compile(r"(list|set)<(?P<item>\w+)>")
PARAMETERS = (*PLAIN, *CHOICES, *THINGS)
COLUMNS = (
    *PLAIN,
    "set<string>",
    *dict.fromkeys((*NAMED, *BY_ID)),
    *(f"{several}<{kind}>" for several in ("list", "set") for kind in (*NAMED, *BY_ID)),
    PROOF,
    PATH,
    KIND,
    PHRASE,
)


def things_of(kind: str) -> tuple[str, ...]:
    """The things that a parameter takes, several joined by `|`; empty for a plain type."""
    several = tuple(kind.split("|"))
    return several if all(one in THINGS for one in several) else ()


def labels_of(kind: str) -> tuple[str, ...]:
    """The labels of the nodes that a parameter of a thing takes."""
    return tuple(dict.fromkeys(label for one in things_of(kind) for label in THINGS[one]))


def is_list(kind: str) -> bool:
    """Is it a list or a set of something?"""
    return SEVERAL.fullmatch(kind) is not None


def is_set(kind: str) -> bool:
    """Is it a list whose order and repetitions say nothing?"""
    return kind.startswith("set<")


def item(kind: str) -> str:
    """What a list or a set holds; the type itself where it is neither."""
    found = SEVERAL.fullmatch(kind)
    return found["item"] if found else kind
