"""An organization chart: what stands below what, and what is said of each thing, as plain values for the page.

    chart = chart_of(network, ["tumen/民政和人力资源社会保障局"])

The network is one that `graph.export` makes. Children keep the order of their document: units by ordinal with the offices
they host and the signs they hang, then branches, institutions, managed bodies.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx

from graph.catalog.answers import OURS, PRINTED

Network = networkx.MultiDiGraph
Thing = dict[str, Any]

# What hangs below a unit, in this order; True where the arrow points down (a host to its office), False where it points up.
BELOW = (
    ("HOSTS", True),
    ("HANGS_SIGN", True),
    ("PART_OF", False),
    ("BRANCH_OF", False),
    ("AFFILIATED_WITH", False),
    ("MANAGED_BY", False),
    ("ORGAN_OF", False),
)
# What a unit is told about it in the details: the group it stands in, by relationship.
TOLD = {
    "RESPONSIBLE_FOR": "duties",
    "HOSTS": "hosts",
    "OFFICE_OF": "office_of",
    "HANGS_SIGN": "names",
    "KNOWN_AS": "names",
    "HAS_QUOTA": "posts",
    "LOCATED_AT": "site",
    "COORDINATES_WITH": "works_with",
    "OVERSEES": "oversees",
    "ACTS_FOR": "acts_for",
    "ANSWERS_TO": "answers_to",
    "MEMBER_OF": "member_of",
    "ORGAN_OF": "organ_of",
    "PART_OF": "belongs_to",
    "BRANCH_OF": "belongs_to",
    "AFFILIATED_WITH": "belongs_to",
    "MANAGED_BY": "managed_by",
}
BACK = {
    "HEADS": "heads",
    "BEFORE": "changes",
    "AFTER": "changes",
    "HOSTS": "hosted_by",
    "HANGS_SIGN": "hung_by",
    "KNOWN_AS": "hung_by",
    "CONCERNS": "concerns",
    "DENOTES": "sign_of",
}
# What is read first stands first: where a thing belongs, who answers, what it does.
GROUPS = (
    "belongs_to",
    "organ_of",
    "managed_by",
    "office_of",
    "hung_by",
    "hosted_by",
    "sign_of",
    "heads",
    "names",
    "hosts",
    "duties",
    "posts",
    "site",
)
SITE = ("address", "postcode", "phone", "hours")


def chart_of(network: "Network[str]", roots: Iterable[str]) -> dict[str, Any]:
    """The things below some roots by id, each once, and the roots: {"roots": [id …], "things": {id: thing}}.

    A thing has `kind` (its label), `printed`, `zh`, `en` (names; absent where none), `made` (languages whose name no document
    prints), `place`, `document`, `lines`, `children` (ids), `link` (the relationship to what it stands below), `number`,
    `inferred`, and `facts`: lists by group of {printed, zh, en, roles, lines, texts (where the graph keeps them), document, to, inferred, more}.
    """
    things: dict[str, Thing] = {}
    waiting: list[tuple[str, str, Mapping[str, Any]]] = [(root, "", {}) for root in roots]
    while waiting:
        own_id, link, said = waiting.pop()
        if own_id in things or own_id not in network:
            continue
        below = [one for one in _below(network, own_id) if one[0] not in things]
        things[own_id] = _thing(network, own_id, link, said, [child for child, _, _ in below])
        waiting += reversed(below)
    _only_once(things)
    return {"roots": [root for root in roots if root in things], "things": things}


def roots_of(network: "Network[str]") -> list[str]:
    """The units of a network that stand below nothing in it and have something below them or a document of their own."""
    below = {child for node in network for child, _, _ in _below(network, node)}
    actors = (node for node in network if "Organization" in network.nodes[node]["labels"] and node not in below)
    return sorted(node for node in actors if network.nodes[node].get("document") or _below(network, node))


def _only_once(things: dict[str, Thing]) -> None:
    """A thing stands where it was reached first: nowhere else as a child."""
    seen: set[str] = set()
    for thing in things.values():
        thing["children"] = [child for child in thing["children"] if child in things and child not in seen]
        seen.update(thing["children"])


def _below(network: "Network[str]", own_id: str) -> list[tuple[str, str, Mapping[str, Any]]]:
    """What hangs directly below a unit: id, relationship, its properties."""
    found: list[tuple[tuple[int, int, str], tuple[str, str, Mapping[str, Any]]]] = []
    for rank, (kind, down) in enumerate(BELOW):
        links = network.out_edges(own_id, data=True) if down else network.in_edges(own_id, data=True)
        for start, end, data in links:
            if data["type"] == kind:
                other = end if down else start
                order = data.get("ordinal") or (data.get("lines") or [0])[0]
                found.append(((rank, order, other), (other, kind, data)))
    return list(
        {child: (child, kind, data) for _, (child, kind, data) in sorted(found, key=lambda one: one[0])}.values()
    )


def _thing(network: "Network[str]", own_id: str, link: str, said: Mapping[str, Any], children: list[str]) -> Thing:
    data = network.nodes[own_id]
    thing = {
        "id": own_id,
        "kind": data["labels"][0],
        **_names(data),
        "place": data.get("place"),
        "document": data.get("document"),
        "lines": data.get("lines"),
        "link": link,
        "number": said.get("ordinal_printed"),
        "inferred": said.get("status") in ("inferred", "proposed"),
        "children": children,
        "facts": _facts(network, own_id),
    }
    return {key: value for key, value in thing.items() if value not in (None, "", [], {}, False)} | {
        "children": children
    }


def _names(data: Mapping[str, Any]) -> dict[str, Any]:
    """The names of a node: as printed, and in both languages where they are known and differ."""
    printed = str(data.get("name") or "")
    others = {language: data.get(f"name_{language}") for language in ("zh", "en")}
    ours = data["labels"][0] in OURS  # the words of functions and places are ours, not those of a document
    made = [one for one in others if not ours and others[one] and data.get(f"name_{one}_source") not in PRINTED]
    return {
        "printed": printed,
        "made": made,
        **{language: name for language, name in others.items() if name != printed},
    }


def _facts(network: "Network[str]", own_id: str) -> dict[str, list[Thing]]:
    groups: dict[str, list[Thing]] = {}
    for group, other, data in _told(network, own_id):
        fact = {
            **_names(network.nodes[other]),
            "to": other,
            "roles": data.get("roles") or data.get("wordings") or ([data["role"]] if data.get("role") else None),
            "lines": sorted(set(data.get("lines") or ())),
            "texts": list(dict.fromkeys(data.get("texts") or ())),
            "document": data.get("document"),
            "inferred": data.get("status") in ("inferred", "proposed"),
            "more": _more(data["type"], network.nodes[other], data),
        }
        groups.setdefault(group, []).append(
            {key: value for key, value in fact.items() if value not in (None, "", [], False)}
        )
    order = sorted(groups, key=lambda group: (GROUPS.index(group) if group in GROUPS else len(GROUPS), group))
    return {group: sorted(groups[group], key=lambda one: (one.get("lines") or [0], one["to"])) for group in order}


def _told(network: "Network[str]", own_id: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for _, end, data in network.out_edges(own_id, data=True):
        if data["type"] in TOLD:
            yield TOLD[data["type"]], end, data
    for start, _, data in network.in_edges(own_id, data=True):
        if data["type"] in BACK:
            yield BACK[data["type"]], start, data


def _more(kind: str, node: Mapping[str, Any], link: Mapping[str, Any]) -> str | None:
    """What a fact says besides its name: the kind of another name, the post of a head, where a site is."""
    if kind in ("HANGS_SIGN", "KNOWN_AS"):
        return str(node["kind"]) if node.get("kind") else None  # the end that is a unit has none
    if kind == "HEADS":
        return str(node["post"]) if node.get("post") else None
    if kind == "LOCATED_AT":
        return " · ".join(str(node[name]) for name in SITE if node.get(name)) or None
    if kind in ("BEFORE", "AFTER"):
        return " ".join(filter(None, (kind.lower(), str(node.get("kind") or ""), str(node.get("date") or ""))))
    if kind == "HAS_QUOTA":
        return ", ".join(node.get("of_which") or ()) or None
    return str(link["valid_from"]) if link.get("valid_from") else None
