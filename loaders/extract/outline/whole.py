"""The outline of a document, chosen for the document as a whole."""

from functools import cached_property

from graph.said import Said
from loaders.extract.blocks.block import Block, blocks_of
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Asked, Reading
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.assembly import Assembly
from loaders.extract.outline.look import look
from loaders.extract.outline.moves import Setting
from loaders.extract.outline.overview import Overview
from loaders.extract.outline.role import Seen
from loaders.extract.outline.search import Decided, best

# How sure a body is where another is nearly as likely.
DOUBTFUL = 0.5
TWO_BODIES = Said("nearly as much speaks for this body as for the one that was read")


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
        """The bodies, units and statements in the order of the document; a narrow choice of the body is asked about."""
        reading = Assembly(self.overview, self.decided).assemble()
        reading.signatures = self.overview.signatures
        if self.overview.rival:
            best, other = self.overview.rival
            for body in reading.bodies:
                if body.name == best.name:
                    body.fields["confidence"] = DOUBTFUL
            told = max(other.mentions, key=lambda mention: mention.score)
            reading.questions.append(Asked(told.at, TWO_BODIES, "two_readings"))
        return reading
