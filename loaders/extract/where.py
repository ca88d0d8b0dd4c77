"""The place a document is about, by the names in it."""

import re
from collections import Counter

from graph.errors import ContentError
from loaders.extract.text import Document
from loaders.places import NATION, RANK, Entry, places

CHINESE_FULL = re.compile(r"[\u4e00-\u9fff]{1,14}?(?:省|自治区|自治州|自治县|地区|市|县|区|旗|盟)")
CAPITALS = re.compile(r"\b([A-Z][a-z]+(?: ?['’][a-z]+)?)\b(?=((?: [A-Z][a-z]+)?)\b)")
APOSTROPHE = re.compile(r" ?['’]")
LEVELS = ((" county", "county"), (" district", "county"), (" province", "province"))
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
    pattern = "(?: ?['’])?".join(map(re.escape, places().entries[place].name_en))
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
    """How often each place is named, more where a body's name begins so; what stands for it only once or twice may be
    another word, and counts only where nothing else is named."""
    counts: Counter[str] = Counter()
    for text in document.even:
        for found in CAPITALS.finditer(text[:5000]):
            for name in dict.fromkeys((found[1] + found[2], found[1])):
                entry = _english_entry(name, text, found.start() + len(name), document)
                if entry:
                    counts[entry.id] += _english_weight(text, found.start(), found.start() + len(name))
                    break
    often = Counter({key: count for key, count in counts.items() if count >= 3})
    return often if often or NATIONAL.search(document.text) else _once_named(counts)


def _english_weight(text: str, start: int, end: int) -> int:
    return 10 if ORGANIZATION.match(text, end) or OF_PLACE.search(text[:start]) else 1


def _once_named(counts: Counter[str]) -> Counter[str]:
    """Places of names that are no common words, each with the places within it that are named too."""
    long = Counter(
        {key: count for key, count in counts.items() if len(places().entries[key].name_en) > 4 or len(counts) == 1}
    )
    for key in list(long):
        for wider in places().chain(key)[1:]:
            if wider in long:
                long[wider] += long[key]
    return long


def _english_entry(name: str, text: str, end: int, document: Document) -> Entry | None:
    plain = APOSTROPHE.sub("", name.lower())
    entries = places().named.get(name.lower()) or places().named.get(plain)
    if not entries:
        return None
    behind = text[end : end + 12].lower()
    level = next((kind for word, kind in LEVELS if behind.startswith(word)), None)
    fitting = [entry for entry in entries if level is None or entry.level == level] or entries
    for entry in fitting:
        wider = [places().entries[key] for key in places().chain(entry.id)[1:] if key != NATION]
        if any(one.name_en != entry.name_en and f"{one.name_en} " in document.text for one in wider):
            return entry
    return fitting[0]
