"""What became of duties and bodies, in machine-translated English."""

import re

from loaders.extract.rules.rule import Rule

# What separates bodies that became one.
SEVERAL = re.compile(
    r", and (?:the )?|, (?:the )?| and (?:the )?(?=(?:former )?(?:[A-Z]\w* ){0,4}(?:Bureau|Commission|Department|Committee|Office))"
)
PARTS = {
    "BODY": r"(?-i:(?:former )?(?:[A-Z][\w'-]*,? (?:and )?){0,9}?(?:Bureau|Commission|Department|Committee|Office|Administration)"
    r"(?: of (?:[A-Z][\w'-]*)(?:,? (?:and )?[A-Z][\w'-]*){0,6})?)",
}
WORDS = (
    Rule(
        "en.change.given", "adjust_given", "(?P<names>transferred (?:out )?to|handed over|delegated)",
        finds={"duties handed over": ("handed over",)}, leaves=("given",),
    ),
    Rule(
        "en.change.received", "adjust_received", "(?P<names>transferred (?:in|from)|integrated into|incorporated)",
        finds={"duties transferred in": ("transferred in",)}, leaves=("moved in",),
    ),
    Rule(
        "en.change.dropped", "adjust_dropped", "(?P<names>cancel)",
        finds={"cancel the approval": ("cancel",)}, leaves=("keep",),
    ),
    Rule(
        "en.change.strengthened", "adjust_strengthened", "(?P<names>strengthen)",
        finds={"strengthen relief": ("strengthen",)}, leaves=("weaken",),
    ),
)  # fmt: skip
TO = (
    Rule(
        "en.change.to", "to",
        r"\b(?:(?:assign(?:ed)?|transferred|transfer|handed|hand|given|delegated?)\b[^.;]{0,200}? )?to (?:the )?"
        r"(?P<names>{BODY}|(?-i:[a-z ]{4,40}?(?:organizations|institutions|associations)))", hint="to",
        finds={"transfer the duty to the Municipal Health Bureau": ("Municipal Health Bureau",)}, leaves=("to health",),
    ),
)  # fmt: skip
FROM = (
    Rule(
        "en.change.from", "from", "(?:the )?(?P<names>{BODY})", hint="bureau commission department committee office administration",
        finds={"undertaken by the Civil Affairs Bureau": ("Civil Affairs Bureau",)}, leaves=("the bureau",),
    ),
)  # fmt: skip
FOUNDED = (
    Rule(
        "en.change.founded", "found", r"\b(?:was |were )?"
        r"(?P<names>established|founded|set up) in (?:(?-i:[A-Z][a-z]+) )?(?P<year>(?:19|20)\d\d)\b", hint="in",
        finds={"was founded in March 1958": ("founded", "1958")}, leaves=("was founded in town",),
    ),
)  # fmt: skip
# "After 2010, the Personnel Bureau and the Labour Bureau were merged into": translators part the numbers of a year.
MERGED = (
    Rule(
        "en.change.merged", "merge",
        r"(?P<when>{when}) (?P<year>(?:19|20) ?\d\d),? (?:the )?(?P<names>{BODY}(?:, | and )(?:the )?{BODY}) "
        r"(?:were |was )?(?:merged|integrated|combined) into (?:the )?(?P<after>{BODY})", hint="into",
        finds={"After 2010, the Personnel Bureau and the Labour Bureau were merged into the Talent Bureau":
               ("Personnel Bureau and the Labour Bureau", "After", "2010", "Talent Bureau")},
        leaves=("After 2010, it was merged into the Talent Bureau",),
    ),
)  # fmt: skip
