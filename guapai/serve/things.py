"""The page of a thing: its names, and each fact about it with the line that proves it."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.catalog.answers import UNPRINTED, special_label
from graph.errors import NotThereError
from graph.export.asked import LABELS
from graph.export.parts import Reader
from graph.export.said_lists import TYPES
from graph.html import Html, tag
from graph.messages import worded
from graph.said import Said
from graph.store.protocol import Store
from guapai.cli.shown import shown_name
from guapai.serve.cells import evidence, link
from guapai.serve.layout import page
from guapai.serve.requests import Request
from guapai.serve.views import Lines, frame
from guapai.serve.words import READ, WORDS

MOST = 300  # relationships of one type and direction
ASKED: tuple[tuple[str, str], ...] = (
    ("hierarchy.chain_up", "name"),
    ("alias.names_of", "name"),
    ("functions.duties_of", "unit"),
    ("proof.of_unit", "unit"),
)
OF_PLACE = tuple(
    (name, "place")
    for name in ("hierarchy.divisions", "alias.hanging_signs", "hosting.leading_group_offices", "overlap.graded")
)
DRAWN = ("Government", "Bureau", "Institution", "Branch", "Division", "PartyUnit", "Place")
QUIET = {"IN_PLACE", "DESCRIBED_IN", "NAMED_IN"}  # said once at the top, or of no use to a reader
Fact = tuple[dict[str, Any], dict[str, Any]]
Facts = dict[tuple[str, bool], list[Fact]]


def thing_of(store: Store, own_id: str) -> tuple[dict[str, Any], Facts, dict[tuple[str, bool], int]]:
    """A node, its relationships by type and direction (True from it), and how many more of each there are.

    Raises NotThereError where no node has this id.
    """
    label = Reader(store).known([own_id]).get(own_id)
    if label is None:
        raise NotThereError(
            Said("node {}", repr(own_id)), Said("no node has this id"), Said("an id"), Said("guapai find NAME")
        )
    start = f"MATCH (node:{label}) WHERE node.id = $id"
    node = store.read(f"{start} RETURN node", {"id": own_id}).rows[0][0]
    facts: Facts = {}
    for outward, side in ((True, "-[link]->(other)"), (False, "<-[link]-(other)")):
        text = f"{start} MATCH (node){side} WHERE type(link) IN $types RETURN link, type(link) AS type, other"
        for link_, kind, other in store.read(text, {"id": own_id, "types": list(TYPES)}).rows:
            if set(other["labels"]) & LABELS:
                facts.setdefault((kind, outward), []).append((link_, other))
    left = {key: len(some) - MOST for key, some in facts.items() if len(some) > MOST}
    return node, {key: sorted(some, key=_order)[:MOST] for key, some in facts.items()}, left


def _order(fact: Fact) -> tuple[int, list[int], str]:
    own = fact[0]["properties"]
    return own.get("ordinal") or 0, sorted(own.get("lines") or ()), str(fact[1]["id"])


def view(request: Request, store: Store, own_id: str, questions: Mapping[str, str], lines_of: Lines) -> str:
    """The page of a thing; `questions` are those that may be asked about it, by name. Raises NotThereError."""
    node, facts, left = thing_of(store, own_id)
    said = WORDS[request.language]
    name = shown_name(node, request.language)
    parts: list[object] = [tag("h1", name), _about(request, node, facts)]
    is_actor = "Organization" in node["labels"]
    if is_actor or "Place" in node["labels"]:
        parts.append(tag("nav", *_links(request, node, questions, own_id), class_="also", aria_label=said["also"]))
    wanted = [(kind, outward) for kind in READ for outward in (True, False) if (kind, outward) in facts]
    parts += [
        _group(request, key, facts[key], left.get(key, 0), lines_of) for key in wanted if not _is_quiet(node, *key)
    ]
    if not lines_of and is_actor:
        parts.append(tag("p", said["no_text"], class_="note"))
    if special(node) in DRAWN:
        way = "place" if "Place" in node["labels"] else "of"
        parts.append(frame(request.address("/chart", **{way: own_id}), name))
    return page(request, name, *parts)


def _is_quiet(node: Mapping[str, Any], kind: str, outward: bool) -> bool:
    """Is it said at the top already, or of no use to a reader?"""
    return kind in QUIET and "Place" not in node["labels"] and (outward or "Organization" not in node["labels"])


def special(node: Mapping[str, Any]) -> str:
    """The label that says what kind of thing it is."""
    return next((label for label in node["labels"] if label != "Organization"), "Organization")


def _about(request: Request, node: Mapping[str, Any], facts: Facts) -> Html:
    """Kind, the name in the other language, place, document."""
    own, said = node["properties"], WORDS[request.language]
    other = own.get("name_en" if request.language == "zh" else "name_zh")
    pieces: list[object] = [tag("b", worded("kind", special_label(node["labels"])))]
    pieces += [
        text for text in dict.fromkeys((own.get("name"), other)) if text and text != own.get(f"name_{request.language}")
    ]
    pieces += [
        link(place["id"], shown_name(place, request.language), request)
        for _, place in facts.get(("IN_PLACE", True), ())
    ]
    if own.get("document"):
        document = f"document/{own['document']}"
        first = list(own.get("lines") or ())[:1]
        pieces.append(
            tag(
                "span",
                link(document, own["document"], request),
                *(f" {said['line']} {one} {said['line_after']}" for one in first),
            )
        )
    if shown_name(node, request.language).endswith(UNPRINTED):
        pieces.append(f"{UNPRINTED} {said['made']}")
    return tag("ul", *(tag("li", one) for one in pieces), class_="about")


def _links(request: Request, node: Mapping[str, Any], questions: Mapping[str, str], own_id: str) -> Iterable[Html]:
    wanted = OF_PLACE if "Place" in node["labels"] else ASKED
    for name, parameter in wanted:
        if name in questions:
            yield tag("a", questions[name], href=request.address(f"/ask/{name}", **{parameter: own_id}))


def _group(request: Request, key: tuple[str, bool], facts: list[Fact], left: int, lines_of: Lines) -> Html:
    """All facts of one kind; many are folded."""
    kind, outward = key
    english, chinese = READ[kind][0 if outward else 1]
    items = [_fact(request, *fact, lines_of) for fact in facts]
    title = f"{chinese if request.language == 'zh' else english} ({len(facts) + left})"
    note = tag("p", WORDS[request.language]["more"].format(left), class_="note") if left else None
    return tag(
        "details", tag("summary", tag("h2", title)), tag("ul", *items, class_="facts"), note, open=len(facts) <= 30
    )


def _fact(request: Request, relation: dict[str, Any], other: dict[str, Any], lines_of: Lines) -> Html:
    own = relation["properties"]
    roles = own.get("roles") or ([own["role"]] if own.get("role") else [])
    wordings = sorted(set(own.get("wordings") or ()))
    extra = [str(worded("roles", one)) for one in roles] + [str(worded("wordings", one)) for one in wordings]
    extra += [str(worded("kind", other["properties"]["kind"]))] if special(other) == "Alias" else []
    extra += [str(own["valid_from"])] if own.get("valid_from") else []
    between = "、" if request.language == "zh" else ", "
    return tag(
        "li",
        tag("span", own["ordinal_printed"], class_="number") if own.get("ordinal_printed") else None,
        link(other["id"], shown_name(other, request.language), request),
        tag("span", between.join(extra), class_="roles") if extra else None,
        evidence(relation, request, lines_of),
    )  # fmt: skip
