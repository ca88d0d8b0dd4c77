"""Second names: what brackets behind a name hold, and sentences about signs and former names."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.proof import Span
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim, Where
from loaders.extract.rules.stretch import Stretch


@dataclass(frozen=True)
class SecondName:
    """A second name where it stands; `wording` only for signs."""

    kind: str
    name: Span
    rule: str
    wording: str = "hang"


def in_bracket(words: Lexicon, line: int, text: str, content: Span) -> list[SecondName]:
    """The second names in a bracket behind a name: one, several or none (a rank, a remark, a list of work)."""
    inner = text[content.start : content.end]
    brackets = words.grammar.second_names
    if other := brackets.OTHER_LANGUAGE.match(text, content.start, content.end):
        translated = SecondName("translation", Span(line, *other.span("name")), "second-name.translation")
        rest = Span(line, other.end(), content.end)
        return [translated, *(in_bracket(words, line, text, rest) if rest.start < rest.end else ())]
    if words.matches("negative").search(inner) or brackets.SAID.search(inner) or brackets.ONLY_SAID.match(inner):
        return []
    said = list(in_sentence(words, line, text, content.start, content.end, "bracket"))
    if said and "," not in inner:
        return said
    end = text.rfind(",", content.start, said[0].name.start) if said else content.end
    pieces = words.grammar.names.split_bracket(words, Stretch(line, text, content.start, max(end, content.start)))
    good = brackets.second_names(words, inner, pieces)
    return [*(SecondName("bracket", piece.span, "second-name.bracket") for piece in good), *said]


def in_sentence(
    words: Lexicon, line: int, text: str, start: int, end: int, where: Where = "sentence"
) -> Iterator[SecondName]:
    """The signs, second names and former names that a sentence (or a bracket) speaks of in words."""
    for claim in engine(words.language, "second_names.RULES").claims(Stretch(line, text, start, end), where):
        for name in claim.names:
            if any(begin < name.start < stop for begin, stop in words.grammar.names.standard(text)):
                continue
            closed = where == "bracket" and name.end == end and claim.rule.fits == "anywhere"
            if claim.rule.says == "short_name" or closed or words.grammar.second_names.may_be(words, str(name)):
                yield SecondName(claim.rule.says, name.span, claim.rule.name, wording_of(words, claim))


def wording_of(words: Lexicon, claim: Claim) -> str:
    """How a sign is said to hang: hang, add or retain."""
    known = engine(words.language, "second_names.RULES").words
    verb = " ".join(claim.word("verb").split())
    meanings = (known.meaning(kind, verb) for kind in ("sign_verb", "passive") if kind in known.words)
    return next(filter(None, meanings), "hang")


def hung_elsewhere(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[tuple[SecondName, str]]:
    """Signs of which a sentence says where they hang: the sign, and the words for the unit that has it."""
    for claim in engine(words.language, "second_names.ELSEWHERE").claims(Stretch(line, text, start, end)):
        for name in claim.names:
            yield SecondName("sign", name.span, claim.rule.name, wording_of(words, claim)), claim.word("place")
