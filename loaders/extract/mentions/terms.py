"""Terms that stand for something, found in clauses: the longest at each place, English in one form of its words."""

import re
from collections.abc import Iterable, Iterator, Mapping

from loaders.extract.grammar import Language, grammar


def evened(language: Language, text: str) -> str:
    """The text in the form in which terms are compared."""
    return grammar(language).writing.evened(text)


class Terms:
    """Terms and what they stand for; a term inside a longer one of another meaning is not found."""

    def __init__(self, language: Language, meanings: Mapping[str, Iterable[str]]) -> None:
        self.meanings: dict[str, set[str]] = {}
        for meaning, terms in meanings.items():
            for term in terms:
                self.meanings.setdefault(evened(language, term), set()).add(meaning)
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
    bound = grammar(language).writing.BOUND
    return re.compile(rf"{bound}(?=((?:{choices}){bound}))")
