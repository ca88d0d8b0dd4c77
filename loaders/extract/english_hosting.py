"""How machine-translated English sentences tell of hosted offices: whose daily work is done, what is located where."""

import re

from loaders.extract.office_names import Said

EN_DOES = (
    r"(?:undert(?:ak(?:e|es|ing)|ook)|assum\w+ (?:the )?responsibilit(?:y|ies) for|(?:is |are |be )?(?:responsible|charged) (?:for|with)|"
    r"deal(?:s|ing)? with|perform the duties of|(?:,|and) for|handl(?:e|es|ing)|(?:in|take|takes|taking) (?:the )?charge of|"
    r"(?:bear|do|perform|conduct|shoulder|host|attend to)(?:s|es|ing)?|carr(?:y|ies|ying) (?:out|on)|tak(?:e|es|ing) (?:on|care of)|"
    r"(?:assum|execut|manag|organi[sz]|coordinat)(?:e|es|ing))"
)
DAILY = r"(?:daily|specific|routine|day-to-day|everyday|concrete|detailed|practical)"
EN_WORK = (
    rf"(?:the )?(?:{DAILY}|related|relevant|regular|ordinary|general|corresponding|administrative)?\s{{0,9}}(?:office |liaison )?"
    r"(?:works?|affairs|business|management|tasks?|operations?)"
)
DONE = r"(?:undertaken|done|handled|carried out|performed|borne|assumed|managed|conducted|taken (?:on|charge of))"
ENGLISH_FOR = re.compile(
    r"(?:(?:assum\w+|undertak\w+) (?:the )?responsibilit(?:y|ies) for|(?:perform|exercis|bear|fulfil|undertak|assum)\w* the (?:duties|functions) of) "
    r"(?P<names>(?:the )?[^.;:]{0,110}?office[^.;:]{0,160})",
    re.IGNORECASE,
)
# "hosts the office of the committee"; "the daily work of the committee" among other things that it does.
ENGLISH_HOLDS = re.compile(
    r"\b(?:hold|host|hous|accommodat|undertak|run|responsible for|in charge of|ha|set up|contain|includ)(?:s|e|es|ve|ing)? "
    r"(?P<names>the (?:office|secretariat) (?:of|for) [^.;:]{4,160})",
    re.IGNORECASE,
)
ENGLISH_AMONG = re.compile(
    rf"(?:^|(?<=[:,;.] )|\band\s)(?:the )?{DAILY} (?:office )?(?:works?|affairs) (?:of|in|for) (?P<names>[^.;:]{{4,220}})",
    re.IGNORECASE,
)
ENGLISH_ASSISTS = re.compile(
    r"\bassist(?:s|ing)? (?P<names>the [^.;:,]{0,60}?(?:leading group|committee|headquarters)[^.;:,]{0,90})",
    re.IGNORECASE,
)
ENGLISH_DOES = re.compile(rf"{EN_DOES} {EN_WORK} (?:of|in|for) (?P<names>[^.;:]{{4,220}})", re.IGNORECASE)
ENGLISH_BY = re.compile(
    rf"{EN_WORK} (?:of|in|for) (?P<names>[^.;:]{{4,200}}?) (?:is|are|shall be) "
    rf"(?:jointly |specifically )?{DONE} (?:by )?(?P<place>(?<=by )[^.;:,]{{3,120}}|here\b)",
    re.IGNORECASE,
)
# "The committee office's daily work is done by this section."
ENGLISH_ITS_WORK = re.compile(
    rf"(?P<names>(?:the )?[^.;:]{{4,160}}?)['’]s? {DAILY} (?:works?|affairs|business) "
    rf"(?:is|are|shall be) {DONE} (?:by )?(?P<place>(?<=by )[^.;:,]{{3,120}}|here\b)",
    re.IGNORECASE,
)
ENGLISH_IN = re.compile(
    r"(?P<names>(?:the )?[^.;:]{4,320}?) (?:is|are|shall be|will be|was) (?:also )?"
    r"(?:located|set up|set|attached|situated|placed|housed|established|based|installed|hosted|affiliated)"
    r"(?: up)?(?: and located)? (?:(?:in|at|to|by|with|under|within) )?"
    r"(?P<place>(?<=in |at |to |by )[^.;:,]{2,110}|(?<=under |.with )[^.;:,]{3,110}|(?<=within )[^.;:,]{3,110}|here\b)",
    re.IGNORECASE,
)
ENGLISH_IS_IN = re.compile(
    r"(?P<names>(?:the )?[^.;:]{4,200}?) (?:is|are) (?:in|under|at|within) "
    r"(?P<place>(?:this|the) (?:section|division|department|office|unit|bureau|commission|administration))(?=\s*(?:[.;:,)]|$))",
    re.IGNORECASE,
)
ENGLISH_RUN = re.compile(
    r"(?P<names>(?:the )?office of (?:(?! is | are )[^.;:]){4,160}?) (?:is|are) (?:jointly )?(?:undertaken|run|held) by (?P<place>[^.;:,]{3,120})",
    re.IGNORECASE,
)
ENGLISH_WITH = re.compile(
    r"\b(?:co-?located|(?:works?|working|offices?|operates?) (?:jointly|together)|shar(?:es|ing) (?:the |its |an )?offices?) with "
    r"(?P<names>[^.;:]{4,400})",
    re.IGNORECASE,
)
# "with the office of the committee located in it".
ENGLISH_IN_IT = re.compile(
    r"\bwith (?P<names>(?:the )?[^.;:,()]{6,160}?) (?:located|set up|set|placed|attached|housed)\b(?P<place>)"
    r"(?: (?:in (?:the|this) (?:section|division|department|office|unit|bureau)|in it|here|therein|inside|to it))?(?=\s*(?:[.;:,)]|$))",
    re.IGNORECASE,
)
# "The committee places its office in this section."
ENGLISH_SEAT = re.compile(
    r"(?P<names>(?:the )?[^.;:,]{4,160}?) (?:places|has|sets up|set up) its office in (?P<place>[^.;:,]{3,90})",
    re.IGNORECASE,
)
# "… and the specific work is undertaken by the section": of the office named last.
ENGLISH_REST = re.compile(
    rf"(?:,| and) (?:and )?(?:(?:the|its|whose) {DAILY} (?:works?|affairs) (?:is|are|being|shall be) {DONE} by (?P<place>[^.;:,]{{3,90}})|"
    r"(?:with )?(?P<does>the [^.;:,]{3,90}?) (?:being |is )?(?:(?:undertak|handl|perform|assum|manag|conduct)(?:es|ing)|(?:do|bear)(?:e?s|ing)|"
    rf"carr(?:ies|ying) out|tak(?:es|ing) (?:on|care of|charge of)|responsible for|in charge of) (?:the|its) {DAILY} (?:works?|affairs))",
    re.IGNORECASE,
)
ENGLISH_ITS = re.compile(
    r"(?:organiz\w+|host\w*|lead\w*|coordinat\w+) (?P<names>(?:the )?[^.;:]{4,160}?) and "
    r"(?:undertake|do|handle) its (?:daily|specific|routine) (?:work|affairs)",
    re.IGNORECASE,
)
ENGLISH_JOINS = re.compile(
    r"\bparticipat\w+ in the (?:daily |specific )?work of (?P<names>the [^.;:,]{3,120})", re.IGNORECASE
)
# Pattern, wording, and what its names may be.
ENGLISH_WORK: tuple[tuple[re.Pattern[str], str, Said], ...] = (
    (ENGLISH_DOES, "daily_work", "daily"),
    (ENGLISH_ITS, "daily_work", "named"),
    (ENGLISH_FOR, "daily_work", "named"),
    (ENGLISH_HOLDS, "daily_work", "named"),
    (ENGLISH_AMONG, "daily_work", "daily"),
    (ENGLISH_ASSISTS, "assists", "named"),
    (ENGLISH_JOINS, "assists", "located"),
)
# Translations of one Chinese word in the names of coordinating bodies.
SAME_WORD = {"meeting": "conference", "leadership": "leading", "commission": "committee", "labour": "labor"}
ENGLISH_SAID = (("management of", "daily_management"), ("liaison", "liaison"))
ENGLISH_PLACED = (
    (ENGLISH_BY, "daily_work"),
    (ENGLISH_ITS_WORK, "daily_work"),
    (ENGLISH_RUN, "daily_work"),
    (ENGLISH_IN, "located"),
    (ENGLISH_IS_IN, "located"),
    (ENGLISH_SEAT, "located"),
    (ENGLISH_IN_IT, "located"),
)
# A clause without one of these words says nothing of hosting: looking for them first saves most of the time.
ENGLISH_HINT = re.compile(
    r"office|secretar|group|committee|commission|conference|meeting|headquarter|task force|liaison|daily work",
    re.IGNORECASE,
)
ENGLISH_STANDS = re.compile(r" (?:is|are|shall be) | its office in |\bwith ", re.IGNORECASE)
