"""Sentences that give no fact: those about the document itself, those for people to read."""

import re

from graph.said import Said
from loaders.extract.document.text import TooLong
from loaders.extract.facts.draft import Asked
from loaders.extract.facts.owners import Reader
from loaders.extract.rules.stretch import Stretch

DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
BOUNDARY = Said("a division of labour: to be read by a person")


class Remarks(Reader):
    """Sets closing articles and lists of leaders aside; asks about divisions of labour and sentences without end."""

    def read(self) -> None:
        """Look through every clause."""
        self.reading.questions.extend(Asked(span, unread(one)) for span, one in self.document.unread)
        for statement in self.reading.statements:
            for clause in map(self.stretch, self.document.clauses(statement.span)):
                if why := self._aside(clause, statement.section):
                    self.reading.ignored.append((clause.span, why))
                elif statement.section == "boundary":
                    self.reading.questions.append(Asked(clause.span, BOUNDARY, "duty_without_function", seen=0))

    def _aside(self, clause: Stretch, section: str) -> Said | None:
        """Why a clause gives no fact; None where it may give one."""
        at = clause.text, clause.start, clause.end
        if any(date.fullmatch(*at) for date in (DATE, self.words.grammar.writing.DATE)):
            return Said("the date of the document")
        if self.words.matches("closing").search(*at):
            return Said("about the document itself")
        if self.words.matches("other_tasks").search(*at):
            return Said("other tasks: no matter is named")
        if section in ("announcement", "heading"):
            return Said("announces a list")
        return Said("what each leader is in charge of") if section == "leaders" else None


def unread(one: TooLong) -> Said:
    """Why a sentence or a line without end is asked about."""
    if one.clauses:
        return Said("the line has {} clauses: it was read no further than this", one.clauses)
    return Said("the sentence has {} characters: it was read no further than this", one.end - one.begin)
