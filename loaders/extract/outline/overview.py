"""What is known of a document before any block is decided on: bodies, lists by their shape, names that sentences list."""

import re
from collections import Counter
from functools import cached_property

from loaders.extract.document.numbering import number_at
from loaders.extract.document.signatures import signed
from loaders.extract.document.text import Document
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import is_name
from loaders.extract.outline.candidates import candidates, chosen, rival

# A document names its own bodies among the first.
MOST = 20
# What stands behind an entry of a table of contents: dots and the number of a page.
PAGE = re.compile(r"[\s.…·]{0,200}\d{0,3}$")
# An entry is no longer; a table of contents has more lines.
ENTRY, LEAST = 45, 3


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

    @cached_property
    def signed(self) -> frozenset[int]:
        """The lines of signatures of other bodies."""
        return frozenset(line for line in self.signatures if not self.is_body(self.document.even[line - 1].strip()))

    @cached_property
    def signatures(self) -> frozenset[int]:
        """The lines with nothing but the name of who signs: the day stands in the next one."""
        return frozenset(
            line
            for line, name in signed(self.document.even)
            if len(name) <= ENTRY and is_name(self.words, name, "body") and number_at(name) is None
        )

    @cached_property
    def contents(self) -> frozenset[int]:
        """The lines of links, and of tables of contents: short ones from a heading to the line where it stands again."""
        entries = [
            (line, PAGE.sub("", "".join(text.split())))
            for line, text in enumerate(self.document.even, 1)
            if text.strip()
        ]
        found: set[int] = set()
        first: dict[str, int] = {}
        for place, (line, entry) in enumerate(entries):
            if len(entry) > ENTRY or entry.endswith(("。", ";")):
                first = {}
                continue
            begin = first.setdefault(entry, place)
            if place - begin > LEAST and self._is_heading(self.document.even[line - 1]):
                found.update(one for one, _ in entries[begin:place])
                first = {}
        return frozenset(found) | self._links()

    def _links(self) -> set[int]:
        """The lines of links to other sites: from their heading to a sentence or the next heading."""
        links, found = False, set[int]()
        for line, text in enumerate(self.document.even, 1):
            said = text.strip(" :>").lower()
            begins = said in self.words.words["links"]
            ends = len(said) > ENTRY or "。" in said or self._is_heading(text)
            links = begins or (links and not ends)
            found |= {line} if links else set()
        return found

    def _is_heading(self, text: str) -> bool:
        """Whether a line has the number of a part or chapter, or words of a section."""
        number = number_at(text)
        said = text[number.end if number else 0 :].strip(" .。:")
        chapter = number is not None and number.style in ("part", "article")
        return chapter or self.words.grammar.sections.kind_of_heading(self.words, said) is not None
