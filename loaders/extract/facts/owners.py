"""Who a sentence is about: names of units and bodies in all the short forms that documents use."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch

# What is longer is no name.
LONGEST_NAME = 160


class Roster:
    """Units inside bodies by a form of their names; of two units with one form the first counts."""

    def __init__(self, form: Callable[[str], str]) -> None:
        self.form = form
        self.known: dict[Draft, _Known] = {}

    def find(self, body: Draft, name: str) -> Draft | None:
        """The body or the unit inside it whose name has the form of this one."""
        return self._of(body).units.get(self.form(name))

    def named_in(self, body: Draft, text: str) -> Iterator[tuple[int, Draft]]:
        """Every unit whose name stands in a text that has the form of names, with the place of the name."""
        known = self._of(body)
        starts = [place for place, sign in enumerate(text) if sign in known.firsts]
        for length in known.lengths:
            for start in starts:
                unit = known.units.get(text[start : start + length])
                if unit is not None:
                    yield start, unit

    def _of(self, body: Draft) -> "_Known":
        known = self.known.get(body)
        if known is None or known.taken_back != body.taken_back:
            known = self.known[body] = _Known(self.form, body)
        known.catch_up(body)
        return known


class _Known:
    """The names of one body as far as its units have been looked at."""

    def __init__(self, form: Callable[[str], str], body: Draft) -> None:
        self.form = form
        self.units: dict[str, Draft] = {form(body.name): body}
        self.lengths: set[int] = {len(body.name)}
        self.firsts = {name[:1] for name in self.units}
        self.seen = 0
        self.taken_back = body.taken_back

    def catch_up(self, body: Draft) -> None:
        for unit in body.inside[self.seen :]:
            name = self.form(unit.name)
            self.units.setdefault(name, unit)
            self.lengths.add(len(name))
            self.firsts.add(name[:1])
        self.seen = len(body.inside)


class Owners:
    """Resolves printed names to the units of one reading."""

    def __init__(self, words: Lexicon, reading: Reading) -> None:
        self.words = words
        self.reading = reading
        self.printed = Roster(str)
        self.said = words.grammar.short_names
        self.cores = Roster(self.said.core)

    def has(self, body: Draft, name: str) -> bool:
        """Whether a body or a unit in it has exactly this name."""
        return self.printed.find(body, name) is not None

    def named_in(self, body: Draft, text: str) -> Iterator[tuple[int, Draft]]:
        """The units of a body whose names stand in a text, with the place of each name."""
        return self.printed.named_in(body, text)

    def resolve(self, printed: str, current: Draft) -> Draft | None:
        """The unit or body that a name stands for in a sentence about `current`; None where it is another's."""
        name = printed.strip(' ,.。"“”')
        if len(name) > LONGEST_NAME:
            return None
        if exact := self.printed.find(current.body, re.sub(r"^the ", "", name)):
            return exact
        if not name or self.said.THIS.fullmatch(name):
            return self._this(name, current)
        around = current.body.owner
        unit = self._unit(current.body, name) or (self._unit(around, name) if around else None)
        if unit:
            return unit
        bodies = dict.fromkeys((current.body, *self.reading.bodies))
        if declared := next((body for body in bodies if self._declared(body, name)), None):
            return declared
        for body in bodies:
            if same_body(self.words, body.name, name):
                return body
            rest = self._behind_body(body, name)
            unit = self._unit(body, rest) if rest else None
            if unit:
                return unit
        return self.said.shortened(current.body, name)

    def _this(self, name: str, current: Draft) -> Draft:
        body = current.body
        # "The bureau" in a text about an institution is the body around it.
        if body.owner and (body.kind == "branch" or self._is_above(body, name)):
            body = body.owner
        return body if self.said.means_body(name, current.name, body.name) else current

    def _is_above(self, body: Draft, name: str) -> bool:
        """Whether "the bureau" is no institution that is called otherwise."""
        return bool(self.said.ABOVE.fullmatch(name)) and name.split()[-1].lower() not in body.name.lower()

    def _declared(self, body: Draft, name: str) -> bool:
        """Whether the document says that it uses this short name for the body."""
        shorts = (alias["name"] for alias in body.list_of("aliases") if alias["kind"] == "short_name")
        return any(self.said.core(short) == self.said.core(name) for short in shorts)

    def _unit(self, body: Draft, name: str) -> Draft | None:
        """The unit of a body with this name; a longer one may have another place in front."""
        exact = self.printed.find(body, name)
        loose = len(name) > self.said.SHORTEST
        return exact or (self.cores.find(body, name) if loose else None)

    def _behind_body(self, body: Draft, name: str) -> str:
        """What remains of "市司法局秘书科" behind the name of the body in front of it."""
        if self.words.grammar.writing.GAP:
            return ""
        for end in range(len(name) - 1, 2, -1):
            if same_body(self.words, body.name, name[:end]):
                return name[end:]
        return ""


class Reader:
    """What reads the statements of one reading and follows the names in them."""

    SILENT: ClassVar[tuple[str, ...]] = ()
    """Sections that tell it nothing."""

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        self.document = document
        self.words = words
        self.reading = reading
        self.owners = Owners(words, reading)

    def read(self) -> None:
        """Read every statement of the sections that it reads."""
        for statement in self.reading.statements:
            if statement.section not in self.SILENT:
                self.statement(statement)

    def statement(self, statement: Statement) -> None:
        """Note what one statement says."""

    def stretch(self, span: Span) -> Stretch:
        """The characters of a span of the document."""
        return Stretch.at(span, self.document.even[span.line - 1])

    def sayings(self, statement: Statement) -> Iterator[Stretch]:
        """The clauses of a statement that may say something of a body."""
        return map(self.stretch, self.document.sayings(statement.span))

    def claims(self, family: str, said: Stretch) -> Iterator[Claim]:
        """What the rules of a family find."""
        return engine(self.words.language, family).claims(said)

    def several(self, names: Stretch, signs: re.Pattern[str]) -> list[Stretch]:
        """The names between signs, none of which stands inside a standard name."""
        text, cuts = str(names), self.words.grammar.names.cuts
        pieces = names.split(signs, lambda at: cuts(text, at - names.start))
        return [piece for one in pieces if (piece := one.trimmed(" ,"))]


def same_body(words: Lexicon, body: str, name: str) -> bool:
    """Whether a printed name is that of a body, in full or in one of its short forms."""
    if name in words.grammar.short_names.ITSELF:
        return True
    if len(name) > LONGEST_NAME:
        return False
    return words.grammar.short_names.is_short(body, name)


def other_body(words: Lexicon, body: Draft, line: int, text: str, start: int, end: int) -> Span | None:
    """The other body that a sentence begins with, up to its verb, whose units it lists; None where they are this body's."""
    said = words.grammar.short_names
    found = said.SETS_UP.match(text, start, end)
    if found is None or not said.PLACED_BODY.fullmatch(found["subject"]):
        return None
    mine = any(
        same_body(words, one.name, found["subject"]) and not said.is_elsewhere(one.name, found["subject"])
        for one in (*body.around(), *body.inside)
    )
    return None if mine else Span(line, *found.span("subject"))
