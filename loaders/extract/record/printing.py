"""Names that were read in the usual spelling get back the characters in which their document prints them."""

from collections.abc import Sequence
from typing import Any

from graph.proof import Quote, Span
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading


def print_back(document: Document, reading: Reading) -> None:
    """Give every name and every other word of a reading as the document prints it."""
    if document.respelled:
        printer = _Printer(document)
        for draft in reading.units():
            printer.draft(draft)


class _Printer:
    """Finds words of the lines as they are meant in the lines as they are printed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines: dict[str, int] = {}

    def draft(self, draft: Draft) -> None:
        """The names of a unit and of all its facts; dictionaries stay the same objects, since others refer to them."""
        draft.name = self._printed(draft.name, draft.at)
        for value in (draft.facts, draft.fields):
            self._value(value, draft.at)

    def _value(self, value: Any, at: Sequence[Quote]) -> Any:
        if isinstance(value, dict):
            here = [one for one in value.get("at", ()) if isinstance(one, Quote)] or at
            for key in value:
                value[key] = self._value(value[key], here)
        elif isinstance(value, list):
            value[:] = [self._value(one, at) for one in value]
        elif isinstance(value, str):
            return self._printed(value, at)
        return value

    def _printed(self, words: str, at: Sequence[Quote]) -> str:
        """The words as the lines of their proof print them, else as the first line does that holds them."""
        if words.isascii():
            return words
        for line in (*(quote.span.line for quote in at), self._first(words)):
            start = self.document.even[line - 1].find(words) if line else -1
            if start >= 0:
                return self.document.characters(Span(line, start, start + len(words)))
        return self._of_parts(words, at)

    def _of_parts(self, words: str, at: Sequence[Quote]) -> str:
        """A name whose last word stands behind those of others, as the parts of it are printed."""
        for text, line in ((self.document.even[quote.span.line - 1], quote.span.line) for quote in at[1:2]):
            for cut in range(len(words) - 1, 0, -1):
                begin, end = text.find(words[:cut]), text.find(words[cut:])
                if begin >= 0 and end > begin:
                    spans = Span(line, begin, begin + cut), Span(line, end, end + len(words) - cut)
                    return "".join(map(self.document.characters, spans))
        return words

    def _first(self, words: str) -> int:
        """The line that first holds the words; 0 where none does."""
        if words not in self.lines:
            found = (number for number, text in enumerate(self.document.even, 1) if words in text)
            self.lines[words] = next(found, 0)
        return self.lines[words]
