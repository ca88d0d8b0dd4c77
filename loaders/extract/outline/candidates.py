"""The bodies a document is about: every one that it names as a candidate, where it is named and what speaks for it; which are chosen."""

import math
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from itertools import islice

from graph.proof import Span
from loaders.extract.document.numbering import number_at
from loaders.extract.document.text import Document
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar import Language
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.families import engine, families
from loaders.extract.rules.stretch import Stretch
from loaders.record import LONGEST_NAME


@dataclass(frozen=True)
class Body:
    """A body by its full printed name."""

    name: str
    kind: str
    spoken: bool = False
    """Whether a sentence is enough to tell of it: no line need begin with its name."""


def body_of(words: Lexicon, name: str) -> Body:
    """The body of a name: bureau or institution, by its words."""
    return Body(name, "institution" if words.grammar.bodies.is_service(name) else "bureau")


def body_heading(
    words: Lexicon, known: list[Body], line: int, text: str, begin: int, end: int
) -> tuple[Body, Span, int] | None:
    """The body that a line names as its heading or at its beginning: body, span of the name, what follows."""
    head = text[begin : min(end, begin + 140)]
    for body in sorted((one for one in known if one.name in head), key=lambda body: -len(body.name)):
        start = begin + head.find(body.name)
        rest = start + len(body.name)
        front, said = text[begin:start].strip(), words.grammar.bodies
        if not (not front or said.leads(front) or said.ends_title(front, text[rest:end])):
            continue
        if not said.BEHIND.match(text, rest, end):
            continue
        return body, Span(line, start, rest), rest
    return None


def first_mention(document: Document, name: str) -> Span | None:
    """Where a name stands first."""
    found = ((line, text.find(name)) for line, text in enumerate(document.even, 1))
    return next((Span(line, start, start + len(name)) for line, start in found if start >= 0), None)


# What stands for the name in what clues look at, for the name again in the next line, for its place, for a number, and in one of the first lines.
NAME, REPEATED, PLACE, NUMBER, FIRST, CUT, BELOW = "□", "■", "◇", "№", "▲", "…", "⏎"
# So many lines are the first; so many characters around a name are looked at.
TOP, FRONT, BEHIND = 6, 160, 120
# Each further mention counts so much of the one before.
AGAIN = 0.5
# So many names are looked at, those in front; so many candidates are kept.
MOST_NAMES, MOST = 240, 40
# A body for which so much less speaks than for the one that is chosen may be meant all the same.
NARROW = 2.0
Clue = tuple[str, float]


@dataclass(frozen=True)
class Mention:
    """A name where it stands: `clues` are what its surroundings say of it, each with its weight."""

    name: str
    at: Span
    clues: tuple[Clue, ...]

    @property
    def score(self) -> float:
        """How much the place speaks for the name."""
        return sum(weight for _, weight in self.clues)

    def has(self, clues: Set[str]) -> bool:
        """Whether it has one of some clues."""
        return any(name in clues for name, _ in self.clues)


@dataclass
class Candidate:
    """A body by the fullest of its names, with all its mentions and what the whole document says of it."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)
    signs: bool = False
    """Whether it writes the letter that the document is."""

    @property
    def score(self) -> float:
        """The best places of the name count most, every further one half of the one before."""
        best = sorted((one.score for one in self.mentions), reverse=True)
        told = sum(score * AGAIN**place for place, score in enumerate(islice(best, 4)) if score > 0 or not place)
        return told + math.log2(len(best)) / 2 + sum(weight for _, weight in self.clues)

    def has(self, *clues: Set[str]) -> bool:
        """Whether one mention has a clue of each of these."""
        return any(all(one.has(some) for some in clues) for one in self.mentions)


def look(language: Language, family: str, said: str) -> Iterator[Clue]:
    """What the clues of a family see in a text."""
    for name in families(language):
        if name.startswith(f"{family}."):
            yield from ((one.rule.name, one.rule.weight) for one in engine(language, name).claims(Stretch.whole(said)))


class Surroundings:
    """The lines of a document as clues see them."""

    def __init__(self, document: Document, places: tuple[str, ...]) -> None:
        self.document = document
        filled = (index for index, text in enumerate(document.even) if text.strip())
        self.first = frozenset(islice(filled, TOP))
        self.place = re.compile(document.grammar.bodies.own_place(places))

    def mention(self, name: str, at: Span) -> Mention:
        """A name with the clues of its place and of its form."""
        language = self.document.language
        form = self.place.sub(PLACE, name, count=1)
        clues = [*look(language, "clues", self.around(at)), *look(language, "name_clues", form)]
        return Mention(name, at, tuple(clues))

    def around(self, at: Span) -> str:
        """What stands around a name, with signs for the name, for the number and for the first lines."""
        text = self.document.even[at.line - 1]
        number = number_at(text)
        begin = number.end if number and number.end <= at.start else 0
        begin += len(text[begin : at.start]) - len(text[begin : at.start].lstrip())
        front = text[max(begin, at.start - FRONT) : at.start]
        marks = (FIRST if at.line - 1 in self.first else "") + (NUMBER if begin and number else "")
        cut = CUT if at.start - begin > FRONT else ""
        behind = text[at.end : at.end + BEHIND].rstrip() + (CUT if len(text) > at.end + BEHIND else "")
        below = self.below(at.line).replace(text[at.start : at.end], REPEATED)
        return f"{marks}{cut}{front}{NAME}{behind}{BELOW}{below[:BEHIND]}"

    def below(self, line: int) -> str:
        """The first of the three lines below one that has words, without its number."""
        text = next((text for text in self.document.even[line : line + 3] if text.strip()), "")
        number = number_at(text)
        return text[number.end if number else 0 :].strip()


def candidates(document: Document, words: Lexicon, places: tuple[str, ...]) -> list[Candidate]:
    """The bodies that a document names, those for which most speaks first."""
    around, said = Surroundings(document, places), words.grammar.bodies
    found: dict[str, Candidate] = {}
    for name, at in said.mentions(document, words, places):
        key = said.key(name, places)
        if len(name) <= LONGEST_NAME and (key in found or len(found) < MOST_NAMES):
            found.setdefault(key, Candidate(name)).mentions.append(around.mention(name, at))
    for short, full in said.declared(document, found):
        if short != full and short in found and full in found:
            found[full].mentions += found.pop(short).mentions
    _merge(found, words, places)
    for one in found.values():
        one.name = max(one.mentions, key=lambda mention: said.fullness(mention, places)).name
    best = ranked(found.values())[:MOST]
    said.told_by_all(document, words, best)
    return ranked(best)


def _merge(found: dict[str, Candidate], words: Lexicon, places: tuple[str, ...]) -> None:
    """Put what is said of a short name to the body that has it: with a wider place in front it is the same one."""
    for short in sorted(found, key=len):
        name = found[short].name
        fronts = {
            key: one.name.removesuffix(name)
            for key, one in found.items()
            if one.name.endswith(name) and one.name != name
        }
        full = next((key for key, front in fronts.items() if any(place.startswith(front) for place in places)), None)
        if full:
            found[full].mentions += found.pop(short).mentions
    bare = (key for key, one in found.items() if not one.name.startswith(places))
    for short in sorted(bare, key=lambda key: (len(key), key)):
        longer = ((key, one) for key, one in found.items() if key != short)
        full = next((key for key, one in longer if words.grammar.bodies.shortens(short, key, one, places)), None)
        if full:
            found[full].mentions += found.pop(short).mentions


def ranked(found: Iterable[Candidate]) -> list[Candidate]:
    """Those with the most that speaks for them first; of two with as much the one named first."""
    return sorted(found, key=lambda one: (-one.score, one.mentions[0].at.line, one.mentions[0].at.start))


def chosen(every: list[Candidate], document: Document, words: Lexicon, places: tuple[str, ...]) -> list[Body]:
    """The body for which most speaks, and those with parts of their own beside it; else what is a body without its name."""
    said = words.grammar.bodies
    best = next((one for one in every if one.score >= said.sure(one, places)), None)
    if best is None:
        return said.unnamed(document, words, places)
    others = [one for one in every if one is not best and said.stands_beside(best, one, places)]
    return [replace(body_of(words, one.name), spoken=said.is_spoken(best, one)) for one in (best, *others)]


def rival(
    every: list[Candidate], bodies: list[Body], words: Lexicon, places: tuple[str, ...]
) -> tuple[Candidate, Candidate] | None:
    """The chosen body and another for which nearly as much speaks; None where the choice is clear."""
    names = {body.name for body in bodies}
    best = next((one for one in every if one.name in names), None)
    if best is None:
        return None
    for one in every:
        other = one.name not in names and not _is_part(words, one.name, best.name)
        if other and one.score > best.score - NARROW and one.score >= words.grammar.bodies.sure(one, places):
            return best, one
    return None


def _is_part(words: Lexicon, name: str, whole: str) -> bool:
    """Whether a name is another form of one, or a part of it."""
    return name in whole or whole in name or same_body(words, whole, name)
