"""The outline of a document, chosen for the document as a whole."""

from functools import cached_property

from loaders.extract.blocks.block import Block, blocks_of
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Reading
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.assembly import Assembly
from loaders.extract.outline.look import look
from loaders.extract.outline.moves import Setting
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Seen
from loaders.extract.outline.search import Decided, best


class Outline:
    """A document as blocks, what each of them is, and the bodies, units and statements that they give."""

    def __init__(self, document: Document, words: Lexicon, places: tuple[str, ...]) -> None:
        self.document, self.words, self.places = document, words, places

    @cached_property
    def overview(self) -> Overview:
        """What all blocks show together."""
        return Overview(self.document, self.words, self.places)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in the order of the document."""
        return blocks_of(self.document, self.words)

    @cached_property
    def seen(self) -> list[Seen]:
        """Every block with all that it may be."""
        return list(look(self.overview, self.blocks))

    @cached_property
    def decided(self) -> list[Decided]:
        """Every block with its role in the reading that fits best."""
        bodies = self.overview.bodies
        setting = Setting(self.words, tuple(body.name for body in bodies), bool(bodies and bodies[0].spoken))
        return best(setting, look(self.overview, self.blocks))

    def read(self) -> Reading:
        """The bodies, units and statements in the order of the document."""
        return Assembly(self.overview, self.decided).assemble()
