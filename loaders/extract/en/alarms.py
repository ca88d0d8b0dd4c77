"""What looks in English like the name of a unit, an institution, an office or a sign, or like a number of them."""

import re
from collections.abc import Iterator

from loaders.extract.document.numbering import number_at
from loaders.extract.ledger.alarms import Known

BETWEEN = re.compile(r"[,;:()|\t/]+|\.(?=\s|$)|\s-\s|\s{2,}")
LAST = "Office|Division|Section|Center|Centre|Station|Institute|Squadron|Detachment|Brigade|Museum|Library|Hospital"
NAME = re.compile(rf"(?:[Tt]he )?[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|and|of|for|the)){{0,8}} (?:{LAST})")
# Words of which one stands in the name of any body or unit.
HOLDS = re.compile(
    rf"\b(?:{LAST}|Bureau|Department|Commission|Committee|Group|Conference|Branch|Association|Government)\b"
)
COUNT = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
WORDS = re.compile(
    r"\b(?:signs?|brands?|plates?) of\b|\b(?:leading|leadership) group\b|\bjoint conference\b|"
    rf"\b(?P<number>{COUNT}) (?:internal |functional )?(?:sections|divisions|departments|offices|organs)\b",
    re.IGNORECASE,
)
# Where an office or a sign is told of for certain.
TOLD = re.compile(
    r"\b(?:hang|add|bear)\w* the (?:sign|brand|plate)|\bdaily work of the (?:office of|[^,.;]{0,60}leading group)|"
    r"\boffice of the [^,.;]{3,80} is located in\b",
    re.IGNORECASE,
)
SPLIT = re.compile(
    BETWEEN.pattern
    + r"|\s(?:and|with|namely|including|has|have|as well as|over|into|under|(?:undertak|operat|establish|manag)\w+|is|are|was|were|"
    r"add(?:s|ed|ing)?|sets? up|such as)\s"
)
LEFT_NAME = re.compile(
    r"(?:[Tt]he |[Aa]n? )?[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|of|for|the)){0,8} "
    rf"(?:{LAST}|Union|Party Committee|Youth League|College|School|House|Hall|Mansion|Hotel|Mall|Press|Company|Corporation|Court|Team|Magazine|Troupe)"
)
# So many items that end as names of units do are no chance.
SEVERAL = 2
# In a sentence that tells what was added or changed, or behind a bracket's "under", any item may be a unit; so may its subject.
TELLS = re.compile(
    r"\b(?:add(?:s|ed|ing)?|set(?:s|ting)? up|establish\w*|chang(?:e|es|ed|ing)|renam\w+|merg\w+|abolish\w*|split)\b|^\s*\(?under\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\s{0,9}(?:[Tt]he )?(?<!\w)(?P<name>[A-Za-z][\w&'’-]{0,30}(?: (?!is|are|has|of the)[\w&'’-]{1,30}){1,6}?) "
    r"(?:undertakes|is responsible|is in charge|organizes|manages|handles)\b"
)
# The same without capitals: no more than an item between the commas of a list of which other items were taken.
ITEM = re.compile(
    r"(?:the |an? )?(?!(?:its|their|this|that|each|other|relevant|all|these|to|in|of|for|by|with)\b)[a-z][\w&'’-]*(?: [\w&'’-]+){0,7}"
)
ITEM_ENDS = (
    "office", "division", "section", "center", "centre", "station", "institute", "squadron", "detachment",
    "brigade", "museum", "library", "department", "court", "team", "Party Committee",
)  # fmt: skip
NUMBERED = re.compile(
    rf"\b(?P<number>{COUNT}) (?:\w+ )?(?:posts|sections|divisions|units)(?=,? namely|:)", re.IGNORECASE
)


def names(said: str) -> Iterator[str]:
    """Every name of a line that nothing took."""
    for piece in BETWEEN.split(said):
        number = number_at(piece)
        name = piece[number.end :].strip() if number else piece.strip()
        if NAME.fullmatch(name):
            yield name


def left(known: Known, said: str) -> Iterator[str]:
    """Every name and number in a gap that no fact took."""
    every = map(str.strip, SPLIT.split(said))
    yield from (piece for piece in every if LEFT_NAME.fullmatch(piece) and not known.has(piece))
    if found := SUBJECT.match(said):
        yield from (name for name in (found["name"],) if name.endswith(ITEM_ENDS) and not known.has(name))
    listed = said.lstrip().startswith(",") or said.rstrip().endswith(",")
    pieces = [piece.strip() for piece in (said.split(",") if listed else SPLIT.split(said))]
    items = [item for item in pieces if item.endswith(ITEM_ENDS) and ITEM.fullmatch(item)]
    if listed or TELLS.search(said) or len(items) > SEVERAL:
        yield from (item for item in items if not known.has(item))
    yield from (found[0] for found in NUMBERED.finditer(said) if not known.counts(found))
