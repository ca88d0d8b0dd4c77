"""What is known of a document before any block is decided on: bodies, lists by their shape, names that sentences list."""

from collections import Counter
from functools import cached_property

from loaders.extract.document.text import Document
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.candidates import candidates, chosen, rival

# A document names its own bodies among the first.
MOST = 20


class Overview:
    """What all blocks of a document show together."""

    def __init__(self, document: Document, words: Lexicon, places: tuple[str, ...]) -> None:
        self.document, self.words = document, words
        self.places = tuple(
            place for place in places if len(place) > 2 and not words.grammar.bodies.NO_NAME.match(place)
        )
        self.candidates = candidates(document, words, places)
        self.bodies = chosen(self.candidates, document, words, places)
        self.rival = rival(self.candidates, self.bodies, words, places)
        self.unit_starts, self.body_starts = words.grammar.outlining.list_starts(document, words, self.places)
        self.line_counts = Counter(text.strip() for text in document.even)

    def is_body(self, name: str) -> bool:
        """Whether a name is that of one of the document's bodies, in full or in short."""
        return any(same_body(self.words, body.name, name) for body in self.bodies[:MOST])

    @cached_property
    def short_names(self) -> frozenset[str]:
        """What the document calls bodies in short, in small letters."""
        return self.words.grammar.outlining.short_names(self.document)
