"""How machine-translated English sentences tell of institutions, branches, Party units and second names of bodies."""

import re

IS = re.compile(
    r"(?P<names>[^.;:]{4,600}?)(?: was (?:established|founded|set up) in [\d-]{4,7}, which)? (?:is|are) (?:an? |the )?"
    r"(?:(?!institution|unit|(?:in|at|by|to|this|the|composed|divided|made)\b)[\w-]{1,30} ){0,8}?(?:institutions?|units?)\b"
    r"(?: (?:affiliated|subordinate|belonging)(?: to| of)?| under| of| directly under)?(?P<owner>[^.;:,]{0,100})",
    re.IGNORECASE,
)
UNDER = re.compile(
    r"(?P<names>[^.;:]{4,900}?) (?:belongs? to|(?:is|are) (?:all |both )?"
    r"(?:(?:an? |the )?(?:[\w-]{1,30} ){0,3}?(?P<sent>dispatched|branch) (?:agenc\w+|institutions?|offices?) (?:of|under)|"
    r"(?:an? |the )(?:(?!(?:in|at|by|to|this|the)\b)[\w-]{1,30} ){0,7}?(?:(?P<organ>administrative (?:organ|agency|body))|"
    r"agency|organ|body|organi[sz]ation|team|force|brigade|detachment) "
    r"(?:directly )?(?:under|affiliated (?:to|with)|subordinate to|belonging to|attached to)(?= (?:the|this|our)\b)|"
    r"(?:directly )?(?:affiliated|subordinate) to|institutions (?:subordinate to|under|affiliated to)))"
    r" (?P<owner>(?:the )?[^.;:,]{3,100})",
    re.IGNORECASE,
)
PARTY_SET = re.compile(
    r"(?:\bthere (?:is|are)(?: also)? (?:a |the )?(?P<there>[^.;:]{6,160}?)(?= on |,|$)|"
    r"(?:(?:in addition|besides|moreover|also),? )?(?P<names>(?:the )?[^.;:]{6,160}?),? "
    r"(?:is|are) (?:also |separately |additionally )?set up\b(?! (?:in(?! accord)|at|under))|"
    r"\b(?:units|institutions|organs|divisions|departments|sections|offices)(?:,? and|,) (?:an? |the )?(?!\d)"
    r"(?P<besides>[^.;:,]{0,40}\bparty (?:committees?|branch)\b(?:(?! and (?:some )?other )[^.;:,]){0,40})(?=\s*(?:[:.,;]|$)| and (?:some )?other )|"
    r"\bsets up (?:an? |the )?(?P<sets>[^.;:]{6,120})|"
    r",\s(?P<listed>(?:and )?the (?:organs? of the )?party [^.;:,]{6,120}?)(?: is| are)? set up (?:in accordance|according|as required))",
    re.IGNORECASE,
)
OPERATES = re.compile(
    r"(?:^|(?<=[.;] ))(?:it|the \w+) (?:also )?(?:operates|runs|publishes) (?:the )?(?P<names>(?-i:[A-Z])[^.;:,]{4,90})",
    re.IGNORECASE,
)
NAMELY = re.compile(
    r"\b(?:(?:secondary|second-level|affiliated|subordinate) (?:public )?(?:units|institutions?)|institutions? under (?:it|(?:the|this) \w+))"
    r"(?: include|:|, namely| are:?| is|(?<=institution),|,? (?:which is )?(?:called|named)) (?P<names>[^.;:]{4,600})",
    re.IGNORECASE,
)
# Among institutions: "after the reform, the county water center (…) was newly established".
NEW = re.compile(
    r"(?:^|(?<=[,.] )|(?<=in ))(?P<names>(?:the |an? )?(?:[\w'’-]+ ){2,11}?(?:\([^()]{3,90}\) )?)(?:is|was|were|has been) "
    r"(?:newly |re-?|formally |officially )?(?:established|set up|founded|formed)\b",
    re.IGNORECASE,
)
THERE = re.compile(
    r"\b(?:under (?:the|this) \w+ there|(?:affiliated|subordinate) to (?:the|this) \w+) (?:are|is) (?P<names>[^.;:]{4,600})",
    re.IGNORECASE,
)
SETS_UP = re.compile(r"\bsets up (?P<names>(?!\d|\w+ branches)(?:the )?[\w ,-]{4,160}? Branch(?:es)?)\b")
# A list that says whose it is: "under the bureau".
OF_BODY = re.compile(
    r"\b(?:under|of|in) (?:the|our|this) (?:bureau|commission|administration|committee|department|federation|court|ministry)\b",
    re.IGNORECASE,
)
# A sentence that speaks of bodies below this one; their names may follow in the next.
BELOW = re.compile(
    r"\b(?:institutions|units) (?:directly )?under|(?:affiliated|subordinate) (?:units|institutions)", re.IGNORECASE
)
AS_INSTITUTIONS = re.compile(
    r"\b(?:has set up|sets up|has|have|establishes)\s+(?:the )?(?P<names>[^.;:]{4,600}?)"
    r"(?: as (?:its )?(?:\w+ ){0,3}(?:institutions|units)|,?(?: and)? other (?:\w+ )?(?:subordinate|affiliated|public) (?:\w+ )?(?:institutions|units)|"
    r" under (?:its|the) (?:jurisdiction|management|leadership|administration)| under it)\b",
    re.IGNORECASE,
)
MANAGED = re.compile(
    r"(?P<names>(?:the )?[^.;:,]{4,120}?) (?:is|are) "
    r"(?:(?:(?:an? |the )?[a-z ]{0,30})?(?:managed|administered) by|"
    r"under the (?:administration|management|leadership|jurisdiction) of) (?P<owner>[^.;:,]{3,120})",
    re.IGNORECASE,
)
# "The bureau manages the station, a public institution."
MANAGES = re.compile(
    r"(?P<owner>[^.;:,]{3,80}?) (?:directly )?(?:manages|administers|leads) (?:the )?(?P<names>(?-i:[A-Z])[^.;:,]{4,120}?), "
    r"(?:which is )?an? [\w ]{0,40}?\binstitution\b",
    re.IGNORECASE,
)
# A unit that a sentence tells of by what it does, and no list names.
DOES = re.compile(
    r"(?:the )?(?P<names>party committee of the (?:organ|bureau|agency|commission|department|authority)|"
    r"(?:(?:agency|organ|bureau|logistics|office) )?service cent(?:er|re)|"
    r"[^.;:,]{6,90}?\b(?:college|school|cent(?:er|re)|institute|station|press)(?=,? (?:which is )?affiliated to))"
    r"(?:,? (?:which is )?affiliated to (?P<owner>[^.;:,]{3,110}?),?)? (?:undertakes|is responsible|is in charge|manages|handles)\b",
    re.IGNORECASE,
)
# One unit that a body has set up, and what it is for.
FOUNDED = re.compile(
    r"\b(?:has (?:newly )?(?:established|set up)|sets up) (?:an? |the )(?P<names>[^.;:,]{6,90}?)"
    r"(?=,? (?:whose|which|to|for|responsible|in charge)\b|[.;,]|$)",
    re.IGNORECASE,
)
# The offices that one of the leaders looks after, in the sentence behind the post.
LED = re.compile(
    r"(?:(?:and|is|also|he is|she is) )*(?:responsible for|in charge of|(?:assists? )?in managing) (?:the )?(?:work of (?:the )?)?"
    r"(?P<names>[^.;:()]{6,300}?)[\s.]*(?:\([^()]*\)?)?$",
    re.IGNORECASE,
)
POST = re.compile(
    r"^(?-i:[A-Z][a-z]+ [A-Z][a-z]+), |^[^.;:(]{0,160}"
    r"\b(?:director|secretary|chief|inspector|(?:leading |party )members?|commissioner|counsel|investigator|head)s?\b[^.;]{0,90}[,:.]",
    re.IGNORECASE,
)
# Units inside a body that got new names.
RENAMED = re.compile(
    r"\b(?:former|original) (?P<former>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|and|for|the|&)){0,9})(?: \([^()]{3,90}\))? "
    r"(?:is|was|were|has been) renamed (?:as |to )?(?:the )?(?P<name>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|and|for|the|&)){0,9})"
)
BRACKETED = (re.compile(r"\b(?P<name>[A-Z][^.;:,()]{5,80}?)\s{0,3}\((?P<inner>[^()]{4,120})\)"),)
# Among duties, too, such words begin a list of units.
ANNOUNCES = re.compile(
    r"\b(?:internal|functional|affiliated|subordinate) (?:public )?(?:institutions|units|departments|organs|agencies|sections)\b[^.;:]{0,60}?"
    r"(?::| includ\w+| are:?) ",
    re.IGNORECASE,
)
RETIRED = re.compile(
    r"^(?:(?:offices?|bureau|division|department|section|unit) (?:of|for) (?:the )?(?:(?:retired|veteran) (?:cadres|officials|personnel|staff)|retirees)|"
    r"(?:the )?(?:retired|veteran) (?:cadres?|officials|personnel|staff) (?:\w+ )?(?:office|bureau|division|department|section|unit)|"
    r"(?:the )?(?:organization and )?personnel (?:and (?:education|organization) )?(?:office|bureau|division|department|section|unit))$",
    re.IGNORECASE,
)
BRANCHES = re.compile(r"\b(?:branches|dispatched offices|branch offices)\s*:\s*(?P<names>[^.;:]{4,300})", re.IGNORECASE)
# A clause without one of these words says nothing of how a body stands: looking for them first saves most of the time.
STANDS = re.compile(r" (?:is|are|was|were|belongs?|sets? up|ha(?:s|ve)|undertakes|manages|handles) ", re.IGNORECASE)
