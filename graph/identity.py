"""Stable ids: keys made of printed names, ids of bodies, units and what belongs to them."""

import re
import unicodedata
from collections.abc import Iterable

MUNICIPAL = re.compile(r"(the )?(municipal |city )+|市(?![场政容民区郊委级]|.?$)")


def name_key(name: str, place_names: Iterable[str] = ()) -> str:
    """The key of a name: NFKC, lower case, spaces to "-", the place's own name and "municipal" taken off the front.

    >>> name_key("Changsha Municipal Labor Ability Appraisal Committee", ["Changsha", "长沙市"])
    'labor-ability-appraisal-committee'
    """
    text = " ".join(unicodedata.normalize("NFKC", name).lower().split())
    fronts = sorted({front.lower() for front in place_names}, key=len, reverse=True)
    text = _without_front(text, fronts)
    key = re.sub(r"[\s/]+", "-", text)
    return re.sub(r"[\x00-\x1f\x7f\\`'\"<>]", "", key) or "unnamed"


def _without_front(text: str, fronts: list[str]) -> str:
    for front in fronts:
        if text.startswith(front) and len(text) > len(front):
            text = text[len(front) :].lstrip(" -")
            break
    found = MUNICIPAL.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


def document_id(document: str) -> str:
    """The id in the graph of a loaded document; commands and `document` properties use the bare name."""
    return f"document/{document}"


def body_id(place: str, key: str) -> str:
    """The id of a body, whether a document describes it or only names it."""
    return f"{place}/{key}"


def owned_id(owner: str, kind: str, key: str) -> str:
    """The id of what belongs to one owner: a unit, alias, person, site, quota, event or boundary."""
    return f"{owner}/{kind}/{key}"


def distinct_key(key: str, taken: set[str]) -> str:
    """The key, with "~2", "~3" … behind it where it is taken already; the result is added to `taken`."""
    candidate = key if key not in taken else f"{key}~{_free(key, taken)}"
    taken.add(candidate)
    return candidate


def _free(key: str, taken: set[str]) -> int:
    """The first free number behind a key, from 2: doubled until one is free, then halved, for there may be thousands."""
    last, free = 1, 2
    while f"{key}~{free}" in taken:
        last, free = free, free * 2
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if f"{key}~{middle}" in taken else (last, middle)
    return free
