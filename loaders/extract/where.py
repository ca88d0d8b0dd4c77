"""The place a document is about, by the names in it."""

import re
from collections import Counter

from graph.errors import ContentError
from loaders.extract.text import Document
from loaders.places import NATION, RANK, Entry, places

CHINESE_FULL = re.compile(r"[\u4e00-\u9fff]{1,14}?(?:省|自治区|自治州|自治县|地区|市|县|区|旗|盟)")
CAPITALS = re.compile(r"\b[A-Z][a-z]+(?:'[a-z]+)?(?: [A-Z][a-z]+)?\b")
ORGANIZATION = re.compile(
    r"(?: (?:City|County|Municipal|District|Province|Provincial|Prefecture))?(?: (?:[A-Z][\w'-]*,?|and|of|for|the)){0,9}? "
    r"(?:Bureau|Commission|Department|Administration|Committee|Center|Office)\b"
)
OF_PLACE = re.compile(r"(?:Bureau|Commission|Department|Administration) of (?:the )?$")
NATIONAL = re.compile(r"国务院|全国|State Council|Ministry of|部级")


def place_of(document: Document, where: str, given: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The id of the place and how its name stands in the text.

    `given` is the place that the user names. Raises NotThereError where it is none, ContentError where the text names
    no place and none is given.
    """
    if given:
        place = places().find(given)
        return place, _forms(place)
    counts = _chinese(document) if document.language == "zh" else _english(document)
    if not counts:
        if NATIONAL.search(document.text):
            return NATION, ()
        raise ContentError(
            where, "no place is named in it", "the place it is about", "name it: --place CODE (GB/T 2260) or its name"
        )
    place = max(counts, key=lambda key: (counts[key], -RANK[places().entries[key].level], key))
    return place, (*_forms(place), *_with_apostrophe(place, document))


def _with_apostrophe(place: str, document: Document) -> tuple[str, ...]:
    """The English name as the text prints it: Pu'er for Puer."""
    if place == NATION or document.language == "zh":
        return ()
    pattern = "'?".join(map(re.escape, places().entries[place].name_en))
    return tuple(sorted(set(re.findall(rf"\b{pattern}\b", document.text))))


def _forms(place: str) -> tuple[str, ...]:
    if place == NATION:
        return ()
    entry = places().entries[place]
    wider = [places().entries[key] for key in places().chain(place)[1:] if key != NATION]
    within = [name for one in wider for name in (one.name_zh + entry.name_zh, f"{one.name_en} {entry.name_en}")]
    return tuple(dict.fromkeys((entry.name_zh, entry.short, entry.name_en, *within)))


def _chinese(document: Document) -> Counter[str]:
    """How often the full name of each place begins a name, counted double at the beginning of lines."""
    counts: Counter[str] = Counter()
    for text in document.even:
        for found in re.finditer(r"(?:省|自治区|自治州|自治县|地区|市|县|区|旗|盟|州)", text[:2000]):
            for length in range(2, 13):
                start = found.end() - length
                entries = places().named.get(text[start : found.end()]) if start >= 0 else None
                if entries and entries[0].name_zh == text[start : found.end()]:
                    named = _narrower(entries, document)
                    counts[named.id] += _weight(text, start, found.end())
    return counts


def _weight(text: str, start: int, end: int) -> int:
    """How much a mention says: an address says little, a body's name at the beginning of a line much."""
    if re.match(r"人民政府|委|[\u4e00-\u9fff]{0,14}(?:路|街|道|大道|镇|号)", text[end:]) or text[end : end + 1] in (
        "、",
        ",",
        ")",
    ):
        return 1
    return 10 if not text[:start].strip(" 0123456789.()、一二三四五六七八九十") else 3


def _narrower(entries: list[Entry], document: Document) -> Entry:
    """Among places of one name the one whose wider place is named too, else the largest."""
    for entry in entries:
        wider = [places().entries[key] for key in places().chain(entry.id)[1:] if key != NATION]
        if any(one.name_zh in document.text for one in wider):
            return entry
    return entries[0]


def _english(document: Document) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in document.even:
        for found in CAPITALS.finditer(text[:5000]):
            for name in (found[0], found[0].split()[0]):
                entry = _english_entry(name, text, found.start() + len(name), document)
                if entry:
                    begins = ORGANIZATION.match(text, found.start() + len(name)) or OF_PLACE.search(
                        text[: found.start()]
                    )
                    counts[entry.id] += 10 if begins else 1
                    break
    return Counter({key: count for key, count in counts.items() if count >= 3 or len(counts) == 1})


def _english_entry(name: str, text: str, end: int, document: Document) -> Entry | None:
    entries = places().named.get(name.lower()) or places().named.get(name.lower().replace("'", ""))
    if not entries:
        return None
    behind = text[end : end + 12]
    level = next(
        (
            kind
            for word, kind in ((" County", "county"), (" District", "county"), (" Province", "province"))
            if behind.startswith(word)
        ),
        None,
    )
    fitting = [entry for entry in entries if level is None or entry.level == level] or entries
    for entry in fitting:
        wider = [places().entries[key] for key in places().chain(entry.id)[1:] if key != NATION]
        if any(f"{one.name_en} " in document.text for one in wider):
            return entry
    return fitting[0]
