"""How English sentences of duty begin: with a verb in any of its forms, or with a word that stands for one."""

import re
from collections.abc import Iterable
from functools import cache

from loaders.extract.grammar.lexicon import alternation, lexicon

FORM, FORM_OR_ING = r"(?:[ey]|i?es|s)?", r"(?:[ey]|i?es|s|[a-z]?ing)?"
OBJECT = r"\s+(?:the|an?|all|its|their|out|with|on|for|in)"
NO_GENITIVE = r"\b(?!['’])"
# What says what a body has, in no name.
SPEAKS = re.compile(
    r"\b(?:has|have|had|includes?|keeps|sets|set up|consists? of|comprises?|is composed of)\b", re.IGNORECASE
)
# A unit with a duty directly behind its last word, which is in group 1.
GLUED = re.compile(
    r"\b(office|division|department|section|unit|bureau|center)\s+(?:to|mainly|responsible|in charge|"
    r"also|hangs?|hanging|adds|plus|ha(?:s|ve) the|listed as|with the (?:brands?|signs?|plates?|name)|"
    r"(?:undertak|organi[sz]|formulat|guid|supervis|manag|coordinat|handl|draft|assist|perform|provid|implement|prepar|"
    r"conduct|compil|promot|administ|participat|overse|arrang|bear|serv|tak|lead|carri|do)(?:e?s|ing))\s",
    re.IGNORECASE,
)


@cache
def duty() -> re.Pattern[str]:
    """A verb in any form, or a word that stands for one."""
    return _begins(rf"(?:{_stems('duty_verb', 'duty_noun')}){FORM_OR_ING}|{_words('duty_word')}", NO_GENITIVE)


@cache
def with_object() -> re.Pattern[str]:
    """A verb and its object."""
    return _begins(rf"(?:{_stems('duty_verb')}){FORM_OR_ING}", r"\s")


@cache
def no_name() -> re.Pattern[str]:
    """What no name begins with: "Planning the" and "Work on", but not "Planning" and "Work safety"."""
    verbs, nouns = _stems("duty_verb"), _stems("duty_noun")
    return _begins(
        rf"(?:{verbs}){FORM}|(?:{verbs})[a-z]?ing{OBJECT}|(?:{nouns})(?:{FORM}|[a-z]?ing){OBJECT}|{_words('duty_word')}",
        NO_GENITIVE,
    )


def _begins(what: str, behind: str) -> re.Pattern[str]:
    return re.compile(rf"\s{{0,9}}(?:{what}){behind}", re.IGNORECASE)


def _words(*kinds: str) -> str:
    return alternation(_of(kinds))


def _stems(*kinds: str) -> str:
    return alternation(re.sub("[ey]$", "", verb) for verb in _of(kinds))


def _of(kinds: Iterable[str]) -> list[str]:
    words = lexicon("en").words
    return [word for kind in kinds for word in words[kind]]
