"""A document made of parts, what a careful reader finds in it, what the program finds, and the smallest that differs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.errors import GuapaiError
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.record import Record, Unit

# What is said, of whom, and what: ("division", "金华市民政局", "办公室").
Fact = tuple[str, str, str]
SIGNS = {"sign": "sign", "bracket": "second name", "second_name": "second name"}
# Questions of these kinds mean that something was not read.
LOST = ("lost_name", "two_readings", "unknown_place", "number")
NUMERALS = "零一二三四五六七八九十"
UNNAMED = "unnamed"


@dataclass(frozen=True)
class Item:
    """A unit or institution: its name, how it is printed in a list, what it does, and what is said of it in both."""

    name: str
    printed: str
    duty: str = ""
    facts: tuple[Fact, ...] = ()
    does: tuple[Fact, ...] = ()
    """What is said of it where its duty is printed."""


@dataclass(frozen=True)
class Part:
    """Lines of a document by its items; `least` of them must stay. "{#}" in a line is the number of its section."""

    shape: str
    write: Callable[[Sequence[Item]], list[str]]
    facts: Callable[[Sequence[Item]], list[Fact]] = lambda _items: []
    items: tuple[Item, ...] = ()
    least: int = 0
    needs: tuple[str, ...] = ()
    """Names of units that other parts must hold."""
    fixed: bool = False

    @property
    def told(self) -> list[Fact]:
        """All facts of the part."""
        lines = self.write(self.items)
        said = [fact for item in self.items if item.duty.split("；")[-1] in "".join(lines) for fact in item.does]
        return [*self.facts(self.items), *(fact for item in self.items for fact in item.facts), *said]

    def smaller(self) -> Iterator["Part"]:
        """The part without one of its items."""
        if len(self.items) > self.least:
            for at in range(len(self.items)):
                yield replace(self, items=self.items[:at] + self.items[at + 1 :])

    def plainer(self) -> Iterator["Part"]:
        """The part with one item about which nothing more is said."""
        for at, item in enumerate(self.items):
            if item.facts or item.does or item.printed != item.name:
                plain = replace(item, printed=item.name, facts=(), duty="负责公文", does=())
                yield replace(self, items=(*self.items[:at], plain, *self.items[at + 1 :]))


@dataclass(frozen=True)
class Shaped:
    """Parts in their order; how sections are numbered; the place that is given; whether it is a page of HTML."""

    parts: tuple[Part, ...]
    numbering: str = ""
    place: str | None = None
    page: bool = False
    asked: frozenset[str] = field(default_factory=frozenset)
    """Kinds of questions that the shape leaves open."""

    @property
    def text(self) -> str:
        """The document."""
        lines, section = [], 0
        for line in (line for part in self.parts for line in part.write(part.items)):
            section += "{#}" in line
            number = self.numbering.format(NUMERALS[min(section, 10)]) if self.numbering else ""
            lines.append(line.replace("{#}", number))
        return _page(lines) if self.page else "\n".join(lines) + "\n"

    @property
    def right(self) -> list[Fact]:
        """All facts of the document, sorted."""
        return sorted(fact for part in self.parts for fact in part.told)

    def found(self) -> list[Fact]:
        """What the program finds; a question that the shape does not leave open is found as well."""
        try:
            record = extract_document(decode(self.text.encode(), "shape"), "shape", self.place).record
        except GuapaiError as refused:
            return [("refused", type(refused).__name__, "")]
        asked = [("asked", one.kind or "", one.seen or "") for one in record.questions if one.kind in LOST]
        return sorted([*facts_of(record), *(one for one in asked if one[1] not in self.asked)])

    def differences(self) -> list[str]:
        """What is missing and what is too much."""
        right, found = self.right, self.found()
        missing = [f"- {' | '.join(fact)}" for fact in right if right.count(fact) > found.count(fact)]
        return missing + [f"+ {' | '.join(fact)}" for fact in found if found.count(fact) > right.count(fact)]

    def shrunk(self) -> "Shaped":
        """The smallest document of these parts that still differs."""
        smaller = next((one for one in self._smaller() if one.differences()), None)
        return smaller.shrunk() if smaller else self

    def _smaller(self) -> Iterator["Shaped"]:
        for at, part in enumerate(self.parts):
            rest = self.parts[:at] + self.parts[at + 1 :]
            names = {item.name for other in rest for item in other.items}
            if not part.fixed and all(names.issuperset(other.needs) for other in rest):
                yield replace(self, parts=rest)
        if self.page:
            yield replace(self, page=False)
        if self.numbering:
            yield replace(self, numbering="")
        needed = {name for part in self.parts for name in part.needs}
        for at, part in enumerate(self.parts):
            for one in (*part.smaller(), *part.plainer()):
                if needed.intersection(item.name for item in part.items) <= {item.name for item in one.items}:
                    yield replace(self, parts=(*self.parts[:at], one, *self.parts[at + 1 :]))


def facts_of(record: Record) -> Iterator[Fact]:
    """The facts of a record, as shapes tell them."""
    yield ("place", record.place, "")
    for body in record.bodies:
        yield ("body", body.kind, UNNAMED if body.unnamed else body.name)
        yield from _of(body, UNNAMED if body.unnamed else body.name)


def _of(unit: Unit, name: str) -> Iterator[Fact]:
    for one in unit.units:
        yield (one.kind, name, one.name)
        yield from _of(one, one.name)
    yield from ((SIGNS[one.kind], name, one.name) for one in unit.aliases if one.kind in SIGNS)
    yield from (("hosts", name, one.full_name) for one in unit.hosts)
    yield from (("quota", name, f"{one.kind} {one.number}") for one in unit.quotas)
    for kind in ("divisions", "institutions", "branches"):
        if count := getattr(unit, f"stated_{kind}"):
            yield (f"{kind} counted", name, str(count.number))


def _page(lines: list[str]) -> str:
    body = "\n".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    return f"<!DOCTYPE html>\n<html><head><meta charset='utf-8'></head><body>\n{body}\n</body></html>\n"
