"""A document becomes a record: pure, without a database, the same bytes always giving the same record."""

from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from graph.errors import ContentError
from graph.said import Said
from loaders.extract.claims import readers, sentences
from loaders.extract.document.corrections import bundled_corrections, read_word_file
from loaders.extract.document.reading import read_document
from loaders.extract.document.text import Document
from loaders.extract.facts import widening
from loaders.extract.facts.draft import Asked, Reading
from loaders.extract.facts.fitting import fit
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.mentions.where import place_of
from loaders.extract.outline.whole import Outline
from loaders.extract.record.composing import compose
from loaders.extract.record.printing import print_back
from loaders.reading import refused
from loaders.record import Record
from loaders.yaml_reading import Lines


@dataclass(frozen=True)
class Extraction:
    """A record with the document and the reading it was made of."""

    document: Document
    reading: Reading
    record: Record


def extract(
    path: Path,
    encoding: str | None = None,
    place: str | None = None,
    words: Path | None = None,
    source: str | None = None,
) -> Extraction:
    """Read a document file into a record.

    `place` is a code, id or name that overrules the text, `words` a file of corrections; without it those that come
    with guapai for this very document are used, `source` the address it came from. The path `-` is the standard input.
    Raises NotThereError, ContentError and UsageError.
    """
    return extract_document(prepared(path, encoding, words, source), str(path), place)


def prepared(path: Path, encoding: str | None = None, words: Path | None = None, source: str | None = None) -> Document:
    """A document file with the corrections that belong to it and the address it came from."""
    document = read_document(path, encoding)
    if source:
        document = replace(document, origin=replace(document.origin, source=source))
    corrections = read_word_file(words).words if words else bundled_corrections(document.sha256)
    return replace(document, corrections=corrections)


def found_units(document: Document, reading: Reading) -> bool:
    """Whether a body without a name has units: their names prove it, and its own is asked for."""
    body = reading.bodies[0]
    if not body.units:
        return False
    body.at, body.lines = body.units[0].at[:1], body.lines or body.units[0].lines[:1]
    where = document.as_read(body.at[0].span)
    reading.questions.append(Asked(where, Said("the document does not name the body of these units")))
    return True


def extract_document(document: Document, where: str, place: str | None = None) -> Extraction:
    """The same for a document in memory; `where` names it in errors."""
    found = place_of(document, where, place)
    words = lexicon(document.language)
    reading = Outline(document, words, found.forms).read()
    reading.about_place.extend(found.questions)
    sentences.read(document, words, reading)
    if not reading.bodies or (reading.bodies[0].unnamed and not found_units(document, reading)):
        raise ContentError(
            where, Said("no bureau or institution is named as its subject"), Said("a document about one"),
            Said("give the place if its name is missing from the text: --place CODE"),
        )  # fmt: skip
    for reader in readers():
        reader(document, words, reading).read()
    widening.read(document, reading)
    fit(reading)
    print_back(document, reading)
    try:
        record = compose(document, reading, found.place)
    except ValidationError as error:
        raise refused(error, where, Lines()) from error
    return Extraction(document, reading, record)
