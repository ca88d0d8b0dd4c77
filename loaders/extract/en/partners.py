"""Other bodies in machine-translated English duties: with whom, for whom, over whom."""

import re

from loaders.extract.rules.rule import Rule

WHOLE = True
STOP = "of|the|in|for|to|on|with|by|from|work|business|policies|guidance|system|systems|plan|plans|all|various|other"
PARTS = {
    "CAP": r"(?-i:[A-Z][\w'-]*)",
    "KIND": "(?-i:Bureau|Commission|Department|Committee|Office)",
    "WITH": r"(?:in (?:conjunction|cooperation|coordination|collaboration) with|together with|jointly with|cooperat\w+ with)",
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
        r"(?P<names>(?!relevant|related|competent|other)(?-i:[a-z]+ (?:and )?){1,4}?(?:departments|unions(?: and enterprises)?))\b", hint="with",
        finds={"cooperating with the health and price departments": ("health and price departments",)}, leaves=("together with the Finance Bureau",),
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
NO_BODY = re.compile("leaders$")
BODY = re.compile(r"Bureau|Commission|Department|Committee|Office|departments|unions|enterprises")


def may_be(name: str) -> bool:
    """Whether a piece of a list is a name: else "and" stands inside one."""
    return BODY.search(name) is not None
