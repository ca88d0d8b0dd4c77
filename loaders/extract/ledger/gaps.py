"""What is left of a sentence of which facts took other parts: a name there, or a number of units, may be lost."""

from collections.abc import Iterable, Iterator

from graph.proof import Span
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.ledger.alarms import LABELLED, Known


def left(words: Lexicon, known: Known, text: str, gaps: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Where in the gaps of a sentence a name or a number stands that no fact took, and what was seen."""
    alarms = words.grammar.alarms
    for gap in gaps:
        said = LABELLED.sub(lambda found: " " * len(found[0]), text[gap.start : gap.end])
        if words.matches("negative").search(said):
            continue
        if found := alarms.shared(known, text, gap) or next(alarms.left(known, said), None):
            yield gap, found
