"""Sentences that give no fact: those about the document itself, those for people to read."""

from loaders.extract.draft import Reading, Statement
from loaders.extract.lexicon import Lexicon
from loaders.extract.text import Document

BOUNDARY = "a division of labour: to be read by a person"


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Set closing articles and lists of leaders aside; ask about divisions of labour."""
    for statement in reading.statements:
        _remark(document, words, reading, statement)


def _remark(document: Document, words: Lexicon, reading: Reading, statement: Statement) -> None:
    text = document.even[statement.span.line - 1]
    for clause in document.clauses(statement.span):
        if words.matches("closing").search(text, clause.start, clause.end):
            reading.ignored.append((clause, "about the document itself"))
        elif words.matches("other_tasks").search(text, clause.start, clause.end):
            reading.ignored.append((clause, "other tasks: no matter is named"))
        elif statement.section in ("announcement", "heading"):
            reading.ignored.append((clause, "announces a list"))
        elif statement.section == "leaders":
            reading.ignored.append((clause, "what each leader is in charge of"))
        elif statement.section == "boundary":
            reading.questions.append((clause, BOUNDARY))
