"""Signs that a list names below a heading such as 对外保留牌子: what was read there as bodies are signs of the body."""

from dataclasses import replace

from graph.proof import Span
from loaders.extract.document.text import Document, trimmed
from loaders.extract.facts.aliases import add_second_name
from loaders.extract.facts.draft import Draft, Reading
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.second_names import SecondName, wording_of
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Make signs of the bodies in the lines below a heading of signs."""
    family = engine(words.language, "second_names.HEADING")
    for line, text in enumerate(document.even, 1):
        for claim in family.claims(Stretch(line, text, 0, len(text.rstrip()))) if reading.bodies else ():
            _below(document, words, reading, claim)


def _below(document: Document, words: Lexicon, reading: Reading, claim: Claim) -> None:
    named = {document.as_read(unit.at[0].span): unit for unit in reading.units() if unit.at and not unit.unnamed}
    by_line = {span.line: (span, unit) for span, unit in named.items()}
    line = claim.at.line + 1
    while line in by_line and _alone(document, by_line[line][0]):
        span, unit = by_line[line]
        owner = _without(reading, unit)
        if owner is None:
            return
        add_second_name(document, owner, SecondName("sign", span, claim.rule.name, wording_of(words, claim)))
        owner.list_of("aliases")[-1]["at"].append(document.quote(claim.at.span, claim.rule.name))
        line += 1


def _alone(document: Document, span: Span) -> bool:
    """Whether a name fills its line, apart from a number and stops."""
    text = document.even[span.line - 1]
    behind = trimmed(span.line, text, span.end, len(text), "。;, ")
    return behind is None and span.start < 8


def _without(reading: Reading, unit: Draft) -> Draft | None:
    """Take a unit that is a sign out of the reading: whose sign it is; what is below it is that one's."""
    if unit.owner is None:
        before = reading.bodies[: reading.bodies.index(unit)]
        if not before:
            return None
        owner = before[-1]
        reading.bodies.remove(unit)
    else:
        owner = unit.owner
        owner.give_up([unit])
    for inner in list(unit.units):
        inner.owner = owner.body
        owner.body.adopt(inner)
    reading.statements[:] = [replace(one, owner=owner.body) if one.owner is unit else one for one in reading.statements]
    return owner.body
