"""What an English name of a body is made of: the words around a noun for one, with capitals or behind the name of the place."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.vocabulary import vocabulary

TOKEN = re.compile(r"[A-Za-z][\w&'’-]*|[^\sA-Za-z]")
NO_PART = frozenset((*vocabulary("en").all("title_word"), *vocabulary("en").all("title_noun")))
# Behind these words a comma or "and" begins another name.
ENDS = frozenset((*vocabulary("en").all("body_noun"), "department", "office", "center", "branch"))
OF = ("of", "for", "on")
JOINS = frozenset(("and", "&", "management", *OF))
# So many words stand between the name of the place and a noun without capitals.
FROM_PLACE = 9
# So many characters in front of a name the name of its place may begin.
FARTHEST = 60
# What a bureau is of, in words without capitals, up to the end of a title or the verb of a sentence.
LOWER_CASE = re.compile(
    r" of (?!the\b)[a-z][\w-]*(?:,? (?:and )?(?!(?:is|are|has|was|have|the|of|in|sets?|shall|and)\b)[A-Za-z][\w-]*){0,9}"
    r"(?=\s{0,3}(?:$|[.:;(]|(?:is|has|was|shall|sets)\b))"
)
# A body by its initials, where something is said of it or where a title ends.
INITIALS = re.compile(r"\bThe ([A-Z]{3,8}) (?:is|has|was|consists|comprises|sets)\b")
# The places around the one that a body is of: "Tax Bureau of Weibin District, Baoji City, Shaanxi Province".
PLACED = ("District", "County", "City", "Banner")
AROUND = re.compile(r"(?:, (?:[A-Z][\w'’-]* ){1,2}(?:City|Prefecture|Province|(?:Autonomous )?Region)){1,2}")
# Where the words behind the place would be those of a sentence.
VERB = frozenset(("has", "have", "is", "are", "was", "were", "shall"))

# Bodies of the nation have no place in front.
NATIONAL = (
    "State Administration",
    "National Administration",
    "General Administration",
    "State Commission",
    "State Bureau",
)

Tokens = list[tuple[str, int, int]]


@cache
def heads(words: Lexicon) -> frozenset[str]:
    """The nouns that names of bodies are built around."""
    listed = {word for word in words.words["body"] if not word.endswith("s")}
    return frozenset(listed.union(vocabulary("en").all("body_head")).difference(vocabulary("en").all("no_body")))


def names(words: Lexicon, text: str, placed: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where names of bodies stand in a line; `placed` is the name of the document's place."""
    yield from (found.span(1) for found in INITIALS.finditer(text))
    tokens = [(found[0], found.start(), found.end()) for found in TOKEN.finditer(text)]
    reached = -1
    for index, (word, _, _) in enumerate(tokens):
        if word.lower() not in heads(words) or index <= reached:
            continue
        left = _left(tokens, index, placed, text)
        last = _right(words, tokens, index)
        if (not word[0].isupper() and left is None) or (left in (None, index) and last == index):
            continue
        reached = last
        first = index if left is None else left
        start, end = _with_place(text, tokens[first][1], placed), tokens[last][2]
        if (placed.search(text, start, end) or text.startswith(NATIONAL, start)) and (
            lower := LOWER_CASE.match(text, end)
        ):
            end = lower.end()
        elif tokens[last][0] in PLACED and (around := AROUND.match(text, end)):
            end = around.end()
        elif _goes_on(tokens, last):
            # What a bureau in small letters is of is not known here.
            continue
        every = [one.lower() for one, _, _ in tokens[first : last + 1]]
        # "Administration Bureau" names nothing.
        if any(one[0].isalpha() and one not in heads(words) and one not in JOINS for one in every):
            yield start + _title_in_front(text[start:end]), end


def _title_in_front(name: str) -> int:
    """How long a title is that stands in front of a sentence without a stop: "Land Center Baoji City Land Center"."""
    words = name.split(" ")
    half = len(words) // 2
    title = next((words[:count] for count in range(half, 1, -1) if words[:count] == words[-count:]), None)
    return len(" ".join(title)) + 1 if title else 0


def _with_place(text: str, start: int, placed: re.Pattern[str]) -> int:
    """Where a name begins with the place directly in front of it, whose words need not have capitals: "Xi 'an Water Bureau"."""
    fronts = placed.finditer(text, max(0, start - FARTHEST), start)
    return next((found.start() for found in fronts if not text[found.end() : start].strip()), start)


def _capital(tokens: Tokens, index: int) -> bool:
    word = tokens[index][0] if 0 <= index < len(tokens) else ""
    offices = word == "Offices" and index > 0 and tokens[index - 1][0] in ("Government", "Organ")
    return word[:1].isupper() and (offices or word.lower() not in NO_PART)


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
        elif before in ("and", "&", ",") and _capital(tokens, first - 2) and (joined or before != ","):
            if tokens[first - 2][0].lower() in ENDS:
                # Behind a name another one begins.
                break
            first, joined = first - 2, True
        else:
            break
    return first


def _placed_front(tokens: Tokens, index: int, placed: re.Pattern[str], text: str) -> int | None:
    """The name of the place in front of words without capitals: "Yuntai County water bureau"."""
    for first in range(index - 1, max(-1, index - FROM_PLACE), -1):
        word = tokens[first][0]
        if word.lower() in NO_PART or word in VERB or not (word[0].isalpha() or word in ",&"):
            return None
        if placed.match(text, tokens[first][1]):
            return first
    return None


def _right(words: Lexicon, tokens: Tokens, index: int) -> int:
    """The last word of what a noun is of: "of Culture, Tourism, Radio and Television of Jinhua City"."""
    index = _last_noun(words, tokens, index)
    last = _behind_bracket(tokens, index)
    while last + 1 < len(tokens) and tokens[last + 1][0] in OF:
        begin = last + 2
        if begin < len(tokens) and tokens[begin][0] == "the":
            begin += 1
        elif tokens[last + 1][0] == "on" and begin < len(tokens) and tokens[begin][0].endswith("ing"):
            # "The notice of the General Office on Printing …": what the notice is about.
            break
        end = _objects(tokens, begin)
        if end is None or (tokens[end][0] == "China" and tokens[end - 2][0] != "Republic"):
            break
        last = index = end
    return _last_noun(words, tokens, index)


def _last_noun(words: Lexicon, tokens: Tokens, index: int) -> int:
    """The last of the nouns that stand together: "Administration Bureau"."""
    while index + 1 < len(tokens) and tokens[index + 1][0].lower() in heads(words) and _capital(tokens, index + 1):
        index += 1
    return index


def _behind_bracket(tokens: Tokens, index: int) -> int:
    """The bracket behind a noun, where the name goes on behind it: "Affairs Office (Port Office) of Jinhua"."""
    if index + 1 < len(tokens) and tokens[index + 1][0] == "(":
        close = next(
            (place for place in range(index + 2, min(index + 10, len(tokens))) if tokens[place][0] == ")"), index
        )
        if close + 2 < len(tokens) and tokens[close + 1][0] == "of" and _capital(tokens, close + 2):
            return close
    return index


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
