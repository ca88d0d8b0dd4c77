"""What a name stands for, told thing by thing: its kind, its place, and how it answers for the name."""

from typing import Any

from graph.catalog.answers import special_label
from graph.catalog.finding import Found, find, not_found
from graph.statement import Answer
from graph.store.protocol import Store

COLUMNS = ["name", "kind", "place", "how", "answers", "score", "id"]
SCORES = {"id": 100, "name": 100, "short": 90, "pinyin": 85, "part": 80}
ABOVE = """
UNWIND $ids AS own
MATCH (alias:Alias {id: own})<-[link:HANGS_SIGN|KNOWN_AS]-(owner:Organization)
RETURN own AS id, alias.kind AS kind, owner.name AS owner ORDER BY id, owner
"""
HOSTS = """
UNWIND $ids AS own
MATCH (office:Organization {id: own})
MATCH (office)<-[:OFFICE_OF*0..1]-(hosted:Organization)<-[:HOSTS]-(owner:Organization)
RETURN own AS id, 'hosted' AS kind, owner.name AS owner ORDER BY id, owner
"""


def described(store: Store, name: str) -> Answer:
    """One row per thing: name, kind, place, in which way it was found, who answers, score (100 for a whole name), id.

    Raises NotThereError where nothing has this name, naming the nearest.
    """
    found = find(store, name)
    if found.way == "near":
        raise not_found(store, name, "name", found)
    answering = _answering(store, found)
    rows = [_row(found, thing, answering.get(thing["id"])) for thing in found.things]
    return Answer(COLUMNS, rows)


def _row(found: Found, thing: dict[str, Any], answers: str | None) -> list[Any]:
    label = special_label(thing["labels"])
    place = None if label in ("function", "document") else thing["id"].split("/")[0]
    return [thing["name"], label, place, found.way, answers, SCORES[found.way], thing["id"]]


def _answering(store: Store, found: Found) -> dict[str, str]:
    """For a second name its owner with the kind of name, for an office its host: who has the staff."""
    rows = [row for text in (ABOVE, HOSTS) for row in store.read(text, {"ids": found.ids}).rows]
    told: dict[str, list[str]] = {}
    for own_id, kind, owner in rows:
        told.setdefault(own_id, []).append(f"{kind}: {owner}")
    return {own_id: "; ".join(texts) for own_id, texts in told.items()}
