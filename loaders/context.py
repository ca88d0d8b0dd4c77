"""What every loader needs to know of the record it works on: ids of units, mentions and proofs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.errors import ContentError, did_you_mean
from graph.identity import body_id, distinct_key, name_key, owned_id
from graph.proof import Quote, proof_of
from graph.said import Said
from graph.schema import (
    Bureau,
    External,
    Government,
    Governs,
    Institution,
    LeadingGroup,
    Node,
    Organization,
    PartyUnit,
    Relationship,
)
from loaders.places import places
from loaders.reading import RecordFile
from loaders.record import Fact, Mention, Named, Record, Unit
from loaders.reference import functions, place_statements
from loaders.yaml_reading import Location

Statement = Node | Relationship
STANDING_ALONE = ("bureau", "institution")
INTERNAL = ("division", "party_unit")
MENTIONED: dict[str, type[Organization]] = {
    "external": External,
    "leading_group": LeadingGroup,
    "bureau": Bureau,
    "institution": Institution,
    "party_unit": PartyUnit,
    "government": Government,
}


@dataclass(frozen=True)
class Placed:
    """A unit with its id, the unit it is nested in, its body, and its path in the record file."""

    unit: Unit
    id: str
    owner: "Placed | None"
    body: "Placed | None"
    path: Location

    @property
    def body_id(self) -> str:
        """The id of the body it belongs to; its own where it stands alone."""
        return self.body.id if self.body else self.id


@dataclass
class Context:
    """One record on its way into the graph; `placed` holds its units in the order of the document."""

    file: RecordFile
    placed: list[Placed] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.record.place not in places():
            places_error(self, self.record.place, ("place",))
        taken: set[str] = set()
        for index, body in enumerate(self.record.bodies):
            self.placed.extend(self._place(body, None, ("bodies", index), taken))
        self.by_id = {placed.id: placed for placed in self.placed}
        self.used_keys: dict[tuple[str, str], set[str]] = {}

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """The place of each unit by id, from 1, among the internal units of the same owner; other kinds count apart."""
        counts: Counter[tuple[str, str]] = Counter()
        found: dict[str, int] = {}
        for placed in self.placed:
            kind = "internal" if placed.unit.kind in INTERNAL else placed.unit.kind
            counts[owner := (placed.owner.id if placed.owner else "", kind)] += 1
            found[placed.id] = counts[owner]
        return found

    @property
    def record(self) -> Record:
        """The record itself."""
        return self.file.record

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.file.document

    def _place(self, unit: Unit, owner: Placed | None, path: Location, taken: set[str]) -> Iterator[Placed]:
        if unit.kind in STANDING_ALONE or owner is None:
            own_id = body_id(self.record.place, self.key(unit))
            body = None
        else:
            own_id = owned_id(owner.id, unit.kind, unit.key or name_key(unit.name))
            body = owner.body or owner
        if own_id in taken:
            todo = Said("give one of them a key of its own, such as\n  key: {}~2", own_id.rsplit("/", 1)[1])
            raise ContentError(
                self.file.at((*path, "name")),
                Said("a second unit has the id {}", own_id),
                Said("one unit per id"),
                todo,
            )
        taken.add(own_id)
        placed = Placed(unit, own_id, owner, body, path)
        yield placed
        for index, inner in enumerate(unit.units):
            yield from self._place(inner, placed, (*path, "units", index), taken)

    def key(self, named: Named | Mention, place: str | None = None) -> str:
        """The key of a body's name: the recorded one, else made of the name without what stands for "ours"."""
        return named.key or name_key(named.name or "", places().names(place or self.record.place))

    def owned(self, owner: str, kind: str, key: str) -> str:
        """A new id of something that belongs to one owner; a repeated key gets "~2"."""
        taken = self.used_keys.setdefault((owner, kind), set())
        return owned_id(owner, kind, distinct_key(key, taken))

    def proof(self, fact: Fact, at: list[Quote] | None = None) -> dict[str, Any]:
        """The proof of a relationship, as its properties."""
        return {
            "document": self.document,
            **proof_of(at or fact.at),
            "status": fact.status,
            "confidence": fact.confidence,
            "valid_from": fact.valid_from,
            "valid_to": fact.valid_to,
        }

    def mention(self, mention: Mention, speaker: Placed) -> tuple[str, list[Statement]]:
        """The id of the organization that a fact of `speaker` is about, and what must be there for it."""
        if mention.id is not None:
            return mention.id, []
        place = self.place(mention.place, speaker.path)
        if mention.unnamed:
            own_id = owned_id(speaker.id, "external", mention.key or name_key(mention.name or ""))
        elif mention.kind == "government":
            return f"{place}/government", self.government_statements(place)
        else:
            own_id = body_id(place, self.key(mention, place))
        if own_id in self.by_id:
            return own_id, []
        node = self.named(MENTIONED[mention.kind], own_id, mention, place)
        return own_id, [node, *place_statements(place)]

    def place(self, place: str | None, path: Location) -> str:
        """A place id that is known; that of the document where none is given."""
        chosen = place or self.record.place
        if chosen not in places():
            places_error(self, chosen, path)
        return chosen

    def named(self, kind: type[Organization], own_id: str, named: Named | Mention, place: str) -> Organization:
        """A node for an organization that the document only names."""
        extra = {"form": named.form} if isinstance(named, Mention) and kind is LeadingGroup else {}
        unnamed = True if isinstance(named, Mention) and named.unnamed else None
        return kind(id=own_id, place=place, unnamed=unnamed, **names(named), **extra)

    def government(self, place: str) -> Government:
        """The people's government of a place, named in the standard way."""
        node = places().node(place)
        english = f"People's Government of {node.name_en}" if node.name_en else None
        if node.name_zh is None:
            name = english or place
            return Government(
                id=f"{place}/government", name=name, name_en=english, name_en_source="translated", place=place
            )
        chinese = node.name_zh + ("管理委员会" if node.level == "zone" else "人民政府")
        return Government(
            id=f"{place}/government",
            name=chinese,
            name_zh=chinese,
            name_zh_source="reconstructed",
            name_en=english,
            name_en_source="translated" if english else None,
            place=place,
        )

    def government_statements(self, place: str) -> list[Statement]:
        """The government of a place, the place, and the places around it."""
        government = self.government(place)
        return [government, Governs(start_id=government.id, end_id=place), *place_statements(place)]

    def function(self, code: str, path: Location) -> str:
        """A function code that is known; raises ContentError with the nearest ones."""
        known = functions().nodes
        if code not in known:
            raise ContentError(
                self.file.at(path),
                Said("the function {} is unknown", repr(code)),
                Said("a code of data/functions.yaml"),
                did_you_mean(code, known) or Said("data/functions.yaml holds the codes"),
            )
        return code


def names(named: Named | Mention) -> dict[str, Any]:
    """The name properties of a node."""
    return {
        "name": named.name,
        "name_zh": named.name_zh,
        "name_zh_source": named.name_zh_source,
        "name_en": named.name_en,
        "name_en_source": named.name_en_source,
    }


def places_error(context: Context, place: str, path: Location) -> None:
    """Raise ContentError for a place that is not in the list."""
    raise ContentError(
        context.file.at(path),
        Said("the place {} is unknown", repr(place)),
        Said("an id of data/places.yaml"),
        did_you_mean(place, places().entries) or Said("data/places.yaml holds the ids"),
    )
