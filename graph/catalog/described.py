"""What a name stands for, told thing by thing: its kind, its place, and how it answers for the name."""

from typing import Any

from graph.catalog.answers import Thing, ThingAnswer, special_label
from graph.catalog.finding import Found, find, not_found
from graph.catalog.stored_query import Column
from graph.store.protocol import Store

COLUMNS = {
    "name": "name", "kind": "string", "place": "place", "how": "string", "answers": "string",
    "owner_kinds": "list<string>", "owners": "list<unit>", "score": "integer", "id": "string",
}  # fmt: skip
TYPES = tuple(Column(name, kind, "") for name, kind in COLUMNS.items())
SCORES = {"id": 100, "name": 100, "short": 90, "pinyin": 85, "part": 80}
ABOVE = """
UNWIND $ids AS own
MATCH (alias:Alias {id: own})<-[link:HANGS_SIGN|KNOWN_AS]-(owner:Organization)
RETURN own AS id, alias.kind AS kind, owner ORDER BY id, owner.name
"""
HOSTS = """
UNWIND $ids AS own
MATCH (office:Organization {id: own})
MATCH (office)<-[:OFFICE_OF*0..1]-(hosted:Organization)<-[:HOSTS]-(owner:Organization)
RETURN own AS id, 'hosted' AS kind, owner ORDER BY id, owner.name
"""
PLACES = "UNWIND $ids AS own MATCH (place:Place {id: own}) RETURN place"
Owners = list[tuple[str, Thing]]


def described(store: Store, name: str) -> ThingAnswer:
    """One row per thing: the thing, its kind, its place, in which way it was found, who answers, score (100 for a whole name), id.

    Who answers stands in one text and as lists of things and of the ways in which they answer. Raises NotThereError where
    nothing has this name, naming the nearest.
    """
    found = find(store, name)
    if found.way == "near":
        raise not_found(store, name, "name", found)
    answering, places = _answering(store, found), _places(store, found)
    rows = [_row(found, thing, answering.get(thing["id"], []), places) for thing in found.things]
    return ThingAnswer(list(COLUMNS), rows, types=TYPES, store=store)


def _row(found: Found, thing: dict[str, Any], owners: Owners, places: dict[str, Thing]) -> list[Any]:
    label = special_label(thing["labels"])
    place = None if label in ("function", "document") else places.get(_place_id(thing))
    told = "; ".join(f"{kind}: {owner['properties'].get('name')}" for kind, owner in owners) or None
    kinds, things = [kind for kind, _ in owners], [owner for _, owner in owners]
    return [_node(thing), label, place, found.way, told, kinds, things, SCORES[found.way], thing["id"]]


def _node(thing: dict[str, Any]) -> Thing:
    """A row of what was found as a node."""
    own = {key: thing[key] for key in ("id", "name", "name_zh", "name_en")}
    sources = {"name_zh_source": thing["zh_source"], "name_en_source": thing["en_source"]}
    return {"id": thing["id"], "labels": thing["labels"], "properties": {**own, **sources}}


def _place_id(thing: dict[str, Any]) -> str:
    return str(thing["id"]).split("/", maxsplit=1)[0]


def _places(store: Store, found: Found) -> dict[str, Thing]:
    ids = list(dict.fromkeys(map(_place_id, found.things)))
    return {place["id"]: place for (place,) in store.read(PLACES, {"ids": ids}).rows}


def _answering(store: Store, found: Found) -> dict[str, Owners]:
    """For a second name its owner with the kind of name, for an office its host: who has the staff."""
    rows = [row for text in (ABOVE, HOSTS) for row in store.read(text, {"ids": found.ids}).rows]
    told: dict[str, Owners] = {}
    for own_id, kind, owner in rows:
        told.setdefault(own_id, []).append((kind, owner))
    return told
