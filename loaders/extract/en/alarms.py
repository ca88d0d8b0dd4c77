"""What looks in English like the name of a unit, an institution, an office or a sign, or like a number of them."""

import re

from loaders.extract.grammar.lexicon import Lexicon

# What separates the items of a line, the brackets and the colons around them.
MARKS = re.compile(r"[():]|[,;|\t/]+|\.(?=\s|$)|\s-\s|\s{2,}")
# A list ends at these where no name stands in front, and goes on at every other sign.
ENDS: tuple[str, ...] = (";", "")
# What stands in the name of any body or unit.
HOLDS = re.compile("[A-Za-z]{3}")
COUNT = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# What is set up, had or hung stands behind these; a list goes on behind its own words.
FRONT = re.compile(
    r"\b(?:consist(?:s|ed|ing)? of|composed of|made up of|compris\w+|has|have|had|includ(?:es?|ed|ing)|namely|such as|following|"
    r"operates?|as well as|"
    r"(?:set(?:s|ting)?|divid\w+) (?:up|into)|establish(?:es|ed|ing)?|add(?:s|ed|ing)?|are(?= the [A-Z])|"
    r"(?:hang|bear|carr|retain)\w* (?:the )?(?:sign|brand|plate)s?(?: of)?|(?:signs?|brands?|plates?) of)\b:?\s?(?:the )?",
    re.IGNORECASE,
)
BEHIND = re.compile(r"\s(?:brand|sign|plate|etc|and so on|and other \w+)\.?$", re.IGNORECASE)
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
    r"^(?:(?:affiliated|subordinate|directly|dispatched|functional|working|component|constituent|government|public|second-level|branch|market|supervision)"
    r" ){1,3}"
    r"(?:institution|agency|unit|organ|office|department|section)s?(?: of .*)?$|(?:(?-i:institution)|institutions|agencies|units|organs)$|"
    r"^(?:units|institutions)\b|^\w+ing for\b|^(?:departments?|divisions?|sections?) (?:directly|of (?:labou?r$|responsibilit))|^directly\b",
    re.IGNORECASE,
)
# Posts are set up as units are.
POST = re.compile(r"\bposts?\Z", re.IGNORECASE)
SUBJECT = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Za-z][\w&'’-]{0,30}(?: (?!is|are|has)[\w&'’-]{1,30}){0,8}?) "
    r"(?:shall|will|undertakes|is (?:mainly )?responsible|is in charge|organizes|manages|handles)\b"
)
NUMBERED = re.compile(
    rf"\b(?P<number>{COUNT}) (?:\w+ )?(?:posts|sections|divisions|units|departments|offices)(?=,? namely|:)",
    re.IGNORECASE,
)
# Where an office or a sign is told of for certain; its name is the last group.
TOLD = re.compile(
    r"\b(?:daily|day-to-day|routine) (?:work|affairs|operation) of (?:the )?([^,.;()]{3,120})|\b(office of the [^,.;()]{3,80}) is located in\b|"
    r"\b(?:co-located|work together|works together|jointly) with (?:the )?([^,.;()]{3,100})|"
    r"\b(?:hang|add|bear)\w* the (?:sign|brand|plate)s? of (?:the )?([^,.;()]{3,100})",
    re.IGNORECASE,
)
# A name with its place or level in front is the same.
OWN = re.compile(r"(?:the|municipal|county|city|provincial|province|district|state|national|bureau|of)+")
# Bodies of all kinds are told of by anybody: alone in front of other words these are no alarm.
OTHERS = re.compile(
    r"\b(?:government|county|bureau|committee|commission|council|ministry|university|school|hospital|company)\Z|"
    r"\bof the [^,]{3,60}(?:bureau|committee|commission|department|ministry|government)\b",
    re.IGNORECASE,
)


def is_name(words: Lexicon, name: str, *, listed: bool = True) -> bool:  # noqa: ARG001
    """Whether a text is the name of a unit or a body: so ends what stands in front of its first "of"."""
    name = ARTICLE.sub("", name, count=1).strip(" .")
    if (NO_NAME.search(name) and name.lower() != "office") or len(name.split()) > LONGEST or name[:1].isdigit():
        return False
    head = re.split(" (?:of|for) ", name)[0]
    ends = any(words.ends(head, kind) for kind in ("unit", "body", "party"))
    return (ends or bool(POST.search(name))) and not words.matches("duty_verb").match(name)


def subject(words: Lexicon, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The unit that a clause begins with, in front of what it does."""
    found = SUBJECT.match(text, start, end)
    return found.span("name") if found and is_name(words, found["name"]) and not OTHERS.search(found["name"]) else None
