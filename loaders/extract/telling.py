"""Text that is no heading: about which body or unit it is, and whether it announces a list."""

import re

from graph.proof import Span
from loaders.extract.building import list_in_sentence
from loaders.extract.english_counts import counts_in
from loaders.extract.owners import other_body, same_body
from loaders.extract.part import Part
from loaders.extract.position import LIST_KINDS
from loaders.extract.scene import Scene
from loaders.extract.sections import opener
from loaders.extract.units import VERB_FIRST

SIGNS = re.compile(r"[;；,。:.、]|\d{5,}")
# Behind a list of institutions, the units of the body itself.
SUBJECT = re.compile(r"[\u4e00-\u9fff]{4,24}?(?=[是为系])")
OWN_UNITS = re.compile(r"[^,。;:]{0,20}?[局委厅办](?:机关|本级|本部)[^,。;:]{0,4}设")
OF_ANOTHER = "units of another body"
EARLY = "text before the document begins"


class Telling(Scene):
    """Makes statements of the text below headings."""

    def _text(self, part: Part) -> None:
        """Text about the current unit, else about the body; text before any body is set aside."""
        span = part.span
        if span is None:
            return
        if self.here.body is None:
            self._ignore(span, EARLY)
        elif self._is_unknown_heading(part, span):
            self.here.enter("other", part.style)
            self._ignore(span, "heading of another section")
        elif announced := self._announced(part, span):
            self._announce(announced, part, span)
        else:
            self._say(part, span)

    def _say(self, part: Part, span: Span) -> None:
        if self.here.section in ("divisions", *LIST_KINDS) and self.here.starts_section_anew(part.number):
            self.here.enter("general", part.style)
        self.here.says(part.line, part.number)
        # English prose that follows an announcement holds lists of other things.
        self.here.awaited = self.here.awaited and self.words.language == "zh"
        owner = self.here.body if self.here.body and self._about_body(part, span) else self.here.around
        self._states(span, owner, self.here.section, part.number.printed if part.number else None)

    def _about_body(self, part: Part, span: Span) -> bool:
        """Whether a Chinese sentence behind institutions begins with the name of the body itself."""
        subject = SUBJECT.match(part.text, span.start, span.end) if self.here.section in LIST_KINDS else None
        return bool(subject and self.here.body and same_body(self.words, self.here.body.name, subject[0]))

    def _announced(self, part: Part, span: Span) -> str | None:
        kind = opener(self.words, part.text, span.start, span.end)
        if self.here.section in LIST_KINDS:
            return kind if kind == "divisions" and OWN_UNITS.match(part.text, span.start, span.end) else None
        of_body = self.here.body is not None and part.text.startswith(self.here.body.name, span.start)
        return None if self.here.section == "divisions" and kind == "duties" and not of_body else kind

    def _announce(self, kind: str, part: Part, span: Span) -> None:
        """A sentence that announces a list; one of units may hold the list itself."""
        assert self.here.body
        if kind == "divisions" and (
            other := other_body(self.words, self.here.body, part.line, part.text, span.start, span.end)
        ):
            self.reading.questions.append((other, OF_ANOTHER))
            return
        self._states(span, self.here.body, "announcement")
        if kind == "divisions":
            self.build.withdraw_headings()
        self.here.enter(kind, part.style)
        if kind != "divisions":
            return
        self.here.awaited = True
        for clause in (span, *self.document.clauses(span)):
            begin = list_in_sentence(part.text, clause.start, clause.end)
            announces = begin and opener(self.words, part.text, clause.start, clause.end)
            if (
                begin
                and announces
                and not self._of_others(part.text, clause.start, begin.start())
                and self.build.unit_list(part.behind(begin.end(), clause.end))
            ):
                self.here.section, self.here.awaited = "general", False
                return

    def _of_others(self, text: str, start: int, end: int) -> bool:
        """Whether what an English sentence counts last in front of a list is no division."""
        counted = list(counts_in(text, start, end)) if self.words.language == "en" else []
        return bool(counted) and max(counted, key=lambda one: one[2])[0] in LIST_KINDS

    def _is_unknown_heading(self, part: Part, span: Span) -> bool:
        printed = part.sub(span)
        if SIGNS.search(printed):
            return False
        if self.words.language == "zh":
            known = self.here.section not in ("duties", "general")
            return not known and len(printed) <= 10 and not VERB_FIRST["zh"].match(printed)
        return len(printed.split()) <= 4 and part.style == self.here.style and part.style not in (None, "bracketed")
