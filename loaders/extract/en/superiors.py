"""How English sentences say whom a body stands under."""

from loaders.extract.rules.rule import Rule

PARTS = {
    "CAP": r"(?-i:[A-Z][\w'’-]*)",
    "KIND": "(?-i:Bureau|Commission|Department|Ministry|Committee|Administration|Office|Council|Government|Federation|University|Congress|Authority|Academy)",
    "OF": r"(?: (?:of|for) (?:the )?{CAP}(?:,? (?:(?:and|of|for) (?:the )?)?{CAP}){0,6})",
    "NAME": r"(?:the )?(?P<names>(?:{CAP}(?:,? (?:and |of |for |the )*)){0,9}?{KIND}{OF}?)(?![\w-]| (?:and (?:{CAP} )*)?{KIND})",
    "WHAT": "(?:institutions?|units?|agency|organ|center|centre|body|organization|department|bureau)",
    "BODY": r"\b(?:is|as|was) (?:a|an|the|one of the) (?:[\w-]+ ){0,8}?{WHAT}(?: at the [\w -]{3,24}? level)?",
    "THEN": r"\b(?:were|formerly|previously|originally|no longer|used to|until)\b[^.;,]{0,30}",
}
RULES = (
    Rule(
        "en.superior.managed", "managed", r"\b(?:managed|administered|supervised) by {NAME}", unless="{THEN}", hint="by",
        finds={"The Grain Bureau is managed by the Development Commission": ("Development Commission",)},
        leaves=("managed by the staff", "It was formerly managed by the Finance Bureau"),
    ),
    Rule(
        "en.superior.belongs", "affiliated", r"{BODY},? (?:which is )?(?:directly )?(?:affiliated (?:to|with)|subordinate to|belonging to|under|of) {NAME}",
        unless="{THEN}",
        finds={
            "The station is a public institution under the Water Bureau": ("Water Bureau",),
            "The center is a unit directly affiliated to the Bureau of Culture": ("Bureau of Culture",),
        },
        leaves=("It is a department of the county", "It guides the units under the Water Bureau"),
    ),
    Rule(
        "en.superior.under", "under",
        r"\b(?:is|are) (?:directly )?(?:affiliated (?:to|with)|subordinate to|attached to|under the (?:jurisdiction|administration|management) of) {NAME}",
        unless="{THEN}",
        finds={"The station is subordinate to the Water Bureau": ("Water Bureau",)}, leaves=("subordinate to the leaders",),
    ),
    Rule(
        "en.superior.led", "led", r"\b(?:under the (?:direct |unified )?leadership of|(?:is|are) led by) {NAME}", unless="{THEN}", hint="lead led",
        finds={"The archive is under the leadership of the Municipal Committee": ("Municipal Committee",)}, leaves=("led by the director",),
    ),
)  # fmt: skip
