"""Short forms and other translations of the names of English bodies: "the Municipal Bureau of Justice"."""

import re
from functools import lru_cache

from loaders.extract.rules.vocabulary import vocabulary

THIS = re.compile(
    r"(?:this|the|our|it)\s*(?:section|division|department|office|unit|room|stock|share|bureau|center|commission|organ|ministry|administration|federation|association|court|procuratorate|society|union)?$",
    re.IGNORECASE,
)
ABOVE = re.compile(r"(?:the|this|our) (?:bureau|commission|administration|ministry)", re.IGNORECASE)
# The body itself, where no name is given, or where its name says so, too.
ITSELF = frozenset(("office",))
POINTING: tuple[str, ...] = ("this ",)
WHOLE = re.compile("bureau|organ|commission|our|federation|association|court|procuratorate|ministry", re.IGNORECASE)
DEPARTMENTS = ("ministry", "administration", "department")
# A name of so few characters is taken as it is printed.
SHORTEST: int = 0
# No sentence tells in its first words that it is about the units of another body.
# Words that distinguish no body from another of its level.
SMALL = frozenset({"the", "of", "and", "for", "s", "affairs"})
LEVELS = vocabulary("en").meanings("level")
# Nouns that translators take for one another.
NOUNS = frozenset({"bureau", "administration", "department", "commission", "committee"})
OTHER_NOUNS = frozenset({"center", "federation", "association", "court", "procuratorate", "congress"})
# Translations of one Chinese word.
SAME_WORD = vocabulary("en").meanings("same_word")
# "(hereinafter referred to as the Municipal Bureau)".
DECLARED = re.compile(
    r"\(\s?(?:hereinafter|hereafter|herein|below)?,? ?(?:also )?(?:is |be )?(?:referred to|called|abbreviated|known|shortened)(?: below)?"
    r"(?: as| to)? [\"“']?(?:the )?(?P<name>[^()\"”]{3,90}?)[\"”']?\s?\)",
    re.IGNORECASE,
)


def means_body(this: str, unit: str, body: str) -> bool:
    """By the last word, where the unit itself is called otherwise."""
    last = this.lower().split()[-1:]
    if last == unit.lower().split()[-1:]:
        return False
    whole = WHOLE.search(this) is not None
    return whole or (last[0] in DEPARTMENTS and last[0] in body.lower().split() if last else False)


def core(name: str) -> str:
    """A name in small letters, without its article."""
    return re.sub(r"^the ", "", " ".join(name.lower().split()))


@lru_cache(maxsize=10_000)
def _parts(name: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The levels, the nouns and the other words of a name."""
    words = [SAME_WORD.get(word, word) for word in re.findall(r"\w+", core(name))]
    levels = frozenset(LEVELS[word] for word in words if word in LEVELS)
    nouns = frozenset(word for word in words if word in NOUNS or word in OTHER_NOUNS)
    return levels, nouns, frozenset(words) - SMALL - LEVELS.keys() - nouns


def is_short(body: str, name: str) -> bool:
    """Whether a name is that of a body, in full, in a short form or in another translation.

    >>> is_short("Anyuan Municipal Health and Wellness Committee", "the Municipal Health Commission")
    True
    >>> is_short("Anyuan Justice Bureau", "the Provincial Department of Justice")
    False
    """
    short, whole = core(name), core(body).replace("’", "'")
    placed = short.split(" ", 1)[0] in LEVELS and whole.endswith(f" {short}")
    if placed or whole.startswith(f"{short} of the people's government"):
        return True
    if core(name) == core(body):
        return True
    levels, nouns, rest = _parts(name)
    full_levels, full_nouns, full = _parts(body)
    if not nouns or not rest <= full:
        return False
    same_nouns = nouns - {"bureau"} <= full_nouns
    if rest and same_nouns:
        return True
    if not (nouns <= NOUNS and full_nouns & NOUNS) or not _at_level(levels, full_levels):
        return False
    if "committee" in nouns and not full_nouns & {"committee", "commission"}:
        return False
    if rest:
        return True
    # "The Municipal Committee" is the Party's.
    return bool(levels or same_nouns) and (nouns - {"bureau", "administration", "department"} <= full_nouns)


def _at_level(said: frozenset[str], full: frozenset[str]) -> bool:
    """Whether a level of government is that of the body, or may be: many a name has none."""
    above = said & {"province", "nation", "region"}
    return above <= full and (not full or not said or bool(said & full))
