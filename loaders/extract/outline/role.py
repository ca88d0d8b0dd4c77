"""What a block may be: a role, and the clues that speak for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.proof import Span
from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.blocks.sections import Section
from loaders.extract.mentions.names import Heading
from loaders.extract.outline.candidates import Body
from loaders.extract.outline.lists import BodyList, UnitList

Clue = tuple[str, float]
"""What was seen, and how much it speaks for a role; less than nothing: against it."""


@dataclass(frozen=True)
class Named:
    """A body that a line begins with: which of those known, where its name stands, where what follows begins."""

    body: Body
    index: int
    name: Span
    rest: int
    announces: str = ""
    """What a sentence behind the name announces."""


@dataclass(frozen=True)
class Role:
    """One thing that a block may be; `weight` is the sum of its clues, `kind` is of the section, the unit or the title."""

    name: str
    weight: float
    clues: tuple[str, ...] = ()
    kind: str = ""
    part: Part | None = field(default=None, repr=False)
    """The words that have the role: the block, or what stands behind a label in it."""
    heading: Heading | None = field(default=None, repr=False)
    section: Section | None = field(default=None, repr=False)
    units: UnitList | None = field(default=None, repr=False)
    bodies: BodyList | None = field(default=None, repr=False)
    named: Named | None = field(default=None, repr=False)


def weighed(name: str, clues: Iterable[Clue], kind: str = "", **found: object) -> Role:
    """A role with the sum of its clues."""
    seen = dict(clues)
    return Role(name, sum(seen.values()), tuple(seen), kind, **found)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Seen:
    """A block and all that it may be."""

    block: Block
    roles: tuple[Role, ...]
