"""A record in the making: units that gather facts, and statements that still have to be read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.proof import Quote, Span
from graph.schema.nodes import QuestionKind
from loaders.extract.mentions.place_mentions import PlaceQuestion


@dataclass(eq=False)
class Draft:
    """A body or unit as far as it has been read; `facts` and `fields` are the lists and the other keys of a record's unit."""

    kind: str
    name: str
    at: list[Quote]
    owner: "Draft | None" = field(default=None, repr=False)
    number: str | None = None
    printed: str | None = None
    unnamed: bool = False
    lines: list[int] = field(default_factory=list)
    facts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    units: list["Draft"] = field(default_factory=list, repr=False)
    inside: list["Draft"] = field(default_factory=list, repr=False)
    """Every unit in it, at any depth, as they were found."""
    beside: list["Draft"] = field(default_factory=list, repr=False)
    """The units that share its heading, itself among them: the text below is about all of them."""
    taken_back: int = 0
    """How often units were taken out again."""

    def add(self, key: str, fact: dict[str, Any]) -> dict[str, Any]:
        """Add a fact to one of the lists and return it."""
        self.facts.setdefault(key, []).append(fact)
        return fact

    def list_of(self, key: str) -> list[dict[str, Any]]:
        """The facts of one list."""
        return self.facts.get(key, [])

    def all(self) -> Iterator["Draft"]:
        """This unit and all inside it, in the order of the document."""
        yield self
        for unit in self.units:
            yield from unit.all()

    @property
    def body(self) -> "Draft":
        """The body, institution or branch around this unit, or itself."""
        draft = self
        while draft.kind in ("division", "party_unit") and draft.owner:
            draft = draft.owner
        return draft

    def around(self) -> Iterator["Draft"]:
        """This unit and those that it is in, the inmost first."""
        draft: Draft | None = self
        while draft:
            yield draft
            draft = draft.owner

    def adopt(self, unit: "Draft") -> None:
        """Add a unit that is directly in this one."""
        self.units.append(unit)
        for around in self.around():
            around.inside.append(unit)

    def give_up(self, units: list["Draft"]) -> None:
        """Take units out again, and all that is in them."""
        gone = {id(one) for unit in units for one in unit.all()}
        self.units = [unit for unit in self.units if id(unit) not in gone]
        for around in self.around():
            around.inside = [unit for unit in around.inside if id(unit) not in gone]
            around.taken_back += 1

    def saw(self, line: int) -> None:
        """Note that a line is about this unit."""
        # Lines are read in order: looking through all of them would take a square of the time.
        if not self.lines or line > self.lines[-1] or line not in self.lines:
            self.lines.append(line)


def is_new(quotes: list[Quote], quote: Quote) -> bool:
    """Whether a proof is not among those of a fact."""
    # Lines are read in order: looking through all of them would take a square of the time.
    return not quotes or quote.span > quotes[-1].span or quote not in quotes


@dataclass(frozen=True)
class Statement:
    """Text that says something about a unit, in the section where it stands; the span holds no printed number."""

    span: Span
    owner: Draft
    section: str
    number: str | None = None
    column: str = ""
    """The word above the column of a table that it stands in."""


@dataclass(frozen=True)
class Announced:
    """A number that a document announces: whose, of what (divisions, branches, institutions), where."""

    owner: Draft
    what: str
    number: int
    span: Span

    @property
    def place(self) -> tuple[int, str]:
        """The line that announces it, and whose it is."""
        return self.span.line, self.owner.name

    @property
    def said(self) -> tuple[str, str, int]:
        """What makes two numbers one: owner, kind and value."""
        return self.owner.name, self.what, self.number


# So much is shown of a name; a longer one is a sentence.
LONGEST_SEEN = 59


class Asked(NamedTuple):
    """A question that arose while a document was read."""

    span: Span
    why: str
    kind: QuestionKind = "lost_name"
    seen: int = LONGEST_SEEN
    """How many characters of the span are shown as what was seen, at most."""


@dataclass
class Reading:
    """What the outline of a document gives: bodies, statements to be read, and parts set aside with their rule."""

    bodies: list[Draft] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    ignored: list[tuple[Span, str]] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    about_place: list[PlaceQuestion] = field(default_factory=list)
    counted: list[tuple["Draft | None", str, int, Span]] = field(default_factory=list)
    """Numbers of units that a list in a sentence announces: whose, of what, how many, where; nobody's: no longer."""
    announced: list[Announced] = field(default_factory=list)
    """Every announced number, in the order of the document."""

    signatures: frozenset[int] = frozenset()
    """The lines that only say who signs."""
    spoken: list[str] = field(default_factory=list)
    """Bodies that a sentence names beside each other: none of them is another's."""

    def units(self) -> Iterator[Draft]:
        """Every body and unit, in the order of the document."""
        for body in self.bodies:
            yield from body.all()
