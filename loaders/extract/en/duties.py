"""How machine-translated English clauses tell what a unit does."""

import re

VERBS = re.compile(
    r"\b(?:responsible|in charge of|undertakes?|guides?|supervises?|manages?|organizes?|handles?|implements?|provides?|"
    r"promotes?|drafts?|formulates?|specialized agency for|(?:main|scope of) (?:services?|business) (?:is|are|includes?))\b",
    re.IGNORECASE,
)
SETTING_UP = re.compile(
    r"\b(?:(?:is|are) (?:located|set)|attached to|shall be set|(?:stipulated|specified) separately|interpretation|"
    r"works under the|co-?located|working (?:together|jointly) with|"
    r"these (?:provisions|regulations)|other (?:tasks|matters|work|affairs) assigned)\b",
    re.IGNORECASE,
)
# What falls to another body: "airport checks are the responsibility of the aviation department".
OTHERS = re.compile(
    r"\b(?:(?:is|are|shall be) (?:the responsibility of|(?:handled|managed|undertaken|carried out|conducted|organi[sz]ed) by)|falls? to) "
    r"the (?P<body>(?:[\w-]{1,20} ){1,6}?(?:departments?|bureau|commission|authorit(?:y|ies)|administration|government))\b(?! of the bureau)",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"(?:The )?(?P<unit>[A-Z][\w&-]{1,20}(?: [\w&-]{2,20}){0,6}?) (?:is (?:mainly )?(?:responsible|in charge)|"
    r"undertakes|guides|supervises|manages|organizes|handles|approves|drafts|formulates)\b"
)
# The last name of a list that stops have cut into clauses, and what a unit consists of.
NO_DUTY = re.compile(
    r"and the (?:[A-Z][\w-]{1,20} (?:of |and |the )?){1,10}(?:Commission|Committee|Office|Group|Bureau)$|"
    r"[^.;:,]{2,90}? (?i:consists of|is (?:composed|made up) of)\b|"
    r"[^.;:,]{0,60}?\b(?i:(?:departments|divisions|sections|offices|units|institutions|organs|agencies) (?:mainly )?(?:include|refer to|comprise|consist of))\b"
)
# "Responsible for the management, guidance and supervision of": nouns of doing, one beside the other.
CHAIN = re.compile(
    r"(?:^(?!(?:to )?(?:be )?responsible)|\b(?:responsible|charge) of )(?P<chain>(?:[\w,]+ ){1,12}?)of\b"
)
JOINS = re.compile(r"\band\b|(?<= ),(?= |$)|^,|,$")
# What comes in front of a verb that begins a phrase.
FRONT = (
    r"(?:^|(?<=, )|(?<=\band )|(?<=\bwell as )|(?<=\bresponsible of )|(?<=\bcharge of )|(?<=\bdepartment (?=to )))"
    r"(?:(?:to|be|is|are|also|it|which|comprehensively|specifically|mainly|timely|jointly) ){0,3}"
)
# Nouns of doing are verbs only where a phrase can have no other; "handling of" is a noun.
NOUN_FRONT = r"(?:^|(?<=\bresponsible of )|(?<=\bcharge of )|(?<=\bwell as ))"


def begins(verbs: str, nouns: str) -> re.Pattern[str]:
    """A verb and what comes in front of it, or a noun of doing with its "of"."""
    verb = rf"{FRONT}(?P<verb>{verbs})\b(?!(?<=ing) of\b)"
    return re.compile(rf"{verb}|{NOUN_FRONT}(?P<noun>{nouns}) of\b")
