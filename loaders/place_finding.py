"""The place that a person names: by id, code, Chinese or English name, with wider places in front or not."""

import re
from dataclasses import dataclass

from graph.errors import ContentError, NotThereError, UsageError, suggestion
from graph.said import Said
from loaders.place_chains import ids_of, read_chain, read_short, read_unlisted
from loaders.place_english import english_ids, read_unlisted_english
from loaders.place_lists import OtherName
from loaders.place_slips import near
from loaders.places import NATION, places
from loaders.unlisted_places import unlisted_id

END = re.compile(r"$")
NATION_NAMES = ("中国", "中华人民共和国", "全国", "people's republic of china")


@dataclass(frozen=True)
class Named:
    """A place that a person names, and what it is where the list of 2020 does not have it."""

    place: str
    other: OtherName | None = None
    unlisted: bool = False


def find_place(name: str) -> Named:
    """The place that a name, code or id means.

    Raises NotThereError for an unknown code and for a name that is near a listed one, ContentError where several
    places have the name. Any other name is a place that no list has; UsageError for what is no name (`县`, `*`, a sign that
    does not print).
    """
    wanted = " ".join(name.split())
    if not wanted:
        raise NotThereError(
            Said("place {}", repr(name)), Said("no name is given"), Said("a code or name"), Said("--place CODE")
        )
    named = _named(wanted) if wanted.isprintable() else None
    if named is None or named.place not in places():
        raise UsageError(
            Said("place {}", repr(name)),
            Said("this is no name of a place"),
            Said("a code or name"),
            Said("--place CODE"),
        )
    return named


def _named(wanted: str) -> Named:
    if wanted.lower() in NATION_NAMES or wanted.lower() == NATION:
        return Named(NATION)
    if re.fullmatch(r"\d+", wanted):
        return _by_code(wanted)
    if re.search("[\u3400-\u9fff]", wanted):
        return _by_id(wanted) or _chinese(wanted)
    return _by_id(wanted.lower()) or _english(wanted)


def _by_id(name: str) -> Named | None:
    known = places()
    entry = known.get(name)
    if entry is None or (entry.code is None and entry.within is None):
        return None
    return Named(name, unlisted=entry.code is None)


def _by_code(code: str) -> Named:
    if code in places().codes:
        return Named(places().codes[code])
    if other := places().other_codes.get(code):
        return Named(other.id, other)
    raise NotThereError(
        Said("place {}", repr(code)),
        Said(
            "the code is in no list: that of guapai is the one of {}, with the codes of the years around it",
            places().year,
        ),
        Said("a GB/T 2260 code of six digits"),
        Said("give the name instead: --place NAME"),
    )


def _chinese(name: str) -> Named:
    read = read_chain(name, 0)
    if read and read.whole and read.end == len(name):
        return Named(_one(name, read.ids), read.other)
    ids, other = ids_of(name)
    if ids:
        return Named(_one(name, ids), other)
    short = read_short(name, 0)
    if short and short.end == len(name):
        return Named(_one(name, short.ids))
    _refuse_slip(name)
    unlisted = read_unlisted(name, 0, END)
    if unlisted and unlisted.unlisted:
        within = _one(name, unlisted.ids) if unlisted.ids else None
        return Named(unlisted_id(unlisted.unlisted, within), unlisted=True)
    return Named(unlisted_id(name, None), unlisted=True)


def _english(name: str) -> Named:
    ids = english_ids(name)
    if ids:
        return Named(_one(name, ids))
    read = read_unlisted_english(name, 0)
    if read and read.chained and read.end == len(name):
        return Named(unlisted_id(read.unlisted or name, _one(name, read.ids)), unlisted=True)
    _refuse_slip(name)
    return Named(unlisted_id(name, None), unlisted=True)


def _one(name: str, ids: tuple[str, ...]) -> str:
    if len(ids) > 1:
        raise several(Said("place {}", repr(name)), name, ids)
    return ids[0]


def several(where: str, name: str, ids: tuple[str, ...]) -> ContentError:
    """The error for a name that several places have: their codes and where they lie."""
    fitting = ", ".join(f"{places().entry(one).code} {places().path(one)}" for one in ids)
    return ContentError(
        where,
        Said("{} places are called {}: {}", len(ids), name, fitting),
        Said("one of them"),
        Said("say which: --place CODE"),
    )


def _refuse_slip(name: str) -> None:
    if known := near(name):
        raise NotThereError(
            Said("place {}", repr(name)),
            Said("no place has this name"),
            Said("a GB/T 2260 code, an id or a name"),
            suggestion(known[:3]),
        )
