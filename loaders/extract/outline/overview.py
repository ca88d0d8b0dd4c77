"""What is known of a document before any block is decided on: bodies, lists by their shape, names that sentences list."""

from collections import Counter
from functools import cached_property

from loaders.extract.bodies import VERB_IN_FRONT, find_bodies
from loaders.extract.en.short_names import DECLARED
from loaders.extract.lexicon import Lexicon
from loaders.extract.owners import same_body
from loaders.extract.runs import list_starts
from loaders.extract.text import Document
from loaders.extract.zh.listings import listings

# English words for a body that stand alone.
ITS_OWN = frozenset(
    (
        *("bureau", "commission", "administration", "department", "ministry"),
        *("center", "unit", "institution", "section", "division"),
    )
)
# A document names its own bodies among the first.
MOST = 20


class Overview:
    """What all blocks of a document show together."""

    def __init__(self, document: Document, words: Lexicon, places: tuple[str, ...]) -> None:
        self.document, self.words = document, words
        self.places = tuple(place for place in places if len(place) > 2 and not VERB_IN_FRONT.match(place))
        self.bodies = find_bodies(document, words, places)
        self.unit_starts, self.body_starts = list_starts(document, words, self.places)
        self.line_counts = Counter(text.strip() for text in document.even)

    def is_body(self, name: str) -> bool:
        """Whether a name is that of one of the document's bodies, in full or in short."""
        return any(same_body(self.words, body.name, name) for body in self.bodies[:MOST])

    @cached_property
    def short_names(self) -> frozenset[str]:
        """What an English document calls bodies in short, in small letters."""
        if self.words.language == "zh":
            return frozenset()
        declared = (found["name"] for text in self.document.even for found in DECLARED.finditer(text))
        return ITS_OWN.union(name.lower() for name in declared)

    @cached_property
    def declared(self) -> frozenset[str]:
        """The names of units that Chinese sentences list."""
        if self.words.language == "en":
            return frozenset()
        return frozenset(
            text[heading.name.start : heading.name.end]
            for line, text in enumerate(self.document.even, 1)
            if "、" in text and "设" in text
            for listing in listings(self.words, line, text, 0, len(text))
            if listing.kind == "division"
            for heading in listing.headings
        )
