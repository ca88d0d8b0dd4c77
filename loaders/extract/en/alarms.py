"""What looks in English like the name of a unit, an institution, an office or a sign, or like a number of them."""

import re
from collections.abc import Iterator

from graph.said import Said
from loaders.extract.grammar.lexicon import Lexicon, alternation
from loaders.extract.rules.vocabulary import vocabulary

# What separates the items of a line, the brackets and the colons around them; translators leave out the stop in front of "It is".
MARKS = re.compile(r"[():]|[,;|\t/]+|\.(?=\s|$)|\s-\s|\s{2,}|\s(?=It [a-z])")
# A list ends at these where no name stands in front, and goes on at every other sign.
ENDS: tuple[str, ...] = (";", "")
# What stands in the name of any body or unit.
HOLDS = re.compile("[A-Za-z]{3}")
COUNT = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# What is set up, had or hung stands behind these; a list goes on behind its own words.
SIGN = alternation(vocabulary("en").all("sign_noun"))
FRONT = re.compile(
    r"\b(?:consist(?:s|ed|ing)? of|composed of|made up of|compris\w+|has|have|had|includ(?:es?|ed|ing)|namely|such as|following|"
    r"operates?|as well as|respectively|(?:they|these) are|"
    r"(?:affiliated|subordinate|internal|functional|public|dispatched) (?:institutions|units|organs|departments|agencies)(?: are| is|$)|"
    r"(?:set(?:s|ting)?|divid\w+) (?:up|into)|establish(?:es|ed|ing)?|add(?:s|ed|ing)?|are(?= the [A-Z])|"
    rf"(?:with|plus|under)(?= (?:the )?[^,.;()]{{3,80}}? (?:{SIGN})\s?(?:[.,;:)]|$))|(?:hang|bear|carr|retain)\w* (?:the )?(?:{SIGN})(?: of)?|(?:{SIGN}) of)"
    r"\b:?\s?(?:the )?",
    re.IGNORECASE,
)
BEHIND = re.compile(rf"\s(?:{SIGN}|etc|and so on|and other \w+)\.?$", re.IGNORECASE)
AND = re.compile(r"\s(?:and|as well as)\s(?:the |an? )?")
# No name has so many words.
LONGEST = 12
ARTICLE = re.compile(r"(?:and |or )?(?:the |an? )?", re.IGNORECASE)
# No verb stands in a name, and it is more than words for units in general.
NO_NAME = re.compile(
    r"\b(?:is|are|was|were|has|have|will|shall|by|with|that|which|who|what|its|their|this|these|other|relevant)\b|"
    r"\b(?:all|each|any|every|our|not|no|responsible|charge|also|be|been|to|more)\b|"
    r"^(?:in|on|of|for|from|at|as|under|through|after|before|when|and|or|deputy|q&a|two|three|six|it|ten|internal|"
    r"[a-z]+ed (?:in|to|from|into|by|as))\b|^[\w-]+$|\bRoad$|"
    r"^(?:(?:affiliated|subordinate|directly|dispatched|functional|working|component|constituent|government|public|second-level|branch|market|"
    r"market supervision) ){1,3}"
    r"(?:institution|agency|unit|organ|office|department|section)s?(?: of .*)?$|(?:(?-i:institution)|institutions|agencies|units|organs)$|"
    r"^(?:units|institutions)\b|"
    r"^(?:\w+ ){0,2}(?:responsibilities|functions|duties|introduction|overview|profile|structure) of\b|"
    r"^supervision \w+s$|^\w+ing for\b|^(?:departments?|divisions?|sections?) (?:directly|of (?:labou?r$|responsibilit))|^directly\b",
    re.IGNORECASE,
)
# Posts are set up as units are.
POST = re.compile(r"\bposts?\Z", re.IGNORECASE)
SUBJECT = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Za-z][\w&'’-]{0,30}(?: (?!is|are|has)[\w&'’-]{1,30}){0,8}?) "
    r"(?:shall|will|undertakes|is (?:mainly )?responsible|is in charge|organizes|manages|handles)\b"
)
# What a body has so many of, or so many of which are named.
NUMBERED = re.compile(
    rf"\b(?:(?:ha(?:s|ve)|sets? up|there (?:are|is)|divided into|consists? of|composed of|manages|administers|maintains|oversees|governs)"
    rf" (?:[a-z]+ ){{0,2}}?|(?={COUNT})(?=[^,:]{{4,50}}(?:,? namely|:)))(?P<number>{COUNT}) (?:[\w'’-]+ ){{0,4}}?"
    r"(?:posts|sections|divisions|units|departments|offices|bureaus|institutions|agencies|organi[sz]ations|organs|stations|branches|"
    r"detachments|brigades|squadrons|teams|cent(?:er|re)s|schools|enterprises)\b",
    re.IGNORECASE,
)
# Where an office or a sign is told of for certain; its name is the last group.
TOLD = re.compile(
    r"\b(?:daily|day-to-day|routine) (?:work|affairs|operation) of (?:the )?([^,.;()]{3,120})|\b(office of the [^,.;()]{3,80}) is located in\b|"
    r"\b(?:co-located|work together|works together|jointly) with (?:the )?([^,.;()]{3,100})|"
    r"\b(?:hang|add|bear)\w* the (?:sign|brand|plate)s? of (?:the )?([^,.;()]{3,100})",
    re.IGNORECASE,
)
# Who has, leads or manages whom, signs, coordinating bodies.
STRUCTURE = re.compile(
    r"\b(?:affiliat|subordinat|subsidiar|jurisdiction|dispatch|sign(?:s|board|ed)?\b|brand|plate|co-?locat|leading group|headquarters|joint|"
    r"renam|merg|transfer|led by|leadership of|managed by|under the|consist|divided into|set up|established|internal|in the names? of|called|known as)",
    re.IGNORECASE,
)
# Words in capitals around one that names of units are built around; other bodies are told of by whoever has to do with them.
CAPITAL = r"[A-Z][\w'’&-]*"
NAMED = re.compile(
    rf"(?<![\w'’&-]){CAPITAL}(?:(?: and| &| of(?: the)?| for(?: the)?| on)? {CAPITAL}){{1,11}}(?![\w'’-])"
)
HEAD = re.compile(
    r"\b(?:Offices?|Divisions?|Sections?|Departments?|Bureaus?|Cent(?:er|re)s?|Institutes?|Stations?|Teams?|Committees?|Units?|Branch(?:es)?|"
    r"Brigades?|Detachments?|Squadrons?|Tribunals?|Secretariats?|Laborator(?:y|ies)|Press|Museum|Library)\b"
)
ABOVE = re.compile(
    r"\b(?:State Council|People['’]s|CPC|Party|Standing|Central|Ministry|Province|Provincial|Government|Congress|National|State|School|University|"
    r"Court|Procuratorate|Company|Street|Community|Village|Villagers|Residents|Hospital|Bank|Union|World|United|Asia\w*|International|Special|European|American)\b"
)
BEFORE = re.compile(
    r"\b(?:by|with|from|to|under|and|or|between|at|of|for|in|as|Director|Chief|Head|Secretary|Minister|Leader|Chairman)(?: the| of| of the)?\s?$"
)
BODY = re.compile(r"\b(?:Bureaus?|Committees?|Commission|Ministry|Administration)(?: (?:of|for)\b.*)?$")
# What tells of no unit and no duty: numbers of people, land and money; what was in a year; labels of a page; titles of its parts.
DUTY = (
    r"(?!.{0,200}\b(?:responsible|in charge|undertak|formulat|draft|organiz|guid|supervis|coordinat|manag|implement|handl|promot|investigat|"
    r"sets? up|there are \d+ (?:sections|divisions|departments|offices)))"
)
ASIDE = {
    Said("surroundings of the page"): re.compile(
        r"\s{0,9}(?:From (?:Wikipedia|Wiki)|Jump to|Home ?>|Updated|Released on|Date\b|Source\b|Author\b|Editor\b|Print\b|Share\b|Location ?:|"
        r"(?:Your )?[Cc]urrent (?:location|position)|Website|Websitewww|http|www\.|\(http|Formed|Headquarters|Jurisdiction\b|Parent agency|Child agency|"
        r"Preceding agenc|Agency (?:overview|executive)|Chinese (?:name|site|website)|(?:Simplified|Traditional) Chinese|Commonly abbreviated|Hanyu Pinyin|"
        r"pinyin|Literal meaning|Transcriptions|Entity Type|Founding Date|Current Status|Notice:|Logo of|Click|Service Guide|Warm Tips|"
        r"categori[sz]ation|description:|tab:|work hours|Select your city|Extended data)|"
        r"[^A-Za-z]{1,80}$|\s{0,9}(?:P|Page )?\d{1,4}\s{0,9}$|[\u4e00-\u9fff][^.;]{0,60}$|[^.;]{0,60}\[edit\]?$",
        re.IGNORECASE,
    ),
    Said("title"): re.compile(
        r"\s{0,9}(?:\(?[\dIVX]{1,4}[.)]?\s)?(?:See also|History|Contents|Background|References|External links|Notes|News|Basic Information|"
        r"Institutional information|Organi[sz]ation(?:al)?(?: (?:Map|Chart|Structure|Framework))?|"
        r"(?:Office|Department) (?:Framework|Structure)|Overview|Introduction|"
        r"(?:List of )?Directors|Further reading|Gallery|"
        r"(?:Main )?(?:Functions|Responsibilities|Duties)(?: of [A-Z][\w ]{3,40})?)(?: and [A-Z]\w+)?\s{0,9}:?$"
    ),
    Said("figures of people, land or money"): re.compile(
        rf"{DUTY}.{{0,160}}\b\d[\d,]*\s(?:(?!and\b)\w+ ){{0,2}}?(?:people|persons|members|staff|employees|officers|civil servants|yuan|hectares|square|mu|"
        r"vacancies|volunteers|households|kilomet)|\s{0,9}(?:Its|The) staff\b",
        re.IGNORECASE,
    ),
    Said("what was in a year"): re.compile(
        rf"{DUTY}[^.;]{{0,120}}\b(?:was|were|has been|had been)\b[^.;]{{0,60}}\b(?:19|20)\d\d\b|{DUTY}\s{{0,9}}In (?:19|20)\d\d,|"
        r"\s{0,9}[1-3]?\d, (?:19|20)\d\d$",
        re.IGNORECASE,
    ),
}
# A name with its place or level in front is the same.
OWN = re.compile(r"(?:the|municipal|county|city|provincial|province|district|state|national|bureau|of)+")
# Bodies of all kinds are told of by anybody: alone in front of other words these are no alarm.
OTHERS = re.compile(
    r"\b(?:government|county|bureau|committee|commission|council|ministry|university|school|hospital|company)\Z|"
    r"\bof the [^,]{3,60}(?:bureau|committee|commission|department|ministry|government)\b",
    re.IGNORECASE,
)


def is_name(words: Lexicon, name: str, *, listed: bool = True) -> bool:  # noqa: ARG001
    """Whether a text is the name of a unit or a body: so ends all of it, or what stands in front of its first "of"."""
    name = ARTICLE.sub("", name, count=1).strip(" .")
    if (NO_NAME.search(name) and name.lower() != "office") or len(name.split()) > LONGEST or name[:1].isdigit():
        return False
    heads = (re.split(" (?:of|for) ", name)[0], "" if re.search(r"^\w+s of | of the ", name) else name)
    ends = any(words.ends(head, kind) for head in heads for kind in ("unit", "body", "party"))
    return (ends or bool(POST.search(name))) and not words.matches("duty_verb").match(name)


def subject(words: Lexicon, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The unit that a clause begins with, in front of what it does."""
    found = SUBJECT.match(text, start, end)
    return found.span("name") if found and is_name(words, found["name"]) and not OTHERS.search(found["name"]) else None


def strays(words: Lexicon, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in capitals inside a sentence that are none of other bodies."""
    for found in NAMED.finditer(text, start, end):
        if not HEAD.search(found[0]):
            continue
        begin = found.start() + len("The ") * found[0].startswith("The ")
        cuts = [one.span() for one in AND.finditer(text, begin, found.end())]
        for stop, after in (*cuts, (found.end(), found.end())):
            name = text[begin:stop]
            if stop < found.end() and not (is_name(words, name) and is_name(words, text[after : found.end()])):
                continue
            of_others = ABOVE.search(name) or (BODY.search(name) and BEFORE.search(text, start, begin))
            if HEAD.search(name) and is_name(words, name) and not of_others:
                yield begin, stop
            begin = after
