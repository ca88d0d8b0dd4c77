"""Terms that stand for something, found in clauses: the longest at each place, English in one form of its words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from loaders.extract.text import Language

# "The city's" is said of everything; of other owners only the mark goes.
POSSESSIVE = re.compile(r"\b(?:city|county|district|province|bureau|organ)['’]s\b|['’]s?(?!\w)")
# Said of every duty; between a verb and its object it would part them.
ADVERBIAL = re.compile(r",? in accordance with (?:the )?(?:laws?|provisions|regulations|relevant regulations),?(?= )")
SMALL_WORDS = {"in": "of", "for": "of", "on": "of", "from": "of", "labour": "labor", "the": "", "a": "", "an": ""}


def even_words(text: str) -> str:
    """English in one form: lower case, singular, without articles, hyphens and brackets; other signs are commas."""
    words = re.findall(r"[a-z0-9]+|[^a-z0-9\s()-]", POSSESSIVE.sub("", ADVERBIAL.sub("", text.lower())))
    return " ".join(filter(None, (_even_word(word) if word[0].isalnum() else "," for word in words)))


def evened(language: Language, text: str) -> str:
    """The text in the form in which terms are compared."""
    return even_words(text) if language == "en" else text


@lru_cache(maxsize=10_000)
def _even_word(word: str) -> str:
    if word in SMALL_WORDS:
        return SMALL_WORDS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


class Terms:
    """Terms and what they stand for; a term inside a longer one of another meaning is not found."""

    def __init__(self, language: Language, meanings: Mapping[str, Iterable[str]]) -> None:
        self.meanings: dict[str, set[str]] = {}
        for meaning, terms in meanings.items():
            for term in terms:
                self.meanings.setdefault(even_words(term) if language == "en" else term, set()).add(meaning)
        self.pattern = _pattern(self.meanings, language)

    def hits(self, clause: str) -> Iterator[tuple[int, int, set[str]]]:
        """Where each term begins and ends, and what it stands for, in the order of the clause."""
        reached = 0
        for hit in self.pattern.finditer(clause):
            if hit.start(1) >= reached:
                reached = hit.end(1)
                yield hit.start(1), hit.end(1), self.meanings[hit[1]]

    def found_in(self, clause: str) -> set[str]:
        """What the terms of a clause stand for."""
        return {meaning for _, _, meanings in self.hits(clause) for meaning in meanings}


def _pattern(terms: Iterable[str], language: Language) -> re.Pattern[str]:
    """The longest term at each place, in group 1; terms are grouped by their first letter, which keeps the search quick."""
    tails: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        tails.setdefault(term[0], []).append(re.escape(term[1:]))
    choices = "|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in tails.items())
    return re.compile(f"(?=({choices}))" if language == "zh" else rf"\b(?=((?:{choices})\b))")
