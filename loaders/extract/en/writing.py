"""How English is written: words between blanks, a capital where a heading begins."""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.extract.grammar.lexicon import alternation

NAME: str = "English"
GAP: str = " "
BOUND: str = r"\b"
TRANSLATED: bool = True
DATE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},? \d{4}"
)
WORD = re.compile("[A-Za-z]+")
# The commonest words of documents of this kind, and those of pages in other languages of Latin letters.
COMMON = frozenset(("the", "of", "and", "to", "for", "office", "bureau", "section", "division", "department"))
OTHERS = frozenset(
    ("de", "la", "le", "les", "et", "des", "du", "der", "die", "und", "das", "el", "los", "y", "que", "di")
)
# What no sentence and no heading ends with; a list that goes on, and the rest of one of its names.
UNFINISHED: re.Pattern[str] = re.compile(r"\s(?:of|the|and|for|to|by|with)$")
LIST = re.compile(r", (?:[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|and|for|the|&)){0,7})\s*$")
PART = re.compile(r"\s*[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|and|for|the|&)){0,7}(?:[,.;]|$)")
# Of so many words one is common.
SHARE = 20
# A line out of a sentence.
SENTENCE = re.compile(
    r"[,.;] |\([^()]*$|,$|^\s*\S+ [a-z]+ [a-z]+ |\b(?:of|the|and|for|in|to|by|with|a|an|is|are)$|^\s*[a-z(]"
)
# "The city's" is said of everything; of other owners only the mark goes.
POSSESSIVE = re.compile(r"\b(?:city|county|district|province|bureau|organ)['’]s\b|['’]s?(?!\w)")
# Said of every duty; between a verb and its object it would part them.
ADVERBIAL = re.compile(r",? in accordance with (?:the )?(?:laws?|provisions|regulations|relevant regulations),?(?= )")
SAYS = re.compile(r"\b[a-z]{2,}[^s\W]s (?:the|an?|full|all|its|their|help) ", re.IGNORECASE)
SMALL_WORDS = {"in": "of", "for": "of", "on": "of", "from": "of", "labour": "labor", "the": "", "a": "", "an": ""}


def is_written(text: str) -> bool:
    """By its commonest words: a page in another language of Latin letters has more of its own."""
    words = WORD.findall(text)
    common = sum(word.lower() in COMMON for word in words)
    other = sum(word.lower() in OTHERS for word in words)
    return common > other and common * SHARE > len(words)


def is_inside(line: str, following: str) -> bool:
    """By the small letter that follows it, by the small word that it ends with; or both are parts of one list between commas."""
    return following.lstrip()[:1].islower() or bool(
        UNFINISHED.search(line.rstrip()) or line.rstrip().endswith(",") or (LIST.search(line) and PART.match(following))
    )


def goes_on(line: str, following: str) -> bool:
    """What begins with a capital may be the next heading."""
    return not following.lstrip()[:1].isupper() or bool(SENTENCE.search(line))


def evened(text: str) -> str:
    """In one form: lower case, singular, without articles, hyphens and brackets; other signs are commas."""
    words = re.findall(r"[a-z0-9]+|[^a-z0-9\s()-]", POSSESSIVE.sub("", ADVERBIAL.sub("", text.lower())))
    return " ".join(filter(None, (_evened(word) if word[0].isalnum() else "," for word in words)))


@lru_cache(maxsize=10_000)
def _evened(word: str) -> str:
    if word in SMALL_WORDS:
        return SMALL_WORDS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def ends(name: str, words: Sequence[str]) -> bool:
    """By its last word, where no verb and its object stand in front of it: "the director leads the office"."""
    return re.split(r"[\s-]", name)[-1] in words and not (" " in name and SAYS.search(name))


def field(names: str, without_head: Sequence[str]) -> str:
    """Also in front of whose it is: "telephone number of the bureau:"."""
    whose = rf"(?:{alternation(without_head)})(?= (?:numbers? )?(?:of|for) [^.;:]{{3,60}}:)"
    return rf"\s*({names}|{whose})[^:]{{0,80}}:"


def bare(name: str) -> str:
    """In small letters."""
    return name.lower()
