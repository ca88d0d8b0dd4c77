"""How machine-translated English clauses tell what a unit does."""

import re

from loaders.extract.rules.rule import Rule

VERBS = re.compile(
    r"\b(?:responsible|in charge of|undertakes?|guides?|supervises?|manages?|organizes?|handles?|implements?|provides?|"
    r"promotes?|drafts?|formulates?|specialized agency for|(?:main|scope of) (?:services?|business) (?:is|are|includes?))\b",
    re.IGNORECASE,
)
# What tells no duty between two commas; what falls to another body there, or to the body itself by its name.
ASIDE = (
    Rule(
        "en.duty.placed", "where it is",
        r"\b(?P<names>(?:is|are) (?:located|set)|(?:has|sets? up|established) an office (?=in|set|located)|"
        r"attached to|shall be set|works under the|co-?located|working (?:together|jointly) with)\b",
        finds={"The office is located in the bureau": ("is located",), "attached to the port": ("attached to",)}, leaves=("locate wells",),
    ),
    Rule(
        "en.duty.document", "the document", r"\b(?P<names>(?:stipulated|specified) separately|interpretation|these (?:provisions|regulations))\b",
        finds={"Posts are specified separately": ("specified separately",), "these provisions": ("these provisions",)}, leaves=("provisions of law",),
    ),
    Rule(
        "en.duty.other-tasks", "other tasks", r"\bother (?P<names>tasks|matters|work|affairs) assigned\b", hint="assigned",
        finds={"Undertake other tasks assigned by the bureau": ("tasks",)}, leaves=("other tasks of supervision",),
    ),
)  # fmt: skip
ANOTHERS = (
    Rule(
        "en.duty.another", "another's",
        r"\b(?:(?:is|are|shall be) (?:the responsibility of|(?:handled|managed|undertaken|carried out|conducted|organi[sz]ed) by)|falls? to) "
        r"the (?P<names>(?:[\w-]{1,20} ){1,6}?(?:departments?|bureau|commission|authorit(?:y|ies)|administration|government))\b(?! of the bureau)",
        finds={"Airport checks are the responsibility of the aviation authority": ("aviation authority",)}, leaves=("is the responsibility of the head",),
    ),
)  # fmt: skip
SUBJECT = re.compile(
    r"(?:The )?(?P<unit>[A-Z][\w&-]{1,20}(?: [\w&-]{2,20}){0,6}?) (?:is (?:mainly )?(?:responsible|in charge)|"
    r"undertakes|guides|supervises|manages|organizes|handles|approves|drafts|formulates)\b"
)
# The last name of a list that stops have cut into clauses, and what a unit consists of.
NO_DUTY = (
    Rule(
        "en.duty.brands", "a sign", r"(?P<names>(?:two|three|double) (?:brands|signs|plates|names))\b",
        finds={'It implements "three brands, one team" with the archive': ("three brands",)}, leaves=("Register the brands of tea",),
    ),
    Rule(
        "en.duty.last-name", "a name", r"(?-i:and the (?P<names>(?:[A-Z][\w-]{1,20} (?:of |and |the )?){1,10}(?:Commission|Committee|Office|Group|Bureau))$)",
        fits="start", hint="and_the", finds={"and the River Chief Office": ("River Chief Office",)}, leaves=("and the office",),
    ),
    Rule(
        "en.duty.consists", "what a unit consists of",
        r"(?P<names>[^.;:,]{2,90}?) (?:consists of|is (?:composed|made up) of)\b", fits="start",
        finds={"The port consists of three docks": ("The port",)}, leaves=("Guide the port",),
    ),
    Rule(
        "en.duty.units", "which units there are",
        r"[^.;:,]{0,60}?\b(?P<names>(?:departments|divisions|sections|offices|units|institutions|organs|agencies)) "
        r"(?:mainly )?(?:include|refer to|comprise|consist of)\b",
        fits="start", finds={"Internal sections include the office": ("sections",)}, leaves=("Guide the sections",),
    ),
)  # fmt: skip
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
