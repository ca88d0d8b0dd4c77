"""The place a document is about, by the names in it."""

import re
from collections import Counter

from graph.errors import ContentError
from loaders.extract.text import Document
from loaders.places import NATION, RANK, Entry, places

CAPITALS = re.compile(r"\b([A-Z][a-z]+(?: ?['’][a-z]+)?)\b(?=((?: [A-Z][a-z]+)?)\b)")
APOSTROPHE = re.compile(r" ?['’]")
LEVELS = ((" county", "county"), (" district", "county"), (" province", "province"))
ORGANIZATION = re.compile(
    r"(?: (?:City|County|Municipal|District|Province|Provincial|Prefecture))?(?: (?:[A-Z][\w'-]*,?|and|of|for|the)){0,9}? "
    r"(?:Bureau|Commission|Department|Administration|Committee|Center|Office)\b"
)
OF_PLACE = re.compile(r"(?:Bureau|Commission|Department|Administration) of (?:the )?$")
KINDS = "县市区"
MINISTRIES = (
    "外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和城乡建设|交通运输|"
    "水利|农业农村|商务|文化和旅游|退役军人事务|应急管理"
)
NATIONAL = re.compile(
    rf"国务院|全国|^\s{{0,9}}(?:国家[\u4e00-\u9fff]{{2,14}}(?:局|委员会)|(?:{MINISTRIES})部)|State Council|Ministry of|部级|"
    r"\b(?:State|National) (?:[A-Z]\w+ ){1,4}(?:Administration|Commission)|\b(?:State|National) (?:Administration|Commission) (?:of|for) [A-Z]",
    re.MULTILINE,
)
ENGLISH_NATIONAL = re.compile(
    r"\bMinistry of|\b(?:State|National) (?:[A-Z]\w+ ){1,4}(?:Administration|Commission)|\b(?:State|National) (?:Administration|Commission) (?:of|for) [A-Z]"
)
# Places that English documents name only in "Hong Kong, Macao and Taiwan affairs".
ABROAD = ("taiwan", "xianggang", "aomen")


# A body of the nation says so; places that it only mentions are not its own.
OF_NATION = re.compile(r"[是为系]国务院|国务院(?:组成部门|直属机构|办事机构|部委)")
NATIONAL_TITLE = re.compile(
    r"\s{0,9}(?:中华人民共和国)?国家[^省市县区州]{2,14}?(?:局|委员会|委)(?=\s|$|[(]|职能|职责|主要|机构|内设|三定)"
)
# 蓬莱市场监督管理所 is no body of a 蓬莱市.
MARKET = re.compile(r"场(?:监督|监管|管理)|政(?![府协法务])|容")
SHORTENED = re.compile(
    r"\s{0,9}(?P<name>[\u4e00-\u9fff]{2,14}?(?:学院|大学|医院|中学|学校|博物馆|图书馆|日报社|电视台|机场|海关))(?=$|[\s(,]|机构|内设|主要|概况|简介|是|现|设)"
)
LEADING, TOP = 10, 6


def place_of(document: Document, where: str, given: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The id of the place and how its name stands in the text.

    `given` is the place that the user names. Raises NotThereError where it is none, ContentError where the text names
    no place and none is given.
    """
    if given:
        place = places().find(given)
        return place, _forms(place)
    counts = _chinese(document) if document.language == "zh" else _english(document)
    if not counts and document.language == "zh":
        counts = _shortened(document)
    if not counts:
        if any(NATIONAL.search(line) for line in document.even):
            return NATION, ()
        raise ContentError(
            where, "no place is named in it", "the place it is about", "name it: --place CODE (GB/T 2260) or its name"
        )
    place = max(counts, key=lambda key: (counts[key], -RANK[places().entries[key].level], key))
    of_nation = counts[place] < LEADING and any(OF_NATION.search(line) for line in document.even)
    if of_nation or any(NATIONAL_TITLE.match(line) for line in document.even[:TOP]):
        return NATION, ()
    return place, (*_forms(place), *_other_kinds(place, document), *_with_apostrophe(place, document))


def _other_kinds(place: str, document: Document) -> tuple[str, ...]:
    """The Chinese name of a county as the text prints it with another kind than today."""
    if place == NATION or document.language == "en" or places().entries[place].level != "county":
        return ()
    short = places().entries[place].short
    return tuple(short + kind for kind in KINDS if any(short + kind in line for line in document.even))


def _with_apostrophe(place: str, document: Document) -> tuple[str, ...]:
    """The English name as the text prints it: Pu'er for Puer."""
    if place == NATION or document.language == "zh":
        return ()
    pattern = "(?: ?['’])?".join(map(re.escape, places().entries[place].name_en))
    return tuple(sorted(set(re.findall(rf"\b{pattern}\b", "\n".join(document.even)))))


def _forms(place: str) -> tuple[str, ...]:
    if place == NATION:
        return ()
    entry = places().entries[place]
    wider = [places().entries[key] for key in places().chain(place)[1:] if key != NATION]
    within = [name for one in wider for name in (one.name_zh + entry.name_zh, f"{one.name_en} {entry.name_en}")]
    return tuple(dict.fromkeys((entry.name_zh, entry.everyday, entry.short, entry.name_en, *within)))


def _chinese(document: Document) -> Counter[str]:
    """How often the full name of each place begins a name, counted double at the beginning of lines."""
    counts: Counter[str] = Counter()
    for text in document.even:
        for found in re.finditer(r"(?:省|自治区|自治州|自治县|地区|市|县|区|旗|盟|州)", text[:2000]):
            if found[0] == "市" and MARKET.match(text, found.end()):
                continue
            # The longest name that ends here: 长沙县, not 沙县.
            starts = (found.end() - length for length in range(12, 1, -1))
            named = next(
                ((start, entries) for start in starts if start >= 0 and (entries := _named(text[start : found.end()]))),
                None,
            )
            if named:
                entry = _narrower(named[1], document)
                start = _behind_wider(entry, text, named[0])
                if start < named[0]:
                    # 揭阳市揭东区: the wider place only says where the narrower one is.
                    counts[_wider_at(entry, text, start)] -= _weight(text, start, named[0])
                counts[entry.id] += _weight(text, start, found.end())
    return counts


def _shortened(document: Document) -> Counter[str]:
    """How often a name at the beginning of a line begins with a place that says not what kind it is: 昭通学院."""
    counts: Counter[str] = Counter()
    for text in document.even:
        found = SHORTENED.match(text)
        for length in (4, 3, 2) if found else ():
            named = places().named.get(found["name"][:length]) if found else None
            if named and any(one.short == found["name"][:length] for one in named if found):
                counts[named[0].id] += LEADING
                break
    return counts


def _behind_wider(entry: Entry, text: str, start: int) -> int:
    """Where a name with the name of a wider place in front of it begins."""
    wider = (places().entries[key].name_zh for key in places().chain(entry.id)[1:] if key != NATION)
    return next((start - len(name) for name in wider if text[:start].endswith(name)), start)


def _wider_at(entry: Entry, text: str, start: int) -> str:
    return next(
        key
        for key in places().chain(entry.id)[1:]
        if key != NATION and text.startswith(places().entries[key].name_zh, start)
    )


def _named(name: str) -> list[Entry] | None:
    """The places of a full name; a county may have another kind today: 垦利县 became 垦利区."""
    entries = places().named.get(name)
    if entries and name in (entries[0].name_zh, entries[0].everyday):
        return entries
    counties = [one for one in places().named.get(name[:-1], ()) if one.level == "county" and one.short == name[:-1]]
    return counties if len(name) > 2 and name[-1] in KINDS else None


def _weight(text: str, start: int, end: int) -> int:
    """How much a mention says: an address says little, a body's name at the beginning of a line much."""
    if re.match(r"人民政府|委|[\u4e00-\u9fff]{0,14}(?:路|街|道|大道|镇|号)", text[end:]) or text[end : end + 1] in (
        "、",
        ",",
        ")",
    ):
        return 1
    return LEADING if not text[:start].strip(" 0123456789.()、一二三四五六七八九十") else 3


def _narrower(entries: list[Entry], document: Document) -> Entry:
    """Among places of one name the one whose wider place is named too, else the largest."""
    for entry in entries:
        wider = [places().entries[key] for key in places().chain(entry.id)[1:] if key != NATION]
        if any(document.says(one.name_zh) for one in wider):
            return entry
    return entries[0]


def _english(document: Document) -> Counter[str]:
    """How often each place is named, more where a body's name begins so; what stands for it only once or twice may be
    another word, and counts only where nothing else is named."""
    if ENGLISH_NATIONAL.search(next((text for text in document.even if text.strip()), "")):
        return Counter()
    counts: Counter[str] = Counter()
    for text in document.even:
        for found in CAPITALS.finditer(text[:5000]):
            for name in dict.fromkeys((found[1] + found[2], found[1])):
                entry = _english_entry(name, text, found.start() + len(name), document)
                if entry and entry.id not in ABROAD:
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
        if any(one.name_en != entry.name_en and document.says(f"{one.name_en} ") for one in wider):
            return entry
    return fitting[0]
