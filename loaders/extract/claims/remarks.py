"""Sentences that give no fact: those about the document itself, those for people to read."""

import re

from graph.said import Said
from loaders.extract.document.text import Document, TooLong
from loaders.extract.facts.draft import Reading, Statement
from loaders.extract.grammar.lexicon import Lexicon

DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
BOUNDARY = Said("a division of labour: to be read by a person")


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Set closing articles and lists of leaders aside; ask about divisions of labour and sentences without end."""
    reading.questions.extend((span, unread(one)) for span, one in document.unread)
    for statement in reading.statements:
        _remark(document, words, reading, statement)


def unread(one: TooLong) -> Said:
    """Why a sentence or a line without end is asked about."""
    if one.clauses:
        return Said("the line has {} clauses: it was read no further than this", one.clauses)
    return Said("the sentence has {} characters: it was read no further than this", one.end - one.begin)


def _remark(document: Document, words: Lexicon, reading: Reading, statement: Statement) -> None:
    text = document.even[statement.span.line - 1]
    for clause in document.clauses(statement.span):
        if any(date.fullmatch(text, clause.start, clause.end) for date in (DATE, words.grammar.writing.DATE)):
            reading.ignored.append((clause, Said("the date of the document")))
        elif words.matches("closing").search(text, clause.start, clause.end):
            reading.ignored.append((clause, Said("about the document itself")))
        elif words.matches("other_tasks").search(text, clause.start, clause.end):
            reading.ignored.append((clause, Said("other tasks: no matter is named")))
        elif statement.section in ("announcement", "heading"):
            reading.ignored.append((clause, Said("announces a list")))
        elif statement.section == "leaders":
            reading.ignored.append((clause, Said("what each leader is in charge of")))
        elif statement.section == "boundary":
            reading.questions.append((clause, BOUNDARY))
