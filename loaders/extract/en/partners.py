"""Other bodies in machine-translated English duties: with whom, for whom, over whom."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extract.rules.rule import Claim, Rule
from loaders.extract.rules.stretch import Stretch

STOP = "of|the|in|for|to|on|with|by|from|work|business|policies|guidance|system|systems|plan|plans|all|various|other"
PARTS = {
    "CAP": r"(?-i:[A-Z][\w'-]*)",
    "KIND": "(?-i:Bureau|Commission|Department|Committee|Office)",
    "WITH": r"(?:in (?:conjunction|cooperation|coordination|collaboration) with|together with|jointly with|\bwork(?:s|ing)? with|cooperat\w+ with)",
    "WORD": rf"(?!(?:{STOP})\b)[a-z(][a-z()'-]*",
    "HEAD": r"(?:agencies|institutions|organizations|intermediaries|enterprises|associations|schools|colleges(?: and universities)?|"
    r"pharmacies|budget unit|units(?: directly under the \w+)?|departments(?:, commissions, offices and bureaus)?|communities)",
    "PLACE": r"(?:districts?|counties|county|cities)(?: \([^()]{3,24}\))?",
    "PLACES": r"(?:{PLACE}(?:(?:, and |, | and ){PLACE})+|(?:districts|counties)(?: \([^()]{3,24}\))?|district \(county\))",
    "OWN": r"(?:(?-i:(?:[A-Z][\w'-]+ ){1,6}(?:Association|Center|Park|Federation|Society))|(?-i:Association of (?:[A-Z][\w'-]+ ?){1,6}))",
    "PIECE": r"(?:{OWN}|{PLACES}(?: (?:{WORD} ){0,9}?{HEAD})?|(?:{WORD} ){0,9}?{HEAD})",
    "LIST": r"(?P<names>{PIECE}(?:(?:, and |, | and )(?:the |various types of )?(?:{PIECE}|(?:major )?parks)){0,3})(?!\w)",
    "VERB": r"(?:(?:policy|operational|business|comprehensively|comprehensive|overall) )?"
    r"(?:guid(?:e|es|ing|ance)|supervis(?:e|es|ing|ion)|inspect(?:s|ing|ion)?|manag(?:e|es|ing|ement)|regulat(?:e|es|ing)|"
    r"coordinat(?:e|es|ing|ion)|training|planning|improvement)",
    "FRONT": r"(?:^|(?<=, )|(?<=\band )|(?<=\bto )|(?<=\bis )|(?<=\bresponsible for )|"
    r"(?<=\bresponsible for the )|(?<=\bwell as the )|(?<=\bhas the ))",
    "SMALL": r"(?: (?:the|all|various types of|city's|county's|business|work of|business work of|business of))*",
}
UNNAMED = (
    Rule(
        "en.partner.any", "coordinates_with",
        r"(?:{WITH}|coordinat\w+(?: with)?|assist\w*) (?:the )?(?P<names>(?:other )?(?:relevant|related|competent) (?:\w+ )?"
        r"(?:departments|units|parties|authorities|agencies)(?: and (?:institutions|units))?)", hint="relevant related competent",
        finds={"together with the relevant departments": ("relevant departments",)}, leaves=("by the relevant departments",),
    ),
)  # fmt: skip
NAMED = (
    Rule(
        "en.partner.named", "coordinates_with",
        r"(?:in (?:conjunction|cooperation|coordination) with|jointly (?:\w+ )?(?:by|with)) (?:the )?"
        r"(?P<names>(?-i:Municipal |County |Provincial |City )?(?:{CAP} ){1,6}?{KIND}(?: of {CAP}(?:,? (?:and )?{CAP}){0,5})?)", hint="with by",
        finds={"in conjunction with the Municipal Finance Bureau": ("Municipal Finance Bureau",)}, leaves=("with the Municipal Finance Bureau",),
    ),
    Rule(
        "en.partner.class", "coordinates_with",
        r"\b(?:{WITH}|(?:solv|resolv|negotiat|consult)\w*\b[^.;]{0,120}? with) (?:the )?"
        r"(?P<names>(?!relevant|related|competent|other)(?-i:[a-z]+ (?:and )?){1,4}?(?:departments?|unions(?: and enterprises)?))\b", hint="with",
        finds={
            "cooperating with the health and price departments": ("health and price departments",),
            "work with the finance department to manage funds": ("finance department",),
        }, leaves=("together with the Finance Bureau",),
    ),
)  # fmt: skip
ASSIGNED = (
    Rule(
        "en.assigned", "acts_for",
        r"(?<!\bas )(?:assigned|entrusted|authorized|delegated|transferred) (?:to it |and \w+ed )?by (?:the )?(?P<names>[\w ,'-]{4,110}?)"
        r"(?=$|[.;:()]|,| (?:and (?!the|party|municipal|county|city|district|provincial)|to |in |on |for ))", hint="by",
        finds={"other tasks assigned by the county government": ("county government",)}, leaves=("assigned to the county government",),
    ),
)  # fmt: skip
OVERSEES = (
    Rule(
        "en.oversees.its_work", "direct",
        r"(?P<names>{OWN})\W? and (?:to )?(?:provide|give|offer)s? (?P<verb>{VERB}) (?:for|to|over) its (?:business )?work\b", hint="its work",
        finds={"plan the courses of the Harbour Rowing Center and give business guidance to its work": ("Harbour Rowing Center",)},
        leaves=("plan the courses of the Harbour Training Center and provide guidance for teachers",),
    ),
    # What is supervised stands in front, as what the measures are about.
    Rule(
        "en.oversees.measures", "direct",
        r"(?:measures|methods|rules|standards) for (?:the )?(?:administration|management|supervision) of(?P<between>{SMALL}) {LIST}(?: (?:in|of) the city)?"
        r",? and (?:organize|carry out|conduct) (?:the )?(?P<verb>{VERB}(?:,? and \w+)?)(?=\W*$)", hint="measures methods rules standards",
        finds={"draft measures for the management of rowing schools in the city, and organize supervision and evaluation": ("rowing schools",)},
        leaves=("draft measures for the management of rowing schools, and organize supervision of traffic",),
    ),
    Rule(
        "en.oversees.verb", "direct",
        r"{FRONT}(?:to )?(?P<verb>{VERB}(?:(?:, and |, | and ){VERB}){0,4})"
        r"(?P<between>(?: of| to)?{SMALL}|(?: [\w'()-]+(?:,(?! and))?){0,14}? (?:of|in|and){SMALL}|"
        r""
        r""
        r" the implementation of [\w ,'-]{3,120}? by(?: the)?) {LIST}", hint="guid supervis inspect manag regulat coordinat training planning improvement",
        finds={
            "guide and supervise medical insurance agencies": ("medical insurance agencies",),
            "manage talent agencies and training institutions": ("talent agencies and training institutions",),
            "guiding the accounting work of the budget unit": ("budget unit", " the accounting work of the"),
        },
        leaves=("guide the placement of employees",),
    ),
    Rule(
        "en.oversees.licence", "direct",
        r"(?P<verb>\b(?:examination and approval|qualification (?:identification|certification)(?: and assessment)?|"
        r"(?:administrative )?licensing(?: work)?)) of(?P<between>{SMALL}) {LIST}", hint="approval qualification licensing",
        finds={"qualification certification of medical institutions": ("medical institutions",)}, leaves=("approval by the medical institutions",),
    ),
)  # fmt: skip

# What separates partners, and what is one.
SEVERAL = re.compile(r", and |, | and (?:the )?", re.IGNORECASE)
ANY = re.compile("relevant")
OTHERS = re.compile("(?:,| and) ?(?P<name>other (?:relevant )?departments)")
SUPERIOR = re.compile("(?:its )?competent (?:department|bureau)", re.IGNORECASE)
GOVERNMENT = re.compile("government$", re.IGNORECASE)
NO_BODY = re.compile("(?:leader|director|chief|mayor|secretary|head|magistrate)s?$", re.IGNORECASE)
BODY = re.compile(r"Bureau|Commission|Department|Committee|Office|departments?|unions|enterprises")
# What is no body, or so wide that only a verb of its own makes it one.
BARE = re.compile(
    r"(?:(?:relevant|related|competent|other|government|higher|superior)(?: \w+){1,2}|bureaus and institutions|"
    r"(?:(?:some|insured|employing|public|municipal|state) )?(?:enterprises|institutions|organizations|units|departments|agencies))",
    re.IGNORECASE,
)
OVERSEEN = re.compile(r", and (?:the )?|, (?:the )?| and (?:the |various types of )?")
# "Work of" says no more than the verb.
MATTERS = re.compile(r"\b(?!work of\b)\w+ (?:of|in)\b(?! the city)")
PLACE = PARTS["PLACE"]
PLACES = PARTS["PLACES"].replace("{PLACE}", PLACE)
ENDS = re.compile(rf"(?:{PARTS['HEAD']}|{PLACE}|Association|Center|Park)$", re.IGNORECASE)
GOES_ON = re.compile("commissions|offices|bureaus|universities")
# What makes a wide name one of a body, behind "of".
FULLER = rf"(?<=\bof )((?:{PARTS['WORD']})(?: (?:{PARTS['WORD']})){{0,2}}) "
# A body named before, of which more is said.
AGAIN = re.compile(r"(?<=\band )(?P<verb>guide|supervise|inspect|manage) (?:them|it)(?!\w)", re.IGNORECASE)
# Names of one matter that hold "and".
FIXED = r"human resources and social security|labor and social security|labor and personnel"


def fuller(name: Stretch, clause: Stretch) -> Stretch:
    """A wide name that ends a fuller one in front of it, in the same clause, means that: "state-owned enterprises … of enterprises"."""
    said = re.compile(FULLER + re.escape(str(name)) + r"(?!\w)", re.IGNORECASE)
    before = [found.span(1) for found in said.finditer(name.text, clause.start, name.start)]
    return replace(name, start=before[-1][0], end=before[-1][1] + 1 + len(str(name))) if before else name


def may_be(name: str) -> bool:
    """Whether a piece of a list is a name: else "and" stands inside one."""
    return BODY.search(name) is not None


def is_whole(name: str, behind: str) -> bool:
    """Whether a piece of a list is a body, by its end, and does not go on behind the separator."""
    return bool(ENDS.search(name)) and not GOES_ON.match(behind)


def too_wide(claim: Claim, name: Stretch) -> bool:
    """Whether a name is no body, or so wide that only a verb of its own makes it one."""
    if re.match(PLACES, str(claim.names[0])):
        return False
    between = claim.word("between")
    own_verb = between.strip() in ("", "the") and name.text.startswith(" to ", name.end)
    return bool(BARE.fullmatch(str(name))) and not (own_verb or between.endswith((" by", " by the")))


def bounds(claim: Claim, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where each name begins and ends; places of one list are one class of bodies."""
    text = claim.names[0].text
    return list(_joined_places(text, [_last(text, *pair) for pair in pairs]))


def _last(text: str, start: int, end: int) -> tuple[int, int]:
    """Behind "A appraisal and B insurance agencies" stands one body; "training and appraisal institutions" is one."""
    printed = text[start:end]
    parts = re.split(FIXED, printed)[-1].rsplit(" and ", 1)
    if len(parts) == 2 and parts[1].count(" ") >= 2 and not re.match(PLACE, printed):
        return end - len(parts[1]), end
    return start, end


def _joined_places(text: str, pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Districts and counties of one list are one class of bodies."""
    joined: list[tuple[int, int]] = []
    for pair in pairs:
        place = re.match(rf"{PLACE}(?:$| )|(?:major )?parks$", text[pair[0] : pair[1]])
        if joined and place and re.fullmatch(rf"{PLACES}|{PLACE}", text[joined[-1][0] : joined[-1][1]]):
            joined[-1] = (joined[-1][0], pair[1])
        else:
            joined.append(pair)
    yield from joined
