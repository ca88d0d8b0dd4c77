"""Places that English documents name, machine-translated ones too: where a name of a body or a place begins."""

import re
from collections.abc import Iterator

from loaders.extract.document.text import Document
from loaders.extract.mentions.place_mentions import INSIDE, LEADING, SUBJECT, TITLE, PlaceMention, bounded, top_lines
from loaders.place_english import KIND_ENDS, WORD, EnglishRead, read_english, read_unlisted_english
from loaders.places import places

LONGEST = 5000
# So far in its line the name of a place may stand in a title.
LONGEST_TITLE = 150
NOUN = (
    r"(?:Bureau|Commission|Department|Administration|Committee|Center|Centre|Office|Hall|Station|Detachment|Federation|Government|Court|"
    r"Procuratorate|Association|Congress|Authority|Brigade|Institute|School|College|Hospital|Library|Museum|Archives|Union|Society)"
)
# What follows the name of a place in the name of a body.
ORGANIZATION = re.compile(
    r"(?: (?:City|County|Municipal|District|Province|Provincial|Prefecture|Autonomous|Region))*(?: (?:[A-Z][\w'&-]*,?|and|of|for|the)){0,9}? "
    rf"{NOUN}\b"
)
LOWER = re.compile(r"(?: [\w'&-]+,?){0,9}? (?:bureau|commission|department|administration|committee|center|office)\b")
OF_PLACE = re.compile(
    rf"{NOUN}(?: (?:of|for) [A-Z]\w+(?:(?:,| and|, and)? [A-Z]\w+){{0,6}})? (?:of|in|for) (?:the )?(?:People['’]s Government of (?:the )?)?$"
)
PREPOSITION = re.compile(r"\b(?:in|of|to|from|at|for|by|within|across|throughout|under|near|and) (?:the )?$")
# A sentence ends, or a number and its heading do, in front of a name that stands in no title.
SENTENCE = re.compile(r"[.;!?:] |^\W{0,3}\w{1,4}[.)] ?\w")
# Words that begin sentences and are names of places as well: they need the kind of place behind them.
COMMON = frozenset((
    "guide", "guiding", "lean", "hailing", "yuan", "mile", "long", "song", "pan", "men", "she", "he", "sui", "min",
    "tong", "ding", "lie", "fan", "wan", "yi", "an", "hong",
))  # fmt: skip
# Places that documents name only in "Hong Kong, Macao and Taiwan affairs".
ABROAD = frozenset(("taiwan", "xianggang", "aomen"))
LEVEL_TITLE = re.compile(
    r"^\W{0,6}(?:The )?(Municipal|City|County|District|Provincial|Prefectural)(?: (?:[A-Z][\w'&-]*,?|and|of|for)){0,9}? "
    rf"{NOUN}\b"
)
STATE = (
    r"(?:Ministry of (?!the\b)|(?:State|National) (?:[A-Z]\w+,? (?:and )?){1,6}(?:Administration|Commission|Bureau|Office)|"
    r"(?:State|National) (?:Administration|Commission|Bureau) (?:of|for) |General Administration of |"
    r"(?<!South )(?<!East )(?<!North )(?<!West )(?:All-)?China (?:[A-Z][\w&'’-]+,? (?:and )?){0,5}(?:Administration|Commission|Federation|Association)\b|"
    r"(?:NPC|National People['’]s Congress)(?:['’]s)? Standing Committee\b|Supreme People['’]s (?:Court|Procuratorate)\b|SP[CP]\b)"
)
NATIONAL = re.compile(
    rf"^[^.;]{{0,60}}?\b(?:{STATE})|^\W{{0,6}}(?:The )?State Council\b|"
    # "Taiwan Affairs Office of the State Council" at the head of its line, or behind what a sentence begins with.
    rf"^(?:[^.;]{{0,160}}, )?(?:The |the )?(?!General Office)(?:[A-Z][\w'’&-]*,? (?:and |for |of )?){{1,8}}?{NOUN} of the "
    r"(?:State Council|People['’]s Republic of China|CPC Central Committee)"
)
OF_NATION = re.compile(r"\b(?:is|are) [^.;]{0,80}\b(?:of|under) the State Council\b")


def mentions(document: Document) -> list[PlaceMention]:
    """Every mention of a place, in the order of the document."""
    top = {number for number, _ in top_lines(document)}
    return [mention for number, text in bounded(document, LONGEST) for mention in _of_line(number, text, number in top)]


def _of_line(number: int, text: str, top: bool) -> Iterator[PlaceMention]:
    end = 0
    for word in WORD.finditer(text):
        if word.start() < end:
            continue
        read = _read(text, word.start(), top)
        if read and (mention := _mention(number, text, read, top)):
            end = read.end
            yield mention


def _read(text: str, begin: int, top: bool) -> EnglishRead | None:
    read = read_english(text, begin)
    unlisted = read_unlisted_english(text, begin)
    if unlisted and (unlisted.chained or (top and read is None)):
        front = text[max(0, begin - 160) : begin]
        return unlisted if ORGANIZATION.match(text, unlisted.end) or OF_PLACE.search(front) else read
    return read


def _mention(number: int, text: str, read: EnglishRead, top: bool) -> PlaceMention | None:
    ids = tuple(one for one in read.ids if one not in ABROAD)
    if not ids and read.unlisted is None:
        return None
    standing = _standing(text, read, top)
    if standing is None:
        return None
    doubt = read.unlisted is None and not read.fits
    return PlaceMention(number, read.begin, read.end, ids, *standing, read.chained, None, read.unlisted, doubt)


def _standing(text: str, read: EnglishRead, top: bool) -> tuple[int, int] | None:
    """How much a mention says about whose document it is; None where the word is no name of a place here."""
    front = text[max(0, read.begin - 160) : read.begin]
    if read.name.lower() in COMMON and read.kind is None:
        return None
    if ORGANIZATION.match(text, read.end) or OF_PLACE.search(front):
        title = top and read.begin <= LONGEST_TITLE and not SENTENCE.search(front)
        return (TITLE, 6 - 3 * bool(front.strip())) if title else (SUBJECT, 1)
    if top and (read.kind or LOWER.match(text, read.end)):
        return LEADING, 3
    if read.kind or read.chained:
        return INSIDE, 3
    return (INSIDE, 1) if PREPOSITION.search(front) or text[read.end : read.end + 2] in ("'s", "’s") else None


def level_of_title(document: Document) -> tuple[int, str] | None:
    """The line whose title names only the level of the body, "the Municipal Bureau", and what names of its places end with."""
    for number, text in top_lines(document):
        if found := LEVEL_TITLE.match(text):
            return number, KIND_ENDS[found[1].lower()]
    return None


def national(document: Document) -> bool:
    """Whether the document is about a body of the nation."""
    if any(NATIONAL.match(text) for _, text in top_lines(document)):
        return True
    return any(OF_NATION.search(text) for text in document.even[:40])


def spellings(document: Document, place: str) -> tuple[str, ...]:
    """The name as the text prints it with an apostrophe: Pu'er for Puer."""
    name = places().entry(place).name_en
    if not name:
        return ()
    pattern = "(?: ?['’])?".join(map(re.escape, name))
    return tuple(sorted(set(re.findall(rf"\b{pattern}\b", "\n".join(document.even)))))
