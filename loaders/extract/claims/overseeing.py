"""Whom a unit guides, supervises, licenses or manages: classes of bodies and named ones in clauses about its duties."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.document.text import trimmed
from loaders.extract.grammar import Language, grammar
from loaders.extract.mentions.names import inside_bracket
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary


@dataclass(frozen=True)
class Overseen:
    """A body or class of bodies, where it is named, in which roles it is overseen, and by which rule."""

    name: Span
    roles: list[str]
    rule: str


def overseen(language: Language, clause: Stretch) -> Iterator[Overseen]:
    """The bodies that a clause of an evened line says are overseen."""
    said = grammar(language).overseeing
    for claim in engine(language, "partners.OVERSEES").claims(clause):
        roles = _roles(language, claim)
        for name in _pieces(language, claim) if roles else ():
            if not said.too_wide(claim, name):
                yield Overseen(name.span, roles, claim.rule.name)


def roles_in(language: Language, said: str) -> list[str]:
    """The roles that words of oversight stand for."""
    words = vocabulary(language)
    found = {words.meaning("oversight", word) for word in words.pattern("{oversight}").findall(said.lower())}
    return [role for role in words.words["oversight"] if role in found]


def _roles(language: Language, claim: Claim) -> list[str]:
    roles = roles_in(language, claim.word("verb"))
    # Whose matters are managed is not managed itself.
    direct = not grammar(language).overseeing.MATTERS.search(claim.word("between"))
    return [role for role in roles if role != "manages" or direct]


def _pieces(language: Language, claim: Claim) -> list[Stretch]:
    """The names of a list, each a body of its own; halves of one name stay together."""
    names = claim.names[0]
    text, whole, said = names.text, str(names), grammar(language)
    begins, stops = [names.start], []
    for stop in said.overseeing.SEVERAL.finditer(text, names.start, names.end):
        inside = inside_bracket(text, names.start, stop.start())
        if inside or said.names.cuts(whole, stop.start() - names.start):
            continue
        if said.overseeing.is_whole(text[begins[-1] : stop.start()], text[stop.end() :]):
            stops.append(stop.start())
            begins.append(stop.end())
    pairs = said.overseeing.bounds(claim, list(zip(begins, [*stops, names.end], strict=True)))
    spans = (trimmed(names.line, text, *pair, " ,") for pair in pairs)
    return [Stretch.at(span, text) for span in spans if span]
