"""The places that records may be about: those of the lists in data/, and those that no list has."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property

from graph.schema import Place
from loaders.place_lists import RANK, Entry, OtherName, listed, others
from loaders.unlisted_places import unlisted_entry

NATION = "china"
# How a zone speaks of itself.
ZONE_WORDS = ("开发区", "高新区", "经开区", "新区", "园区", "度假区", "景区", "zone", "new area")


@dataclass(frozen=True)
class Places:
    """Every place by id: `entries` are those of the list of `year`."""

    year: int
    entries: dict[str, Entry]

    def __contains__(self, place: object) -> bool:
        return place == NATION or (isinstance(place, str) and self.get(place) is not None)

    def get(self, place: str) -> Entry | None:
        """The place of an id, listed in any year or not at all; None where the id means none."""
        if found := self.entries.get(place) or others().entries.get(place):
            return found
        if place not in self.unlisted:
            self.unlisted[place] = self._unlisted(place)
        return self.unlisted[place]

    def entry(self, place: str) -> Entry:
        """The place of an id that is known to be one; not the nation."""
        found = self.get(place)
        assert found, place
        return found

    @cached_property
    def unlisted(self) -> dict[str, Entry | None]:
        """What ids mean that are in no list, once they were asked for."""
        return {}

    def _unlisted(self, place: str) -> Entry | None:
        from loaders.place_slips import ENGLISH_KIND, near

        for dash in [found.start() for found in re.finditer("-", place)][::-1]:
            if place[:dash] in self.entries or place[:dash] in others().entries:
                return unlisted_entry(place, place[dash + 1 :], self.entry(place[:dash]))
        # In Latin letters, without a word for what it is, it may be the id of a listed one with a letter wrong.
        slip = place.isascii() and not ENGLISH_KIND.search(place) and near(place)
        return None if slip else unlisted_entry(place, place, None)

    @cached_property
    def codes(self) -> dict[str, str]:
        """Id by code, of the list of 2020."""
        return {entry.code: key for key, entry in self.entries.items() if entry.code}

    @cached_property
    def other_codes(self) -> dict[str, OtherName]:
        """The names of other years by their code, the last of each."""
        return {one.code: one for one in sorted(others().names, key=lambda one: one.year)}

    @cached_property
    def named(self) -> dict[str, list[Entry]]:
        """The places of a Chinese name, full or short, or of an English one in lower case; larger places first."""
        named: dict[str, list[Entry]] = defaultdict(list)
        for entry in sorted(self.entries.values(), key=lambda entry: (RANK[entry.level], entry.code or "")):
            for name in {*entry.full_names, entry.short, (entry.name_en or "").lower()}:
                named[name].append(entry)
        return dict(named)

    @cached_property
    def other_named(self) -> dict[str, list[OtherName]]:
        """The names of places in the lists of other years, by the name."""
        named: dict[str, list[OtherName]] = defaultdict(list)
        for one in others().names:
            named[one.name].append(one)
        return dict(named)

    @cached_property
    def once_called(self) -> dict[str, list[str]]:
        """The names of places in the lists of other years, by id."""
        called: dict[str, list[str]] = defaultdict(list)
        for one in others().names:
            called[one.id].append(one.name)
        return dict(called)

    def find(self, name: str) -> str:
        """The id of the place that a code, id or name means; raises as `find_place` does."""
        from loaders.place_finding import find_place

        return find_place(name).place

    def node(self, place: str) -> Place:
        """The node of a place."""
        if place == NATION:
            return _node(NATION, "中国", "China", level="nation")
        entry = self.entry(place)
        known = {"code": entry.code, "code_year": entry.year, "level": entry.level}
        return _node(
            place,
            entry.name_zh,
            entry.name_en,
            unlisted=True if entry.code is None else None,
            former=entry.former or None,
            **known,
        )

    def around(self, place: str) -> str | None:
        """The id of the place that a place lies in; None for the nation."""
        if place == NATION:
            return None
        entry = self.entry(place)
        if entry.code is None:
            return entry.within or NATION
        for wider in (entry.code[:4] + "00", entry.code[:2] + "0000"):
            if wider != entry.code and wider in self.codes:
                return self.codes[wider]
        return NATION

    def chain(self, place: str) -> list[str]:
        """The place and every larger one around it, smallest first."""
        chain = [place]
        while (wider := self.around(chain[-1])) is not None:
            chain.append(wider)
        return chain

    def lies_in(self, place: str, wider: str) -> bool:
        """Whether a place is another one or lies within it."""
        return wider in self.chain(place)

    def path(self, place: str) -> str:
        """The Chinese name with those of the places around it in front: 吉林省长春市朝阳区."""
        return "".join(self.entry(one).name for one in reversed(self.chain(place)) if one != NATION)

    def names(self, place: str) -> list[str]:
        """What may stand in front of the names of bodies of this place: its names, and those of the places around it."""
        if place == NATION:
            return ["china", "中国", "中华人民共和国"]
        own, *wider = [self.entry(one) for one in self.chain(place) if one != NATION]
        names = [name for one in (own, *wider) for name in (one.name_zh, one.everyday, one.name_en) if name]
        names += self.once_called.get(place, [])
        if own.code:
            names += [own.short, *(one.short + own.name for one in wider)]
        elif own.level == "zone":
            names += [place.removeprefix(f"{own.within}-"), *ZONE_WORDS]
        return list(dict.fromkeys(names))


def _node(key: str, name_zh: str | None, name_en: str | None, **properties: object) -> Place:
    return Place(
        id=key,
        name=name_zh or name_en or key,
        name_zh=name_zh,
        name_en=name_en,
        name_zh_source="printed" if name_zh else None,
        name_en_source=("translated" if name_zh else "printed") if name_en else None,
        **properties,
    )


@cache
def places() -> Places:
    """The places of the lists, and those that no list has."""
    return Places(*listed())
