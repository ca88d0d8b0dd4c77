"""How Chinese documents name the bodies they are about."""

import re
from collections.abc import Iterator
from itertools import islice

from graph.proof import Span
from loaders.extract.document.numbering import number_at
from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon, alternation
from loaders.extract.outline.candidates import Body, Candidate, Mention
from loaders.extract.zh.body_names import (
    END,
    GENERIC,
    LEVEL,
    UNPLACED,
    YEAR,
    may_be,
    pattern,
)
from loaders.extract.zh.body_names import (
    NO_NAME as NO_NAME,
)
from loaders.extract.zh.body_names import (
    is_service as is_service,
)
from loaders.extract.zh.former_names import former_names as former_names
from loaders.extract.zh.former_names import renamings
from loaders.extract.zh.full_names import abbreviates
from loaders.extract.zh.full_names import whole_name as whole_name
from loaders.extract.zh.listed_names import among_units
from loaders.extract.zh.names import border
from loaders.extract.zh.short_names import COURT
from loaders.unlisted_places import ZONE

BEHIND = re.compile(END)
ABOUT = re.compile(rf"(?:[^,。;:《]{{0,40}}关于(?:印发|调整|同意|明确|核定|公开|公布|批复)?)?{YEAR}")
LABEL = re.compile(
    r"(?:机构|单位|部门|中文)?(?:名\s{0,4}称|(?<![用原别又])名):\s{0,4}$|^\s{0,4}词条\s{0,4}[|:]\s{0,4}$"
)
# In front of the name in the first sentence of a plan: by which decision the body is set up.
SET_UP = re.compile(r"\s{0,9}(?:根据|按照|依据|依照|经)[^。;]{2,160},(?:特|现|重新)?(?:设立|组建|成立|设置)")
DECLARED = re.compile(r"\((?:以下)?简称:?[“\"]?([\u4e00-\u9fff]{3,16})[”\"]?\)")
# In a letter: who writes it.
OUR = re.compile("我(?:局|委|厅|办|院|馆|站|中心|单位)")
DATE = re.compile(r"\s{0,40}(?:\d{4}|二[〇○0零Oo][\u4e00-\u9fff〇○]{2})年[^,。;:]{1,9}[月日]\s{0,9}(?:印发)?$")
PARTY = re.compile("^(?:中共|中国共产党|政协|国家税务总局)")
TOWN = re.compile("^[\u4e00-\u9fff]{2,9}(?=[镇乡](?:(?:人民)?政府|公所)$|街道办事处$)")
LEVEL_ALONE = re.compile("[省市县区州旗](?![级直属长])")
# So much of a line is looked through, for so many names; one whose name has a place or its level needs less.
LONGEST, MOST_NAMES, PLACED_SURE, SURE = 1000, 120, 2.0, 3.0
# What the last name of a history gains for every new name; so many characters a short form leaves out; one of so many is long.
LATER, LEFT_OUT, LONG = 2.0, 2, 6
# The clues by which a name with the place, and any other, heads a part of its own.
HEAD = frozenset(("zh.clue.head", "zh.clue.first"))
PARTS = frozenset(("zh.clue.title", "zh.clue.alone-above"))
ALONE = PARTS.union(("zh.clue.alone-first",))
HISTORY, OPENED = frozenset(("zh.clue.alone-history",)), frozenset(("zh.clue.opened", "zh.clue.sent"))
TOLD = PARTS.union(("zh.clue.units", "zh.clue.told", "zh.clue.department", "zh.clue.alone-first"))
SETS_UP = frozenset(("zh.clue.units",))
NAMED = frozenset(("zh.clue.renamed", "zh.clue.founded"))
RENAMED = frozenset(("zh.clue.renamed",))
ADDRESSEE = frozenset(("zh.clue.addressee",))
LISTED, DEPARTMENT = frozenset(("zh.clue.alone", "zh.clue.alone-first")), ("a department of its government", 6.0)
# The heading of a government's departments, and how the name of one ends.
DEPARTMENTS = re.compile(r"[^,。;]{0,16}(?:(?<!关)工作|组成|政府)部门(?:名单|名录|一览|设置|目录)?\s{0,9}:?\s{0,9}")
ENDS_AS_ONE = re.compile(r"(?:[局委厅办]|委员会|办公室)(?:\([^()]{1,30}\))?[;,。\s]{0,9}$")
YOURS = frozenset(("zh.clue.yours",))
# In front of the name of such an institution.
OF_YOURS = re.compile(r"[^。;]{0,40}[你我][局委厅办院](?:所属|下属|直属)的?")
GONE = frozenset(("zh.clue.gone", "zh.clue.gone-inside"))


def unnamed(document: Document, _words: Lexicon, places: tuple[str, ...]) -> list[Body]:
    """A zone or a farm."""
    own = [Body(zone, "bureau") for zone in zones(document, places)]
    return [*own, *(Body(farm, "institution") for farm in farms(document))][:1]


def stands_beside(best: Candidate, other: Candidate, places: tuple[str, ...]) -> bool:
    """Whether another has a part of the document: told of below its name, with a history or opened as the best is."""
    if (best.has(HEAD, HISTORY) and other.has(HEAD, HISTORY)) or _in_passing(best, other):
        return True
    yours = other.has(YOURS) or (best.has(YOURS) and other.has(ADDRESSEE))
    if yours or (DEPARTMENT in best.clues and DEPARTMENT in other.clues):
        return True
    told = other.has(HEAD, TOLD if other.name.startswith(places) else PARTS)
    return told and other.score >= sure(other, places)


def _in_passing(best: Candidate, other: Candidate) -> bool:
    """Whether a sentence tells that both are opened, or set up under a government; or tells of two as one what units each has."""
    opened = best.has(OPENED) and other.has(OPENED) and not best.has(HEAD, ALONE)
    return opened or (best.has(SETS_UP) and other.has(SETS_UP) and _named_together(best, other))


def _named_together(best: Candidate, other: Candidate) -> bool:
    """Whether one character, "and", stands between two names more than once."""
    ends = {(one.at.line, one.at.end + 1) for one in best.mentions}
    return sum((one.at.line, one.at.start) in ends for one in other.mentions) > 1


def is_spoken(best: Candidate, one: Candidate) -> bool:
    """Whether a sentence or a signature is enough to tell of a body."""
    return _in_passing(best, one) or one.signs or one.has(YOURS)


def sure(one: Candidate, places: tuple[str, ...]) -> float:
    """How much speaks at least for a body of such a name."""
    placed = LEVEL.match(one.name) or PARTY.sub("", one.name).startswith(places)
    return PLACED_SURE if placed else SURE


def told_by_all(document: Document, words: Lexicon, best: list[Candidate]) -> None:
    """What the whole document says of its candidates: what only units and signatures are, and what a history ends in."""
    among = among_units(document, words, tuple(one.name for one in best))
    departments = _lines_of_departments(document)
    own = any(one.has(ADDRESSEE) for one in best) and any(OUR.search(text) for text in document.even)
    for one in best:
        one.clues += [("among units", -6.0)] if one.name in among and not one.has(HISTORY) else []
        if any(mention.at.line in departments and mention.has(HEAD | LISTED) for mention in one.mentions):
            one.clues.append(DEPARTMENT)
        if only_signs(document, one.name):
            one.signs = own
            one.clues.append(("a signature", 9.0 if own else -9.0))
    _history(best)


def _lines_of_departments(document: Document) -> set[int]:
    """The lines below a heading of the departments of a government, each with the name of one."""
    below, lines = False, set[int]()
    for line, text in enumerate(document.even, 1):
        said = behind_number(text).strip()
        below = bool(DEPARTMENTS.fullmatch(said) or (below and (not said or ENDS_AS_ONE.search(said))))
        lines |= {line} if below else set()
    return lines


# --- mentions


def mentions(document: Document, _words: Lexicon, places: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """Every place where a body is named: wherever the names stand that begin and end as names do anywhere."""
    said = [behind_number(text)[:LONGEST] for text in document.even]
    own = _first(one[1].strip() for text in said for one in pattern(places).finditer(text))
    found = (one[1].strip() for text in said for one in UNPLACED.finditer(text))
    others = _first(name[border(name) :] for name in found)
    # "With the county's bureau" is no other name, "the city's" in front of the zone's is one.
    ends = tuple(own)
    others = {name for name in others if not name.endswith(ends) or (LEVEL_ALONE.match(name) and name[1:] in own)}
    names = (name for name in own | others if may_be(name, places))
    known = re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)")
    for line, text in enumerate(document.even, 1):
        yield from ((one[0], Span(line, *one.span())) for one in known.finditer(text[:LONGEST]))


def _first(names: Iterator[str]) -> set[str]:
    """As many different names as a document has in front that are looked for everywhere."""
    seen: dict[str, None] = {}
    for name in names:
        seen[name] = None
        if len(seen) == MOST_NAMES:
            break
    return set(seen)


def behind_number(text: str) -> str:
    """A line without its number."""
    number = number_at(text)
    return text[number.end :] if number else text


# --- names of one body


def own_place(places: tuple[str, ...]) -> str:
    """The document's own place in front of a name, as a pattern."""
    own = (place for place in places if place[:2] in places[0] or place.endswith(places[0]))
    return f"^(?:{alternation(own) or '(?!)'})"


def key(name: str, places: tuple[str, ...]) -> str:
    """What names of one body share: the name without the place or the level of the document's own."""
    level = next((place[-1] for place in places if place[-1:] in "省市县区州旗"), "")
    bare = TOWN.sub("", PARTY.sub("", name)).replace("人民政府", "政府")
    bare = re.sub("委员会(?=.)", "委", COURT.sub("", bare))
    bare = bare[1:] if LEVEL_ALONE.match(bare) and bare[1:].startswith(places) else bare
    place = next((place for place in sorted(places, key=len, reverse=True) if bare.startswith(place)), "")
    if not place and LEVEL_ALONE.match(bare) and bare[0] == (level or bare[0]):
        place = bare[0]
    # A place inside that of the document has bodies of its own.
    own = len(place) < 2 or place[:2] in places[0]
    return bare.removeprefix(place) if own and len(bare) > len(place) + 1 else bare


def fullness(mention: Mention, places: tuple[str, ...]) -> tuple[float, ...]:
    """What makes a name fuller than another of the body: it heads a chapter, has the place, the Party, the town, the level."""
    name = mention.name
    placed = PARTY.sub("", name).startswith(places)
    party = placed and PARTY.match(name) is not None
    town = TOWN.match(name) is not None
    return mention.has(HISTORY), placed, party, town, "人民" in name, LEVEL.match(name) is not None, mention.score


def declared(document: Document, found: dict[str, Candidate]) -> list[tuple[str, str]]:
    """The keys of short names, each with that of the name in front of the bracket that says so."""
    keys = {one.name: key for key, one in found.items()}
    ends = {(at.at.line, at.at.end): key for key, one in found.items() for at in one.mentions}
    hits = ((line, hit) for line, text in enumerate(document.even, 1) for hit in DECLARED.finditer(text))
    return [
        (keys[hit[1]], ends[line, hit.start()]) for line, hit in hits if hit[1] in keys and (line, hit.start()) in ends
    ]


def shortens(short: str, whole: str, full: Candidate, places: tuple[str, ...]) -> bool:
    """Whether a name is short for another; where the full one has the place it may leave out a little."""
    if short in GENERIC:
        return False
    if abbreviates(short, whole):
        return True
    begins, ends = (short[:2], short[-1]) if len(short) < LONG else (short[0], short[-LONG // 2 :])
    alike = len(short) < len(whole) <= len(short) + LEFT_OUT and whole.startswith(begins) and whole.endswith(ends)
    rest = iter(whole)
    return alike and full.name.startswith(places) and all(sign in rest for sign in short)


# --- the document as a whole


def _history(found: list[Candidate]) -> None:
    """What a history says of its names as a whole: the last that it tells of is that of today, unless it is given up."""
    told = [(mention, candidate) for candidate in found for mention in candidate.mentions]
    told.sort(key=lambda one: (one[0].at.line, one[0].at.start))
    named = [(mention, candidate) for mention, candidate in told if mention.has(NAMED)]
    gone = {candidate.name: mention.has(GONE) for mention, candidate in told if mention.has(NAMED | GONE)}
    for candidate in found:
        candidate.clues += [("given up", -5.0)] if gone.get(candidate.name) else []
    if named and not gone[named[-1][1].name]:
        many = renamings([(one.name, one.has({"zh.clue.renamed"})) for one, _ in named])
        # One name that is founded is no history yet.
        weight = LATER * min(many, 3) or (1.0 if len(named) > 1 or named[0][0].has(RENAMED) else 0.0)
        named[-1][1].clues.append(("the last name of a history", weight))


def only_signs(document: Document, name: str) -> bool:
    """Whether a name stands at the beginning of lines only as a signature, with the date below it or behind it."""
    lines = [*document.even, ""]
    behind = [
        (text.strip().removeprefix(name), index) for index, text in enumerate(lines) if text.strip().startswith(name)
    ]
    return bool(behind) and all(
        DATE.match(rest) and rest.endswith("印发") if rest else DATE.match(lines[index + 1]) for rest, index in behind
    )


def leads(front: str) -> bool:
    """Whether what stands in front of a name leaves it at the head of its line: a label, "notice about", what sets it up."""
    return bool(LABEL.search(front) or ABOUT.fullmatch(front) or SET_UP.fullmatch(front))


def ends_title(front: str, behind: str) -> bool:
    """Whether a letter names an institution of whom it is written to in front of its units."""
    return behind.startswith("内设机构") and OF_YOURS.fullmatch(front) is not None


FARM = re.compile(
    r"((?!关于|负责|管理|指导|国有)[\u4e00-\u9fff]{2,20}(?:[林茶农牧渔蚕鱼苗盐]场|[良原]种场|园艺场|水库|苗圃|果园))"
    r"(?:的?(?:主要)?(?:职责|职能|概况|简介|机构设置|内设机构|内设科室))?"
)
# A zone whose committee is not named has units and duties itself.
ZONE_HAS = re.compile(
    r"机构(?:设置|概况|职能)|(?:机关)?(?:内设|下设|设有?(?=\d|[一二三四五六七八九十两]{1,3}个))|的?(?:主要)?(?:职责|职能)(?=$|[\s,:])|内设(?:机构|科室)|概况|简介|与[^,。;]{4,30}合署办公"
)
IS_ZONE = re.compile(rf"{ZONE}$")
TOP = 5


def farms(document: Document) -> list[str]:
    """The one that a title names; none where no title does."""
    top = islice((text.strip() for text in document.even if text.strip()), TOP)
    return [found[1] for text in top if (found := FARM.fullmatch(text))][:1]


def zones(document: Document, places: tuple[str, ...]) -> list[str]:
    """The one of the document's place that a title or the first sentence treats as a body; none where none does."""
    names = sorted((place for place in places if IS_ZONE.search(place)), key=len, reverse=True)
    top = islice((text.strip() for text in document.even if text.strip()), TOP)
    heads = (name for text in top for name in names if text.startswith(name) and ZONE_HAS.match(text, len(name)))
    return list(heads)[:1]
