"""What a name stands for: one way of looking it up, for `find`, every parameter of a thing, `proof` and `export`.

An id as a whole; the whole name in any language, width and script, with or without what stands for "ours" in front;
short forms; pinyin and initials; parts. The first of these that finds something counts. Near names are only shown.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.catalog.types import ACTORS, THINGS, labels_of
from graph.errors import NotThereError, suggestion
from graph.installation import with_extra
from graph.names import (
    expanded,
    has_pinyin,
    is_chinese,
    is_spelled,
    is_subsequence,
    may_be_pinyin,
    normal,
    plain_ours,
    short_names,
    simplified,
    without_accents,
)
from graph.said import Said
from graph.store.protocol import Store

ANY = (*THINGS["name"], "Function", "Place")
SHOWN = (
    "thing.id AS id, labels(thing) AS labels, thing.name AS name, thing.name_zh AS name_zh, thing.name_en AS name_en, "
    "thing.name_zh_source AS zh_source, thing.name_en_source AS en_source"
)
BY_ID = f"UNWIND $ids AS own MATCH (thing:{{}} {{{{id: own}}}}) RETURN {SHOWN}"
BY_KEY = f"MATCH (key:Name) WHERE key.id IN $keys MATCH (key)-[:NAMES]->(thing) RETURN DISTINCT {SHOWN}, key.id AS key ORDER BY id, key"
NAMED_IN_PLACES = (
    "UNWIND $places AS own MATCH (place:Place {id: own}) "
    "MATCH (place)<-[:IN_PLACE*0..1]-(near:Place|Organization) "
    "MATCH (near)-[:HANGS_SIGN|KNOWN_AS*0..1]->(thing:Place|Organization|Alias)<-[:NAMES]-(key:Name) "
    f"WHERE key.id IN $keys RETURN DISTINCT {SHOWN}, key.id AS key ORDER BY id, key"
)
OWNERS = (
    "MATCH (other:Alias) WHERE other.id IN $ids MATCH (other)<-[:HANGS_SIGN|KNOWN_AS]-(thing:Organization) "
    f"RETURN DISTINCT {SHOWN} ORDER BY id"
)
# From a place down; from each function up: functions are few, and all units of a country hang on each.
WITHIN = {
    "place": "UNWIND $ids AS own MATCH (wide:Place {id: own}) MATCH (thing:Place)-[:WITHIN*0..6]->(wide) "
    "RETURN DISTINCT thing.id AS id ORDER BY id",
    "function": "MATCH (thing:Function) WHERE EXISTS { (thing)-[:WITHIN*0..6]->(wide:Function) WHERE wide.id IN $ids } "
    "RETURN thing.id AS id ORDER BY id",
}
AROUND = "UNWIND $ids AS own MATCH (thing:{} {{id: own}}) MATCH (thing)--(near:Organization) RETURN DISTINCT near.place AS id"
BEGINNING = (
    "MATCH (key:Name) WHERE key.id STARTS WITH $first AND key.id ENDS WITH $last RETURN key.id AS key ORDER BY key"
)
HOLDING = "MATCH (key:Name) WHERE key.id CONTAINS $part RETURN key.id AS key ORDER BY key"
KEYS = "MATCH (key:Name) RETURN key.id AS key ORDER BY key"
DOCUMENTS = f"MATCH (thing:Document) WHERE thing.external IS NULL RETURN {SHOWN} ORDER BY id"
REPEATED = 60  # characters of a name that nothing is called, in the message about it
LONGEST = 200  # characters of a name that is looked up
NEAREST, ALIKE = 5, 55
LEAST = 3  # letters of a part: fewer stand inside most names; one Chinese character is a word
FEW = 20  # places whose names are looked through, before those who have a name in all places are
WAYS = ("id", "name", "short", "pinyin", "part", "near")
NATION = "china"


@dataclass(frozen=True)
class Found:
    """What a text names, and in which of `WAYS`; a thing is a row of `SHOWN`."""

    text: str
    way: str
    things: list[dict[str, Any]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """The ids of the things, each once."""
        return list(dict.fromkeys(thing["id"] for thing in self.things))


def find(store: Store, text: str, kind: str | None = None) -> Found:
    """The things of one kind (of any where None) that a text names; nothing found is an empty list.

    `kind` is a type of parameters. Near names come with the way "near".
    """
    found = _Search(store, text, labels_of(kind) if kind else ANY)
    for way, step in found.steps():
        if things := step():
            return Found(text, way, things)
    return Found(text, "near", found.near())


def resolve(store: Store, text: str, kind: str) -> Found:
    """As `find`, for a parameter; a place or function takes in all that is within it.

    Raises NotThereError where nothing of that kind has this name, naming the nearest ones.
    """
    found = find(store, text, kind)
    if found.way == "near" or not found.things:
        raise not_found(store, text, kind, found)
    return found


def within(store: Store, ids: Sequence[str], kind: str = "place") -> list[str]:
    """These places, or with `kind` function these functions, and all that lie in them."""
    return [row[0] for row in store.read(WITHIN[kind], {"ids": list(ids)}).rows]


def around(store: Store, ids: Sequence[str]) -> list[str]:
    """The places of these things and of who is related to them: where the facts about them are."""
    own = {one.split("/")[0] for one in ids if "/" in one}
    rows = store.read(AROUND.format(f"{store.actors}|Function"), {"ids": list(ids)}).rows
    return sorted(own | {place for (place,) in rows if place is not None})


def not_found(store: Store, text: str, kind: str, near: Found) -> NotThereError:
    """Nothing is called so: the nearest names; or what else is called so, of another kind."""
    text = _short(text)
    if store.is_empty():
        return NotThereError(store.name, Said("nothing loaded"), Said("a loaded graph"), Said("guapai load"))
    other = find(store, near.text)
    if other.way in ("id", "name", "short"):
        labels = {label.lower() for thing in other.things for label in thing["labels"] if label != "Organization"}
        found = Said("it names something of another kind: {}", ", ".join(sorted(labels)))
        return NotThereError(
            Said("the name {}", repr(text)), found, _expected(kind), Said("guapai find {}", repr(text))
        )
    where, found, todo = (
        Said("the name {}", repr(text)),
        Said("nothing is called so"),
        suggested(near) or Said("guapai find NAME"),
    )
    if has_pinyin() and simplified(text) is not None:
        return NotThereError(where, found, _expected(kind), todo)
    more = Said("{}\npinyin and traditional characters are understood with: {}", todo, with_extra("zh"))
    return NotThereError(where, found, _expected(kind), more)


def _short(text: str) -> str:
    """A text that is repeated to who wrote it."""
    return text if len(text) <= REPEATED else text[:REPEATED] + "…"


def _expected(kind: str) -> str:
    if kind == "place":
        return Said("the name of a loaded place, a part of it, a code or an id")
    if kind == "unit":
        return Said("the name of a unit, a part of it, or an id")
    if kind == "body":
        return Said("the name of a bureau, institution, branch or government, a part of it, or an id")
    if kind == "committee":
        return Said("the name of a coordinating body or its office, a part of it, or an id")
    if kind == "function":
        return Said("the name of a function, a part of it, or its code: guapai query functions.list")
    if kind == "document":
        return Said("the id of a loaded document: guapai query proof.documents")
    return Said("a name, a part of one, or an id")


class _Search:
    """One text that is looked up among the nodes of some labels."""

    def __init__(self, store: Store, text: str, labels: Sequence[str]) -> None:
        self.store = store
        self.text = text.strip()[:LONGEST]
        self.labels = labels
        self.key = normal(self.text)
        self.toneless = normal(without_accents(self.text))

    def steps(self) -> Iterator[tuple[str, Callable[[], list[dict[str, Any]]]]]:
        """The ways of looking, in their order."""
        yield "id", self.by_id
        if not self.key:
            return
        yield "name", self.by_name
        yield "short", self.by_short_form
        if may_be_pinyin(self.toneless) and has_pinyin():
            yield "pinyin", self.by_pinyin
        if len(self.key) >= LEAST or any(map(is_chinese, self.key)):
            yield "part", self.by_part

    def by_id(self) -> list[dict[str, Any]]:
        """The node whose id this is as a whole; a document by its bare name, too."""
        ids = [self.text, self.text.lower()] + ([f"document/{self.text}"] if "Document" in self.labels else [])
        # Each label is asked by itself: no engine has one index of several. Every actor is an Organization.
        labels = dict.fromkeys("Organization" if label in ACTORS else label for label in self.labels)
        text = " UNION ALL ".join(BY_ID.format(label) for label in labels)
        return self._wanted(self._read(text, {"ids": list(dict.fromkeys(ids))}))

    def by_name(self) -> list[dict[str, Any]]:
        """The whole name, then without "ours" in front, then in simplified characters."""
        for key in self._scripts():
            for form in (key, *plain_ours(key)):
                if found := self._named([form]):
                    return found
            if found := self._in_a_place([key]):
                return found
        return []

    def by_short_form(self) -> list[dict[str, Any]]:
        """Short forms of the data, then characters of a whole name in its order, its first and last among them (军转办, too)."""
        for key in self._scripts():
            wholes = list(dict.fromkeys(expanded(key)))
            if found := self._named(wholes) or self._in_a_place([key], wholes_of=expanded):
                return found
        return self._subsequences()

    def by_pinyin(self) -> list[dict[str, Any]]:
        """Chinese names that are spelled so, or whose characters begin so; and what short forms that are stand for."""
        shorts = [short for short in short_names() if self._is_spelled(short)]
        wholes = [whole for short in shorts for whole in short_names()[short]]
        return self._named(wholes + [key for key in self._keys(KEYS) if self._is_spelled(key)])

    def _is_spelled(self, key: str) -> bool:
        return is_chinese(key) and is_spelled(self.toneless, key)

    def by_part(self) -> list[dict[str, Any]]:
        """Names that hold the text."""
        if "Document" in self.labels and (found := [one for one in self._read(DOCUMENTS, {}) if self._is_in(one)]):
            return found
        for key in self._scripts():
            # A code of a place is no name: it counts as a whole.
            if found := self._named([one for one in self._keys(HOLDING, part=key) if not one.isdigit()]):
                return found
        return []

    def near(self) -> list[dict[str, Any]]:
        """Names that are like the text, the nearest first: only to be shown."""
        from rapidfuzz import fuzz, process

        best = process.extract(self.key, self._keys(KEYS), scorer=fuzz.WRatio, limit=4 * NEAREST, score_cutoff=ALIKE)
        scores = {key: score for key, score, _ in best}
        found = self._named(list(scores))
        return sorted(found, key=lambda one: (-scores.get(one["key"], 0), one["id"]))[:NEAREST]

    def _is_in(self, document: dict[str, Any]) -> bool:
        return any(self.key in normal(text) for text in (document["id"], document["name"]) if text)

    def _scripts(self) -> Iterator[str]:
        yield self.key
        if self.toneless != self.key:
            yield self.toneless
        if is_chinese(self.key) and (simple := simplified(self.key)) and simple != self.key:
            yield simple

    def _subsequences(self) -> list[dict[str, Any]]:
        if len(self.key) < 2 or not all(map(is_chinese, self.key)):
            return []
        for key in (form for script in self._scripts() for form in (script, *expanded(script))):
            keys = self._keys(BEGINNING, first=key[0], last=key[-1])
            if found := self._named([one for one in keys if is_subsequence(key, one)]):
                return found
        return []

    def _in_a_place(
        self, keys: Iterable[str], wholes_of: Callable[[str], Iterable[str]] = lambda key: [key]
    ) -> list[dict[str, Any]]:
        """The name behind that of a place, in that place: the longest name of a place that leaves a name."""
        for key in keys:
            fronts = [key[:cut] for cut in range(len(key) - 2, 1, -1)]
            named = self._places(fronts)
            for front in fronts:
                rest = key[len(front) :]
                wholes = [whole for form in (rest, *plain_ours(rest)) for whole in wholes_of(form)]
                if front in named and (found := self._of_places(wholes, named[front])):
                    return found
        return []

    def _places(self, keys: list[str]) -> dict[str, list[str]]:
        places: dict[str, list[str]] = {}
        for row in self.store.read(BY_KEY, {"keys": keys}).records():
            if "Place" in row["labels"]:
                places.setdefault(row["key"], []).append(row["id"])
        return places

    def _of_places(self, keys: list[str], places: list[str]) -> list[dict[str, Any]]:
        if not keys:
            return []
        inside = within(self.store, places)
        if len(inside) <= FEW:
            found = self._things(self._read(NAMED_IN_PLACES, {"keys": keys, "places": inside}))
        else:
            here = set(inside)
            found = [one for one in self._named(keys) if one["id"].split("/")[0] in here]
        return [one for one in found if one["id"] not in places]

    def _keys(self, statement: str, **values: str) -> list[str]:
        return [row[0] for row in self.store.read(statement, values).rows]

    def _named(self, keys: list[str]) -> list[dict[str, Any]]:
        """What these keys name, of the wanted labels; for an alias its owner, where no alias is wanted."""
        return self._things(self._read(BY_KEY, {"keys": keys})) if keys else []

    def _things(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        found = self._wanted(rows)
        if "Alias" not in self.labels and (
            others := {row["id"]: row["key"] for row in rows if "Alias" in row["labels"]}
        ):
            owners = self._read(OWNERS, {"ids": list(others)})
            found += [{**row, "key": ""} for row in self._wanted(owners)]
        return list({row["id"]: row for row in reversed(found)}.values())[::-1]

    def _wanted(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [row for row in rows if set(row["labels"]) & set(self.labels)]

    def _read(self, statement: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        return self.store.read(statement, values).records()


def suggested(near: Found) -> str:
    """What may have been meant, as a line for people, in the script of the text; empty where there is nothing."""
    return suggestion(dict.fromkeys(_shown(thing, near.text) for thing in near.things))


def _shown(thing: dict[str, Any], text: str) -> str:
    if "Function" in thing["labels"]:
        return str(thing["id"])
    name = thing["name_zh"] if is_chinese(text) else thing["name_en"]
    return str(name or thing["name"])
