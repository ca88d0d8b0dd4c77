"""Who answers for which part of a matter, in machine-translated English."""

from loaders.extract.rules.rule import Rule

PARTS = {
    "BODY": r"(?-i:(?:former )?(?:[A-Z][\w'-]*,? (?:and )?){0,9}?(?:Bureau|Commission|Department|Committee|Office|Administration)"
    r"(?: of (?:[A-Z][\w'-]*)(?:,? (?:and )?[A-Z][\w'-]*){0,6})?)",
    "IS": "(?:is|are|shall be)",
}
SHARES = (
    Rule(
        "en.share.does", "share", r"(?:the )?(?:[\w -]{3,40} of the )?"
        "(?P<names>{BODY}) {IS} responsible for (?P<what>[^,;.]{4,160})", hint="responsible",
        finds={"the Municipal Finance Bureau is responsible for the budget": ("Municipal Finance Bureau", "the budget")},
        leaves=("it is responsible for the budget",),
    ),
    Rule(
        "en.share.falls-to", "share", r"(?P<what>[^,;.]{4,200}?) {IS} the responsibility of (?:the )?(?P<names>{BODY})", hint="responsibility",
        finds={"the budget is the responsibility of the Finance Bureau": ("Finance Bureau", "the budget")},
        leaves=("the responsibility of the Finance Bureau",),
    ),
    Rule(
        "en.share.led", "share",
        r"(?P<what>[^,;.]{4,160}?) {IS} led by (?:the )?(?P<names>{BODY})(?: and jointly \w+ (?:with|by) (?:the )?(?P<with>{BODY}))?", hint="led",
        finds={"the budget is led by the Finance Bureau": ("Finance Bureau", "the budget")}, leaves=("led by the Finance Bureau",),
    ),
)  # fmt: skip
