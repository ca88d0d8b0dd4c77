"""Names of places as they are written: one behind another from the widest, each within the one in front."""

import re
from dataclasses import dataclass
from functools import cache

from graph.identity import BROKEN_OFF
from loaders.place_lists import RANK, Entry, OtherName
from loaders.places import places
from loaders.unlisted_places import ZONE

LONGEST, LONGEST_ALONE = 15, 6
# Names of parts of a city, which several in one province had.
NO_OWN = re.compile(r"(?:市|近|东|西|南|北)?郊区|城区|矿区")
# Names that end like those of districts and are none: 社区, 老区, 市区.
NO_PLACE = re.compile(
    r"(?:^|.)(?:城市|城区|社区|小区|灌区|库区|林区|矿区|景区|校区|院区|老区|军区|军分区|市区|郊区|辖区|片区|街区|山区|牧区|湖区|地区|"
    r"自然保护区|保护区|禁区|战区|病区|分区|全市|全县|全区|本市|本县|本区|各县|各区|各市|集市|超市|门市|楼市|股市|都市|"
    r"上市|区县|市县|县区|县市|市辖区|功能区|聚居区|汛区|滞洪区|蓄滞洪区|行政区|大区|专区)$"
)
# No name of a place holds one of these.
NO_NAME = re.compile(
    "[的在为由对等是和及与按据各本全该我其局厅委院校所把]|改革|根据|关于|明确|规范|贯彻|落实|加强|中心|公司|办公|大队|支队|医院|学校|政府|人民|国家|中国|"
    "负责|指导|管理|监督|组织|贫困|示范|试点|先进|强县|大县|老区|服务|建设|协会|工作"
)
UNLISTED = re.compile(r"[\u4e00-\u9fff]{2,9}?(?:自治县|自治旗|林区|县|区|市|旗)")
LAST = re.compile("[区县市旗园城]")
# A zone ends where another word for one begins: 开发区|园区发展局.
ZONE_AND_WORD = re.compile("区[园新景]区$")
A_ZONE = re.compile(rf"[\u4e00-\u9fff]{{0,12}}?{ZONE}")


@dataclass(frozen=True)
class Read:
    """The place that a chain of names ends with: the ids that the last name may mean, and what the names say."""

    begin: int
    end: int
    ids: tuple[str, ...]
    chained: bool = False
    """Whether a wider place stands in front."""
    other: OtherName | None = None
    """The name of another year than that of the list."""
    unlisted: str | None = None
    """The printed name, where no list has the place; `ids` then hold the place around it, if it is known."""
    whole: bool = True
    """Whether the kind of place belongs to the name: not in 南通 + 市场监督管理局."""

    def sure(self) -> bool:
        """Whether the names mean one place."""
        return len(self.ids) == 1 or (self.unlisted is not None and not self.ids)


@cache
def _full() -> dict[str, tuple[str, ...]]:
    """Ids by the full and everyday Chinese names of the list of 2020 and of the later ones."""
    found: dict[str, list[str]] = {}
    for entry in places().entries.values():
        for name in entry.full_names:
            found.setdefault(name, []).append(entry.id)
    return {name: tuple(ids) for name, ids in found.items()}


@cache
def _every() -> frozenset[str]:
    """Every full Chinese name of any list: most words are none, and this is told at once."""
    return frozenset((*_full(), *places().other_named))


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of every Chinese name, full or short: where none of them stands, no name begins."""
    return frozenset(name[:2] for name in (*_every(), *_short()))


@cache
def _short() -> dict[str, tuple[str, ...]]:
    """Ids by short Chinese names: those of the highest level that has the name."""
    found: dict[str, list[Entry]] = {}
    for entry in places().entries.values():
        if entry.short != entry.name:
            found.setdefault(entry.short, []).append(entry)
    return {name: _largest(entries) for name, entries in found.items()}


def _largest(entries: list[Entry]) -> tuple[str, ...]:
    best = min(RANK[entry.level] for entry in entries)
    return tuple(entry.id for entry in entries if RANK[entry.level] == best)


def ids_of(name: str, within: tuple[str, ...] = ()) -> tuple[tuple[str, ...], OtherName | None]:
    """The places of a full Chinese name within one of some: of 2020, else of another year; that year's name."""
    if listed := _within(_full().get(name, ()), within):
        return listed, None
    known = [one for one in places().other_named.get(name, ()) if not within or _within((one.id,), within)]
    later = [one for one in known if not one.former]
    chosen = later or known
    last = max(chosen, key=lambda one: one.year, default=None)
    if last and len({one.code[:2] for one in chosen}) == 1 and not NO_OWN.fullmatch(name):
        # In one province it is one place that had several codes in turn.
        chosen = [last]
    return tuple(dict.fromkeys(one.id for one in chosen)), last


def _within(ids: tuple[str, ...], wider: tuple[str, ...]) -> tuple[str, ...]:
    if not wider:
        return ids
    return tuple(one for one in ids if any(one != place and places().lies_in(one, place) for place in wider))


def read_chain(text: str, begin: int) -> Read | None:
    """The listed places that names beginning here mean; None where none begins."""
    read = None
    position = begin
    while step := _step(text, position, read):
        read, position = step, step.end
        if not read.whole:
            break
    return read


def _step(text: str, position: int, before: Read | None) -> Read | None:
    """One more name behind what was read, longest first; a short one only in front of a place within it."""
    gap = before is not None and text[position : position + 1] == " "
    start = position + gap
    if text[start : start + 2] not in _beginnings():
        return None
    for length in range(min(LONGEST, len(text) - start), 1, -1):
        name = text[start : start + length]
        if name not in _every():
            continue
        ids, other = ids_of(name, before.ids if before else ())
        if ids and not _broken(text, start + length):
            begin = before.begin if before else start
            return Read(begin, start + length, ids, before is not None, other)
    return None if before else _short_in_front(text, start)


def _broken(text: str, end: int) -> bool:
    """Whether the last character of a name belongs to the next word."""
    pattern = BROKEN_OFF.get(text[end - 1])
    return bool(pattern and pattern.match(text, end))


def _short_in_front(text: str, start: int) -> Read | None:
    """A short name in front of a place within it, or of a word that takes its last character: 南通市场监督管理局."""
    for length in (4, 3, 2):
        ids = _short().get(text[start : start + length], ())
        end = start + length
        if not ids:
            continue
        own = tuple(one for one in ids if places().entry(one).name[-1] == text[end : end + 1])
        if own and _broken(text, end + 1):
            return Read(start, end, own, whole=False)
        short = Read(start, end, ids)
        if _step(text, end, short):
            return short
    return None


def read_short(text: str, begin: int) -> Read | None:
    """The place of a short name: 昭通 in 昭通学院."""
    for length in (4, 3, 2):
        name = text[begin : begin + length]
        if ids := _short().get(name):
            return Read(begin, begin + len(name), ids, whole=False)
    return None


def read_unlisted(text: str, begin: int, behind: re.Pattern[str]) -> Read | None:
    """A place that no list has, behind the names of wider ones or alone; `behind` is what must follow its name."""
    front = read_chain(text, begin)
    front = front if front and front.whole else None
    if front is None and (short := read_short(text, begin)):
        found = _unlisted(text, short.end, behind, short)
        if found and found.unlisted and A_ZONE.fullmatch(found.unlisted):
            return found
    return _unlisted(text, front.end if front else begin, behind, front)


def _unlisted(text: str, position: int, behind: re.Pattern[str], front: Read | None) -> Read | None:
    for pattern in (A_ZONE, UNLISTED):
        for found in _ends(pattern, text, position):
            name = text[position:found]
            if not behind.match(text, found) or _broken(text, found) or _is_none(name, front):
                continue
            begin = front.begin if front else position
            return Read(begin, found, front.ids if front else (), front is not None, unlisted=name)
    return None


def _is_none(name: str, front: Read | None) -> bool:
    """Whether a word that ends like the name of a place is none, or ends with the name of a listed one."""
    zone = A_ZONE.fullmatch(name)
    if ZONE_AND_WORD.search(name):
        return True
    if NO_NAME.search(re.sub(rf"{ZONE}$", "", name)) or (not zone and NO_PLACE.search(name)):
        return True
    alone = front is None and not zone and len(name) > LONGEST_ALONE
    return alone or any(ids_of(name[start:])[0] for start in range(1, len(name) - 1) if len(name) - start > 2)


def _ends(pattern: re.Pattern[str], text: str, position: int) -> list[int]:
    """Where a name that begins here may end: a zone's last, 工业园区 and not 工业园, that of a county first."""
    most = min(position + LONGEST, len(text))
    ends = [found.end() for found in LAST.finditer(text, position + 2, most)]
    ends = [end for end in ends if pattern.fullmatch(text, position, end)]
    return ends[::-1] if pattern is A_ZONE else ends
