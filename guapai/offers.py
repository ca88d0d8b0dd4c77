"""The values that fit where a thing of the graph is wanted: for the Tab key, and for programs that ask for completions."""

from collections.abc import Iterator

from graph.store.protocol import Store

TRUTH = ("true", "false")
VALUES = {
    "place": "MATCH (thing:Place)<-[:IN_PLACE]-(:Organization) RETURN DISTINCT thing.id AS value, thing.name AS name ORDER BY value",
    "body": "MATCH (thing:Bureau|Institution|Branch|Government) RETURN thing.name AS value, thing.id AS name ORDER BY value",
    "unit": "MATCH (thing:Division|Bureau|Institution) RETURN DISTINCT thing.name AS value, thing.place AS name ORDER BY value",
    "name": "MATCH (thing:Alias|LeadingGroup|Institution) RETURN DISTINCT thing.name AS value, thing.name_zh AS name ORDER BY value",
    "committee": "MATCH (thing:LeadingGroup) RETURN DISTINCT thing.name AS value, thing.name_zh AS name ORDER BY value",
    "function": "MATCH (thing:Function) RETURN thing.id AS value, thing.name AS name ORDER BY value",
    "document": "MATCH (thing:Document) WHERE thing.external IS NULL RETURN thing.id AS value, thing.name AS name ORDER BY value",
}


def is_offered(kind: str) -> bool:
    """Are there values in the graph for this type of a parameter?"""
    return any(one in VALUES for one in kind.split("|"))


def offers(store: Store, kind: str, begun: str) -> Iterator[tuple[str, str]]:
    """Values that begin so, or whose names do, with what is said beside each; `kind` is a type of parameters."""
    for text in (VALUES[one] for one in kind.split("|") if one in VALUES):
        for value, name in store.read(text, {}).rows:
            short = str(value).removeprefix("document/")
            said = str(name or "")
            if short.startswith(begun):
                yield short, said
            elif said.startswith(begun):  # a shell takes only what begins as the word does
                yield said, short
