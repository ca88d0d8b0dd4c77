"""English names of bodies: their patterns, and what stands around them in titles and questions."""

import re

# What an English bureau is of, in words without capitals, up to the end of a title or the verb of a sentence: "of culture, tourism and radio".
LOWER_CASE = (
    r"(?!the\b)[a-z][\w-]*(?:,? (?:and )?(?!(?:is|are|has|was|have|the|of|in|sets?|shall|and)\b)[A-Za-z][\w-]*){0,9}"
    r"(?=\s{0,3}(?:$|[.:;(]| (?:is|has|was|shall|sets)\b|\b(?:is|has|was|shall|sets)\b))"
)
# What stands in front of the name in a title, or in the question that a page answers.
ENGLISH_TITLE = re.compile(
    r"(?!(?:\w{1,30} ){0,14}(?:is|are|shall|located)\b)[^.;:!?]{0,60}?\b(?:lists?|settings?|set ?up|organi[sz]ations?|structures?|regulations?|"
    r"provisions|introduction|overview|profile|functions?|allocation|configuration|institutions?|responsibilit(?:y|ies)|duties|"
    r"units|plan|establishment|departments?|divisions|sections|offices|agencies|organs?)\b[^.;:!?]{0,90}\b(?:of|in|for|under)(?: the)?",
    re.IGNORECASE,
)
ENGLISH_QUESTION = re.compile(
    r"(?:what|which|who|how|introduc\w+)\b[^.;:!?]{2,90}\b(?:of|in|for|does|do|under|has|have)(?: the)?", re.IGNORECASE
)
ENGLISH_LABEL = re.compile(
    r"(?:department profile|(?:organi[sz]ation|institution|unit|department) name|"
    r"name of (?:the )?(?:organi[sz]ation|institution|unit|department))\s*:",
    re.IGNORECASE,
)
# Words of a title that stand behind the name in capitals.
TITLE_WORDS = re.compile(
    r"(?<=\w)\s{1,9}(?:and\s{1,9}Institutions|Overview|Profile|Introduction|Functions?|Responsibilities)$"
)
ENGLISH_NOUN = (
    r"(?:Bureau|Commission|Department|Administration|Committee|Center|Centre|Office|Institute|Agency|Authority)"
)
ENGLISH_LEVEL = (
    r"(?:\s+(?:[Cc]ity|[Cc]ounty|Municipal|[Dd]istrict|[Pp]rovince|Provincial|Prefecture|Municipality|Zhuang|Uygur|Uighur|Hui|"
    r"Autonomous|Region|Banner|Bai|Yi|Miao|Dong|Tujia|Dai|Li|Zang|Tibetan|Mongolian?|Hani|Lisu|Jingpo|Qiang|Korean|Kazak|Kirgiz|She|Yao|Buyei|"
    r"Naxi|Lahu|Wa|Manchu|Man|Buyi|Shui|Gelao|Mulao|Maonan|Salar|Dongxiang|Sala|Yugur|Dawoer|Daur|Ewenki|Evenki|Oroqen|Xibe|Tu|Nu|Jing))*"
)
PEOPLE = r"People['’]s Government"
OTHER_NOUN = (
    r"(?:Hall|Station|Detachment|Brigade|Team|Federation|Association|School|Hospital|Library|Museum|College|Government)"
)
WORD = r"(?:[A-Z][\w'&-]*,?|and|of|for|the)"

# Where no place is named: a ministry, "the Municipal Bureau of …", "Health Commission".
ANY_BODY = re.compile(
    r"\b(Ministry of [A-Z]\w+(?: [A-Z]\w+){0,2}(?:(?:,| and|, and) [A-Z]\w+(?: [A-Z]\w+){0,2}){0,4}|"
    rf"(?:China )?(?:Municipal|County|District|Provincial|National|Ministry)\s+(?:{WORD}\s+){{0,6}}?{ENGLISH_NOUN}"
    r"(?: of [A-Z]\w*(?:,? (?:and )?[A-Z]\w*){0,6})?|"
    r"(?:All-)?China (?:[A-Z][\w&'’-]+,? (?:and )?){0,5}(?:Administration|Commission|Federation|Association)(?: of [A-Z]\w*(?:,? (?:and )?[A-Z]\w*){0,6})?|"
    r"(?:State|National) (?:Administration|Commission) for [A-Z]\w*(?:,? (?:and )?[A-Z]\w*){0,6}|"
    rf"(?:(?!The )[A-Z][\w'&-]*\s+)(?:(?:[A-Z][\w'&-]*|and)\s+){{0,5}}(?:Bureau|Commission|Administration)(?!\s+(?:of|for|[A-Z][a-z]+)\b))\b"
)


def placed(names: str) -> re.Pattern[str]:
    """Names with that of their place in front of them or behind: `names` are alternatives."""
    # "Government Administration Section" is a unit: its last word is not that of a body.
    front = rf"(?:{names}){ENGLISH_LEVEL}\s+(?:{WORD}\s+){{0,9}}?{ENGLISH_NOUN}\b(?!\s(?:Section|Division|Squad)\b)"
    front += r"(?:\s+(?:of|for)\s+(?!the\b)[A-Z][\w-]*(?:,?\s+(?:and\s+)?[A-Z][\w-]*){0,7})?"
    front += rf"(?:\s+(?:of|for)\s+{LOWER_CASE})?"
    back = r"(?:(?<=[Tt]he )(?:[a-z]+\s+){1,3}and\s+)?"
    back += rf"(?:(?!The\s)[A-Z][\w-]*,?\s+(?:and\s+)?){{1,9}}?{ENGLISH_NOUN} of (?:the )?"
    back += rf"(?:{PEOPLE} of (?:the )?)?(?:{names}){ENGLISH_LEVEL}(?:\s+(?:{PEOPLE}|Government\b))?"
    both = rf"{ENGLISH_NOUN} of [A-Z][\w-]*(?:,?\s(?:and\s)?[A-Z][\w-]*){{0,6}} of (?:the )?(?:{names}){ENGLISH_LEVEL}"
    return re.compile(rf"\b({both}|{back}|{front})")


def other_noun(places: tuple[str, ...]) -> re.Pattern[str]:
    """English names behind that of their place that end otherwise: a hall, a station, a detachment."""
    names = "|".join(re.escape(place) for place in places if place.isascii()) or "(?!)"
    return re.compile(
        rf"\b((?:{names}){ENGLISH_LEVEL}\s+(?:{WORD}\s+){{0,9}}?{OTHER_NOUN}(?: of [A-Z]\w+(?: (?:and )?[A-Z]\w+){{0,3}})?)\b"
    )


def lower_case(places: tuple[str, ...]) -> re.Pattern[str]:
    """English names behind that of their place, written without capitals."""
    names, noun = "|".join(re.escape(place) for place in places if place.isascii()) or "(?!)", ENGLISH_NOUN.lower()
    back = rf"(?:(?!(?:of|the|in)\b)[\w&'-]+ ){{1,6}}?{noun} (?:of|in) (?:the )?(?:{names})(?: [A-Z]\w+){{0,4}}"
    return re.compile(rf"\b((?:{names})(?: [\w&'-]+,?){{0,9}}? {noun}|{back})\b")
