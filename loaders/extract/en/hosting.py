"""Hosted offices in machine-translated English: whose daily work is done, what is located where."""

from loaders.extract.rules.rule import Rule

# A clause without one of these words says nothing of hosting.
HINT = "office secretar group committee commission conference meeting headquarter task_force liaison daily_work located one_roof institution team"
PARTS = {
    "WORK": r"(?:the )?(?:(?:{daily}|related|relevant|regular|ordinary|general|corresponding|administrative)\s{1,9}(?:office |liaison )?"
    r"(?:works?|affairs|business|management|tasks?|operations?)|(?:office |liaison )?(?:works?|tasks?)|"
    r"(?:affairs|business)(?= (?:of|in|for) (?:the )?(?:office|secretariat) ))",
    "DOES": r"(?:undert(?:ak(?:e|es|ing)|ook)|assum\w+ (?:the )?responsibilit(?:y|ies) for|(?:is |are |be )?(?:responsible|charged) (?:for|with)|"
    r"deal(?:s|ing)? with|perform the duties of|(?:,|and) for|handl(?:e|es|ing)|(?:in|take|takes|taking) (?:the )?charge of|"
    r"(?:bear|do|perform|conduct|shoulder|host|attend to)(?:s|es|ing)?|carr(?:y|ies|ying) (?:out|on)|tak(?:e|es|ing) (?:on|care of)|"
    r"(?:assum|execut|manag|organi[sz]|coordinat)(?:e|es|ing))",
    "IS": "(?:is|are|shall be)",
    "HERE": r"(?P<place>(?<=by )[^.;:,]{3,120}|here\b)",
    "THIS": "(?:section|division|department|office|unit|bureau|commission|administration)",
}
PLACED = (
    Rule(
        "en.host.by", "daily_work", r"{WORK} (?:of|in|for) "
        "(?P<names>[^.;:]{4,200}?) {IS} (?:jointly |specifically )?{done} (?:by )?{HERE}", hint="{done}",
        finds={"the daily work of the Talent Leading Group is undertaken by the Talent Section": ("the Talent Leading Group", "the Talent Section")},
        leaves=("the daily work is undertaken by the Talent Section",),
    ),
    Rule(
        "en.host.its-work", "daily_work", r"(?P<names>(?:the )?[^.;:]{4,160}?)['’]s? {daily} (?:works?|affairs|business) {IS} {done} (?:by )?{HERE}",
        hint="{daily}",
        finds={"the Talent Leading Group's daily work is done by the Talent Section": ("the Talent Leading Group", "the Talent Section")},
        leaves=("its daily work is done by the Talent Section",),
    ),
    Rule(
        "en.host.run", "daily_work",
        r"(?P<names>(?:the )?office of (?:(?! is | are )[^.;:]){4,160}?) (?:is|are) (?:jointly )?(?:undertaken|run|held) by "
        r"(?P<place>[^.;:,]{3,120})",
        hint="office_of",
        finds={"the office of the Talent Leading Group is run by the Talent Section": ("the office of the Talent Leading Group", "the Talent Section")},
        leaves=("the office is run by the Talent Section",),
    ),
    Rule(
        "en.host.in", "located",
        r"(?P<names>(?:the )?[^.;:]{4,320}?) (?:is|are|shall be|will be|was) (?:also )?{placed}(?: up)?(?: and located)? (?:(?:in|"
        r"at|to|by|with|under|within) )?"
        r"(?P<place>(?<=in |at |to |by )[^.;:,]{2,110}|(?<=under |.with )[^.;:,]{3,110}|(?<=within )[^.;:,]{3,110}|here\b)", hint="{placed}",
        finds={"the office of the Talent Leading Group is located in the Talent Section": ("the office of the Talent Leading Group", "the Talent Section")},
        leaves=("the office of the Talent Leading Group moves into the Talent Section",),
    ),
    Rule(
        "en.host.is-in", "located", r"(?P<names>(?:the )?[^.;:]{4,200}?) (?:is|are) (?:in|under|at|within) "
        r"(?P<place>(?:this|the) {THIS})(?=\s*(?:[.;:,)]|$))",
        hint="is are",
        finds={"the office of the Talent Leading Group is in this section": ("the office of the Talent Leading Group", "this section")},
        leaves=("the office of the Talent Leading Group is in town",),
    ),
    Rule(
        "en.host.seat", "located", r"(?P<names>(?:the )?[^.;:,]{4,160}?) (?:has )?(?:places|has|sets? up|establish(?:es|ed)) (?:its|an) office "
        r"(?:(?:which is )?(?:set up|located|placed|established|housed) )?in (?P<place>[^.;:,]{3,90})",
        hint="its_office an_office",
        finds={
            "the Talent Leading Group places its office in this section": ("the Talent Leading Group", "this section"),
            "the Talent Leading Group has an office set up in the bureau": ("the Talent Leading Group", "the bureau"),
        },
        leaves=("the Talent Leading Group moves its office",),
    ),
    Rule(
        "en.host.with-it", "located",
        r"\bwith (?P<names>(?:the )?[^.;:,()]{6,160}?) (?:located|set up|set|placed|attached|housed)\b(?P<place>)"
        r"(?: (?:in (?:the|this) (?:section|division|department|office|unit|bureau)|"
        r"in it|here|therein|inside|to it))?(?=\s*(?:[.;:,)]|$))", hint="with",
        finds={"with the office of the Talent Leading Group located in it": ("the office of the Talent Leading Group",)},
        leaves=("with the office of the Talent Leading Group",),
    ),
)  # fmt: skip
# What stands behind the wording is how its names are spoken of.
WORK = (
    Rule(
        "en.host.does", "daily_work daily", r"{DOES} {WORK} (?:of|in|for) (?P<names>[^.;:]{4,220})", hint="of in for",
        finds={"undertake the daily work of the Talent Leading Group": ("the Talent Leading Group",)}, leaves=("undertake the daily work",),
    ),
    Rule(
        "en.host.does-its", "daily_work",
        r"(?:organiz\w+|host\w*|lead\w*|coordinat\w+) "
        r"(?P<names>(?:the )?[^.;:]{4,160}?) and (?:undertake|do|handle) its (?:daily|specific|routine) (?:work|affairs)",
        hint="its",
        finds={"organize the Talent Leading Group and undertake its daily work": ("the Talent Leading Group",)}, leaves=("undertake its daily work",),
    ),
    Rule(
        "en.host.duties-of", "daily_work located",
        r"(?:(?:assum\w+|undertak\w+) (?:the )?responsibilit(?:y|ies) for|(?:perform|"
        r"exercis|bear|fulfil|undertak|assum)\w* the (?:duties|functions|responsibilities) of) "
        r"(?P<names>(?:the )?[^.;:]{0,110}?(?:office|secretariat)[^.;:]{0,160})", hint="office secretariat",
        finds={
            "perform the duties of the Talent Leading Group Office": ("the Talent Leading Group Office",),
            "undertake the responsibilities of the secretariat of the Talent Group": ("the secretariat of the Talent Group",),
        }, leaves=("perform the duties of the staff",),
    ),
    Rule(
        "en.host.holds", "daily_work",
        r"\b(?:hold|host|hous|accommodat|undertak|run|responsible for|in charge of|ha|set up|contain|includ)(?:s|e|es|ve|ing)? "
        r"(?P<names>the (?:office|secretariat) (?:of|for) [^.;:]{4,160})", hint="office secretariat",
        finds={"hosts the office of the Talent Leading Group": ("the office of the Talent Leading Group",)},
        leaves=("leaves the office of the Talent Leading Group",),
    ),
    Rule(
        "en.host.among", "daily_work daily",
        r"(?:^|(?<=[:,;.] )|\band\s)(?:the )?{daily} (?:office )?(?:works?|affairs) (?:of|in|for) (?P<names>[^.;:]{4,220})", hint="{daily}",
        finds={"meetings, daily work of the Talent Leading Group": ("the Talent Leading Group",)}, leaves=("other daily work of the Talent Leading Group",),
    ),
    Rule(
        "en.host.assists", "assists", r"\bassist(?:s|ing)? "
        "(?P<names>the [^.;:,]{0,60}?(?:leading group|committee|headquarters)[^.;:,]{0,90})", hint="assist",
        finds={"assist the Talent Leading Group": ("the Talent Leading Group",)}, leaves=("assist the talents",),
    ),
    Rule(
        "en.host.joins", "assists located", r"\bparticipat\w+ in the (?:daily |specific )?work of (?P<names>the [^.;:,]{3,120})", hint="participat",
        finds={"participate in the work of the Talent Office": ("the Talent Office",)}, leaves=("participate in the Talent Office",),
    ),
)  # fmt: skip
TOGETHER = (
    Rule(
        "en.host.together", "located",
        r"\b(?:co-?located|(?:works?|working|offices?|operates?) (?:jointly|together)|shar(?:es|ing) (?:the |its |an |one |the same )?offices?) with "
        r"(?P<names>(?:[^.;:()]|\([^()]{0,90}\)){4,400})(?!\w)",
        hint="with",
        finds={"co-located with the office of the Talent Leading Group": ("the office of the Talent Leading Group",)},
        leaves=("together with the departments",),
    ),
    Rule(
        "en.host.both", "located",
        r"(?P<place>[^.;:,()]{4,160}?) and (?P<names>(?:the )?(?-i:[A-Z])[^.;:,()]{4,160}?) "
        r"(?:(?:is|are) (?:co-?located|in one place|under one roof)|works? (?:together|jointly))\b",
        hint="located one_place one_roof together jointly", fits="start",
        finds={"The Archives Bureau and Baoji Municipal Archives are co-located": ("Baoji Municipal Archives", "The Archives Bureau")},
        leaves=("The Archives Bureau and its staff are co-located",),
    ),
    Rule(
        "en.host.share", "located",
        r"(?P<place>[^.;:,()]{4,160}?) and (?P<names>(?:the )?(?-i:[A-Z])[^.;:,()]{4,160}?) (?:are|form|have|share|is) (?:both )?"
        r"(?:one|a single|the same|an?) (?:institution|team|set of (?:people|personnel)|office|staff|agency)\b",
        hint="institution team people personnel office staff agency", fits="start",
        finds={"The Archives Bureau and Baoji Municipal Archives share one office": ("Baoji Municipal Archives", "The Archives Bureau")},
        leaves=("The Archives Bureau and Baoji Municipal Archives share files",),
    ),
)  # fmt: skip
# "… and the specific work is undertaken by the section": of the office named last.
REST = (
    Rule(
        "en.host.rest-by", "daily_work",
        r"(?:,| and) (?:and )?(?:the|its|whose) (?P<names>{daily}) (?:works?|affairs) (?:is|are|being|shall be) {done} by (?P<place>[^.;:,]{3,90})",
        hint="{daily}",
        finds={"in the bureau, and its daily work is done by the Talent Section": ("daily", "the Talent Section")},
        leaves=("its work is done by the Talent Section",),
    ),
    Rule(
        "en.host.does-rest", "daily_work",
        r"(?:,| and) (?:and )?(?:with )?(?P<place>the [^.;:,]{3,90}?) (?:being |is )?(?:(?:undertak|"
        r"handl|perform|assum|manag|conduct)(?:es|ing)|(?:do|bear)(?:e?s|ing)|"
        r"carr(?:ies|ying) out|tak(?:es|ing) (?:on|care of|charge of)|responsible for|in charge of) (?:the|its) "
        r"(?P<names>{daily}) (?:works?|affairs)",
        hint="{daily}",
        finds={"in the bureau, with the Talent Section undertaking its daily work": ("daily", "the Talent Section")},
        leaves=("the Talent Section undertakes it",),
    ),
)  # fmt: skip
