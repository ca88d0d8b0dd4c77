"""How English documents name the bodies they are about."""

import re
from itertools import islice, pairwise

from loaders.extract.document.numbering import number_at
from loaders.extract.document.text import Document
from loaders.extract.en.history import former_names as former_names
from loaders.extract.en.subjects import subjects
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import is_name
from loaders.extract.outline.bodies import Body, body_of, named_by, names_at_front

BEHIND = re.compile("")
# In one of the first lines a name alone is a title, of so many words at most.
TOP, LONGEST = 5, 9
# From which score on a name is a subject, and how much more another must have.
SURE, CLEARLY = 3.5, 1.5
# So many bodies alone in their lines are a list of them.
SEVERAL = 2
# How far in front of a name its list is looked for.
REACH = 240
# In front of the name at the head of a line.
FRONT = re.compile(
    r"(?:the|(?:the )?(?:main |primary )?(?:responsibilities|duties|functions) of|about|"
    r"introduction (?:of|to)|brief introduction (?:of|to)|what \w+ does|description of .{0,60} of|provisions on .{0,80} of|"
    r"function\w* .{0,60} of|regulations on .{0,80} of|overview of)(?: the)?",
    re.IGNORECASE,
)
# A unit with a bracket behind its name.
BEHIND_UNIT = re.compile(r"([^().:;]{3,110}?)\s?\(([^()]{3,110})\)")
# In front of a name that is one of a list.
LISTED = re.compile(
    r"(?:(?:,|:|\bare|\bincludes?|\bha[sv]e?|\bof|\bnamely)\s[^,.;:]{3,90}){2},\s(?:and\s)?(?:the\s)?$|\bsuch as (?:the )?$"
)
# How a text speaks of the name that stands above it, or that a title says for short.
SAYS = r" (?:is|has|was|consists|comprises|sets)\b"
IS_ONE = r" (?:is (?:the|an?) (?!unit|section|division)|has|consists|comprises)\b"
IT = re.compile(rf"\s{{0,9}}It{SAYS}")
INITIALS = re.compile(rf"\bThe ([A-Z]{{3,8}}){SAYS}")
# The same name in Chinese behind it.
GLOSS = re.compile(r"\s{1,9}[\u4e00-\u9fff]{2,30}\s*$")
SERVICE = ("center", "centre", "institute", "station", "hospital", "school", "university", "library")
# What an English bureau is of, in words without capitals, up to the end of a title or the verb of a sentence: "of culture, tourism and radio".
LOWER_CASE = (
    r"(?!the\b)[a-z][\w-]*(?:,? (?:and )?(?!(?:is|are|has|was|have|the|of|in|sets?|shall|and)\b)[A-Za-z][\w-]*){0,9}"
    r"(?=\s{0,3}(?:$|[.:;(]| (?:is|has|was|shall|sets)\b|\b(?:is|has|was|shall|sets)\b))"
)
# What stands in front of the name in a title, or in the question that a page answers.
NAMED_LAST = re.compile(
    r"(?!(?:\w{1,30} ){0,14}(?:is|are|shall|located)\b)[^.;:!?]{0,60}?\b(?:lists?|settings?|set ?up|organi[sz]ations?|structures?|regulations?|"
    r"provisions|introduction|overview|profile|functions?|allocation|configuration|institutions?|responsibilit(?:y|ies)|duties|"
    r"units|plan|establishment|departments?|divisions|sections|offices|agencies|organs?)\b[^.;:!?]{0,90}\b(?:of|in|for|under)(?: the)?",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"(?:what|which|who|how|introduc\w+)\b[^.;:!?]{2,90}\b(?:of|in|for|does|do|under|has|have)(?: the)?", re.IGNORECASE
)
LABEL = re.compile(
    r"(?:department profile|(?:organi[sz]ation|institution|unit|department) name|"
    r"name of (?:the )?(?:organi[sz]ation|institution|unit|department))\s*:",
    re.IGNORECASE,
)
# Words of a title that stand behind the name in capitals.
TITLE_WORDS = re.compile(
    r"(?<=\w)\s{1,9}(?:and\s{1,9}Institutions|Overview|Profile|Introduction|Functions?|Responsibilities)$"
)
NOUN = r"(?:Bureau|Commission|Department|Administration|Committee|Center|Centre|Office|Institute|Agency|Authority)"
LEVEL = (
    r"(?:\s+(?:[Cc]ity|[Cc]ounty|Municipal|[Dd]istrict|[Pp]rovince|Provincial|Prefecture|Municipality|Zhuang|Uygur|Uighur|Hui|"
    r"Autonomous|Region|Banner|Bai|Yi|Miao|Dong|Tujia|Dai|Li|Zang|Tibetan|Mongolian?|Hani|Lisu|Jingpo|Qiang|Korean|Kazak|Kirgiz|She|Yao|Buyei|"
    r"Naxi|Lahu|Wa|Manchu|Man|Buyi|Shui|Gelao|Mulao|Maonan|Salar|Dongxiang|Sala|Yugur|Dawoer|Daur|Ewenki|Evenki|Oroqen|Xibe|Tu|Nu|Jing))*"
)
PEOPLE = r"People['’]s Government"
WORD = r"(?:[A-Z][\w'&-]*(?:,(?! the\b))?|and|of|for|the)"

# Where no place is named: a ministry, "the Municipal Bureau of …", "Health Commission".
UNPLACED = re.compile(
    r"\b(Ministry of [A-Z]\w+(?: [A-Z]\w+){0,2}(?:(?:,| and|, and) [A-Z]\w+(?: [A-Z]\w+){0,2}){0,4}|"
    rf"(?:China )?(?:Municipal|County|District|Provincial|National|Ministry)\s+(?:{WORD}\s+){{0,6}}?{NOUN}(?! Building\b)"
    r"(?: of [A-Z]\w*(?:,? (?:and )?[A-Z]\w*){0,6})?|"
    r"(?:All-)?China (?:[A-Z][\w&'’-]+,? (?:and )?){0,5}(?:Administration|Commission|Federation|Association)(?: of [A-Z]\w*(?:,? (?:and )?[A-Z]\w*){0,6})?|"
    r"(?:State|National) (?:Administration|Commission|Bureau) (?:for|of) [A-Z]\w*(?:,? (?:and )?[A-Z]\w*){0,6}(?: of China)?|"
    r"Supreme People['’]s (?:Court|Procuratorate)|"
    rf"(?:(?!The )[A-Z][\w'&-]*\s+)(?:(?:[A-Z][\w'&-]*|and)\s+){{0,5}}(?:Bureau|Commission|Administration)(?!\s+(?:of|for|[A-Z][a-z]+)\b))\b"
)


def placed(names: str) -> re.Pattern[str]:
    """Names with that of their place in front of them or behind: `names` are alternatives."""
    # "Government Administration Section" is a unit: its last word is not that of a body.
    front = rf"(?:{names}){LEVEL}\s+(?:{WORD}\s+){{0,9}}?{NOUN}\b(?!\s(?:Section|Division|Squad)\b)"
    front += r"(?:\s+(?:of|for)\s+(?!the\b)[A-Z][\w-]*(?:,?\s+(?:and\s+)?[A-Z][\w-]*){0,7})?"
    front += rf"(?:\s+(?:of|for)\s+{LOWER_CASE})?"
    back = r"(?:(?<=[Tt]he )(?:[a-z]+\s+){1,3}and\s+)?"
    back += rf"(?:(?!(?:The|About)\s)[A-Z][\w-]*,?\s+(?:and\s+)?){{1,9}}?{NOUN}(?: ?\([^()]{{2,60}}\))? of (?:the )?"
    back += rf"(?:{PEOPLE} of (?:the )?)?(?:{names}){LEVEL}(?:\s+(?:{PEOPLE}|Government\b))?"
    both = rf"{NOUN} of [A-Z][\w-]*(?:,?\s(?:and\s)?[A-Z][\w-]*){{0,6}} of (?:the )?(?:{names}){LEVEL}"
    return re.compile(rf"\b({both}|{back}|{front})")


def lower_case(places: tuple[str, ...]) -> re.Pattern[str]:
    """English names behind that of their place, written without capitals."""
    names, noun = "|".join(re.escape(place) for place in places if place.isascii()) or "(?!)", NOUN.lower()
    back = rf"(?:(?!(?:of|the|in)\b)[\w&'-]+ ){{1,6}}?{noun} (?:of|in) (?:the )?(?:{names})(?: [A-Z]\w+){{0,4}}"
    return re.compile(
        rf"\b((?:{names})(?: (?!(?:has|have|is|are|was|were|shall)\b)[\w&'-]+,?){{0,9}}? {noun}|{back})\b"
    )


def find(document: Document, words: Lexicon, places: tuple[str, ...]) -> list[Body]:
    """Those with the name of the place, unless another such name stands where subjects do; else the one that does."""
    ranked = subjects(document, words, places)
    scores = {one.name: one.score for one in ranked}
    named = named_by(document, words, pattern(places))
    if named:
        placed = next((one for one in ranked if one.placed), None)
        known = [scores.get(body.name, SURE) for body in named]
        if placed and placed.score >= max(known) + CLEARLY:
            others = (body for body in named if body.name not in placed.name and placed.name not in body.name)
            return [body_of(words, placed.name), *others]
        return _titled(document, words, named, places) or named
    alone = _alone(document)
    if len(alone) > SEVERAL and _beside_units(document, words, alone):
        # Bureaus of one body, each with its duties.
        ranked, found = [one for one in ranked if one.name not in alone], list[Body]()
    elif len(alone) > SEVERAL:
        return [body_of(words, name) for name in alone]
    else:
        found = named_by(document, words, lower_case(places))[:1] or named_by(document, words, UNPLACED)[:1]
    # What stands in brackets or in a list is part of another name.
    found = [body for body in found if not any(one.score < 0 and body.name in one.name for one in ranked)]
    sure = [one for one in ranked[:1] if one.score >= SURE]
    if sure and all(
        sure[0].name.startswith(body.name) or sure[0].score >= scores.get(body.name, SURE) + CLEARLY
        for body in found[:1]
    ):
        return [body_of(words, sure[0].name)]
    return found or _above_it(document, words) or named_by(document, words, INITIALS)[:1]


def _alone(document: Document) -> dict[str, None]:
    """The names without a place that fill their lines."""
    lines = (GLOSS.sub("", text).strip(" .") for text in document.even)
    return dict.fromkeys(found[0] for text in lines if (found := UNPLACED.fullmatch(text)))


def _beside_units(document: Document, words: Lexicon, alone: dict[str, None]) -> bool:
    """Whether names of units stand alone in lines, too."""
    lines = (GLOSS.sub("", text).strip(" .") for text in document.even)
    return any(is_name(words, text, "unit") for text in lines if text not in alone and len(text.split()) <= LONGEST)


def _above_it(document: Document, words: Lexicon) -> list[Body]:
    """The body of a name that stands alone above a text that calls it "it"."""
    lines = [text.strip() for text in document.even if text.strip()]
    above = (
        name
        for name, text in pairwise(lines[: TOP + 1])
        if IT.match(text) or re.match(rf"(?:The )?{re.escape(name)}{IS_ONE}", text)
    )
    return [
        body_of(words, name) for name in above if len(name.split()) <= LONGEST and is_name(words, name, "unit", "body")
    ][:1]


def pattern(places: tuple[str, ...]) -> re.Pattern[str]:
    """Names with that of their place in front or behind."""
    return placed("|".join(re.escape(place) for place in sorted(places, key=len, reverse=True)) or "(?!)")


def _titled(document: Document, words: Lexicon, named: list[Body], places: tuple[str, ...]) -> list[Body]:
    """The body of a title without capitals, where those that stand in capitals are institutions named far below."""
    # The words of a menu are short.
    top = list(islice((text for text in document.even if len(text.split()) > 3), TOP))
    if any(body.kind == "bureau" or any(body.name in text for text in top) for body in named):
        return []
    names = [name for text in top for name in names_at_front(words, lower_case(places), text)]
    return [body_of(words, name) for name in names[:1]]


def bracketed_names(document: Document, words: Lexicon, pattern: re.Pattern[str]) -> set[str]:
    """Names that fill a bracket behind that of a unit with a number, or are one of a list, and stand nowhere else."""
    inside, outside = set[str](), set[str]()
    for text in document.even:
        number = number_at(text)
        bracket = BEHIND_UNIT.match(text, number.end) if number else None
        behind = bracket is not None and words.ends(bracket[1], "unit")
        for found in pattern.finditer(text[:400]):
            filled = bracket and behind and bracket.start(2) <= found.start() < bracket.end(2)
            listed = LISTED.search(text, max(0, found.start() - REACH), found.start())
            (inside if filled or listed else outside).add(found[1])
    return inside - outside


def is_service(name: str) -> bool:
    """Whether the last word of a name is that of an institution; an insurance bureau is one all the same."""
    last = name.lower()
    return last.endswith(SERVICE) or "insurance bureau" in last


def leads(front: str) -> bool:
    """Whether what stands in front of a name leaves it at the head of its line: a label, "introduction to"."""
    return bool(LABEL.search(front) or front.endswith("!") or FRONT.fullmatch(front))


def ends_title(front: str, behind: str) -> bool:
    """Whether a title ends with the name: "Setting of institutions in the X Bureau"; or a question holds it."""
    bare = re.sub(r"\([^()]*\)", "", behind).strip(" .:")
    if bare.endswith("?") or behind.strip() == "?":
        return bool(QUESTION.fullmatch(front))
    return not bare and bool(NAMED_LAST.fullmatch(front))


def only_issues(document: Document, name: str) -> bool:
    """Whether a body issues documents about others."""
    notice = re.compile(
        rf"\b(?:notice|issued|circular|opinions?) (?:of|by|from) (?:the )?{re.escape(name)}", re.IGNORECASE
    )
    return any(notice.search(text) for text in document.even[:TOP])
