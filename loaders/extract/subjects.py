"""Which body a line is about: where its heading stands, or the first sentence that names it, or that it has no name."""

import re

from graph.proof import Span
from loaders.extract.beginnings import Beginnings
from loaders.extract.bodies import Body, body_heading, body_named, first_mention, told_of
from loaders.extract.draft import Draft, Reading
from loaders.extract.names import heading_at
from loaders.extract.part import Part
from loaders.extract.runs import PLAIN
from loaders.extract.telling import EARLY
from loaders.extract.text import trimmed
from loaders.extract.titles import begins_next_body, is_sentence, section_of_title

BRACKET = re.compile(r"\s{0,9}\(([^()]{1,90})\)")
# How the name of an institution ends that begins with the name of its body.
LONGER = re.compile(r"(?:中心|[^车]站|[^派]所|[支大]队|学校|党校|[院馆园圃库台社]|服务处|基地)$")
# So many names of units above the body's heading are a list of its units; how many words an English one may have.
LEAST_UNITS, PLAIN_WORDS = 3, 6


class Subjects(Beginnings):
    """Finds the bodies that a document is about, and reads all lines once it has."""

    def read(self) -> Reading:
        """Read every line; the bodies, units and statements in the order of the document.

        Where no line begins with a body, the first sentence that names one does.
        """
        self._lines()
        if self.reading.bodies:
            self._late()
        else:
            self._begin(loose=True)
            self._again()
        self._early()
        return self.reading

    def _early(self) -> None:
        """Text in front of the body's heading that names it is about it as well."""
        for span, rule in list(self.reading.ignored):
            if rule != EARLY:
                continue
            text = span.quoted(self.document.even)
            body = next((body for body in self.reading.bodies if body.name in text), None)
            if body and len(text) > len(body.name) + 20:
                self.reading.ignored.remove((span, rule))
                self._states(span, body, "general")

    def _again(self) -> None:
        """Read a document that names its body in no heading: the body is the one that it speaks of, or has no name."""
        if self.words.language == "en":
            self._lines()
            if self.reading.bodies:
                return
            self._begin(loose=False)
        named = told_of(self.document, self.words, self.known)
        self._assume(named[0] if named else None)

    def _assume(self, body: Body | None) -> None:
        """Read every line as one about this body, wherever it is named; None: one without a name."""
        span = first_mention(self.document, body.name) if body else None
        if body and span:
            self.build.body(body, span, Part(span.line, self.document.even[span.line - 1], 0, 0, span.end))
        else:
            self.build.unnamed_body()
        self.here.body = self.reading.bodies[0]
        self._lines()

    def _late(self) -> None:
        """Where sections and units stand above the heading of the body, they are the body's: it is named too late.

        An institution below a heading of institutions is not the body that these belong to.
        """
        early = [span for span, rule in self.reading.ignored if rule == EARLY]
        units = sum(self._looks_like_unit(span) for span in early)
        if not (units and self.early_sections) and units < LEAST_UNITS:
            return
        first = self.reading.bodies[0]
        body = Body(first.name, first.kind)
        if first.kind == "institution" and self.early_sections[-1:] == ["institutions"]:
            self.known = [one for one in self.known if one.kind != "institution"]
            self._begin(loose=True)
            self._again()
        else:
            self._begin(loose=False)
            self._assume(body)

    def _looks_like_unit(self, span: Span) -> bool:
        """Whether text in front of the body begins with the name of a unit that fills its line or is told of behind it."""
        text = self.document.even[span.line - 1]
        heading = heading_at(self.words, span.line, text, span.start, span.end)
        name = text[heading.name.start : heading.name.end] if heading else ""
        closed = heading is not None and text[heading.end : span.end].lstrip()[:1] in ("", "。", ".", ":")
        if self.words.language == "en":
            return closed and self.words.ends(name, "unit") and len(name.split()) <= PLAIN_WORDS
        return closed and PLAIN.fullmatch(name) is not None

    def _lines(self) -> None:
        """Read every line."""
        raise NotImplementedError

    # --- bodies

    def _body(self, part: Part) -> bool:
        """A heading or first sentence that begins with a body's name; True where the whole part is read."""
        found = body_heading(self.words, self.known, part.line, part.text, part.begin, part.end)
        if found is None:
            return self.loose and self._first_named(part)
        body, name, rest = found
        if self._is_longer(part, name):
            return False
        behind = part.text[rest : part.end]
        if not self.reading.bodies and self._only_below(body, part.line):
            return self.loose and self._first_named(part)
        known = next((draft for draft in self.reading.bodies if draft.name == body.name), None)
        if not (known or part.number or behind.strip()) and self.here.leave_institution():
            return False
        if known is None and self.reading.bodies and not begins_next_body(self.here, behind, part):
            return False
        if known is None and self.here.body and any(unit.name == body.name for unit in self.here.body.inside):
            return False
        if known is None:
            known = self.build.body(body, name, part)
        elif part.number and not known.number and "简介" in behind:
            # The document's title came first; this is the heading of the body itself.
            known.at, known.number, known.lines = (
                [self.document.quote(name, "body.heading")],
                part.number.printed,
                [part.line],
            )
            self.here.body_style = part.style
        self.here.body, self.here.unit = known, None
        self._behind_body(known, name, part, rest)
        return True

    def _is_longer(self, part: Part, body: Span) -> bool:
        """Whether a Chinese line is the name of an institution that begins with the body's: "X局机关服务中心"."""
        if self.words.language == "en":
            return False
        heading = heading_at(self.words, part.line, part.text, body.start, part.end)
        longer = (
            heading is not None and heading.name.end > body.end and not part.text[heading.end : part.end].strip(" 。;,")
        )
        return bool(longer and heading and LONGER.search(part.sub(heading.name)))

    def _first_named(self, part: Part) -> bool:
        """Begin the body that a sentence names, where none is yet; the sentence is still to be read."""
        if not self.reading.bodies and (found := body_named(self.known, part.line, part.text, part.begin, part.end)):
            self.here.body = self.build.body(*found, part)
        return False

    def _behind_body(self, body: Draft, name: Span, part: Part, rest: int) -> None:
        """What stands behind a body's name: brackets, the subject of a title, or a sentence."""
        if self.words.language == "zh" and self._field(part.behind(rest)):
            return
        bracket = BRACKET.match(part.text, rest, part.end)
        if bracket:
            inner = trimmed(part.line, part.text, *bracket.span(1))
            if inner:
                self.build.bracket(body, part.text, inner)
            rest = bracket.end()
        front, behind = part.text[part.begin : name.start].strip(), part.text[rest : part.end].strip(" 。.:")
        if not behind and (not front or self.words.language == "zh"):
            return
        if is_sentence(self.words, part.text, rest, part.end):
            self._text(part.behind(name.start))
            return
        self.here.enter(section_of_title(self.words, front, behind), part.style)
        self._ignore(part.span, "title")
