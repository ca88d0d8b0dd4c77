"""Names of bodies wherever an English document prints them, and how much each place says that it is about that body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.extract.document.text import Document
from loaders.extract.grammar.lexicon import Lexicon, alternation
from loaders.extract.rules.vocabulary import vocabulary

# So many lines, and characters of each, are looked through; in the first ones stands the title.
LINES, LONGEST, TOP = 60, 400, 6
TOKEN = re.compile(r"[A-Za-z][\w&'’-]*|[^\sA-Za-z]")
BUREAUS = frozenset(vocabulary("en").all("body_noun"))
NO_PART = frozenset((*vocabulary("en").all("title_word"), *vocabulary("en").all("title_noun")))
OF = ("of", "for", "on")
JOINS = frozenset(("and", "&", "management", *OF))
# A title around a name, in words that say what it is about.
TITLE_FRONT = vocabulary("en").compile(
    r"(?:(?:[^.;!?]{0,110}\b)?{title_noun}\b[^.;!?]{0,40}?\b(?:of|in|to|for|under|does|do|has|have)|(?:[^.;!?]{0,60}\W)?about)(?: the)?$",
    {},
)
TITLE_BEHIND = vocabulary("en").compile(
    r"(?:[-:|(]\s?)?(?:has |have |and (?:its )?|['’]s? )?{title_noun}\b[^.;!?]{0,60}[.:?]?$", {}
)
IS_ONE = re.compile(
    r"(?:,[^,.;]{3,80},)? ?(?:(?:is|was|are) (?:(?:a|an|one of|the|in charge|responsible|located|set up|established|founded|under|directly|composed)\b)|"
    r"has\b|consists\b|comprises\b|sets? up\b|falls\b|belongs\b|undertakes\b|shoulders\b|implements\b|includes\b)",
    re.IGNORECASE,
)
# What no unit is said to be.
IS_BODY = re.compile(
    r" ?(?:is|was) (?:a|an|the|one of the) (?:[\w'’-]{1,20} ){0,5}?(?:(?:government|working|constituent|functional|component) (?:department|agency|organ)|"
    r"(?:department|agency|organ|institution|office|administration|commission|ministry|bureau) (?:directly )?(?:of|under|in charge|responsible))\b",
    re.IGNORECASE,
)
AS_FOLLOWS = re.compile(r" ?(?:is|are)(?: (?:as follows|to))?\b|:", re.IGNORECASE)
SETS_OUT = re.compile(
    r"(?:according to|in accordance with|in \d{4}|after|based on|since)\b[^.;]{0,160},(?: the)?$", re.IGNORECASE
)
SUPERIOR = re.compile(
    r"\b(?:by|under|from|to|with|and|or|of|for|as|other|assigned|both|such as|including|at|in)(?: the)?$", re.IGNORECASE
)
LISTED = re.compile(r"(?:,|\band)\s(?:the )?$")
# A number in front of a line; the first line is a title although it has the first number.
NUMBER, LATER_NUMBER = re.compile(r"\W{0,2}(?:\d|[a-zA-Z]\))"), re.compile(r"\W{0,2}(?:[2-9]|\d\d|[b-zB-Z]\))")
GOVERNMENT = re.compile(r"\bGovernment(?:$| of\b)|\bCPC\b")
VERB = re.compile(r"\b(?:is|are|was|were|has|have|shall|by)\b", re.IGNORECASE)
ASKED = re.compile(r"(?:^|\b)(?:what (?:does|do|is|are)|does|do|has)(?: the)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A name as a line prints it: `score` is how much its place says that the document is about it."""

    name: str
    line: int
    score: float
    placed: bool
    """Whether the name of the place is part of it."""


@cache
def _heads(words: Lexicon) -> frozenset[str]:
    """The nouns that names of bodies are built around."""
    listed = {word for word in words.words["body"] if not word.endswith("s")}
    return frozenset(listed.union(vocabulary("en").all("body_head")).difference(vocabulary("en").all("no_body")))


def subjects(document: Document, words: Lexicon, places: tuple[str, ...]) -> list[Named]:
    """The names of a document with their best places, those that are most likely its subject first."""
    placed = re.compile(rf"\b(?:{alternation(place for place in places if place.isascii()) or '(?!)'})\b")
    best: dict[str, Named] = {}
    rank = 0
    for line, text in enumerate(document.even[:LINES], 1):
        if not text.strip():
            continue
        rank += 1
        for start, end in _names(words, text[:LONGEST], placed):
            name = text[start:end]
            score = _where(text, start, end, rank) + _what(name, placed)
            known = best.get(name)
            again = 0.3 if known else 0.0
            found = placed.search(name) is not None
            best[name] = Named(
                name, known.line if known else line, max(score, known.score if known else -9.0) + again, found
            )
    return sorted(best.values(), key=lambda one: (-one.score, one.line))


# --- names


def _names(words: Lexicon, text: str, placed: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where names of bodies stand in a line: the words around a noun for a body."""
    tokens = [(found[0], found.start(), found.end()) for found in TOKEN.finditer(text)]
    reached = -1
    for index, (word, _, _) in enumerate(tokens):
        if word.lower() not in _heads(words) or index <= reached:
            continue
        left = _left(tokens, index, placed, text)
        last = _right(words, tokens, index)
        if (not word[0].isupper() and left is None) or (left in (None, index) and last == index):
            continue
        reached = last
        first = index if left is None else left
        every = [one.lower() for one, _, _ in tokens[first : last + 1]]
        # "Administration Bureau" names nothing; what a bureau in small letters is of is not known here.
        if not _goes_on(tokens, last) and any(
            one[0].isalpha() and one not in _heads(words) and one not in JOINS for one in every
        ):
            yield tokens[first][1], tokens[last][2]


Tokens = list[tuple[str, int, int]]


def _capital(tokens: Tokens, index: int) -> bool:
    word = tokens[index][0] if 0 <= index < len(tokens) else ""
    return word[:1].isupper() and word.lower() not in NO_PART


def _left(tokens: Tokens, index: int, placed: re.Pattern[str], text: str) -> int | None:
    """Where the words in front of a noun begin; None where a noun in small letters has no place in front."""
    if not tokens[index][0][0].isupper():
        return _placed_front(tokens, index, placed, text)
    first = index
    joined = False
    while first:
        before = tokens[first - 1][0]
        if _capital(tokens, first - 1):
            first -= 1
        elif before in ("and", "&") and _capital(tokens, first - 2):
            first, joined = first - 2, True
        elif before == "," and joined and _capital(tokens, first - 2):
            first -= 2
        else:
            break
    return first


def _placed_front(tokens: Tokens, index: int, placed: re.Pattern[str], text: str) -> int | None:
    """The name of the place in front of words without capitals: "Yuntai County water bureau"."""
    for first in range(index - 1, max(-1, index - 9), -1):
        word = tokens[first][0]
        if word.lower() in NO_PART or not (word[0].isalpha() or word in ",&"):
            return None
        if placed.match(text, tokens[first][1]):
            return first
    return None


def _right(words: Lexicon, tokens: Tokens, index: int) -> int:
    """The last word of what a noun is of: "of Culture, Tourism, Radio and Television of Jinhua City"."""
    last = index
    while last + 1 < len(tokens) and tokens[last + 1][0] in OF:
        begin = last + 2
        if begin < len(tokens) and tokens[begin][0] == "the":
            begin += 1
        end = _objects(tokens, begin)
        if end is None or tokens[end][0] == "China":
            break
        last = end
    while (
        last + 1 < len(tokens)
        and last == index
        and tokens[last + 1][0].lower() in _heads(words)
        and _capital(tokens, last + 1)
    ):
        last += 1
    return last


def _goes_on(tokens: Tokens, last: int) -> bool:
    """Whether a thing in small letters follows behind "of"."""
    following = [word for word, _, _ in tokens[last + 1 : last + 3]]
    return len(following) > 1 and following[0] == "of" and following[1][0].islower() and following[1] not in NO_PART


def _objects(tokens: Tokens, begin: int) -> int | None:
    """The last word of the things that stand behind "of", joined by commas and "and"; a comma alone joins none."""
    if not _capital(tokens, begin):
        return None
    last = kept = begin
    comma = False
    while last + 1 < len(tokens):
        word = tokens[last + 1][0]
        if _capital(tokens, last + 1):
            last += 1
        elif word in ("and", "&") and _capital(tokens, last + 2):
            last, comma, kept = last + 2, False, last + 2
        elif (
            word == "," and tokens[last + 2 : last + 3] and tokens[last + 2][0] == "and" and _capital(tokens, last + 3)
        ):
            last, comma, kept = last + 3, False, last + 3
        elif word == "," and _capital(tokens, last + 2):
            last, comma = last + 2, True
        else:
            break
        if not comma:
            kept = last
    return kept


# --- places


def _where(text: str, start: int, end: int, rank: int) -> float:
    """What the place of a name in its line says for it."""
    front = re.sub(r"^[\W\d]{0,8}(?:[a-zA-Z]{1,4}[.)] )?", "", text[:start]).strip()
    bare = re.sub(r"^(?:the|this)$", "", front, flags=re.IGNORECASE)
    behind = re.sub(r"^\s?\([^()]{0,120}\)|^\s?[\u4e00-\u9fff]{2,30}", "", text[end:]).strip(" ;")
    numbered = (LATER_NUMBER if rank == 1 else NUMBER).match(text.lstrip()[:4]) is not None
    if inside := text.count("(", 0, start) > text.count(")", 0, start):
        return -3.0 * inside
    if not bare and behind in ("", ".", ":"):
        return (5.0 if rank <= TOP else 2.0) - 3.0 * numbered
    if ASKED.search(front) and behind.endswith("?"):
        return 5.0
    if (
        TITLE_FRONT.fullmatch(front)
        and (behind.endswith("?") or not VERB.search(front))
        and (behind in ("", ".", ":", "?") or AS_FOLLOWS.match(behind))
    ):
        return 5.0 if rank <= TOP else 3.0
    if not bare or SETS_OUT.fullmatch(front):
        return _as_subject(behind, rank) - 4.0 * numbered
    if rank <= TOP and TITLE_BEHIND.fullmatch(behind) and len(text) < LONGEST / 2:
        return 4.0
    if LISTED.search(text[:start]) and ("," in text[:start] and behind[:1] in (",", "a")):
        return -4.0
    if SUPERIOR.search(front):
        return -1.0
    return _as_subject(behind, rank) - 1.5


def _as_subject(behind: str, rank: int) -> float:
    if IS_BODY.match(behind):
        return 6.0 if rank <= TOP else 2.0
    if rank <= TOP and TITLE_BEHIND.fullmatch(behind):
        return 5.0
    if IS_ONE.match(behind):
        return 4.0 if rank <= TOP else 3.0
    return 1.0


def _what(name: str, placed: re.Pattern[str]) -> float:
    """What the words of a name say for it."""
    nouns = {word.lower() for word in re.findall(r"\w+", name)}
    score = 1.0 if not nouns.isdisjoint(BUREAUS) else 0.0
    score += 2.0 if placed.search(name) else 0.0
    score += (
        1.0
        if nouns & {"municipal", "county", "district", "provincial", "national", "state", "china", "supreme"}
        else 0.0
    )
    if not score:
        score -= 2.5
    if GOVERNMENT.search(name) or re.search(r"leading group|\bgroup\b", name, re.IGNORECASE):
        score -= 3.0
    return score
