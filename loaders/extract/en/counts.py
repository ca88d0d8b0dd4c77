"""Numbers of units in machine-translated English: what is counted follows from the words around the noun."""

import re
from collections.abc import Iterator

from loaders.extract.document.numbering import ENGLISH

NUMBER = rf"(?:\d{{1,3}}(?: \d)?|{'|'.join(sorted(ENGLISH, key=len, reverse=True))})"
UNIT_NOUN = (
    r"(?:offices|divisions|sections|departments|organs|organi[sz]ations|agencies|institutions?|units|stocks|rooms|branches|"
    r"branch bureaus|bureaus(?! (?:at|is|are|merged|were|of (?:the )?(?:city|county|province))\b)|"
    r"sub-?bureaus|sub-?offices|sub-?halls|halls|squadrons|stations|centers|centres|schools|colleges|hospitals|kindergartens|sub-?agencies|components|"
    r"(?:internal|functional) organi[sz]ation|enterprises and institutions|"
    # "Posts" are people, where no names of them follow.
    r"(?<!leading )(?<!leadership )posts(?=(?: (?:in|of|under) (?:the|this) \w+)?,? ?(?:namely|:),? ?(?!\d|[^.;:]{0,90}\d))|"
    r"(?:(?:internal|functional|inner|built-in|in-house|middle-level) (?:\w+ )?)(?:shares|places|bodies|posts|structures|strands|groups|teams|chambers))"
)
# Whose they are, between the noun and the number behind it.
WHOSE = (
    r"(?:\s(?:directly )?(?:under|of|affiliated to|affiliated with|subordinate to|in|belonging to)(?: [\w'’-]+){0,8}?)?"
)
BRANCHES = (
    r"branch(?:es)?|sub-?(?:bureaus|offices|halls|agencies)|halls|dispatched|detached|resident|stationed|"
    r"squadrons|police stations|outposts?|field|grass-?roots|"
    r"(?:supervision|judicial|justice|tax|financial|finance|forestry|land|law enforcement|township|town) offices"
)
INSTITUTIONS = (
    r"affiliated|subordinate|directly under|public|under (?:the|its|it)\b|second-level|secondary|stations|centers|centres|"
    r"kindergartens|schools|colleges|hospitals"
)
DIVISIONS = (
    r"working|administrative|middle-level|components|offices|bureaus|divisions|sections|departments|organs|stocks|rooms|units|agencies|posts|"
    r"organi[sz]ations"
)
WHAT = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        ("divisions", "internal|functional|inner|built-in|in-house"),
        ("branches", BRANCHES),
        ("institutions", INSTITUTIONS),
        ("divisions", DIVISIONS),
    )
)
# Words that only stand for what is inside a body.
INSIDE = re.compile(r"\b(?:internal|functional|inner|built-in|in-house|divisions|sections)\b", re.IGNORECASE)
# "It administers 3 units": they are no part of it.
LED = re.compile(r"\b(?:administers?|manages|leads|governs?|jurisdiction over)\s*$", re.IGNORECASE)
# How many of those counted have a rank, in front of their names: "3 at county level: A, B and C".
OF_LEVEL = re.compile(rf"(?:and )?{NUMBER} (?:are )?(?:at|of) (?:the )?[\w-]+[ -]level(?: units?)?: ?", re.IGNORECASE)
# Bodies of others: "44 departments of the municipal government".
OTHERS = re.compile(
    r"\s(?:is|are) (?:managed|led|run) by (?:the )?(?:townships?|towns|streets|villages)|"
    r"\s(?:with|of|under) (?:two|three|several|\d) (?:names|brands|signs|plates)\b|"
    r"\s(?:of|from) (?:the |all )?(?:municipal|county|city|provincial|district|state|relevant|other)\b|\sin (?:\w+ ){0,3}(?:districts|counties)",
    re.IGNORECASE,
)
SENT = re.compile(r"\s{0,9}(?:(?:is|are) )?dispatched\b", re.IGNORECASE)
# Units with a rank of their own stand below the body, they are none inside it.
RANKED = re.compile(
    r"\s{0,9}(?:at|of) the (?:deputy )?(?:bureau|department|county|division|section) level\b", re.IGNORECASE
)
UNITS = re.compile(r"\b(?:units|institutions|agencies)$", re.IGNORECASE)
UNDER = re.compile(r"\s{0,9}(?:directly )?under\b", re.IGNORECASE)
# A clause that begins with a year tells what was set up then.
YEAR_FIRST = re.compile(
    r"\W{0,3}(?:(?:in|on|from|by|since|as early as|at the end of|after|before) )?(?:(?:the )?(?:year|spring|autumn|summer|winter|end|beginning) of )?"
    r"(?:(?-i:[A-Z][a-z]+) (?:\d{1,2}, )?(?:of )?)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
MODIFIERS = r"(?:(?:(?!(?:and|of|to|in|for)\b)[\w’'-]+|(?<!s )and(?! \d))\s+){0,6}?"
# Number in front of the noun; behind it; behind it in brackets.
COUNTS = (
    re.compile(
        rf"(?<![\w.-])(?<!\d,)(?P<number>{NUMBER})(?:\s\(\d{{1,3}}\))?\s+(?P<what>{MODIFIERS}{UNIT_NOUN})\b(?=(?P<behind>[^.;,:]{{0,30}}))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<what>(?!bureaus)(?:(?:internal|functional|affiliated|subordinate|working|public|dispatched)\s+)?{UNIT_NOUN})"
        rf"(?:,|:|(?<!units) is|(?<!units) are|)\s{{0,3}}(?P<number>{NUMBER})\b"
        r"(?P<behind>)(?=\s{0,3}(?:[:.,;]|$|name\b|in number\b|in total\b|in all\b))",
        re.IGNORECASE,
    ),
    # Other nouns, where it is said that they belong to a body.
    re.compile(
        rf"(?<![\w.-])(?<!\d,)(?P<number>{NUMBER})\s+(?P<what>{MODIFIERS}(?:bureaus|commissions|committees|teams|detachments|brigades|institutes|companies|"
        r"museums|farms|corps)\s{1,3}(?:(?:is|are) )?(?:directly |all )?(?:dispatched|affiliated|subordinate|under))(?P<behind>)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<what>(?:internal|functional|affiliated|subordinate|dispatched|directly affiliated)\s+(?:\w+\s){{0,2}}?{UNIT_NOUN})(?P<behind>)[^.;]{{4,900}}?"
        rf"\b(?:(?:a total of|totall?ing|altogether) (?P<number>{NUMBER})\b|(?P<last>{NUMBER}) (?:in total|in all|altogether)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<what>(?:(?:internal|functional|affiliated|subordinate|working|public|dispatched)\s+(?:\w+\s+){{0,3}})?{UNIT_NOUN}{WHOSE})\s{{0,3}}"
        rf"\((?:a total of |total |total: )?(?P<number>{NUMBER})(?: in total| in all)?\)(?P<behind>)",
        re.IGNORECASE,
    ),
)

# Behind the last name of a list.
TOTAL = re.compile(
    rf"[\s,.]{{0,6}}(?:etc[\s,.]{{0,6}})?(?:and )?(?:other(?:s| units| institutions)?,? )?"
    rf"(?:(?:a total of|totall?ing|altogether|in total,?|total:?) ({NUMBER})\b|({NUMBER}) (?:in total|in all|altogether)\b)"
    r"(?! (?:staff|people|persons|posts|employees))",
    re.IGNORECASE,
)


def what_of(counted: str, front: str = "") -> str | None:
    """What is counted: divisions, branches or institutions; None where only "institutions" is said."""
    kind = next((kind for kind, pattern in WHAT if pattern.search(counted)), None)
    return "institutions" if LED.search(front) and kind != "branches" else kind


def counts_in(text: str, start: int, end: int) -> Iterator[tuple[str | None, str, int, int]]:
    """What is counted (None where only "institutions" is said), the number as printed, and the span."""
    taken: list[range] = []
    for pattern in COUNTS:
        for hit in pattern.finditer(text, start, end):
            if any(hit.start() in span or hit.end("what") - 1 in span for span in taken) or OTHERS.match(hit["behind"]):
                continue
            taken.append(range(hit.start(), hit.end("what")))
            last = hit.groupdict().get("last")
            number = hit["number"] or last or ""
            ranked = RANKED.match(hit["behind"]) and UNITS.search(hit["what"])
            counted = f"{hit['what']} {hit['behind']}" if UNDER.match(hit["behind"]) else hit["what"]
            sent = SENT.match(hit["behind"])
            yield (
                "branches"
                if sent
                else "institutions"
                if ranked
                else what_of(counted, text[max(start, hit.start() - 30) : hit.start()]),
                number,
                hit.start(),
                max(hit.end("what"), hit.end("number"), hit.end("last") if last else 0),
            )
