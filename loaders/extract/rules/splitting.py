"""The pieces of a list of names without what stands around them: articles, stops, quotation marks."""

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.extract.rules.stretch import Stretch

FRONT = re.compile(r"\s*[\"“]?(?:the |an? |原|兼(?!并|职))?", re.IGNORECASE)


def bare(pieces: Iterable[Stretch]) -> list[Stretch]:
    """The names that pieces hold."""
    return [one for one in map(_without_marks, pieces) if one]


def _without_marks(piece: Stretch) -> Stretch | None:
    """Without article and stops; quotation marks go where they stand around all of it, else they belong to a part."""
    whole = piece.trimmed("。.,;")
    if whole and _quoted(whole):
        return replace(whole, start=whole.start + 1, end=whole.end - 1)
    front = FRONT.match(piece.text, piece.start, piece.end)
    bare = replace(piece, start=front.end() if front else piece.start).trimmed("。.,;")
    return replace(bare, start=bare.start + 1, end=bare.end - 1) if bare and _quoted(bare) else bare


def _quoted(piece: Stretch) -> bool:
    return piece.end - piece.start > 2 and piece.text[piece.start] in '"“' and piece.text[piece.end - 1] in '"”'
