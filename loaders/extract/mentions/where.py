"""The place a document is about, by the names in it or by what the user says."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from graph.errors import ContentError
from graph.said import Said
from loaders.extract.document.text import Document
from loaders.extract.mentions.place_mentions import INSIDE, SUBJECT, TITLE, PlaceKind, PlaceMention, PlaceQuestion
from loaders.place_finding import Named, find_place, several
from loaders.place_lists import OtherName
from loaders.places import NATION, places
from loaders.unlisted_places import unlisted_id


@dataclass(frozen=True)
class Where:
    """A place, how its name stands in the text, and what is open about it: where, and why."""

    place: str
    forms: tuple[str, ...]
    questions: tuple[PlaceQuestion, ...] = ()


@dataclass
class _Places:
    """What a document says about its place: every mention, and what the best of them are."""

    document: Document
    mentions: list[PlaceMention]
    questions: list[PlaceQuestion] = field(default_factory=list)

    def ask(self, mention: PlaceMention, why: str, kind: PlaceKind = "unknown_place") -> None:
        """Leave open what a mention means."""
        self.questions.append(PlaceQuestion(mention.span, why, kind))

    @property
    def best(self) -> list[PlaceMention]:
        """The mentions that say most."""
        tier = max((one.tier for one in self.mentions), default=0)
        return [one for one in self.mentions if one.tier == tier]

    def titled(self) -> PlaceMention | None:
        """The mention in the title that counts; None where no title names a place."""
        if not self.mentions or self.best[0].tier < SUBJECT:
            return None
        return self.weighed()[0][1]

    def weighed(self) -> list[tuple[int, PlaceMention]]:
        """The places of the best mentions with their weight and first mention, heaviest first."""
        weights: dict[tuple[tuple[str, ...], str | None], int] = defaultdict(int)
        firsts: dict[tuple[tuple[str, ...], str | None], PlaceMention] = {}
        for mention in self.best:
            weights[mention.key] += mention.weight
            firsts.setdefault(mention.key, mention)
        # A zone that the first title names outweighs the place around it.
        first = min(self.best, key=lambda one: one.line, default=None)
        zone = first if first and first.unlisted and first.ids else None
        around = max((weights[key] for key in weights if zone and key == (zone.ids, None)), default=0)
        if zone:
            weights[zone.key] += around
        return sorted(((weights[key], first) for key, first in firsts.items()), key=lambda pair: -pair[0])


def place_of(document: Document, where: str, given: str | None = None) -> Where:
    """The place of a document; `given` is the place that the user names, which overrules the text.

    Raises NotThereError where `given` is none, ContentError where the text names no place and none is given, and where
    several places have the name.
    """
    said = _Places(document, _mentions(document))
    return _given(said, find_place(given)) if given else _found(said, where)


def _mentions(document: Document) -> list[PlaceMention]:
    found, level = document.grammar.places.mentions(document), document.grammar.places.level_of_title(document)
    # What stands below a title that names the level alone is about others where it is of another level.
    if level and not any(one.tier == TITLE and one.line <= level[0] for one in found):
        found = [fitting for one in found if (fitting := one.within(level[1]))]
    # A place that no list has lies in the wider one that stands in front of it anywhere.
    wider = {one.unlisted: one.ids for one in found if one.unlisted and one.ids}
    return [replace(one, ids=wider.get(one.unlisted, ())) if one.unlisted and not one.ids else one for one in found]


# --- the user names it


def _given(said: _Places, named: Named) -> Where:
    titled = said.titled()
    if titled and not _means(titled, named.place):
        shown = _shown(named.place)
        said.ask(titled, Said("the title names another place than --place says: {}", shown), "two_readings")
    elif titled and named.other:
        said.ask(titled, _of_another_year(named.other))
    elif titled and named.unlisted:
        said.ask(titled, Said("no list of places has this one"))
    return Where(named.place, _forms(said.document, named.place, titled), tuple(said.questions))


def _means(mention: PlaceMention, place: str) -> bool:
    if mention.unlisted:
        return _unlisted(mention) == place
    return place == NATION or any(place in (one, *places().chain(one)[1:]) for one in mention.ids)


# --- the text names it


def _found(said: _Places, where: str) -> Where:
    if said.document.grammar.places.national(said.document) and (
        not said.mentions or said.best[0].tier < TITLE or _only_mentioned(said)
    ):
        return Where(NATION, ())
    if not said.mentions:
        raise ContentError(
            where,
            Said("no place is named in it"),
            Said("the place it is about"),
            Said("name it: --place CODE (GB/T 2260) or its name"),
        )
    (weight, mention), *rest = said.weighed()
    place = _decided(said, mention, where)
    _ask_about_others(said, weight, rest, place)
    return Where(place, _forms(said.document, place, mention), tuple(said.questions))


def _only_mentioned(said: _Places) -> bool:
    """Whether a body of the nation stands in the first line, above every place."""
    first = min(number for number, text in enumerate(said.document.even, 1) if text.strip())
    return all(one.line > first for one in said.best)


def _decided(said: _Places, mention: PlaceMention, where: str) -> str:
    if mention.unlisted:
        said.ask(mention, Said("no list of places has this one"))
        return _unlisted(mention)
    place = mention.ids[0] if len(mention.ids) == 1 else _one_of(said, mention, where)
    if other := mention.other or _once(place):
        said.ask(mention, _of_another_year(other))
    elif mention.doubt:
        said.ask(mention, Said("the place of this name is {}, another kind of place", _shown(place)))
    elif mention.tier == INSIDE:
        said.ask(mention, Said("the place is only named in sentences"))
    return place


def _once(place: str) -> OtherName | None:
    """The name of a place of its own that the list does not have: one of another year."""
    entry = places().entry(place)
    return places().other_codes.get(entry.code or "") if place not in places().entries else None


def _unlisted(mention: PlaceMention) -> str:
    within = mention.ids[0] if len(mention.ids) == 1 else None
    return unlisted_id(mention.unlisted or "", within)


def _one_of(said: _Places, mention: PlaceMention, where: str) -> str:
    """Among places of one name the one that is named with a wider place in front, else the only one whose wider place is
    named at all, with a question; refused where neither tells."""
    named = said.document.even[mention.line - 1][mention.begin : mention.end]
    chained = {one.ids[0] for one in said.mentions if len(one.ids) == 1 and one.chained and one.ids[0] in mention.ids}
    if len(chained) == 1:
        return chained.pop()
    wider = {
        one.ids[0] for one in said.mentions if len(one.ids) == 1 and not one.unlisted and one.ids[0] not in mention.ids
    }
    around = {place for place in mention.ids if wider & set(places().chain(place)[1:])}
    if len(around) != 1:
        raise several(where, named, mention.ids)
    place = around.pop()
    said.ask(mention, Said("several places have this name; read as that of {}", places().path(place)), "two_readings")
    return place


def _ask_about_others(said: _Places, weight: int, rest: list[tuple[int, PlaceMention]], place: str) -> None:
    """An open question where another place is named nearly as often in the same standing."""
    for other_weight, other in rest[:1]:
        near = other_weight * 2 > weight and not _means(other, place) and place not in other.ids
        if near and not any(places().lies_in(place, one) for one in other.ids):
            said.ask(other, Said("another place than {}, named as often", _shown(place)), "two_readings")


def _of_another_year(other: OtherName) -> str:
    if other.former:
        return Said("a former place: the last list that has {} ({}) is that of {}", other.name, other.code, other.year)
    return Said("not in the list of {}: {} ({}) is in that of {}", places().year, other.name, other.code, other.year)


def _shown(place: str) -> str:
    return NATION if place == NATION else places().path(place)


# --- how names of its bodies may begin


def _forms(document: Document, place: str, mention: PlaceMention | None) -> tuple[str, ...]:
    """The names of the place as they stand in front of names of bodies, and as the title prints them."""
    printed: list[str] = []
    if mention:
        text = document.even[mention.line - 1]
        printed = [text[mention.begin : mention.end], *([mention.unlisted] if mention.unlisted else [])]
        printed += [one for id_ in mention.ids[:1] if not mention.unlisted for one in _own_forms(id_)]
    if place == NATION:
        return tuple(dict.fromkeys(printed))
    forms = [*_own_forms(place), *printed, *document.grammar.places.spellings(document, place)]
    return tuple(dict.fromkeys(form for form in forms if form))


def _own_forms(place: str) -> list[str]:
    own, *wider = [places().entry(one) for one in places().chain(place) if one != NATION]
    if own.code is None:
        return [name for name in (own.name_zh, own.name_en, place.removeprefix(f"{own.within}-")) if name]
    names = [own.name, *sorted(own.full_names - {own.name}), own.short, own.name_en or ""]
    for index, one in enumerate(wider):
        between = "".join(inner.name for inner in reversed(wider[:index]))
        names += [
            one.name + between + own.name,
            one.name + own.name,
            one.short + own.name,
            f"{one.name_en} {own.name_en}",
        ]
    return names
