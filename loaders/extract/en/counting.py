"""Numbers of units, branches and institutions that English sentences announce, and whose they are."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.document.numbering import ENGLISH, value_of
from loaders.extract.en.whose import speaks_of_itself, tells_of_body
from loaders.extract.en.whose import subject_of as subject_of
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Owners
from loaders.extract.rules.rule import Rule

NUMBER = rf"(?:\d{{1,3}}(?: \d)?|{'|'.join(sorted(ENGLISH, key=len, reverse=True))})"
UNIT_NOUN = (
    r"(?:offices|divisions|sections|departments|organs|organi[sz]ations|agencies|institutions?|(?:sub-?)?units|stocks|rooms|branches|"
    r"branch bureaus|bureaus(?! (?:at|is|are|merged|were|of (?:the )?(?:city|county|province))\b)|"
    r"sub-?bureaus|sub-?offices|sub-?halls|sub-?branches|affiliates|halls|squadrons|stations|centers|centres|schools|colleges|hospitals|kindergartens|sub-?agencies|components|"
    r"(?:internal|functional) (?:organi[sz]ation|(?:section|division|department|office)(?! (?:of|for)\b))|enterprises and institutions|"
    r"(?:groups|teams)(?=(?: under (?:it|the \w+))?,? (?:namely|respectively)\b|:)|"
    # "Posts" are people, where no names of them follow.
    r"(?<!leading )(?<!leadership )posts(?=(?: (?:in|of|under) (?:the|this) \w+)?,? ?(?:namely|:),? ?(?!\d|[^.;:]{0,90}\d))|"
    r"(?:(?:internal|functional|inner|built-in|in-house|middle-level) (?:\w+ )?)(?:shares|places|bodies|posts|structures|strands|groups|teams|chambers))"
)
# Whose they are, between the noun and the number behind it.
WHOSE = (
    r"(?:\s(?:directly )?(?:under|of|affiliated to|affiliated with|subordinate to|in|belonging to)(?: [\w'’-]+){0,8}?)?"
)
BRANCHES = (
    r"(?:sub-?)?branch(?:es)?|sub-?(?:bureaus|offices|halls|agencies)|halls|dispatched|detached|resident|stationed|"
    r"squadrons|police stations|outposts?|field|grass-?roots|"
    r"(?:supervision|judicial|justice|tax|financial|finance|forestry|land|law enforcement|township|town) offices"
)
INSTITUTIONS = (
    r"affiliated|affiliates|subordinate|directly under|public|under (?:the|its|it)\b|second-level|secondary|stations|centers|centres|"
    r"kindergartens|schools|colleges|hospitals"
)
DIVISIONS = (
    r"working|administrative|middle-level|components|offices|bureaus|divisions|sections|departments|organs|stocks|rooms|(?:sub-?)?units|agencies|posts|groups|teams|"
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
    r"\s(?:that serve|which serve|serving)\b|"
    r"\s(?:is|are) (?:managed|led|run) by (?:the )?(?:townships?|towns|streets|villages)|"
    r"\s(?:with|of|under) (?:two|three|several|\d) (?:names|brands|signs|plates)\b|"
    r"\s(?:of|from) (?:the |all )?(?:municipal|county|city|provincial|district|state|relevant|other)\b|\sin (?:\w+ ){0,3}(?:districts|counties)|"
    r"\sin the (?:whole )?(?:city|county|province|country)\b",
    re.IGNORECASE,
)
SENT = re.compile(r"\s{0,9}(?:(?:is|are) )?(?:dispatched|stationed)\b", re.IGNORECASE)
# Units with a rank of their own stand below the body, they are none inside it.
RANKED = re.compile(
    r"\s{0,9}(?:at|of) the (?:deputy )?(?:bureau|department|county|division|section) level\b", re.IGNORECASE
)
UNITS = re.compile(
    r"\b(?:units|institutions?|agencies|organi[sz]ations|organs|bodies|schools|stations|cent(?:er|re)s|hospitals)$",
    re.IGNORECASE,
)
UNDER = re.compile(r"\s{0,9}(?:directly )?under\b", re.IGNORECASE)
AFFILIATED = re.compile(r"\s{0,9}(?:(?:are|is) )?(?:directly )?(?:affiliated|subordinate|attached)\b", re.IGNORECASE)
# A clause that begins with a year tells what was set up then.
YEAR_FIRST = re.compile(
    r"\W{0,3}(?:(?:in|on|from|by|since|as early as|at the end of|after|before) )?(?:(?:the )?(?:year|spring|autumn|summer|winter|end|beginning) of )?"
    r"(?:(?-i:[A-Z][a-z]+) (?:\d{1,2}, )?(?:of )?)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
MODIFIERS = (
    r"(?:(?:(?!(?:and|of|to|in|for|with|staff|people|employees|persons|members)\b)[\w’'-]+|"
    rf"(?<!s )and(?! {NUMBER}\b))\s+){{0,6}}?"
)
# "More than 20 sections" gives no number.
NOT_MORE = r"(?<!more than )(?<!has over )(?<!and over )(?<!about )(?<!nearly )"
# Number in front of the noun; behind it; behind it in brackets.
COUNTS = (
    re.compile(
        rf"(?<![\w.-])(?<!\d,){NOT_MORE}(?P<number>{NUMBER})(?:\s\(\d{{1,3}}\))?\s+(?P<what>{MODIFIERS}{UNIT_NOUN})\b(?=(?P<behind>[^.;,:]{{0,30}}))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<what>(?!bureaus)(?:(?:internal|functional|affiliated|subordinate|working|public|dispatched)\s+)?{UNIT_NOUN})"
        rf"(?:,|:|(?<!units) is|(?<!units) are|)\s{{0,3}}(?P<number>{NUMBER})\b(?!\.\d)"
        r"(?P<behind>)(?=\s{0,3}(?:[:.,;]|$|name\b|in number\b|in total\b|in all\b))",
        re.IGNORECASE,
    ),
    # Other nouns, where it is said that they belong to a body.
    re.compile(
        rf"(?<![\w.-])(?<!\d,){NOT_MORE}(?P<number>{NUMBER})\s+(?P<what>{MODIFIERS}(?:bureaus|commissions|committees|teams|detachments|brigades|institutes|companies|"
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
# Units beside a number: "an office, a duty room and three sections", "three sections and two departments", "two sections, namely A and B, and one office".
ONE = r"(?:an?|one)\s(?:[A-Za-z-]+\s){0,4}?(?:office|department|division|section|bureau|unit)\b"
AND = r"(?:,? and|,|,? plus|,? as well as)\s"
ONES_IN_FRONT = re.compile(rf"\b(?:{ONE}{AND}){{1,4}}$", re.IGNORECASE)
ONES_BEHIND = re.compile(rf"(?:{AND}{ONE}){{1,4}}(?=[\s,.;:]|$)", re.IGNORECASE)
ONES = re.compile(ONE.replace(r"\s", r"\s(?P<name>", 1) + ")", re.IGNORECASE)
GOES_ON = re.compile(
    rf"{AND}(?:another )?|,? ?(?:namely|:)(?:(?!\btotal|\baltogether)[^.;]){{4,300}},? and ", re.IGNORECASE
)
# Behind the last name of a list.
AND_MORE = re.compile(
    rf"[\s,.]{{0,6}}(?:etc[\s,.]{{0,6}})?(?:and )?(?:other(?:s| units| institutions)?,? )?"
    rf"(?:(?:a total of|totall?ing|altogether|in total,?|total:?) ({NUMBER})\b|({NUMBER}) (?:in total|in all|altogether)\b)"
    r"(?! (?:staff|people|persons|posts|employees))",
    re.IGNORECASE,
)
NOTHING = (
    Rule(
        "en.count.none", "no divisions", "(?P<names>no internal (?:units|institutions|divisions|departments))", hint="no_internal",
        finds={"There are no internal divisions": ("no internal divisions",)}, leaves=("the 5 internal divisions",),
    ),
)  # fmt: skip


def what_of(counted: str, front: str = "", behind: str = "") -> str | None:
    """What is counted: divisions, branches or institutions; None where only "institutions" is said.

    `front` and `behind` are the words around it: "departments under the bureau" are its own, "units under the bureau" stand below it.
    """
    if SENT.match(behind):
        return "branches"
    units = UNITS.search(counted)
    if units and RANKED.match(behind):
        return "institutions"
    below = AFFILIATED.match(behind) or (units and UNDER.match(behind))
    whole = f"{counted} {behind}" if below else counted
    kind = next((kind for kind, pattern in WHAT if pattern.search(whole)), None)
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
            yield (
                what_of(hit["what"], text[max(start, hit.start() - 30) : hit.start()], hit["behind"]),
                number,
                hit.start(),
                max(hit.end("what"), hit.end("number"), hit.end("last") if last else 0),
            )


def ones_in_front(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of the units beside a number of others: "an office and three sections"."""
    front = ONES_IN_FRONT.search(text, start, end)
    yield from ((hit.start("name"), hit.end()) for hit in (ONES.finditer(text, front.start(), end) if front else ()))


def added_up(text: str, start: int, end: int) -> Iterator[tuple[str | None, int, int, int]]:
    """The same with numbers of divisions added up where one sentence names several parts, from left to right; a unit beside them counts one."""
    sums: list[tuple[str | None, int, int, int]] = []
    for what, printed, begin, stop in sorted(counts_in(text, start, end), key=lambda one: one[2]):
        number = value_of(printed) or 0
        if what == "divisions":
            if sums and sums[-1][0] == what and GOES_ON.fullmatch(text, sums[-1][3], begin):
                _, more, begin, _ = sums.pop()
                number += more
            elif front := ONES_IN_FRONT.search(text, start, begin):
                number, begin = number + len(list(ONES.finditer(front[0]))), front.start()
            if behind := ONES_BEHIND.match(text, stop, end):
                number, stop = number + len(list(ONES.finditer(behind[0]))), behind.end()
        sums.append((what, number, begin, stop))
    yield from sums


def found(line: int, text: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    """Bare "institutions" are divisions where their list follows below, else institutions."""
    for what, number, begin, stop in added_up(text, start, end):
        last = not text[stop:end].strip(" .:")
        kind = what or ("divisions" if last else "institutions")
        yield kind, str(number), Span(line, begin, stop)


def is_looked_after(owners: Owners, text: str, statement: Statement, before: int) -> bool:
    """What a sentence about a unit counts is what the unit looks after, but for one that says what the body has."""
    return statement.owner.kind == "division" and not tells_of_body(owners, text, statement, before)


def meant(owners: Owners, text: str, statement: Statement, owner: Draft, what: str, where: Span) -> str:
    """What is counted: a unit has divisions, and what a section about institutions counts are these."""
    if owner.kind in ("division", "party_unit") and what in ("institutions", "branches"):
        return "divisions"
    if what == "divisions" and statement.section == "institutions":
        own = speaks_of_itself(owners, text, statement, where.start)
        return "institutions" if own and not INSIDE.search(text, where.start, where.end) else what
    return what


def is_counted(front: str) -> bool:
    """Whether bodies are counted in front of a list."""
    return any(counts_in(front, 0, len(front)))


def counts_others(text: str, start: int, end: int) -> bool:
    """Whether what is counted last in front of a list is no division."""
    counted = list(counts_in(text, start, end))
    last = max(counted, key=lambda one: one[2]) if counted else None
    if last and last[0] is None:
        return OF_LEVEL.search(text, last[3], end) is not None
    return last is not None and last[0] in ("institutions", "branches")
