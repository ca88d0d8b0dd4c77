"""The lines of a user's own documents that prove a fact, with the words that count marked."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.catalog.answers import is_path
from graph.errors import GuapaiError, NotThereError
from graph.html import Html, joined, tag
from graph.messages import remark
from graph.proof import Span, split_lines
from graph.reading import read_bytes
from graph.said import Said

MOST_FILES = 10_000
LONG, AROUND = 400, 120  # characters of a line, and of what is shown of a longer one on each side of the marks


class Documents:
    """The documents of a folder by the hash of their text; nothing else in it is ever shown."""

    def __init__(self, folder: Path | None) -> None:
        """Raises NotThereError where there is no such folder."""
        self.lines: dict[str, list[str]] = {}
        if folder is None:
            return
        if not folder.is_dir():
            raise NotThereError(
                str(folder), Said("there is no such folder"), Said("a folder of documents"), "guapai serve"
            )
        for path in sorted(one for one in folder.rglob("*") if one.is_file())[:MOST_FILES]:
            self._take(path)

    def _take(self, path: Path) -> None:
        from loaders.extract.document.reading import text_file, text_of

        try:
            content = text_file(read_bytes(path, Said("a document"), Said("name a file that is there")), str(path))
            self.lines[hashlib.sha256(content).hexdigest()] = split_lines(text_of(content, str(path)))
        except GuapaiError as error:
            remark(f"{path}: {error.found}")


def passages(proof: Any, lines_of: Mapping[str, list[str]]) -> Iterator[tuple[str, int, Html]]:
    """Document, line number and the line itself of a proof, each line once; only of documents that are there."""
    for document, number, spans in _places(proof):
        lines = lines_of.get(document, [])
        if number <= len(lines):
            yield document, number, marked(lines[number - 1], spans)


def _places(proof: Any) -> Iterator[tuple[str, int, list[Span]]]:
    found: dict[tuple[str, int], list[Span]] = {}
    for own in _facts(proof):
        spans = [Span.parse(one) for one in own.get("spans") or ()]
        for number in sorted({*(own.get("lines") or ()), *(span.line for span in spans)}):
            if own.get("document"):
                known = found.setdefault((str(own["document"]), number), [])
                known += [span for span in spans if span.line == number]
    for (document, number), spans in found.items():
        yield document, number, spans


def _facts(proof: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(proof, list):
        for one in proof:
            yield from _facts(one)
    elif is_path(proof):
        yield from _facts(proof["relationships"])
    elif proof is not None:
        yield proof.get("properties", proof)


def marked(line: str, spans: Iterable[Span]) -> Html:
    """The line with the characters of the spans marked; marks that touch are one. Of a long line what lies around them."""
    inside = {place for span in spans for place in range(span.start, min(span.end, len(line)))}
    first, last = 0, len(line)
    if len(line) > LONG and inside:
        first, last = max(0, min(inside) - AROUND), min(len(line), max(inside) + 1 + AROUND)
    pieces: list[object] = ["… " if first else ""]
    for is_marked, places in groupby(range(first, last), key=inside.__contains__):
        own = list(places)
        piece = line[own[0] : own[-1] + 1]
        pieces.append(tag("mark", piece) if is_marked else piece)
    return joined(*pieces, " …" if last < len(line) else "")
