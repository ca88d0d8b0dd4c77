"""A rule: what it looks for, what it says then, and texts that show both; the engine that tries rules on a stretch."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import Vocabulary

Where = Literal["sentence", "bracket"]
Fits = Literal["anywhere", "start", "whole"]
Splitter = Callable[[Stretch], list[Stretch]]
FRONT = 120
NAMES = "names"


@dataclass(frozen=True)
class Rule:
    """One way of saying a thing.

    `pattern` is a template; its group `names` holds what is named, other groups say more. `finds` are texts with the
    names and then the other groups that the rule finds in them, `leaves` texts in which it finds nothing; the tests
    run both. `hint` are words one of which a text must hold: looking for them first is what makes reading quick.
    """

    name: str
    says: str
    pattern: str
    finds: Mapping[str, tuple[str, ...]]
    leaves: tuple[str, ...] = ()
    hint: str = ""
    where: tuple[Where, ...] = ("sentence", "bracket")
    fits: Fits = "anywhere"
    """Whether it must begin or fill the stretch."""
    unless: str = ""
    """What must not stand directly in front."""
    more: str = ""
    """What may follow, again and again, with further names."""
    weight: float = 0.0
    """How much a clue speaks for a body; less than nothing: against it."""


@dataclass(frozen=True)
class Claim:
    """What a rule found: where, the names in it, and the other groups of its pattern."""

    rule: Rule
    at: Stretch
    names: tuple[Stretch, ...]
    groups: Mapping[str, Stretch]
    begins: tuple[int, ...] = ()
    """Where the names and the other groups begin, apart from the verb."""

    def word(self, name: str) -> str:
        """The characters of a group; empty where it holds none."""
        return str(self.groups[name]) if name in self.groups else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The names and the other groups, as examples have them."""
        return (*map(str, self.names), *(str(group) for name, group in self.groups.items() if name != "verb"))


class Tried:
    """A rule with its patterns."""

    def __init__(self, rule: Rule, words: Vocabulary, parts: Mapping[str, str]) -> None:
        self.rule = rule
        self.pattern = words.compile(rule.pattern, parts)
        self.unless = words.compile(f"(?:{rule.unless})$", parts) if rule.unless else None
        self.more = words.compile(rule.more, parts) if rule.more else None
        self.hint = words.literals(rule.hint)

    def patterns(self) -> Iterator[re.Pattern[str]]:
        """All that it searches with."""
        yield from filter(None, (self.pattern, self.unless, self.more))

    def found(self, said: str) -> Iterator[tuple[re.Match[str], list[re.Match[str]]]]:
        """Each match in the characters of a stretch, and the further ones behind it."""
        for found in self._matches(said):
            if self.unless and self.unless.search(said, max(0, found.start() - FRONT), found.start()):
                continue
            more, end = [], found.end()
            while self.more and (further := self.more.match(said, end)):
                more.append(further)
                end = further.end()
            yield found, more

    def _matches(self, said: str) -> Iterator[re.Match[str]]:
        if self.rule.fits == "anywhere":
            yield from self.pattern.finditer(said)
            return
        yield from filter(None, [(self.pattern.fullmatch if self.rule.fits == "whole" else self.pattern.match)(said)])


class Engine:
    """The rules of one family and language, in their order; names that one has claimed are no other's."""

    def __init__(
        self, words: Vocabulary, rules: tuple[Rule, ...], split: Splitter, parts: Mapping[str, str], hint: str = ""
    ) -> None:
        self.words, self.rules, self.split, self.parts = words, rules, split, parts
        self.tried = [Tried(rule, words, parts) for rule in rules]
        self.hint = words.literals(hint)
        # No shorter text holds a word that its rules look for: most clauses of a list are as short.
        self.shortest = max(_shortest(self.hint), min((_shortest(one.hint) for one in self.tried), default=0))

    def claims(self, stretch: Stretch, where: Where = "sentence") -> Iterator[Claim]:
        """What the rules find in a stretch, those of the first rule first."""
        if stretch.end - stretch.start < self.shortest:
            return
        said = str(stretch)
        lower = said.lower()
        if self.hint and not _holds(lower, self.hint):
            return
        # Which characters have been claimed: looking through all claims would take a square of the time.
        taken = bytearray()
        for tried in self.tried:
            if where not in tried.rule.where or (tried.hint and not _holds(lower, tried.hint)):
                continue
            for found, more in tried.found(said):
                taken = taken or bytearray(len(said) + 1)
                claim = self._claim(tried.rule, stretch, found, more)
                if not any(taken[begin - stretch.start] for begin in claim.begins):
                    begin, end = claim.at.start - stretch.start, claim.at.end - stretch.start
                    taken[begin:end] = b"\1" * (end - begin)
                    yield claim

    def _claim(self, rule: Rule, stretch: Stretch, found: re.Match[str], more: list[re.Match[str]]) -> Claim:
        parts = [stretch.group(one, NAMES) for one in (found, *more)]
        groups = {name: stretch.group(found, name) for name in found.groupdict() if name != NAMES and found[name]}
        at = replace(stretch.group(found), end=stretch.start + (more or [found])[-1].end())
        begins = (parts[0].start, *(part.start for name, part in groups.items() if name != "verb"))
        return Claim(rule, at, tuple(name for part in parts for name in self.split(part)), groups, begins)


def _shortest(words: tuple[str, ...]) -> int:
    """How many characters the shortest of the words has; 0 where any text will do."""
    return min(map(len, words), default=0)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    """Is one of the words in the text? A loop, as most texts are a few characters long."""
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False
