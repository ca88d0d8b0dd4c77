"""English names of places as documents write them: with their kind, behind a wider place or in front of it."""

import re
from dataclasses import dataclass, replace
from functools import cache

from loaders.place_lists import RANK, Entry
from loaders.places import places

PEOPLES = (
    r"Zhuang|Hui|Uy[gh]+ur|Uighur|Mongol(?:ian?)?|Tibetan|Zang|Yi|Miao|Bouyei|Buyei|Buyi|Dong|Tujia|Hani|Dai|Li|Lisu|Wa|She|Lahu|Shui|"
    r"Dongxiang|Naxi|Jingpo|Kirgiz|Tu|Daur|Dawoer|Mulao|Mulam|Qiang|Salar?|Maonan|Gelao|Xibe|Korean|Chaoxian|Pumi|Tajik|Nu|Kaza[kh]+|"
    r"Manchu|Man|Yao|Bai|Bonan|Yugur|Derung|Evenki|Ewenki|Oroqen|Jing|and"
)
LEVEL = re.compile(
    rf"(?:\s+(?:{PEOPLES}),?)*?(?:\s+Autonomous)?\s+(?P<kind>[Cc]ity|Municipal|Municipality|[Cc]ounty|[Dd]istrict|[Pp]refecture|Prefectural|"
    r"[Pp]rovince|Provincial|Banner|League|Region)(?:'s)?\b(?!\s+level)"
)
KIND_ENDS = {
    "city": "市",
    "municipal": "市州盟",
    "municipality": "市",
    "county": "县",
    "district": "区",
    "prefecture": "州区盟",
    "prefectural": "州区盟",
    "province": "省",
    "provincial": "省区",
    "banner": "旗",
    "league": "盟",
    "region": "区",
}
WORD = re.compile(r"[A-Z][a-z]+(?: ?['’][a-z]+)?")
NAME = re.compile(rf"{WORD.pattern}(?: {WORD.pattern}){{0,2}}")
BEHIND = re.compile(r",? (?:of|in|under) (?:the )?|, ?")
# The kind of place at the end of what no list has, or, behind pinyin, of its bodies; and words in front of it that begin no name.
UNLISTED = re.compile(
    r"(?P<name>[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){0,2}?) (?P<kind>City|County|District|Banner|League|Prefecture)\b"
    r"|(?P<of_body>(?=[A-Z])(?i:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiou]|v){1,3}(?:ng?|r)?['’]?){1,4}) (?P<adjective>Municipal|Prefectural)\b"
)
ADJECTIVES = {"Municipal": "City", "Prefectural": "Prefecture"}
ZONE = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w'’&-]*,?|and|of) ){0,8}?(?:Development|Scenic|New|Free Trade|Industrial|Tourism|Tourist|Bonded|Resort|"
    r"Demonstration|Pilot|Cooperation|High-[Tt]ech|Hi-[Tt]ech|Science|Technology)(?: (?:and|[A-Z][\w&-]*)){0,4}? (?:Zone|Area|Park|District))\b"
)
NO_NAME = re.compile(
    r"(?:the|this|each|every|our|all|local|urban|rural|central|people|municipal|provincial|state|national|new|old|development|inner|outer|"
    r"main|other|administrative|business|party|office|bureau|department|commission|division|section|introduction|overview|functions?|"
    r"responsibilities|duties|notice|provisions|regulations|in|of|for|at|under|by|to|from|setting|list|about|does|do|is|are|what|which|who|how)\b",
    re.IGNORECASE,
)
# A body named in front of the name of a place: "Housing Commission Office City".
OF_BODY = re.compile(
    r"\b(?:Office|Commission|Bureau|Committee|Cent(?:er|re)|Administration|Department|Division|Section|Station)\b"
)


@dataclass(frozen=True)
class EnglishRead:
    """The place that English names mean; `begin` and `end` enclose them all."""

    begin: int
    end: int
    ids: tuple[str, ...]
    kind: str | None = None
    """The kind that is printed: city, county."""
    chained: bool = False
    unlisted: str | None = None
    name: str = ""

    @property
    def fits(self) -> bool:
        """Whether the kind that is printed is that of the place in the list of today."""
        return self.kind is None or any(places().entry(one).name[-1] in KIND_ENDS[self.kind] for one in self.ids)


@cache
def _named() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in places().entries.values():
        if entry.name_en:
            found.setdefault(_plain(entry.name_en), []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def _once_named() -> dict[str, tuple[Entry, ...]]:
    """The places of their own of other years."""
    from loaders.place_lists import others

    found: dict[str, list[Entry]] = {}
    for entry in others().entries.values():
        found.setdefault(_plain(entry.name_en or ""), []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def _first_words() -> frozenset[str]:
    """The first word of every name, apostrophes left out."""
    return frozenset(name.split(" ")[0] for name in (*_named(), *_once_named()))


def _plain(name: str) -> str:
    return re.sub(r" ?['’]", "", name.lower())


def _has_kind(place: str, kind: str) -> bool:
    entry = places().entry(place)
    ends = KIND_ENDS[kind]
    return entry.name[-1] in ends or any(
        one.id == place and one.name[-1] in ends for one in places().other_named.get(entry.short + ends[0], ())
    )


def english_ids(name: str) -> tuple[str, ...]:
    """The listed places that a whole text names in English, in whatever case."""
    text = re.sub(r"[A-Za-z'’]+", lambda word: word[0][:1].upper() + word[0][1:].lower(), name)
    text = re.sub(r"\b(Of|In|And)\b", lambda word: word[0].lower(), text)
    read = read_english(text, 0)
    return read.ids if read and read.end == len(text) and read.unlisted is None else ()


def read_english(text: str, begin: int) -> EnglishRead | None:
    """The listed place that names beginning here mean, with wider ones in front or behind; None where none begins."""
    read = _element(text, begin, ())
    if read is None:
        return None
    while (inner := _inner(text, read)) is not None:
        read = inner
    while (wider := _wider(text, read)) is not None:
        read = wider
    return read


def _element(text: str, begin: int, within: tuple[str, ...]) -> EnglishRead | None:
    """One name and its kind."""
    first = WORD.match(text, begin)
    if first is None or _plain(first[0]).split(" ")[0] not in _first_words():
        return None
    found = NAME.match(text, begin)
    words = found[0].split(" ") if found else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        level = LEVEL.match(text, begin + len(name))
        kind = level["kind"].lower() if level else None
        ids = _ids(name, kind, within)
        if ids:
            return EnglishRead(begin, level.end() if level else begin + len(name), ids, kind, name=name)
    return None


def _ids(name: str, kind: str | None, within: tuple[str, ...]) -> tuple[str, ...]:
    """The places of a name: of the kind that is printed, else of any; the largest of them."""
    entries = [
        entry
        for entry in _named().get(_plain(name), ()) or _once_named().get(_plain(name), ())
        if not within or any(entry.id != one and places().lies_in(entry.id, one) for one in within)
    ]
    if not entries and within and (once := _once_named().get(_plain(name))):
        entries = [entry for entry in once if any(places().lies_in(entry.id, one) for one in within)]
    fitting = [entry for entry in entries if kind and _has_kind(entry.id, kind)] or entries
    best = min((RANK[entry.level] for entry in fitting), default=0)
    return tuple(entry.id for entry in fitting if RANK[entry.level] == best)


def _inner(text: str, read: EnglishRead) -> EnglishRead | None:
    """A place within it that is named directly behind: Changchun City Chaoyang District."""
    gap = re.compile(r",? ").match(text, read.end)
    inner = _element(text, gap.end(), read.ids) if gap else None
    # In "Jilin City" the second word is the kind; in "Hainan Education" no place at all.
    if inner is None or inner.kind == "provincial":
        return None
    if inner.kind is None and not all(places().entry(one).level == "prefecture" for one in inner.ids):
        return None
    return replace(inner, begin=read.begin, chained=True)


def _wider(text: str, read: EnglishRead) -> EnglishRead | None:
    """A wider place named behind: Chaoyang District, Changchun."""
    gap = BEHIND.match(text, read.end)
    wider = _element(text, gap.end(), ()) if gap else None
    if gap is None or wider is None:
        return None
    every = _named().get(_plain(read.name), ())
    every = tuple(entry for entry in every if read.kind is None or _has_kind(entry.id, read.kind)) or every
    front = {name.id for name in _named().get(_plain(wider.name), ())} | set(wider.ids)
    ids = tuple(
        entry.id for entry in every if any(entry.id != one and places().lies_in(entry.id, one) for one in front)
    )
    return replace(read, end=wider.end, ids=ids, chained=True) if ids else None


def read_unlisted_english(text: str, begin: int) -> EnglishRead | None:
    """A place that no list has: Greenfield City, the development zone of a city."""
    front = _element(text, begin, ())
    gap = front.end + 1 if front else begin
    zone = ZONE.match(text, gap) or ZONE.match(text, begin)
    if zone and not NO_NAME.match(zone["name"]):
        ids = front.ids if front and zone.start() == gap else ()
        return EnglishRead(begin, zone.end(), ids, None, bool(ids), zone["name"], zone["name"])
    position = gap if front and front.kind in ("city", "prefecture", "municipal") else begin
    found = UNLISTED.match(text, position)
    if found is None or NO_NAME.match(found[0]) or OF_BODY.search(found[0]):
        return None
    name = found["name"] or found["of_body"]
    kind = found["kind"] or ADJECTIVES[found["adjective"]]
    if _named().get(_plain(name)):
        return None
    read = EnglishRead(begin, found.end(), (), kind.lower(), unlisted=f"{name} {kind}", name=name)
    if front and position == gap:
        return replace(read, ids=front.ids, chained=True)
    behind = BEHIND.match(text, found.end())
    wider = _element(text, behind.end(), ()) if behind else None
    return replace(read, end=wider.end, ids=wider.ids, chained=True) if wider else read
