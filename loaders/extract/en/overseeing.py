"""Whom English clauses say that a unit oversees."""

import re
from collections.abc import Iterator

from loaders.extract.en.partners import PARTS
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch

# What is no body, or so wide that only a verb of its own makes it one.
BARE = re.compile(
    r"(?:(?:relevant|related|competent|other|government|higher|superior)(?: \w+){1,2}|bureaus and institutions|"
    r"(?:(?:some|insured|employing|public|municipal|state) )?(?:enterprises|institutions|organizations|units|departments|agencies))",
    re.IGNORECASE,
)
SEVERAL = re.compile(r", and (?:the )?|, (?:the )?| and (?:the |various types of )?")
# "Work of" says no more than the verb.
MATTERS = re.compile(r"\b(?!work of\b)\w+ (?:of|in)\b(?! the city)")
PLACE = PARTS["PLACE"]
PLACES = PARTS["PLACES"].replace("{PLACE}", PLACE)
ENDS = re.compile(rf"(?:{PARTS['HEAD']}|{PLACE}|Association|Center|Park)$", re.IGNORECASE)
GOES_ON = re.compile("commissions|offices|bureaus|universities")
# Names of one matter that hold "and".
FIXED = r"human resources and social security|labor and social security|labor and personnel"


def is_whole(name: str, behind: str) -> bool:
    """Whether a piece of a list is a body, by its end, and does not go on behind the separator."""
    return bool(ENDS.search(name)) and not GOES_ON.match(behind)


def too_wide(claim: Claim, name: Stretch) -> bool:
    """Whether a name is no body, or so wide that only a verb of its own makes it one."""
    if re.match(PLACES, str(claim.names[0])):
        return False
    between = claim.word("between")
    own_verb = between.strip() in ("", "the") and name.text.startswith(" to ", name.end)
    return bool(BARE.fullmatch(str(name))) and not (own_verb or between.endswith((" by", " by the")))


def bounds(claim: Claim, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where each name begins and ends; places of one list are one class of bodies."""
    text = claim.names[0].text
    return list(_joined_places(text, [_last(text, *pair) for pair in pairs]))


def _last(text: str, start: int, end: int) -> tuple[int, int]:
    """Behind "A appraisal and B insurance agencies" stands one body; "training and appraisal institutions" is one."""
    printed = text[start:end]
    parts = re.split(FIXED, printed)[-1].rsplit(" and ", 1)
    if len(parts) == 2 and parts[1].count(" ") >= 2 and not re.match(PLACE, printed):
        return end - len(parts[1]), end
    return start, end


def _joined_places(text: str, pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Districts and counties of one list are one class of bodies."""
    joined: list[tuple[int, int]] = []
    for pair in pairs:
        place = re.match(rf"{PLACE}(?:$| )|(?:major )?parks$", text[pair[0] : pair[1]])
        if joined and place and re.fullmatch(rf"{PLACES}|{PLACE}", text[joined[-1][0] : joined[-1][1]]):
            joined[-1] = (joined[-1][0], pair[1])
        else:
            joined.append(pair)
    yield from joined
