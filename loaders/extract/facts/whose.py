"""Whose body a name in a document means: that of its own place, or of another one that the name says."""

from graph.identity import CHINESE_LEVEL, ENGLISH_LEVEL
from loaders.place_chains import read_chain
from loaders.place_english import KIND_ENDS, read_english
from loaders.places import NATION, places


def place_of_body(name: str, place: str) -> str | None:
    """The place that a name of a body begins with, where that is another than the document's; else None.

    "长春市财政局" and "市财政局" in a document of 朝阳区 are bodies of 长春市, not of the district.
    """
    found = _chinese(name, place) if not name.isascii() else _english(name, place)
    return found if found != place else None


def _chinese(name: str, place: str) -> str | None:
    read = read_chain(name, 0)
    if read and read.end < len(name):
        return _near(read.ids, place)
    level = CHINESE_LEVEL.match(name)
    return _of_kind(level[0][-1], place) if level and not level[0].startswith("本") else None


def _english(name: str, place: str) -> str | None:
    read = read_english(name, 0)
    if read and read.end < len(name) and read.kind:
        return _near(read.ids, place)
    level = ENGLISH_LEVEL.match(name.lower())
    kind = level[0].removeprefix("the ").strip(" -") if level else ""
    return next((found for end in KIND_ENDS.get(kind, "") if (found := _of_kind(end, place))), None)


def _near(ids: tuple[str, ...], place: str) -> str | None:
    """The only one of some places; of several the only one around the document's place or within it."""
    if len(ids) < 2:
        return ids[0] if ids else None
    chain = places().chain(place)
    near = [one for one in ids if one in chain or places().lies_in(one, place)]
    return near[0] if len(near) == 1 else None


def _of_kind(kind: str, place: str) -> str | None:
    """The place itself or the nearest around it whose name ends with this kind of place."""
    chain = [one for one in places().chain(place) if one != NATION]
    return next((one for one in chain if places().entry(one).name.endswith(kind)), None)
