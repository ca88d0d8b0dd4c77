"""Names that are near a listed place: slips of the pen, which are asked about and never taken for a new place."""

import re
from functools import cache

from loaders.place_lists import KINDS
from loaders.unlisted_places import ENDS_ZONE

ENGLISH_KIND = re.compile(
    r"[\s-]+(?:city|municipality|municipal|county|district|prefecture|province|banner)$", re.IGNORECASE
)
# A shorter name has too many neighbours: every second one would be a slip of another.
LEAST, LONG = 5, 9


def near(name: str) -> list[str]:
    """The listed names that a name which no list has may be meant for, nearest first."""
    wanted = name.strip()
    if ENDS_ZONE.search(wanted):
        return []
    return _near_chinese(wanted) if re.search("[\u3400-\u9fff]", wanted) else _near_english(wanted)


def _near_english(name: str) -> list[str]:
    from rapidfuzz.distance import OSA

    plain = re.sub(r"[\s'’-]", "", ENGLISH_KIND.sub("", name)).lower()
    if len(plain) < LEAST:
        return []
    most = 1 if len(plain) < LONG else 2
    found = [(OSA.distance(plain, key, score_cutoff=most), shown) for key, shown in _english().items()]
    return [shown for distance, shown in sorted(found) if distance <= most]


def _near_chinese(name: str) -> list[str]:
    """Names with two characters in another order, or, of longer ones, one too many, too few or another."""
    from rapidfuzz.distance import OSA

    alike = (known for known in _chinese() if sorted(known) == sorted(name) or len(KINDS.sub("", known)) > 2)
    return [known for known in alike if OSA.distance(name, known, score_cutoff=1) == 1]


@cache
def _english() -> dict[str, str]:
    from loaders.places import places

    return {
        re.sub(r"[\s'’-]", "", entry.name_en or "").lower(): entry.name_en or "" for entry in places().entries.values()
    }


@cache
def _chinese() -> list[str]:
    from loaders.places import places

    return list(dict.fromkeys(name for entry in places().entries.values() for name in (entry.name, entry.everyday)))
