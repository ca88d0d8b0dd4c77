"""A rule: what it looks for, what it says then, and texts that show both; the engine that tries rules on a stretch."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import Vocabulary

Where = Literal["sentence", "bracket"]
Fits = Literal["anywhere", "start", "whole"]
Splitter = Callable[[Stretch], list[Stretch]]
FRONT = 24
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


@dataclass(frozen=True)
class Claim:
    """What a rule found: where, the names in it, and the other groups of its pattern."""

    rule: Rule
    at: Stretch
    names: tuple[Stretch, ...]
    groups: Mapping[str, Stretch]

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

    def found(self, stretch: Stretch) -> Iterator[tuple[re.Match[str], list[Stretch], int]]:
        """Each match, the parts that hold names, and where all of it ends."""
        for found in self._matches(stretch):
            front = max(stretch.start, found.start() - FRONT)
            if self.unless and self.unless.search(stretch.text, front, found.start()):
                continue
            parts, end = [stretch.group(found, NAMES)], found.end()
            while self.more and (further := self.more.match(stretch.text, end, stretch.end)):
                parts.append(stretch.group(further, NAMES))
                end = further.end()
            yield found, parts, end

    def _matches(self, stretch: Stretch) -> Iterator[re.Match[str]]:
        if self.rule.fits == "anywhere":
            yield from self.pattern.finditer(stretch.text, stretch.start, stretch.end)
            return
        match = self.pattern.fullmatch if self.rule.fits == "whole" else self.pattern.match
        yield from filter(None, [match(stretch.text, stretch.start, stretch.end)])


class Engine:
    """The rules of one family and language, in their order; names that one has claimed are no other's."""

    def __init__(
        self, words: Vocabulary, rules: tuple[Rule, ...], split: Splitter, parts: Mapping[str, str], hint: str = ""
    ) -> None:
        self.words, self.rules, self.split, self.parts = words, rules, split, parts
        self.tried = [Tried(rule, words, parts) for rule in rules]
        self.hint = words.literals(hint)

    def claims(self, stretch: Stretch, where: Where = "sentence") -> Iterator[Claim]:
        """What the rules find in a stretch, those of the first rule first."""
        said = str(stretch).lower()
        if self.hint and not any(word in said for word in self.hint):
            return
        taken: list[Stretch] = []
        for tried in self.tried:
            if where not in tried.rule.where or (tried.hint and not any(word in said for word in tried.hint)):
                continue
            for found, parts, end in tried.found(stretch):
                groups = {
                    name: stretch.group(found, name) for name in found.groupdict() if name != NAMES and found[name]
                }
                begins = [parts[0].start, *(part.start for name, part in groups.items() if name != "verb")]
                if any(one.start <= begin < one.end for one in taken for begin in begins):
                    continue
                at = Stretch(stretch.line, stretch.text, found.start(), end)
                taken.append(at)
                yield Claim(tried.rule, at, tuple(name for part in parts for name in self.split(part)), groups)
